"""Alfa and the Nu checker over every page type, and over the core pages in every way to read."""

from collections.abc import Sequence

import pytest
from flask import Flask

from finder.web.reading import COOKIE, Reading
from tests.browser.alfa import AlfaJob, audits
from tests.browser.failure import listed
from tests.browser.page_types import CORE, PAGE_TYPES
from tests.browser.server import served, with_styles
from tests.browser.themes import THEMES
from tests.browser.visitor import (
    LEFT_TO_RIGHT,
    NARROW,
    RIGHT_TO_LEFT,
    WIDE,
    cookies_of_a_list,
    in_language,
)
from tests.browser.vnu import vnu

pytestmark = pytest.mark.browser

# A page that was not read, or whose style sheet was not, has far fewer rules to judge.
FEWEST_RULES = 20
PARTS = 4
"""So many tests, for workers to share."""


def hold(jobs: Sequence[AlfaJob]) -> None:
    """Fail for everything that Alfa finds or cannot tell."""
    reports = audits(jobs)

    found = [each for report in reports for each in (*report.failures, *report.undecided)]
    assert not found, listed(found)
    assert min(report.rules for report in reports) >= FEWEST_RULES


@pytest.mark.parametrize("part", range(PARTS))
def test_alfa_finds_nothing_at_any_level(origin: str, pseudo_app: Flask, part: int) -> None:
    """On every page type. Half of the pages are wide and half are narrow."""
    cookies, addresses = cookies_of_a_list(pseudo_app)
    hold(
        [
            AlfaJob(url=f"{origin}{address}", width=(WIDE, NARROW)[place % 2], cookies=cookies)
            for place, address in enumerate(addresses.values())
        ][part::PARTS]
    )


@pytest.mark.parametrize("theme", THEMES)
def test_alfa_finds_nothing_on_core_pages_in_any_theme_and_direction(
    origin: str, pseudo_app: Flask, theme: str
) -> None:
    """The page that is wide in one direction is narrow in the other."""
    cookies, addresses = cookies_of_a_list(pseudo_app)
    cookies[COOKIE] = Reading(theme=theme).to_cookie()
    hold(
        [
            AlfaJob(
                url=f"{origin}{in_language(addresses[name], language)}",
                width=(WIDE, NARROW)[(place + turn) % 2],
                cookies=cookies,
            )
            for turn, language in enumerate((LEFT_TO_RIGHT, RIGHT_TO_LEFT))
            for place, name in enumerate(CORE)
        ]
    )


# Alfa says nothing when it leaves out a style sheet that it cannot parse (see alfa-styles.mjs). So
# each of these stands at the end of the real one, and has to be found on a real page.
PLANTED = {
    "sia-r66": ".choice .hint { color: #8a8a8a }",
    "sia-r111": ".row .btn { min-block-size: 0; block-size: 40px; padding-block: 0 }",
    "sia-r73": "main p { line-height: 1.3 }",
}


def test_alfa_finds_what_is_wrong_in_our_own_style_sheet(pseudo_app: Flask) -> None:
    faulty = with_styles(pseudo_app, lambda sheet: f"{sheet}{' '.join(PLANTED.values())}")
    with served(faulty) as origin:
        (report,) = audits([AlfaJob(url=f"{origin}{PAGE_TYPES['question: where']}")])

    assert {failure.rule.rpartition("/")[2] for failure in report.failures} == set(PLANTED)


@pytest.mark.parametrize(
    "language",
    [pytest.param(LEFT_TO_RIGHT, id="left to right"), pytest.param(RIGHT_TO_LEFT, id="rtl")],
)
def test_the_nu_checker_finds_nothing_and_warns_of_nothing(
    pseudo_app: Flask, language: str
) -> None:
    """On every page type, and on the core pages in every theme and with an empty list."""
    client = pseudo_app.test_client()
    pages = {f"{name}, empty list": client.get(PAGE_TYPES[name]).text for name in CORE}
    cookies, addresses = cookies_of_a_list(pseudo_app)
    for name, value in cookies.items():
        client.set_cookie(name, value)
    for name, address in addresses.items():
        pages[name] = client.get(in_language(address, language)).text
    for theme in THEMES:
        client.set_cookie(COOKIE, Reading(theme=theme).to_cookie())
        for name in CORE:
            pages[f"{name}, {theme}"] = client.get(in_language(addresses[name], language)).text

    found = vnu(pages)

    assert not found, listed(found)
