"""Words that open a list over the phone: "kayak garden button oven lemonade".

A code is five words of our own list, 40 random bits. That is short enough to try, so trying is
made slow: a page limits how often one address may, a code goes after some days, and what the
store keeps of a code comes from scrypt. A copy of the database opens no list without trying a
trillion codes, of which one processor core does some twenty in a second, within those days.

scrypt's salt is the same for every code, because the code is all that a person brings: a store
looks the list up by the hash, so the same words have to give the same hash. A salt keeps one
computation from trying all codes of a database at once, or from being kept for the next; here
the bits and the days have to bear that, and they do.
"""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NewType

from rapidfuzz.distance import OSA, JaroWinkler

from finder.shortlists.tokens import EditToken, LookToken, is_token

Code = NewType("Code", str)

WORDS_IN_CODE = 5
LONGEST_TEXT = 200
"""How many characters of what a person typed are read. The longest code has 44."""
LEAST_ALIKE = 0.6
"""Which part of a word has to be right for a word of ours to be offered in its stead."""

_SALT = b"activity-finder phone code 1"
_HASH_BYTES = 32
_PAD_BYTES = 32
_MAY_CHANGE, _MAY_LOOK = b"\x01", b"\x00"
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def list_words() -> tuple[str, ...]:
    """Return the words of `code_words.txt`, in order; lines that begin with # are a heading."""
    text = (Path(__file__).parent / "code_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(word for line in lines for word in line.split())


def make_code() -> Code:
    """Return a new code: five words, 8 random bits each."""
    return Code(" ".join(secrets.choice(list_words()) for _ in range(WORDS_IN_CODE)))


def read_code(text: str) -> Code | None:
    """Return the code that a person typed, or None when it is not five words of ours.

    Capitals, commas, full stops, hyphens, numbers and spaces make no difference, nor does a space
    within a word ("foot ball"). A word that is only nearly ours is never taken for it: that would
    make codes easier to guess.
    """
    words = list(_list_typed(text))
    is_code = len(words) == WORDS_IN_CODE and all(word in list_words() for word in words)
    return Code(" ".join(words)) if is_code else None


def unknown_words(text: str) -> list[tuple[str, str]]:
    """Return each typed word that is not ours, with the nearest of ours, or "" if none is near."""
    unknown = dict.fromkeys(word for word in _list_typed(text) if word not in list_words())
    return [(word, _find_nearest(word)) for word in unknown]


def _list_typed(text: str) -> Iterator[str]:
    """Return the words that a person typed, small and without accents, mended where split."""
    parts = unicodedata.normalize("NFKD", text[:LONGEST_TEXT])
    plain = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
    words = _LETTERS.findall(plain)
    while words:
        word = words.pop(0)
        if word not in list_words() and words and word + words[0] in list_words():
            word += words.pop(0)
        yield word


def _find_nearest(word: str) -> str:
    """Return the word of ours that is most alike; of two, the one that begins more alike."""
    alike, _, nearest = max(
        (OSA.normalized_similarity(word, ours), JaroWinkler.similarity(word, ours), ours)
        for ours in list_words()
    )
    return nearest if alike >= LEAST_ALIKE else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedCode:
    """What a store keeps of a code: its hash, and a token that only the code itself gives back."""

    code_hash: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCode:
    """A code with its slow work done: the hash to look for, and the pad that seals a token.

    The pad is used as a one-time pad is. So a code has to be new, and is for one token only.
    """

    code_hash: bytes
    pad: bytes = field(repr=False)

    def seal(self, token: EditToken | LookToken, may_change: bool) -> SealedCode:
        """Return what to keep of this code; it opens the list of `token`."""
        text = (_MAY_CHANGE if may_change else _MAY_LOOK) + token.encode("ascii")
        return SealedCode(code_hash=self.code_hash, sealed=self._combine(text))

    def unseal(self, sealed: bytes) -> tuple[EditToken | LookToken, bool]:
        """Return the token, and whether it is one to change the list with.

        What was not sealed with this code raises ValueError.
        """
        text = self._combine(sealed)
        token = text[1:].decode("ascii", errors="replace")
        if text[:1] not in (_MAY_CHANGE, _MAY_LOOK) or not is_token(token):
            raise ValueError("This was not sealed with this code.")
        return token, text[:1] == _MAY_CHANGE

    def _combine(self, text: bytes) -> bytes:
        return bytes(one ^ other for one, other in zip(text, self.pad, strict=False))


def open_code(code: Code) -> OpenedCode:
    """Do the slow work for a code, about 50 milliseconds and 16 MB. Once is enough for a try."""
    derived = hashlib.scrypt(
        code.encode("ascii"), salt=_SALT, n=2**14, r=8, p=1, dklen=_HASH_BYTES + _PAD_BYTES
    )
    return OpenedCode(code_hash=derived[:_HASH_BYTES], pad=derived[_HASH_BYTES:])


def seal(code: Code, token: EditToken | LookToken, may_change: bool) -> SealedCode:
    """Return what a store is to keep of a new code that opens the list of `token`."""
    return open_code(code).seal(token, may_change)
