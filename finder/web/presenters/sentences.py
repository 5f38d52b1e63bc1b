"""Sentences of a page, with whose words they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from finder.web.wording import gettext

# How the site's languages end a sentence.
_STOPS = ".।。۔"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One idea. `is_english` says that it is in the provider's or the council's own words.

    `theirs` are words of the provider's inside a sentence of the site's.
    """

    text: str
    is_english: bool = False
    theirs: str = ""


def own(text: str) -> list[Sentence]:
    """Return a sentence of the provider's or the council's; nothing for an empty text."""
    return [Sentence(text, is_english=True)] if text else []


def ours(text: str, theirs: str = "") -> list[Sentence]:
    """Return a sentence of the site's, in the page's language; nothing for an empty text."""
    return [Sentence(text, theirs=theirs)] if text else []


def as_sentence(words: str) -> str:
    """Return words as a sentence, ended as the page's language ends one."""
    # TRANSLATORS: the words are a whole sentence without its full stop; add yours
    return gettext("%(words)s.", words=words.rstrip(_STOPS))


def side_by_side(parts: Iterable[str]) -> str:
    """Return parts one after the other, with the page's own comma between them."""
    return reduce(_and_then, (part for part in parts if part), "")


def _and_then(first: str, second: str) -> str:
    # TRANSLATORS: two parts of a list; use your comma
    return gettext("%(first)s, %(second)s", first=first, second=second) if first else second
