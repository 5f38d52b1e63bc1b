from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Availability, Helpers
from finder.domain.vocabulary import (
    ActivityStatus,
    Arrangement,
    Day,
    Mode,
    Pay,
    PriceUnit,
    ProviderStatus,
    SpaceState,
    Support,
)
from finder.web.presenters.card import (
    Card,
    DayMark,
    Fact,
    cost_fact,
    day_marks,
    helpers_fact,
    is_running,
    make_card,
    miles_in_words,
    picture_of,
    space_fact,
    when_fact,
    where_fact,
)
from tests.builders import (
    TODAY,
    a_place,
    a_price,
    a_provider,
    a_session,
    an_activity,
)
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

NOT_TOLD: dict[str, Any] = {
    "sessions": (),
    "places": (),
    "prices": (),
    "pay": None,
    "modes": None,
    "support": None,
}


def test_a_card_says_the_five_things_in_their_order(catalogue_of: CatalogueOf) -> None:
    activity = an_activity(
        support=(Support.SMALL_GROUP,),
        helpers=Helpers(helpers=1, people=4),
        availability=Availability(state=SpaceState.SPACES, said_on=date(2026, 11, 3)),
    )

    card = make_card(
        activity, catalogue_of(activity), today=TODAY, url="/x", far="About 3 miles from you."
    )

    assert card == Card(
        activity_id="cooking-together",
        council="exampleshire",
        url="/x",
        name="Cooking Together (example)",
        provider="Example Green Door",
        picture="cooking",
        days=tuple(
            DayMark(name, name == "Tue")
            for name in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        ),
        facts=(
            Fact(picture="calendar", title="Tuesday", detail="10am to 12 noon"),
            Fact(
                picture="pin",
                title="The Green Hall, Maidstone",
                detail="About 3 miles from you.",
                title_is_english=True,
            ),
            Fact(
                picture="money",
                title="£10 each time",
                detail="The council can pay them for you. You can pay with your own money.",
            ),
            Fact(picture="small-group", title="1 helper for 4 people", detail="A small group."),
            Fact(
                picture="space",
                title="There is a space",
                detail="They told us on 3 November 2026.",
            ),
        ),
    )


def test_a_card_of_which_nothing_was_told_says_so_of_each_thing(catalogue_of: CatalogueOf) -> None:
    activity = an_activity(**NOT_TOLD)

    card = make_card(activity, catalogue_of(activity), today=TODAY, url="/x")

    assert card.days == ()
    assert [(fact.title, fact.is_told) for fact in card.facts] == [
        ("Days and times", False),
        ("Where it is", False),
        ("What it costs", False),
        ("Helpers", False),
        ("Is there a space?", False),
    ]


def test_an_old_entry_says_so(catalogue_of: CatalogueOf) -> None:
    activity = an_activity(checked_on=date(2025, 11, 20))

    card = make_card(
        activity, catalogue_of(activity), today=TODAY, url="/x", notes=["Ask."], on_list=True
    )

    assert card.on_list
    assert card.notes == (
        "Ask.",
        "Nobody has checked this for a long time. Ask them first.",
    )


def test_a_place_over_the_border_is_said_once(catalogue_of: CatalogueOf) -> None:
    places = (a_place(outside="Medway"), a_place("other", outside="Medway"), a_place("third"))
    activity = an_activity(places=places)

    card = make_card(activity, catalogue_of(activity), today=TODAY, url="/x")

    assert card.notes == ("This is in Medway. It is on the list of Exampleshire Council.",)


