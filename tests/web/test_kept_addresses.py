"""Addresses that are kept are those that Flask builds."""

import pytest
from flask import Flask, url_for
from werkzeug.routing import BuildError

from finder.web.kept_addresses import KEPT_BYTES

VALUES: list[tuple[str, dict[str, object]]] = [
    ("home.show", {"council": "kent"}),
    ("home.show", {"council": "wiltshire"}),
    ("councils.choose", {}),
    ("shortlist.show", {"council": None}),
    ("shortlist.show", {"council": "kent"}),
    ("static", {"filename": "finder.css", "v": "1"}),
    ("static", {"filename": "finder.css", "v": "2"}),
    ("find.results", {"council": "kent", "q": "a & b"}),
    ("find.results", {"council": "kent", "day": ["mon", "tue"]}),
    ("find.results", {"council": "kent", "lang": None}),
    ("shortlist.show", {"full": 1}),
    ("shortlist.show", {"full": True}),
    ("shortlist.show", {"full": "1"}),
    ("shortlist.show", {"full": "1", "deleted": "1"}),
    ("shortlist.show", {"deleted": "1", "full": "1"}),
    ("home.show", {"council": "kent", "_anchor": "help"}),
    ("home.show", {"council": "kent", "_external": True}),
]


@pytest.mark.parametrize("folder", ["", "/things"])
@pytest.mark.parametrize("page", ["/kent/", "/kent/?lang=ar"])
def test_every_address_is_the_one_that_flask_builds(
    pseudo_app: Flask, page: str, folder: str
) -> None:
    with pseudo_app.test_request_context(page, base_url=f"http://localhost{folder}"):
        for _ in ("built", "kept"):
            for endpoint, values in VALUES:
                built = Flask.url_for(pseudo_app, endpoint, **values)  # type: ignore[arg-type]
                assert url_for(endpoint, **values) == built  # type: ignore[arg-type]
                assert pseudo_app.jinja_env.globals["url_for"] == pseudo_app.url_for


def test_an_address_that_there_is_not_is_an_error_each_time(app: Flask) -> None:
    with app.test_request_context("/kent/"):
        for _ in range(2):
            with pytest.raises(BuildError):
                url_for("nothing.here", council="kent")


def test_there_is_room_for_the_addresses_of_every_page() -> None:
    assert KEPT_BYTES / 300 > 1500
