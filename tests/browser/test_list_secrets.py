"""What a real browser does with the secrets of a list: what it sends, keeps, and shows again."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from flask import Flask
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.chromium import FLAGS, whole_chromium_path, window
from tests.browser.server import served
from tests.browser.test_journey import heading
from tests.browser.test_list_journey import add_five, path_of
from tests.web.site import site_of
from tests.web.test_get import rows_of

pytestmark = pytest.mark.browser

# What a page of a list is made of, besides itself.
PARTS = ("/static/", "/stockport/theme.css")


class Elsewhere:
    """A website of somebody else, which notes where its visitors say they come from."""

    def __init__(self) -> None:
        self.referrers: list[str | None] = []

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        if environ["PATH_INFO"] == "/there":
            self.referrers.append(environ.get("HTTP_REFERER"))
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [b"<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>"]


@contextmanager
def keeps_pages(browser: Browser) -> Iterator[Browser]:
    """Start a browser as people have it, which keeps whole pages for its Back button."""
    started = browser.browser_type.launch(
        executable_path=whole_chromium_path(),
        args=list(FLAGS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    try:
        yield started
    finally:
        started.close()


def links_of(page: Page) -> tuple[str, str]:
    """Return the paths of the links to look at the list of a page's browser, and to change it."""
    page.goto("/list/share?council=stockport")
    return path_of(page, "Link to look at the list"), path_of(page, "Link to change the list")


def test_another_website_is_not_told_of_the_list_that_led_to_it(
    browser: Browser, origin: str
) -> None:
    elsewhere = Elsewhere()
    with (
        served(elsewhere) as other,
        window(browser, origin) as owner,
        window(browser, origin) as opened,
    ):
        add_five(owner.page)
        page = opened.page
        for address in links_of(owner.page):
            page.goto(address)
            # The strictest case: a link that says nothing of its own on what to send.
            page.evaluate(
                """there => {
                    const link = document.createElement("a");
                    link.href = there;
                    link.textContent = "There";
                    document.querySelector("main").append(link);
                }""",
                f"{other}/there",
            )
            page.get_by_role("link", name="There").click()
            heading(page, "Elsewhere")

    assert elsewhere.referrers == [None, None]


def test_who_opens_a_link_and_runs_its_scripts_changes_nothing(
    browser: Browser, origin: str, pseudo_app: Flask
) -> None:
    file = site_of(pseudo_app).settings.shortlists_file
    with window(browser, origin) as owner, window(browser, origin) as scanner:
        add_five(owner.page)
        links = links_of(owner.page)
        before = rows_of(file)
        for link in links:
            for end in ("", "/week", "/share", "/picked", "/compare", "/print", "/plan"):
                scanner.page.goto(link + end)
                scanner.page.wait_for_load_state("networkidle")
                scanner.page.mouse.wheel(0, 20_000)

        assert rows_of(file) == before
        assert scanner.page.context.cookies() == []
        assert scanner.complaints == []
        assert scanner.page.evaluate("caches.keys()") == []
        assert scanner.page.evaluate("navigator.serviceWorker.getRegistrations()") == []


def test_nothing_of_a_deleted_list_comes_back_with_the_back_button(
    browser: Browser, origin: str
) -> None:
    with keeps_pages(browser) as usual, window(usual, origin) as opened:
        page = opened.page
        names = add_five(page)
        page.goto("/stockport/words")
        page.evaluate("window.kept = true")
        page.goto("/stockport/help")
        page.go_back(wait_until="commit")
        # This browser does keep pages, or the test would show nothing.
        assert page.evaluate("window.kept") is True

        page.goto("/list?council=stockport")
        expect(page.locator("article")).to_have_count(len(names))
        page.goto("/list/share?council=stockport")
        page.goto("/list/delete?council=stockport")
        page.get_by_role("button", name="Yes, delete my list").click()
        expect(page.get_by_text("Your list is deleted.")).to_be_visible()

        seen = []
        for _ in range(4):
            page.go_back(wait_until="commit")
            page.wait_for_load_state()
            seen.append(urlsplit(page.url).path)
            if page.url.startswith(f"{origin}/list"):
                assert [name for name in names if name in page.content()] == []
                assert page.locator('[value*="/edit"]').count() == 0
    assert {"/list/delete", "/list/share", "/list"} <= set(seen)


def test_only_my_own_list_and_its_parts_are_kept_for_later(browser: Browser, origin: str) -> None:
    with window(browser, origin) as owner, window(browser, origin) as opened:
        add_five(owner.page)
        links = links_of(owner.page)
        page = opened.page
        add_five(page)
        page.goto("/list?council=stockport")
        page.locator('[data-kept="yes"]').wait_for(state="attached")
        listed = page.locator("[data-offline]").get_attribute("data-pages")

        for address in (*links, f"{links[1]}/week", "/list/share", "/list/week", "/stockport/find"):
            page.goto(address)
            page.wait_for_load_state("networkidle")

        pages = [each for each in kept_in(page) if not each.startswith(PARTS)]
        assert sorted(pages) == sorted((listed or "").split())
        assert len(pages) == 6
        page.context.set_offline(True)
        for address in (*links, "/list/share"):
            with pytest.raises(Error, match=r"ERR_FAILED|ERR_INTERNET_DISCONNECTED"):
                page.goto(address)


@pytest.mark.parametrize("lists", [1, 2])
def test_a_list_that_is_taken_out_of_the_browser_leaves_no_copy(
    browser: Browser, origin: str, lists: int
) -> None:
    with window(browser, origin) as opened:
        page = opened.page
        if lists == 2:
            page.goto("/list/lists?council=stockport")
            page.get_by_role("button", name="Make the list").click()
            heading(page, "My list")
            page.goto("/list/lists?council=stockport")
            page.get_by_role("button", name="Make the list").click()
        add_five(page)
        page.goto("/list?council=stockport")
        page.locator('[data-kept="yes"]').wait_for(state="attached")
        assert len(kept_in(page)) > 6

        page.goto("/list/lists?council=stockport")
        page.get_by_text("Take it off this phone or computer").first.click()
        page.locator('form[action*="let-go"] button').first.click()
        page.wait_for_load_state("networkidle")
        heading(page, "My lists")

        assert page.evaluate("caches.keys()") == []


def kept_in(page: Page) -> list[str]:
    """Return the path of everything that is kept for when there is no connection."""
    kept: list[str] = page.evaluate(
        """async () => {
            const names = await caches.keys();
            const kept = await Promise.all(names.map(async (name) => {
                const cache = await caches.open(name);
                return (await cache.keys()).map((request) => new URL(request.url).pathname);
            }));
            return kept.flat();
        }"""
    )
    return kept
