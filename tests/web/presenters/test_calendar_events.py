from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

import pytest

from finder.catalogue.contents import BankHoliday
from finder.documents.calendar import CalendarEvent
from finder.domain.activity import Activity
from finder.domain.council import DateRange
from finder.domain.place import Place, PlaceKind
from finder.domain.provider import Contact
from finder.domain.vocabulary import ActivityStatus, Day, Mode, ProviderStatus, Repeats
from finder.planning.attending import Going
from finder.planning.dates import Calendar
from finder.web.presenters.calendar_events import (
    AHEAD,
    LeftOut,
    calendar_of,
    describe,
    make_events,
    make_left_out,
    not_in_calendar,
    why_not,
)
from finder.web.presenters.listed import Listed
from tests.builders import (
    MAIDSTONE,
    TODAY,
    a_contact,
    a_council,
    a_place,
    a_price,
    a_provider,
    a_session,
    an_activity,
    an_online_place,
)
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

SITE = "https://things.example.org"
PAGE = f"{SITE}/exampleshire/activities/cooking-together"
TUESDAYS = tuple(date(2026, 11, 24) + timedelta(weeks=number) for number in range(52))
CHRISTMAS = (
    BankHoliday(day=date(2026, 12, 25), name="Christmas Day"),
    BankHoliday(day=date(2026, 12, 29), name="Boxing Day", instead_of=date(2026, 12, 26)),
)
PICKED = an_activity("picked", name="You pick", sessions=(a_session(None),))
NOTHING_TOLD = an_activity("nothing-told", sessions=())
OVER = an_activity("over", sessions=(a_session(last_date=date(2026, 11, 20)),))
PAUSED = an_activity("paused", status=ActivityStatus.PAUSED)


def listed_of(catalogue_of: CatalogueOf, *activities: Activity, **about: Any) -> list[Listed]:
    """Return activities of one council, in the order given."""
    catalogue = catalogue_of(*activities, **about)
    return [Listed(activity=activity, catalogue=catalogue) for activity in activities]


def events_of(every: Sequence[Listed], going: Going | None = None) -> list[CalendarEvent]:
    return make_events(every, going or {}, base_url=f"{SITE}/", today=TODAY)


def words_of(every: Sequence[Listed]) -> list[str]:
    """Return the lines of the description of the only event."""
    (event,) = events_of(every)
    return event.description.split("\n")


def test_an_event_says_what_when_where_with_whom_and_how_to_ask(catalogue_of: CatalogueOf) -> None:
    every = listed_of(catalogue_of, an_activity())

    (event,) = events_of(every)

    assert event == CalendarEvent(
        uid=event.uid,
        summary="Cooking Together (example)",
        dates=TUESDAYS,
        start=time(10),
        end=time(12),
        description="\n".join(
            (
                "You cook lunch, and you eat it together.",
                "With: Example Green Door",
                "Cost: £10 each time",
                "Phone: 01632 960 200",
                "Email: green-door@example.org",
                PAGE,
            )
        ),
        location="The Green Hall, 2 Example Street, Maidstone, ME14 1XQ",
        url=PAGE,
        point=MAIDSTONE,
    )


def test_the_dates_go_a_year_ahead_from_today(catalogue_of: CatalogueOf) -> None:
    saturdays = an_activity(sessions=(a_session(Day.SAT),))

    (event,) = events_of(listed_of(catalogue_of, saturdays))

    assert TODAY.weekday() == 5
    assert (event.dates[0], event.dates[-1]) == (TODAY, date(2027, 11, 20))
    assert date(2027, 11, 21) == TODAY + AHEAD


