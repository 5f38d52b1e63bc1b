import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.documents.square_code import make_square_code
from finder.domain.activity import ActivityId
from finder.domain.shortlist import Face
from finder.shortlists.tokens import EditToken
from tests.page import main_text
from tests.web.conftest import SiteOf
from tests.web.lists import CONTENTS, FIRST, SECOND, a_site, add, secret_of
from tests.web.site import NOON, site_of
from tests.web.test_translations import untranslated

SITE = "http://things.example.org"


@pytest.fixture
def small(site: SiteOf) -> Flask:
    return a_site(site, base_url=SITE)


@pytest.fixture
def visitor(small: Flask) -> FlaskClient:
    """A browser with two things on its list, one with a face and a note."""
    client = small.test_client()
    add(client, FIRST, SECOND)
    store, token = site_of(small).store, EditToken(secret_of(client))
    council, named = CONTENTS.council.slug, ActivityId(FIRST)
    store.set_face(token, council=council, activity_id=named, face=Face.YES, now=NOON)
    store.set_note(token, council=council, activity_id=named, note="Ask about lunch", now=NOON)
    return client


def code_on(answer: TestResponse) -> str:
    """Return the dark squares of the only square code on a page."""
    (path,) = re.findall(r'<path fill="#000" d="([^"]+)"', answer.text)
    return str(path)


def test_the_sheet_has_everything_that_is_on_the_list(visitor: FlaskClient) -> None:
    answer = visitor.get("/list/print")

    lines = main_text(answer).splitlines()
    assert lines[:5] == [
        "Back to my list",
        "My list",
        "Printed on 21 November 2026.",
        "Scan this with a phone.",
        "You see the list there.",
    ]
    first = lines[lines.index("Baking bread") : lines.index("Cooking together")]
    assert first == [
        "Baking bread",
        "With Example Green Door",
        "Tuesday 10am to 12 noon",
        "The Green Hall, Maidstone 2 Example Street, ME14 1XQ.",
        "£10 each time The council can pay them for you. You can pay with your own money.",
        "Helpers Not told us yet. You can ask them.",
        "How do I get there? Not told us yet. You can ask them.",
        "Is there a space? Not told us yet. You can ask them.",
        "How to ask",
        "Phone 01632 960 200",
        "Send an email green-door@example.org",
        "Ask for: The club team",
        "9 to 5",
        "Yes",
        "Maybe",
        "No",
        "A person checked this page on 3 November 2026.",
        "Note: Ask about lunch",
    ]
    assert "My questions" in lines
    assert lines[-1].startswith("All emojis designed by OpenMoji")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("shared", ["own", "look", "edit"])
def test_only_the_link_to_look_is_on_paper(small: Flask, visitor: FlaskClient, shared: str) -> None:
    look, edit = secret_of(visitor, look=True), secret_of(visitor)
    path = {"own": "/list", "look": f"/list/{look}", "edit": f"/list/{edit}/edit"}[shared]
    client = visitor if shared == "own" else small.test_client()

    answer = client.get(f"{path}/print")

    assert code_on(answer) == make_square_code(f"{SITE}/list/{look}").path
    printed = re.sub(r'(?:href|action)="[^"]*"', "", answer.text)
    assert edit not in printed
    assert look not in printed


def test_large_letters_have_a_heading_for_each_question(visitor: FlaskClient) -> None:
    text = main_text(visitor.get("/list/print?size=large"))

    assert "When is it? Tuesday, 10am to 12 noon." in text
    assert "Make the letters small" in text


@pytest.mark.parametrize("path", ["/list/print", "/list/print?size=large"])
def test_a_list_with_nothing_on_it_says_so(small: Flask, path: str) -> None:
    answer = small.test_client().get(path)

    assert "There is nothing on your list yet." in main_text(answer)
    assert 'class="qr"' not in answer.text


def test_what_is_not_here_any_more_is_said(small: Flask, visitor: FlaskClient) -> None:
    site_of(small).store.add(
        EditToken(secret_of(visitor)),
        council=CONTENTS.council.slug,
        activity_id=ActivityId("gone"),
        now=NOON,
    )

    text = main_text(visitor.get("/list/print"))

    assert "1 thing on the list is not here any more." in text


def test_one_activity_has_a_sheet_of_its_own(small: Flask) -> None:
    client = small.test_client()

    answer = client.get(f"/exampleshire/activities/{FIRST}/print")

    lines = main_text(answer).splitlines()
    assert lines[:4] == [
        "Back: Baking bread",
        "Baking bread",
        "With Example Green Door",
        "Printed on 21 November 2026.",
    ]
    assert "Can I try it first? Not told us yet. You can ask them." in lines
    assert code_on(answer) == make_square_code(f"{SITE}/exampleshire/activities/{FIRST}").path
    assert '<meta name="robots" content="noindex">' in answer.text


def test_an_activity_that_is_not_there_has_no_sheet(client: FlaskClient) -> None:
    assert client.get("/kent/activities/nothing/print").status_code == 404


def test_pictures_and_their_makers_are_left_out_for_who_wants_words(
    visitor: FlaskClient,
) -> None:
    visitor.set_cookie("read", "pics:words")

    assert "OpenMoji" not in visitor.get("/list/print").text


def test_every_word_is_in_the_language_of_the_page(pseudo_app: Flask) -> None:
    client = pseudo_app.test_client()
    for each in ("growing-day", "my-own-way-there", "cafe-work-trial"):
        client.post("/list/add", data={"from": "stockport", "activity": each})

    pages = [
        client.get(f"{path}&lang=ar").text
        for path in (
            "/list/print?council=stockport",
            "/list/print?council=stockport&size=large",
            "/stockport/activities/growing-day/print?size=small",
        )
    ]

    assert [list(untranslated(page)) for page in pages] == [[], [], []]
