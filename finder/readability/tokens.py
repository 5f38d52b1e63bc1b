"""Cut a sentence into words."""

import re
from typing import NamedTuple

from finder.readability.protection import HIDDEN

_WORD = re.compile(
    rf"{HIDDEN}+"
    r"|\d[\d,.]*\d|\d+"
    r"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+\b\.?"  # e.g. and U.K.
    r"|[^\W_]+(?:['’][^\W_]+)*"
)


class Token(NamedTuple):
    """A word, a number or a protected thing, and where it stands in its sentence.

    `word` is what to look up: lower case, straight apostrophes, no full stops. `is_joined`
    says that a hyphen or a slash ties it to the word before.
    """

    word: str
    text: str
    start: int
    end: int
    is_joined: bool
    is_protected: bool
    is_number: bool
    is_capital: bool


def make_tokens(hidden: str) -> list[Token]:
    """Return the words of a sentence whose protected things are hidden."""
    tokens = []
    last_end = -1
    for found in _WORD.finditer(hidden):
        text = found.group()
        start, end = found.span()
        is_joined = start == last_end + 1 and hidden[last_end] in "-‐‑/"
        word = text.lower()
        if "’" in word:
            word = word.replace("’", "'")
        if "." in word:
            word = word.replace(".", "")
        first = text[0]
        tokens.append(
            Token(
                word,
                text,
                start,
                end,
                is_joined,
                first == HIDDEN,
                first.isdecimal(),
                first.isupper(),
            )
        )
        last_end = end
    return tokens


def count_words(tokens: list[Token]) -> int:
    """Return how many words a reader would count: "step-free" is one, "9.30am" is one."""
    return sum(1 for token in tokens if not token.is_joined)
