"""The formal accessibility statement, part by part."""

from datetime import date

import pytest

from finder.domain.accessibility import Criterion, Level, Status
from finder.domain.council import AccessibilityStatement, Council
from finder.web.presenters.formal_statement import FormalPart, formal_parts
from tests.builders import a_contact, a_council

MET = Criterion(
    number="1.1.1",
    name="Non-text Content",
    level=Level.A,
    status=Status.MET,
    how="It has words.",
    tested=("Nu",),
)
PARTLY = Criterion(
    number="4.1.3",
    name="Status Messages",
    level=Level.AA,
    status=Status.PARTLY,
    how="It is said.",
    tested=("by hand",),
    missing="One is not said.",
    known="said-when-done",
)
BEYOND = Criterion(
    number="3.1.6",
    name="Pronunciation",
    level=Level.AAA,
    status=Status.NOT_MET,
    how="Nothing.",
    tested=("by hand",),
    missing="Nothing says how.",
    known="words-of-groups",
)
TOLD = AccessibilityStatement(
    prepared_on=date(2028, 2, 29),
    reviewed_on=date(2026, 11, 20),
    tested_on=date(2026, 10, 30),
    tested_by="The makers of the site.",
    contact=a_contact(
        phone="01632 960 300",
        text="07700 900 300",
        email="access@example.org",
        website="https://example.org/form",
    ),
    known_issues=("The maps have no words.",),
    reply_days=1,
)


def parts_of(
    *criteria: Criterion, council: Council | None = None, unchecked: tuple[str, ...] = ()
) -> dict[str, FormalPart]:
    parts = formal_parts(council or a_council(), criteria, unchecked=unchecked)
    return {part.heading: part for part in parts}


def test_a_site_without_a_known_fault_is_fully_compliant() -> None:
    parts = parts_of(MET, MET, BEYOND)

    assert parts["Compliance status"].paragraphs == (
        (
            "This website is fully compliant with the Web Content Accessibility Guidelines (WCAG) "
            "version 2.2, level AA."
        ),
        (
            "Of the 2 success criteria of levels A and AA, the main pages meet 2, do not fully "
            "meet 0, and have nothing to which the other 0 apply."
        ),
        (
            "Of the 1 success criteria of level AAA, the main pages meet 0, do not fully meet 1, "
            "and have nothing to which the other 0 apply."
        ),
    )
    assert parts["Non-accessible content"].paragraphs == (
        "We do not know of any content that is not accessible.",
    )
    assert parts["Non-compliance with the accessibility regulations"] == FormalPart(
        heading="Non-compliance with the accessibility regulations",
        paragraphs=("None that we know of.",),
    )


def test_what_is_missing_is_named_with_its_criterion_and_makes_it_partial() -> None:
    council = a_council(statement=TOLD)

    parts = parts_of(MET, PARTLY, BEYOND, council=council, unchecked=("pl", "zh-Hant", "tlh-x"))

    assert parts["Compliance status"].paragraphs[0] == (
        "This website is partially compliant with the Web Content Accessibility Guidelines (WCAG) "
        "version 2.2, level AA, because of what is named under “Non-accessible content”."
    )
    assert parts["Non-compliance with the accessibility regulations"].items == (
        (
            "One is not said. WCAG 2.2 success criterion 4.1.3 Status Messages (level AA) is not "
            "fully met."
        ),
        "The maps have no words.",
        (
            "No native reader has checked the words in these languages yet: Polish, Traditional "
            "Chinese, tlh-x."
        ),
    )
    assert parts["Beyond the regulations: not fully met at level AAA"].items == (
        (
            "Nothing says how. WCAG 2.2 success criterion 3.1.6 Pronunciation (level AAA) is not "
            "met."
        ),
    )


def test_without_a_fault_beyond_the_law_there_is_no_such_heading() -> None:
    assert "Beyond the regulations: not fully met at level AAA" not in parts_of(MET)


def test_what_the_council_told_stands_in_its_place() -> None:
    parts = parts_of(MET, council=a_council(statement=TOLD))

    assert parts["Preparation of this accessibility statement"].paragraphs[:4] == (
        "This statement was prepared on 29 February 2028.",
        "It was last reviewed on 20 November 2026.",
        "This website was last tested on 30 October 2026.",
        "Who tested it: The makers of the site.",
    )
    assert parts["What we are doing to improve accessibility"].paragraphs[1] == (
        "Exampleshire Council reviews this statement by 28 February 2029 at the latest."
    )
    feedback = parts["Feedback and contact information"]
    assert feedback.paragraphs[1] == "You get an answer within 1 working day."
    assert feedback.items == (
        "Phone: 01632 960 300",
        "Text: 07700 900 300",
        "Email: access@example.org",
    )
    assert feedback.links == (("Contact form", "https://example.org/form"),)


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        (
            "Preparation of this accessibility statement",
            "Exampleshire Council has not yet said when it prepared this statement.",
        ),
        (
            "Preparation of this accessibility statement",
            "Exampleshire Council has not yet said when it tested this website.",
        ),
        (
            "Preparation of this accessibility statement",
            "Exampleshire Council has not yet said who tested this website.",
        ),
        (
            "What we are doing to improve accessibility",
            "Exampleshire Council has not yet said when it reviews this statement.",
        ),
        (
            "Feedback and contact information",
            "Exampleshire Council has not yet said how soon it answers.",
        ),
    ],
)
def test_what_the_council_did_not_tell_is_said(heading: str, sentence: str) -> None:
    parts = parts_of(MET)

    assert sentence in parts[heading].paragraphs
    assert parts["Feedback and contact information"].items == (
        "Phone: 01632 960 101",
        "Email: green-door@example.org",
    )
    assert parts["Feedback and contact information"].links == ()


def test_several_days_are_said_as_several() -> None:
    council = a_council(statement=AccessibilityStatement(reply_days=5))

    assert parts_of(MET, council=council)["Feedback and contact information"].paragraphs[1] == (
        "You get an answer within 5 working days."
    )
