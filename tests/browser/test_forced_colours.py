"""Where a person's device sets all colours itself, controls and choices can still be told."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import unfold, window
from tests.browser.visitor import keep_a_list

pytestmark = pytest.mark.browser

WITH_CONTROLS = (
    *("/kent/", "/kent/find/place", "/kent/find?interest=swimming", "/kent/search", "/kent/read"),
    *("/kent/activities/cooking-together", "/list", "/list/week", "/list/share", "/kent/break"),
)
# What is chosen, what is not, and a page with both.
STATES = {
    "an answer": (
        "[type=radio]:checked",
        "[type=radio]:not(:checked)",
        "/kent/find/place?near=Maidstone",
    ),
    "a box": (
        "[type=checkbox]:checked",
        "[type=checkbox]:not(:checked)",
        "/kent/find/help?need=quiet",
    ),
    "a small box": (
        ".dense [type=checkbox]:checked",
        ".dense [type=checkbox]:not(:checked)",
        "/kent/search?need=quiet",
    ),
    "where one is": (".top [aria-current]", ".top li a:not([aria-current])", "/kent/"),
    "how far one is": (".steps .on", ".steps :not(.on)", "/kent/find/place"),
    "days": (".days .on", ".days :not(.on)", "/kent/activities/cooking-together"),
    "a face": (".faces [aria-pressed=true]", ".faces [aria-pressed=false]", "/list"),
}


@pytest.fixture(scope="module")
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """A window of somebody with a list."""
    with window(browser, origin) as opened:
        keep_a_list(opened.page)
        yield opened.page


@cache
def script() -> str:
    return Path(__file__).with_name("forced_colours.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", WITH_CONTROLS)
def test_what_can_be_pressed_keeps_its_edge(page: Page, address: str) -> None:
    page.goto(address)
    unfold(page)
    page.emulate_media(forced_colors="none")
    forced = page.evaluate_handle(script())
    edged = forced.evaluate("(forced) => forced.noteEdges()")
    page.emulate_media(forced_colors="active")

    assert edged > 0
    assert forced.evaluate("(forced) => forced.lostEdges()") == []


@pytest.mark.parametrize("state", STATES)
def test_what_is_chosen_looks_otherwise_than_what_is_not(page: Page, state: str) -> None:
    chosen, other, address = STATES[state]
    page.goto(address)
    page.emulate_media(forced_colors="active")
    forced = page.evaluate_handle(script())

    looks = [forced.evaluate("(forced, of) => forced.looks(of)", of) for of in (chosen, other)]

    assert looks[0] != looks[1]


def test_the_checks_find_an_edge_that_is_lost_and_a_choice_that_is_not_shown(page: Page) -> None:
    page.goto("/kent/find/place?near=Maidstone")
    page.emulate_media(forced_colors="none")
    forced = page.evaluate_handle(script())
    forced.evaluate("(forced) => forced.noteEdges()")
    page.emulate_media(forced_colors="active")
    forced.evaluate("(forced) => forced.plant('.btn { border-width: 0 }')")
    lost = forced.evaluate("(forced) => forced.lostEdges()")

    assert lost
    assert all("btn" in one for one in lost)
