"""Find listed words and phrases in a sentence, by looking each word up once."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from finder.readability.inflection import list_forms
from finder.readability.protection import hide_protected
from finder.readability.tokens import Token, make_tokens

ANY_NUMBER = "#"
_FOLDER = Path(__file__).parent


class Advice(NamedTuple):
    """What is wrong with a listed phrase, and what to say instead."""

    code: str
    remedy: str
    is_error: bool


class Match(NamedTuple):
    """The words from `first` up to, not with, `last`. No advice: the phrase is allowed."""

    first: int
    last: int
    advice: Advice | None


class PhraseIndex:
    """Phrases by their first word. Of two phrases at one place, the longer one counts."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], Advice | None]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Advice | None]]] = {}
        for words, advice in phrases:
            self._by_first.setdefault(words[0], []).append((words[1:], advice))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def begins_with(self, word: str) -> bool:
        return word in self._by_first

    def find_at(self, words: list[str], place: int) -> Match | None:
        """Return the longest phrase that begins with the word at `place`."""
        for rest, advice in self._by_first.get(words[place], ()):
            last = place + 1 + len(rest)
            if tuple(words[place + 1 : last]) == rest:
                return Match(place, last, advice)
        return None


def find_phrases(
    tokens: list[Token], *, allowed: frozenset[str], names: frozenset[str]
) -> Iterator[Match]:
    """Yield the listed phrases of a sentence, and the allowed ones, none over another."""
    words = [ANY_NUMBER if token.is_number else token.word for token in tokens]
    listed, permitted, named = _listed_phrases(), _index_allowed(allowed), _index_names(names)
    last = 0
    for place, token in enumerate(tokens):
        if place < last:
            continue
        match = None
        if named.begins_with(token.text):
            match = named.find_at([token.text for token in tokens], place)
        if match is None and permitted.begins_with(token.word):
            match = permitted.find_at(words, place)
        if listed.begins_with(token.word):
            found = listed.find_at(words, place)
            if match is None or (found is not None and found.last > match.last):
                match = found
        if match is not None:
            yield match
            last = match.last


@cache
def _listed_phrases() -> PhraseIndex:
    return PhraseIndex(read_phrases(tomllib.loads(_read("hard_words.toml"))))


def read_phrases(
    tables: Mapping[str, Mapping[str, str]],
) -> Iterator[tuple[tuple[str, ...], Advice]]:
    """Yield every form of every phrase of the tables of `hard_words.toml`."""
    codes = {
        "errors": ("hard-word", True),
        "warnings": ("hard-word", False),
        "unkind": ("unkind-word", True),
        "joining": ("two-ideas", True),
        "latin": ("abbreviation", True),
        "idioms": ("idiom", True),
    }
    for table, entries in tables.items():
        code, is_error = codes[table]
        for phrase, saying in entries.items():
            advice = Advice(code, make_remedy(saying, code=code), is_error)
            for words in _list_phrase_forms(phrase):
                yield words, advice


def make_remedy(saying: str, *, code: str) -> str:
    """Return the sentence of advice for what stands right of the "=" in the word files."""
    if saying.startswith("!"):
        return saying[1:]
    choices = " or ".join(f"“{choice.strip()}”" for choice in saying.split("|"))
    if code == "two-ideas":
        return f"Make two sentences, or say {choices}."
    return f"Say {choices}."


def _list_phrase_forms(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the phrase with each ending of the word that is marked with ~."""
    before, mark, after = phrase.partition("~")
    if not mark:
        yield _split_words(phrase)
        return
    start, space, base = before.rpartition(" ")
    for form in list_forms(base):
        yield _split_words(f"{start}{space}{form}{after}")


def _split_words(phrase: str) -> tuple[str, ...]:
    words = phrase.replace("-", " ").replace("/", " ").replace("’", "'").split()
    return tuple(word.lower() for word in words)


@lru_cache(maxsize=64)
def _index_allowed(allowed: frozenset[str]) -> PhraseIndex:
    """Return the allowed words with the endings of their last word."""
    phrases: set[tuple[str, ...]] = set()
    for phrase in allowed:
        words = _split_words(phrase)
        if words:
            phrases.update((*words[:-1], form) for form in list_forms(words[-1]))
    return PhraseIndex((words, None) for words in sorted(phrases))


@lru_cache(maxsize=64)
def _index_names(names: frozenset[str]) -> PhraseIndex:
    """Return the names as they are written, capitals and all."""
    split = (tuple(t.text for t in make_tokens(hide_protected(name))) for name in sorted(names))
    return PhraseIndex((words, None) for words in split if words)


@cache
def read_abbreviations() -> tuple[frozenset[str], dict[str, str]]:
    """Return the short forms that everybody knows, and what to say for some that few know."""
    tables = tomllib.loads(_read("abbreviations.toml"))
    return frozenset(tables["known"]["words"]), dict(tables["say"])


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
