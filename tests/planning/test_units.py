from datetime import date
from fractions import Fraction

import pytest

from finder.domain.activity import Price, Session
from finder.domain.vocabulary import Day, PriceUnit, Repeats
from finder.planning.occasions import occasions_of
from finder.planning.units import Units, is_half_day, units_of, units_without_sessions
from tests.builders import a_price, a_session
from tests.planning.plans import a_plan

MONDAY, TUESDAY = a_session(Day.MON), a_session(Day.TUE)
TUESDAY_NIGHT = a_session(Day.TUE, "18:00", "20:30")
ANY_DAY = a_session(None)
FORTNIGHTLY = a_session(Day.MON, repeats=Repeats.FORTNIGHTLY)
ON_4_DECEMBER = a_session(Day.FRI, on_date=date(2026, 12, 4))
ON_5_DECEMBER = a_session(Day.SAT, on_date=date(2026, 12, 5))
ON_12_DECEMBER = a_session(Day.SAT, on_date=date(2026, 12, 12))


def units(weekly: float = 0, *, once: int = 0, weeks: int = 52) -> Units:
    """Return so many units in each of so many weeks, and so many once."""
    a_week = Fraction(weekly)
    return Units(weekly=a_week, once=Fraction(once), yearly=a_week * weeks + once)


def counted(price: Price, *sessions: Session, length_weeks: int | None = None) -> Units | None:
    return units_of(price, occasions_of(a_plan(*sessions, length_weeks=length_weeks, prices=())))


@pytest.mark.parametrize(
    ("unit", "sessions", "told"),
    [
        (PriceUnit.SESSION, (MONDAY, TUESDAY, TUESDAY_NIGHT), units(3)),
        (PriceUnit.SESSION, (FORTNIGHTLY,), units(0.5)),
        (PriceUnit.SESSION, (ON_4_DECEMBER, ON_5_DECEMBER), units(once=2)),
        (PriceUnit.SESSION, (MONDAY, ON_5_DECEMBER), units(1, once=1)),
        (PriceUnit.SESSION, (a_session(end="", weeks_a_year=40),), units(1, weeks=40)),
        (PriceUnit.HOUR, (MONDAY, TUESDAY_NIGHT), units(4.5)),
        (PriceUnit.HOUR, (FORTNIGHTLY,), units(1)),
        (PriceUnit.HOUR, (ON_5_DECEMBER,), units(once=2)),
        (PriceUnit.DAY, (MONDAY, TUESDAY, TUESDAY_NIGHT), units(2)),
        (PriceUnit.DAY, (ANY_DAY, ANY_DAY), units(2)),
        (PriceUnit.DAY, (FORTNIGHTLY, a_session(Day.MON)), units(1)),
        (PriceUnit.DAY, (ON_5_DECEMBER, ON_5_DECEMBER, ON_12_DECEMBER), units(once=2)),
        (PriceUnit.HALF_DAY, (MONDAY, TUESDAY_NIGHT), units(2)),
        (PriceUnit.WEEK, (MONDAY, TUESDAY), units(1)),
        (PriceUnit.WEEK, (FORTNIGHTLY,), units(0.5)),
        (PriceUnit.WEEK, (ON_4_DECEMBER, ON_5_DECEMBER, ON_12_DECEMBER), units(once=2)),
        (PriceUnit.COURSE, (MONDAY, TUESDAY), units(once=1)),
        (PriceUnit.ONE_OFF, (MONDAY, TUESDAY), units(once=1)),
        (PriceUnit.MONTH, (ON_5_DECEMBER,), units(once=1)),
    ],
)
def test_each_unit_is_counted_in_its_own_way(
    unit: PriceUnit, sessions: tuple[Session, ...], told: Units
) -> None:
    assert counted(a_price(unit=unit), *sessions) == told


@pytest.mark.parametrize("unit", PriceUnit)
def test_who_goes_on_no_day_takes_no_unit(unit: PriceUnit) -> None:
    assert units_of(a_price(unit=unit), ()) == units()


def test_a_month_is_paid_for_also_where_the_activity_stops_for_a_time() -> None:
    monthly = a_price(unit=PriceUnit.MONTH)

    assert counted(monthly, a_session(weeks_a_year=44)) == Units(
        weekly=Fraction(12, 52), yearly=Fraction(12)
    )
    assert counted(monthly, MONDAY, length_weeks=26) == Units(
        weekly=Fraction(12, 52), yearly=Fraction(6)
    )


def test_an_hour_is_not_counted_where_nobody_told_how_many_there_are() -> None:
    hourly = a_price(unit=PriceUnit.HOUR)

    assert counted(hourly, MONDAY, a_session(Day.WED, end="")) is None
    assert counted(a_price(unit=PriceUnit.HOUR, hours=1.5), a_session(end="")) == units(1.5)


@pytest.mark.parametrize(
    ("end", "hours", "half_days"),
    [
        ("13:00", 3, 1),
        ("14:00", 3.5, 1),
        ("16:00", 3, 2),
        ("11:00", 3, 1),
        ("16:00", None, 1),
        ("", 3, 1),
    ],
)
def test_a_whole_day_that_is_sold_by_halves_is_two(
    end: str, hours: float | None, half_days: int
) -> None:
    half_day = a_price(unit=PriceUnit.HALF_DAY, hours=hours)

    assert counted(half_day, a_session(end=end)) == units(half_days)


@pytest.mark.parametrize(
    ("end", "is_half"), [("13:00", True), ("14:30", True), ("14:31", False), ("", None)]
)
@pytest.mark.parametrize("hours", [(6, 3), (None, 3), (6, None), (None, None)])
def test_a_session_is_half_a_day_up_to_halfway_between_the_two(
    hours: tuple[float | None, float | None], end: str, is_half: bool | None
) -> None:
    day_hours, half_hours = hours
    (occasion,) = occasions_of(a_plan(a_session(end=end), prices=()))

    day = a_price(unit=PriceUnit.DAY, hours=day_hours)
    half_day = a_price(unit=PriceUnit.HALF_DAY, hours=half_hours)
    assert is_half_day(occasion, day=day, half_day=half_day) is is_half


@pytest.mark.parametrize(
    ("unit", "length_weeks", "told"),
    [
        (PriceUnit.COURSE, None, units(once=1)),
        (PriceUnit.ONE_OFF, 10, units(once=1)),
        (PriceUnit.MONTH, None, Units(weekly=Fraction(12, 52), yearly=Fraction(12))),
        (PriceUnit.MONTH, 13, Units(weekly=Fraction(12, 52), yearly=Fraction(3))),
        (PriceUnit.MONTH, 104, Units(weekly=Fraction(12, 52), yearly=Fraction(12))),
        (PriceUnit.SESSION, None, None),
        (PriceUnit.HOUR, None, None),
        (PriceUnit.WEEK, None, None),
    ],
)
def test_few_units_do_not_depend_on_the_times(
    unit: PriceUnit, length_weeks: int | None, told: Units | None
) -> None:
    assert units_without_sessions(a_price(unit=unit), length_weeks) == told
