from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient
from html5lib import parse
from werkzeug.test import TestResponse

from finder.domain.activity import Activity, Availability, Helpers, Terms, Transport
from finder.domain.council import HelpContact
from finder.domain.vocabulary import ActivityKind, Day, Need, Repeats, SpaceState
from finder.web.presenters.break_offers import MOST_LOOKED_AT
from tests.builders import (
    ASHFORD,
    a_contact,
    a_council,
    a_place,
    a_price,
    a_session,
    an_activity,
    some_contents,
)
from tests.page import links, main_text
from tests.web.conftest import SiteOf

BREAK = "/exampleshire/break"
TUESDAY = "free=tue:1000-1500"


def an_offer(activity_id: str, *days: Day, **changes: Any) -> Activity:
    """Return an activity from 10am to 3pm about which a carer is told everything."""
    activity = an_activity(
        activity_id,
        name=activity_id.replace("-", " ").title(),
        sessions=tuple(a_session(day, "10:00", "15:00") for day in days),
        transport=Transport(offered=True, included=True),
        helpers=Helpers(carer_can_leave=True),
        availability=Availability(state=SpaceState.SPACES, said_on=date(2026, 11, 3)),
        terms=Terms(late_pick_up="They wait with you."),
    )
    return replace(activity, **changes)


TUESDAYS = an_offer("tuesday-club", Day.TUE, Day.WED)
THURSDAYS = an_offer("thursday-club", Day.THU, prices=(a_price(20),))
STAY = an_offer(
    "weekend-away",
    kind=ActivityKind.SHORT_BREAK,
    sessions=(a_session(Day.FRI, "16:00", ""),),
    summary="A short break by the sea.",
)


@pytest.fixture
def client(site: SiteOf) -> FlaskClient:
    """A site of two councils; one has things for a break."""
    carers = HelpContact(
        slug="carers",
        label="Help for carers",
        text="You can ask for a carer's assessment.",
        contact=a_contact(phone="01632 960 103"),
    )
    contents = some_contents(TUESDAYS, THURSDAYS, STAY, council=a_council(contacts=(carers,)))
    return site(contents, some_contents(council=a_council("elsewhere"))).test_client()


def form_of(answer: TestResponse) -> list[tuple[str, str]]:
    """Return what the first form of a page would send if nothing on it is touched."""
    form = _form(answer)
    fields = [field for field in form.iter("input") if field.get("name")]
    return [
        (field.get("name", ""), field.get("value", ""))
        for field in fields
        if field.get("type") not in ("radio", "checkbox") or "checked" in field.attrib
    ]


def action_of(answer: TestResponse) -> str:
    return str(_form(answer).get("action"))


def _form(answer: TestResponse) -> Element:
    """Return the first form of the main part of a page."""
    page: Element = parse(answer.text, namespaceHTMLElements=False)
    return next(form for main in page.iter("main") for form in main.iter("form"))


def send(client: FlaskClient, answer: TestResponse, *given: tuple[str, str]) -> TestResponse:
    """Send the form of a page with a few answers, and follow to the next page."""
    names = {name for name, _ in given}
    untouched = [pair for pair in form_of(answer) if pair[1] or pair[0] not in names]
    fields = [*untouched, *given]
    return client.get(action_of(answer), query_string=fields, follow_redirects=True)


def heading(answer: TestResponse) -> str:
    root = parse(answer.text, namespaceHTMLElements=False)
    return "".join(next(root.iter("h1")).itertext())


def ways(answer: TestResponse) -> list[str]:
    return [line for line in main_text(answer).splitlines() if line.startswith("Way ")]


def hrefs(answer: TestResponse, words: str) -> list[str]:
    return [link.href for link in links(answer) if link.words == words]


def test_a_whole_journey_by_the_forms_alone(client: FlaskClient) -> None:
    days = client.get(BREAK)
    times = send(client, days, ("day", "tue"), ("day", "thu"))
    place = send(client, times, ("free", "thu:1200-1700"), ("from-tue", "10"), ("to-tue", "3pm"))
    travel = send(client, place, ("near", "Maidstone"))
    helping = send(client, travel)
    found = send(client, helping)

    assert [heading(each) for each in (days, times, place, travel, helping, found)] == [
        "Which days do you want to be free?",
        "What times do you want to be free?",
        "Where do they live?",
        "How do they get there?",
        "What help do they need?",
        "Ways to have a break",
    ]
    assert found.request.full_path == (
        f"{BREAK}?free=tue:1000-1500&free=thu:1200-1700&near=Maidstone"
    )
    assert ways(found) == ["Way 1: a break of 8 hours 15 minutes a week"]


