"""Whoever means harm gets an easy page as well, at once, and never a fault of ours."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder, run_wsgi_app

from finder.domain.query import LONGEST_TEXT, PARAMETERS
from tests.hostile import MOST_SECONDS, TEXTS, seconds_for
from tests.page import main_text, text_of
from tests.web.site import open_site, settings_of, site_of

PAGES = (
    "/kent/find",
    "/kent/search",
    "/kent/find/interest",
    "/kent/find/place",
    "/kent/find/when",
    "/kent/find/help",
    "/kent/suggest",
)
OWN_PARAMETERS = ("reason", "more", "each", "box", "back", "council", "saved", "_external")
# What could end up as something else than text on a page.
MARKS = (
    *("HTML", "a template", "quotation marks", "control characters", "right-to-left marks"),
    *("nulls", "lone surrogates", "letters with many accents", "emoji", "brackets", "line ends"),
    *("byte order marks", "a percent sign", "a hundred thousand letters", "many misspelled words"),
)
BROKEN = ("", "-1", "1e999999999", "\0", "\u202e5", "٣", "[a TO z]", "' OR 1=1 --", "x" * 10_000)


@pytest.fixture(scope="module")
def uncached(example_data: Path) -> Iterator[Flask]:
    """The website that keeps no whole pages, so that each is made when it is asked for."""
    app = open_site(settings_of(example_data, page_cache_mb=0))
    for page in PAGES:
        ask(app, page, b"")
    yield app
    site_of(app).live.close()
    site_of(app).store.close()


def ask(app: Flask, path: str, query: bytes) -> tuple[str, bytes]:
    """Return the status and the body of an answer. All that was kept of earlier ones is dropped."""
    live = site_of(app).live
    generation = live.take()
    live.give_back(generation)
    searchable = generation.councils["kent"].searchable
    searchable.forget()
    searchable.thesaurus.ideas_in.cache_clear()
    environ = EnvironBuilder(path, base_url="http://localhost/").get_environ()
    environ["QUERY_STRING"] = query.decode("latin-1")
    body, status, _ = run_wsgi_app(app.wsgi_app, environ)
    return status, b"".join(body)


def check(app: Flask, path: str, query: bytes) -> None:
    """Check that an address is answered with a page, and at once."""
    asked = (path, query[:80])
    answers: list[tuple[str, bytes]] = []

    seconds = seconds_for(lambda: answers.append(ask(app, path, query)))

    status, body = answers[0]
    assert status == "200 OK", asked
    assert (b"<h1" in body) != path.endswith("/suggest"), asked
    assert seconds < MOST_SECONDS, asked


def written(args: Sequence[tuple[str, str]]) -> bytes:
    """Return parameters as a browser, or something worse, writes them."""
    return urlencode(args, errors="surrogatepass").encode()


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_answered_at_once(uncached: Flask, name: str) -> None:
    every = [(each, TEXTS[name]) for each in (*PARAMETERS, *OWN_PARAMETERS)]

    for path in PAGES:
        check(uncached, path, written([("q", TEXTS[name])]))
        check(uncached, path, written(every))


@pytest.mark.parametrize("parameter", [*PARAMETERS, *OWN_PARAMETERS])
def test_a_broken_parameter_is_left_out_at_once(uncached: Flask, parameter: str) -> None:
    for path in PAGES:
        check(uncached, path, written([(parameter, value) for value in BROKEN]))


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(b"&".join(b"need=hoist" for _ in range(1000)), id="one a thousand times"),
        pytest.param(b"&".join(b"q=swim%d" % n for n in range(1000)), id="a thousand words"),
        pytest.param(b"&".join(b"x%d=y" % n for n in range(1000)), id="a thousand unknown ones"),
        pytest.param(b"&" * 10_000, id="ten thousand empty ones"),
        pytest.param(b"=" * 10_000, id="nothing but equals signs"),
        pytest.param(b"q=%ed%a0%80&near=%ff%fe&lang=%00", id="lone surrogates and broken bytes"),
        pytest.param(b"q=%&near=%4&day=%zz", id="half a percent sign"),
        pytest.param("q=\u00ff\u0080swim".encode("latin-1"), id="bytes that are not encoded"),
        pytest.param(b"q=" + b"%F0%9F%8F%8A" * 9_000, id="a very long address"),
        pytest.param(b"a" * 100_000 + b"=1", id="a very long name"),
        pytest.param(b"q[]=1&q[a]=2&q.b=3&__proto__=4", id="names of other frameworks"),
    ],
)
def test_a_hostile_address_is_answered_at_once(uncached: Flask, query: bytes) -> None:
    for path in PAGES:
        check(uncached, path, query)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        *(("/kent/find", name) for name in MARKS),
        *(("/kent/search", name) for name in MARKS[:5]),
    ],
)
def test_the_page_for_hostile_text_is_sound_and_tells_a_way_on(
    client: FlaskClient, path: str, name: str
) -> None:
    args = [("q", TEXTS[name][:LONGEST_TEXT]), ("near", TEXTS[name][:LONGEST_TEXT])]
    # The client takes no page with a fault, such as markup out of its place.
    answer = client.get(f"{path}?{written(args).decode()}")

    assert answer.status_code == 200
    assert "Phone us" in text_of(answer)
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_path_has_an_easy_page(uncached: Flask, name: str) -> None:
    part = quote(TEXTS[name][:2000], safe="", errors="surrogatepass")

    for path in (f"/{part}/find", f"/kent/{part}", f"/kent/activities/{part}"):
        status, body = ask(uncached, path, b"")
        assert status == "404 NOT FOUND"
        assert b"You did nothing wrong." in body


@pytest.mark.parametrize("name", MARKS)
def test_the_page_for_a_hostile_path_is_sound(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/kent/activities/{quote(TEXTS[name], safe='', errors='surrogatepass')}")

    assert answer.status_code == 404
    assert "You did nothing wrong." in main_text(answer)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_another_method_is_no_fault_of_ours(client: FlaskClient, method: str) -> None:
    for path in PAGES:
        answer = client.open(path, method=method, data={"q": "[a TO z]"})
        assert answer.status_code in (403, 405)


names = st.sampled_from((*PARAMETERS, *OWN_PARAMETERS)) | st.text(max_size=12)
values = st.sampled_from((*TEXTS.values(), *BROKEN)) | st.text(max_size=40)


@pytest.mark.parametrize("path", PAGES)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(args=st.lists(st.tuples(names, values), max_size=10))
def test_any_parameters_are_answered_at_once(
    uncached: Flask, path: str, args: list[tuple[str, str]]
) -> None:
    check(uncached, path, written(args))


@pytest.mark.parametrize("path", ["/kent/find", "/kent/suggest"])
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.binary(max_size=120))
def test_any_bytes_are_answered_at_once(uncached: Flask, path: str, query: bytes) -> None:
    check(uncached, path, query)