def test_each_session_is_an_event_with_a_name_that_stays(catalogue_of: CatalogueOf) -> None:
    first, second, other = a_session(Day.MON), a_session(Day.MON, "18:00"), a_session(Day.THU)

    def names(*sessions: Any, slug: str = "exampleshire") -> list[str]:
        activity = an_activity(sessions=sessions)
        every = listed_of(catalogue_of, activity, council=a_council(slug))
        return [event.uid for event in events_of(every)]

    before = names(first, second, other)
    assert len(set(before)) == 3
    assert names(other, first, second) == [before[2], *before[:2]]
    assert names(a_session(Day.MON, "09:00"), second, other) == before
    assert not set(names(first, second, other, slug="elsewhere")) & set(before)
    # A calendar that took in an older file knows it by this.
    assert before[0] == "20e74ed1-f826-5339-b73e-3b2568705f18"


def test_only_the_days_that_a_person_goes_are_in_it(catalogue_of: CatalogueOf) -> None:
    activity = an_activity(sessions=(a_session(Day.MON), a_session(Day.THU)))
    every = listed_of(catalogue_of, activity)
    key = ("exampleshire", "cooking-together")

    all_of_it, mondays = events_of(every), events_of(every, {key: frozenset({Day.MON})})

    assert mondays == all_of_it[:1]
    assert events_of(every, {key: frozenset()}) == []
    assert not_in_calendar(every, {key: frozenset()}, today=TODAY) == []


def test_terms_and_bank_holidays_are_those_of_the_council(catalogue_of: CatalogueOf) -> None:
    terms = (DateRange(first=date(2026, 11, 2), last=date(2026, 12, 18)),)
    catalogue = catalogue_of(council=a_council(terms=terms), bank_holidays=CHRISTMAS)

    assert calendar_of(catalogue) == Calendar(
        terms=terms,
        bank_holidays=frozenset({date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 29)}),
    )


def test_holidays_are_left_out_and_said(catalogue_of: CatalogueOf) -> None:
    terms = (DateRange(first=date(2026, 11, 2), last=date(2026, 12, 18)),)
    session = a_session(term_time=True, weeks_a_year=38, bank_holidays=False, note="Come early.")
    activity = an_activity(sessions=(session,), timing_note="We start with tea.")
    every = listed_of(catalogue_of, activity, council=a_council(terms=terms))

    (event,) = events_of(every)

    assert event.dates == TUESDAYS[:4]
    assert event.description.split("\n")[5:] == [
        "It stops in the school holidays.",
        "It is closed on bank holidays.",
        "It is open 38 weeks a year.",
        "We know the school holidays only until 18 December 2026.",
        "We start with tea.",
        "Come early.",
        PAGE,
    ]


def test_terms_that_are_known_for_the_whole_year_need_no_word(catalogue_of: CatalogueOf) -> None:
    terms = (DateRange(first=date(2026, 11, 2), last=TODAY + AHEAD),)
    activity = an_activity(sessions=(a_session(term_time=True),))

    words = words_of(listed_of(catalogue_of, activity, council=a_council(terms=terms)))

    assert words[5:] == ["It stops in the school holidays.", PAGE]


@pytest.mark.parametrize(
    ("session", "said"),
    [
        pytest.param(
            a_session(start="", end=""),
            ["They did not tell us the times.", "Ask them the time."],
            id="no time",
        ),
        pytest.param(a_session(end=""), ["They did not tell us when it ends."], id="no end"),
        pytest.param(
            a_session(weeks_a_year=46),
            ["It is open 46 weeks a year.", "Ask them when it is closed."],
            id="weeks, and not which",
        ),
        pytest.param(a_session(weeks_a_year=52), [], id="every week"),
        pytest.param(
            a_session(bank_holidays=True), ["It is open on bank holidays."], id="open on all days"
        ),
    ],
)
def test_what_nobody_told_is_said(catalogue_of: CatalogueOf, session: Any, said: list[str]) -> None:
    words = words_of(listed_of(catalogue_of, an_activity(sessions=(session,))))

    assert words[5:-1] == said