def test_the_first_page_says_what_it_is_for(client: FlaskClient) -> None:
    assert main_text(client.get(BREAK)).splitlines() == [
        "Back to home",
        "Plan a break, question 1 of 5",
        "Which days do you want to be free?",
        "Do you look after someone? Here you can plan time for yourself.",
        "“They” means the person you look after.",
        "Pick one or more.",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Next",
    ]


def test_without_a_day_the_question_comes_back(client: FlaskClient) -> None:
    answer = send(client, client.get(BREAK))

    assert "Pick one day or more." in main_text(answer)
    assert heading(answer) == "Which days do you want to be free?"


def test_days_that_are_picked_already_are_ticked_and_keep_their_times(client: FlaskClient) -> None:
    days = client.get(f"{BREAK}/days?{TUESDAY}&free=thu:1200-1700&near=Ashford")
    fields = [pair for pair in form_of(days) if pair != ("day", "tue")]

    times = client.get(action_of(days), query_string=fields, follow_redirects=True)

    assert ("day", "tue") in form_of(days)
    assert times.request.full_path == (f"{BREAK}/times?near=Ashford&free=thu:1200-1700&day=thu")
    assert ("free", "thu:1200-1700") in form_of(times)


def test_times_need_a_day(client: FlaskClient) -> None:
    assert heading(client.get(f"{BREAK}/times")) == "Which days do you want to be free?"


def test_a_day_without_a_time_is_asked_about_again(client: FlaskClient) -> None:
    times = client.get(f"{BREAK}/times?day=tue&day=thu&day=fri")

    answer = send(client, times, ("free", "thu:1200-1700"), ("from-fri", "3pm"), ("to-fri", "soon"))

    assert heading(answer) == "What times do you want to be free?"
    assert "Pick a time for Tuesday." in main_text(answer)
    assert "Friday: Write both times, for example 10am and 2.30pm." in main_text(answer)
    assert ("from-fri", "3pm") in form_of(answer)
    assert ("free", "thu:1200-1700") in form_of(answer)


def test_exact_times_come_back_in_their_boxes_and_none_is_lost(client: FlaskClient) -> None:
    answer = client.get(f"{BREAK}/times?{TUESDAY}&free=tue:1600-1730")

    assert [pair for pair in form_of(answer) if "tue" in pair[1] or "tue" in pair[0]] == [
        ("day", "tue"),
        ("free", "tue:1600-1730"),
        ("from-tue", "10:00"),
        ("to-tue", "15:00"),
    ]


@pytest.mark.parametrize("step", ["days", "times", "place", "travel", "help"])
def test_no_question_loses_an_answer_from_another(client: FlaskClient, step: str) -> None:
    given = [
        ("q", "tea"),
        ("interest", "walking"),
        ("near", "Ashford"),
        ("miles", "10"),
        ("need", "hoist"),
        ("support", "small-group"),
        ("age", "44"),
        ("free", "tue:1000-1500"),
        ("travel", "without-me"),
        ("most", "2"),
    ]

    answer = client.get(f"{BREAK}/{step}", query_string=given)

    fields = {pair for pair in form_of(answer) if pair[1]}
    if step == "times":
        fields.add(("free", "tue:1000-1500"))
    assert set(given) <= fields


def test_a_question_can_be_the_last_one_or_be_skipped(client: FlaskClient) -> None:
    answer = client.get(f"{BREAK}/place?{TUESDAY}&near=Nowhereatall")

    assert hrefs(answer, "Skip this question") == [
        f"{BREAK}/travel?near=Nowhereatall&free=tue:1000-1500"
    ]
    assert f'formaction="{BREAK}"' in answer.text
    assert "We do not know the place “Nowhereatall”." in main_text(answer)


def test_every_step_shows_what_was_said_before(client: FlaskClient) -> None:
    lines = main_text(client.get(f"{BREAK}/help?{TUESDAY}&travel=without-me")).splitlines()

    assert [line for line in lines if line.endswith("Change")] == [
        "You want to be free Tuesday, 10am to 3pm Change",
        "Where they live Not told Change",
        "Getting there They go without me Change",
    ]


