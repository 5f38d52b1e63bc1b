"""Pages are kept whole, and nobody is ever shown a page that is old or another person's."""

import gc
import gzip
import logging
import re
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import thread_time
from typing import Any

import pytest
from flask import Flask, Response, request_started
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, TestResponse

from finder.generations import Generations
from finder.web.app import create_app
from finder.web.page_cache import (
    LONGEST_SPELLING,
    PAGE_BYTES,
    SPELLINGS_SHARE,
    AskedBefore,
    PageCache,
    Today,
    has_etag,
)
from tests.builders import some_contents
from tests.page import main_text
from tests.small_generation import publish, publish_called
from tests.web.conftest import SiteOf
from tests.web.pages import addresses_of
from tests.web.site import NOON, open_site, settings_of, site_of

ADD = {"from": "exampleshire", "activity": "cooking-together"}
GZIP = {"Accept-Encoding": "gzip, deflate"}
HOME = "/exampleshire/"
ASKED_FIRST = 2
"""How often the application makes a page before it is kept."""


def cache_of(app: Flask) -> PageCache:
    assert isinstance(app.wsgi_app, PageCache)
    return app.wsgi_app


@contextmanager
def counted(app: Flask) -> Iterator[list[object]]:
    """Collect something for each request that comes as far as the application."""
    asked: list[object] = []

    def note(_app: Flask, **_more: Any) -> None:
        asked.append(1)

    with request_started.connected_to(note, app):
        yield asked


def times_made(app: Flask, ask: Callable[[], TestResponse], times: int = 5) -> int:
    """Return how many of several same requests the application answered by itself."""
    with counted(app) as asked:
        for _ in range(times):
            ask().close()
    return len(asked)


