"""Calendar files as a browser gets them, read by a library that did not write them."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.catalogue.contents import BankHoliday
from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.council import DateRange
from finder.domain.vocabulary import Day, Repeats
from finder.planning.dates import dates_of
from finder.web.presenters.calendar_events import AHEAD, calendar_of
from finder.web.presenters.card import is_running
from tests.builders import a_council, a_provider, a_session, an_activity, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf
from tests.web.lists import add, secret_of
from tests.web.site import COUNCILS, NOON, site_of
from tests.web.test_translations import untranslated

LONDON = ZoneInfo("Europe/London")
TODAY = NOON.date()
HOLIDAYS = (
    BankHoliday(day=date(2027, 3, 26), name="Good Friday"),
    BankHoliday(day=date(2027, 3, 29), name="Easter Monday"),
    BankHoliday(day=date(2027, 5, 3), name="Early May bank holiday"),
    BankHoliday(day=date(2027, 8, 30), name="Summer bank holiday"),
)
TERMS = (
    DateRange(first=date(2026, 11, 2), last=date(2026, 12, 18)),
    DateRange(first=date(2027, 1, 4), last=date(2027, 2, 12)),
    DateRange(first=date(2027, 2, 22), last=date(2027, 3, 25)),
)
BAKING = an_activity(
    "baking-bread",
    name="Baking Bread",
    sessions=(
        a_session(Day.MON, bank_holidays=False),
        a_session(Day.THU, "14:00", "16:30", term_time=True),
    ),
)
COOKING = an_activity(name="Cooking Together")
PICKED = an_activity("picked", name="You pick", sessions=(a_session(None),))
CONTENTS = some_contents(
    BAKING, COOKING, PICKED, council=a_council(terms=TERMS), bank_holidays=HOLIDAYS
)
ELSEWHERE = some_contents(council=a_council("elsewhere", name="Elsewhere Council"))


@pytest.fixture
def small(site: SiteOf) -> Flask:
    """A site of two councils, one with three activities."""
    return site(CONTENTS, ELSEWHERE, base_url="http://things.example.org")


@pytest.fixture
def visitor(small: Flask) -> FlaskClient:
    """A browser that has been nowhere on the small site."""
    return small.test_client()


def events_in(answer: TestResponse) -> list[Any]:
    """Return the events of a file, in its order."""
    assert answer.mimetype == "text/calendar", answer.text
    return list(vobject.readOne(answer.text).vevent_list)


def starts_of(event: Any) -> list[datetime | date]:
    """Return each time at which an event begins, or each day when it has no time."""
    rules = event.getrruleset(addRDate=True)
    starts = list(rules) if rules is not None else [event.dtstart.value]
    # The other library gives a time to a day that has none.
    has_time = isinstance(event.dtstart.value, datetime)
    return [each if has_time else date(each.year, each.month, each.day) for each in starts]


def test_the_file_of_a_list_has_every_time_of_everything_on_it(visitor: FlaskClient) -> None:
    add(visitor, "baking-bread", "cooking-together")
    visitor.post("/list/add", data={"from": "elsewhere", "activity": "cooking-together"})

    answer = visitor.get("/list/calendar.ics")

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="things-to-do.ics"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert [
        (each.summary.value, f"{starts_of(each)[0]:%a %H:%M}") for each in events_in(answer)
    ] == [
        ("Baking Bread", "Mon 10:00"),
        ("Baking Bread", "Thu 14:00"),
        ("Cooking Together", "Tue 10:00"),
        ("Cooking Together (example)", "Tue 10:00"),
    ]


def test_at_10_it_stays_10_and_holidays_are_left_out(visitor: FlaskClient) -> None:
    mondays, thursdays = events_in(visitor.get("/exampleshire/activities/baking-bread.ics"))

    begins = starts_of(mondays)
    every_monday = [date(2026, 11, 23) + timedelta(weeks=number) for number in range(52)]
    closed = {date(2027, 3, 29), date(2027, 5, 3), date(2027, 8, 30)}
    expected = [
        datetime.combine(day, time(10), LONDON) for day in every_monday if day not in closed
    ]
    assert [(f"{each:%Y-%m-%d %H:%M}", offset_of(each)) for each in begins] == [
        (f"{each:%Y-%m-%d %H:%M}", offset_of(each)) for each in expected
    ]
    assert {each.month for each in begins} >= {3, 4, 10, 11}
    assert [f"{each.day} {each:%b}" for each in starts_of(thursdays)] == [
        *("26 Nov", "3 Dec", "10 Dec", "17 Dec", "7 Jan", "14 Jan", "21 Jan", "28 Jan"),
        *("4 Feb", "11 Feb", "25 Feb", "4 Mar", "11 Mar", "18 Mar", "25 Mar"),
    ]
    assert thursdays.dtend.value - thursdays.dtstart.value == timedelta(hours=2.5)


def test_only_the_days_that_the_address_says_are_in_it(visitor: FlaskClient) -> None:
    add(visitor, "baking-bread", "cooking-together")

    answer = visitor.get("/list/calendar.ics?go=exampleshire:baking-bread:thu&go=broken")

    assert [f"{starts_of(each)[0]:%a}" for each in events_in(answer)] == ["Thu", "Tue"]


def test_whoever_has_a_link_gets_the_same_file_without_a_secret_in_it(
    small: Flask, visitor: FlaskClient
) -> None:
    add(visitor, "cooking-together")
    look, edit = secret_of(visitor, look=True), secret_of(visitor)
    other = small.test_client()

    texts = {
        client.get(path).text
        for client, path in (
            (visitor, "/list/calendar.ics"),
            (other, f"/list/{look}/calendar.ics"),
            (other, f"/list/{edit}/edit/calendar.ics"),
        )
    }

    assert len(texts) == 1
    (text,) = texts
    assert not any(secret in text.replace("\r\n ", "") for secret in (look, edit, "/list"))
    assert "URL:http://things.example.org/exampleshire/activities/cooking-together" in text.replace(
        "\r\n ", ""
    )


def test_the_file_of_one_activity_is_named_after_it(visitor: FlaskClient) -> None:
    answer = visitor.get("/exampleshire/activities/cooking-together.ics")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="cooking-together.ics"'
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert vobject.readOne(answer.text).contents["x-wr-calname"][0].value == "Cooking Together"
    assert visitor.get("/exampleshire/activities/unknown.ics").status_code == 404
    assert visitor.get("/unknown/activities/cooking-together.ics").status_code == 404


def test_a_file_says_of_what_it_has_no_dates(visitor: FlaskClient) -> None:
    add(visitor, "cooking-together", "picked")

    file = vobject.readOne(visitor.get("/list/calendar.ics").text)

    assert file.contents["x-wr-caldesc"][0].value.endswith(
        "These are not in it, as we know no dates for them: You pick."
    )


def test_an_activity_without_dates_has_a_page_that_says_why(visitor: FlaskClient) -> None:
    answer = visitor.get("/exampleshire/activities/picked.ics")

    assert main_text(answer).splitlines() == [
        "Back: You pick",
        "There are no dates for a calendar",
        "A calendar needs dates. Ask them for the dates.",
        "You pick",
        "We do not know the dates. You can ask them.",
        "01632 960 200, You pick",
        "green-door@example.org, You pick",
    ]
    assert [link.href for link in links(answer) if "You pick" in link.words] == [
        *("/exampleshire/activities/picked",) * 2,
        "tel:01632960200",
        "mailto:green-door@example.org",
    ]
    assert "noindex" in answer.text


def test_when_nobody_told_how_to_ask_them_the_page_says_so(site: SiteOf) -> None:
    provider = a_provider(contact=an_activity().contact)
    client = site(some_contents(PICKED, providers=(provider,))).test_client()

    lines = main_text(client.get("/exampleshire/activities/picked.ics")).splitlines()

    assert lines[-1] == "Not told us yet. Phone us, and we will find out."


def test_a_list_without_dates_has_the_same_page_with_a_way_back(
    small: Flask, visitor: FlaskClient
) -> None:
    add(visitor, "picked")
    going = "go=exampleshire:picked:"

    own = visitor.get(f"/list/calendar.ics?{going}")
    look = secret_of(visitor, look=True)
    shared = small.test_client().get(f"/list/{look}/calendar.ics")

    assert main_text(own).splitlines()[:2] == [
        "Back to my list",
        "There are no dates for a calendar",
    ]
    back = next(link for link in links(own) if link.words == "Back to my list")
    assert back.href.startswith("/list?")
    assert "exampleshire:picked:" in back.href
    assert main_text(shared).splitlines()[0] == "Back to the list"
    assert f"/list/{look}" in {link.href for link in links(shared)}


def test_a_list_with_nothing_on_it_has_no_calendar(visitor: FlaskClient) -> None:
    answer = visitor.get("/list/calendar.ics")

    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert main_text(answer).splitlines()[-1] == (
        "There is nothing on the list that you can go to."
    )


def test_who_goes_on_no_day_is_told_to_pick_some(visitor: FlaskClient) -> None:
    add(visitor, "cooking-together")

    answer = visitor.get("/list/calendar.ics?go=exampleshire:cooking-together:")

    assert (
        main_text(answer).splitlines()[-1]
        == "You picked no days to go. Go back, and pick some days."
    )


def test_the_page_is_in_the_language_of_the_person(pseudo_app: Flask) -> None:
    client = pseudo_app.test_client()

    answer = client.get("/kent/activities/photo-walk.ics?lang=ar")

    assert list(untranslated(answer.text)) == []


@pytest.mark.parametrize("text", ["a\r\nBEGIN:VALARM", "a\nX:1", "a\u2028X:1", "a\0b", "a\u202eb"])
def test_no_text_of_a_provider_begins_a_line_or_turns_it_round(site: SiteOf, text: str) -> None:
    activity = an_activity(name=text, summary=text, timing_note=text)
    client = site(some_contents(activity)).test_client()

    file = client.get("/exampleshire/activities/cooking-together.ics").text

    beginnings = {line.partition(":")[0] for line in file.split("\r\n")}
    assert not beginnings & {"X", "BEGIN:VALARM"}
    assert "VALARM" not in "".join(line for line in file.split("\r\n") if line[:6] == "BEGIN:")
    assert not set(file.replace("\r\n", "")) & set("\r\n\u2028\0\u202e")


@pytest.mark.parametrize("council", COUNCILS)
def test_every_example_activity_has_just_the_dates_that_it_is_held_on(
    app: Flask, council: str
) -> None:
    client = app.test_client()
    live = site_of(app).live
    generation = live.take()
    catalogue = generation.councils[council].catalogue
    read, expected = {}, {}

    for activity in catalogue.list_all_activities():
        answer = client.get(f"/{council}/activities/{activity.activity_id}.ics")
        held = expected_starts(activity, catalogue)
        if held:
            expected[activity.activity_id] = held
        if answer.mimetype == "text/calendar":
            assert max(len(line.encode()) for line in answer.text.split("\r\n")) <= 75
            read[activity.activity_id] = [
                [(f"{each:%Y-%m-%d %H:%M}", offset_of(each)) for each in starts_of(event)]
                for event in events_in(answer)
            ]
    live.give_back(generation)

    assert read == expected
    # Most have dates; those that nobody knows are there as well.
    assert 0.5 < len(expected) / catalogue.count_activities() < 1


def expected_starts(
    activity: Activity, catalogue: Catalogue
) -> list[list[tuple[str, timedelta | None]]]:
    """Return when each session of an activity begins, in words, and how far from universal time."""
    if not is_running(activity, catalogue):
        return []
    sessions = (
        [
            day if session.start is None else datetime.combine(day, session.start, LONDON)
            for day in dates_of(
                session, activity, calendar_of(catalogue), first=TODAY, last=TODAY + AHEAD
            )
        ]
        for session in activity.sessions
    )
    return [
        [(f"{each:%Y-%m-%d %H:%M}", offset_of(each)) for each in starts]
        for starts in sessions
        if starts
    ]


def offset_of(start: date | datetime) -> timedelta | None:
    return start.utcoffset() if isinstance(start, datetime) else None


def test_what_is_held_once_is_one_event_without_a_rule(site: SiteOf) -> None:
    party = a_session(Day.FRI, repeats=Repeats.ONCE, on_date=date(2026, 12, 18))
    client = site(some_contents(an_activity(sessions=(party,)))).test_client()

    (event,) = events_in(client.get("/exampleshire/activities/cooking-together.ics"))

    assert starts_of(event) == [event.dtstart.value]
    assert event.dtstart.value.isoformat() == "2026-12-18T10:00:00+00:00"
