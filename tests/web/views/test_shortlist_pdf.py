import re
from io import BytesIO

import pikepdf
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.domain.activity import ActivityId
from finder.domain.shortlist import Face
from finder.shortlists.tokens import EditToken
from tests.documents.reading import Reading, links_in, read_pdf
from tests.page import main_text
from tests.web.conftest import SiteOf
from tests.web.lists import CONTENTS, FIRST, SECOND, a_site, add, secret_of
from tests.web.pages import fill_list
from tests.web.site import COUNCILS, NOON, site_of

SITE = "http://things.example.org"
CREDIT = (
    "All emojis designed by OpenMoji – the open-source emoji and icon project. "
    "License: CC BY-SA 4.0"
)
LARGEST_OF_TEN = 150 * 1024


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


def reading_of(answer: TestResponse) -> Reading:
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    return read_pdf(answer.data)


def words_in(answer: TestResponse) -> str:
    return " ".join(text for _, text in reading_of(answer).document.outline())


def test_the_file_has_everything_that_is_on_the_list(visitor: FlaskClient) -> None:
    reading = reading_of(visitor.get("/list/print.pdf"))

    contact = [
        ("Lbl", "How to ask"),
        ("P", "Phone 01632 960 200"),
        ("P", "Send an email green-door@example.org"),
        ("P", "Ask for: The club team"),
        ("P", "9 to 5"),
    ]
    facts = [
        ("Lbl", "When is it?"),
        ("P", "Tuesday, 10am to 12 noon."),
        ("Lbl", "Where is it?"),
        ("P", "The Green Hall, 2 Example Street, Maidstone, ME14 1XQ."),
        ("Lbl", "What does it cost?"),
        ("P", "£10 each time. The council can pay them for you. You can pay with your own money."),
        ("Lbl", "Who helps me?"),
        ("P", "Not told us yet. You can ask them."),
        ("Lbl", "How do I get there?"),
        ("P", "Not told us yet. You can ask them."),
        ("Lbl", "Can I get in?"),
        ("P", "Not told us yet. You can ask them."),
        ("Lbl", "Is there a space?"),
        ("P", "Not told us yet. You can ask them."),
    ]
    checked = ("P", "A person checked this page on 3 November 2026.")
    assert reading.document.outline() == [
        ("H1", "My list"),
        ("P", "We made this on 21 November 2026."),
        ("Figure", "Square code to see this list on a phone"),
        ("P", "Scan this with a phone. You see the list there."),
        ("H2", "Baking bread"),
        ("P", "With Example Green Door"),
        *facts,
        *contact,
        ("Lbl", "Do you want to do this?"),
        ("P", "Yes"),
        ("Lbl", "Note:"),
        ("P", "Ask about lunch"),
        checked,
        ("H2", "Cooking together"),
        ("P", "With Example Green Door"),
        *facts,
        *contact,
        ("Lbl", "Do you want to do this?"),
        ("P", "Yes Maybe No"),
        checked,
        ("H2", "My questions"),
        ("P", CREDIT),
    ]
    assert (reading.title, reading.language) == ("My list", "en-GB")
    assert reading.decoration[0] == f"Page 1 of {len(reading.decoration)}"


@pytest.mark.parametrize("shared", ["own", "look", "edit"])
def test_only_the_link_to_look_is_in_the_file(
    small: Flask, visitor: FlaskClient, shared: str
) -> None:
    look, edit = secret_of(visitor, look=True), secret_of(visitor)
    path = {"own": "/list", "look": f"/list/{look}", "edit": f"/list/{edit}/edit"}[shared]
    client = visitor if shared == "own" else small.test_client()

    answer = client.get(f"{path}/print.pdf")

    assert links_in(answer.data)[0] == (f"{SITE}/list/{look}", "You see the list there.")
    with pikepdf.open(BytesIO(answer.data)) as file:
        plain = BytesIO()
        file.save(plain, qdf=True)
    assert edit.encode() not in plain.getvalue()
    assert reading_of(answer).title == ("My list" if shared == "own" else "A list of things to do")


def test_links_lead_to_the_pages_of_the_site_and_to_the_provider(visitor: FlaskClient) -> None:
    addresses = [address for address, _ in links_in(visitor.get("/list/print.pdf").data)]

    ways = ["tel:01632960200", "mailto:green-door@example.org"]
    assert addresses[1:] == [
        f"{SITE}/exampleshire/activities/{FIRST}",
        *ways,
        f"{SITE}/exampleshire/activities/{SECOND}",
        *ways,
    ]


