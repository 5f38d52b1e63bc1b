import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.page import links, main_text
from tests.web.conftest import SiteOf
from tests.web.lists import FIRST, SECOND, THIRD, a_site, add, secret_of
from tests.web.test_translations import untranslated

BOTH = f"with=exampleshire:{FIRST}&with=exampleshire:{THIRD}"


@pytest.fixture
def small(site: SiteOf) -> Flask:
    return a_site(site)


@pytest.fixture
def visitor(small: Flask) -> FlaskClient:
    """A browser with three things on its list."""
    client = small.test_client()
    add(client, FIRST, SECOND, THIRD)
    return client


def test_two_that_the_address_names_are_side_by_side(visitor: FlaskClient) -> None:
    answer = visitor.get(f"/list/compare?{BOTH}")

    lines = main_text(answer).splitlines()
    assert lines[:8] == [
        "Back to my list",
        "Side by side",
        "Look at 2 things, one question at a time. “Not told” means: ask them.",
        "Baking bread",
        "With Example Green Door",
        "Slow swim",
        "With Example Green Door",
        "What is different",
    ]
    assert "Nothing that they told us is different." in lines
    assert lines[lines.index("What is the same") :][:4] == [
        "What is the same",
        "When is it?",
        "Both",
        "Tuesday, 10am to 12 noon.",
    ]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert f"/exampleshire/activities/{FIRST}" in [link.href for link in links(answer)]


def test_without_any_named_there_is_a_form_to_pick(visitor: FlaskClient) -> None:
    answer = visitor.get("/list/compare")

    assert main_text(answer).splitlines() == [
        "Back to my list",
        "Side by side",
        "Pick 2 or 3 things",
        "Baking bread",
        "With Example Green Door Cooking together",
        "With Example Green Door Slow swim",
        "With Example Green Door",
        "Put them side by side",
    ]
    assert answer.text.count(" checked>") == 3


def test_a_form_without_a_tick_says_what_to_do(visitor: FlaskClient) -> None:
    assert "Pick 2 or 3 things first." in main_text(visitor.get("/list/compare?compare=1"))


def test_what_is_not_on_the_list_is_said_to_be_left_out(visitor: FlaskClient) -> None:
    left_out = "We left out something. It is not on this list."

    assert left_out in main_text(visitor.get(f"/list/compare?{BOTH}&with=kent:nothing"))
    assert left_out in main_text(visitor.get("/list/compare?with=kent:nothing"))


@pytest.mark.parametrize("count", [0, 1])
def test_a_list_of_fewer_than_two_cannot_be_compared(small: Flask, count: int) -> None:
    client = small.test_client()
    for each in (FIRST,)[:count]:
        add(client, each)

    answer = client.get("/list/compare")

    assert "You need 2 things on the list for this." in main_text(answer)
    assert "<form" not in answer.text.partition("<main")[2]


@pytest.mark.parametrize(
    ("look", "words"), [(True, "See the whole list"), (False, "Say yes or no on the list")]
)
def test_whoever_has_a_link_can_compare(
    small: Flask, visitor: FlaskClient, look: bool, words: str
) -> None:
    secret = secret_of(visitor, look=look)
    path = f"/list/{secret}" if look else f"/list/{secret}/edit"
    other = small.test_client()

    answer = other.get(f"{path}/compare?{BOTH}&go=exampleshire:{FIRST}:tue")

    back = f"{path}?go=exampleshire:{FIRST}:tue"
    hrefs = {link.words: link.href.replace("%3A", ":") for link in links(answer)}
    assert (hrefs["Back to the list"], hrefs[words]) == (back, back)
    form = other.get(f"{path}/compare?go=exampleshire:{FIRST}:tue")
    assert f'action="{path}/compare"' in form.text
    assert f'name="go" value="exampleshire:{FIRST}:tue"' in form.text


def test_every_word_is_in_the_language_of_the_page(pseudo_app: Flask) -> None:
    client = pseudo_app.test_client()
    for each in ("growing-day", "thursday-swim", "cafe-work-trial"):
        client.post("/list/add", data={"from": "stockport", "activity": each})
    picked = "with=stockport:growing-day&with=stockport:thursday-swim&with=x:y"

    pages = [
        client.get(f"/list/compare?council=stockport&lang=ar{more}").text
        for more in ("", "&compare=1", f"&{picked}")
    ]

    assert [list(untranslated(page)) for page in pages] == [[], [], []]
    assert 'name="lang" value="ar"' in pages[0]
