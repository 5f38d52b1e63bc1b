from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice
from finder.web.presenters.addresses import address

pytestmark = pytest.mark.usefixtures("english_page")


def test_an_address_has_the_parameters_of_its_query() -> None:
    query = SearchQuery(text="tea & cake", days=(DayChoice.MON, DayChoice.WEEKEND), near="SK1 3XE")

    assert address("find.results", "kent", query) == (
        "/kent/find?q=tea+%26+cake&near=SK1+3XE&day=mon&day=weekend"
    )


def test_an_address_can_have_more_than_its_query() -> None:
    assert address("questions.when", "kent", SearchQuery(), each="1") == "/kent/find/when?each=1"


queries = st.builds(
    SearchQuery,
    text=st.text(max_size=20),
    near=st.text(max_size=20),
    interests=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    days=st.lists(st.sampled_from(DayChoice), max_size=3, unique=True).map(tuple),
    max_cost_pence=st.none() | st.integers(0, 10_000),
    page=st.integers(1, 20),
    language=st.sampled_from(["", "ar", "en-GB"]),
)


@pytest.mark.parametrize("page", ["/kent/", "/kent/?lang=ar"])
@given(query=queries, more=st.dictionaries(st.sampled_from(["each", "more"]), st.text(max_size=5)))
def test_an_address_is_the_one_that_flask_builds(
    pseudo_app: Flask, page: str, query: SearchQuery, more: dict[str, str]
) -> None:
    with pseudo_app.test_request_context(page):
        args: dict[str, list[str]] = {}
        for name, value in query.to_args():
            args.setdefault(name, []).append(value)
        for endpoint, path in (("find.results", {}), ("activities.show", {"activity_id": "a b"})):
            every: dict[str, Any] = {**path, **args, **more}
            built = Flask.url_for(pseudo_app, endpoint, council="kent", **every)
            assert address(endpoint, "kent", query, **path, **more) == built
