from typing import Any

import pytest

from finder.documents.square_code import make_square_code
from finder.domain.activity import Transport, VisitStep
from finder.domain.provider import Contact
from finder.domain.shortlist import Face
from finder.domain.vocabulary import ActivityStatus, Mode, Need, Support
from finder.web.presenters.activity_page import Section
from finder.web.presenters.listed import ListedActivities
from finder.web.presenters.print_sheet import (
    FaceBox,
    PrintedActivity,
    PrintSize,
    make_activity_sheet,
    make_print_sheet,
    read_size,
)
from tests.builders import TODAY, a_contact, a_place, a_provider, an_activity
from tests.web.presenters.conftest import CatalogueOf
from tests.web.presenters.lists import a_listed, an_entry

pytestmark = pytest.mark.usefixtures("english_page")

LINK = "https://things.example.org/list/AbCdEfGhIjKlMnOpQrStUv"


@pytest.fixture
def printed(catalogue_of: CatalogueOf) -> Any:
    def on_sheet(
        size: PrintSize = PrintSize.SMALL, *, entry: Any = None, **changes: Any
    ) -> PrintedActivity:
        overrides = changes.pop("contents", {})
        catalogue = catalogue_of(an_activity("a", **changes), **overrides)
        listed = ListedActivities(here=(a_listed(catalogue, "a", **(entry or {})),))
        sheet = make_print_sheet(listed, size=size, link="", today=TODAY)
        return sheet.activities[0]

    return on_sheet


def said(section: Section) -> list[str]:
    return [sentence.text for sentence in section.sentences]


def test_the_sheet_of_a_list_says_when_it_was_printed_and_has_a_code_of_the_link(
    catalogue_of: CatalogueOf,
) -> None:
    catalogue = catalogue_of(an_activity("a"), an_activity("b"))
    listed = ListedActivities(
        here=(a_listed(catalogue, "b"), a_listed(catalogue, "a")), gone=(an_entry("c"),)
    )

    sheet = make_print_sheet(listed, size=PrintSize.LARGE, link=LINK, today=TODAY)

    assert (sheet.printed_on, sheet.size, sheet.gone) == (
        "21 November 2026",
        PrintSize.LARGE,
        1,
    )
    assert sheet.code == make_square_code(LINK)
    assert len(sheet.activities) == 2


def test_without_a_link_there_is_no_code() -> None:
    sheet = make_print_sheet(ListedActivities(), size=PrintSize.SMALL, link="", today=TODAY)

    assert (sheet.code, sheet.activities) == (None, ())


def test_the_small_sheet_has_the_facts_of_the_card_the_address_and_the_way(printed: Any) -> None:
    activity = printed(
        transport=Transport(offered=False), support=(Support.SMALL_GROUP,), modes=(Mode.IN_PERSON,)
    )

    assert activity.is_short
    assert [said(section) for section in activity.sections] == [
        ["Tuesday", "10am to 12 noon"],
        ["The Green Hall, Maidstone", "2 Example Street, ME14 1XQ."],
        ["£10 each time", "The council can pay them for you. You can pay with your own money."],
        ["A small group"],
        ["They cannot pick you up."],
        [],
    ]
    assert activity.sections[-1].heading == "Is there a space?"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        pytest.param({"places": ()}, [], id="not told"),
        pytest.param(
            {"places": (a_place(address="", postcode=""),)},
            ["The Green Hall, Maidstone"],
            id="no address",
        ),
        pytest.param(
            {"places": (a_place(), a_place("b", town="Ashford"))},
            ["Maidstone, Ashford"],
            id="two places",
        ),
        pytest.param({"modes": (Mode.AT_HOME,), "places": ()}, ["In your own home"], id="at home"),
        pytest.param(
            {"places": (a_place(name="", town=""),)},
            ["2 Example Street, ME14 1XQ."],
            id="a place without a name",
        ),
        pytest.param(
            {"modes": (Mode.IN_PERSON, Mode.ONLINE)},
            ["The Green Hall, Maidstone", "2 Example Street, ME14 1XQ.", "Or online."],
            id="there or online",
        ),
    ],
)
def test_the_whole_address_is_on_it_where_there_is_one_place(
    printed: Any, changes: dict[str, Any], where: list[str]
) -> None:
    assert said(printed(**changes).sections[1]) == where


