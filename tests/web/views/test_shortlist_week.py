from datetime import date
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.domain.activity import Activity
from finder.domain.shortlist import Face
from finder.domain.vocabulary import ActivityStatus, Day, Repeats
from tests.builders import a_session, an_activity, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf
from tests.web.lists import add, secret_of

MON, TUE, WED, THU, FRI, SAT, SUN = Day


def thing(name: str, *sessions: object, **overrides: object) -> Activity:
    return an_activity(name, name=name.capitalize(), sessions=sessions, **overrides)


CHOIR = thing("choir", a_session(MON), a_session(THU))
GARDEN = thing("garden", a_session(MON, "11:00", "14:00"))
LUNCH = thing("lunch", a_session(THU, "12:10", "13:00", place_id=""))
TEA = thing("tea", a_session(THU, "13:00", "", place_id=""))
BINGO = thing("bingo", a_session(THU, "14:00", "15:00"), a_session(FRI, "", ""))
DISCO = thing("disco", a_session(FRI, "19:00", "22:00", repeats=Repeats.MONTHLY))
WALK = thing("walk", a_session(None, "", ""))
FILMS = thing("films", a_session(FRI, "18:00", "20:00"))
SHOW = thing("show", a_session(SAT, on_date=date(2027, 2, 20)))
KITES = thing("kites", a_session(WED), status=ActivityStatus.ENDED)
KNITTING = thing("knitting")
SEWING = thing("sewing", timing_note="Most weeks.")
EVERY = (CHOIR, GARDEN, LUNCH, TEA, BINGO, DISCO, FILMS, WALK, SHOW, KITES, KNITTING, SEWING)


@pytest.fixture
def app(site: SiteOf) -> Flask:
    return site(some_contents(*EVERY))


def lines_of(client: FlaskClient, path: str = "/list/week") -> list[str]:
    return main_text(client.get(path)).splitlines()


def between(lines: list[str], first: str, last: str) -> list[str]:
    """Return the lines from one to the one before another."""
    start = lines.index(first)
    return lines[start : lines.index(last, start)]


def say(client: FlaskClient, activity_id: str, face: Face) -> None:
    form = {"from": "exampleshire", "activity": activity_id, "face": face.value}
    assert client.post("/list/face", data=form).status_code == 303


def test_an_empty_list_says_how_to_begin(client: FlaskClient) -> None:
    assert lines_of(client) == [
        "Back to my list",
        "My week",
        "There is nothing on the list yet. So the week is empty.",
        "How to begin",
        "Look for things to do.",
        "Press “Add to my list”.",
        "Come back here. You see your week.",
        "Look for things to do",
    ]


def test_the_days_are_headings_with_what_is_held_on_them(client: FlaskClient) -> None:
    add(client, "choir", "disco")

    page = client.get("/list/week")

    assert between(main_text(page).splitlines(), "Monday", "Which days do you go?") == [
        "Monday",
        "Choir, Monday 10am to 12 noon The Green Hall",
        "Tuesday",
        "Nothing yet",
        "Wednesday",
        "Nothing yet",
        "Thursday",
        "Choir, Thursday 10am to 12 noon The Green Hall",
        "Friday",
        "Disco, Friday 7pm to 10pm The Green Hall Once a month",
        "Saturday",
        "Nothing yet",
        "Sunday",
        "Nothing yet",
    ]
    assert page.text.count("<h2>") >= 7


def test_things_at_the_same_time_are_named_first(client: FlaskClient) -> None:
    add(client, "choir", "garden")

    lines = lines_of(client)

    assert between(lines, "Things at the same time", "Morning") == [
        "Things at the same time",
        "Monday",
        "Choir: 10am to 12 noon.",
        "Garden: 11am to 2pm.",
        "Choose on my list",
    ]
    assert "Choir, Monday 10am to 12 noon The Green Hall Same time: Garden" in lines


def test_things_that_are_sometimes_at_the_same_time_say_so(client: FlaskClient) -> None:
    add(client, "disco", "films")

    lines = lines_of(client)

    assert between(lines, "Things at the same time", "Morning") == [
        "Things at the same time",
        "Friday",
        "Films: 6pm to 8pm.",
        "Disco: 7pm to 10pm.",
        "This may not be every week.",
        "Choose on my list",
    ]
    assert "Films, Friday 6pm to 8pm The Green Hall Sometimes the same time: Disco" in lines