@pytest.mark.parametrize(
    ("status", "provider_status", "running"),
    [
        (ActivityStatus.ACTIVE, ProviderStatus.ACTIVE, True),
        (ActivityStatus.PAUSED, ProviderStatus.ACTIVE, False),
        (ActivityStatus.ENDED, ProviderStatus.ACTIVE, False),
        (ActivityStatus.ACTIVE, ProviderStatus.PAUSED, False),
        (ActivityStatus.ACTIVE, ProviderStatus.LEFT, False),
    ],
)
def test_what_runs_has_not_stopped_and_neither_has_its_provider(
    catalogue_of: CatalogueOf,
    status: ActivityStatus,
    provider_status: ProviderStatus,
    running: bool,
) -> None:
    activity = an_activity(status=status)
    catalogue = catalogue_of(activity, providers=(a_provider(status=provider_status),))

    assert is_running(activity, catalogue) is running


def test_the_picture_is_its_own_or_its_interest_s_or_of_everything(
    catalogue_of: CatalogueOf,
) -> None:
    catalogue = catalogue_of()

    assert picture_of(catalogue, an_activity(picture="cake")) == "cake"
    assert picture_of(catalogue, an_activity(interests=("nothing", "music"))) == "music"
    assert picture_of(catalogue, an_activity(interests=("nothing",))) == "everything"


def test_the_days_of_the_week_are_marked() -> None:
    activity = an_activity(sessions=(a_session(Day.MON), a_session(Day.SUN), a_session(None)))

    assert [mark.is_on for mark in day_marks(activity)] == [True, *[False] * 5, True]


@pytest.mark.parametrize(
    ("miles", "about", "said"),
    [
        (0.0, False, "Less than 1 mile from you."),
        (0.99, False, "Less than 1 mile from you."),
        (1.0, False, "About 1 mile from you."),
        (1.49, False, "About 1 mile from you."),
        (12.6, False, "About 13 miles from you."),
        (0.2, True, "Very roughly 1 mile from you."),
        (7.5, True, "Very roughly 8 miles from you."),
    ],
)
def test_a_distance_in_words(miles: float, about: bool, said: str) -> None:
    assert miles_in_words(miles, about=about) == said


def test_when_there_are_no_sessions_the_provider_s_words_about_times_do() -> None:
    activity = an_activity(sessions=(), timing_note="Every day in summer.")

    assert when_fact(activity) == Fact(
        picture="calendar", title="Every day in summer.", title_is_english=True
    )


@pytest.mark.parametrize(
    ("overrides", "fact"),
    [
        pytest.param(
            {"modes": (Mode.AT_HOME,), "places": ()},
            Fact(picture="home", title="In your own home"),
            id="at home",
        ),
        pytest.param(
            {"modes": (Mode.ONLINE,), "places": ()},
            Fact(
                picture="video-call",
                title="At home, online",
                detail="You join with a phone or a computer.",
            ),
            id="online",
        ),
        pytest.param(
            {"modes": (Mode.IN_PERSON, Mode.ONLINE, Mode.AT_HOME)},
            Fact(
                picture="pin",
                title="The Green Hall, Maidstone",
                detail="About 2 miles from you. Or online. Or in your own home.",
                title_is_english=True,
            ),
            id="every way",
        ),
        pytest.param(
            {"places": (a_place(), a_place("b", town="Ashford"), a_place("c", town=""))},
            Fact(
                picture="pin",
                title="Maidstone, Ashford, The Green Hall",
                detail="About 2 miles from you.",
                title_is_english=True,
            ),
            id="several places",
        ),
        pytest.param(
            {"places": (a_place(name="", town=""),)},
            Fact(picture="pin", title="Where it is", is_told=False),
            id="a place without a name",
        ),
    ],
)
def test_where_it_is(overrides: dict[str, Any], fact: Fact) -> None:
    assert where_fact(an_activity(**overrides), miles=2.0, about=False) == fact


