import csv
from datetime import date
from io import StringIO

import pytest

from finder.documents.spreadsheet import BYTE_ORDER_MARK
from finder.domain.activity import AgeRange, Availability
from finder.domain.vocabulary import Need, SpaceState, Support
from finder.web.presenters.spreadsheet import make_spreadsheet
from tests.builders import (
    TODAY,
    a_contact,
    a_place,
    a_provider,
    an_activity,
)
from tests.web.presenters.conftest import Question, QuestionOf

pytestmark = pytest.mark.usefixtures("english_page")


def sheet_of(question: Question) -> str:
    return make_spreadsheet(
        question.catalogue, question.asked, base_url="https://things.example.org", today=TODAY
    )


def rows_of(question: Question) -> list[dict[str, str]]:
    text = sheet_of(question).removeprefix(BYTE_ORDER_MARK)
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_a_row_has_every_fact_in_words(question_of: QuestionOf) -> None:
    activity = an_activity(
        support=(Support.SMALL_GROUP,),
        availability=Availability(state=SpaceState.FULL, said_on=date(2026, 11, 5)),
        ages=AgeRange(youngest=18),
        groups=("older",),
        needs={Need.HOIST: True, Need.STEP_FREE: True, Need.PARKING: False},
        places=(a_place(), a_place("b", town="Ashford", postcode="TN23 1AA")),
    )

    (row,) = rows_of(question_of("near=ME14 1XQ&lang=en-GB", activity))

    assert row == {
        "Name": "Cooking Together (example)",
        "Provider": "Example Green Door",
        "Does it fit?": "Yes",
        "Ask about": "Nothing",
        "Place": "Maidstone, Ashford",
        "Towns": "Maidstone; Ashford",
        "Postcodes": "ME14 1XQ; TN23 1AA",
        "Miles": "0.0",
        "Days and times": "Tuesday, 10am to 12 noon",
        "Cost": "£10 each time",
        "Ways to pay": "Council pays the provider and Paying yourself",
        "Helpers": "A small group",
        "Age": "18 and over",
        "Space": "It is full now",
        "They told us on": "2026-11-05",
        "Checked on": "2026-11-03",
        "Help and getting in: yes": "No steps; Hoist",
        "Help and getting in: no": "Parking for blue badges",
        "Who it is for": "Older people",
        "Type of support": "One to one, or small groups",
        "Lot code": "1a",
        "Lot name": "Lot 1a, Everyday Life",
        "Arrangement": "On the council’s list (framework)",
        "The council’s list": "Days Out Framework",
        "Phone": "01632 960 200",
        "Email": "green-door@example.org",
        "Website": "Not told",
        "Page on this site": (
            "https://things.example.org/exampleshire/activities/cooking-together?lang=en-GB"
        ),
        "Activity code": "cooking-together",
    }


def test_no_cell_is_empty(question_of: QuestionOf) -> None:
    untold = an_activity(
        places=(),
        sessions=(),
        prices=(),
        pay=None,
        lots=(),
        arrangement=None,
        modes=None,
        checked_on=None,
    )
    provider = a_provider(contact=a_contact(phone="", email="", website=""))
    question = question_of("age=44&near=ME14 1XQ", untold, providers=(provider,))

    (row,) = rows_of(question)

    told = {head: cell for head, cell in row.items() if cell != "Not told"}
    assert told == {
        "Name": "Cooking Together (example)",
        "Provider": "Example Green Door",
        "Does it fit?": "Ask",
        "Ask about": "Age",
        "Type of support": "None",
        "Lot code": "None",
        "Lot name": "None",
        "The council’s list": "Days Out Framework",
        "Page on this site": "https://things.example.org/exampleshire/activities/cooking-together",
        "Activity code": "cooking-together",
    }


def test_needs_that_are_all_there_leave_none_that_is_not(question_of: QuestionOf) -> None:
    (row,) = rows_of(question_of("", an_activity(needs={Need.HOIST: True})))

    assert row["Help and getting in: yes"] == "Hoist"
    assert row["Help and getting in: no"] == "None"


def test_without_a_place_nobody_asked_for_a_distance(question_of: QuestionOf) -> None:
    assert rows_of(question_of("", an_activity()))[0]["Miles"] == "Not asked"


def test_a_search_that_finds_nothing_still_has_its_heads(question_of: QuestionOf) -> None:
    question = question_of("age=5&day=sun", an_activity())

    assert rows_of(question) == []
    assert sheet_of(question).startswith(f"{BYTE_ORDER_MARK}Name,Provider,")


def test_every_result_is_in_it_in_order(question_of: QuestionOf) -> None:
    activities = [an_activity(f"a{number:02}", name=f"Art {number:02}") for number in range(30)]

    rows = rows_of(question_of("sort=name&page=2&view=table", *activities))

    assert [row["Name"] for row in rows] == [activity.name for activity in activities]
