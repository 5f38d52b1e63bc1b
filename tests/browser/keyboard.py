"""A person who has only a keyboard: each key that is pressed, and what has the focus then."""

import re

from playwright.sync_api import Page, expect

from tests.browser.failure import Failure
from tests.browser.geometry import focus_fault
from tests.browser.test_listen import looks_are_here
from tests.browser.themes import THEMES

MOST_TABS = 120
"""No control of a page may be farther from the main part than this, or the way is a trap."""


class LostFocusError(Exception):
    """The key was pressed so often that the control should have come."""


class Keyboard:
    """Presses keys on a page, writes down what happens, and judges each stop of the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines: list[str] = []
        self.faults: list[Failure] = []

    def opened(self) -> None:
        """Write down that another page has come."""
        looks_are_here(self.page)
        self.lines += ["", f"## {self.page.title()}", ""]

    def press(self, key: str, become: str = "") -> str:
        """Press a key that stays on the page; return what has the focus then.

        `become` is what the control itself turns to.
        """
        self.page.keyboard.press(key)
        if become:
            expect(self.page.locator(":focus")).to_have_accessible_name(re.compile(become))
        focus = self.focus()
        self.lines.append(f"* {key}: {focus}")
        fault = focus_fault(self.page, THEMES)
        if fault is not None:
            self.faults.append(fault)
        return focus

    def move_to(self, name: str, key: str = "Tab") -> None:
        """Press a key until a control with this role and name has the focus."""
        for _ in range(MOST_TABS):
            if self.press(key).startswith(name):
                return
        msg = f"{key} does not come to {name} on {self.page.url}."
        raise LostFocusError(msg)

    def skip(self) -> None:
        """Go to the main part by the first link of the page."""
        assert self.press("Tab") == 'link "Go to the main part"'
        assert self.press("Enter") == "the main part"

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.lines.append(f"* types “{words}”: {self.focus()}")

    def follow(self, key: str = "Enter") -> None:
        """Press a key that opens another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        self.lines.append(f"* {key}: another page opens")
        self.opened()

    def focus(self) -> str:
        """Return the role, the name and the state of what has the focus, as the browser has it."""
        focused = self.page.locator(":focus")
        if focused.count() == 0:
            return "the page"
        if focused.evaluate("(element) => element.localName") == "main":
            return "the main part"
        first = focused.aria_snapshot().split("\n", 1)[0]
        # A name with a colon in it stands in quotes of its own.
        return re.sub(r"^- |:$", "", first).strip("'")
