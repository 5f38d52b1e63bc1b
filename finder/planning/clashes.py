"""Sessions of one day that are at the same time, or that leave little time to travel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finder.planning.slots import Slot
from finder.planning.together import Together, together
from finder.planning.travel import Way, way_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two slots at the same time of the same day."""

    first: Slot
    second: Slot
    together: Together


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Two slots of one day with little time between them, or nobody knows how much.

    `minutes` is None when nobody told when the first one ends. `way` is None when the person need
    not go anywhere for the second.
    """

    first: Slot
    second: Slot
    minutes: int | None
    way: Way | None
    together: Together


def find_clashes_and_gaps(
    slots: Sequence[Slot], *, today: date
) -> tuple[tuple[Clash, ...], tuple[Gap, ...]]:
    """Return what is the matter with slots of one day, which stand in the order of their times.

    Two sessions of one activity are never compared. They are two groups of it, or its provider
    sees people from one to the other.
    """
    clashes, gaps = [], []
    for number, first in enumerate(slots):
        for second in slots[number + 1 :]:
            met = together(first, second, today=today)
            if met is None or first.is_same_activity(second):
                continue
            if _is_at_the_same_time(first, second):
                clashes.append(Clash(first=first, second=second, together=met))
            elif not _is_something_between(first, second, slots, today):
                gaps += _gap(first, second, met)
    return tuple(clashes), tuple(gaps)


def _is_at_the_same_time(first: Slot, second: Slot) -> bool:
    """Return whether the second starts before the first is over, for all that was told."""
    is_going_on = first.ends is not None and second.starts < first.ends
    return is_going_on or first.starts == second.starts


def _is_something_between(first: Slot, second: Slot, slots: Sequence[Slot], today: date) -> bool:
    """Return whether the person goes somewhere else between the two, every week.

    Then the way is from there.
    """
    leaves = first.starts if first.ends is None else first.ends
    return any(
        leaves <= slot.starts and slot.ends is not None and slot.ends <= second.starts
        for slot in slots
        if slot is not first and slot is not second and slot.is_every_week(today)
    )


def _gap(first: Slot, second: Slot, met: Together) -> list[Gap]:
    """Return the time between two slots if it is short or not known; nothing when it is enough."""
    way = way_between(first, second)
    minutes = None if first.ends is None else second.starts - first.ends
    if minutes is not None and (way is None or not way.is_too_long_for(minutes)):
        return []
    return [Gap(first=first, second=second, minutes=minutes, way=way, together=met)]
