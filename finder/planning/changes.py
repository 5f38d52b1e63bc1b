"""What changed about an activity since somebody put it on a list.

A list remembers a short mark of what people decide by, and never the facts themselves.
"""

from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from hashlib import blake2s
from re import compile as compile_pattern

from finder.domain.activity import Activity, Price, Session, Transport

_DIGEST_BYTES = 4
_MARK = compile_pattern(r"[0-9a-f]{8}(\.[0-9a-f]{8}){3}")
# Remarks are put in other words now and then, and nothing has changed by that.
_REMARKS = frozenset({"note", "includes"})
# Where a session is held is said once, by the places.
_WHERE = frozenset({"place_id", "mode"})
_NO_FARE = frozenset({"offered", "area", "arranged_by", "note", "nearest_stop"})


class Aspect(StrEnum):
    """What people decide by, in the order in which a mark has it."""

    TIMES = "times"
    PLACE = "place"
    COST = "cost"
    STATUS = "status"


def mark_of(activity: Activity) -> str:
    """Return a short mark of what people decide by, the same for equal activities, for ever."""
    return ".".join(_digest(texts) for texts in _texts(activity))


def what_changed(mark: str, activity: Activity) -> frozenset[Aspect]:
    """Return what is different now. A mark that is empty or cannot be read tells of nothing."""
    if not _MARK.fullmatch(mark):
        return frozenset()
    before_and_now = zip(Aspect, mark.split("."), mark_of(activity).split("."), strict=True)
    return frozenset(aspect for aspect, before, now in before_and_now if before != now)


def _texts(activity: Activity) -> tuple[list[str], ...]:
    """Return what each aspect is made of. The order in which it was written does not count."""
    return (
        [
            *(_said(session, _REMARKS | _WHERE) for session in activity.sessions),
            _tidy("" if activity.sessions else activity.timing_note),
            f"weeks={activity.length_weeks or ''}",
            f"starts={activity.starts_on or ''}",
        ],
        [
            *(
                "|".join(map(_tidy, (place.name, place.address, place.town, place.postcode)))
                for place in activity.places
            ),
            *(f"mode={mode}" for mode in activity.modes or ()),
            *(f"serves={area}" for area in activity.serves),
        ],
        [
            *(_said(price, _REMARKS) for price in activity.prices),
            *(f"pay={way}" for way in activity.pay or ()),
            f"fare: {_said(activity.transport, _NO_FARE)}",
        ],
        [f"status={activity.status}", f"ended={activity.ended_on or ''}"],
    )


def _said(told: Session | Price | Transport, left_out: frozenset[str]) -> str:
    """Return what was told, by the names of the fields.

    What was not told is left out, so that a field that is new one day changes no mark.
    """
    return ";".join(
        f"{each.name}={_written(value)}"
        for each in sorted(fields(told), key=lambda each: each.name)
        if each.name not in left_out and (value := getattr(told, each.name)) != each.default
    )


def _written(value: object) -> str:
    """Return a value as text: 5 hours and 5.0 hours are the same, in any order of the payers."""
    if isinstance(value, tuple):
        return ",".join(sorted(map(_written, value)))
    return str(float(value)) if isinstance(value, int | float) else str(value)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _digest(texts: Iterable[str]) -> str:
    joined = "\n".join(sorted({text for text in texts if text}))
    return blake2s(joined.encode(), digest_size=_DIGEST_BYTES).hexdigest()
