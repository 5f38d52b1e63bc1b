"""Every page type, held by axe, Alfa, the Nu checker and our own measures: no violation."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Cookie, Page

from finder.web.reading import COOKIE as READING_COOKIE
from finder.web.reading import Reading
from tests.browser.alfa import AlfaJob, audits
from tests.browser.axe import axe
from tests.browser.chromium import ColourScheme, unfold, window
from tests.browser.failure import Failure, listed
from tests.browser.geometry import (
    broken_by_spacing,
    clipped_text,
    sideways_scroll,
    small_controls,
    unseen_focus,
)
from tests.browser.page_types import CORE, ON_THE_LIST, PAGE_TYPES, page_types
from tests.browser.vnu import vnu
from tests.pseudo import LANGUAGE

pytestmark = pytest.mark.browser

WIDE, NARROW = 1280, 320
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "en-GB", LANGUAGE
# A page that was not read, or whose style sheet was not, has far fewer rules to judge.
FEWEST_RULES = 20

directions = pytest.mark.parametrize(
    "language",
    [pytest.param(LEFT_TO_RIGHT, id="left to right"), pytest.param(RIGHT_TO_LEFT, id="rtl")],
)
# Any two of width, colours and direction meet in one of these (an orthogonal array).
# All eight would take twice as long, and what depends on all three at once has never been seen.
looks = pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [
        pytest.param(WIDE, ColourScheme.LIGHT, LEFT_TO_RIGHT, id="wide, light, ltr"),
        pytest.param(NARROW, ColourScheme.DARK, LEFT_TO_RIGHT, id="narrow, dark, ltr"),
        pytest.param(NARROW, ColourScheme.LIGHT, RIGHT_TO_LEFT, id="narrow, light, rtl"),
        pytest.param(WIDE, ColourScheme.DARK, RIGHT_TO_LEFT, id="wide, dark, rtl"),
    ],
)
widths = pytest.mark.parametrize("width", [WIDE, NARROW])


def in_language(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def keep_a_list(page: Page) -> dict[str, str]:
    """Give the window's person a list, as pressing "Add to my list" does.

    Returns the address of a page of every type, as that person has them.
    """
    for council, activity in ON_THE_LIST:
        form: dict[str, str | float | bool] = {"from": council, "activity": activity}
        assert page.request.post("/list/add", form=form).ok
    council, activity = ON_THE_LIST[0]
    face: dict[str, str | float | bool] = {
        "from": council,
        "activity": activity,
        "face": "yes",
        "note": "Ask about the bus",
    }
    for change in ("face", "note"):
        assert page.request.post(f"/list/{change}", form=face).ok
    (value,) = (each.get("value", "") for each in page.context.cookies() if is_list(each))
    return page_types(value)


def is_list(cookie: Cookie) -> bool:
    return cookie.get("name") == "list"


@looks
def test_axe_finds_nothing_at_any_level_and_can_tell_everything(
    browser: Browser, origin: str, width: int, scheme: ColourScheme, language: str
) -> None:
    with window(browser, origin, width=width, colour_scheme=scheme) as opened:
        addresses = keep_a_list(opened.page)
        found: list[Failure] = []
        for address in addresses.values():
            opened.page.goto(in_language(address, language))
            unfold(opened.page)
            report = axe(opened.page)
            found += [*report.violations, *report.undecided]

    assert not found, listed(found)
    assert not opened.foreign


@widths
@directions
def test_every_control_can_be_pressed_and_every_word_can_be_read(
    browser: Browser, origin: str, width: int, language: str
) -> None:
    with window(browser, origin, width=width) as opened:
        addresses = keep_a_list(opened.page)
        found: list[Failure] = []
        for address in addresses.values():
            opened.page.goto(in_language(address, language))
            unfold(opened.page)
            found += small_controls(opened.page)
            found += sideways_scroll(opened.page)
            found += clipped_text(opened.page)
            found += broken_by_spacing(opened.page)

    assert not found, listed(found)


@pytest.mark.parametrize("theme", ["dark", "strong"])
@pytest.mark.parametrize("size", ["normal", "largest"])
def test_core_pages_hold_in_the_ways_that_people_read(
    browser: Browser, origin: str, theme: str, size: str
) -> None:
    reading = Reading(theme=theme, size=size, pics="first")
    cookie = {"name": READING_COOKIE, "value": reading.to_cookie(), "url": origin}
    with window(browser, origin, width=NARROW) as opened:
        opened.page.context.add_cookies([cookie])  # type: ignore[list-item]
        keep_a_list(opened.page)
        found: list[Failure] = []
        for name in CORE:
            opened.page.goto(PAGE_TYPES[name])
            found += axe(opened.page).violations
            found += sideways_scroll(opened.page)
            found += small_controls(opened.page)

    assert not found, listed(found)


@pytest.mark.parametrize("scheme", list(ColourScheme))
def test_the_focus_is_always_seen(browser: Browser, origin: str, scheme: ColourScheme) -> None:
    with window(browser, origin, width=NARROW, colour_scheme=scheme) as opened:
        found: list[Failure] = []
        for name in CORE:
            opened.page.goto(PAGE_TYPES[name])
            found += unseen_focus(opened.page)

    assert not found, listed(found)


@looks
def test_alfa_finds_nothing_at_any_level(
    origin: str, pseudo_app: Flask, width: int, scheme: ColourScheme, language: str
) -> None:
    client = pseudo_app.test_client()
    for council, activity in ON_THE_LIST:
        client.post("/list/add", data={"from": council, "activity": activity})
    cookie = client.get_cookie("list")
    assert cookie is not None
    addresses = page_types(cookie.value)
    jobs = [
        AlfaJob(
            url=f"{origin}{in_language(address, language)}",
            width=width,
            colour_scheme=scheme,
            cookies={"list": cookie.value},
        )
        for address in addresses.values()
    ]

    reports = audits(jobs)

    found = [each for report in reports for each in (*report.failures, *report.undecided)]
    assert not found, listed(found)
    assert min(report.rules for report in reports) >= FEWEST_RULES


@directions
def test_the_nu_checker_finds_nothing_and_warns_of_nothing(
    pseudo_app: Flask, language: str
) -> None:
    client = pseudo_app.test_client()
    pages = {f"{name}, empty list": client.get(PAGE_TYPES[name]).text for name in CORE}
    for council, activity in ON_THE_LIST:
        client.post("/list/add", data={"from": council, "activity": activity})
    cookie = client.get_cookie("list")
    assert cookie is not None
    pages |= {
        name: client.get(in_language(address, language)).text
        for name, address in page_types(cookie.value).items()
    }

    found = vnu(pages)

    assert not found, listed(found)
