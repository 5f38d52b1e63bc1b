"""The hard words of a council in one language, and where they stand in a text.

A word is never found inside another word, an address or the name of a group or an activity.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from finder.catalogue.translated import in_words
from finder.domain.words import HardWord

# Ids that stand on the page of hard words already.
TAKEN_IDS = ("main", "help", "help-heading", "list-count", "missing")

# Vowel signs of Arabic, Bengali and Gurmukhi are no letters to Python.
_LETTER = r"\w\u064b-\u065f\u0670\u0900-\u0a7f"
_NOT_AFTER = rf"(?<![{_LETTER}@/-])"
_NOT_BEFORE = rf"(?![{_LETTER}@/-]|\.\w)"
# Writing that has no spaces between words: Chinese, Japanese, Thai, Lao, Khmer and Burmese.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# Chinese has brackets of its own.
_IN_BRACKETS = re.compile(r"\s*[(\uff08][^()\uff08\uff09]*[)\uff09]\s*")
_NEW_SENTENCE = re.compile(r"(?:^|[.!?:…][\"”’)]*\s|[“‘\"(])\s*$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_])")
_LAST_WORD = re.compile(r"([^\W\d_])[^\W\d_]*\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A hard word in the language of a page.

    `english` is the word as the content has it, with its other forms. `anchor` is its id on the
    page of hard words, the same in every language.
    """

    anchor: str
    english: HardWord
    shown: HardWord

    @property
    def forms(self) -> tuple[str, ...]:
        """The word in English, with its other forms."""
        return (self.english.word, *self.english.also)

    @property
    def text(self) -> str:
        return f"{self.shown.word}: {self.shown.meaning}"

    @property
    def is_translated(self) -> bool:
        return self.shown.meaning != self.english.meaning


class Glossary:
    """The hard words of a council in one language, ready to be found in texts."""

    def __init__(
        self, words: Iterable[HardWord], texts: Mapping[str, str], names: Iterable[str] = ()
    ) -> None:
        """`texts` are translations by the English; `names` are those of groups and activities."""
        self.meanings = _make_meanings(words, texts)
        english = _by_form(self.meanings, lambda meaning: meaning.forms)
        self._names = tuple(names)
        self._english = _Finder(english, self._names)
        if texts:
            self._own = _Finder(_by_form(self.meanings, _own_forms) | english, self._names)
        else:
            self._own = self._english

    def find(self, text: str, *, is_english: bool) -> Iterator[tuple[int, int, Meaning]]:
        """Yield where each hard word of a text begins and ends, and what it means."""
        return (self._english if is_english else self._own).find(text)


class _Finder:
    """Finds the forms of words, the longest first, and passes by the names that hold them."""

    def __init__(self, meanings: Mapping[str, Meaning], names: Iterable[str]) -> None:
        self._meanings = {form.lower(): meaning for form, meaning in meanings.items()}
        self._capitals = {form.lower() for form in meanings if form[:1].isupper()}
        self._pattern = _pattern_of(self._meanings)
        lowered = {name.lower() for name in names} - set(self._meanings)
        held = [name for name in lowered if self._pattern and self._pattern.search(name)]
        if held:
            self._pattern = _pattern_of([*self._meanings, *held])

    def find(self, text: str) -> Iterator[tuple[int, int, Meaning]]:
        lowered = text.lower()
        if self._pattern is None or len(lowered) != len(text):
            return
        for found in self._pattern.finditer(lowered):
            meaning = self._meanings.get(found.group())
            if meaning is not None and not self._is_in_name(text, *found.span()):
                yield *found.span(), meaning

    def _is_in_name(self, text: str, start: int, end: int) -> bool:
        """Return whether capitals say that the word is a part of a name, as in "Carers Hub"."""
        if not text[start].isupper():
            return False
        following = _NEXT_WORD.match(text, end)
        if following is not None and following[1].isupper():
            return True
        before = text[:start]
        if _NEW_SENTENCE.search(before):
            return False
        if text[start:end].lower() not in self._capitals:
            return True
        last = _LAST_WORD.search(before)
        is_first = last is not None and _NEW_SENTENCE.search(before[: last.start()]) is not None
        return last is not None and last[1].isupper() and not is_first


def _pattern_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of these, the longest first, as whole words where words have spaces."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    unspaced = [re.escape(form) for form in longest_first if _UNSPACED.search(form)]
    spaced = [re.escape(form) for form in longest_first if not _UNSPACED.search(form)]
    choices = [*unspaced]
    if spaced:
        choices.append(f"{_NOT_AFTER}(?:{'|'.join(spaced)}){_NOT_BEFORE}")
    return re.compile("|".join(choices)) if choices else None


def _make_meanings(words: Iterable[HardWord], texts: Mapping[str, str]) -> tuple[Meaning, ...]:
    meanings = []
    taken = set(TAKEN_IDS)
    for word in words:
        slug = slug_of(word.word)
        anchor, number = slug, 1
        while anchor in taken:
            number += 1
            anchor = f"{slug}-{number}"
        taken.add(anchor)
        meanings.append(Meaning(anchor=anchor, english=word, shown=in_words(word, texts)))
    return tuple(meanings)


def slug_of(word: str) -> str:
    """Return a word as an id: "step-free" for "Step free"."""
    return re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-") or "word"


def _by_form(
    meanings: Iterable[Meaning], forms_of: Callable[[Meaning], Iterable[str]]
) -> dict[str, Meaning]:
    """Return each meaning by its forms. The first word that has a form keeps it."""
    by_form: dict[str, Meaning] = {}
    for meaning in meanings:
        for form in forms_of(meaning):
            by_form.setdefault(form, meaning)
    return by_form


def _own_forms(meaning: Meaning) -> tuple[str, ...]:
    """Return the word, and without the English word that a translator put in brackets after it."""
    word = meaning.shown.word
    return tuple(filter(None, (word, _IN_BRACKETS.sub(" ", word).strip())))
