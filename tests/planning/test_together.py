from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.activity import Session
from finder.domain.vocabulary import Day, Repeats
from finder.planning.dates import Calendar, dates_of
from finder.planning.slots import Slot
from finder.planning.together import Certainty, Together, together
from tests.builders import TODAY, a_session
from tests.planning.week_slots import a_slot

# TODAY is a Saturday, so the next Tuesday is the 24th.
NEXT_TUESDAY = date(2026, 11, 24)
DECEMBER = date(2026, 12, 1)
JANUARY, MARCH = date(2027, 1, 12), date(2027, 3, 23)
EVERY_WEEK = Together(certainty=Certainty.CERTAIN)
SOME_WEEKS = Together(certainty=Certainty.SOMETIMES)


def together_of(a: dict[str, Any], b: dict[str, Any]) -> Together | None:
    """Return when two sessions on a Tuesday meet; the order of the two is all the same."""
    first, second = a_slot("choir", a_session(**a)), a_slot("swim", a_session(**b))
    found = together(first, second, today=TODAY)
    assert together(second, first, today=TODAY) == found
    return found


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        pytest.param({}, {}, EVERY_WEEK, id="both weekly"),
        pytest.param({"term_time": True}, {"term_time": True}, EVERY_WEEK, id="both in terms"),
        pytest.param({"term_time": True}, {}, SOME_WEEKS, id="one stops in the holidays"),
        pytest.param({"first_date": date(2026, 9, 8)}, {}, EVERY_WEEK, id="one started long ago"),
        pytest.param({"repeats": Repeats.FORTNIGHTLY}, {}, SOME_WEEKS, id="one every two weeks"),
        pytest.param({"repeats": Repeats.MONTHLY}, {}, SOME_WEEKS, id="one every month"),
        pytest.param({"repeats": Repeats.ONCE}, {}, SOME_WEEKS, id="one once, no date told"),
    ],
)
def test_how_often_sessions_are_in_the_same_week(
    a: dict[str, Any], b: dict[str, Any], found: Together
) -> None:
    assert together_of(a, b) == found


def test_what_starts_or_ends_later_says_so() -> None:
    course = {"first_date": JANUARY, "last_date": MARCH}

    assert together_of(course, {}) == Together(
        certainty=Certainty.SOMETIMES, first_date=JANUARY, last_date=MARCH
    )
    assert together_of(course, course) == Together(
        certainty=Certainty.CERTAIN, first_date=JANUARY, last_date=MARCH
    )
    assert together_of({"last_date": MARCH}, {}) == Together(
        certainty=Certainty.SOMETIMES, last_date=MARCH
    )


def test_the_first_date_is_one_of_the_session_s_own_day() -> None:
    starts = {"first_date": date(2027, 1, 8)}

    assert together_of(starts, {}) == Together(certainty=Certainty.SOMETIMES, first_date=JANUARY)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({"last_date": DECEMBER}, {"first_date": JANUARY}, id="one after the other"),
        pytest.param({"last_date": date(2026, 11, 23)}, {}, id="no Tuesday is left before it ends"),
        pytest.param({"on_date": DECEMBER}, {"on_date": NEXT_TUESDAY}, id="two other dates"),
        pytest.param({"on_date": DECEMBER}, {"first_date": JANUARY}, id="before it starts"),
        pytest.param({"first_date": date.max}, {}, id="it starts on the last day of all"),
    ],
)
def test_sessions_whose_dates_do_not_meet_are_never_together(
    a: dict[str, Any], b: dict[str, Any]
) -> None:
    assert together_of(a, b) is None


