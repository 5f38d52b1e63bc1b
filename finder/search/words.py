"""Understand the words that a person typed.

Words are grouped into *ideas*: a word, or several that stand for one thing, such as "day centre".
An idea is found by the word itself, by what means the same, by an interest it belongs to, or by
a choice that it stands for, as "Saturday" does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from finder.domain.query import exact_words
from finder.domain.words import Interest, SynonymSet
from finder.readability.vocabulary import is_common
from finder.search.index import is_small, stem_of, stems_of, surface_words
from finder.search.scoring import INTEREST_BY_LABEL, INTEREST_BY_SYNONYM

MOST_IDEAS = 12
MOST_TEXTS = 1000
# Six characters are a long word in Chinese, where each is a word of its own here.
_LONGEST_PHRASE = 6
_WHEN = ("day", "part")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One thing that a person asked for: as typed, and all that stands for it.

    `phrase` has the stems, and `typed` the words as they were written, in small letters.
    `interests` has each interest with its weight. `choices` are a parameter of an address and
    its value, such as ("day", "sat"). An everyday word that stands for nothing else, such as
    "bring", `is_weak`: what lacks it can still be just right.
    """

    phrase: Phrase
    typed: str = field(default="", compare=False)
    same: tuple[Phrase, ...] = ()
    interests: tuple[tuple[str, float], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()

    is_weak: bool = False

    @property
    def is_when(self) -> bool:
        """Return whether it is a day or a time."""
        return any(parameter in _WHEN for parameter, _ in self.choices)


@dataclass(slots=True)
class _Meaning:
    """What a phrase stands for; dictionaries serve as sets that keep their order."""

    same: dict[Phrase, None] = field(default_factory=dict)
    interests: dict[str, float] = field(default_factory=dict)
    choices: dict[tuple[str, str], None] = field(default_factory=dict)


class Thesaurus:
    """Which words mean the same, which belong to an interest, and which say nothing."""

    def __init__(
        self,
        interests: Iterable[Interest],
        synonyms: Iterable[SynonymSet],
        fillers: Iterable[str] = (),
    ) -> None:
        self._meanings: defaultdict[Phrase, _Meaning] = defaultdict(_Meaning)
        for interest in interests:
            self._add_interest(interest)
        for synonym_set in synonyms:
            self._add_synonyms(synonym_set)
        self._fillers = {tuple(stems_of(filler)) for filler in fillers} - {()}
        self._words = {word for phrase in self._meanings for word in phrase}
        self._words |= {word for phrase in self._fillers for word in phrase}
        # The same few questions are asked again and again.
        self.ideas_in = lru_cache(maxsize=MOST_TEXTS)(self._ideas_in)

    def knows(self, word: str) -> bool:
        """Return whether a word, given as its stem, stands in any phrase here."""
        return word in self._words

    def has_phrase(self, words: Sequence[str]) -> bool:
        """Return whether the words, given as their stems, are one phrase that means something."""
        return tuple(words) in self._meanings

    def _ideas_in(self, text: str) -> tuple[Idea, ...]:
        """Return the ideas in a text, the longest known phrases first, each once.

        Words that say nothing are left out. Of a text in quotes, every word is just itself.
        """
        exact = exact_words(text)
        words = [word for word in surface_words(exact or text) if not is_small(word)]
        stems = [stem_of(word) for word in words]
        ideas: dict[Phrase, Idea] = {}
        position = 0
        while position < len(words) and len(ideas) < MOST_IDEAS:
            phrase = (stems[position],) if exact else self._phrase_at(stems, position)
            typed = " ".join(words[position : position + len(phrase)])
            position += len(phrase)
            if exact:
                ideas.setdefault(phrase, Idea(phrase=phrase, typed=typed))
            elif phrase in self._meanings or phrase not in self._fillers:
                ideas.setdefault(phrase, self._idea(phrase, typed))
        return _with_one_when(ideas.values())

    def _idea(self, phrase: Phrase, typed: str) -> Idea:
        meaning = self._meanings.get(phrase)
        if meaning is None:
            return Idea(phrase=phrase, typed=typed, is_weak=is_common(typed))
        return Idea(
            phrase=phrase,
            typed=typed,
            same=tuple(meaning.same),
            interests=tuple(meaning.interests.items()),
            choices=tuple(meaning.choices),
        )

    def _phrase_at(self, words: Sequence[str], position: int) -> Phrase:
        for length in range(_LONGEST_PHRASE, 1, -1):
            phrase = tuple(words[position : position + length])
            if phrase in self._meanings or phrase in self._fillers:
                return phrase
        return (words[position],)

    def _add_interest(self, interest: Interest) -> None:
        # "Cooking and baking" is its label, and "cooking" its first synonym: just as telling.
        labels = [interest.label, *interest.synonyms.get("en", ())[:1]]
        telling = {tuple(stems_of(label)) for label in labels}
        for word in words_of(interest):
            if phrase := tuple(stems_of(word)):
                weight = INTEREST_BY_LABEL if phrase in telling else INTEREST_BY_SYNONYM
                self._meanings[phrase].interests.setdefault(interest.slug, weight)

    def _add_synonyms(self, synonym_set: SynonymSet) -> None:
        phrases = [phrase for word in synonym_set.words if (phrase := tuple(stems_of(word)))]
        for phrase in phrases:
            meaning = self._meanings[phrase]
            if synonym_set.choice is not None:
                # Whatever has the choice is found, however its own text says so.
                meaning.choices[synonym_set.choice] = None
            else:
                meaning.same.update(dict.fromkeys(each for each in phrases if each != phrase))


def words_of(interest: Interest) -> list[str]:
    """Return the label, the slug and every synonym of an interest, in all languages."""
    others = (words for language, words in interest.synonyms.items() if language != "en")
    return [*english_words_of(interest), *(word for words in others for word in words)]


def english_words_of(interest: Interest) -> list[str]:
    """Return the label, the slug and the English synonyms of an interest."""
    slug = interest.slug.replace("-", " ")
    return [interest.label, slug, *interest.synonyms.get("en", ())]


def _with_one_when(ideas: Iterable[Idea]) -> tuple[Idea, ...]:
    """Return the ideas with all days and times as one: both are to be in the same session."""
    kept: list[Idea] = []
    whens: list[Idea] = []
    for idea in ideas:
        (whens if idea.is_when else kept).append(idea)
    if len(whens) > 1:
        whens = [
            Idea(
                phrase=tuple(word for idea in whens for word in idea.phrase),
                typed=" ".join(idea.typed for idea in whens),
                choices=tuple(choice for idea in whens for choice in idea.choices),
            )
        ]
    return (*kept, *whens)
