"""What is on somebody's list, and what opens it, stays between them and whom they show it to."""

import gc
import gzip
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import FunctionType, ModuleType
from urllib.parse import urlsplit

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.shortlists.tokens import make_token
from finder.web.held_list import EDIT, LOOK, OWN
from tests.web.conftest import SiteOf
from tests.web.list_journey import (
    AMOUNT,
    ASKED,
    CONTENTS,
    NOTE,
    WEBSITE,
    WORD,
    code_of,
    journey,
    made_ready,
    owner_of,
    pages_of,
    secrets_of,
)
from tests.web.lists import ACTIVITIES, ELSEWHERE, FIRST
from tests.web.site import open_site, publish, settings_of, site_of


@pytest.fixture
def app(site: SiteOf) -> Flask:
    return made_ready(site(CONTENTS, ELSEWHERE))


@pytest.fixture
def owner(app: Flask) -> FlaskClient:
    return owner_of(app)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """The answers of a whole journey, with what was written in the log and kept in memory."""

    answers: list[TestResponse]
    secrets: list[str]
    code: str
    log: str
    memory: list[str]


class Lines(logging.Handler):
    """All that is logged, with the traceback of each fault."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.all: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.all.append(self.format(record))


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """A journey on a site of its own; it is long, and many tests ask what came of it."""
    folder = tmp_path_factory.mktemp("walk")
    publish(folder, CONTENTS, ELSEWHERE)
    app = made_ready(open_site(settings_of(folder)))
    lines, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    owner = owner_of(app)
    secrets, code = list(secrets_of(owner).values()), code_of(owner)
    # What everybody may see is kept when it is asked for again, by whoever has a list as well.
    for address in ("/", "/exampleshire/find", f"/exampleshire/activities/{FIRST}") * 3:
        for client in (owner, app.test_client()):
            client.get(address).close()
    answers = list(journey(app, owner))
    root.removeHandler(lines)
    root.setLevel(level)
    gc.collect()
    memory = list(texts_in(app, *caches_of("finder.web", "finder.search", "finder.shortlists")))
    yield Walk(answers=answers, secrets=secrets, code=code, log="\n".join(lines.all), memory=memory)
    site_of(app).live.close()
    site_of(app).store.close()


class TestWhatIsWrittenDown:
    def test_no_log_holds_anything_of_a_list(self, walk: Walk) -> None:
        hidden = [*walk.secrets, walk.code, NOTE, WORD, AMOUNT, FIRST]

        statuses = {answer.status_code for answer in walk.answers}

        assert statuses == {200, 303, 308, 403, 404, 405, 413, 422, 429, 503}
        assert "/list/<token:edit>/edit/note" in walk.log
        assert [each for each in hidden if each in walk.log] == []

    def test_a_link_is_not_logged_when_even_the_page_of_its_error_fails(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        app = open_site(settings_of(tmp_path))
        secret = make_token()
        caplog.set_level(logging.DEBUG)

        answers = [
            app.test_client().get(f"/list/{secret}{rest}") for rest in ("", "/edit", "/x", "/week")
        ]

        assert {answer.status_code for answer in answers} == {404}
        assert "We cannot show you anything now" in answers[0].text
        assert "The page of an error failed" in caplog.text
        assert secret not in caplog.text
        site_of(app).store.close()

    def test_nor_when_what_comes_after_the_page_fails(
        self, app: Flask, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(_: object) -> None:
            raise ZeroDivisionError

        app.after_request_funcs.setdefault(None, []).append(fail)
        secret = make_token()

        assert app.test_client().get(f"/list/{secret}").status_code == 500

        assert "A request failed" in caplog.text
        assert secret not in caplog.text


class TestWhatTheSiteKeepsInMemory:
    def test_nothing_of_a_list_outlasts_its_requests(self, walk: Walk) -> None:
        hidden = [*walk.secrets, walk.code, NOTE, WORD, AMOUNT]

        assert any("Baking bread</a>" in text for text in walk.memory)
        assert [each for each in hidden if any(each in text for text in walk.memory)] == []


Remembering = type(lru_cache(len))


def caches_of(*packages: str) -> Iterator[object]:
    """Give each function of these packages that remembers what it returned."""
    for name, module in list(sys.modules.items()):
        if name.startswith(packages):
            for each in vars(module).values():
                if isinstance(each, Remembering) and each.__module__.startswith(packages):
                    yield each


def texts_in(*roots: object) -> Iterator[str]:
    """Give each text that can be reached from these, pages that are compressed among them."""
    seen: set[int] = set()
    waiting = list(roots)
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, ModuleType | type):
            continue
        seen.add(id(each))
        if isinstance(each, str):
            yield each
        elif isinstance(each, bytes | bytearray):
            body = gzip.decompress(each) if each.startswith(b"\x1f\x8b") else each
            yield body.decode("latin-1")
        elif isinstance(each, FunctionType):
            # What a function remembers, and not all of its module.
            waiting += [each.__closure__, each.__defaults__, each.__dict__]
        else:
            waiting += gc.get_referents(each)


class TestWhatIsSent:
    def test_no_answer_of_a_list_may_be_kept_or_found_or_tells_where_one_is_from(
        self, walk: Walk
    ) -> None:
        wanted = {
            "Cache-Control": "no-store",
            "X-Robots-Tag": "noindex, nofollow, noarchive",
            "Referrer-Policy": "no-referrer",
        }

        for answer in walk.answers:
            headers = {name: answer.headers.get(name) for name in wanted}
            assert headers == wanted, answer.request.path
            assert "ETag" not in answer.headers
            assert "Last-Modified" not in answer.headers

    def test_what_a_preview_shows_of_a_shared_list_says_nothing_of_it(
        self, app: Flask, owner: FlaskClient
    ) -> None:
        secrets = secrets_of(owner)
        told = [NOTE, WORD, *secrets.values()]
        told += [part for each in ACTIVITIES for part in (each.name, each.activity_id)]
        pages = 0
        for address in pages_of(app, secrets):
            answer = app.test_client().get(f"{address}?{ASKED}")
            if answer.mimetype == "text/html":
                head = answer.text.partition("</head>")[0]
                assert [each for each in told if each.casefold() in head.casefold()] == [], address
                assert "og:" not in head
                pages += 1
        assert pages > 20

    def test_nobody_is_sent_from_a_list_to_elsewhere_with_anything_of_it(self, walk: Walk) -> None:
        hidden = [*walk.secrets, walk.code, NOTE, WORD]

        sent_on = [answer.location for answer in walk.answers if answer.location]

        assert len(sent_on) > 20
        for address in sent_on:
            parts = urlsplit(address)
            assert not parts.netloc
            is_its_own = any(parts.path.startswith(f"/list/{secret}") for secret in walk.secrets)
            assert is_its_own or not [each for each in hidden if each in address], address

    def test_only_links_between_the_pages_of_a_shared_list_have_its_secret(
        self, app: Flask, owner: FlaskClient
    ) -> None:
        secrets = secrets_of(owner)
        for right, secret in secrets.items():
            for rule in (LOOK, EDIT):
                start = rule.replace(f"<token:{right}>", secret)
                if "<" in start:
                    continue
                for page in ("", "/week", "/compare", "/picked", "/print", "/plan", "/share"):
                    answer = app.test_client().get(f"{start}{page}?{ASKED}")
                    assert answer.status_code == 200
                    assert_secrets_stay(answer, start, secrets)

    def test_an_own_list_has_no_secret_in_any_address(self, app: Flask, owner: FlaskClient) -> None:
        secrets = secrets_of(owner)
        for address in pages_of(app, secrets):
            if not any(secret in address for secret in secrets.values()):
                answer = owner.get(f"{address}?{ASKED}")
                if answer.mimetype == "text/html":
                    assert_secrets_stay(answer, OWN, secrets)

    @pytest.mark.parametrize(
        "page", [f"/exampleshire/activities/{FIRST}", "/exampleshire/providers/example-green-door"]
    )
    def test_a_providers_website_is_not_told_where_a_person_is_from(
        self, app: Flask, page: str
    ) -> None:
        links = [
            each
            for each in elements_of(app.test_client().get(page))
            if each.get("href", "").startswith("http")
        ]

        assert [link["href"] for link in links] == [WEBSITE]
        assert all("noreferrer" in link.get("rel", "").split() for link in links)


def elements_of(answer: TestResponse) -> list[dict[str, str]]:
    """Return the attributes of every element of a page."""
    root = html5lib.parse(answer.text, namespaceHTMLElements=False)
    return [dict(each.attrib) for each in root.iter()]


def assert_secrets_stay(answer: TestResponse, start: str, secrets: dict[str, str]) -> None:
    """Check each attribute that a browser could follow or load."""
    for element in elements_of(answer):
        for name in (
            "href",
            "src",
            "action",
            "formaction",
            "data-pages",
            "data-offline",
            "content",
        ):
            value = element.get(name, "")
            if any(secret in value for secret in secrets.values()):
                is_own_page = urlsplit(value).path.split("?")[0].startswith(f"{start}")
                # The page to show a list to somebody begins an email with its link.
                is_email = answer.request.path.endswith("/share") and value.startswith("mailto:?")
                assert is_own_page or is_email, (answer.request.path, name, value)
            if name == "href" and value.startswith(("http:", "https:", "//")):
                assert "noreferrer" in element.get("rel", "").split(), value
