"""Somebody who visits the site, with two things on a list and something said of one of them."""

from flask import Flask
from playwright.sync_api import Cookie, Page

from finder.web.reading import COOKIE as READING_COOKIE
from finder.web.reading import Reading
from tests.browser.chromium import unfold
from tests.browser.page_types import ON_THE_LIST, page_types
from tests.pseudo import LANGUAGE

WIDE, NARROW = 1280, 320
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "en-GB", LANGUAGE
Addresses = dict[str, str]


def in_language(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def keep_a_list(page: Page) -> Addresses:
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


def cookies_of_a_list(app: Flask) -> tuple[dict[str, str], Addresses]:
    """Return the cookies of somebody who has a list, and the addresses of that person's pages."""
    client = app.test_client()
    for council, activity in ON_THE_LIST:
        client.post("/list/add", data={"from": council, "activity": activity})
    cookie = client.get_cookie("list")
    assert cookie is not None
    return {"list": cookie.value}, page_types(cookie.value)


def read_so(page: Page, origin: str, reading: Reading) -> None:
    """Let the pages be as somebody likes to read them from now on."""
    cookie = {"name": READING_COOKIE, "value": reading.to_cookie(), "url": origin}
    page.context.add_cookies([cookie])  # type: ignore[list-item]


def open_whole(page: Page, address: str) -> None:
    """Open a page with all that comes to it later or lies folded, so that it is checked as well."""
    page.goto(address)
    unfold(page)
    page.wait_for_function("document.querySelector('link[href*=listen]')?.sheet")
