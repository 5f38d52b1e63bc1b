from datetime import date

import pytest

from finder.domain.vocabulary import Day
from finder.planning.clashes import Clash, Gap
from finder.planning.together import Certainty, Together
from finder.planning.travel import Way
from finder.web.presenters.week_clashes import (
    ClashLine,
    GapLine,
    ThingAndTimes,
    make_clash_lines,
    make_gap_lines,
)
from tests.planning.week_slots import slot_at

pytestmark = pytest.mark.usefixtures("english_page")

EVERY_WEEK = Together(certainty=Certainty.CERTAIN)
DECEMBER, JANUARY, MARCH = date(2026, 12, 1), date(2027, 1, 12), date(2027, 3, 23)
NOT_SURE = "This may not be every week."


def a_clash(day: Day = Day.TUE, together: Together = EVERY_WEEK) -> Clash:
    return Clash(
        first=slot_at("choir", "10:00", "12:00", day),
        second=slot_at("garden", "11:00", day=day),
        together=together,
    )


def a_gap(
    day: Day = Day.TUE,
    minutes: int | None = 10,
    way: Way | None = None,
    together: Together = EVERY_WEEK,
) -> Gap:
    return Gap(
        first=slot_at("choir", "10:00", "12:00", day),
        second=slot_at("lunch", "12:10", "13:00", day),
        minutes=minutes,
        way=way,
        together=together,
    )


def test_a_clash_names_the_day_the_things_and_the_times() -> None:
    assert make_clash_lines([a_clash()]) == (
        ClashLine(
            days="Tuesday",
            things=(
                ThingAndTimes(name="Choir", times="10am to 12 noon"),
                ThingAndTimes(name="Garden", times="Starts at 11am"),
            ),
        ),
    )


def test_the_same_clash_on_several_days_is_said_once() -> None:
    clashes = [a_clash(Day.MON), a_clash(Day.WED), a_clash(Day.FRI)]

    assert [line.days for line in make_clash_lines(clashes)] == ["Monday, Wednesday and Friday"]


def test_three_things_at_the_same_time_are_said_together() -> None:
    choir, garden = slot_at("choir", "10:00", "14:00"), slot_at("garden", "11:00", "12:00")
    lunch = slot_at("lunch", "12:00", "13:00")
    clashes = [
        Clash(first=choir, second=garden, together=EVERY_WEEK),
        Clash(first=choir, second=lunch, together=EVERY_WEEK),
    ]

    lines = make_clash_lines(clashes)

    assert [[thing.name for thing in line.things] for line in lines] == [
        ["Choir", "Garden", "Lunch"]
    ]


def test_two_clashes_that_differ_in_how_often_they_are_stand_apart() -> None:
    unsure = Together(certainty=Certainty.SOMETIMES)

    lines = make_clash_lines([a_clash(Day.MON), a_clash(Day.WED, unsure)])

    assert [(line.days, line.sentences) for line in lines] == [
        ("Monday", ()),
        ("Wednesday", (NOT_SURE,)),
    ]


@pytest.mark.parametrize(
    ("certainty", "first", "last", "said"),
    [
        (Certainty.CERTAIN, None, None, ()),
        (Certainty.CERTAIN, DECEMBER, DECEMBER, ("This is only on 1 December 2026.",)),
        (Certainty.SOMETIMES, DECEMBER, DECEMBER, ("This may be on 1 December 2026.",)),
        (
            Certainty.CERTAIN,
            JANUARY,
            MARCH,
            ("This is from 12 January 2027 to 23 March 2027.",),
        ),
        (Certainty.SOMETIMES, JANUARY, None, (NOT_SURE, "This starts on 12 January 2027.")),
        (Certainty.SOMETIMES, None, MARCH, (NOT_SURE, "This ends on 23 March 2027.")),
    ],
)
def test_how_often_a_clash_is(
    certainty: Certainty, first: date | None, last: date | None, said: tuple[str, ...]
) -> None:
    together = Together(certainty=certainty, first_date=first, last_date=last)

    assert make_clash_lines([a_clash(together=together)])[0].sentences == said


def test_a_gap_names_the_day_the_things_the_minutes_and_the_way() -> None:
    gaps = [a_gap(way=Way(miles=3.2, minutes=20)), a_gap(Day.THU, way=Way(miles=3.2, minutes=20))]

    assert make_gap_lines(gaps) == (
        GapLine(
            days="Tuesday and Thursday",
            first="Choir",
            second="Lunch",
            minutes=10,
            sentences=(
                "The places are about 3 miles apart.",
                "It may take about 20 minutes to get there.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (None, ()),
        (Way(), ("Check the travel time.", "We do not know how far it is.")),
        (
            Way(miles=0.4, minutes=15),
            (
                "The places are less than 1 mile apart.",
                "It may take about 15 minutes to get there.",
            ),
        ),
        (
            Way(miles=1.2, minutes=16),
            ("The places are about 1 mile apart.", "It may take about 20 minutes to get there."),
        ),
    ],
)
def test_how_long_the_way_may_take(way: Way | None, said: tuple[str, ...]) -> None:
    assert make_gap_lines([a_gap(way=way)])[0].sentences == said


def test_a_gap_that_is_not_every_week_says_so_last() -> None:
    gap = a_gap(minutes=None, together=Together(certainty=Certainty.SOMETIMES), way=Way())

    (line,) = make_gap_lines([gap])

    assert (line.minutes, line.sentences[-1]) == (None, NOT_SURE)
