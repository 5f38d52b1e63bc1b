"""axe over every page type, in four themes, both directions and two widths: nothing is found."""

from functools import cache

import pytest
from flask import Flask
from playwright.sync_api import Browser

from finder.web.reading import COOKIE, Reading
from tests.browser.chromium import ColourScheme, window
from tests.browser.failure import Failure, listed
from tests.browser.page_types import PAGE_TYPES
from tests.browser.test_listen import BRITISH, OTHER, give_voices
from tests.browser.themes import THEMES, ThemeJudge, colours, show
from tests.browser.visitor import (
    LEFT_TO_RIGHT,
    NARROW,
    RIGHT_TO_LEFT,
    WIDE,
    cookies_of_a_list,
    in_language,
    keep_a_list,
    open_whole,
)
from tests.web.site import COUNCILS

pytestmark = pytest.mark.browser

VOICES = (BRITISH, OTHER)
PARTS = 4
"""So many tests for each direction, for workers to share."""


@pytest.fixture(scope="module")
def judge() -> ThemeJudge:
    """One that remembers, from test to test, which kinds of words it has judged."""
    return ThemeJudge()


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    "language",
    [pytest.param(LEFT_TO_RIGHT, id="left to right"), pytest.param(RIGHT_TO_LEFT, id="rtl")],
)
def test_axe_finds_nothing_at_any_level_and_can_tell_everything(
    browser: Browser, origin: str, judge: ThemeJudge, language: str, part: int
) -> None:
    """In both directions and widths, and in every theme (see tests/browser/themes.py)."""
    found: list[Failure] = []
    with window(browser, origin) as opened:
        give_voices(opened, VOICES)
        for address in list(keep_a_list(opened.page).values())[part::PARTS]:
            open_whole(opened.page, in_language(address, language))
            for width in (WIDE, NARROW):
                opened.page.set_viewport_size({"width": width, "height": 900})
                found += judge.failures(opened.page, whole=language == LEFT_TO_RIGHT)

    assert not found, listed(found)
    assert not opened.foreign


def test_a_theme_is_one_word_on_a_page_and_nothing_else(pseudo_app: Flask) -> None:
    """So a page in which the word is changed is the page of somebody who chose that theme."""
    client = pseudo_app.test_client()
    cookies, addresses = cookies_of_a_list(pseudo_app)
    for name, value in cookies.items():
        client.set_cookie(name, value)

    @cache
    def page(address: str, theme: str) -> str:
        client.set_cookie(COOKIE, Reading(theme=theme).to_cookie())
        return client.get(address).text.replace(f' data-theme="{theme}"', "", 1)

    others = {
        (name, theme)
        for name, address in addresses.items()
        for theme in THEMES
        if page(address, theme) != page(address, "auto")
    }
    # Only the page of the settings says which one is chosen.
    assert {name for name, _ in others} == {name for name in PAGE_TYPES if "how I read" in name}


@pytest.mark.parametrize("scheme", list(ColourScheme))
def test_who_chose_no_theme_has_the_light_or_the_dark_one(
    browser: Browser, origin: str, scheme: ColourScheme
) -> None:
    """Each council has colours of its own, so each is looked at."""
    with window(browser, origin, colour_scheme=scheme) as opened:
        for council in COUNCILS:
            opened.page.goto(f"/{council}/")
            own = colours(opened.page)
            show(opened.page, scheme)

            assert colours(opened.page) == own, council
