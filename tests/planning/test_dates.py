"""On which dates a session is held, one rule after the other, and against a slow oracle."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.activity import Activity, Session
from finder.domain.council import DateRange
from finder.domain.vocabulary import ActivityStatus, Day, Repeats
from finder.planning.dates import Calendar, dates_of, has_known_dates
from tests.builders import a_session, an_activity

DAYS = tuple(Day)
# Monday to Friday, with a half term from 15 to 19 February, and Good Friday on 26 March.
SPRING = (
    DateRange(first=date(2027, 1, 4), last=date(2027, 2, 12)),
    DateRange(first=date(2027, 2, 22), last=date(2027, 3, 25)),
)
CALENDAR = Calendar(
    terms=SPRING, bank_holidays=frozenset({date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 3)})
)


def held(
    session: Session, first: str, last: str, calendar: Calendar = CALENDAR, **about: Any
) -> str:
    """Return the dates of a session as "4 Jan, 11 Jan"."""
    dates = dates_of(
        session,
        an_activity(sessions=(session,), **about),
        calendar,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
    )
    return ", ".join(f"{day.day} {day:%b}" for day in dates)


def test_a_weekly_session_is_held_each_week_from_the_first_day_to_the_last() -> None:
    tuesdays = a_session(Day.TUE)

    assert held(tuesdays, "2027-01-05", "2027-01-26") == "5 Jan, 12 Jan, 19 Jan, 26 Jan"
    assert held(tuesdays, "2027-01-06", "2027-01-25") == "12 Jan, 19 Jan"
    assert held(tuesdays, "2027-01-06", "2027-01-11") == ""
    assert held(tuesdays, "2027-01-12", "2027-01-05") == ""


def test_a_session_is_held_from_its_first_date_to_its_last() -> None:
    session = a_session(Day.TUE, first_date=date(2027, 1, 12), last_date=date(2027, 1, 26))

    assert held(session, "2027-01-01", "2027-12-31") == "12 Jan, 19 Jan, 26 Jan"


def test_an_activity_is_held_from_its_start_to_its_end() -> None:
    about: dict[str, Any] = {"starts_on": date(2027, 1, 6), "ended_on": date(2027, 1, 19)}

    assert held(a_session(Day.TUE), "2027-01-01", "2027-02-01", **about) == "12 Jan, 19 Jan"


@pytest.mark.parametrize(
    ("session", "about"),
    [
        pytest.param({"first_date": date(2027, 1, 5)}, {}, id="its first date"),
        pytest.param({}, {"starts_on": date(2026, 12, 31)}, id="the start of the activity"),
        pytest.param(
            {"first_date": date(2026, 12, 22)},
            {"starts_on": date(2026, 9, 1)},
            id="its own first date before the start of the activity",
        ),
    ],
)
def test_fortnights_are_counted_from(session: dict[str, Any], about: dict[str, Any]) -> None:
    fortnightly = a_session(Day.TUE, repeats=Repeats.FORTNIGHTLY, **session)

    assert held(fortnightly, "2027-01-01", "2027-02-03", **about) == "5 Jan, 19 Jan, 2 Feb"
    assert held(fortnightly, "2027-01-06", "2027-02-01", **about) == "19 Jan"


def test_a_holiday_does_not_move_the_fortnights_after_it() -> None:
    session = a_session(
        Day.WED, repeats=Repeats.FORTNIGHTLY, first_date=date(2027, 1, 20), term_time=True
    )

    # 17 February is in half term.
    assert held(session, "2027-01-01", "2027-03-20") == "20 Jan, 3 Feb, 3 Mar, 17 Mar"


@pytest.mark.parametrize(
    ("week", "dates"),
    [
        (1, "2 Jan, 6 Feb, 6 Mar, 3 Apr, 1 May"),
        (2, "9 Jan, 13 Feb, 13 Mar, 10 Apr, 8 May"),
        (4, "23 Jan, 27 Feb, 27 Mar, 24 Apr, 22 May"),
        (-1, "30 Jan, 27 Feb, 27 Mar, 24 Apr, 29 May"),
    ],
)
def test_a_monthly_session_is_held_in_its_week(week: int, dates: str) -> None:
    session = a_session(Day.SAT, repeats=Repeats.MONTHLY, week_of_month=week)

    assert held(session, "2027-01-01", "2027-05-31") == dates


def test_a_month_that_has_only_begun_or_is_nearly_over_counts_by_the_day() -> None:
    session = a_session(Day.SAT, repeats=Repeats.MONTHLY, week_of_month=2)

    assert held(session, "2027-01-10", "2027-03-12") == "13 Feb"


def test_what_is_held_once_is_held_on_its_date_whatever_day_it_is() -> None:
    session = a_session(
        Day.FRI,
        repeats=Repeats.ONCE,
        on_date=date(2027, 3, 26),
        term_time=True,
        bank_holidays=False,
    )

    assert held(session, "2027-03-26", "2027-03-26") == "26 Mar"
    assert held(session, "2027-03-27", "2027-12-31") == ""
    assert held(session, "2026-01-01", "2027-03-25") == ""
    assert held(session, "2027-01-01", "2027-12-31", ended_on=date(2027, 3, 1)) == ""


def test_in_term_time_the_holidays_are_left_out_and_what_nobody_knows() -> None:
    thursdays = a_session(Day.THU, term_time=True)

    assert held(thursdays, "2026-12-01", "2028-12-31") == (
        "7 Jan, 14 Jan, 21 Jan, 28 Jan, 4 Feb, 11 Feb, 25 Feb, 4 Mar, 11 Mar, 18 Mar, 25 Mar"
    )
    assert held(thursdays, "2026-12-01", "2028-12-31", Calendar()) == ""


def test_a_weekend_belongs_to_the_term_that_has_its_friday() -> None:
    for day, dates in (
        (Day.SAT, "9 Jan, 16 Jan, 23 Jan, 30 Jan, 6 Feb, 13 Feb, 27 Feb, 6 Mar, 13 Mar, 20 Mar"),
        (Day.SUN, "10 Jan, 17 Jan, 24 Jan, 31 Jan, 7 Feb, 14 Feb, 28 Feb, 7 Mar, 14 Mar, 21 Mar"),
    ):
        assert held(a_session(day, term_time=True), "2027-01-01", "2027-12-31") == dates


def test_the_first_day_that_there_is_can_be_asked_about() -> None:
    assert not CALENDAR.is_in_term(date.min)
    assert not CALENDAR.is_in_term(date.max)


@pytest.mark.parametrize(
    ("bank_holidays", "dates"),
    [
        pytest.param(False, "22 Mar, 5 Apr", id="closed"),
        pytest.param(True, "22 Mar, 29 Mar, 5 Apr", id="open"),
        pytest.param(None, "22 Mar, 29 Mar, 5 Apr", id="not told"),
    ],
)
def test_a_bank_holiday_is_left_out_when_it_is_closed_then(
    bank_holidays: bool | None, dates: str
) -> None:
    session = a_session(Day.MON, bank_holidays=bank_holidays)

    assert held(session, "2027-03-16", "2027-04-10") == dates


def test_weeks_a_year_leave_nothing_out_since_nobody_said_which() -> None:
    every_week = held(a_session(Day.TUE), "2027-01-01", "2027-12-31")

    assert held(a_session(Day.TUE, weeks_a_year=40), "2027-01-01", "2027-12-31") == every_week


def test_a_course_lasts_so_many_weeks_from_its_start() -> None:
    about: dict[str, Any] = {"starts_on": date(2027, 4, 14), "length_weeks": 4}

    assert held(a_session(Day.WED), "2027-01-01", "2027-12-31", **about) == (
        "14 Apr, 21 Apr, 28 Apr, 5 May"
    )
    # A second day in the week begins a little later, and has as many.
    friday = a_session(Day.FRI, first_date=date(2027, 4, 16))
    assert held(friday, "2027-01-01", "2027-12-31", **about) == "16 Apr, 23 Apr, 30 Apr, 7 May"
    # Somebody who looks in the middle of it is not told of more.
    assert held(a_session(Day.WED), "2027-04-25", "2027-12-31", **about) == "28 Apr, 5 May"


def test_weeks_of_holidays_do_not_count_for_a_course_in_term_time() -> None:
    thursdays = a_session(Day.THU, term_time=True)

    assert held(
        thursdays, "2027-01-01", "2027-12-31", starts_on=date(2027, 1, 28), length_weeks=5
    ) == ("28 Jan, 4 Feb, 11 Feb, 25 Feb, 4 Mar")
    # Nobody knows the terms after 25 March.
    assert held(
        thursdays, "2027-01-01", "2027-12-31", starts_on=date(2027, 3, 11), length_weeks=5
    ) == ("11 Mar, 18 Mar, 25 Mar")


def test_every_week_counts_before_the_first_term_that_is_known() -> None:
    thursdays = a_session(Day.THU, term_time=True)
    about: dict[str, Any] = {"starts_on": date(2026, 12, 10), "length_weeks": 6}

    # 10, 17, 24 and 31 December come before.
    assert held(thursdays, "2026-12-01", "2027-12-31", **about) == "7 Jan, 14 Jan"


def test_a_course_in_term_time_has_no_dates_when_no_term_is_known() -> None:
    about: dict[str, Any] = {"starts_on": date(2027, 1, 7), "length_weeks": 6}

    assert held(a_session(term_time=True), "2027-01-01", "2027-12-31", Calendar(), **about) == ""


def test_a_bank_holiday_is_a_week_of_a_course_that_is_lost() -> None:
    about: dict[str, Any] = {"starts_on": date(2027, 4, 19), "length_weeks": 4}
    mondays = a_session(Day.MON, bank_holidays=False)

    assert held(mondays, "2027-01-01", "2027-12-31", **about) == "19 Apr, 26 Apr, 10 May"


@pytest.mark.parametrize(
    "about",
    [
        pytest.param({"length_weeks": 4}, id="nobody told when it starts"),
        pytest.param({"length_weeks": 52, "starts_on": date(2026, 1, 1)}, id="it goes on"),
        pytest.param({"starts_on": date(2026, 1, 1)}, id="nobody told how long it lasts"),
    ],
)
def test_what_is_no_course_goes_on(about: dict[str, Any]) -> None:
    assert held(a_session(Day.TUE), "2027-12-01", "2027-12-31", **about) == (
        "7 Dec, 14 Dec, 21 Dec, 28 Dec"
    )


UNKNOWN = [
    pytest.param(a_session(None), {}, id="the person picks the day"),
    pytest.param(
        a_session(repeats=Repeats.FORTNIGHTLY), {}, id="nobody told from when to count fortnights"
    ),
    pytest.param(a_session(repeats=Repeats.MONTHLY), {}, id="nobody told which week of the month"),
    pytest.param(a_session(repeats=Repeats.ONCE), {}, id="nobody told the date"),
    pytest.param(a_session(), {"status": ActivityStatus.PAUSED}, id="it has a rest"),
]


@pytest.mark.parametrize(("session", "about"), UNKNOWN)
def test_dates_that_nobody_can_know_are_none_and_that_is_told_apart(
    session: Session, about: dict[str, Any]
) -> None:
    assert not has_known_dates(session, an_activity(**about))
    assert held(session, "2027-01-01", "2027-12-31", **about) == ""


@pytest.mark.parametrize(
    ("session", "about"),
    [
        pytest.param(a_session(), {}, id="weekly"),
        pytest.param(
            a_session(repeats=Repeats.FORTNIGHTLY, first_date=date(2020, 1, 1)), {}, id="counted"
        ),
        pytest.param(
            a_session(repeats=Repeats.FORTNIGHTLY),
            {"starts_on": date(2020, 1, 1)},
            id="counted too",
        ),
        pytest.param(a_session(repeats=Repeats.MONTHLY, week_of_month=-1), {}, id="monthly"),
        pytest.param(
            a_session(None, repeats=Repeats.ONCE, on_date=date(2020, 1, 1)), {}, id="once, and over"
        ),
    ],
)
def test_what_is_over_has_known_dates_all_the_same(session: Session, about: dict[str, Any]) -> None:
    assert has_known_dates(session, an_activity(ended_on=date(2020, 2, 1), **about))
    assert held(session, "2027-01-01", "2027-12-31", ended_on=date(2020, 2, 1), **about) == ""


def test_what_has_stopped_without_a_date_has_no_dates() -> None:
    over: dict[str, Any] = {"status": ActivityStatus.ENDED}

    assert held(a_session(Day.TUE), "2027-01-01", "2027-01-31", **over) == ""
    assert (
        held(a_session(Day.TUE), "2027-01-01", "2027-01-31", **over, ended_on=date(2027, 1, 12))
        == "5 Jan, 12 Jan"
    )


@pytest.mark.parametrize("repeats", [Repeats.WEEKLY, Repeats.FORTNIGHTLY, Repeats.MONTHLY])
def test_the_last_day_that_there_is_can_be_written(repeats: Repeats) -> None:
    session = a_session(repeats=repeats, week_of_month=1, first_date=date.max)

    assert held(session, "2027-01-01", "2027-12-31") == ""
    assert held(session, "9999-12-01", "9999-12-31", starts_on=date.max, length_weeks=8) == ""


def test_the_terms_that_are_known_go_from_the_first_to_the_last() -> None:
    assert CALENDAR.known_terms == DateRange(first=date(2027, 1, 4), last=date(2027, 3, 25))
    assert Calendar().known_terms is None


# What follows looks at each day by itself, and so is slow and hard to get wrong.


def slow_dates(
    session: Session, activity: Activity, calendar: Calendar, first: date, last: date
) -> Iterator[date]:
    day = first
    while day <= last:
        if _is_held(session, activity, calendar, day):
            yield day
        day += timedelta(days=1)


def _is_held(session: Session, activity: Activity, calendar: Calendar, day: date) -> bool:
    return (
        DAYS[day.weekday()] == session.day
        and (session.first_date is None or session.first_date <= day)
        and (session.last_date is None or day <= session.last_date)
        and (activity.starts_on is None or activity.starts_on <= day)
        and (activity.ended_on is None or day <= activity.ended_on)
        and (not session.term_time or calendar.is_in_term(day))
        and (session.bank_holidays is not False or day not in calendar.bank_holidays)
        and _comes_round(session, activity, day)
        and not _course_is_over(session, activity, calendar, day)
    )


def _comes_round(session: Session, activity: Activity, day: date) -> bool:
    if session.repeats is Repeats.FORTNIGHTLY:
        counted_from = session.first_date or activity.starts_on
        if counted_from is None:
            return False
        weekdays = 0
        while counted_from <= day:
            weekdays += DAYS[counted_from.weekday()] == session.day
            counted_from += timedelta(days=1)
        return weekdays % 2 == 1
    if session.repeats is Repeats.MONTHLY:
        length = monthrange(day.year, day.month)[1]
        if session.week_of_month == -1:
            return day.day > length - 7
        return session.week_of_month == (day.day + 6) // 7
    return True


def _course_is_over(session: Session, activity: Activity, calendar: Calendar, day: date) -> bool:
    if activity.starts_on is None or activity.length_weeks is None or activity.length_weeks >= 52:
        return False
    begun = max(activity.starts_on, session.first_date or activity.starts_on)
    weeks = 0
    while begun < day:
        counts = (
            not session.term_time
            or calendar.is_in_term(begun)
            or begun < min((term.first for term in calendar.terms), default=date.max)
        )
        weeks += counts and DAYS[begun.weekday()] == session.day
        begun += timedelta(days=1)
    return weeks >= activity.length_weeks


days_of_two_years = st.dates(date(2026, 9, 1), date(2028, 8, 31))
maybe_days = st.none() | days_of_two_years


@given(
    session=st.builds(
        Session,
        day=st.sampled_from(Day),
        repeats=st.sampled_from([Repeats.WEEKLY, Repeats.FORTNIGHTLY, Repeats.MONTHLY]),
        week_of_month=st.sampled_from([1, 2, 3, 4, -1]),
        term_time=st.booleans(),
        bank_holidays=st.none() | st.booleans(),
        first_date=maybe_days,
        last_date=maybe_days,
    ),
    starts_on=maybe_days,
    length_weeks=st.none() | st.integers(1, 60),
    ended_on=maybe_days,
    first=days_of_two_years,
    length=st.integers(0, 370),
)
def test_the_dates_are_those_that_are_found_by_looking_at_each_day(
    session: Session,
    starts_on: date | None,
    length_weeks: int | None,
    ended_on: date | None,
    first: date,
    length: int,
) -> None:
    activity = an_activity(
        sessions=(session,), starts_on=starts_on, length_weeks=length_weeks, ended_on=ended_on
    )
    last = first + timedelta(days=length)

    dates = dates_of(session, activity, CALENDAR, first=first, last=last)

    assert dates == tuple(slow_dates(session, activity, CALENDAR, first, last))
