"""The page of hard words: each with its meaning, in the order of the alphabet."""

from collections.abc import Container
from dataclasses import dataclass

from finder.web.alphabet import place_in_alphabet
from finder.web.glossary import Glossary, slug_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedWord:
    """A hard word as the page shows it; `picture` is an idea, or nothing."""

    anchor: str
    word: str
    meaning: str
    picture: str


def make_explained_words(
    glossary: Glossary, pictures: Container[str], language: str
) -> list[ExplainedWord]:
    """Return the words in the order of the language's alphabet.

    A word has the picture of the idea that is called like it, or like one of its other forms.
    """
    words = [
        ExplainedWord(
            anchor=each.anchor,
            word=each.shown.word,
            meaning=each.shown.meaning,
            picture=next((idea for idea in map(slug_of, each.forms) if idea in pictures), ""),
        )
        for each in glossary.meanings
    ]
    return sorted(words, key=lambda each: place_in_alphabet(each.word, language))
