"""Nothing on a page moves as it loads, however late its letters come.

They are `font-display: optional`: letters that are not there at once are for the next page. That
nothing moves later is held by tests/guards/test_accessibility_document.py, and that nothing goes
by a clock by tests/guards/test_no_time_limit.py.
"""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Route

from tests.browser.chromium import window
from tests.browser.page_types import CORE, PAGE_TYPES
from tests.browser.server import served, with_styles
from tests.browser.visitor import (
    LEFT_TO_RIGHT,
    NARROW,
    RIGHT_TO_LEFT,
    WIDE,
    in_language,
    keep_a_list,
)

pytestmark = pytest.mark.browser

# The browser tells when it paints the heading, in whatever letters it has then.
MARK_HEADING = """new MutationObserver((_, observer) => {
    const heading = document.querySelector("h1");
    if (heading === null) return;
    heading.setAttribute("elementtiming", "heading");
    observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""
HEADING_IS_PAINTED = """() => new Promise((resolve) =>
    new PerformanceObserver(resolve).observe({ type: "element", buffered: true }))"""

# Two frames after the last letters came, the browser has told of all that moved.
SHIFTS = """async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const shifts = await new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
    });
    return shifts.map(({ value, sources }) =>
        [value, ...sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 90))]);
}"""


class SlowLetters:
    """Holds back every file of letters that a page asks for until it is told to let them go."""

    def __init__(self, page: Page) -> None:
        self.held: list[Route] | None = []
        page.route("**/*.woff2*", self.take)

    def take(self, route: Route) -> None:
        if self.held is None:
            route.continue_()
        else:
            self.held.append(route)

    def let_go(self) -> None:
        held, self.held = self.held, None
        assert held
        for route in held:
            route.continue_()


def shifts_with_slow_letters(page: Page, address: str) -> list[object]:
    """Open a page whose letters come after its words; return what moved."""
    letters = SlowLetters(page)
    page.add_init_script(MARK_HEADING)
    page.goto(address, wait_until="domcontentloaded")
    page.evaluate(HEADING_IS_PAINTED)
    letters.let_go()
    page.wait_for_load_state()
    shifts: list[object] = page.evaluate(SHIFTS)
    return shifts


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "language",
    [pytest.param(LEFT_TO_RIGHT, id="left to right"), pytest.param(RIGHT_TO_LEFT, id="rtl")],
)
def test_core_pages_do_not_shift_while_letters_come(
    browser: Browser, origin: str, language: str, width: int
) -> None:
    shifted: dict[str, list[object]] = {}
    for name in CORE:
        # A window of its own for each page: nothing is in its store.
        with window(browser, origin, width=width) as opened:
            if PAGE_TYPES[name].startswith("/list"):
                keep_a_list(opened.page)
            shifts = shifts_with_slow_letters(opened.page, in_language(PAGE_TYPES[name], language))
            if shifts:
                shifted[name] = shifts

    assert shifted == {}


def test_the_next_page_has_the_letters(browser: Browser, origin: str) -> None:
    with window(browser, origin) as opened:
        shifts_with_slow_letters(opened.page, PAGE_TYPES["home"])
        opened.page.goto(PAGE_TYPES["results"])

        loaded = "document.fonts.ready.then(() => document.fonts.check('700 1em A'))"
        assert opened.page.evaluate(loaded)


def test_letters_that_come_in_later_are_found(browser: Browser, pseudo_app: Flask) -> None:
    late = with_styles(pseudo_app, lambda sheet: sheet.replace("optional", "swap"))
    with served(late) as origin, window(browser, origin, width=NARROW) as opened:
        assert shifts_with_slow_letters(opened.page, PAGE_TYPES["question: where"])
