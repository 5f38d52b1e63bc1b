from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity, AgeRange, Availability, Helpers
from finder.domain.place import PlaceKind
from finder.domain.vocabulary import (
    Arrangement,
    Day,
    Mode,
    Pay,
    PriceUnit,
    Repeats,
    SpaceState,
    Support,
)
from finder.web.presenters.rows import (
    Row,
    RowMaker,
    ages_in_words,
    cost_lines,
    miles_in_short,
    place_lines,
    short_date,
    space_lines,
    support_lines,
    when_lines,
)
from finder.web.presenters.sentences import Sentence
from tests.builders import TODAY, a_council, a_place, a_price, a_session, an_activity
from tests.web.presenters.conftest import QuestionOf

pytestmark = pytest.mark.usefixtures("english_page")


def texts(lines: tuple[Sentence, ...]) -> list[str]:
    return [line.text for line in lines]


def row_of(question_of: QuestionOf, address: str, activity: Activity, **overrides: Any) -> Row:
    question = question_of(address, activity, **overrides)
    (hit,) = question.asked.answer.hits
    return RowMaker(question.catalogue, today=TODAY, about=False).make(hit)


def test_a_row_has_every_fact_in_few_words(question_of: QuestionOf) -> None:
    activity = an_activity(
        support=(Support.SMALL_GROUP,),
        availability=Availability(state=SpaceState.SPACES, said_on=date(2026, 11, 3)),
    )

    row = row_of(question_of, "near=ME14 1XQ", activity)

    assert row == Row(
        activity=activity,
        provider="Example Green Door",
        place=(Sentence("The Green Hall, Maidstone", is_english=True),),
        miles=(Sentence("Less than 1 mile"),),
        when=(Sentence("Tuesday, 10am to 12 noon"),),
        cost=(Sentence("£10 each time"),),
        pay=(Sentence("Council pays the provider and Paying yourself"),),
        support=(Sentence("A small group"),),
        space=(Sentence("There is a space"),),
        said_on=(Sentence("3 Nov 2026"),),
        lots=(Sentence("One to one, or small groups (1a)", is_english=True),),
        arrangement=(Sentence("On the council’s list (framework)"),),
        checked_on=(Sentence("3 Nov 2026"),),
        is_old=False,
        ask="",
    )


def test_what_nobody_told_has_no_line(question_of: QuestionOf) -> None:
    activity = an_activity(
        places=(),
        sessions=(),
        prices=(),
        pay=None,
        lots=(),
        arrangement=None,
        modes=None,
        checked_on=None,
    )

    row = row_of(question_of, "need=hoist&age=44", activity)

    assert row == Row(
        activity=activity,
        provider="Example Green Door",
        place=(),
        miles=(),
        when=(),
        cost=(),
        pay=(),
        support=(),
        space=(),
        said_on=(),
        lots=(),
        arrangement=(),
        checked_on=(),
        is_old=True,
        ask="Help and getting in, Age",
    )


def test_a_lot_that_the_council_no_longer_has_is_left_out(question_of: QuestionOf) -> None:
    assert row_of(question_of, "", an_activity(lots=("9", "2"))).lots == (
        Sentence("Learning new skills (2)", is_english=True),
    )


def test_an_arrangement_has_its_official_word(question_of: QuestionOf) -> None:
    row = row_of(question_of, "", an_activity(arrangement=Arrangement.BLOCK))

    assert texts(row.arrangement) == ["Block contract with the council"]


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        pytest.param({}, ["The Green Hall, Maidstone"], id="a hall"),
        pytest.param(
            {"places": (a_place(outside="Medway Council"),)},
            ["The Green Hall, Maidstone (Medway Council)"],
            id="over the border",
        ),
        pytest.param(
            {"places": (a_place(), a_place("b", town="Ashford")), "modes": (Mode.ONLINE,)},
            ["Maidstone, Ashford", "Online, at home"],
            id="two towns, and online",
        ),
        pytest.param(
            {"places": (a_place(kind=PlaceKind.HOME),), "modes": (Mode.AT_HOME,)},
            ["They come to your home"],
            id="at home",
        ),
        pytest.param(
            {"places": (), "modes": (Mode.AT_HOME,), "serves": ("south", "north")},
            ["They come to North and South."],
            id="at home in two areas",
        ),
        pytest.param({"places": (a_place(name="", town=""),)}, [], id="a place without a name"),
    ],
)
def test_where_it_is(changes: dict[str, Any], lines: list[str]) -> None:
    assert texts(place_lines(an_activity(**changes), a_council())) == lines