def test_short_gaps_are_named(client: FlaskClient) -> None:
    add(client, "choir", "lunch", "tea", "bingo")

    assert between(lines_of(client), "Little time to travel", "Morning") == [
        "Little time to travel",
        "Thursday",
        "You have 10 minutes from Choir to Lunch.",
        "Check the travel time.",
        "We do not know how far it is.",
        "You have no time from Lunch to Tea.",
        "Check the travel time.",
        "We do not know how far it is.",
        "We do not know when Tea ends.",
        "Ask them. Then you get to Bingo in time.",
        "Check the travel time.",
        "We do not know how far it is.",
        "We guess the travel time. It depends on how you travel.",
    ]


def test_what_has_no_time_or_no_day_still_stands_on_the_page(client: FlaskClient) -> None:
    add(client, "bingo", "walk", "show", "knitting", "sewing")

    lines = lines_of(client)

    assert "Bingo, Friday They did not tell us the times. The Green Hall" in lines
    assert between(lines, "On one day only", "Which days do you go?") == [
        "On one day only",
        "Show 20 February 2027 10am to 12 noon The Green Hall",
        "You pick the day",
        "Walk They did not tell us the times. The Green Hall",
        "We do not know the days",
        "Knitting Not told us yet. You can ask them.",
        "Sewing Most weeks.",
    ]


def test_what_was_refused_or_does_not_run_is_left_out_and_named(client: FlaskClient) -> None:
    add(client, "choir", "garden", "kites")
    say(client, "garden", Face.NO)

    lines = lines_of(client)

    assert between(lines, "Not in this week", "Which days do you go?") == [
        "Not in this week",
        "The answer is no: Garden.",
        "This does not run now: Kites.",
    ]
    assert "Things at the same time" not in lines


def test_the_days_that_a_person_goes_are_picked_in_the_address(client: FlaskClient) -> None:
    add(client, "choir", "bingo")
    form = [("go", "exampleshire:choir:"), ("go", "exampleshire:choir:thu"), ("have", "150")]

    page = client.get(f"/list/week?{urlencode(form)}")

    lines = main_text(page).splitlines()
    assert between(lines, "Monday", "Tuesday") == ["Monday", "Nothing yet"]
    assert 'value="exampleshire:choir:thu" checked' in page.text
    assert 'value="exampleshire:choir:mon">' in page.text
    assert 'name="have" value="150"' in page.text


def test_the_links_keep_the_days_and_the_money(client: FlaskClient) -> None:
    add(client, "choir")

    page = client.get("/list/week?go=exampleshire:choir:thu&have=150")

    kept = "?go=exampleshire:choir:thu&have=150"
    hrefs = {link.words: link.href for link in links(page)}
    assert hrefs["Back to my list"] == f"/list{kept}"
    assert hrefs["Print the list"] == f"/list/print{kept}"
    assert hrefs["A file for your calendar"] == f"/list/calendar.ics{kept}"
    assert hrefs["Show every day"] == "/list/week?have=150"


def test_a_list_that_was_shared_has_a_week_too(client: FlaskClient, app: Flask) -> None:
    add(client, "choir", "garden")
    look, edit = secret_of(client, look=True), secret_of(client)
    other = app.test_client()

    looked = main_text(other.get(f"/list/{look}/week")).splitlines()
    edited = main_text(other.get(f"/list/{edit}/edit/week")).splitlines()

    opening = ["Back to the list", "The week of this list"]
    assert (looked[:2], edited[:2]) == (opening, opening)
    assert "This is the week if you do the things on the list." in looked
    assert ("See the list" in looked, "Choose on the list" in edited) == (True, True)


def test_the_form_of_a_shared_list_leads_back_to_it(client: FlaskClient, app: Flask) -> None:
    add(client, "choir")
    look = secret_of(client, look=True)

    page = app.test_client().get(f"/list/{look}/week")

    assert f'action="/list/{look}/week' in page.text


def test_an_activity_that_no_council_has_any_more_is_counted(
    client: FlaskClient, site: SiteOf
) -> None:
    add(client, "choir", "garden")

    later = site(some_contents(GARDEN)).test_client()
    cookie = client.get_cookie("list")
    assert cookie is not None
    later.set_cookie("list", cookie.value)

    assert "1 thing on the list is not here any more." in lines_of(later)


def test_looking_at_a_week_changes_nothing_and_is_not_kept(client: FlaskClient) -> None:
    answer = client.get("/list/week?go=broken&have=much")

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert "Set-Cookie" not in answer.headers
