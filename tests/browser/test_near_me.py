"""The button "Use where I am", in a real browser: it only ever fills in a field, when pressed."""

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.browser.chromium import Window, window
from tests.browser.geometry import sideways_scroll, small_controls

pytestmark = pytest.mark.browser

MAIDSTONE = {"latitude": 51.27859741, "longitude": 0.52234215}
CALAIS = {"latitude": 50.9513, "longitude": 1.8587}


def press(page: Page) -> None:
    page.get_by_role("button", name="Use where I am").click()


def said(page: Page) -> Locator:
    """Where the form says what came of the press; reading aloud says its own elsewhere."""
    return page.locator(".near-me [role=status]")


def stand_at(opened: Window, place: dict[str, float]) -> None:
    """Let the browser say that it is at a place, as a person who agrees does."""
    opened.page.context.grant_permissions(["geolocation"])
    opened.page.context.set_geolocation(place)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_press_fills_in_the_place_and_the_person_can_change_it(
    browser: Browser, origin: str, width: int
) -> None:
    with window(browser, origin, width=width) as opened:
        stand_at(opened, MAIDSTONE)
        sent: list[Request] = []
        opened.page.on("request", lambda request: sent.append(request))
        opened.page.goto("/kent/")
        near = opened.page.get_by_label("Where are you?")
        expect(near).to_have_value("")
        assert sideways_scroll(opened.page) == []
        assert small_controls(opened.page) == []

        press(opened.page)
        expect(near).to_have_value("ME14 1")
        expect(said(opened.page)).to_have_text("We found a place near you. You can change it.")
        asked = [request for request in sent if request.method == "POST"]
        assert [(request.url, request.post_data) for request in asked] == [
            (f"{origin}/kent/nearby", "lat=51.279&lon=0.522")
        ]

        near.fill("Ashford")
        opened.page.get_by_role("button", name="Find").click()
        expect(opened.page.locator("h1")).to_have_text("Things to do near Ashford")

    assert_clean(opened)


def test_who_is_over_the_sea_is_told_so(browser: Browser, origin: str) -> None:
    with window(browser, origin) as opened:
        stand_at(opened, CALAIS)
        opened.page.goto("/kent/")
        press(opened.page)

        expect(said(opened.page)).to_have_text(
            "We only know places in England, Scotland and Wales. You can type one."
        )
        expect(opened.page.get_by_label("Where are you?")).to_have_value("")

    assert_clean(opened)


def test_who_does_not_agree_can_type(browser: Browser, origin: str) -> None:
    with window(browser, origin) as opened:
        opened.page.context.clear_permissions()
        opened.page.goto("/kent/find?near=Dover")
        press(opened.page)

        expect(said(opened.page)).to_have_text("We could not find where you are. You can type it.")
        expect(opened.page.get_by_label("Where are you?")).to_have_value("Dover")

    assert_clean(opened)


def test_without_a_script_nothing_is_offered(browser: Browser, origin: str) -> None:
    with window(browser, origin, javascript=False) as opened:
        opened.page.goto("/kent/")

        expect(opened.page.locator(".near-me")).to_be_hidden()
        expect(opened.page.get_by_label("Where are you?")).to_be_visible()

    assert_clean(opened)


def assert_clean(opened: Window) -> None:
    """Nothing was asked of another host, and the browser had nothing to complain of."""
    assert opened.foreign == []
    assert opened.complaints == []
