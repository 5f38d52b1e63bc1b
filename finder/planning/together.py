"""Whether two sessions on the same day of the week are ever held on the same date."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from finder.domain.vocabulary import Day, Repeats
from finder.planning.slots import Slot

_DAYS = tuple(Day)
_LAST_WEEK = -1


class Certainty(StrEnum):
    """How sure it is that two sessions fall on the same date."""

    CERTAIN = "certain"
    SOMETIMES = "sometimes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """When two sessions are held on the same dates.

    `first_date` is None when that goes on already, and `last_date` when no end is told. The two
    are the same when there is one such date only.
    """

    certainty: Certainty
    first_date: date | None = None
    last_date: date | None = None

    @property
    def is_one_date(self) -> bool:
        return self.first_date is not None and self.first_date == self.last_date


def together(a: Slot, b: Slot, *, today: date) -> Together | None:
    """Return when two sessions of one day of the week are on the same date, from today on.

    None means never: their dates do not meet, or their weeks do not.
    """
    begins = max(a.first_date, b.first_date)
    first, last = max(begins, today), min(a.last_date, b.last_date)
    days_to_wait = (_DAYS.index(_day_of(a)) - first.weekday()) % 7
    if (last - first).days < days_to_wait:
        return None
    next_date = first + timedelta(days=days_to_wait)
    is_one_date = (last - next_date).days < 7
    certainty = _on_the_date(a, b, next_date) if is_one_date else _in_the_weeks(a, b, today)
    if certainty is None:
        return None
    if is_one_date:
        return Together(certainty=certainty, first_date=next_date, last_date=next_date)
    return Together(
        certainty=certainty,
        first_date=next_date if begins > today else None,
        last_date=None if last == date.max else last,
    )


def _day_of(slot: Slot) -> Day:
    assert slot.day is not None, "only sessions on a day of the week are compared"
    return slot.day


def _on_the_date(a: Slot, b: Slot, day: date) -> Certainty | None:
    held = (_is_held_on(a, day), _is_held_on(b, day))
    if False in held:
        return None
    return Certainty.SOMETIMES if None in held else Certainty.CERTAIN


def _is_held_on(slot: Slot, day: date) -> bool | None:
    """Return whether a session is held on a date of its own day; None when that is not told."""
    session = slot.session
    if session.on_date is not None:
        return True
    if session.repeats is Repeats.FORTNIGHTLY:
        return _are_weeks_even(_first_held(slot), day)
    if session.repeats is Repeats.MONTHLY:
        return _is_in_week(day, session.week_of_month)
    return None if session.term_time or session.repeats is Repeats.ONCE else True


def _is_in_week(day: date, week_of_month: int | None) -> bool | None:
    if week_of_month is None:
        return None
    if week_of_month == _LAST_WEEK:
        return day.day + 7 > monthrange(day.year, day.month)[1]
    return (day.day - 1) // 7 + 1 == week_of_month


def _first_held(slot: Slot) -> date | None:
    """Return the first date on its own day of the week; None when no first date is told."""
    if slot.first_date == date.min:
        return None
    days_to_wait = (_DAYS.index(_day_of(slot)) - slot.first_date.weekday()) % 7
    return slot.first_date + timedelta(days=days_to_wait)


def _are_weeks_even(first: date | None, other: date | None) -> bool | None:
    """Return whether something every two weeks is on both dates; None when one is not told."""
    if first is None or other is None:
        return None
    return (other - first).days % 14 == 0


def _in_the_weeks(a: Slot, b: Slot, today: date) -> Certainty | None:
    """Return how sure it is that two sessions meet in the weeks that both are held."""
    repeats = {a.session.repeats, b.session.repeats}
    can_meet = True
    if repeats == {Repeats.MONTHLY}:
        weeks = {a.session.week_of_month, b.session.week_of_month}
        # The fourth Tuesday is the last one in most months.
        can_meet = len(weeks) == 1 or None in weeks or weeks == {4, _LAST_WEEK}
    elif repeats == {Repeats.FORTNIGHTLY}:
        can_meet = _are_weeks_even(_first_held(a), _first_held(b)) is not False
    elif repeats == {Repeats.WEEKLY} and _year_of(a, today) == _year_of(b, today):
        return Certainty.CERTAIN
    return Certainty.SOMETIMES if can_meet else None


def _year_of(slot: Slot, today: date) -> tuple[bool, date, date]:
    """Return the weeks of the year in which a session is held, to compare with another's."""
    return slot.session.term_time, max(slot.first_date, today), slot.last_date
