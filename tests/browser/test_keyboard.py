"""The whole journey with nothing but a keyboard, held against its transcript."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import window
from tests.browser.failure import listed
from tests.browser.keyboard import Keyboard, LostFocusError
from tests.browser.planted import Site
from tests.browser.test_journey import assert_clean
from tests.browser.test_listen import BRITISH, give_voices
from tests.browser.transcript import COMMAND, is_as_written

pytestmark = pytest.mark.browser

INTRODUCTION = f"""# The journey with a keyboard alone

A person finds swimming, puts a thing on the list, says yes to it, and prints the week. Each line
is a key and what has the focus then: its role, its name, and its state.
`tests/browser/test_keyboard.py` makes the journey and compares it with this page. At each stop it
measures that the focus is in the window, and that its ring is 2 px wide and stands out 3 to 1 in
every theme.

After a change that is meant, write this page anew and read it:

```
{COMMAND}
```"""


def test_the_journey_by_keyboard_alone_is_as_in_the_transcript(
    browser: Browser, origin: str
) -> None:
    with window(browser, origin) as opened:
        give_voices(opened, [BRITISH])
        page = opened.page
        keys = Keyboard(page)
        page.goto("/kent/")
        keys.opened()
        keys.skip()
        keys.move_to('link "Swimming"')
        keys.follow()

        keys.skip()
        keys.move_to('radio "Canterbury')
        keys.press("ArrowDown")
        keys.move_to('button "Next"')
        keys.follow()

        keys.skip()
        keys.move_to('checkbox "Monday to Friday')
        keys.press("Space")
        keys.move_to('button "Next"')
        keys.follow()

        keys.skip()
        keys.move_to('link "I am not sure"')
        keys.follow()

        keys.skip()
        keys.move_to('link "Swim and a Cuppa')
        keys.follow()

        keys.skip()
        keys.move_to('button "Add to my list')
        keys.press("Enter", become="^On my list")
        keys.move_to('link "Go to the main part"', "Shift+Tab")
        keys.move_to('link "My list')
        keys.follow()

        keys.skip()
        keys.move_to('button "Yes')
        keys.follow()
        # The page opens at the thing that the face is about.
        keys.move_to('link "See the week"', "Shift+Tab")
        keys.follow()

        keys.skip()
        keys.move_to('link "Print')
        keys.follow()
        expect(page.locator("h1")).to_be_visible()

    assert not keys.faults, listed(keys.faults)
    assert_clean(opened)
    assert is_as_written("keyboard", [INTRODUCTION, *keys.lines])


def test_a_way_that_never_comes_is_a_failure(browser: Browser, site: Site) -> None:
    with window(browser, site.origin) as opened:
        opened.page.goto(site.put("short"))

        with pytest.raises(LostFocusError, match=re.escape('link "Nowhere"')):
            Keyboard(opened.page).move_to('link "Nowhere"')


def test_a_stop_that_does_not_show_is_noted(browser: Browser, site: Site) -> None:
    css = "a:focus-visible { outline: none }"
    with window(browser, site.origin) as opened:
        opened.page.goto(site.put("unseen", css=css))
        keys = Keyboard(opened.page)

        assert keys.press("Tab") == 'link "See all the days"'
        assert [fault.rule for fault in keys.faults] == ["focus-visible"]
