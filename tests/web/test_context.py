from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.exceptions import NotFound

from finder.shortlists import StoreUnavailableError
from finder.shortlists.tokens import make_token
from finder.web import context
from finder.web.app import create_app
from tests.builders import a_council, some_contents
from tests.web.conftest import SiteOf
from tests.web.site import NOON, settings_of, site_of


def test_a_day_is_a_day_in_london(tmp_path: Path) -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    app = create_app(settings_of(tmp_path), clock=lambda: late)

    with app.app_context():
        assert (context.today(), context.now()) == (date(2026, 7, 2), late)


def test_the_time_is_kept_in_utc(tmp_path: Path) -> None:
    app = create_app(settings_of(tmp_path), clock=lambda: NOON.astimezone(context.LONDON))

    with app.app_context():
        assert context.now() == NOON
        assert context.now().tzinfo is UTC


def test_a_request_keeps_its_generation_and_gives_it_back(app: Flask) -> None:
    users = site_of(app).live._users

    with app.test_request_context("/kent/"):
        generation = context.generation()
        assert context.generation() is generation
        assert users[generation] == 1

    assert users[generation] == 0


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("/kent/find", "kent"),
        ("/list?council=stockport", "stockport"),
        ("/kent/find?council=stockport", "kent"),
        ("/list", None),
        ("/list?council=atlantis", None),
        ("/atlantis/find", None),
        ("/", None),
    ],
)
def test_a_page_is_its_council_s_or_the_whole_site_s(
    app: Flask, address: str, slug: str | None
) -> None:
    with app.test_request_context(address):
        council = context.page_council()
        assert (council.slug if council else None) == slug
        assert context.page_council() is council


def test_every_page_of_a_site_of_one_council_is_that_council_s(site: SiteOf) -> None:
    app = site(some_contents(council=a_council("only")))

    with app.test_request_context("/list?council=atlantis"):
        council = context.page_council()
        assert council is not None
        assert council.slug == "only"


def test_the_council_of_an_address_has_its_catalogue_and_its_search(app: Flask) -> None:
    with app.test_request_context("/kent/find"):
        assert context.council().slug == "kent"
        assert context.catalogue() is context.council_site().catalogue
        assert context.searchable() is context.council_site().searchable


@pytest.mark.parametrize("address", ["/atlantis/find", "/list"])
def test_an_address_without_a_council_is_not_found(app: Flask, address: str) -> None:
    with app.test_request_context(address), pytest.raises(NotFound):
        context.council_site()


@pytest.mark.parametrize(
    ("base_url", "name"),
    [("http://localhost", "list"), ("https://things.example.org", "__Host-list")],
)
def test_the_cookie_is_bound_to_the_host_over_https(
    tmp_path: Path, base_url: str, name: str
) -> None:
    app = create_app(settings_of(tmp_path, base_url=base_url))

    with app.test_request_context("/"):
        assert context.list_cookie_name() == name
        assert context.list_token() is None
        assert context.shortlist() is None
        assert context.settings().base_url == base_url


def test_a_list_that_could_not_be_read_is_never_taken_for_none(site: SiteOf) -> None:
    """A new list would be begun in its place."""
    app = site(some_contents())
    site_of(app).settings.shortlists_file.mkdir()

    with app.test_request_context("/list", headers={"Cookie": f"list={make_token()}"}):
        for _ in range(2):
            with pytest.raises(StoreUnavailableError):
                context.read_shortlist()
        assert context.shortlist() is None
