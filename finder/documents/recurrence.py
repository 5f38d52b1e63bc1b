"""The rule by which dates come round, as a calendar file can say it (RFC 5545, section 3.3.10)."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import gcd

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """Every so many weeks, or one week of each month, on the weekday of the first date.

    `left_out` are the dates that the rule would give, and that are none.
    """

    every_weeks: int = 0
    week_of_month: int = 0
    left_out: tuple[date, ...] = ()

    def parts(self, first: date) -> dict[str, str | int]:
        """Return the rule as the file has it, for dates that begin with this one."""
        if self.every_weeks:
            return {"FREQ": "WEEKLY", "INTERVAL": self.every_weeks}
        return {"FREQ": "MONTHLY", "BYDAY": f"{self.week_of_month}{_DAYS[first.weekday()]}"}


def find_recurrence(dates: Sequence[date]) -> Recurrence | None:
    """Return the rule that leaves out the fewest, or None when there is no true one.

    The dates are in order. A rule that leaves out more than it gives is none: then it is truer to
    list them.
    """
    if len(dates) < 2:
        return None
    found = min(_rules(dates), key=lambda rule: len(rule.left_out), default=None)
    return found if found is not None and len(found.left_out) <= len(dates) else None


def _rules(dates: Sequence[date]) -> Iterator[Recurrence]:
    step = gcd(*((later - earlier).days for earlier, later in pairwise(dates)))
    if step % 7 == 0:
        every = range(dates[0].toordinal(), dates[-1].toordinal(), step)
        yield Recurrence(
            every_weeks=step // 7, left_out=_without(map(date.fromordinal, every), dates)
        )
        for week in set.intersection(*(_weeks_of(day) for day in dates)):
            days = _days_in_week(week, dates[0], dates[-1])
            yield Recurrence(week_of_month=week, left_out=_without(days, dates))


def _without(days: Iterator[date], dates: Sequence[date]) -> tuple[date, ...]:
    held = frozenset(dates)
    return tuple(day for day in days if day not in held)


def _weeks_of(day: date) -> set[int]:
    """Return which weekday of its month a day is: the second, say, or the last; it can be both."""
    week = (day.day - 1) // 7 + 1
    is_last = day.day + 7 > monthrange(day.year, day.month)[1]
    return {week, _LAST} if is_last else {week}


def _days_in_week(week: int, first: date, last: date) -> Iterator[date]:
    """Return the days in that week of each month, on the weekday of the first, which is one."""
    for number in range(first.toordinal(), last.toordinal(), 7):
        day = date.fromordinal(number)
        if week in _weeks_of(day):
            yield day