def test_the_file_is_shown_and_not_kept(visitor: FlaskClient) -> None:
    headers = visitor.get("/list/print.pdf").headers

    assert headers["Content-Disposition"] == 'inline; filename="my-list.pdf"'
    assert headers["Cache-Control"] == "no-store"
    assert "noindex" in headers["X-Robots-Tag"]


def test_large_letters_begin_a_row_for_each_sentence(visitor: FlaskClient) -> None:
    small_one, large = (visitor.get(f"/list/print.pdf?size={size}") for size in ("small", "large"))

    assert words_in(small_one) == words_in(large)
    assert ("P", "You can pay with your own money.") in reading_of(large).document.outline()
    assert len(reading_of(large).decoration) > len(reading_of(small_one).decoration)
    assert visitor.get("/list/print.pdf?size=huge").data == small_one.data


def test_a_list_with_nothing_on_it_says_so(small: Flask) -> None:
    answer = small.test_client().get("/list/print.pdf")

    assert reading_of(answer).document.outline() == [
        ("H1", "My list"),
        ("P", "There is nothing on your list yet."),
        ("P", "We made this on 21 November 2026."),
    ]


def test_a_shared_list_with_nothing_left_on_it_says_so(small: Flask, visitor: FlaskClient) -> None:
    look = secret_of(visitor, look=True)
    for each in (FIRST, SECOND):
        visitor.post("/list/remove", data={"from": "exampleshire", "activity": each})

    text = words_in(small.test_client().get(f"/list/{look}/print.pdf"))

    assert "There is nothing on this list now." in text


def test_what_is_not_here_any_more_is_said(small: Flask, visitor: FlaskClient) -> None:
    site_of(small).store.add(
        EditToken(secret_of(visitor)),
        council=CONTENTS.council.slug,
        activity_id=ActivityId("gone"),
        now=NOON,
    )

    text = words_in(visitor.get("/list/print.pdf"))

    assert "1 thing on the list is not here any more." in text


def test_pictures_and_their_makers_are_left_out_for_who_wants_words(visitor: FlaskClient) -> None:
    visitor.set_cookie("read", "pics:words")
    answer = visitor.get("/list/print.pdf")

    assert "OpenMoji" not in words_in(answer)
    with pikepdf.open(BytesIO(answer.data)) as file:
        forms = [each for each in file.objects if isinstance(each, pikepdf.Stream)]
        assert [each for each in forms if each.get("/Subtype") == "/Form"] == []


def test_one_activity_has_a_file_of_its_own(small: Flask) -> None:
    answer = small.test_client().get(f"/exampleshire/activities/{FIRST}.pdf")

    reading = reading_of(answer)
    assert reading.bookmarks == (
        "Baking bread",
        "What is it?",
        "When is it?",
        "Where is it?",
        "What does it cost?",
        "Who helps me?",
        "How do I get there?",
        "Can I get in?",
        "What do I bring?",
        "Can I try it first?",
        "Is there a space?",
        "How to ask",
        "My questions",
    )
    page = f"{SITE}/exampleshire/activities/{FIRST}"
    assert links_in(answer.data)[0] == (page, "You see the page there.")
    assert answer.headers["Content-Disposition"] == f'inline; filename="{FIRST}.pdf"'
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_an_activity_that_is_not_there_has_no_file(client: FlaskClient) -> None:
    assert client.get("/kent/activities/nothing.pdf").status_code == 404


def test_a_link_that_opens_no_list_has_no_file(client: FlaskClient) -> None:
    assert client.get("/list/AbCdEfGhIjKlMnOpQrStUv/print.pdf").status_code == 404


@pytest.mark.parametrize("council", COUNCILS)
def test_ten_things_are_said_as_the_large_print_sheet_says_them(app: Flask, council: str) -> None:
    client = app.test_client()
    fill_list(client, app, council, 10)

    answer = client.get("/list/print.pdf")
    page = main_text(client.get("/list/print?size=large"))

    assert len(answer.data) < LARGEST_OF_TEN
    said = re.sub(r"\W+", " ", words_in(answer))
    facts = re.findall(
        r"^(?:When is it|What does it cost|Is there a space)\?.*$", page, re.MULTILINE
    )
    assert len(facts) == 30
    assert [fact for fact in facts if re.sub(r"\W+", " ", fact).strip() not in said] == []
    reading = reading_of(answer)
    assert (reading.missing, reading.untagged) == (0, ())
