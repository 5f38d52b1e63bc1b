"""The whole journey of a person, in a real browser, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import Window, window
from tests.browser.geometry import sideways_scroll

pytestmark = pytest.mark.browser

scripts = pytest.mark.parametrize(
    "javascript", [pytest.param(False, id="no JavaScript"), pytest.param(True, id="JavaScript")]
)
widths = pytest.mark.parametrize("width", [320, 1280])


def heading(page: Page, words: str) -> None:
    """Expect the page's one big heading."""
    expect(page.locator("h1")).to_have_text(words)


@widths
@scripts
def test_a_person_finds_swimming_and_keeps_it(
    browser: Browser, origin: str, width: int, javascript: bool
) -> None:
    with window(browser, origin, width=width, javascript=javascript) as opened:
        page = opened.page
        page.goto("/")
        page.get_by_role("link", name="Kent Kent County Council").click()
        heading(page, "What do you like?")

        page.get_by_role("link", name="Swimming", exact=True).click()
        heading(page, "Where do you want to go?")
        page.get_by_label("Or type a town or a postcode").fill("ME14 1XQ")
        page.get_by_role("button", name="Next").click()

        heading(page, "Which day is best?")
        page.get_by_role("link", name="I am not sure").click()
        heading(page, "What help do you need?")
        page.get_by_role("button", name="Next").click()

        heading(page, "Swimming near ME14 1XQ")
        first = page.locator("article").first
        name = first.locator("h2").inner_text()
        first.get_by_role("link").first.click()
        heading(page, name)
        expect(page.get_by_text("from you.").first).to_be_visible()

        page.get_by_role("button", name="Add to my list").first.click()
        expect(page.get_by_role("button", name="On my list").first).to_be_visible()
        page.get_by_role("link", name=re.compile("^My list")).click()
        heading(page, "My list")
        expect(page.get_by_role("link", name=name)).to_be_visible()
        assert sideways_scroll(page) == []

        page.get_by_role("button", name="Take off the list").click()
        page.get_by_role("button", name="Put it back").click()
        expect(page.get_by_role("link", name=name)).to_be_visible()

        page.get_by_role("link", name="Delete my list").click()
        page.get_by_role("button", name="Yes, delete my list").click()
        expect(page.get_by_text("Your list is deleted.")).to_be_visible()

    assert_clean(opened)


@scripts
def test_going_back_keeps_the_answers(browser: Browser, origin: str, javascript: bool) -> None:
    with window(browser, origin, javascript=javascript) as opened:
        page = opened.page
        page.goto("/kent/find/place?interest=swimming")
        page.get_by_label("Maidstone").check()
        page.get_by_role("button", name="Next").click()
        page.get_by_label("Saturday and Sunday").check()
        page.get_by_role("button", name="Next").click()
        page.get_by_role("link", name="Back to the question before").click()

        heading(page, "Which day is best?")
        expect(page.get_by_label("Saturday and Sunday")).to_be_checked()
        expect(page.get_by_text("Maidstone", exact=True)).to_be_visible()

    assert_clean(opened)


def test_a_search_in_words_leads_from_home_to_results(browser: Browser, origin: str) -> None:
    with window(browser, origin, javascript=False) as opened:
        page = opened.page
        page.goto("/stockport/")
        page.get_by_label("What do you like?").fill("cookery")
        page.get_by_label("Where are you?").fill("sk1 3xe")
        page.get_by_role("button", name="Find").click()

        heading(page, "cookery near SK1 3XE")
        expect(page.locator("article").first).to_be_visible()

    assert_clean(opened)


def test_nothing_found_is_not_the_end(browser: Browser, origin: str) -> None:
    with window(browser, origin, width=320, javascript=False) as opened:
        page = opened.page
        page.goto("/kent/find?q=zebra+racing&day=sun")
        expect(
            page.get_by_text("We did not find this. But there are other things.")
        ).to_be_visible()
        page.get_by_role("heading", name="Try one of these").wait_for()
        page.locator("ul.choices a.choice").first.click()
        expect(page.locator("article").first).to_be_visible()

    assert_clean(opened)


