"""Every page type, held by our own measures: controls, reflow, spacing, focus, forced colours."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from finder.web.i18n import OWN_NAMES
from finder.web.reading import Reading
from tests.browser.chromium import window
from tests.browser.failure import Failure, listed
from tests.browser.geometry import (
    broken_by_spacing,
    clipped_text,
    sideways_scroll,
    small_controls,
    unseen_focus,
)
from tests.browser.page_types import CORE, PAGE_TYPES
from tests.browser.server import served
from tests.browser.test_listen import BRITISH, OTHER, give_voices, looks_are_here
from tests.browser.themes import THEMES
from tests.browser.visitor import (
    LEFT_TO_RIGHT,
    NARROW,
    RIGHT_TO_LEFT,
    WIDE,
    in_language,
    keep_a_list,
    open_whole,
    read_so,
)

pytestmark = pytest.mark.browser

directions = pytest.mark.parametrize(
    "language",
    [pytest.param(LEFT_TO_RIGHT, id="left to right"), pytest.param(RIGHT_TO_LEFT, id="rtl")],
)


def ill_laid_out(page: Page) -> list[Failure]:
    """Return what cannot be pressed, cannot be read, or makes the open page scroll sideways."""
    return [*small_controls(page), *sideways_scroll(page), *clipped_text(page)]


@directions
def test_every_control_can_be_pressed_and_every_word_can_be_read(
    browser: Browser, origin: str, language: str
) -> None:
    """Wide and narrow, and with the spacing of WCAG 2.2, criterion 1.4.12."""
    with window(browser, origin) as opened:
        give_voices(opened, [BRITISH, OTHER])
        found: list[Failure] = []
        for address in keep_a_list(opened.page).values():
            open_whole(opened.page, in_language(address, language))
            for width in (WIDE, NARROW):
                opened.page.set_viewport_size({"width": width, "height": 900})
                found += ill_laid_out(opened.page)
                found += broken_by_spacing(opened.page)

    assert not found, listed(found)


def test_core_pages_hold_at_400_per_cent(browser: Browser, origin: str) -> None:
    """A window of 1280 by 1024 px, enlarged four times: WCAG 2.2, criterion 1.4.10."""
    with window(browser, origin, width=WIDE // 4, height=1024 // 4, scale=4) as opened:
        give_voices(opened, [BRITISH, OTHER])
        assert opened.page.evaluate("innerWidth * devicePixelRatio") == WIDE
        keep_a_list(opened.page)
        found: list[Failure] = []
        for name in CORE:
            open_whole(opened.page, PAGE_TYPES[name])
            found += ill_laid_out(opened.page)

    assert not found, listed(found)


@directions
def test_every_page_holds_with_the_biggest_words_and_the_most_space(
    browser: Browser, origin: str, language: str
) -> None:
    with window(browser, origin, width=NARROW) as opened:
        give_voices(opened, [BRITISH, OTHER])
        read_so(opened.page, origin, Reading(size="largest", space="most", pics="first"))
        found: list[Failure] = []
        for address in keep_a_list(opened.page).values():
            open_whole(opened.page, in_language(address, language))
            found += ill_laid_out(opened.page)

    assert not found, listed(found)


@directions
def test_the_focus_is_always_seen(browser: Browser, origin: str, language: str) -> None:
    """Its ring is 2 px wide and stands out 3 to 1, in every theme; and Tab comes everywhere."""
    themes = THEMES if language == LEFT_TO_RIGHT else ("",)
    with window(browser, origin, width=NARROW) as opened:
        give_voices(opened, [BRITISH, OTHER])
        keep_a_list(opened.page)
        found: list[Failure] = []
        for name in CORE:
            opened.page.goto(in_language(PAGE_TYPES[name], language))
            looks_are_here(opened.page)
            found += unseen_focus(opened.page, themes)

    assert not found, listed(found)


# A word that stands on two lines has two boxes.
BROKEN_WORDS = """() => [...document.querySelectorAll("header nav a")].flatMap((link) => {
  const found = [];
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
  }
  return found;
})"""


def test_no_word_of_the_menu_is_broken_on_a_small_phone(browser: Browser, app: Flask) -> None:
    """But in Chinese, which is written without spaces and may go on anywhere."""
    broken = {}
    with served(app) as origin, window(browser, origin, width=NARROW) as opened:
        for language in OWN_NAMES.keys() - {"zh-Hant"}:
            opened.page.goto(f"/kent/help?lang={language}")
            assert opened.page.locator("html").get_attribute("lang") == language
            broken[language] = opened.page.evaluate(BROKEN_WORDS)

    assert {language: words for language, words in broken.items() if words} == {}
