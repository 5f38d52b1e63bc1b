"""The easy accessibility statement. The view's tests read the whole page."""

import pytest

from finder.domain.accessibility import Criterion, Level, Status
from finder.domain.council import AccessibilityStatement
from finder.web.presenters.statement import make_statement, unchecked_languages
from tests.builders import a_contact, a_council

pytestmark = pytest.mark.usefixtures("english_page")


def missing(level: Level, known: str) -> Criterion:
    return Criterion(
        number="3.1.5",
        name="Reading Level",
        level=level,
        status=Status.PARTLY,
        how="It is easy.",
        tested=("by hand",),
        missing="Not all of it.",
        known=known,
    )


def test_what_does_not_work_is_said_once_and_the_lowest_level_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = {"far": "It is far away.", "near": "It is too near."}
    monkeypatch.setattr("finder.web.presenters.statement.KNOWN", words)
    every = (missing(Level.AAA, "far"), missing(Level.AA, "near"), missing(Level.AAA, "far"))

    statement = make_statement(a_council(), a_council(), every)

    assert statement.known == ("It is too near.", "It is far away.")
    assert statement.has_issues


def test_a_site_on_which_everything_works_has_no_issues() -> None:
    assert not make_statement(a_council(), a_council(), ()).has_issues


def test_a_language_that_a_native_reader_checked_is_not_named() -> None:
    council = a_council(languages=("en-GB", "pl", "ur"), checked_languages=("ur",))

    assert unchecked_languages(council) == ("pl",)
    statement = make_statement(council, council, ())
    assert statement.unchecked == (("pl", "Polski"),)
    assert statement.has_issues


def test_the_contact_of_the_statement_comes_before_the_help() -> None:
    own = a_contact(phone="01632 960 300")

    without = make_statement(a_council(), a_council(), ())
    council = a_council(statement=AccessibilityStatement(contact=own))

    assert without.contact == a_council().help
    assert make_statement(council, council, ()).contact == own


def test_the_formal_part_is_as_the_council_s_file_has_it() -> None:
    shown, written = a_council(site_name="Pethau i’w gwneud"), a_council()

    parts = make_statement(shown, written, ()).parts

    assert "“Things to do in Exampleshire”" in parts[0].paragraphs[0]
