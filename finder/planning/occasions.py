"""How often, how long and for how many weeks a person goes to an activity.

Everything that is counted, hours as well as money, is counted from these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from finder.domain.activity import Activity, Price, Session, minutes_of
from finder.domain.council import Council
from finder.domain.vocabulary import ActivityKind, PriceUnit, Repeats, Support
from finder.planning.attending import Going, sessions_gone_to

WEEKS = 52
# Where a council's terms are not told: 190 days of lessons, and 5 without the children.
TERM_WEEKS = 39
_WEDNESDAY = 2
# A place where people stay the night has a price for at least so many minutes.
SHORTEST_STAY = 12 * 60
_TIMES_A_WEEK = {
    Repeats.WEEKLY: Fraction(1),
    Repeats.FORTNIGHTLY: Fraction(1, 2),
    Repeats.MONTHLY: Fraction(12, WEEKS),
    Repeats.ONCE: Fraction(0),
}
_LENGTH_OF_ONE_TIME = (PriceUnit.SESSION, PriceUnit.HALF_DAY, PriceUnit.DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An activity, and the sessions of it that a person would go to, from today on.

    `support` is the support that the person has, or None when that is not said. `term_weeks` is
    how long the council's school year is.
    """

    activity: Activity
    council: Council
    sessions: tuple[Session, ...]
    today: date
    support: Support | None = None
    term_weeks: int = TERM_WEEKS

    @property
    def prices(self) -> tuple[Price, ...]:
        """Return the prices that hold today, or else those that will; never one that is over."""
        return prices_in_force(self.activity.prices, self.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One thing to go to: a session that comes round, a single date, or a stay.

    `a_week` is how many times it is in a week of the year in which it is on, and `weeks` how many
    such weeks there are. A single one has `a_week` 0 and `single` 1. `lasts` is the weeks of the
    year for which the place is kept, with those in which it is closed. `minutes` is None when
    nobody told how long it is.
    """

    session: Session
    a_week: Fraction
    single: int
    weeks: int
    lasts: int
    minutes: int | None

    @property
    def a_year(self) -> Fraction:
        return self.a_week * self.weeks + self.single


def make_planned(
    activity: Activity,
    council: Council,
    going: Going,
    *,
    today: date,
    support: Support | None = None,
    term_weeks: int | None = None,
) -> Planned:
    """Return what a person would go to. Sessions and dates that are over are left out.

    `term_weeks` is how long the school year is, when it is not by the council's terms.
    """
    sessions = sessions_gone_to(activity, council.slug, going)
    return Planned(
        activity=activity,
        council=council,
        sessions=tuple(session for session in sessions if not is_over(session, today)),
        today=today,
        support=support,
        term_weeks=term_weeks_from(council, today) if term_weeks is None else term_weeks,
    )


def term_weeks_from(council: Council, today: date) -> int:
    """Return how many of the 52 weeks from this one on are in a school term.

    A week is in a term when its Wednesday is. Where the terms of so long a time are not told, a
    school year has 39 weeks. For the summer holidays, nobody has to tell that there is none.
    """
    wednesday = today + timedelta(days=_WEDNESDAY - today.weekday())
    days = [wednesday + timedelta(weeks=week) for week in range(WEEKS)]
    terms = council.terms
    schooldays = [day for day in days if not _is_in_summer(day)]
    if not terms or schooldays[0] < terms[0].first or terms[-1].last < schooldays[-1]:
        return TERM_WEEKS
    return sum(any(term.holds(day) for term in terms) for day in days)


def _is_in_summer(day: date) -> bool:
    return (7, 15) <= (day.month, day.day) <= (9, 6)


def is_over(session: Session, today: date) -> bool:
    """Return whether a session's date, or its last one, has gone by."""
    last = session.on_date or session.last_date
    return last is not None and last < today


def prices_in_force(prices: Sequence[Price], today: date) -> tuple[Price, ...]:
    """Return the prices that hold on a day, or else those that will; never one that is over."""
    holding = tuple(price for price in prices if price.holds_on(today))
    return holding or tuple(
        price for price in prices if price.valid_from is not None and price.valid_from > today
    )


def occasions_of(planned: Planned) -> tuple[Occasion, ...]:
    """Return what a person goes to.

    Nobody goes to a haircut or for a weekend away each time that there is one. So where every
    price is "once", and where people stay the night, one time is counted and no more.
    """
    occasions = tuple(_occasion(planned, session) for session in planned.sessions)
    if not occasions or not _is_once(planned):
        return occasions
    nights = _minutes_of_stay(planned.prices)
    known = [each.minutes for each in occasions if each.minutes is not None]
    longest = max(known) if known else None
    minutes = longest if nights is None else nights
    return (replace(occasions[0], a_week=Fraction(0), single=1, minutes=minutes),)


def _is_once(planned: Planned) -> bool:
    prices = planned.prices
    is_paid_once = bool(prices) and all(price.unit is PriceUnit.ONE_OFF for price in prices)
    return is_paid_once or is_stay(planned)


def is_stay(planned: Planned) -> bool:
    """Return whether people stay the night: a price is for 12 hours or more, or it is a short
    break that is paid by the week.
    """
    is_break = planned.activity.kind is ActivityKind.SHORT_BREAK
    by_the_week = any(price.unit is PriceUnit.WEEK for price in planned.prices)
    return _minutes_of_stay(planned.prices) is not None or (is_break and by_the_week)


def _occasion(planned: Planned, session: Session) -> Occasion:
    is_single = session.on_date is not None
    lasts = _weeks_that_it_lasts(session, planned.activity)
    open_weeks = planned.term_weeks if session.term_time else WEEKS
    if session.weeks_a_year is not None:
        open_weeks = session.weeks_a_year
    a_week = Fraction(0) if is_single else _TIMES_A_WEEK[session.repeats]
    return Occasion(
        session=session,
        a_week=a_week,
        single=0 if a_week else 1,
        weeks=min(open_weeks, lasts),
        lasts=lasts,
        minutes=_minutes(session, planned.prices),
    )


def _weeks_that_it_lasts(session: Session, activity: Activity) -> int:
    weeks = WEEKS if activity.length_weeks is None else min(WEEKS, activity.length_weeks)
    if session.first_date is not None and session.last_date is not None:
        weeks = min(weeks, (session.last_date - session.first_date).days // 7 + 1)
    return weeks


def _minutes(session: Session, prices: Sequence[Price]) -> int | None:
    """Return how long a session is, by its times, or else by what its prices are for."""
    if session.start is not None and session.end is not None:
        minutes = minutes_of(session.end) - minutes_of(session.start)
        return minutes if minutes > 0 else None
    lengths = {
        length
        for price in prices
        if price.unit in _LENGTH_OF_ONE_TIME and (length := minutes_of_unit(price))
    }
    return lengths.pop() if len(lengths) == 1 else None


def minutes_of_unit(price: Price) -> int | None:
    """Return how long the unit of a price is, or None when nobody told (F27)."""
    return None if price.hours is None else round(price.hours * 60)


def _minutes_of_stay(prices: Sequence[Price]) -> int | None:
    """Return the longest time that a price is for, where that is a night at least."""
    longest = max((minutes_of_unit(price) or 0 for price in prices), default=0)
    return longest if longest >= SHORTEST_STAY else None