def test_how_i_read_changes_every_page_until_i_start_again(browser: Browser, origin: str) -> None:
    with window(browser, origin, javascript=False) as opened:
        page = opened.page
        page.goto("/kent/read")
        page.get_by_label("Words only").check()
        page.get_by_label("Very large").check()
        page.get_by_label("Strong colours").check()
        page.get_by_role("button", name="Use these").click()
        expect(page.get_by_text("It is done.")).to_be_visible()
        page.goto("/kent/find?interest=cooking")
        html = page.locator("html")
        expect(html).to_have_attribute("data-size", "larger")
        expect(html).to_have_attribute("data-theme", "strong")
        expect(page.locator("article .pic")).to_have_count(0)

        page.goto("/kent/read")
        page.get_by_role("button", name="Go back to normal").click()
        expect(page.locator("html")).not_to_have_attribute("data-size", "larger")

    assert_clean(opened)


@scripts
def test_going_back_shows_the_pages_as_i_read_now(
    browser: Browser, origin: str, javascript: bool
) -> None:
    with window(browser, origin, javascript=javascript) as opened:
        page = opened.page
        page.goto("/kent/find?interest=cooking")
        page.get_by_role("link", name="How I read", exact=True).click()
        page.get_by_label("Very large").check()
        page.get_by_role("button", name="Use these").click()
        expect(page.get_by_text("It is done.")).to_be_visible()
        page.go_back()
        page.go_back()
        expect(page).to_have_url(f"{origin}/kent/find?interest=cooking")
        expect(page.locator("html")).to_have_attribute("data-size", "larger")

    assert_clean(opened)


def test_a_social_worker_narrows_down_on_one_page(browser: Browser, origin: str) -> None:
    with window(browser, origin, javascript=False) as opened:
        page = opened.page
        page.goto("/kent/search")
        page.get_by_label("Town or postcode").fill("CT1 2EH")
        page.get_by_label("One to one, or small groups").check()
        page.get_by_label("Monday to Friday").check()
        page.get_by_role("button", name="Show the things").last.click()

        # The form and what was found are on one page, and the form keeps what was chosen.
        expect(page.get_by_label("One to one, or small groups")).to_be_checked()
        expect(page.get_by_label("Monday to Friday")).to_be_checked()
        expect(
            page.get_by_role("link", name=re.compile("Take away: Monday to Friday"))
        ).to_be_visible()
        expect(page.locator("tbody tr").first).to_be_visible()

    assert_clean(opened)


@pytest.mark.parametrize("path", ["/kent/", "/kent/find", "/kent/activities/cooking-together"])
def test_a_printed_page_has_words_and_no_buttons(browser: Browser, origin: str, path: str) -> None:
    with window(browser, origin) as opened:
        opened.page.goto(path)
        opened.page.emulate_media(media="print")

        expect(opened.page.locator("h1")).to_be_visible()
        expect(opened.page.locator("header.top")).to_be_hidden()
        assert opened.page.locator("main button:visible").count() == 0


def assert_clean(opened: Window) -> None:
    """Nothing was asked of another host, and the browser had nothing to complain of."""
    assert opened.foreign == []
    assert opened.complaints == []


def test_a_box_offers_words_while_a_person_types(browser: Browser, origin: str) -> None:
    with window(browser, origin, width=390, javascript=True) as opened:
        page = opened.page
        page.goto("/kent/")
        page.get_by_label("What do you like?").press_sequentially("coo")
        page.get_by_label("Where are you?").press_sequentially("Mai")

        offered = page.locator("#q-suggestions option")
        expect(offered.first).to_have_attribute("value", "Cooking and baking")
        towns = page.locator("#near-suggestions option")
        expect(towns.first).to_have_attribute("value", "Maidstone")
