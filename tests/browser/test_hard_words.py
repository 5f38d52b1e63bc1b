"""A hard word says what it means where it stands, in a real browser and without a new page."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import axe
from tests.browser.chromium import window
from tests.browser.geometry import clipped_text, sideways_scroll, small_controls

pytestmark = pytest.mark.browser

ACTIVITY = "/kent/activities/cooking-together"
MEANING = "social worker: Someone from the council who helps you to plan your support."


@pytest.mark.parametrize("width", [320, 1280])
def test_a_press_says_what_a_word_means_below_its_sentence(
    browser: Browser, origin: str, width: int
) -> None:
    with window(browser, origin, width=width) as opened:
        page = opened.page
        page.goto(ACTIVITY)
        word = page.get_by_role("link", name="social worker", exact=True)
        box = page.locator("p:has(> a.word) + .meaning[role=status]")
        expect(word).to_have_attribute("aria-expanded", "false")

        word.focus()
        page.keyboard.press("Enter")
        expect(box).to_have_text(MEANING)
        expect(box).to_have_attribute("lang", "en-GB")
        expect(word).to_have_attribute("aria-expanded", "true")
        expect(word).to_be_focused()
        assert [*sideways_scroll(page), *small_controls(page), *clipped_text(page)] == []
        assert axe(page).violations == []

        page.keyboard.press("Enter")
        expect(page.locator(".meaning")).to_have_count(0)
        expect(word).to_have_attribute("aria-expanded", "false")
        assert page.url == f"{origin}{ACTIVITY}"

    assert (opened.foreign, opened.complaints) == ([], [])


def test_escape_takes_every_meaning_away_and_leaves_the_focus_where_it_is(
    browser: Browser, origin: str
) -> None:
    with window(browser, origin) as opened:
        page = opened.page
        page.goto(ACTIVITY)
        words = page.locator("a.word")
        many = words.count()
        assert many > 2
        for place in range(many):
            words.nth(place).click()
        expect(page.locator(".meaning")).to_have_count(many)

        page.keyboard.press("Escape")
        expect(page.locator(".meaning")).to_have_count(0)
        expect(words.last).to_be_focused()

    assert (opened.foreign, opened.complaints) == ([], [])


def test_the_words_of_another_language_are_said_in_that_language(
    browser: Browser, origin: str
) -> None:
    with window(browser, origin) as opened:
        page = opened.page
        page.goto(f"{ACTIVITY}?lang=ar")
        page.locator("small[lang=en-GB] a.word").click()

        box = page.locator("small + .meaning")
        expect(box).not_to_be_empty()
        link = page.locator("small[lang=en-GB] a.word")
        expect(box).to_have_attribute("lang", link.get_attribute("data-lang") or "ar")

    assert (opened.foreign, opened.complaints) == ([], [])


def test_without_a_script_a_word_leads_to_its_meaning(browser: Browser, origin: str) -> None:
    with window(browser, origin, javascript=False) as opened:
        page = opened.page
        page.goto(ACTIVITY)
        page.get_by_role("link", name="social worker", exact=True).click()

        assert page.url == f"{origin}/kent/words#social-worker"
        expect(page.locator(":target dt")).to_have_text("social worker")

    assert (opened.foreign, opened.complaints) == ([], [])
