from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity, AgeRange, Helpers, Terms, Transport
from finder.domain.provider import Award
from finder.domain.vocabulary import ActivityKind, Arrangement, Pay, PriceUnit, Repeats
from finder.web.presenters.details import make_details
from tests.builders import TODAY, a_council, a_price, a_provider, a_session, an_activity

pytestmark = pytest.mark.usefixtures("english_page")


def told(activity: Activity, **council: Any) -> dict[str, str]:
    details = make_details(activity, a_provider(), a_council(**council), today=TODAY)
    return {detail.term: detail.value for detail in details}


def test_a_support_plan_finds_all_it_needs() -> None:
    activity = an_activity(
        kind=ActivityKind.DAY_SERVICE,
        prices=(a_price(50, unit=PriceUnit.DAY, hours=5.5, payers=(Pay.COUNCIL,)), a_price(8)),
        transport=Transport(offered=True, cost_pence=400),
        helpers=Helpers(helpers=1, people=3),
        ages=AgeRange(youngest=18, oldest=25),
        groups=("older",),
        outcomes=("community",),
        terms=Terms(
            notice="Two weeks.",
            late_pick_up="We wait.",
            least_booking="One day.",
            if_closed="We ring you.",
        ),
    )

    details = make_details(activity, a_provider(), a_council(), today=TODAY)

    assert [(each.term, each.value, each.is_english) for each in details] == [
        ("Provider", "Example Green Door", True),
        ("Type", "Day centre", False),
        ("Arrangement", "On the council’s list (framework)", False),
        ("Part of the council’s list (lot)", "1a: Lot 1a, Everyday Life", True),
        ("On the list", "from 1 October 2022", False),
        ("Price", "£50 a day (5 hours 30 minutes): Council pays the provider; £8 each time", False),
        ("Transport", "Offered, on top of the price: £4 a day", False),
        ("Ways to pay", "Council pays the provider and Paying yourself", False),
        ("Hours a week", "2", False),
        ("Helpers", "1 helper for 3 people", False),
        ("Age", "18 to 25", False),
        ("Who it is for", "Older people", True),
        ("Outcomes", "Making use of the community", True),
        ("Notice to leave", "Two weeks.", True),
        ("Late pick-up", "We wait.", True),
        ("Least booking", "One day.", True),
        ("If it is closed", "We ring you.", True),
    ]


def test_what_is_not_told_is_empty() -> None:
    activity = an_activity(
        lots=(), arrangement=None, sessions=(), prices=(), pay=None, places=(), modes=None
    )

    assert told(activity) == {
        "Provider": "Example Green Door",
        "Type": "",
        "Arrangement": "",
        "Part of the council’s list (lot)": "None",
        "On the list": "",
        "Price": "",
        "Transport": "",
        "Ways to pay": "",
        "Hours a week": "",
        "Helpers": "",
        "Age": "",
        "Who it is for": "",
        "Outcomes": "",
        "Notice to leave": "",
        "Late pick-up": "",
        "Least booking": "",
        "If it is closed": "",
    }


def test_a_council_without_lots_has_no_line_about_them() -> None:
    awards = (
        Award(arrangement=Arrangement.BLOCK, starts=date(2023, 4, 1), ends=date(2027, 3, 31)),
    )
    details = make_details(
        an_activity(lots=(), arrangement=Arrangement.BLOCK),
        a_provider(awards=awards),
        a_council(lots=()),
        today=TODAY,
    )

    values = {detail.term: detail.value for detail in details}
    assert "Part of the council’s list (lot)" not in values
    assert values["Arrangement"] == "Block contract with the council"
    assert values["On the list"] == "from 1 April 2023, until 31 March 2027"


def test_a_lot_without_an_award_has_no_dates() -> None:
    assert told(an_activity(lots=("2", "1a")))["On the list"] == "from 1 October 2022"
    assert told(an_activity(lots=("2",)))["On the list"] == ""


def test_hidden_prices_are_asked_for() -> None:
    assert told(an_activity(), show_prices=False)["Price"] == "Ask them for the price"
    assert told(an_activity(prices=()), show_prices=False)["Price"] == ""


@pytest.mark.parametrize(
    ("hours", "said"),
    [(1.0, "£10 each time (1 hour)"), (0.5, "£10 each time (30 minutes)"), (None, "£10 each time")],
)
def test_a_price_says_how_long_its_unit_is(hours: float | None, said: str) -> None:
    assert told(an_activity(prices=(a_price(hours=hours),)))["Price"] == said


@pytest.mark.parametrize(
    ("transport", "said"),
    [
        (Transport(), ""),
        (Transport(offered=False), "Not offered"),
        (Transport(offered=True), "Offered, price not told"),
        (Transport(offered=True, included=True), "Offered, in the price"),
        (Transport(offered=True, cost_pence=0), "Offered, on top of the price: Free"),
    ],
)
def test_transport_is_a_line_of_its_own(transport: Transport, said: str) -> None:
    assert told(an_activity(transport=transport))["Transport"] == said


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        pytest.param((a_session(), a_session(start="14:00", end="16:30")), "4.5", id="two"),
        pytest.param((a_session(), a_session(end="")), "", id="one has no end"),
        pytest.param(
            (a_session(), a_session(repeats=Repeats.FORTNIGHTLY)), "", id="one is not weekly"
        ),
    ],
)
def test_the_hours_of_a_week(sessions: tuple[Any, ...], said: str) -> None:
    assert told(an_activity(sessions=sessions))["Hours a week"] == said


@pytest.mark.parametrize(
    ("ages", "said"),
    [(None, ""), (AgeRange(youngest=26), "26 and over"), (AgeRange(oldest=64), "18 to 64")],
)
def test_ages(ages: AgeRange | None, said: str) -> None:
    assert told(an_activity(ages=ages))["Age"] == said