def test_a_bank_holiday_of_which_nobody_told_is_asked_about(catalogue_of: CatalogueOf) -> None:
    tuesdays, fridays = an_activity(), an_activity("b", sessions=(a_session(Day.THU),))

    tuesday, thursday = (
        event.description
        for event in events_of(listed_of(catalogue_of, tuesdays, fridays, bank_holidays=CHRISTMAS))
    )

    assert "Ask them if it is open on bank holidays." in tuesday
    assert "bank holidays" not in thursday


def test_sessions_of_which_nobody_knows_the_dates_are_spoken_of(catalogue_of: CatalogueOf) -> None:
    sessions = (a_session(), a_session(Day.SAT, repeats=Repeats.FORTNIGHTLY))
    every = listed_of(catalogue_of, an_activity(sessions=sessions))
    said = "They have other times too. We do not know the dates."

    assert words_of(every)[5:-1] == [said]
    # Who goes on Tuesdays only does not need to know.
    (event,) = events_of(every, {("exampleshire", "cooking-together"): frozenset({Day.TUE})})
    assert said not in event.description


@pytest.mark.parametrize(
    ("about", "said"),
    [
        pytest.param({"prices": ()}, "Cost: Not told us yet. You can ask them.", id="not told"),
        pytest.param({"prices": (a_price(0),)}, "Cost: Free", id="free"),
        pytest.param({"prices": (a_price(None),)}, "Cost: Ask them for the price", id="ask"),
        pytest.param(
            {"prices": (a_price(5), a_price(8.5))},
            "Cost: £5 each time; £8.50 each time",
            id="two prices",
        ),
    ],
)
def test_the_cost_is_said(catalogue_of: CatalogueOf, about: dict[str, Any], said: str) -> None:
    assert words_of(listed_of(catalogue_of, an_activity(pay=None, **about)))[2] == said


def test_a_council_may_not_show_prices(catalogue_of: CatalogueOf) -> None:
    every = listed_of(catalogue_of, an_activity(), council=a_council(show_prices=False))

    assert words_of(every)[2] == "Cost: Ask them for the price"


def test_every_way_to_ask_is_said(catalogue_of: CatalogueOf) -> None:
    contact = a_contact(text="07700 900 123", website="https://green-door.example.org")

    words = words_of(listed_of(catalogue_of, an_activity(contact=contact)))

    assert words[3:7] == [
        "Phone: 01632 960 200",
        "Text: 07700 900 123",
        "Email: green-door@example.org",
        "Website: https://green-door.example.org",
    ]


def test_a_website_may_be_the_only_way_to_ask(catalogue_of: CatalogueOf) -> None:
    contact = Contact(website="https://green-door.example.org")

    words = words_of(listed_of(catalogue_of, an_activity(contact=contact)))

    assert words[3:] == ["Website: https://green-door.example.org", PAGE]


def test_when_nobody_told_how_to_ask_them_the_council_is_asked(catalogue_of: CatalogueOf) -> None:
    every = listed_of(catalogue_of, an_activity(), providers=(a_provider(contact=Contact()),))

    assert words_of(every)[3:6] == [
        "Not told us yet. Phone us, and we will find out.",
        "Phone: 01632 960 101",
        "Email: green-door@example.org",
    ]


@pytest.mark.parametrize(
    ("about", "location", "has_point"),
    [
        pytest.param(
            {"places": (a_place(), a_place("b"))},
            "The Green Hall, 2 Example Street, Maidstone, ME14 1XQ",
            True,
            id="one of two places",
        ),
        pytest.param(
            {"places": (a_place("b", name="Maidstone"),)},
            "Maidstone, 2 Example Street, ME14 1XQ",
            True,
            id="the only place, which the session does not name",
        ),
        pytest.param(
            {"places": (an_online_place("hall"),), "sessions": (a_session(mode=Mode.ONLINE),)},
            "Online, at home",
            False,
            id="online",
        ),
        pytest.param(
            {
                "places": (a_place(kind=PlaceKind.HOME, name="Your home"),),
                "sessions": (a_session(mode=Mode.AT_HOME),),
            },
            "They come to your home",
            False,
            id="at home",
        ),
        pytest.param(
            {"places": (), "sessions": (a_session(mode=Mode.AT_HOME),)},
            "They come to your home",
            False,
            id="at home, with no place",
        ),
    ],
)
def test_an_event_says_where_it_is(
    catalogue_of: CatalogueOf, about: dict[str, Any], location: str, has_point: bool
) -> None:
    (event,) = events_of(listed_of(catalogue_of, an_activity(**about)))

    assert (event.location, event.point is not None) == (location, has_point)
    assert "Ask them where it is." not in event.description


