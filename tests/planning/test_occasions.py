from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from finder.domain.activity import Price, Session
from finder.domain.council import DateRange
from finder.domain.vocabulary import ActivityKind, Day, PriceUnit, Repeats
from finder.planning.occasions import (
    Occasion,
    is_over,
    is_stay,
    make_planned,
    occasions_of,
    prices_in_force,
    term_weeks_from,
)
from tests.builders import TODAY, a_council, a_price, a_session, an_activity
from tests.planning.plans import a_plan

SINGLE = a_session(on_date=date(2026, 12, 5), repeats=Repeats.ONCE)


def occasion(session: Session, **overrides: Any) -> Occasion:
    values = {
        "a_week": Fraction(1),
        "single": 0,
        "weeks": 52,
        "lasts": 52,
        "minutes": 120,
        **overrides,
    }
    return Occasion(session=session, **values)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        pytest.param(a_session(), {}, id="each week"),
        pytest.param(
            a_session(repeats=Repeats.FORTNIGHTLY), {"a_week": Fraction(1, 2)}, id="every 2 weeks"
        ),
        pytest.param(
            a_session(repeats=Repeats.MONTHLY), {"a_week": Fraction(3, 13)}, id="every month"
        ),
        pytest.param(SINGLE, {"a_week": Fraction(0), "single": 1}, id="one date"),
        pytest.param(
            a_session(repeats=Repeats.ONCE), {"a_week": Fraction(0), "single": 1}, id="once"
        ),
        pytest.param(a_session(weeks_a_year=44), {"weeks": 44}, id="44 weeks a year"),
        pytest.param(a_session(term_time=True), {"weeks": 39}, id="in the weeks of school"),
        pytest.param(
            a_session(term_time=True, weeks_a_year=36),
            {"weeks": 36},
            id="told, and in school weeks",
        ),
        pytest.param(
            a_session(first_date=date(2027, 1, 12), last_date=date(2027, 3, 23)),
            {"weeks": 11, "lasts": 11},
            id="from one date to another",
        ),
        pytest.param(a_session(first_date=date(2027, 1, 12)), {}, id="from one date on"),
        pytest.param(a_session(end=""), {"minutes": None}, id="no end is told"),
        pytest.param(a_session(start="", end=""), {"minutes": None}, id="no times are told"),
        pytest.param(a_session(start="12:00", end="10:00"), {"minutes": None}, id="ends too early"),
    ],
)
def test_how_often_and_how_long_a_session_is(session: Session, said: dict[str, Any]) -> None:
    assert occasions_of(a_plan(session)) == (occasion(session, **said),)


@pytest.mark.parametrize(("length_weeks", "weeks"), [(10, 10), (44, 44), (52, 48), (104, 48)])
def test_a_place_that_ends_is_shorter_than_the_year(length_weeks: int, weeks: int) -> None:
    session = a_session(weeks_a_year=48)
    (found,) = occasions_of(a_plan(session, length_weeks=length_weeks))

    assert found == occasion(session, weeks=weeks, lasts=min(52, length_weeks))


def test_a_term_that_lasts_longer_than_the_place_does_not_count() -> None:
    session = a_session(term_time=True, first_date=date(2027, 1, 13), last_date=date(2027, 3, 24))
    (found,) = occasions_of(a_plan(session, length_weeks=10))

    assert (found.weeks, found.a_year) == (10, Fraction(10))


def test_what_stops_in_the_school_holidays_goes_by_the_terms_of_the_council() -> None:
    terms = tuple(
        DateRange(first=date.fromisoformat(first), last=date.fromisoformat(last))
        for first, last in [
            ("2026-11-02", "2026-12-18"),
            ("2027-01-04", "2027-02-12"),
            ("2027-02-22", "2027-03-25"),
            ("2027-04-12", "2027-05-28"),
            ("2027-06-07", "2027-07-21"),
            ("2027-09-02", "2027-12-17"),
        ]
    )
    session = a_session(term_time=True)

    # From Wednesday 18 November: 5, 6, 5, 7, 7 and 10 weeks.
    assert occasions_of(a_plan(session, council=a_council(terms=terms)))[0].weeks == 40
    # The terms of a year from now on are not all told.
    assert occasions_of(a_plan(session, council=a_council(terms=terms[:-1])))[0].weeks == 39
    assert occasions_of(a_plan(session, council=a_council(terms=terms[1:])))[0].weeks == 39


@pytest.mark.parametrize(
    ("today", "weeks"),
    [("2026-08-31", 38), ("2026-09-02", 38), ("2026-07-29", 38), ("2026-09-14", 39)],
)
def test_no_terms_need_to_be_told_for_the_summer(today: str, weeks: int) -> None:
    year = [
        ("2026-09-03", "2026-10-23"),
        ("2026-11-02", "2026-12-18"),
        ("2027-01-04", "2027-02-12"),
        ("2027-02-22", "2027-03-25"),
        ("2027-04-12", "2027-05-28"),
        ("2027-06-07", "2027-07-14"),
    ]
    council = a_council(
        terms=tuple(
            DateRange(first=date.fromisoformat(first), last=date.fromisoformat(last))
            for first, last in year
        )
    )

    assert term_weeks_from(council, date.fromisoformat(today)) == weeks


