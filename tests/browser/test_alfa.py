"""Alfa and the Nu checker over every page type, and over the core pages in every way to read."""

from collections.abc import Sequence

import pytest
from flask import Flask

from finder.web.reading import COOKIE, Reading
from tests.browser.alfa import COLOUR_RULES, RULE, AlfaJob, audits
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
FEWEST_COLOUR_RULES = 3


def hold(jobs: Sequence[AlfaJob]) -> None:
    """Fail for everything that Alfa finds or cannot tell."""
    reports = audits(jobs)

    found = [each for report in reports for each in (*report.failures, *report.undecided)]
    assert not found, listed(found)
    for report in reports:
        assert report.rules >= (FEWEST_COLOUR_RULES if report.job.only else FEWEST_RULES)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_alfa_finds_nothing_at_any_level(origin: str, pseudo_app: Flask, width: int) -> None:
    """On every page type; every other one is wide."""
    cookies, addresses = cookies_of_a_list(pseudo_app)
    part = list(addresses.values())[width == NARROW :: 2]
    hold([AlfaJob(url=f"{origin}{each}", width=width, cookies=cookies) for each in part])


@pytest.mark.parametrize("language", [LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_alfa_finds_nothing_on_core_pages_in_any_theme_and_direction(
    origin: str, pseudo_app: Flask, language: str
) -> None:
    """All rules in one theme, and those of colours in the others, as themes change nothing else.

    That they do not is held by tests/browser/test_axe.py. A page that is wide in one direction is
    narrow in the other.
    """
    cookies, addresses = cookies_of_a_list(pseudo_app)
    hold(
        [
            AlfaJob(
                url=f"{origin}{in_language(addresses[name], language)}",
                width=(WIDE, NARROW)[(place + (language == RIGHT_TO_LEFT)) % 2],
                cookies=cookies | {COOKIE: Reading(theme=theme).to_cookie()},
                only=() if theme == THEMES[0] else COLOUR_RULES,
            )
            for theme in THEMES
            for place, name in enumerate(CORE)
        ]
    )


# Alfa says nothing when it leaves out a style sheet that it cannot parse (see alfa-styles.mjs). So
# each of these stands at the end of the real one, and has to be found on a real page.
PLANTED = {
    f"{RULE}66": ".choice .hint { color: #666 }",
    f"{RULE}111": ".row .btn { min-block-size: 0; block-size: 40px; padding-block: 0 }",
    f"{RULE}73": "main p { line-height: 1.3 }",
}


def test_alfa_finds_what_is_wrong_in_our_own_style_sheet(pseudo_app: Flask) -> None:
    faulty = with_styles(pseudo_app, lambda sheet: f"{sheet}{' '.join(PLANTED.values())}")
    with served(faulty) as origin:
        (report,) = audits([AlfaJob(url=f"{origin}{PAGE_TYPES['question: where']}")])

    assert {failure.rule for failure in report.failures} == set(PLANTED)


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
