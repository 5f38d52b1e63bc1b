"""A council's own words in another language: which of them are translated, and by what.

A translation is from one text to another: the same English is the same words everywhere. A text
that has none stays English; the pages mark it as that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from finder.domain.council import AgeBand, Council, HelpContact, Labelled, Lot
from finder.domain.provider import Contact
from finder.domain.words import HardWord, Interest, Reason

Value = TypeVar("Value")

# What people read, by the value that holds it. Names of councils, of places and of the framework
# are the same in every language, and what providers wrote is theirs.
TRANSLATED: Mapping[type, tuple[str, ...]] = {
    Council: ("site_name",),
    Contact: ("who", "hours"),
    HelpContact: ("label", "text"),
    Lot: ("label",),
    Labelled: ("label", "hint"),
    AgeBand: ("label", "contact"),
    Reason: ("label", "heading"),
    Interest: ("label", "line", "hint"),
    HardWord: ("word", "meaning"),
}
# Places have the same names in every language.
_PLACES = frozenset({"areas", "start_places"})


def in_words(value: Value, texts: Mapping[str, str]) -> Value:
    """Return a value, or a tuple of values, with each text that has a translation translated."""
    if isinstance(value, tuple):
        return tuple(in_words(each, texts) for each in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = TRANSLATED.get(type(value), ())
    changes: dict[str, object] = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if field.name in _PLACES:
            continue
        new = texts.get(old, old) if field.name in names else in_words(old, texts)
        if new != old:
            changes[field.name] = new
    return replace(value, **changes) if changes else value


def texts_of(value: object) -> Iterator[str]:
    """Yield every text of a value, or of a tuple of values, that a translation is looked up for."""
    if isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value) and not isinstance(value, type):
        names = TRANSLATED.get(type(value), ())
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name in names:
                yield from filter(None, [inner])
            elif field.name not in _PLACES:
                yield from texts_of(inner)
