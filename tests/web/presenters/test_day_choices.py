from datetime import date

import pytest

from finder.domain.vocabulary import Day
from finder.planning.attending import Going
from finder.web.presenters.day_choices import DayChoice, DayTick, make_day_choices
from tests.builders import TODAY, a_session
from tests.planning.week_slots import attended

pytestmark = pytest.mark.usefixtures("english_page")

KEY = ("exampleshire", "cooking")
MONDAY, THURSDAY = a_session(Day.MON), a_session(Day.THU, "13:00", "")
COOKING = attended("cooking", THURSDAY, MONDAY)


def test_a_thing_on_several_days_asks_for_each_of_them() -> None:
    assert make_day_choices([COOKING], {}, today=TODAY) == (
        DayChoice(
            value="exampleshire:cooking:",
            name="Cooking",
            ticks=(
                DayTick(
                    value="exampleshire:cooking:mon",
                    label="Monday",
                    times="10am to 12 noon",
                    is_chosen=True,
                ),
                DayTick(
                    value="exampleshire:cooking:thu",
                    label="Thursday",
                    times="Starts at 1pm",
                    is_chosen=True,
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("going", "chosen"),
    [
        ({}, ["Monday", "Thursday"]),
        ({KEY: frozenset({Day.MON})}, ["Monday"]),
        ({KEY: frozenset()}, []),
        ({KEY: frozenset({Day.SUN})}, ["Monday", "Thursday"]),
        ({("exampleshire", "swim"): frozenset({Day.MON})}, ["Monday", "Thursday"]),
    ],
)
def test_the_days_that_count_are_ticked(going: Going, chosen: list[str]) -> None:
    (choice,) = make_day_choices([COOKING], going, today=TODAY)

    assert [tick.label for tick in choice.ticks if tick.is_chosen] == chosen


def test_what_is_on_one_day_or_none_asks_nothing() -> None:
    one_day = attended("choir", a_session(Day.MON), a_session(Day.MON, "14:00", "15:00"))
    any_day = attended("walk", a_session(None), a_session(Day.FRI))
    nearly_over = attended("summer", a_session(last_date=date(2026, 9, 1)), a_session(Day.FRI))

    assert make_day_choices([one_day, any_day, nearly_over], {}, today=TODAY) == ()


def test_a_day_says_all_its_times_and_dates_each_once() -> None:
    shared = attended(
        "bounce",
        a_session(Day.MON),
        a_session(Day.MON, place_id="other"),
        a_session(Day.MON, "14:00", "15:00"),
        a_session(Day.TUE, "", ""),
        a_session(on_date=date(2026, 12, 4)),
    )

    (choice,) = make_day_choices([shared], {}, today=TODAY)

    assert [(tick.label, tick.times) for tick in choice.ticks] == [
        ("Monday", "10am to 12 noon, 2pm to 3pm"),
        ("Tuesday", ""),
        ("Friday", "4 December 2026, 10am to 12 noon"),
    ]
