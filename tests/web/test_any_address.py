"""Whatever an address holds, there is a page, and it is a sound one."""

import re
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from finder.domain.query import PARAMETERS
from finder.domain.vocabulary import (
    Arrangement,
    DayChoice,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    Sort,
    SpaceState,
    Support,
)
from tests.page import text_of

PAGES = (
    "/kent/find",
    "/kent/find.csv",
    "/kent/search",
    "/kent/find/interest",
    "/kent/find/place",
    "/kent/find/when",
    "/kent/find/help",
)
OTHER_PAGES = (
    "/",
    "/list",
    "/kent/",
    "/kent/read",
    "/kent/activities/a-day-on-the-farm",
    "/kent/providers/example-hopfield-farm",
)
OWN_NAMES = ("reason", "more", "each", "council", "from", "removed", "position", "saved", "full")
ORDERS = ("_external", "_scheme", "_anchor", "_method", "endpoint", "filename", "activity_id")
KNOWN_VALUES = (
    *("any", "online", "1", "0", "-1", "ME14 1XQ", "ZZ1 1ZZ", "SK1", "Ashford", "Leigh", "1e9"),
    *("kent", "swimming", "cooking", "1a", "older", "a-day-on-the-farm", "ar", "en-GB", "list"),
    *(word.value for words in (DayChoice, DayPart, LeadsTo, Mode, Need) for word in words),
    *(word.value for words in (Pay, Sort, Support) for word in words),
    *("table", *(word.value for words in (Arrangement, SpaceState) for word in words)),
)

names = st.sampled_from((*PARAMETERS, *OWN_NAMES, *ORDERS)) | st.text(max_size=12)
values = st.sampled_from(KNOWN_VALUES) | st.text(max_size=30)
pairs = st.lists(st.tuples(names, values), max_size=12)
tries = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("path", PAGES)
@tries
@given(args=pairs)
def test_any_parameters_give_a_page(
    client: FlaskClient, path: str, args: list[tuple[str, str]]
) -> None:
    assert client.get(f"{path}?{urlencode(args)}").status_code == 200


@pytest.mark.parametrize("path", OTHER_PAGES)
@tries
@given(args=pairs)
def test_any_parameters_give_a_page_in_two_languages(
    pseudo_app: Flask, path: str, args: list[tuple[str, str]]
) -> None:
    assert pseudo_app.test_client().get(f"{path}?{urlencode(args)}").status_code == 200


@tries
@given(query=st.binary(max_size=60))
@example(query=b"q=%ff%fe&near=%00&%=%&==&&&q")
@example(query=b"page=99999999999999999999&max_cost=1e999999999&age=%C2%B2")
@example(query=b"q=" + b"a" * 5000)
@example(query=b"&".join(b"need=hoist" for _ in range(500)))
def test_any_bytes_give_a_page(client: FlaskClient, query: bytes) -> None:
    answer = client.get("/kent/find", environ_overrides={"QUERY_STRING": query.decode("latin-1")})

    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/kent/find", "/kent/search"])
@tries
@given(args=pairs)
@example(args=[("view", "table"), ("q", "xyzzy")])
@example(args=[("q", "xyzzy"), ("day", "sun"), ("page", "7")])
def test_no_search_ends_in_an_empty_page(
    client: FlaskClient, path: str, args: list[tuple[str, str]]
) -> None:
    answer = client.get(f"{path}?{urlencode(args)}")

    text = text_of(answer)
    assert re.search(r"With Example|^Things [0-9]+ to|Try one of these", text, re.MULTILINE)
    assert "Phone us" in text


@tries
@given(path=st.text(max_size=30))
@example(path="..%2f..%2fetc/passwd")
@example(path="static/..%2f..%2fpyproject.toml")
@example(path="static/../pyproject.toml")
@example(path="kent/activities/..%2f..%2fx")
@example(path="//example.org/%2e%2e")
def test_any_path_gives_a_page(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/{path}")

    assert answer.status_code in (200, 308, 404, 405)
    assert "build-system" not in answer.text
    answer.close()
