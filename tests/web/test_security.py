from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.web.security import LARGEST_FORM_BYTES, safe_path
from tests.builders import some_contents
from tests.web.conftest import SiteOf

ACTIVITY = {"from": "kent", "activity": "a-day-on-the-farm"}
EVERY_ANSWER = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
EVERY_LIST = {"X-Robots-Tag": "noindex, nofollow, noarchive"}
OF_THE_ANSWER_ITSELF = {
    *("Accept-Ranges", "Allow", "Cache-Control", "Content-Disposition", "Content-Length"),
    *("Content-Type", "Date", "ETag", "Expires", "Last-Modified", "Location", "Set-Cookie"),
    "Vary",
}
PAGE, LIST = "private, no-cache", "no-store"
A_YEAR, FOREVER = "public, max-age=31536000", "public, max-age=31536000, immutable"

Ask = Callable[[FlaskClient], TestResponse]


@pytest.mark.parametrize(
    ("ask", "status", "kept"),
    [
        pytest.param(lambda client: client.get("/"), 200, PAGE, id="a page"),
        pytest.param(lambda client: client.get("/kent/find?q=swim"), 200, PAGE, id="results"),
        pytest.param(lambda client: client.get("/list"), 200, LIST, id="my list"),
        pytest.param(lambda client: client.get("/static/finder.css"), 200, A_YEAR, id="a file"),
        pytest.param(lambda client: client.get("/kent/theme.css"), 200, FOREVER, id="colours"),
        pytest.param(lambda client: client.get("/kent"), 308, PAGE, id="a slash is missing"),
        pytest.param(lambda client: client.get("/a/b/c/d"), 404, PAGE, id="nothing there"),
        pytest.param(lambda client: client.get("/static/none.css"), 404, PAGE, id="no such file"),
        pytest.param(lambda client: client.put("/", data="x"), 405, PAGE, id="a method of no use"),
        pytest.param(
            lambda client: client.post("/list/add", data=ACTIVITY), 303, LIST, id="sent on"
        ),
        pytest.param(
            lambda client: client.post(
                "/list/add", data=ACTIVITY, headers={"Sec-Fetch-Site": "cross-site"}
            ),
            403,
            LIST,
            id="another site's form",
        ),
        pytest.param(lambda client: client.get("/healthz"), 200, PAGE, id="alive"),
        pytest.param(lambda client: client.get("/readyz"), 200, PAGE, id="ready"),
    ],
)
def test_every_answer_has_the_same_headers(
    client: FlaskClient, ask: Ask, status: int, kept: str
) -> None:
    answer = ask(client)

    headers = {name: value for name, value in answer.headers if name not in OF_THE_ANSWER_ITSELF}
    answer.close()
    expected = EVERY_ANSWER | (EVERY_LIST if kept == LIST else {})
    assert (answer.status_code, headers) == (status, expected)
    assert answer.headers["Cache-Control"] == kept


def test_over_https_a_browser_is_told_to_come_back_by_https(site: SiteOf) -> None:
    client = secure(site)

    answer = client.get("/", base_url="https://things.example.org")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def secure(site: SiteOf) -> FlaskClient:
    app = site(some_contents(), base_url="https://things.example.org")
    return app.test_client()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 303, id="no browser's page"),
        pytest.param({"Sec-Fetch-Site": "same-origin"}, 303, id="our own page"),
        pytest.param({"Sec-Fetch-Site": "none"}, 303, id="typed or bookmarked"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="a neighbouring site"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="another site"),
        pytest.param({"Origin": "http://localhost"}, 303, id="our own page, an old browser"),
        pytest.param({"Origin": "http://127.0.0.1:8000"}, 303, id="our base address"),
        pytest.param({"Origin": "https://example.org"}, 403, id="another site, an old browser"),
        pytest.param({"Origin": "null"}, 303, id="our own page, by http or an old browser"),
        pytest.param(
            {"Sec-Fetch-Site": "cross-site", "Origin": "null"}, 403, id="one that hides where it is"
        ),
        pytest.param(
            {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403, id="both, at odds"
        ),
        pytest.param({"Origin": ""}, 403, id="an empty origin"),
    ],
)
def test_a_form_is_taken_from_our_own_pages_only(
    client: FlaskClient, headers: dict[str, str], status: int
) -> None:
    assert client.post("/list/add", data=ACTIVITY, headers=headers).status_code == status


def test_a_form_whose_length_is_not_known_is_refused(client: FlaskClient) -> None:
    answer = client.post("/list/add", environ_overrides={"HTTP_TRANSFER_ENCODING": "chunked"})

    assert answer.status_code == 411