def test_the_large_sheet_has_the_sections_of_the_page(printed: Any) -> None:
    activity = printed(
        PrintSize.LARGE,
        support=(Support.SMALL_GROUP,),
        needs={Need.STEP_FREE: True, Need.HOIST: False, Need.MEDICATION: True},
    )

    assert not activity.is_short
    assert {section.slug: said(section) for section in activity.sections} == {
        "when": ["Tuesday, 10am to 12 noon."],
        "where": ["The Green Hall, 2 Example Street, Maidstone, ME14 1XQ."],
        "cost": [
            "£10 each time.",
            "The council can pay them for you.",
            "You can pay with your own money.",
        ],
        "helpers": ["A small group."],
        "travel": [],
        "access": [
            "Yes: No steps.",
            "No: Hoist.",
            (
                "Not told us yet: Toilet for wheelchair users, Big toilet with a hoist and a "
                "bench, A quiet room, Hearing loop, Parking for blue badges."
            ),
        ],
        "space": [],
    }
    assert all(section.needs == () for section in activity.sections)


def test_getting_in_that_nobody_told_about_is_empty(printed: Any) -> None:
    sections = {each.slug: each for each in printed(PrintSize.LARGE).sections}

    assert (sections["access"].sentences, sections["access"].needs) == ((), ())


def test_faces_notes_and_how_to_ask_are_on_it(printed: Any) -> None:
    activity = printed(
        entry={"face": Face.MAYBE, "note": "Ask about lunch"}, words_to_say="Can I visit?"
    )

    assert activity.faces == (
        FaceBox(picture="yes", label="Yes", is_ticked=False),
        FaceBox(picture="maybe", label="Maybe", is_ticked=True),
        FaceBox(picture="no", label="No", is_ticked=False),
    )
    assert (activity.note, activity.words_to_say) == ("Ask about lunch", "Can I visit?")
    assert (activity.contact, activity.help_phone) == (a_contact(), "")
    assert activity.checked == "A person checked this page on 3 November 2026."


def test_where_nobody_told_how_to_ask_the_council_s_phone_is(printed: Any) -> None:
    activity = printed(contents={"providers": (a_provider(contact=Contact()),)})

    assert activity.help_phone == "01632 960 101"


def test_what_does_not_run_or_is_old_or_over_the_border_says_so(printed: Any) -> None:
    activity = printed(
        status=ActivityStatus.ENDED,
        checked_on=None,
        places=(a_place(outside="Medway Council"),),
    )

    assert activity.notes == (
        "This does not run now.",
        "This is in Medway Council. It is on the list of Exampleshire Council.",
        "Nobody has checked this for a long time. Ask them first.",
    )
    assert activity.checked == "We do not know when a person last checked this page."


def test_the_sheet_of_one_activity_has_all_of_its_page(catalogue_of: CatalogueOf) -> None:
    steps = (VisitStep(title="You ring the bell.", picture="door"),)
    catalogue = catalogue_of(an_activity("a", first_visit=steps, bring=("An apron.",)))

    sheet = make_activity_sheet(
        a_listed(catalogue, "a"), size=PrintSize.SMALL, link=LINK, today=TODAY
    )

    (activity,) = sheet.activities
    assert [section.slug for section in activity.sections] == [
        "what", "when", "where", "cost", "helpers", "travel", "access", "bring", "try", "space",
    ]  # fmt: skip
    assert activity.first_visit == steps
    assert sheet.code == make_square_code(LINK)


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ("large", PrintSize.LARGE),
        ("small", PrintSize.SMALL),
        ("", PrintSize.SMALL),
        ("LARGE", PrintSize.SMALL),
    ],
)
def test_the_letters_are_small_unless_large_ones_are_asked_for(asked: str, size: PrintSize) -> None:
    assert read_size(asked) is size