@pytest.mark.parametrize(
    ("overrides", "title", "detail"),
    [
        pytest.param({"prices": (), "pay": (Pay.FREE,)}, "Free", "", id="free"),
        pytest.param({"prices": (a_price(0),), "pay": None}, "Free", "", id="a price of nothing"),
        pytest.param(
            {"prices": (a_price(None),), "pay": (Pay.SELF,)},
            "Ask them for the price",
            "You can pay with your own money.",
            id="ask",
        ),
        pytest.param(
            {"arrangement": Arrangement.NONE, "pay": (Pay.COUNCIL, Pay.SELF)},
            "£10 each time",
            "You can pay with your own money.",
            id="not on the council's list",
        ),
        pytest.param(
            {"arrangement": Arrangement.BLOCK, "pay": (Pay.COUNCIL,)},
            "£10 each time",
            "The council can pay them for you.",
            id="a block contract",
        ),
        pytest.param(
            {"pay": (Pay.COUNCIL, Pay.DIRECT_PAYMENT, Pay.SELF)},
            "£10 each time",
            "The council can pay them for you. The council can give you money to pay.",
            id="two ways at the most",
        ),
        pytest.param(
            {"prices": (a_price(50, unit=PriceUnit.DAY), a_price(5)), "pay": None},
            "£50 a day",
            "There are other prices too.",
            id="several prices",
        ),
    ],
)
def test_what_it_costs(overrides: dict[str, Any], title: str, detail: str) -> None:
    fact = cost_fact(an_activity(**overrides), today=TODAY, show_prices=True)

    assert fact == Fact(picture="money", title=title, detail=detail)


def test_a_council_can_hide_prices_but_not_that_it_is_free() -> None:
    free = an_activity(prices=(a_price(0),), pay=None)
    untold = an_activity(prices=(), pay=None)

    def shown(activity: Any) -> tuple[str, bool]:
        fact = cost_fact(activity, today=TODAY, show_prices=False)
        return fact.title, fact.is_told

    assert shown(an_activity()) == ("Ask them for the price", True)
    assert shown(free) == ("Free", True)
    assert shown(untold) == ("What it costs", False)


@pytest.mark.parametrize(
    ("overrides", "fact"),
    [
        pytest.param(
            {"support": (Support.ONE_TO_ONE,), "helpers": Helpers(helpers=1, people=1)},
            Fact(picture="one-to-one", title="1 helper just for you"),
            id="one to one",
        ),
        pytest.param(
            {"helpers": Helpers(helpers=2)}, Fact(picture="helper", title="2 helpers"), id="helpers"
        ),
        pytest.param(
            {"helpers": Helpers(helpers=2, people=1)},
            Fact(picture="helper", title="2 helpers for 1 person"),
            id="two for one",
        ),
        pytest.param(
            {"support": (Support.LARGE_GROUP,), "helpers": Helpers(group_size=30)},
            Fact(picture="day-centre", title="A group of 30 people", detail="A big group."),
            id="a big group",
        ),
        pytest.param(
            {"support": (Support.SMALL_GROUP, Support.ONE_TO_ONE)},
            Fact(picture="small-group", title="A small group. 1 helper just for you"),
            id="either",
        ),
    ],
)
def test_who_helps(overrides: dict[str, Any], fact: Fact) -> None:
    assert helpers_fact(an_activity(**overrides)) == fact


@pytest.mark.parametrize(
    ("state", "weeks", "fact"),
    [
        (SpaceState.SPACES, None, Fact(picture="space", title="There is a space", detail="")),
        (SpaceState.FULL, None, Fact(picture="wait", title="It is full now", detail="")),
        (
            SpaceState.WAITING_LIST,
            1,
            Fact(picture="wait", title="You have to wait", detail="About 1 week. "),
        ),
        (
            SpaceState.WAITING_LIST,
            6,
            Fact(picture="wait", title="You have to wait", detail="About 6 weeks. "),
        ),
    ],
)
def test_whether_there_is_a_space(state: SpaceState, weeks: int | None, fact: Fact) -> None:
    told = Availability(state=state, said_on=date(2026, 11, 3), wait_weeks=weeks)

    assert space_fact(told) == replace(
        fact, detail=f"{fact.detail}They told us on 3 November 2026."
    )
