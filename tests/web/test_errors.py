import logging
import sqlite3
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from finder.readability.rules import check_text
from tests.builders import a_council, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf


@pytest.fixture
def faulty(site: SiteOf) -> Flask:
    """A site with a page for every error, and one that fails."""
    app = site(some_contents(), some_contents(council=a_council("elsewhere")))

    @app.get("/<council>/abort/<int:code>")
    def give_up(council: str, code: int) -> str:
        abort(code)

    @app.get("/<council>/fail")
    def fail(council: str) -> str:
        raise ValueError(council)

    @app.get("/<council>/database")
    def database(council: str) -> str:
        raise sqlite3.OperationalError(council)

    return app


@pytest.mark.parametrize("code", [400, 401, 403, 404, 405, 411, 413, 414, 418, 429, 500, 501, 503])
def test_every_error_has_a_page_in_easy_words_with_a_way_on(faulty: Flask, code: int) -> None:
    answer = faulty.test_client().get(f"/exampleshire/abort/{code}")

    assert answer.status_code == code
    assert check_text(main_text(answer)) == []
    assert {"/exampleshire/", "/exampleshire/find"} <= {link.href for link in links(answer)}


@pytest.mark.parametrize("path", ["/exampleshire/fail", "/exampleshire/database"])
def test_a_fault_of_ours_is_said_to_be_ours(
    faulty: Flask, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    answer = faulty.test_client().get(path)

    assert answer.status_code == 500
    assert "It is our fault. You did nothing wrong." in main_text(answer)
    assert [record.name for record in caplog.records if record.levelno >= logging.ERROR] == [
        "finder.errors"
    ]


def test_a_page_that_is_nowhere_leads_to_the_councils(client: FlaskClient) -> None:
    answer = client.get("/no/such/page")

    assert main_text(answer).splitlines() == [
        "We cannot find that page",
        "The page may have moved. You did nothing wrong.",
        "Go to the first page",
    ]


@pytest.mark.parametrize("path", ["/", "/kent/", "/list", "/help", "/read"])
def test_before_the_first_build_every_page_says_to_come_back(site: SiteOf, path: str) -> None:
    answer = site().test_client().get(path)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "120")
    assert main_text(answer).splitlines() == [
        "We cannot show you anything now",
        "It is our fault. You did nothing wrong. Try again in a few minutes.",
    ]


def test_before_the_first_build_an_error_has_a_page_too(site: SiteOf) -> None:
    client = site().test_client()
    evil = {"Sec-Fetch-Site": "cross-site"}

    assert client.get("/no/such/page").status_code == 404
    assert client.post("/list/add", data={"from": "kent"}, headers=evil).status_code == 403
    assert "It is our fault" in main_text(client.get("/no/such/page"))


def test_a_council_s_own_template_that_is_wrong_breaks_no_error_page(
    site: SiteOf, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "base.html").write_text("{{ no_such_name }}")

    answer = site(some_contents(), templates_dir=own).test_client().get("/exampleshire/")

    assert answer.status_code == 500
    assert "It is our fault" in main_text(answer)
