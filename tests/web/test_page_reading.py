"""How easy the core pages of the example site are to read, as the document says."""

import pytest
from flask import Flask

from finder.cli.read import document_of
from finder.domain.vocabulary import ActivityStatus
from finder.web.page_reading import NotReadError, read_core_pages
from tests.builders import a_council, an_activity, some_contents
from tests.pseudo import ROOT
from tests.web.conftest import SiteOf
from tests.web.site import COUNCILS

DOCUMENT = ROOT / "docs" / "easy-read-pages.md"
TO_MAKE_IT = (
    "FINDER_TODAY=2026-11-21 finder build && "
    "FINDER_TODAY=2026-11-21 finder read --council kent > docs/easy-read-pages.md"
)
# The law and the licences have words that nobody may change, and the page of every choice shows
# the official names of the parts of a council's list.
MAY_HAVE_ERRORS = {"Every choice", "My list to print", "How easy this site is to use"}


def test_the_document_is_what_the_pages_are(app: Flask) -> None:
    made = document_of("kent", read_core_pages(app, "kent"))

    assert f"{made}\n" == DOCUMENT.read_text(encoding="utf-8"), f"Make it again: {TO_MAKE_IT}"


@pytest.mark.parametrize("council", COUNCILS)
def test_the_core_pages_keep_to_the_rules_in_every_council(app: Flask, council: str) -> None:
    pages = read_core_pages(app, council)

    hard = {
        f"{page.name}: {each.message} {each.excerpt}"
        for page in pages
        for each in page.report.findings
        if each.is_error and page.name not in MAY_HAVE_ERRORS
    }
    assert len(pages) == 24
    assert hard == set()
    assert [page.name for page in pages if (page.report.grade or 0) > 4] == []
    assert {page.name for page in pages if page.report.word_count < 30} == set()


def test_a_council_where_nothing_runs_has_no_page_of_an_activity(site: SiteOf) -> None:
    app = site(some_contents(an_activity(status=ActivityStatus.ENDED)))

    names = [page.name for page in read_core_pages(app, "exampleshire")]

    assert "Home" in names
    assert not {"Activity 1", "Provider"} & set(names)


def test_where_nothing_is_hard_the_document_ends_with_the_table() -> None:
    assert document_of("exampleshire", []).splitlines()[-1].startswith("| --- |")


def test_a_page_that_is_not_shown_is_said(site: SiteOf) -> None:
    app = site(some_contents(), some_contents(council=a_council(slug="elsewhere")))
    app.view_functions["words.show"] = lambda council: ("<p>Gone", 404)

    with pytest.raises(NotReadError) as caught:
        read_core_pages(app, "elsewhere")

    assert str(caught.value) == "The site answered 404 at /elsewhere/words."
