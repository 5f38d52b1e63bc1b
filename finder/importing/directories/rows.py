"""Rows of somebody else's table: their cells by name, and where each row stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from finder.importing.texts import clean

_NOT_A_LETTER = re.compile(r"[\W_]+")
# A pound sign is part of what a name says; an apostrophe is not, since people leave it out.
_APOSTROPHE = re.compile(r"['’‘`´]")


def tidied(text: str) -> str:
    """Return a text as `clean` does, at once where there is nothing to clean."""
    return text.strip() if text.isascii() and text.isprintable() else clean(text)


@lru_cache(maxsize=4096)
def plain_key(text: str) -> str:
    """Return a text as it is compared: "Post code", "postcode" and "POST-CODE" are the same."""
    spelled = _APOSTROPHE.sub("", tidied(text).casefold()).replace("&", " and ")
    return _NOT_A_LETTER.sub("", spelled)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """One row of a table, or one entry of a feed.

    `number` is what a spreadsheet shows beside the row (the headings are row 1), or for a feed
    the entry's place in its list, from 1. `headers` finds a column however its name is written.
    """

    table: str
    file: str
    number: int
    source: Mapping[str, object]
    headers: Mapping[str, str] = field(default_factory=dict)

    def values(self, column: str) -> tuple[str, ...]:
        """Return the texts of a column that are not blank.

        In a feed, "organization.name" is the name inside the organization, and a list on the way
        gives one text for each of its items.
        """
        texts = (_text_of(each) for each in self._found(column))
        return tuple(text for text in texts if text)

    def first(self, columns: Iterable[str]) -> str:
        """Return the first text that is not blank, or an empty text."""
        return next((text for column in columns for text in self.values(column)), "")

    def parts(self, path: str) -> list[Mapping[str, object]]:
        """Return the tables of a feed that stand at a path, such as its locations."""
        return [each for each in self._found(path) if isinstance(each, dict)]

    def _found(self, column: str) -> Iterator[object]:
        header = column if column in self.source else self.headers.get(plain_key(column))
        if header is not None:
            return _each(self.source.get(header))
        found: Iterator[object] = iter([self.source])
        for name in column.split("."):
            found = _step(found, name)
        return found


def _step(values: Iterable[object], name: str) -> Iterator[object]:
    for value in values:
        if isinstance(value, dict):
            yield from _each(value.get(name))


def _each(value: object) -> Iterator[object]:
    """Yield the items of a list, or the one value. A list in a list says nothing that we know."""
    if isinstance(value, list):
        yield from (item for item in value if not isinstance(item, list))
    else:
        yield value


def _text_of(value: object) -> str:
    if isinstance(value, str):
        return tidied(value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else ""
