"""On which dates a session is held.

What nobody told is not guessed. A session of which one cannot say in which weeks it is held has
no known dates, and `has_known_dates` tells that from a session that is over. `weeks_a_year` says
how many weeks a year has, and not which, so it leaves no date out.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from finder.domain.activity import Activity, Session
from finder.domain.council import DateRange
from finder.domain.vocabulary import ActivityStatus, Day, Repeats

A_YEAR_IN_WEEKS = 52
_DAYS = tuple(Day)
_FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The school terms of a council, and the bank holidays of England, as far as they are known."""

    terms: tuple[DateRange, ...] = ()
    bank_holidays: frozenset[date] = frozenset()

    def is_in_term(self, day: date) -> bool:
        """Return whether a day is no school holiday, as far as anybody knows.

        Schools count in weekdays, so a weekend belongs to the term that has its Friday.
        """
        school_day = day - timedelta(days=max(day.weekday() - _FRIDAY, 0))
        return any(term.holds(day) or term.holds(school_day) for term in self.terms)

    @property
    def known_terms(self) -> DateRange | None:
        """Return the days from the first term that is known to the last, or None without any."""
        if not self.terms:
            return None
        return DateRange(
            first=min(term.first for term in self.terms), last=max(term.last for term in self.terms)
        )


def has_known_dates(session: Session, activity: Activity) -> bool:
    """Return whether one can say on which dates a session is held.

    Nobody knows when an activity that is paused starts again. A fortnightly session is counted
    from its first date, or from the day on which the activity starts.
    """
    if activity.status is ActivityStatus.PAUSED:
        return False
    if session.on_date is not None:
        return True
    if session.day is None or session.repeats is Repeats.ONCE:
        return False
    if session.repeats is Repeats.FORTNIGHTLY:
        return _counted_from(session, activity) is not None
    return session.repeats is Repeats.WEEKLY or session.week_of_month is not None


def dates_of(
    session: Session, activity: Activity, calendar: Calendar, *, first: date, last: date
) -> tuple[date, ...]:
    """Return the dates from the first day to the last on which a session is held, in order.

    There are none when `has_known_dates` is False. A session in term time has none besides the
    terms that are known. A date that the provider named is held, whatever day it is.
    """
    if not has_known_dates(session, activity):
        return ()
    if activity.status is ActivityStatus.ENDED and activity.ended_on is None:
        return ()
    if session.on_date is not None:
        last = _earliest(last, activity.ended_on)
        return (session.on_date,) if first <= session.on_date <= last else ()
    first = _latest(first, session.first_date, activity.starts_on)
    last = _earliest(
        last, session.last_date, activity.ended_on, _end_of_course(session, activity, calendar)
    )
    return tuple(
        day
        for day in _regular_days(session, activity, first, last)
        if (not session.term_time or calendar.is_in_term(day))
        and (session.bank_holidays is not False or day not in calendar.bank_holidays)
    )


def _regular_days(session: Session, activity: Activity, first: date, last: date) -> Iterator[date]:
    """Return the days on which a session comes round, holidays among them."""
    if session.repeats is Repeats.MONTHLY:
        return _each_month(session, first, last)
    if session.repeats is Repeats.FORTNIGHTLY:
        counted_from = _counted_from(session, activity)
        assert counted_from is not None, "has_known_dates said so"
        return _each_weeks(2, session, counted_from, first, last)
    return _each_weeks(1, session, first, first, last)


def _each_weeks(
    weeks: int, session: Session, counted_from: date, first: date, last: date
) -> Iterator[date]:
    """Return the session's weekday every so many weeks, counted from the first one on some day.

    Days are counted as numbers, since a content file may have the last day that there is.
    """
    step = 7 * weeks
    start = counted_from.toordinal() + (_weekday(session) - counted_from.weekday()) % 7
    missed = max(0, -(-(first.toordinal() - start) // step))
    return map(date.fromordinal, range(start + missed * step, last.toordinal() + 1, step))


def _each_month(session: Session, first: date, last: date) -> Iterator[date]:
    """Return the session's weekday in its week of each month: the second Tuesday, say."""
    for month in range(_month_number(first), _month_number(last) + 1):
        day = _day_in_month(month, _weekday(session), session.week_of_month or 1)
        if first <= day <= last:
            yield day


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day_in_month(month_number: int, weekday: int, week: int) -> date:
    """Return the first, second, third, fourth or (for -1) the last such weekday of a month."""
    year, month = divmod(month_number, 12)
    starts_on, length = monthrange(year, month + 1)
    day = 1 + (weekday - starts_on) % 7
    if week == -1:
        day += (length - day) // 7 * 7
    else:
        day += (week - 1) * 7
    return date(year, month + 1, day)


def _end_of_course(session: Session, activity: Activity, calendar: Calendar) -> date | None:
    """Return the last day of a course of so many weeks, or None when nothing tells it.

    For what stops in the school holidays, a week of those does not count. Before the first term
    that is known, every week does. A bank holiday is lost: nobody told of another day for it.
    """
    weeks, starts_on = activity.length_weeks, activity.starts_on
    if weeks is None or weeks >= A_YEAR_IN_WEEKS or starts_on is None:
        return None
    first = _latest(starts_on, session.first_date)
    known = calendar.known_terms
    if not session.term_time or known is None:
        days = _each_weeks(1, session, first, first, date.max)
    else:
        days = (
            day
            for day in _each_weeks(1, session, first, first, known.last)
            if day < known.first or calendar.is_in_term(day)
        )
    # A course that is longer than the terms that are known ends with them.
    return next(islice(days, weeks - 1, None), None)


def _counted_from(session: Session, activity: Activity) -> date | None:
    """Return the day from which the fortnights of a session are counted, or None."""
    return session.first_date or activity.starts_on


def _weekday(session: Session) -> int:
    assert session.day is not None, "has_known_dates said so"
    return _DAYS.index(session.day)


def _latest(day: date, *others: date | None) -> date:
    return max([day, *(other for other in others if other is not None)])


def _earliest(day: date, *others: date | None) -> date:
    return min([day, *(other for other in others if other is not None)])