@pytest.mark.parametrize(
    ("miles", "about", "said"),
    [
        (0.2, False, "Less than 1 mile"),
        (1.4, False, "1 mile"),
        (12.6, False, "13 miles"),
        (0.2, True, "Very roughly 1 mile"),
        (7.0, True, "Very roughly 7 miles"),
    ],
)
def test_how_far_it_is(miles: float, about: bool, said: str) -> None:
    assert miles_in_short(miles, about=about) == said


def test_every_day_and_time_is_told() -> None:
    activity = an_activity(
        sessions=(
            a_session(Day.MON),
            a_session(Day.FRI, "13:00", "15:00"),
            a_session(Day.THU),
            a_session(Day.SAT, "", "", repeats=Repeats.FORTNIGHTLY),
            a_session(None, "18:00", ""),
            a_session(Day.TUE, on_date=date(2026, 12, 8)),
            a_session(Day.TUE, on_date=date(2026, 12, 1)),
        )
    )

    assert texts(when_lines(activity.sessions, activity.timing_note)) == [
        "Monday and Thursday, 10am to 12 noon",
        "Friday, 1pm to 3pm",
        "Saturday. It is every 2 weeks.",
        "You pick the day, Starts at 6pm",
        "1 December 2026 and 8 December 2026, 10am to 12 noon",
    ]


def test_the_provider_s_own_words_of_time_are_english() -> None:
    lines = when_lines((), "You choose a morning.")

    assert lines == (Sentence("You choose a morning.", is_english=True),)


def test_every_price_is_told_with_whom_it_is_for() -> None:
    prices = (
        a_price(45, unit=PriceUnit.DAY, hours=5.5, payers=(Pay.COUNCIL, Pay.DIRECT_PAYMENT)),
        a_price(50, payers=(Pay.SELF,), support=Support.ONE_TO_ONE),
        a_price(9, payers=(Pay.SELF, Pay.NHS)),
    )

    assert texts(cost_lines(prices, None, False)) == [
        "£45 a day (5 hours 30 minutes): With money from the council",
        "£50 each time (1 helper just for you): With your own money",
        "£9 each time: Paying yourself and NHS health budget",
    ]


@pytest.mark.parametrize(
    ("changes", "council", "lines"),
    [
        ({"prices": (), "pay": (Pay.FREE,)}, {}, ["Free"]),
        ({"prices": (), "pay": None}, {}, []),
        ({"prices": (), "pay": None}, {"show_prices": False}, []),
        ({"prices": (a_price(45),)}, {"show_prices": False}, ["Ask them for the price"]),
        ({"prices": (a_price(None),)}, {}, ["Ask them for the price"]),
        ({"prices": (a_price(1, valid_to=date(2020, 1, 1)), a_price(2))}, {}, ["£2 each time"]),
    ],
)
def test_a_cost_in_a_row(
    question_of: QuestionOf, changes: dict[str, Any], council: dict[str, Any], lines: list[str]
) -> None:
    row = row_of(question_of, "", an_activity(**changes), council=a_council(**council))

    assert texts(row.cost) == lines


def test_the_helpers_are_told_in_two_lines() -> None:
    kinds = (Support.SMALL_GROUP, Support.ONE_TO_ONE)

    assert texts(support_lines(kinds, Helpers(helpers=2, people=8))) == [
        "A small group and 1 helper just for you",
        "2 helpers for 8 people",
    ]


def test_a_wait_says_how_long_it_is() -> None:
    waiting = Availability(state=SpaceState.WAITING_LIST, said_on=TODAY, wait_weeks=6)

    assert texts(space_lines(waiting)) == [
        "You have to wait",
        "About 6 weeks.",
    ]


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        (None, ""),
        (AgeRange(youngest=18), "18 and over"),
        (AgeRange(youngest=18, oldest=25), "18 to 25"),
    ],
)
def test_ages(ages: AgeRange | None, said: str) -> None:
    assert ages_in_words(ages) == said


def test_a_date_is_short() -> None:
    assert short_date(date(2026, 11, 3)) == "3 Nov 2026"


def test_what_was_put_into_words_is_not_asked_again(question_of: QuestionOf) -> None:
    asked: list[str] = []

    def say(word: str) -> str:
        asked.append(word)
        return word.upper()

    maker = RowMaker(question_of("", an_activity()).catalogue, today=TODAY, about=False)

    assert [maker.once(say, word) for word in ("tea", "cake", "tea")] == ["TEA", "CAKE", "TEA"]
    assert asked == ["tea", "cake"]