def contents_of(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    """Return all of an answer as a browser has it. A page that is kept is compressed further."""
    assert answer.headers.get("Content-Length", "0") == str(len(answer.data))
    headers = [each for each in answer.headers if each[0] != "Content-Length"]
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return answer.status_code, headers, gzip.decompress(answer.data) if packed else answer.data


@pytest.fixture
def small(site: SiteOf) -> Flask:
    """A site of one council with one activity."""
    return site(some_contents())


def unchecked(app: Flask) -> FlaskClient:
    """Return a browser whose pages are not read, which may be compressed."""
    return FlaskClient(app, app.response_class)


# What is kept is what the application would say.


def test_a_kept_page_is_the_page_that_was_made(app: Flask) -> None:
    kept, browser = cache_of(app), unchecked(app)
    kept._pages.clear()
    addresses = [
        each
        for each in addresses_of(app, "kent")
        if browser.get(each).status_code == 200 and not each.startswith("/list")
    ]

    for headers in ({}, GZIP):
        for address in addresses:
            made = [browser.get(address, headers=headers) for _ in range(ASKED_FIRST)]
            assert made[0].headers["Content-Type"] == "text/html; charset=utf-8"
            with counted(app) as asked:
                again = browser.get(address, headers=headers)
            assert asked == [], address
            assert contents_of(again) == contents_of(made[0]) == contents_of(made[1])
            assert "Set-Cookie" not in again.headers
    assert len(kept) == len(addresses) * 2


def test_the_head_of_a_kept_page_is_that_of_the_whole(small: Flask) -> None:
    browser = unchecked(small)
    pages = [browser.get(HOME, headers=GZIP) for _ in range(ASKED_FIRST)]

    with counted(small) as asked:
        head = browser.head(HOME, headers=GZIP)

        whole = browser.get(HOME, headers=GZIP)

    assert asked == []
    assert (list(head.headers), head.data) == (list(whole.headers), b"")
    assert contents_of(whole) == contents_of(pages[0]) == contents_of(pages[1])


def test_a_kept_page_is_smaller_than_one_that_was_just_made(small: Flask) -> None:
    browser = unchecked(small)

    sizes = [len(browser.get(HOME, headers=GZIP).data) for _ in range(3)]

    assert sizes[0] == sizes[1] > sizes[2] * 1.05


def test_a_page_can_be_kept_from_its_head(small: Flask) -> None:
    browser = small.test_client()
    assert times_made(small, lambda: browser.head(HOME)) == ASKED_FIRST

    assert times_made(small, lambda: browser.get(HOME)) == 0
    assert "What do you like?" in main_text(browser.get(HOME))


@pytest.mark.parametrize("headers", [{}, GZIP])
def test_a_kept_page_is_not_sent_to_those_who_have_it(
    small: Flask, headers: dict[str, str]
) -> None:
    browser = unchecked(small)
    page = browser.get(HOME, headers=headers)
    etag = page.headers["ETag"]
    known = {**headers, "If-None-Match": etag}

    made = browser.get(HOME, headers=known)
    with counted(small) as asked:
        kept = browser.get(HOME, headers=known)
        other = browser.get(HOME, headers={**headers, "If-None-Match": '"other"'})

    assert asked == []
    assert contents_of(kept) == contents_of(made)
    assert (kept.status_code, kept.data, kept.headers["ETag"]) == (304, b"", etag)
    assert contents_of(other) == contents_of(page)


@pytest.mark.parametrize(
    ("header", "has"),
    [
        ('W/"a"', True),
        ('"a"', True),
        ('"b", W/"a"', True),
        ("*", True),
        ('"b"', False),
        ('W/"aa"', False),
        ("a", True),
        ("", False),
        (",;\"'", False),
    ],
)
def test_what_a_client_has_is_compared_as_weak_etags_are(header: str, *, has: bool) -> None:
    assert has_etag(header, 'W/"a"') is has


# Whatever a page depends on keeps pages apart.


def test_pages_of_different_languages_are_apart(pseudo_app: Flask) -> None:
    address = "/kent/words"
    languages = []
    for cookie in ("ar", "en-GB", "ar", "en-GB", "ar", "en-GB", "xx"):
        browser = pseudo_app.test_client()
        browser.set_cookie("lang", cookie)
        languages.append(language_of(browser.get(address)))

    assert languages == ["ar", "en-GB"] * 3 + ["en-GB"]


def language_of(answer: TestResponse) -> str:
    (found,) = re.findall(r'<html lang="([^"]*)"', answer.text)
    return str(found)


def test_pages_of_different_reading_settings_are_apart(small: Flask) -> None:
    for _ in range(4):
        for size in ("large", "largest"):
            browser = small.test_client()
            browser.post("/read", data={"size": size})
            assert f'data-size="{size}"' in browser.get(HOME).text
        assert "data-size" not in small.test_client().get(HOME).text


def test_settings_that_are_written_in_another_way_are_the_same(small: Flask) -> None:
    pages = []
    for cookie in (
        "pics:both.size:large.theme:auto",
        "size:large",
        "size:large.colour:red",
        "theme:none.size:large",
    ):
        browser = small.test_client()
        browser.set_cookie("read", cookie)
        browser.set_cookie("another", cookie)
        with counted(small) as asked:
            pages.append(browser.get(HOME).text)
        assert len(asked) == (1 if len(pages) <= ASKED_FIRST else 0)

    assert pages == pages[:1] * 4
    assert len(cache_of(small)) == 1


def test_compressed_and_plain_pages_are_apart(small: Flask) -> None:
    browser = unchecked(small)
    for _ in range(4):
        plain, packed = browser.get(HOME), browser.get(HOME, headers=GZIP)
        refused = browser.get(HOME, headers={"Accept-Encoding": "gzip;q=0"})
        assert gzip.decompress(packed.data) == plain.data == refused.data
    assert len(cache_of(small)) == 2


def test_a_site_under_a_folder_has_addresses_of_its_own(small: Flask) -> None:
    browser = small.test_client()
    for _ in range(3):
        assert 'href="/exampleshire/find"' in browser.get(HOME).text
        under = browser.get(HOME, environ_overrides={"SCRIPT_NAME": "/things"})
        assert 'href="/things/exampleshire/find"' in under.text


def test_whoever_has_a_list_is_answered_by_the_application(small: Flask) -> None:
    other, browser = small.test_client(), small.test_client()
    assert times_made(small, lambda: other.get("/exampleshire/find")) == ASKED_FIRST

    browser.get("/exampleshire/find")
    browser.post("/list/add", data=ADD)

    assert times_made(small, lambda: browser.get("/exampleshire/find")) == 5
    page = browser.get("/exampleshire/find").text
    assert 'id="list-count">1<' in page
    assert 'aria-pressed="true"' in page
    assert 'aria-pressed="true"' not in other.get("/exampleshire/find").text
    assert times_made(small, lambda: other.get("/exampleshire/find")) == 0
    browser.post("/list/delete", data={"council": "exampleshire"})
    assert times_made(small, lambda: browser.get("/exampleshire/find")) == 0


def test_a_secret_of_a_list_that_is_none_bypasses_too(small: Flask) -> None:
    browser = small.test_client()
    browser.set_cookie("list", "nothing")

    assert times_made(small, lambda: browser.get(HOME)) == 5
    assert len(cache_of(small)) == 0


# What may not be kept.


@pytest.mark.parametrize(
    "path", ["/list", "/list/delete", "/healthz", "/readyz", "/nothing/here", "/", "/exampleshire"]
)
def test_what_is_no_page_for_everybody_is_not_kept(small: Flask, path: str) -> None:
    assert times_made(small, lambda: small.test_client().get(path)) == 5


def test_a_form_is_never_answered_from_what_is_kept(small: Flask) -> None:
    browser = small.test_client()
    times_made(small, lambda: browser.get("/exampleshire/read"))

    send = {"data": {"size": "large"}}
    assert times_made(small, lambda: browser.post("/exampleshire/read", **send), 2) == 2


def test_an_address_that_is_asked_for_once_is_not_kept(small: Flask) -> None:
    browser = small.test_client()
    times_made(small, lambda: browser.get(HOME))
    kept = cache_of(small).nbytes

    for number in range(50):
        browser.get(f"/exampleshire/find?q=word{number}")

    assert (len(cache_of(small)), cache_of(small).nbytes) == (1, kept)


def test_a_very_long_address_is_not_kept(small: Flask) -> None:
    browser = small.test_client()
    short, long = "x" * 500, "x" * LONGEST_SPELLING

    assert times_made(small, lambda: browser.get(f"{HOME}?a={short}")) == ASKED_FIRST
    assert times_made(small, lambda: browser.get(f"{HOME}?a={long}")) == 5


def test_a_request_without_a_host_is_not_kept(small: Flask) -> None:
    browser = small.test_client()

    assert times_made(small, lambda: browser.get(HOME, headers={"Host": ""})) == 5


@pytest.mark.parametrize("header", ["Set-Cookie", "Cache-Control"])
def test_a_page_that_says_that_it_is_somebody_s_is_not_kept(site: SiteOf, header: str) -> None:
    app = site(some_contents())

    @app.get("/<council>/own")
    def own(council: str) -> Response:
        page = str(app.view_functions["home.show"](council=council))
        return Response(page, headers={header: "private"})

    assert times_made(app, lambda: app.test_client().get("/exampleshire/own")) == 5


def test_a_page_that_was_made_of_no_build_is_not_kept(site: SiteOf) -> None:
    app = site(some_contents())

    @app.get("/own/page")
    def own() -> str:
        return f"<!doctype html><html lang=en dir=ltr><title>a</title><h1>{'a ' * 500}</h1>"

    assert times_made(app, lambda: unchecked(app).get("/own/page")) == 5


def test_pages_can_be_kept_by_nobody(site: SiteOf) -> None:
    app = site(some_contents(), page_cache_mb=0)
    browser = app.test_client()
    etag = browser.get(HOME).headers["ETag"]

    assert times_made(app, lambda: browser.get(HOME)) == 5
    assert browser.get(HOME, headers={"If-None-Match": etag}).status_code == 304


def test_over_https_another_host_is_refused_though_the_page_is_kept(site: SiteOf) -> None:
    app = site(some_contents(), base_url="https://things.example.org")
    browser = app.test_client()

    def ask(host: str) -> TestResponse:
        return browser.get(HOME, headers={"Host": host})

    assert times_made(app, lambda: ask("things.example.org")) == ASKED_FIRST
    assert ask("things.example.org").headers["Strict-Transport-Security"] == "max-age=31536000"
    for host in ("evil.example", "", "things.example.org.evil.example"):
        for _ in range(3):
            assert ask(host).status_code == 400


def test_over_https_the_list_has_another_cookie(site: SiteOf) -> None:
    app = site(some_contents(), base_url="https://things.example.org")
    address = {"headers": {"Host": "things.example.org"}, "base_url": "https://things.example.org"}
    browser = app.test_client()
    browser.post("/list/add", data=ADD, **address)

    assert times_made(app, lambda: browser.get(HOME, **address)) == 5


def test_the_log_says_the_same_of_a_kept_page(
    small: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "finder.access")
    browser = small.test_client()

    for _ in range(3):
        browser.get("/exampleshire/find?q=cooking&near=ME14+1XQ")
    browser.head("/exampleshire/find?q=cooking&near=ME14+1XQ")
    for _ in range(3):
        browser.get("/exampleshire/words", headers={"If-None-Match": '"other"'})
    browser.get("/exampleshire/words", headers={"If-None-Match": "*"})

    lines = [each.getMessage().split() for each in caplog.records if each.name == "finder.access"]
    assert [line[:3] for line in lines] == [
        *[["GET", "/<council>/find", "200"]] * 3,
        ["HEAD", "/<council>/find", "200"],
        *[["GET", "/<council>/words", "200"]] * 3,
        ["GET", "/<council>/words", "304"],
    ]
    assert {line[3][-2:] for line in lines} == {"ms"}


# Builds and days come and go.


def look_now(app: Flask) -> None:
    """Let a second go by in which nobody looked whether there is a new build."""
    site_of(app).live._looked_at = float("-inf")


@pytest.fixture
def called(tmp_path: Path) -> Iterator[tuple[Flask, Generations]]:
    """A site on a build in which everything is called One, and where its builds are."""
    generations = Generations(settings_of(tmp_path).generations_dir)
    publish_called(generations, "One")
    app = open_site(settings_of(tmp_path))
    yield app, generations
    site_of(app).live.close()
    site_of(app).store.close()


def test_a_new_build_is_shown_and_the_old_one_is_forgotten(
    called: tuple[Flask, Generations],
) -> None:
    app, generations = called
    browser = app.test_client()
    for path in (HOME, "/exampleshire/find", "/exampleshire/words"):
        times_made(app, lambda: browser.get(path))  # noqa: B023
    assert len(cache_of(app)) == 3

    publish_called(generations, "Two")
    assert "<small>One</small>" in browser.get(HOME).text
    look_now(app)

    assert "<small>Two</small>" in browser.get(HOME).text
    assert len(cache_of(app)) == 0
    with generations.writing():
        generations.roll_back()
    look_now(app)
    assert "<small>One</small>" in browser.get(HOME).text


def test_a_build_that_cannot_be_opened_leaves_the_kept_pages(
    called: tuple[Flask, Generations],
) -> None:
    app, generations = called
    browser = app.test_client()
    times_made(app, lambda: browser.get(HOME))
    with generations.writing():
        generations.point_to("nothing")

    look_now(app)

    assert times_made(app, lambda: browser.get(HOME)) == 0


def test_before_the_first_build_nothing_is_kept(tmp_path: Path) -> None:
    app = open_site(settings_of(tmp_path))
    browser = app.test_client()

    assert times_made(app, lambda: browser.get(HOME)) == 5
    publish(Generations(settings_of(tmp_path).generations_dir), some_contents())
    look_now(app)
    assert times_made(app, lambda: browser.get(HOME)) == ASKED_FIRST
    site_of(app).live.close()


def test_a_page_of_yesterday_is_not_shown(called: tuple[Flask, Generations]) -> None:
    _, generations = called
    now = [NOON]
    late = create_app(settings_of(generations.folder.parent), clock=lambda: now[0])
    browser = late.test_client()
    assert times_made(late, lambda: browser.get(HOME)) == ASKED_FIRST

    now[0] += timedelta(days=1)

    assert times_made(late, lambda: browser.get(HOME)) == ASKED_FIRST
    site_of(late).live.close()


def test_a_page_that_ends_after_its_build_or_its_day_is_not_kept_for_the_next(
    called: tuple[Flask, Generations],
) -> None:
    app, generations = called
    browser = unchecked(app)

    @app.get("/<council>/slow")
    def slow(council: str) -> str:
        page = app.view_functions["home.show"](council=council)
        publish_called(generations, "Two")
        look_now(app)
        return str(page)

    # The first begins on One. All the others begin and end on one of the next builds.
    for _ in range(4):
        browser.get("/exampleshire/slow")
    kept = [page.body for page, _ in cache_of(app)._pages._kept.values()]

    assert [page for page in kept if b"<small>One" in page] == []


def test_threads_never_see_an_old_page_or_two_builds_in_one(
    called: tuple[Flask, Generations],
) -> None:
    app, generations = called
    done = threading.Event()
    numbers = {"One": 0, **{f"Number{number}": number for number in range(1, 6)}}

    def read() -> list[list[int]]:
        browser = unchecked(app)
        seen: list[list[int]] = []
        # While one thread opens a new build, the others still answer from the one before.
        while not done.is_set() or (seen[-1] != [5] * len(seen[-1]) and len(seen) < 20_000):
            for path in (HOME, "/exampleshire/find", "/exampleshire/find?q=lunch"):
                names = re.findall(r"\b(One|Number\d)\b", browser.get(path).text)
                seen.append([numbers[name] for name in names])
        return seen

    with ThreadPoolExecutor(4) as threads:
        readers = [threads.submit(read) for _ in range(4)]
        for number in range(1, 6):
            publish_called(generations, f"Number{number}")
            look_now(app)
        done.set()
        pages = [reader.result() for reader in readers]

    for seen in pages:
        assert {len(set(page)) for page in seen} == {1}
        builds = [page[0] for page in seen]
        assert builds == sorted(builds)
        assert builds[-1] == 5


LONDON_DAYS = [
    ("2026-11-21T23:59:59", date(2026, 11, 21)),
    ("2026-11-22T00:00:00", date(2026, 11, 22)),
    ("2026-11-22T23:59:59", date(2026, 11, 22)),
    # In summer the day begins an hour earlier.
    ("2026-06-30T22:59:59", date(2026, 6, 30)),
    ("2026-06-30T23:00:00", date(2026, 7, 1)),
    # The days on which the clocks change have 23 and 25 hours.
    ("2026-03-28T23:59:59", date(2026, 3, 28)),
    ("2026-03-29T00:00:00", date(2026, 3, 29)),
    ("2026-03-29T22:59:59", date(2026, 3, 29)),
    ("2026-03-29T23:00:00", date(2026, 3, 30)),
    ("2026-10-24T23:00:00", date(2026, 10, 25)),
    ("2026-10-25T23:59:59", date(2026, 10, 25)),
    ("2026-10-26T00:00:00", date(2026, 10, 26)),
]


@pytest.mark.parametrize("times", [LONDON_DAYS, LONDON_DAYS[::-1]])
def test_the_day_is_that_of_london_whichever_way_the_clock_goes(
    times: list[tuple[str, date]],
) -> None:
    moments = iter([datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment, _ in times])
    today = Today(lambda: next(moments))

    assert [today() for _ in times] == [day for _, day in times]


# The room is bounded.


def test_many_pages_take_no_more_than_the_room(site: SiteOf) -> None:
    app = site(some_contents(), page_cache_mb=1)
    kept, browser = cache_of(app), unchecked(app)
    most = 0

    for number in range(200):
        for _ in range(3):
            browser.get(f"/exampleshire/words?a={number}")
        # Somebody looks at the first page all the time.
        browser.get(HOME)
        most = max(most, kept.nbytes)

    assert 800_000 < most <= 1024 * 1024
    assert len(kept) < 150
    with counted(app) as asked:
        browser.get(HOME)
    assert asked == []


def test_browsers_that_write_the_same_differently_take_no_more_than_their_share(
    small: Flask,
) -> None:
    browser, kept = FlaskClient(small, small.response_class, use_cookies=False), cache_of(small)
    times_made(small, lambda: browser.get(HOME))

    with counted(small) as asked:
        for number in range(1500):
            browser.get(HOME, headers={"Cookie": f"visit={number}"})

    assert asked == []
    room = 16 * 1024 * 1024 // SPELLINGS_SHARE
    assert room * 0.9 < kept._spellings.nbytes <= room


def test_the_room_is_counted_in_what_python_really_takes(small: Flask) -> None:
    kept = cache_of(small)
    browser = unchecked(small)

    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            for _ in range(3):
                browser.get(f"/exampleshire/words?a={number}", headers=GZIP)

    fill(0, 20)
    gc.collect()
    tracemalloc.start()
    before, counted_before = tracemalloc.get_traced_memory()[0], kept.nbytes
    fill(20, 80)
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()

    said = kept.nbytes - counted_before
    assert len(kept) == 80
    assert said > 60 * PAGE_BYTES
    assert 0.5 * said < taken <= said


def test_what_was_asked_for_before_is_known_for_a_while() -> None:
    asked = AskedBefore(3)

    assert [asked.note(key) for key in "aabab"] == [False, True, False, True, True]
    assert [asked.note(key) for key in "cdcae"] == [False, False, True, True, False]
    assert [asked.note(key) for key in "fga"] == [False, False, False]


def test_the_memory_of_what_was_asked_for_is_small() -> None:
    asked = AskedBefore(2048)
    for number in range(10_000):
        asked.note(("page", number))

    numbers = [*asked._now, *asked._before]
    size = sum(map(sys.getsizeof, (asked._now, asked._before, *numbers)))
    assert len(numbers) <= 4096
    assert size < 500_000


# It is worth it.


def test_a_kept_page_costs_a_third_of_flask_s_hello_at_the_most(app: Flask) -> None:
    hello = Flask("hello")

    @hello.get("/")
    def say() -> str:
        return "hello"

    ours = cost_of(app, "/kent/find?q=swimming&near=ME14+1XQ")
    theirs = cost_of(hello, "/")

    assert ours < theirs / 3


def cost_of(app: Flask, path: str) -> float:
    """Return the least seconds of CPU that a request took."""
    builder = EnvironBuilder(path, headers=[*GZIP.items()])
    environ = builder.get_environ()
    least = float("inf")
    for _ in range(30):
        started = thread_time()
        for _ in range(20):
            answer = app.wsgi_app(dict(environ), lambda *_: lambda _: None)
            b"".join(answer)
            getattr(answer, "close", lambda: None)()
        least = min(least, (thread_time() - started) / 20)
    return least