def test_a_way_says_when_who_takes_them_what_it_costs_and_what_if_late(client: FlaskClient) -> None:
    text = main_text(client.get(f"{BREAK}?{TUESDAY}&near=Maidstone"))

    way = text[text.index("Way 1") : text.index("A longer break")]
    assert way.splitlines() == [
        "Way 1: a break of 5 hours a week",
        "That is all the time that you asked for.",
        "What it costs: £10 a week",
        "Tuesday, 10am to 3pm",
        "You are free from 10am to 3pm.",
        "Tuesday Club 10am to 3pm",
        "Getting there, cost and space, way 1: Tuesday Club",
        "Tuesday, 10am to 3pm",
        "Tuesday Club They leave home at about 9.45am. They come home at about 3.15pm.",
        "Tuesday Club in way 1",
        "With Example Green Door. Less than 1 mile from you.",
        (
            "Who takes them? They can be picked up and brought back. It is in the price. "
            "It is about 15 minutes each way."
        ),
        "Can you go away? Yes. You can have a break.",
        "What does it cost? £10 a week.",
        "What if you are late? They wait with you.",
        "Is there a space? There is a space. They told us on 3 November 2026.",
        "What if you want to stop? What if it is closed? Not told us yet. You can ask them.",
        "Put this on my list, way 1: Tuesday Club",
    ]


def test_what_is_true_of_every_way_is_said_once(client: FlaskClient) -> None:
    address = f"{BREAK}?{TUESDAY}&free=thu:1000-1500&free=sun:1000-1200"
    near = main_text(client.get(f"{address}&near=Maidstone"))
    anywhere = main_text(client.get(address))

    assert near.count("You asked for 12 hours.") == 1
    assert near.count("You are free while they travel without you.") == 1
    assert anywhere.count("So we did not count the journey.") == 1
    for said in ("each way", "while they travel", "We did not count it."):
        assert said not in anywhere


def folded(answer: TestResponse) -> dict[str, tuple[bool, str]]:
    """Return whether each part that can be folded is open, and its words, by what it is called."""
    page = parse(answer.text, namespaceHTMLElements=False)
    parts = {}
    for details in page.iter("details"):
        name, *rest = (" ".join("".join(each.itertext()).split()) for each in details)
        parts[name] = ("open" in details.attrib, " ".join(rest))
    return parts


def test_each_way_folds_away_what_a_carer_does_not_decide_by(client: FlaskClient) -> None:
    answer = client.get(f"{BREAK}?{TUESDAY}&free=thu:1200-1700&near=Maidstone")

    parts = folded(answer)

    assert list(parts) == [
        "Getting there, cost and space, way 1: Tuesday Club, Thursday Club",
        "Show 1 of them: A longer break",
        "More choices",
    ]
    is_open, words = parts["Getting there, cost and space, way 1: Tuesday Club, Thursday Club"]
    assert not is_open
    for said in (
        *("They come home at about 3.15pm.", "You are not free from 3.15pm to 5pm."),
        *("With Example Green Door.", "They wait with you."),
    ):
        assert answer.text.count(said) == words.count(said) > 0
    for said in ("Way 1", "What it costs", "You are free from 12 noon to 3.15pm.", "Put these on"):
        assert said not in words


def test_what_the_carer_has_to_do_is_not_folded_away(site: SiteOf) -> None:
    drive = an_offer(
        "drive",
        sessions=(a_session(Day.TUE, "09:00", "16:00"),),
        transport=Transport(offered=False),
    )
    answer = site(some_contents(drive)).test_client().get(f"{BREAK}?{TUESDAY}&near=Maidstone")

    ((_, words),) = (part for name, part in folded(answer).items() if "way 1" in name)
    text = main_text(answer)
    assert "To take them, you leave at about 8" in text
    assert "To take them" not in words
    assert text.count("If you take them, the journey comes off your time.") == 1


def test_a_time_that_a_way_leaves_open_whole_is_not_folded_away(client: FlaskClient) -> None:
    answer = client.get(f"{BREAK}?{TUESDAY}&free=sun:1000-1200&near=Maidstone")

    assert "Sunday, 10am to 12 noon\nYou are not free from 10am to 12 noon." in main_text(answer)


def test_what_is_broken_in_the_address_is_ignored_and_said(client: FlaskClient) -> None:
    answer = client.get(f"{BREAK}?{TUESDAY}&free=soon&travel=by-air&most=9&colour=red&near=ZZ1+1ZZ")

    text = main_text(answer)
    assert (
        "We left out a part of the address that we do not know: colour, free, travel, most." in text
    )
    assert "We do not know the postcode ZZ1 1ZZ. Check it." in text
    assert "We do not know where they live. So we did not count the journey. Say where" in text
    assert "free" in main_text(client.get(f"{BREAK}?free=soon"))