@pytest.mark.parametrize("path", ["/list/add", "/list/remove", "/list/delete", "/read"])
def test_a_form_that_is_too_big_is_refused_before_anything_is_done(
    client: FlaskClient, path: str
) -> None:
    client.post("/list/add", data=ACTIVITY)

    answer = client.post(path, data={**ACTIVITY, "back": "x" * LARGEST_FORM_BYTES})

    assert answer.status_code == 413
    assert "There is 1 thing on it." in client.get("/list").text


EVIL_HOSTS = (
    "evil.example",
    "evil.example:8000",
    "localhost.evil.example",
    "things.example.org.evil.example",
    "things.example.org@evil.example",
    "evil.example/things.example.org",
    "[::1]",
    "localhost, evil.example",
    "",
)


@pytest.mark.parametrize("host", EVIL_HOSTS)
@pytest.mark.parametrize(
    "path", ["/kent", "/list", "/kent/find?q=swim", "//evil.example/..", "/read"]
)
def test_the_host_of_a_request_is_in_no_answer(client: FlaskClient, host: str, path: str) -> None:
    answer = client.get(
        path, headers={"Host": host, "X-Forwarded-Host": host, "Forwarded": f"host={host}"}
    )

    location = answer.location or ""
    assert "evil" not in location.removeprefix("/evil.example/")
    assert "//" not in location
    assert "evil" not in answer.text.replace("/evil.example/", "")


@pytest.mark.parametrize("host", EVIL_HOSTS)
def test_over_https_another_host_is_refused(site: SiteOf, host: str) -> None:
    client = secure(site)

    assert client.get("/exampleshire", headers={"Host": host}).status_code == 400
    assert client.get("/healthz", headers={"Host": host}).status_code == 200
    assert client.get("/readyz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["things.example.org", "things.example.org:443", "THINGS.Example.org"]
)
def test_over_https_our_own_host_is_taken(site: SiteOf, host: str) -> None:
    assert secure(site).get("/exampleshire/", headers={"Host": host}).status_code == 200


def test_a_refused_host_is_told_in_easy_words_and_the_log_says_what_to_look_at(
    site: SiteOf, caplog: pytest.LogCaptureFixture
) -> None:
    answer = secure(site).get("/", headers={"Host": "evil.example"})

    assert "That did not work" in answer.text
    assert "FINDER_BASE_URL" in caplog.text
    assert "evil" not in caplog.text


def test_a_proxy_says_that_the_person_came_by_https(site: SiteOf) -> None:
    told = {"X-Forwarded-Proto": "https", "Host": "things.example.org"}
    settings = {"base_url": "https://things.example.org", "trusted_proxies": 1}
    client = site(some_contents(), **settings).test_client()
    form = {"from": "exampleshire", "activity": "cooking-together"}

    answer = client.post(
        "/list/add", data=form, headers={**told, "Origin": "https://things.example.org"}
    )

    assert answer.status_code == 303


PAYLOADS = (
    "https://evil.example",
    "http://evil.example/",
    "HTTPS://evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/\r\n/evil.example",
    "/list\r\nLocation: https://evil.example",
    "/list\nSet-Cookie: list=evil",
    "/list\x00evil",
    "javascript:alert('evil')",
    "JaVaScRiPt:alert('evil')",
    "data:text/html,evil",
    "mailto:evil@evil.example",
    "https:evil.example",
    "https:/evil.example",
    "evil.example",
    "@evil.example",
    "?https://evil.example",
    "#//evil.example",
    ".//evil.example",
    "..//evil.example",
    "/​\u202e//evil.example",
    "/\x85/evil.example",
    "/\u2028/evil.example",
    "\ufeff//evil.example",
    "/" + "evil" * 600,
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_address_to_go_back_to_is_one_of_our_own(client: FlaskClient, payload: str) -> None:
    for path in ("/list/add", "/list/remove", "/list/put-back"):
        answer = client.post(f"{path}?next=//evil.example", data={**ACTIVITY, "back": payload})
        assert answer.status_code == 303
        assert "evil" not in str(answer.headers)
        assert "evil" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/kent/find?q=swim&near=ME14+1XQ#kent-slow-swim",
        "/list",
        "/kent/find?q=https://example.org",
        "/kent/find?q=%0d%0aX:%20y",
        "/kent/find?near=Sk%C3%A9",
        "/kent/find?q=é",
    ],
)
def test_our_own_address_is_gone_back_to(path: str) -> None:
    assert safe_path(path, "/") == path


def test_without_an_address_of_our_own_the_default_is_taken() -> None:
    assert safe_path("", "/list") == "/list"