@pytest.mark.parametrize("places", [(), (a_place("a"), a_place("b"))])
def test_a_place_of_which_nobody_told_is_asked_about(
    catalogue_of: CatalogueOf, places: tuple[Place, ...]
) -> None:
    (event,) = events_of(listed_of(catalogue_of, an_activity(places=places)))

    assert (event.location, event.point) == ("", None)
    assert event.description.split("\n")[5] == "Ask them where it is."


def test_what_has_no_dates_is_left_out_and_named(catalogue_of: CatalogueOf) -> None:
    every = listed_of(catalogue_of, an_activity(), PICKED, NOTHING_TOLD, OVER, PAUSED)

    left_out = not_in_calendar(every, today=TODAY)

    assert {event.summary for event in events_of(every)} == {"Cooking Together (example)"}
    assert left_out == every[1:]
    names = "You pick and Cooking Together (example)"
    assert describe(left_out[:2], today=TODAY).split("\n") == [
        "These dates were right on 21 November 2026.",
        "Dates can change. You can ask them.",
        f"These are not in it, as we know no dates for them: {names}.",
    ]
    assert describe([], today=TODAY).count("\n") == 1


def test_it_is_said_why_there_are_no_dates(catalogue_of: CatalogueOf) -> None:
    in_term = an_activity("in-term", sessions=(a_session(term_time=True),))
    every = listed_of(catalogue_of, PICKED, NOTHING_TOLD, OVER, PAUSED, in_term)

    unknown = "We do not know the dates. You can ask them."
    over = "We know of no dates in the next 12 months. You can ask them."
    assert [why_not(listed, today=TODAY) for listed in every] == [
        unknown,
        unknown,
        over,
        "This does not run now.",
        "We do not know the school holidays. You can ask them.",
    ]
    terms = (DateRange(first=date(2026, 9, 1), last=TODAY),)
    (known,) = listed_of(catalogue_of, in_term, council=a_council(terms=terms))
    assert why_not(known, today=TODAY) == over


def test_a_page_says_what_is_left_out_and_how_to_ask(catalogue_of: CatalogueOf) -> None:
    every = listed_of(catalogue_of, PICKED, an_activity())

    assert make_left_out(every, {}, today=TODAY) == [
        LeftOut(
            name="You pick",
            url="/exampleshire/activities/picked",
            why="We do not know the dates. You can ask them.",
            contact=a_contact(),
        )
    ]


def test_nobody_goes_to_what_a_provider_who_left_once_held(catalogue_of: CatalogueOf) -> None:
    every = listed_of(
        catalogue_of, an_activity(), providers=(a_provider(status=ProviderStatus.LEFT),)
    )

    assert (events_of(every), not_in_calendar(every, today=TODAY)) == ([], every)


@pytest.mark.usefixtures("arabic_page")
def test_the_words_are_those_of_the_page(catalogue_of: CatalogueOf) -> None:
    (event,) = events_of(listed_of(catalogue_of, an_activity()))

    lines = event.description.split("\n")
    assert lines[0] == "You cook lunch, and you eat it together."
    assert all(line.startswith("⟦") for line in lines[1:5])
    assert lines[5] == f"{PAGE}?lang=ar"
