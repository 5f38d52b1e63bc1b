from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Session
from finder.domain.vocabulary import Day, Mode, Repeats
from finder.planning.slots import Attendance
from finder.planning.week import plan_week
from finder.web.presenters.sentences import Sentence
from finder.web.presenters.week_slots import SlotLine, activity_url, make_slot_line
from tests.builders import TODAY, a_place, a_session
from tests.planning.week_slots import attended

pytestmark = pytest.mark.usefixtures("english_page")

DECEMBER = date(2026, 12, 1)
CHOIR = SlotLine(
    name="Choir",
    url="/exampleshire/activities/choir",
    day="Tuesday",
    times="10am to 12 noon",
    place=Sentence("The Green Hall", is_english=True),
)


def lines_of(*things: Attendance) -> dict[str, SlotLine]:
    """Return each thing of a week by its name; each has one session."""
    week = plan_week(things, today=TODAY)
    slots = [slot for day in week.days for slot in (*day.timed, *day.untold)]
    lines = [
        make_slot_line(slot, week, today=TODAY) for slot in (*slots, *week.dated, *week.any_day)
    ]
    return {line.name: line for line in lines}


def line_of(session: Session, **overrides: Any) -> SlotLine:
    return lines_of(attended("choir", session, **overrides))["Choir"]


def test_a_slot_says_its_day_its_times_and_its_place() -> None:
    assert line_of(a_session()) == CHOIR


def test_an_address_keeps_the_language_of_the_page() -> None:
    assert activity_url("kent", "choir") == "/kent/activities/choir"


@pytest.mark.usefixtures("arabic_page")
def test_an_address_on_a_page_in_another_language_names_it() -> None:
    assert activity_url("kent", "choir") == "/kent/activities/choir?lang=ar"


def test_a_day_that_the_person_picks_and_times_not_told_are_empty() -> None:
    assert line_of(a_session(None, "", "")) == replace(CHOIR, day="", times="")


def test_what_is_held_once_has_its_date_and_no_other_note() -> None:
    once = a_session(on_date=DECEMBER, repeats=Repeats.ONCE)

    assert line_of(once) == replace(CHOIR, day="1 December 2026", is_dated=True)


@pytest.mark.parametrize(
    ("session", "places", "said"),
    [
        pytest.param(
            a_session(mode=Mode.ONLINE), (a_place(),), Sentence("Online, at home"), id="online"
        ),
        pytest.param(
            a_session(mode=Mode.AT_HOME, place_id=""),
            (),
            Sentence("They come to your home"),
            id="at home",
        ),
        pytest.param(
            a_session(),
            (a_place(name=""),),
            Sentence("Maidstone", is_english=True),
            id="a place without a name",
        ),
        pytest.param(a_session(), (a_place(name="", town=""),), None, id="nothing of the place"),
        pytest.param(a_session(), (), None, id="no place"),
    ],
)
def test_where_a_person_goes(
    session: Session, places: tuple[Any, ...], said: Sentence | None
) -> None:
    assert line_of(session, places=places).place == said


@pytest.mark.parametrize(
    ("changes", "notes"),
    [
        ({}, ()),
        ({"repeats": Repeats.FORTNIGHTLY}, ("Every 2 weeks",)),
        ({"repeats": Repeats.ONCE}, ("One time only",)),
        ({"repeats": Repeats.MONTHLY}, ("Once a month",)),
        ({"repeats": Repeats.MONTHLY, "week_of_month": 1}, ("First week of the month",)),
        ({"repeats": Repeats.MONTHLY, "week_of_month": -1}, ("Last week of the month",)),
        ({"term_time": True}, ("Not in the school holidays",)),
        ({"first_date": TODAY}, ()),
        (
            {"first_date": date(2027, 1, 12), "last_date": date(2027, 3, 23)},
            ("From 12 January 2027", "Until 23 March 2027"),
        ),
    ],
)
def test_what_is_not_every_week_says_so(changes: dict[str, Any], notes: tuple[str, ...]) -> None:
    assert line_of(a_session(**changes)).notes == notes


def test_things_at_the_same_time_name_each_other() -> None:
    lines = lines_of(attended("choir", a_session()), attended("garden", a_session()))

    assert (lines["Choir"].same_time, lines["Garden"].same_time) == ("Garden", "Choir")


def test_what_is_sometimes_at_the_same_time_is_apart() -> None:
    lines = lines_of(
        attended("choir", a_session()),
        attended("garden", a_session()),
        attended("disco", a_session(repeats=Repeats.MONTHLY)),
    )

    assert (lines["Choir"].same_time, lines["Choir"].may_be_same_time) == ("Garden", "Disco")
    assert (lines["Disco"].same_time, lines["Disco"].may_be_same_time) == ("", "Choir and Garden")


def test_a_date_is_at_the_same_time_for_itself_and_only_sometimes_for_the_other() -> None:
    lines = lines_of(
        attended("choir", a_session()), attended("trip", a_session(Day.TUE, on_date=DECEMBER))
    )

    assert (lines["Trip"].same_time, lines["Trip"].may_be_same_time) == ("Choir", "")
    assert (lines["Choir"].same_time, lines["Choir"].may_be_same_time) == ("", "Trip")


def test_what_is_at_the_same_time_anyway_is_not_named_as_sometimes_too() -> None:
    lines = lines_of(
        attended("choir", a_session()),
        attended("garden", a_session(), a_session(repeats=Repeats.MONTHLY)),
    )

    assert (lines["Choir"].same_time, lines["Choir"].may_be_same_time) == ("Garden", "")
