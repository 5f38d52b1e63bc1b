from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.council import CouncilSlug
from finder.domain.vocabulary import Day, Repeats
from finder.planning.slots import Attendance
from tests.builders import TODAY, a_place, a_session, an_activity
from tests.planning.week_slots import COUNCIL, a_slot, attended

JANUARY, MARCH = date(2027, 1, 12), date(2027, 3, 23)


def test_a_slot_is_on_the_day_of_its_session() -> None:
    assert a_slot(session=a_session(Day.FRI)).day is Day.FRI
    assert a_slot(session=a_session(None)).day is None


def test_a_date_has_the_day_of_the_calendar_whatever_a_file_says() -> None:
    assert a_slot(session=a_session(Day.FRI, on_date=JANUARY)).day is Day.TUE


def test_a_slot_is_where_its_session_is() -> None:
    assert a_slot().place == a_place()
    assert a_slot(session=a_session(place_id="nowhere")).place is None


def test_a_slot_knows_its_minutes_of_the_day() -> None:
    slot = a_slot(session=a_session(start="09:30", end="11:00"))

    assert (slot.is_timed, slot.starts, slot.ends) == (True, 570, 660)


def test_times_that_nobody_told_are_not_made_up() -> None:
    slot = a_slot(session=a_session(start="", end=""))

    assert (slot.is_timed, slot.starts, slot.ends) == (False, 0, None)


def test_a_slot_is_held_from_its_first_date_to_its_last() -> None:
    slot = a_slot(session=a_session(first_date=JANUARY, last_date=MARCH))
    once = a_slot(session=a_session(on_date=MARCH))
    always = a_slot()

    assert (slot.first_date, slot.last_date) == (JANUARY, MARCH)
    assert (once.first_date, once.last_date) == (MARCH, MARCH)
    assert (always.first_date, always.last_date) == (date.min, date.max)


def test_an_activity_that_starts_later_says_when_its_sessions_do() -> None:
    slot = a_slot(starts_on=JANUARY, length_weeks=10)

    assert (slot.first_date, slot.last_date) == (JANUARY, date.max)


@pytest.mark.parametrize(
    ("changes", "every_week"),
    [
        pytest.param({}, True, id="nothing else was told"),
        pytest.param({"first_date": TODAY}, True, id="it starts today"),
        pytest.param({"first_date": JANUARY}, False, id="it starts later"),
        pytest.param({"last_date": JANUARY}, False, id="it ends"),
        pytest.param({"term_time": True}, False, id="it stops in the holidays"),
        pytest.param({"repeats": Repeats.FORTNIGHTLY}, False, id="it is every two weeks"),
    ],
)
def test_what_is_held_every_week(changes: dict[str, Any], every_week: bool) -> None:
    assert a_slot(session=a_session(**changes)).is_every_week(TODAY) is every_week


def test_the_same_activity_is_known_by_its_council_and_its_id() -> None:
    slot = a_slot("choir")
    other_day = a_slot("choir", a_session(Day.FRI))

    assert slot.is_same_activity(other_day)
    assert not slot.is_same_activity(a_slot("swim"))
    assert not slot.is_same_activity(replace(slot, council=CouncilSlug("elsewhere")))


def test_sessions_that_are_over_do_not_come_any_more() -> None:
    over = a_session(last_date=date(2026, 11, 20))
    once = a_session(on_date=date(2026, 11, 20))
    last_time = a_session(last_date=TODAY)

    coming = attended("choir", over, once, last_time).coming(TODAY)

    assert [slot.session for slot in coming] == [last_time]
    assert [slot.council for slot in coming] == [COUNCIL]


def test_only_the_sessions_that_a_person_goes_to_come() -> None:
    monday, friday = a_session(Day.MON), a_session(Day.FRI)
    activity = an_activity(sessions=(monday, friday))
    going = Attendance(council=COUNCIL, activity=activity, sessions=(friday,))

    assert [slot.session for slot in going.coming(TODAY)] == [friday]
