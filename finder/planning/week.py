"""A week as it is when a person goes to the things on a list: days, clashes, time to travel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from finder.domain.vocabulary import Day
from finder.planning.clashes import Clash, Gap, find_clashes_and_gaps
from finder.planning.slots import Attendance, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A day of the week: slots in the order of time, and those whose times nobody told."""

    day: Day
    timed: tuple[Slot, ...] = ()
    untold: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week. What comes round is in `days`; what is on a date once is in `dated`, in order.

    `any_day` are slots whose day the person picks. `not_told` are activities that name no
    sessions, and `over` are those whose last date has gone by. Clashes and gaps are in the order
    of the week; a slot of one date has them too.
    """

    days: tuple[PlannedDay, ...]
    dated: tuple[Slot, ...] = ()
    any_day: tuple[Slot, ...] = ()
    not_told: tuple[Attendance, ...] = ()
    over: tuple[Attendance, ...] = ()
    clashes: tuple[Clash, ...] = ()
    gaps: tuple[Gap, ...] = ()


def plan_week(attended: Iterable[Attendance], *, today: date) -> Week:
    """Return the week of a person who goes to these sessions. What is over is left out."""
    every = tuple(attended)
    coming = [(each, each.coming(today)) for each in every]
    slots = sorted((slot for _, found in coming for slot in found), key=_time_of_day)
    days = [[slot for slot in slots if slot.day is day] for day in Day]
    found = [
        find_clashes_and_gaps([slot for slot in day if slot.is_timed], today=today) for day in days
    ]
    return Week(
        days=tuple(_plan_day(day, on_it) for day, on_it in zip(Day, days, strict=True)),
        dated=tuple(
            sorted(
                (slot for slot in slots if slot.session.on_date is not None),
                key=lambda slot: slot.first_date,
            )
        ),
        any_day=tuple(slot for slot in slots if slot.day is None),
        not_told=tuple(each for each in every if not each.activity.sessions),
        over=tuple(each for each, left in coming if each.sessions and not left),
        clashes=tuple(clash for clashes, _ in found for clash in clashes),
        gaps=tuple(gap for _, gaps in found for gap in gaps),
    )


def _time_of_day(slot: Slot) -> tuple[int, int, str]:
    ends = slot.starts if slot.ends is None else slot.ends
    return slot.starts, ends, slot.activity.name


def _plan_day(day: Day, slots: Sequence[Slot]) -> PlannedDay:
    """Return a day with what comes round on it."""
    regular = [slot for slot in slots if slot.session.on_date is None]
    return PlannedDay(
        day=day,
        timed=tuple(slot for slot in regular if slot.is_timed),
        untold=tuple(slot for slot in regular if not slot.is_timed),
    )
