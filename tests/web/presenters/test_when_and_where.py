from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity, Session
from finder.domain.place import Precision, Whereabouts
from finder.domain.vocabulary import Day, Mode, Repeats
from finder.web.presenters.sentences import Sentence, ours, own
from finder.web.presenters.when_and_where import when_sentences, where_sentences
from tests.builders import (
    ASHFORD,
    MAIDSTONE,
    a_council,
    a_place,
    a_session,
    an_activity,
    an_online_place,
)

pytestmark = pytest.mark.usefixtures("english_page")

MON, TUE, WED, THU, FRI, SAT, SUN = Day
BARN = a_place("barn", name="The Barn", address="", town="Ashford", postcode="", point=ASHFORD)


def said(sentences: list[Sentence]) -> list[str]:
    return [sentence.text for sentence in sentences]


def when(*sessions: Session, **overrides: Any) -> list[str]:
    return said(when_sentences(an_activity(sessions=sessions, **overrides)))


def where(activity: Activity, whereabouts: Whereabouts | None = None) -> list[str]:
    return said(where_sentences(activity, a_council(), whereabouts))


def test_whose_words_a_sentence_is() -> None:
    assert own("You swim.") == [Sentence("You swim.", is_english=True)]
    assert ours("It is free.") == [Sentence("It is free.")]
    assert own("") == ours("") == []


def test_nothing_is_said_of_times_that_nobody_told() -> None:
    assert when() == []


def test_sessions_at_the_same_time_are_said_together() -> None:
    assert when(a_session(MON), a_session(WED), a_session(FRI, "14:00", "16:00")) == [
        "Monday and Wednesday, 10am to 12 noon.",
        "Friday, 2pm to 4pm.",
    ]


def test_a_day_without_times_says_that_they_are_not_told() -> None:
    assert when(a_session(TUE, "", "")) == ["Tuesday.", "They did not tell us the times."]


def test_the_person_can_pick_the_day() -> None:
    assert when(a_session(None), a_session(TUE)) == [
        "You pick the day, 10am to 12 noon.",
        "Tuesday, 10am to 12 noon.",
    ]


def test_what_holds_for_one_session_is_said_with_it() -> None:
    fortnightly = a_session(TUE, repeats=Repeats.FORTNIGHTLY)
    other = a_session(THU, "14:00", "16:00", repeats=Repeats.FORTNIGHTLY, note="Bring a friend.")

    assert when(fortnightly, a_session(WED, "13:00", "14:00"), other) == [
        "Tuesday, 10am to 12 noon.",
        "It is every 2 weeks.",
        "Wednesday, 1pm to 2pm.",
        "Thursday, 2pm to 4pm.",
        "It is every 2 weeks.",
        "Bring a friend.",
    ]


def test_what_holds_for_every_session_is_said_once_at_the_end() -> None:
    assert when(
        a_session(TUE, term_time=True, weeks_a_year=38),
        a_session(THU, "14:00", "16:00", term_time=True, weeks_a_year=38),
    ) == [
        "Tuesday, 10am to 12 noon.",
        "Thursday, 2pm to 4pm.",
        "It stops in the school holidays.",
        "It is open 38 weeks a year.",
    ]


def test_each_session_says_its_place_when_there_are_several() -> None:
    sessions = (
        a_session(TUE),
        a_session(THU, place_id="barn"),
        a_session(FRI, "14:00", "16:00"),
        a_session(SAT, place_id="not-told"),
    )

    assert when(*sessions, places=(a_place(), BARN)) == [
        "Tuesday, 10am to 12 noon.",
        "It is at The Green Hall.",
        "Thursday, 10am to 12 noon.",
        "It is at The Barn.",
        "Friday, 2pm to 4pm.",
        "It is at The Green Hall.",
        "Saturday, 10am to 12 noon.",
    ]


def test_a_course_says_when_it_starts_and_how_long_it_is() -> None:
    course = {"starts_on": date(2027, 1, 5), "length_weeks": 10, "timing_note": "Come early."}

    assert when(a_session(), **course) == [
        "Tuesday, 10am to 12 noon.",
        "Come early.",
        "It starts on 5 January 2027.",
        "It is for 10 weeks.",
    ]
    assert when(length_weeks=1) == ["It is for 1 week."]
    assert when(length_weeks=52) == []


def test_a_place_has_its_whole_address_and_the_way_to_the_door() -> None:
    place = a_place(directions=("Go in at the green door.",))

    assert where(an_activity(places=(place,))) == [
        "The Green Hall, 2 Example Street, Maidstone, ME14 1XQ.",
        "Go in at the green door.",
    ]


def test_words_of_an_address_are_not_said_twice() -> None:
    place = a_place(name="Ashford", address="", town="Ashford", postcode="")

    assert where(an_activity(places=(place,))) == ["Ashford."]
    assert where(an_activity(places=(replace(place, name="", town=""),))) == []


def test_each_place_says_how_far_it_is() -> None:
    here = Whereabouts(typed="ME14", label="ME14", point=MAIDSTONE, precision=Precision.POSTCODE)
    hall = a_place(address="", town="", postcode="")

    assert where(an_activity(places=(hall, BARN)), here) == [
        "The Green Hall.",
        "Less than 1 mile from you.",
        "The Barn, Ashford.",
        "About 18 miles from you.",
    ]
    about = replace(here, precision=Precision.OUTCODE)
    assert where(an_activity(places=(BARN, replace(hall, point=None))), about) == [
        "The Barn, Ashford.",
        "Very roughly 18 miles from you.",
        "The Green Hall.",
    ]


def test_a_place_over_the_border_says_whose_list_it_is_on() -> None:
    place = a_place(address="", town="", postcode="", outside="Medway")

    assert where(an_activity(places=(place,))) == [
        "The Green Hall.",
        "This is in Medway. It is on the list of Exampleshire Council.",
    ]


def test_other_ways_to_take_part_are_said_too() -> None:
    at_home = an_activity(
        places=(), modes=(Mode.ONLINE, Mode.AT_HOME), serves=("north", "south", "nowhere")
    )

    assert where(at_home) == [
        "You can join online, with a phone or a computer.",
        "They come to your home.",
        "They come to North and South.",
    ]
    assert where(an_activity(places=(an_online_place(),), modes=(Mode.ONLINE,))) == [
        "Online.",
        "You can join online, with a phone or a computer.",
    ]


def test_a_place_that_nobody_told_is_not_made_up() -> None:
    assert where(an_activity(places=(), modes=None)) == []