def test_a_council_can_have_a_school_year_of_its_own() -> None:
    planned = make_planned(
        an_activity(sessions=(a_session(term_time=True),)),
        a_council(),
        {},
        today=TODAY,
        term_weeks=38,
    )

    assert occasions_of(planned)[0].weeks == 38


@pytest.mark.parametrize(
    ("prices", "minutes"),
    [
        pytest.param((a_price(hours=2.5),), 150, id="the session's price says it"),
        pytest.param((a_price(unit=PriceUnit.DAY, hours=5),), 300, id="the day's price says it"),
        pytest.param((a_price(hours=2), a_price(12, hours=2)), 120, id="two say the same"),
        pytest.param((a_price(hours=2), a_price(12, hours=3)), None, id="two say something else"),
        pytest.param((a_price(unit=PriceUnit.HOUR, hours=1),), None, id="the unit is an hour"),
        pytest.param((a_price(),), None, id="none says it"),
    ],
)
def test_a_price_can_say_how_long_a_session_without_times_is(
    prices: tuple[Price, ...], minutes: int | None
) -> None:
    session = a_session(start="", end="")

    assert occasions_of(a_plan(session, prices=prices)) == (occasion(session, minutes=minutes),)


def test_a_haircut_is_done_once_however_many_days_there_are_to_choose_from() -> None:
    first, second = a_session(Day.MON, "10:00", "11:00"), a_session(Day.SAT, "10:00", "12:30")
    planned = a_plan(first, second, prices=(a_price(18, unit=PriceUnit.ONE_OFF),))

    assert occasions_of(planned) == (occasion(first, a_week=Fraction(0), single=1, minutes=150),)


def test_nobody_knows_how_long_something_is_that_is_done_once_when_no_time_is_told() -> None:
    session = a_session(end="")
    planned = a_plan(session, prices=(a_price(18, unit=PriceUnit.ONE_OFF),))

    assert occasions_of(planned) == (occasion(session, a_week=Fraction(0), single=1, minutes=None),)


def test_a_weekend_away_is_one_stay_as_long_as_its_price_is_for() -> None:
    days = tuple(a_session(day, end="") for day in (Day.FRI, Day.SAT, Day.SUN))
    planned = a_plan(*days, prices=(a_price(245, hours=48), a_price(270, hours=47)))

    assert is_stay(planned)
    assert occasions_of(planned) == (
        occasion(days[0], a_week=Fraction(0), single=1, minutes=48 * 60),
    )


def test_a_short_break_by_the_week_is_a_stay() -> None:
    by_the_week = (a_price(900, unit=PriceUnit.WEEK),)

    assert is_stay(a_plan(prices=by_the_week, kind=ActivityKind.SHORT_BREAK))
    assert not is_stay(a_plan(prices=by_the_week, kind=ActivityKind.DAY_SERVICE))
    assert not is_stay(a_plan(kind=ActivityKind.SHORT_BREAK))


def test_a_day_of_8_hours_is_no_stay() -> None:
    assert not is_stay(a_plan(prices=(a_price(60, unit=PriceUnit.DAY, hours=8),)))


def test_who_goes_on_no_day_has_no_occasion() -> None:
    going = {("exampleshire", "cooking-together"): frozenset[Day]()}

    assert occasions_of(a_plan(going=going)) == ()


@pytest.mark.parametrize(
    ("session", "over"),
    [
        (a_session(), False),
        (a_session(last_date=date(2026, 11, 20)), True),
        (a_session(last_date=date(2026, 11, 21)), False),
        (a_session(on_date=date(2026, 11, 20)), True),
        (a_session(on_date=date(2026, 11, 21)), False),
    ],
)
def test_a_session_is_over_after_its_last_day(session: Session, over: bool) -> None:
    assert is_over(session, TODAY) is over


def test_what_is_over_is_not_planned() -> None:
    gone, coming = a_session(on_date=date(2026, 11, 2)), a_session(on_date=date(2026, 12, 2))

    assert a_plan(gone, coming).sessions == (coming,)


def test_the_prices_that_hold_come_before_those_that_will() -> None:
    over = a_price(1, valid_to=date(2026, 11, 20))
    now = a_price(2, valid_from=date(2026, 11, 21))
    coming = a_price(3, valid_from=date(2027, 4, 1))

    assert prices_in_force([over, now, coming], TODAY) == (now,)
    assert prices_in_force([over, coming], TODAY) == (coming,)
    assert prices_in_force([over], TODAY) == ()
    assert a_plan(prices=(over, now)).prices == (now,)
