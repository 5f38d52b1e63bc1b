from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.activity import (
    PARTS_IN_MINUTES,
    AgeRange,
    Price,
    Transport,
    is_old,
    minutes_of,
)
from finder.domain.vocabulary import Day, DayPart, Pay
from tests.builders import a_place, a_session, an_activity, an_online_place

MORNING, AFTERNOON, EVENING = DayPart


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        pytest.param("10:00", "15:00", {MORNING, AFTERNOON}, id="10am to 3pm is both"),
        pytest.param("10:00", "12:30", {MORNING}, id="half an hour after noon does not count"),
        pytest.param("10:00", "13:00", {MORNING, AFTERNOON}, id="an hour after noon counts"),
        pytest.param("10:00", "12:59", {MORNING}, id="a minute less than an hour does not"),
        pytest.param("11:30", "12:30", {MORNING, AFTERNOON}, id="half of a short one counts"),
        pytest.param("11:30", "12:31", {AFTERNOON}, id="less than half of a short one does not"),
        pytest.param("12:00", "17:00", {AFTERNOON}, id="noon to 5pm is the afternoon exactly"),
        pytest.param("16:00", "18:00", {AFTERNOON, EVENING}, id="an hour on each side of 5pm"),
        pytest.param("16:30", "18:00", {EVENING}, id="4.30pm to 6pm is the evening"),
        pytest.param("17:00", "19:00", {EVENING}, id="the evening starts at 5pm"),
        pytest.param("09:00", "21:00", {MORNING, AFTERNOON, EVENING}, id="the whole day"),
        pytest.param("10:00", "", {MORNING}, id="with no end it counts as an hour"),
        pytest.param("11:30", "", {MORNING, AFTERNOON}, id="with no end, from half past 11"),
        pytest.param("23:45", "", {EVENING}, id="with no end, just before midnight"),
        pytest.param("", "", set(), id="nobody told when it is"),
    ],
)
def test_a_session_is_in_the_parts_of_the_day_that_it_fills(
    start: str, end: str, parts: set[DayPart]
) -> None:
    assert a_session(start=start, end=end).parts == parts


@given(st.times(), st.times())
def test_a_session_with_times_is_in_some_part_of_the_day(one: time, other: time) -> None:
    start, end = sorted((f"{one:%H:%M}", f"{other:%H:%M}"))

    assert a_session(start=start, end=end).parts


def test_the_parts_of_the_day_leave_no_minute_out() -> None:
    borders = [borders for _, borders in sorted(PARTS_IN_MINUTES.items(), key=lambda each: each[1])]

    assert borders == [(0, 720), (720, 1020), (1020, 1440)]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [("10:00", "12:30", 2.5), ("10:00", "", None), ("", "12:30", None), ("", "", None)],
)
def test_a_session_is_as_long_as_its_times_say(start: str, end: str, hours: float | None) -> None:
    assert a_session(start=start, end=end).hours == hours


def test_minutes_are_counted_from_midnight() -> None:
    start = a_session(start="09:05").start

    assert start is not None
    assert minutes_of(start) == 545


@pytest.mark.parametrize(
    ("price", "is_free"),
    [
        pytest.param(Price(low_pence=0), True, id="nought is free"),
        pytest.param(Price(low_pence=0, high_pence=500), False, id="nought to 5 pounds is not"),
        pytest.param(Price(low_pence=100), False, id="a pound is not"),
        pytest.param(Price(low_pence=None), False, id="a price to ask for is not"),
    ],
)
def test_only_a_price_of_nothing_is_free(price: Price, is_free: bool) -> None:
    assert price.is_free is is_free


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "holds"),
    [
        pytest.param(None, None, True, id="with no dates it always holds"),
        pytest.param(date(2026, 11, 21), None, True, id="from the first day"),
        pytest.param(date(2026, 11, 22), None, False, id="not before the first day"),
        pytest.param(None, date(2026, 11, 21), True, id="until the last day"),
        pytest.param(None, date(2026, 11, 20), False, id="not after the last day"),
        pytest.param(date(2026, 11, 1), date(2026, 11, 30), True, id="between the two"),
    ],
)
def test_a_price_holds_between_its_dates(
    valid_from: date | None, valid_to: date | None, holds: bool
) -> None:
    price = Price(low_pence=1000, valid_from=valid_from, valid_to=valid_to, payers=(Pay.SELF,))

    assert price.holds_on(date(2026, 11, 21)) is holds


