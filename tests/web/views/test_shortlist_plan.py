import csv
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.documents.plain_text import LONGEST_LINE
from finder.documents.spreadsheet import BYTE_ORDER_MARK, FORMULA_SIGNS
from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Face
from finder.shortlists.tokens import EditToken
from tests.page import links, main_text
from tests.web.lists import secret_of
from tests.web.site import NOON, site_of
from tests.web.test_translations import untranslated

# What five activities of Stockport come to. When they are changed, it is written anew from the
# page's own text, and read again before it is kept.
GOLDEN = Path(__file__).with_name("support_plan.txt")
STOCKPORT = CouncilSlug("stockport")
FIVE = (
    "growing-day",
    "cafe-work-trial",
    "thursday-swim",
    "friday-night-disco",
    "my-own-way-there",
)
GOING = "go=stockport:growing-day:mon"


@pytest.fixture
def planner(app: Flask) -> FlaskClient:
    """A browser with five things on its list, of which two have a face and one a note."""
    client = app.test_client()
    for each in FIVE:
        client.post("/list/add", data={"from": STOCKPORT, "activity": each})
    store, token = site_of(app).store, EditToken(secret_of(client))
    hens, disco = ActivityId("growing-day"), ActivityId("friday-night-disco")
    for named, face in ((hens, Face.YES), (disco, Face.NO)):
        store.set_face(token, council=STOCKPORT, activity_id=named, face=face, now=NOON)
    store.set_note(token, council=STOCKPORT, activity_id=hens, note="Only “Mondays”", now=NOON)
    return client


def test_the_text_is_ready_to_paste(planner: FlaskClient) -> None:
    answer = planner.get(f"/list/plan.txt?{GOING}")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="support-plan.txt"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.text == GOLDEN.read_text(encoding="utf-8")


def test_its_lines_are_short_and_its_signs_are_plain(planner: FlaskClient) -> None:
    text = planner.get(f"/list/plan.txt?{GOING}").text

    assert max(map(len, text.splitlines())) <= LONGEST_LINE
    # The é of "Café" is a letter.
    assert {sign for sign in text if not sign.isascii()} == {"£", "é"}


def test_the_page_has_the_same_lines_and_the_text_to_copy(planner: FlaskClient) -> None:
    answer = planner.get(f"/list/plan?council=stockport&{GOING}")

    lines = main_text(answer).splitlines()
    assert lines[:6] == [
        "Back to my list",
        "Text for a support plan",
        "Printed on 21 November 2026.",
        "It names nobody. Please add no names to the website.",
        "The words from (a) to (j) are those of the Care Act.",
        "Go to the text to copy Get it as a text file Get it as a spreadsheet",
    ]
    assert lines[lines.index("The person says") + 1] == "Yes"
    assert "All together" in lines
    hrefs = [link.href.replace("%3A", ":") for link in links(answer)]
    assert f"/list/plan.txt?council=stockport&{GOING}" in hrefs
    assert f"/list/plan.csv?council=stockport&{GOING}" in hrefs
    assert "/stockport/activities/growing-day" in hrefs


def test_a_long_plan_begins_with_its_contents_and_folds_the_rest(planner: FlaskClient) -> None:
    page = planner.get("/list/plan?council=stockport")

    every = [link.href for link in links(page) if link.href.startswith("#stockport-")]
    assert every == [f"#stockport-{each}" for each in FIVE]
    assert page.text.count("<details>") == len(FIVE)
    shown = main_text(page).partition("More facts: Growing Day (example)")[0]
    assert "Days and times" in shown
    assert "Review" not in shown


def test_a_short_plan_has_no_contents_and_one_activity_is_not_folded(client: FlaskClient) -> None:
    client.post("/list/add", data={"from": STOCKPORT, "activity": FIVE[0]})

    page = client.get("/list/plan?council=stockport")

    assert "What is on the list" not in main_text(page)
    assert (page.text.count("<details open>"), page.text.count("<details>")) == (1, 0)


def test_the_spreadsheet_has_a_row_for_each_and_no_formula(planner: FlaskClient) -> None:
    answer = planner.get(f"/list/plan.csv?{GOING}")

    file = answer.get_data().decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    heads, *rows = csv.reader(StringIO(file, newline=""), strict=True)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="support-plan.csv"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert heads[:3] == ["Name", "Provider", "The council’s list"]
    assert [row[0] for row in rows] == [
        "Growing Day (example)",
        "Café Work Trial (example)",
        "Thursday Swim (example)",
        "Friday Night Disco (example)",
        "My Own Way There (example)",
    ]
    assert {len(row) for row in rows} == {len(heads)}
    cells = [cell for row in (heads, *rows) for cell in row]
    assert [cell for cell in cells if not cell or cell.startswith(FORMULA_SIGNS)] == []


@pytest.mark.parametrize("look", [True, False])
def test_whoever_has_a_link_gets_the_same(app: Flask, planner: FlaskClient, look: bool) -> None:
    secret = secret_of(planner, look=look)
    path = f"/list/{secret}" if look else f"/list/{secret}/edit"
    other = app.test_client()

    for file in ("plan.txt", "plan.csv"):
        shared, own = other.get(f"{path}/{file}"), planner.get(f"/list/{file}")
        assert shared.get_data() == own.get_data()
        assert shared.headers["Cache-Control"] == "no-store"
        assert secret not in shared.text
    assert f"{path}/plan.txt" in [link.href for link in links(other.get(f"{path}/plan"))]


def test_an_empty_list_says_so(client: FlaskClient) -> None:
    assert "There is nothing on your list yet." in main_text(client.get("/list/plan"))
    assert client.get("/list/plan.txt").status_code == 200
    assert client.get("/list/plan.csv").text == f"{BYTE_ORDER_MARK}Name,Printed on\r\n"


def test_one_activity_has_a_text_of_its_own(client: FlaskClient) -> None:
    answer = client.get("/stockport/activities/growing-day.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    name = 'attachment; filename="support-plan-growing-day.txt"'
    assert answer.headers["Content-Disposition"] == name
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "\nGrowing Day (example)\n---------------------\nProvider: " in answer.text


def test_an_activity_that_is_not_there_has_no_text(client: FlaskClient) -> None:
    assert client.get("/stockport/activities/nothing.txt").status_code == 404


def test_every_word_is_in_the_language_of_the_page(pseudo_app: Flask) -> None:
    client = pseudo_app.test_client()
    for each in FIVE:
        client.post("/list/add", data={"from": "stockport", "activity": each})

    page = client.get("/list/plan?council=stockport&lang=ar").text

    assert list(untranslated(page)) == []
