"""Buttons of a list that are pressed faster than the site answers, in a real browser."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import window
from tests.browser.test_journey import assert_clean

pytestmark = pytest.mark.browser

PRESS = "() => document.querySelectorAll('form.list-form button').forEach(each => each.click())"


def test_things_that_are_added_at_once_are_all_on_the_list(browser: Browser, origin: str) -> None:
    """The first of them begins the list, and no other begins one of its own."""
    with window(browser, origin) as opened:
        page = opened.page
        page.goto("/stockport/find")
        shown = page.locator("form.list-form").count()
        page.evaluate(PRESS)

        expect(page.locator("#list-count")).to_have_text(str(shown))
        page.goto("/list?council=stockport")
        expect(page.locator(".mine")).to_have_count(shown)

    assert_clean(opened)


def test_a_button_that_is_pressed_twice_at_once_is_pressed_once(
    browser: Browser, origin: str
) -> None:
    with window(browser, origin) as opened:
        page = opened.page
        page.goto("/stockport/find")
        page.locator("form.list-form button").first.dblclick()

        expect(page.locator("#list-count")).to_have_text("1")
        expect(page.locator("form.list-form button[aria-pressed=true]")).to_have_count(1)
        page.goto("/list?council=stockport")
        expect(page.locator(".mine")).to_have_count(1)

    assert_clean(opened)


def test_a_plan_is_folded_on_the_screen_and_whole_on_paper(browser: Browser, origin: str) -> None:
    with window(browser, origin) as opened:
        page = opened.page
        page.goto("/stockport/find")
        page.evaluate(PRESS)
        expect(page.locator("#list-count")).to_be_visible()
        page.goto("/list/plan?council=stockport")
        folded = page.locator(".plan dt", has_text="Provider").first
        expect(folded).to_be_hidden()

        page.emulate_media(media="print")
        expect(folded).to_be_visible()

    assert_clean(opened)
