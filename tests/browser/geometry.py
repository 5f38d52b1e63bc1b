"""Our own checks of a laid-out page, for what no engine checks, or not strictly enough."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import JSHandle, Page

from tests.browser.failure import Failure

TARGET = 44
"""The least width and height of a control, in CSS pixels: WCAG 2.2, criterion 2.5.5."""

MOST_STAYS = 20
"""So many presses of Tab move on from any control, even a date of three fields, or it is a trap."""


def small_controls(page: Page) -> list[Failure]:
    """Return the controls under 44 by 44 px. Links in a sentence may be smaller."""
    return _failures(page, "target-size", "(geometry, least) => geometry.smallControls(least)")


def sideways_scroll(page: Page) -> list[Failure]:
    """Return what makes the page wider than the window: WCAG 2.2, criterion 1.4.10."""
    return _failures(page, "reflow", "(geometry) => geometry.sidewaysScroll()")


def clipped_text(page: Page) -> list[Failure]:
    """Return text that is cut off or runs out of its box as the page stands."""
    return _failures(page, "clipped-text", "(geometry) => geometry.clippedText()")


def broken_by_spacing(page: Page) -> list[Failure]:
    """Return what breaks when a person spaces the text out: WCAG 2.2, criterion 1.4.12."""
    geometry = _geometry(page)
    geometry.evaluate("(geometry) => geometry.spaceText()")
    failures = [*clipped_text(page), *sideways_scroll(page)]
    geometry.evaluate("(geometry) => geometry.unspaceText()")
    return failures


def unseen_focus(page: Page, themes: Sequence[str] = ("",)) -> list[Failure]:
    """Press Tab from the top to the end; return the stops that do not show, and those missed.

    The page must be freshly opened, so that the first Tab goes to its first control. The ring must
    be 2 px wide and stand out 3 to 1 in each of the themes, or as the page is (2.4.7, 2.4.13).
    """
    geometry = _geometry(page)
    failures = []
    stays = 0
    while stays < MOST_STAYS:
        page.keyboard.press("Tab")
        stop = geometry.evaluate("(geometry, themes) => geometry.focusStop(themes)", themes)
        if stop is None:
            break
        stays = stays + 1 if stop["stays"] else 0
        if stop["fault"] is not None:
            failures.append(Failure(page=page.url, rule="focus-visible", **stop["fault"]))
    missed = geometry.evaluate("(geometry) => geometry.neverFocused()")
    return failures + [Failure(page=page.url, rule="focus-order", **one) for one in missed]


def focus_fault(page: Page, themes: Sequence[str] = ("",)) -> Failure | None:
    """Return what is wrong with how the control that has the focus shows it, if anything."""
    stop = _geometry(page).evaluate("(geometry, themes) => geometry.focusStop(themes)", themes)
    if stop is None or stop["fault"] is None:
        return None
    return Failure(page=page.url, rule="focus-visible", **stop["fault"])


@cache
def _script() -> str:
    return Path(__file__).with_name("geometry.js").read_text(encoding="utf-8")


def _geometry(page: Page) -> JSHandle:
    return page.evaluate_handle(_script())


def _failures(page: Page, rule: str, call: str) -> list[Failure]:
    found = _geometry(page).evaluate(call, TARGET)
    return [Failure(page=page.url, rule=rule, **one) for one in found]