def test_a_place_that_was_misspelt_is_said(app: Flask) -> None:
    text = main_text(app.test_client().get(f"/kent/break?{TUESDAY}&near=canterbrury"))

    assert "We looked near Canterbury. You wrote “canterbrury”." in text


def test_a_time_can_be_taken_away_or_changed(client: FlaskClient) -> None:
    answer = client.get(f"{BREAK}?{TUESDAY}&free=thu:1000-1500&near=Maidstone&need=quiet&miles=10")

    assert hrefs(answer, "Take away: Tuesday, 10am to 3pm") == [
        f"{BREAK}?near=Maidstone&miles=10&need=quiet&free=thu:1000-1500"
    ]
    assert hrefs(answer, "Take away: Maidstone") == [
        f"{BREAK}?need=quiet&free=tue:1000-1500&free=thu:1000-1500"
    ]
    assert hrefs(answer, "Take away: A quiet room") == [
        f"{BREAK}?near=Maidstone&miles=10&free=tue:1000-1500&free=thu:1000-1500"
    ]
    assert hrefs(answer, "How far Up to 10 miles Change") == ["#choices"]


def test_the_more_choices_keep_the_times(client: FlaskClient) -> None:
    answer = client.get(f"{BREAK}?{TUESDAY}&travel=without-me&pay=self&age=44")
    forms = parse(answer.text, namespaceHTMLElements=False).iter("form")
    (form,) = [form for form in forms if form.get("id") == "choices"]
    hidden = [
        (field.get("name"), field.get("value"))
        for field in form.iter("input")
        if field.get("type") == "hidden"
    ]

    assert hidden == [
        ("free", "tue:1000-1500"),
        ("travel", "without-me"),
        ("pay", "self"),
    ]


def test_what_did_not_tell_comes_apart_and_only_when_it_covers_more(site: SiteOf) -> None:
    told = an_offer("told", sessions=(a_session(Day.TUE, "10:00", "12:00"),))
    told = replace(told, needs={Need.QUIET: True})
    client = site(some_contents(told, an_offer("may", Day.TUE))).test_client()

    text = main_text(client.get(f"{BREAK}?{TUESDAY}&need=quiet&near=Maidstone"))

    assert text.index("Way 1: a break of 2 hours 15 minutes") < text.index(
        "These give you more time. Ask them first."
    )
    assert text.index("These give you more time.") < text.index("Way 2: a break of 5 hours a week")
    assert "They did not tell us about all the help that you need." in text


def test_nothing_is_dropped_silently(site: SiteOf) -> None:
    held = (a_session(Day.TUE, "10:00", ""),)
    activities = [
        *[an_offer(f"no-times-{n}", sessions=held) for n in range(6)],
        an_offer("monthly", sessions=(a_session(Day.TUE, repeats=Repeats.MONTHLY),)),
        an_offer(
            "full-up",
            Day.TUE,
            availability=Availability(state=SpaceState.FULL, said_on=date(2026, 11, 3)),
        ),
        an_offer("together", Day.TUE, helpers=Helpers(carer_can_leave=False)),
        an_offer("far-off", Day.TUE, places=(a_place(point=ASHFORD),)),
        an_offer("family", kind=ActivityKind.SHARED_LIVES, sessions=(a_session(None, "", ""),)),
    ]
    client = site(some_contents(*activities)).test_client()

    text = main_text(client.get(f"{BREAK}?{TUESDAY}&near=Maidstone"))

    assert "We found nothing at these times. But there are other ways." in text
    assert [
        line for line in text.splitlines() if line.startswith(("These", "You need", "A longer"))
    ] == [
        "These may fit. Ask them.",
        "These are full now",
        "You need to stay at these",
        "These are far away",
        "A longer break",
    ]
    assert "Show 2 of them: These may fit. Ask them." in text
    assert "Show 1 of them: A longer break" not in text
    assert text.count("They did not tell us all the times.") == 6
    assert text.count("It is not every week.") == 1
    assert text.count("Family") == 1


def test_of_very_many_the_first_are_shown_and_the_rest_are_counted(site: SiteOf) -> None:
    held = (a_session(Day.TUE, "10:00", ""),)
    activities = [an_offer(f"no-times-{n:02}", sessions=held) for n in range(22)]

    text = main_text(site(some_contents(*activities)).test_client().get(f"{BREAK}?{TUESDAY}"))

    assert "Show 15 of them: These may fit. Ask them." in text
    assert "There are 2 more." in text


