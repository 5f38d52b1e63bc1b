"""Tell everyday words from long words that need explaining."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from finder.readability.inflection import count_syllables, list_stems

LONG_WORD_LETTERS = 9
LONG_WORD_SYLLABLES = 3


@cache
def read_common_words() -> frozenset[str]:
    """Return the everyday words of `common_words.txt`; lines that begin with # are headings."""
    text = (Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def is_common(word: str) -> bool:
    """Return whether a lower-case word, or what it is a form of, is an everyday word."""
    common = read_common_words()
    return any(stem in common for stem in list_stems(_strip_accents(word)))


@lru_cache(maxsize=20_000)
def is_hard_to_read(word: str) -> bool:
    """Return whether a lower-case word is long, and not an everyday word."""
    letters = _strip_accents(word)
    if not letters.replace("'", "").isalpha() or not letters.isascii():
        return False
    is_long = len(letters) >= LONG_WORD_LETTERS or count_syllables(letters) >= LONG_WORD_SYLLABLES
    return is_long and not is_common(letters)


def _strip_accents(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))