def on_one_date(day: date, certainty: Certainty = Certainty.CERTAIN) -> Together:
    return Together(certainty=certainty, first_date=day, last_date=day)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param({}, on_one_date(DECEMBER), id="every week"),
        pytest.param({"on_date": DECEMBER}, on_one_date(DECEMBER), id="the same date"),
        pytest.param(
            {"term_time": True}, on_one_date(DECEMBER, Certainty.SOMETIMES), id="in term time"
        ),
        pytest.param(
            {"repeats": Repeats.ONCE},
            on_one_date(DECEMBER, Certainty.SOMETIMES),
            id="once, and no date was told",
        ),
        pytest.param(
            {"repeats": Repeats.MONTHLY, "week_of_month": 1}, on_one_date(DECEMBER), id="its week"
        ),
        pytest.param(
            {"repeats": Repeats.MONTHLY, "week_of_month": 2}, None, id="another week of the month"
        ),
        pytest.param({"repeats": Repeats.MONTHLY, "week_of_month": -1}, None, id="the last week"),
        pytest.param(
            {"repeats": Repeats.MONTHLY},
            on_one_date(DECEMBER, Certainty.SOMETIMES),
            id="a week of the month that was not told",
        ),
        pytest.param(
            {"repeats": Repeats.FORTNIGHTLY},
            on_one_date(DECEMBER, Certainty.SOMETIMES),
            id="every two weeks, nobody told from when",
        ),
        pytest.param(
            {"repeats": Repeats.FORTNIGHTLY, "first_date": date(2026, 11, 17)},
            on_one_date(DECEMBER),
            id="every two weeks, on it",
        ),
        pytest.param(
            {"repeats": Repeats.FORTNIGHTLY, "first_date": date(2026, 11, 24)},
            None,
            id="every two weeks, beside it",
        ),
    ],
)
def test_something_on_one_date_meets_what_is_held_on_it(
    other: dict[str, Any], found: Together | None
) -> None:
    assert together_of({"on_date": DECEMBER}, other) == found


def test_a_session_with_one_date_left_is_like_one_on_that_date() -> None:
    assert together_of({"last_date": NEXT_TUESDAY}, {}) == on_one_date(NEXT_TUESDAY)
    assert on_one_date(NEXT_TUESDAY).is_one_date
    assert not EVERY_WEEK.is_one_date


@pytest.mark.parametrize(
    ("week", "other", "can_meet"),
    [(1, 1, True), (1, 2, False), (4, -1, True), (3, -1, False), (None, 2, True)],
)
def test_monthly_sessions_meet_in_the_same_week_of_the_month(
    week: int | None, other: int | None, can_meet: bool
) -> None:
    found = together_of(
        {"repeats": Repeats.MONTHLY, "week_of_month": week},
        {"repeats": Repeats.MONTHLY, "week_of_month": other},
    )

    assert found == (SOME_WEEKS if can_meet else None)


@pytest.mark.parametrize(
    ("starts", "other_starts", "can_meet"),
    [
        (date(2026, 11, 3), date(2026, 11, 17), True),
        (date(2026, 11, 3), date(2026, 11, 10), False),
        (date(2026, 11, 1), date(2026, 11, 3), True),
        (None, date(2026, 11, 3), True),
    ],
)
def test_sessions_every_two_weeks_meet_unless_they_take_turns(
    starts: date | None, other_starts: date, can_meet: bool
) -> None:
    found = together_of(
        {"repeats": Repeats.FORTNIGHTLY, "first_date": starts},
        {"repeats": Repeats.FORTNIGHTLY, "first_date": other_starts},
    )

    assert found == (SOME_WEEKS if can_meet else None)


def test_the_first_tuesday_and_the_last_are_found_in_every_length_of_month() -> None:
    february = {"on_date": date(2027, 2, 23)}

    last = {"repeats": Repeats.MONTHLY, "week_of_month": -1}
    fourth = {"repeats": Repeats.MONTHLY, "week_of_month": 4}
    assert together_of(february, last) == on_one_date(date(2027, 2, 23))
    assert together_of(february, fourth) == on_one_date(date(2027, 2, 23))


SOME_DATES = st.none() | st.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=200))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Any session on a Tuesday of which one can say on which dates it is held."""
    first, last = sorted((draw(SOME_DATES), draw(SOME_DATES)), key=lambda each: each or date.min)
    repeats = draw(st.sampled_from([Repeats.WEEKLY, Repeats.FORTNIGHTLY, Repeats.MONTHLY]))
    return a_session(
        Day.TUE,
        repeats=repeats,
        first_date=first or (NEXT_TUESDAY if repeats is Repeats.FORTNIGHTLY else None),
        last_date=last,
        week_of_month=draw(st.sampled_from([1, 2, 3, 4, -1])),
    )


def dates_within_three_years(slot: Slot) -> set[date]:
    last = TODAY + timedelta(days=1_100)
    return set(dates_of(slot.session, slot.activity, Calendar(), first=TODAY, last=last))


@given(a=sessions(), b=sessions())
def test_what_is_never_together_has_no_date_in_common(a: Session, b: Session) -> None:
    first, second = a_slot("choir", a), a_slot("swim", b)
    in_common = dates_within_three_years(first) & dates_within_three_years(second)

    found = together(first, second, today=TODAY)

    if found is None:
        assert in_common == set()
    if in_common:
        assert found is not None
    if found and found.certainty is Certainty.CERTAIN:
        assert in_common
