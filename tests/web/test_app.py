from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import UndefinedError
from werkzeug.middleware.proxy_fix import ProxyFix

from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.web.app import create_app
from tests.builders import some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf
from tests.web.site import NOON, settings_of, site_of

# What each address answers to. An address is a promise: none goes, and a new one joins this list.
ROUTES = {
    "/": {"GET"},
    "/accessibility": {"GET"},
    "/healthz": {"GET"},
    "/help": {"GET"},
    "/list/delete": {"GET", "POST"},
    "/pictures": {"GET"},
    "/privacy": {"GET"},
    "/read": {"GET", "POST"},
    "/readyz": {"GET"},
    "/static/<path:filename>": {"GET"},
    "/<council>/": {"GET"},
    "/<council>/accessibility": {"GET"},
    "/<council>/activities/<activity_id>": {"GET"},
    "/<council>/find": {"GET"},
    "/<council>/find.csv": {"GET"},
    "/<council>/find/help": {"GET"},
    "/<council>/find/interest": {"GET"},
    "/<council>/find/place": {"GET"},
    "/<council>/find/when": {"GET"},
    "/<council>/help": {"GET"},
    "/<council>/media/<name>": {"GET"},
    "/<council>/nearby": {"POST"},
    "/<council>/pictures": {"GET"},
    "/<council>/privacy": {"GET"},
    "/<council>/providers/<provider_id>": {"GET"},
    "/<council>/read": {"GET", "POST"},
    "/<council>/search": {"GET"},
    "/<council>/suggest": {"GET"},
    "/<council>/theme.css": {"GET"},
    "/<council>/words": {"GET"},
    "/<council>/activities/<activity_id>.ics": {"GET"},
    "/<council>/activities/<activity_id>.pdf": {"GET"},
    "/<council>/activities/<activity_id>.txt": {"GET"},
    "/<council>/activities/<activity_id>/print": {"GET"},
    "/<council>/break": {"GET"},
    "/<council>/break/days": {"GET"},
    "/<council>/break/help": {"GET"},
    "/<council>/break/keep": {"POST"},
    "/<council>/break/place": {"GET"},
    "/<council>/break/times": {"GET"},
    "/<council>/break/travel": {"GET"},
    "/list/code": {"GET", "POST"},
    "/list/label": {"POST"},
    "/list/let-go": {"POST"},
    "/list/lists": {"GET"},
    "/list/new": {"POST"},
    "/list/use": {"POST"},
    "/offline.js": {"GET"},
}
OWN, LOOK, EDIT = "/list", "/list/<token:look>", "/list/<token:edit>/edit"
PAGES_OF_A_LIST = (
    *("", "/calendar.ics", "/compare", "/picked", "/plan", "/plan.csv", "/plan.txt"),
    *("/print", "/print.pdf", "/share", "/week"),
)
FORMS_OF_A_LIST = (
    *("/add", "/face", "/keep", "/make-code", "/move", "/note", "/put-back", "/remove"),
    *("/renew", "/seen"),
)
ROUTES |= {start + page: {"GET"} for start in (OWN, LOOK, EDIT) for page in PAGES_OF_A_LIST}
ROUTES |= {start + form: {"POST"} for start in (OWN, EDIT) for form in FORMS_OF_A_LIST}


def test_the_addresses_are_as_promised(app: Flask) -> None:
    routes: dict[str, set[str]] = {}
    for rule in app.url_map.iter_rules():
        routes.setdefault(rule.rule, set()).update((rule.methods or set()) - {"HEAD", "OPTIONS"})

    assert routes == ROUTES


def test_the_clock_can_stand_still_on_a_day_of_the_settings(tmp_path: Path) -> None:
    app = create_app(settings_of(tmp_path, today="2026-11-21"))

    assert site_of(app).clock() == NOON


def test_the_clock_is_otherwise_that_of_the_machine(tmp_path: Path) -> None:
    clock = site_of(create_app(settings_of(tmp_path))).clock

    before = datetime.now(UTC)
    assert before <= clock() <= datetime.now(UTC)


def test_the_lists_are_kept_as_the_settings_say(tmp_path: Path) -> None:
    app = create_app(settings_of(tmp_path, list_days=30, list_most=5))

    store = site_of(app).store
    assert (store.keep_days, store.most) == (30, 5)


def test_another_store_can_be_passed_in(tmp_path: Path) -> None:
    store = SQLiteShortlistStore(tmp_path / "other.db")

    assert site_of(create_app(settings_of(tmp_path), store=store)).store is store


def test_a_council_s_own_template_comes_before_ours(site: SiteOf, tmp_path: Path) -> None:
    own = tmp_path / "own" / "words"
    own.mkdir(parents=True)
    (own / "show.html").write_text(
        '{% extends "base.html" %}{% block title %}Words{% endblock %}'
        "{% block content %}<h1>Our own words</h1>{% endblock %}"
    )

    client = site(some_contents(), templates_dir=tmp_path / "own").test_client()

    assert "Our own words" in main_text(client.get("/exampleshire/words"))
    assert "What do you like?" in main_text(client.get("/exampleshire/"))


def test_a_name_that_a_template_mistypes_is_an_error(app: Flask) -> None:
    with app.test_request_context("/kent/"), pytest.raises(UndefinedError):
        app.jinja_env.from_string("{{ no_such_name }}").render()


def test_a_proxy_that_nobody_trusts_says_nothing(site: SiteOf) -> None:
    app = site(some_contents())

    assert not isinstance(app.wsgi_app, ProxyFix)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
def test_a_method_of_no_use_is_answered_in_easy_words(app: Flask, method: str) -> None:
    answer = app.test_client().open("/kent/", method=method, data="x")

    assert answer.status_code == 405
    assert "Go back and try again." in main_text(answer)


def test_a_page_can_be_asked_for_by_its_head(app: Flask) -> None:
    answer = app.test_client().head("/kent/")

    assert (answer.status_code, answer.data) == (200, b"")
