"""The rule that a calendar file has for dates, against the dates that it gives."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from finder.documents.recurrence import Recurrence, find_recurrence

MONDAY = date(2027, 1, 4)


def weeks(*numbers: int) -> list[date]:
    return [MONDAY + timedelta(weeks=number) for number in numbers]


def test_one_date_needs_no_rule() -> None:
    assert find_recurrence([MONDAY]) is None
    assert find_recurrence([]) is None


@pytest.mark.parametrize(
    ("dates", "recurrence"),
    [
        pytest.param(weeks(0, 1, 2), Recurrence(every_weeks=1), id="weekly"),
        pytest.param(weeks(0, 2, 4), Recurrence(every_weeks=2), id="fortnightly"),
        pytest.param(
            weeks(0, 1, 4), Recurrence(every_weeks=1, left_out=tuple(weeks(2, 3))), id="a gap"
        ),
        pytest.param(
            weeks(0, 2, 6, 8), Recurrence(every_weeks=2, left_out=tuple(weeks(4))), id="two gaps"
        ),
        pytest.param(
            [date(2027, 1, 5), date(2027, 2, 2), date(2027, 3, 2), date(2027, 4, 6)],
            Recurrence(week_of_month=1),
            id="the first Tuesday",
        ),
        pytest.param(
            [date(2027, 1, 29), date(2027, 2, 26), date(2027, 4, 30)],
            Recurrence(week_of_month=-1, left_out=(date(2027, 3, 26),)),
            id="the last Friday, without Good Friday",
        ),
    ],
)
def test_the_rule_is_the_one_that_leaves_out_the_fewest(
    dates: list[date], recurrence: Recurrence
) -> None:
    assert find_recurrence(dates) == recurrence


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param([date(2027, 1, 4), date(2027, 1, 5)], id="two days of the week"),
        pytest.param(weeks(0, 1, 40), id="a rule would leave out more than it gives"),
    ],
)
def test_there_may_be_no_true_rule(dates: list[date]) -> None:
    assert find_recurrence(dates) is None


@given(numbers=st.sets(st.integers(0, 60), min_size=2, max_size=40))
def test_a_rule_gives_the_dates_and_those_that_are_left_out(numbers: set[int]) -> None:
    dates = weeks(*sorted(numbers))

    recurrence = find_recurrence(dates)

    if recurrence is not None:
        parts = ";".join(f"{name}={value}" for name, value in recurrence.parts(dates[0]).items())
        start = datetime.combine(dates[0], time())
        given_by_rule = rrulestr(f"{parts};UNTIL={dates[-1]:%Y%m%d}", dtstart=start)
        assert [day.date() for day in given_by_rule] == sorted({*dates, *recurrence.left_out})
        assert set(recurrence.left_out).isdisjoint(dates)
