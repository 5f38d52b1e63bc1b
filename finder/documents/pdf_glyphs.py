"""Which characters the fonts of a PDF have.

A PDF that everybody can read has no character without a letter to show it (PDF/UA-1), and Typst
refuses to make one. So what no font has is taken out before.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

FONTS_DIR = Path(__file__).parent / "fonts"
# Stands for words in a script that no font has.
UNREADABLE = "□"
# Join letters of some scripts, or keep them apart.
_JOINERS = "\u200c\u200d"
# Pictures and marks that a text can do without; the rest are letters and numbers.
_LEFT_OUT = ("So", "Sk", "Sm", "Cf", "Cn", "Co", "Cs", "Mn", "Mc", "Me")
_PLAIN = re.compile(r"[\x20-\x7e\xa3\xe0-\xf6‘’“”–]*")
# The short vowels of Arabic, which people write for beginners and in prayers. Typst would put the
# letters of a word with one into the file in the wrong order, and a voice could not say it.
_SHORT_VOWELS = re.compile(r"[\u064b-\u0652\u0670]")
# Marks that nobody sees: where a word may break, and those that turn words around.
_HIDDEN = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# One picture made of several, such as a woman who swims.
_JOINED_EMOJI = re.compile(
    r"[\U0001f000-\U0001faff\u2600-\u27bf][\U0001f3fb-\U0001f3ff\ufe0f]*"
    r"(?:\u200d.[\U0001f3fb-\U0001f3ff\ufe0f]*)+"
)
_SPACES = re.compile(r"[\x00-\x20\x7f-\x9f\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f]+")
_NARROW_SPACES = re.compile(r"[\u2007\u202f]")
_UNREADABLE_RUN = re.compile(f"{UNREADABLE}[{UNREADABLE} ]*{UNREADABLE}")


@cache
def coverage() -> tuple[frozenset[str], ...]:
    """Return the characters of each font, as `fonts/coverage.txt` says."""
    written = (FONTS_DIR / "coverage.txt").read_text(encoding="ascii").splitlines()
    return tuple(frozenset(_characters(line.partition(": ")[2])) for line in written)


def _characters(ranges: str) -> Iterator[str]:
    for each in ranges.split():
        first, _, last = each.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def printable(text: str) -> str:
    """Return a text as the fonts can show it, in one line.

    Emoji, and marks that change the direction, are left out. Words in a script that no font has
    become one empty square.
    """
    text = _SPACES.sub(" ", text).strip()
    if _PLAIN.fullmatch(text):
        return text
    text = _NARROW_SPACES.sub("\xa0", unicodedata.normalize("NFC", text))
    for unwanted in (_HIDDEN, _SHORT_VOWELS, _JOINED_EMOJI):
        text = unwanted.sub("", text)
    shown = "".join(map(_shown, _clusters(text)))
    return _SPACES.sub(" ", _UNREADABLE_RUN.sub(UNREADABLE, shown)).strip()


def _clusters(text: str) -> Iterator[str]:
    """Return each letter together with the marks on it, which have to be in the same font."""
    start = 0
    for place, character in enumerate(text):
        if place and not _is_mark(character):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _is_mark(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character).startswith("M")


@lru_cache(maxsize=4096)
def _shown(cluster: str) -> str:
    letter = cluster[0]
    fonts = [font for font in coverage() if letter in font]
    if fonts and not _is_mark(letter):
        if any(font.issuperset(cluster) for font in fonts):
            return cluster
        return letter
    return "" if unicodedata.category(letter) in _LEFT_OUT else UNREADABLE
