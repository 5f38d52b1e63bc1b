from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity, Availability
from finder.domain.vocabulary import SpaceState
from finder.planning.review import Review, longest_weeks, review_of
from tests.builders import TODAY, a_lot, a_session, an_activity


def review(activity: Activity, **changes: Any) -> Review:
    lots = changes.get("lots", ())
    return review_of(activity, activity.sessions, lots, today=TODAY)


def test_without_a_start_it_is_counted_from_today() -> None:
    assert review(an_activity()) == Review(
        start=TODAY, is_start_told=False, first=date(2027, 1, 2), last=date(2027, 1, 16)
    )


@pytest.mark.parametrize(
    ("activity", "start"),
    [
        pytest.param(an_activity(starts_on=date(2027, 1, 11)), date(2027, 1, 11), id="its start"),
        pytest.param(an_activity(starts_on=TODAY), TODAY, id="it starts today"),
        pytest.param(
            an_activity(
                sessions=(
                    a_session(first_date=date(2027, 2, 1)),
                    a_session(on_date=date(2027, 1, 5), day=None),
                )
            ),
            date(2027, 1, 5),
            id="its first session",
        ),
        pytest.param(
            an_activity(
                availability=Availability(
                    state=SpaceState.WAITING_LIST, said_on=date(2026, 11, 7), wait_weeks=4
                )
            ),
            date(2026, 12, 5),
            id="after waiting",
        ),
        pytest.param(
            an_activity(
                starts_on=date(2026, 12, 1),
                availability=Availability(
                    state=SpaceState.FULL, said_on=date(2026, 11, 7), wait_weeks=8
                ),
            ),
            date(2027, 1, 2),
            id="after waiting, when it has started",
        ),
    ],
)
def test_it_is_counted_from_a_start_that_is_told(activity: Activity, start: date) -> None:
    answer = review(activity)

    assert (answer.start, answer.is_start_told) == (start, True)
    assert ((answer.first - start).days, (answer.last - start).days) == (6 * 7, 8 * 7)


@pytest.mark.parametrize(
    "activity",
    [
        pytest.param(an_activity(starts_on=date(2026, 1, 1)), id="it started long ago"),
        pytest.param(
            an_activity(sessions=(a_session(first_date=date(2027, 2, 1)), a_session())),
            id="some sessions start later",
        ),
        pytest.param(
            an_activity(
                availability=Availability(
                    state=SpaceState.SPACES, said_on=date(2026, 11, 7), wait_weeks=9
                )
            ),
            id="there is a space",
        ),
        pytest.param(
            an_activity(availability=Availability(state=SpaceState.FULL, said_on=TODAY)),
            id="nobody knows how long people wait",
        ),
    ],
)
def test_otherwise_no_start_is_told(activity: Activity) -> None:
    answer = review(activity)

    assert (answer.start, answer.is_start_told) == (TODAY, False)


def test_what_ends_sooner_is_looked_at_before_its_end() -> None:
    answer = review(an_activity(length_weeks=4))

    assert (answer.first, answer.last) == (date(2026, 12, 19), date(2026, 12, 19))


def test_a_lot_for_a_short_time_brings_it_forward() -> None:
    answer = review(an_activity(length_weeks=52), lots=(a_lot(longest_weeks=7), a_lot("2")))

    assert (answer.first, answer.last) == (date(2027, 1, 2), date(2027, 1, 9))


def test_of_several_limits_of_lots_the_shortest_holds() -> None:
    assert longest_weeks([a_lot(longest_weeks=12), a_lot("2", longest_weeks=7)]) == 7
    assert longest_weeks([a_lot()]) is None
