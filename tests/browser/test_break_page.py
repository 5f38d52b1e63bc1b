"""The ways to have a break in a browser: short on a phone, without a script, whole on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import unfold, window

pytestmark = pytest.mark.browser

FOUND = "/kent/break?free=tue:1000-1500&free=thu:1300-1700&near=ME14+1XQ"

# Before the details of each way were folded it was 20,000 pixels: 25 screens of a phone.
MOST_HEIGHT = 10_000

FOLDED = ("Who takes them?", "They leave home at about", "You are not free from", "With Example")


@pytest.fixture
def phone(browser: Browser, origin: str) -> Iterator[Page]:
    """The page on a small phone, without any script."""
    with window(browser, origin, width=320, javascript=False) as opened:
        opened.page.goto(FOUND)
        # Until the letters come, those of the device stand there, which are wider.
        opened.page.evaluate("document.fonts.ready.then(() => true)")
        yield opened.page
        assert opened.foreign == []
        assert opened.complaints == []


def words(page: Page) -> str:
    """Return the words of the main part that can be seen."""
    return page.locator("main").inner_text()


def test_the_page_is_short_and_says_first_what_a_carer_decides_by(phone: Page) -> None:
    said = words(phone)

    assert phone.evaluate("document.documentElement.scrollHeight") <= MOST_HEIGHT
    assert said.count("Way ") == said.count("What it costs:") == 6
    assert said.count("You are free from") == 12
    for folded in FOLDED:
        assert folded not in said


def test_what_is_folded_opens_without_a_script(phone: Page) -> None:
    way = phone.locator("#way-1")

    way.locator("summary").press("Enter")

    said = way.inner_text()
    for folded in FOLDED:
        assert folded in said


def test_a_sheet_of_paper_has_all_of_it(phone: Page) -> None:
    phone.emulate_media(media="print")
    on_paper = words(phone)
    phone.emulate_media(media="screen")
    unfold(phone)

    parts = phone.locator(".way :is(h2, h3, p, .facts li b, .facts li small span), .choices a b")
    said = [text for text in parts.all_inner_texts() if text]
    assert len(said) > 150
    assert [text for text in said if text not in on_paper] == []