def test_where_nothing_is_found_there_are_ways_on_that_find_something(client: FlaskClient) -> None:
    answer = client.get(
        f"{BREAK}?free=tue:1600-1700&near=Maidstone&need=hoist&interest=swimming&miles=2"
    )

    text = main_text(answer)
    offered = text[text.index("Try one of these") : text.index("A longer break")].splitlines()
    assert offered == [
        "Try one of these",
        "Anything on these days",
        "1 way",
        "Other days",
        "Pick the days again",
        "All the things on these days",
        "At any time of the day",
    ]
    (way,) = [link.href for link in links(answer) if link.words.startswith("Anything on")]
    assert ways(client.get(way)) == ["Way 1: a break of 5 hours 30 minutes a week"]
    (things,) = [link.href for link in links(answer) if link.words.startswith("All the things")]
    assert things == (
        "/exampleshire/find?interest=swimming&near=Maidstone&miles=2&day=tue&need=hoist"
    )
    assert "01632 960 103" in text


def test_a_time_that_nothing_covers_is_named(client: FlaskClient) -> None:
    text = main_text(client.get(f"{BREAK}?{TUESDAY}&free=sun:1000-1200"))

    assert "We found nothing for this time: Sunday, 10am to 12 noon." in text


def test_a_council_without_a_contact_for_carers_still_says_whom_to_ask(site: SiteOf) -> None:
    text = main_text(site(some_contents()).test_client().get(f"{BREAK}?{TUESDAY}"))

    assert "Ask for a carer’s assessment." in text
    assert "01632 960 101" in text


def test_of_a_very_long_list_it_says_that_not_all_was_looked_at(site: SiteOf) -> None:
    many = [an_offer(f"club-{n:03}", Day.TUE) for n in range(MOST_LOOKED_AT + 1)]
    client = site(some_contents(*many)).test_client()

    anywhere = main_text(client.get(f"{BREAK}?{TUESDAY}"))
    near = main_text(client.get(f"{BREAK}?{TUESDAY}&near=Maidstone"))

    assert "There are very many. We looked at 600 of them." in anywhere
    assert "There are very many. We looked at the 600 nearest." in near


def keep(client: FlaskClient, *fields: tuple[str, str]) -> TestResponse:
    return client.post(f"{BREAK}/keep", data=_many(fields))


def _many(fields: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    form: dict[str, list[str]] = {}
    for name, value in fields:
        form.setdefault(name, []).append(value)
    return form


def test_a_whole_way_goes_on_the_list_with_its_days(client: FlaskClient) -> None:
    page = client.get(f"{BREAK}?{TUESDAY}&free=thu:1000-1500&near=Maidstone")
    fields = form_of(page)

    answer = client.post(action_of(page), data=_many(fields))

    assert sorted(fields) == [
        ("activity", "thursday-club"),
        ("activity", "tuesday-club"),
        ("go", "exampleshire:tuesday-club:tue"),
    ]
    assert answer.status_code == 303
    assert answer.location == "/list?council=exampleshire&go=exampleshire:tuesday-club:tue"
    listed = main_text(client.get(answer.location))
    assert "Tuesday Club" in listed
    assert "Thursday Club" in listed
    again = main_text(client.get(f"{BREAK}?{TUESDAY}&free=thu:1000-1500&near=Maidstone"))
    assert "These are on my list, way 1" in again


def test_when_the_list_is_full_it_says_so_and_has_what_it_can_hold(site: SiteOf) -> None:
    client = site(some_contents(TUESDAYS, THURSDAYS), list_most=1).test_client()

    answer = keep(client, ("activity", "tuesday-club"), ("activity", "thursday-club"))

    assert answer.location == "/list?council=exampleshire&full=1"
    assert "The list is full." in main_text(client.get(answer.location))


def test_a_set_joins_the_list_that_is_there(client: FlaskClient) -> None:
    keep(client, ("activity", "tuesday-club"))
    keep(client, ("activity", "thursday-club"), ("activity", "nothing-of-this-name"))

    listed = main_text(client.get("/list"))

    assert "There are 2 things on it." in listed


def test_a_form_without_anything_that_is_known_is_not_found(client: FlaskClient) -> None:
    assert keep(client, ("activity", "nothing-of-this-name")).status_code == 404
    assert client.get(f"{BREAK}/keep").status_code == 405
    assert client.get("/nowhere/break").status_code == 404
