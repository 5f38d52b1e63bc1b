"""Sentences of a page, with whose words they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One idea. `is_english` says that it is in the provider's or the council's own words."""

    text: str
    is_english: bool = False


def own(text: str) -> list[Sentence]:
    """Return a sentence of the provider's or the council's; nothing for an empty text."""
    return [Sentence(text, is_english=True)] if text else []


def ours(text: str) -> list[Sentence]:
    """Return a sentence of the site's, in the page's language; nothing for an empty text."""
    return [Sentence(text)] if text else []