@pytest.mark.parametrize(
    ("ages", "held"),
    [
        pytest.param(AgeRange(), [18, 19, 25, 26, 120], id="adults when no age is told"),
        pytest.param(AgeRange(youngest=18, oldest=25), [18, 19, 25], id="both ends count"),
        pytest.param(AgeRange(youngest=26), [26, 120], id="no upper limit"),
        pytest.param(AgeRange(youngest=0, oldest=17), [0, 17], id="children"),
    ],
)
def test_an_age_range_holds_its_ends_and_what_is_between(ages: AgeRange, held: list[int]) -> None:
    assert [age for age in (0, 17, 18, 19, 25, 26, 120) if ages.holds(age)] == held


def test_what_nobody_told_about_transport_is_not_a_no() -> None:
    assert (Transport().offered, Transport().included, Transport().cost_pence) == (None, None, None)


def test_the_place_of_a_session_is_found_by_its_id() -> None:
    hall, online = a_place("hall"), an_online_place("online")
    activity = an_activity(places=(online, hall))

    found = [
        activity.place_of(a_session(place_id=place_id)) for place_id in ("hall", "online", "", "x")
    ]

    assert found == [hall, online, None, None]


def test_the_days_of_an_activity_begin_on_monday_and_come_once() -> None:
    days = (Day.SUN, Day.TUE, None, Day.MON, Day.TUE)
    activity = an_activity(sessions=tuple(a_session(day) for day in days))

    assert activity.days == (Day.MON, Day.TUE, Day.SUN)


@pytest.mark.parametrize(
    ("checked_on", "today", "months", "old"),
    [
        pytest.param(None, date(2026, 11, 21), 12, True, id="never checked is old"),
        pytest.param(date(2025, 11, 21), date(2026, 11, 21), 12, False, id="a year to the day"),
        pytest.param(date(2025, 11, 20), date(2026, 11, 21), 12, True, id="a year and a day"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 21), 1, False, id="today"),
        pytest.param(date(2026, 1, 31), date(2026, 2, 28), 1, False, id="the end of a short month"),
        pytest.param(date(2026, 1, 31), date(2026, 3, 1), 1, True, id="the day after it"),
        pytest.param(date(2026, 2, 28), date(2026, 3, 28), 1, False, id="a month from the 28th"),
        pytest.param(date(2026, 2, 28), date(2026, 3, 29), 1, True, id="and a day"),
        pytest.param(date(2024, 2, 29), date(2025, 2, 28), 12, False, id="from a leap day"),
        pytest.param(date(2024, 2, 29), date(2025, 3, 1), 12, True, id="past a leap day"),
        pytest.param(date(2025, 12, 31), date(2026, 1, 1), 1, False, id="over the new year"),
    ],
)
def test_an_entry_is_old_when_nobody_checked_it_for_so_many_months(
    checked_on: date | None, today: date, months: int, old: bool
) -> None:
    assert is_old(checked_on, today, months) is old
    assert an_activity(checked_on=checked_on).is_stale(today, months) is old


# The calendar of computers begins in the year 1, and years are taken away from these.
DAYS = st.dates(min_value=date(1900, 1, 1))


@given(DAYS, DAYS, st.integers(1, 60))
def test_an_entry_that_is_old_stays_old(checked_on: date, today: date, months: int) -> None:
    later = max(today, checked_on)

    assert is_old(checked_on, today, months) <= is_old(checked_on, later, months)
    assert is_old(checked_on, later, months + 1) <= is_old(checked_on, later, months)
