"""A list is filled, shared, chosen from together, printed, planned with, and deleted."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import window
from tests.browser.geometry import sideways_scroll
from tests.browser.test_journey import assert_clean, heading, scripts

pytestmark = pytest.mark.browser

FIVE = 5


def add_five(page: Page) -> list[str]:
    """Put the first five things of Stockport on the list, from the results; return their names."""
    page.goto("/stockport/find?sort=name")
    names = []
    for number in range(FIVE):
        card = page.locator("article").nth(number)
        names.append(card.locator("h2").inner_text())
        card.get_by_role("button", name="Add to my list").click()
        expect(
            page.locator("article").nth(number).get_by_role("button", name="On my list")
        ).to_be_visible()
    return names


def button(page: Page, words: str, of: str) -> Locator:
    """Return the button whose words are for all to see, and whose whole name says what it is of."""
    return page.get_by_role("button", name=re.compile(rf"^{words}\s?: {re.escape(of)}$"))


def path_of(page: Page, label: str) -> str:
    """Return the path of a link that a page shows to be copied."""
    return urlsplit(page.get_by_label(label, exact=True).input_value()).path


@scripts
def test_a_social_worker_and_a_person_choose_together(
    browser: Browser, origin: str, javascript: bool
) -> None:
    with (
        window(browser, origin, javascript=javascript) as worker,
        window(browser, origin, width=320, javascript=javascript) as person,
    ):
        names = add_five(worker.page)
        worker.page.goto("/list?council=stockport")
        heading(worker.page, "My list")
        worker.page.get_by_role("link", name="Show it to someone").click()
        edit = path_of(worker.page, "Link to change the list")
        look = path_of(worker.page, "Link to look at the list")

        page = person.page
        page.goto(edit)
        heading(page, "A list of things to do")
        for name, face in zip(names, ("Yes", "Maybe", "No"), strict=False):
            button(page, face, name).click()
            expect(page.get_by_text(f"You said {face.lower()}.")).to_be_visible()
        button(page, "Undo", names[2]).click()
        button(page, "No", names[2]).click()
        assert sideways_scroll(page) == []

        page = worker.page
        page.goto("/list/picked?council=stockport")
        yes = page.get_by_role("region", name="Yes, I want to do these")
        expect(yes.get_by_role("heading", name=names[0])).to_be_visible()
        no = page.get_by_role("region", name="No, not these")
        expect(no.get_by_role("heading", name=names[2])).to_be_visible()

        for opened, start in ((worker, "/list"), (person, edit)):
            opened.page.goto(f"{start}/print")
            opened.page.emulate_media(media="print")
            for name in names:
                expect(opened.page.get_by_role("heading", name=name)).to_be_visible()
            assert opened.page.locator("main button:visible").count() == 0
            opened.page.emulate_media(media="screen")

        page.goto("/list/plan?council=stockport")
        for name in names:
            expect(page.get_by_text(name).first).to_be_visible()
        text = page.request.get("/list/plan.txt").text()
        assert all(name in text for name in names)

        page.goto("/list/delete?council=stockport")
        page.get_by_role("button", name="Yes, delete my list").click()
        expect(page.get_by_text("Your list is deleted.")).to_be_visible()
        for link in (look, edit):
            person.page.goto(link)
            heading(person.page, "We cannot find this list")
            expect(person.page.get_by_text("Someone may have deleted it.")).to_be_visible()

    assert_clean(worker)
    assert person.foreign == []


def test_words_for_the_phone_open_a_list_elsewhere(browser: Browser, origin: str) -> None:
    with (
        window(browser, origin, javascript=False) as first,
        window(browser, origin, width=320, javascript=False) as second,
    ):
        names = add_five(first.page)
        first.page.goto("/list/share?council=stockport")
        button(first.page, "Get words to say on the phone", "they can look").click()
        words = first.page.locator(".code").inner_text()
        assert sideways_scroll(first.page) == []

        second.page.goto("/list?council=stockport")
        second.page.get_by_role("link", name="I have a code").click()
        second.page.get_by_label("Write the five words").fill(words)
        second.page.get_by_role("button", name="Open the list").click()
        heading(second.page, "A list of things to do")
        expect(second.page.get_by_role("heading", name=names[4])).to_be_visible()


def test_several_lists_are_told_apart(browser: Browser, origin: str) -> None:
    with window(browser, origin, width=320, javascript=False) as opened:
        page = opened.page
        add_five(page)
        page.goto("/list/lists?council=stockport")
        new = page.get_by_role("region", name="Make a new list")
        new.get_by_label("Bus", exact=True).check()
        new.get_by_label("Green", exact=True).check()
        new.get_by_label("A short word").fill("Monday")
        new.get_by_role("button", name="Make the list").click()
        expect(page.get_by_text("There is nothing on your list yet.")).to_be_visible()
        page.get_by_role("link", name="You have 1 other list").click()
        expect(page.get_by_role("heading", name="Green, Bus, Monday")).to_be_visible()
        button(page, "Use this list", "Yellow, Heart").click()
        expect(page.locator("article")).to_have_count(FIVE)

    assert_clean(opened)


def test_my_list_opens_without_a_connection_until_it_is_deleted(
    browser: Browser, origin: str
) -> None:
    with window(browser, origin, width=390) as opened:
        page = opened.page
        names = add_five(page)
        page.goto("/list?council=stockport")
        page.locator('[data-kept="yes"]').wait_for(state="attached")

        page.context.set_offline(True)
        page.goto("/list?council=stockport")
        heading(page, "My list")
        expect(page.get_by_text("You have no internet now.")).to_be_visible()
        page.get_by_role("link", name=names[3], exact=True).click()
        heading(page, names[3])
        fonts = page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em A'))")
        assert fonts
        assert page.locator("main img").first.evaluate("image => image.naturalWidth") > 0

        page.context.set_offline(False)
        page.goto("/list/delete?council=stockport")
        page.get_by_role("button", name="Yes, delete my list").click()
        page.locator('[data-kept="no"]').wait_for(state="attached")
        assert page.evaluate("caches.keys()") == []
        page.context.set_offline(True)
        with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
            page.goto("/list")
