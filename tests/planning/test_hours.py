from datetime import date
from fractions import Fraction

import pytest

from finder.domain.activity import Helpers, Transport
from finder.domain.vocabulary import Day, Mode, PriceUnit, Repeats
from finder.planning.hours import NO_HOURS, Break, Hours, break_of, hours_of
from finder.planning.occasions import Planned
from tests.builders import a_price, a_session
from tests.planning.plans import a_plan

CAN_LEAVE = Helpers(carer_can_leave=True)
MUST_STAY = Helpers(carer_can_leave=False)
MINIBUS = Transport(offered=True)
AT_HOME = a_session(mode=Mode.AT_HOME)
ONLINE = a_session(mode=Mode.ONLINE)


def hours(weekly: float, *, once: float = 0, weeks: int = 52, unknown: int = 0) -> Hours:
    """Return so many hours a week, in so many weeks, and so many hours once."""
    minutes = Fraction(weekly) * 60
    yearly = minutes * weeks + Fraction(once) * 60
    return Hours(weekly=minutes, once=Fraction(once) * 60, yearly=yearly, unknown=unknown)


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        pytest.param(a_plan(a_session()), hours(2), id="each week"),
        pytest.param(a_plan(a_session(Day.MON), a_session(Day.THU)), hours(4), id="twice a week"),
        pytest.param(a_plan(a_session(repeats=Repeats.FORTNIGHTLY)), hours(1), id="every 2 weeks"),
        pytest.param(a_plan(a_session(weeks_a_year=44)), hours(2, weeks=44), id="44 weeks"),
        pytest.param(a_plan(a_session(), length_weeks=10), hours(2, weeks=10), id="10 weeks"),
        pytest.param(a_plan(a_session(on_date=date(2026, 12, 5))), hours(0, once=2), id="one date"),
        pytest.param(
            a_plan(a_session(Day.MON), a_session(Day.FRI, end="")),
            hours(2, unknown=1),
            id="one session without times",
        ),
        pytest.param(
            a_plan(a_session(Day.MON, end=""), a_session(Day.FRI, end="")),
            hours(0, unknown=1),
            id="two sessions without times",
        ),
        pytest.param(a_plan(sessions=()), hours(0, unknown=1), id="no sessions are told"),
        pytest.param(
            a_plan(going={("exampleshire", "cooking-together"): frozenset[Day]()}),
            NO_HOURS,
            id="no day is gone to",
        ),
    ],
)
def test_the_hours_of_an_activity(planned: Planned, told: Hours) -> None:
    assert hours_of(planned) == told


def test_a_month_has_more_than_4_weeks() -> None:
    monthly = hours_of(a_plan(a_session(repeats=Repeats.MONTHLY)))

    assert monthly == Hours(weekly=Fraction(120 * 12, 52), yearly=Fraction(120 * 12))


def test_hours_are_counted_by_how_people_take_part() -> None:
    planned = a_plan(a_session(), ONLINE, AT_HOME, AT_HOME)

    assert hours_of(planned, modes=(Mode.IN_PERSON,)) == hours(2)
    assert hours_of(planned, modes=(Mode.ONLINE, Mode.AT_HOME)) == hours(6)


@pytest.mark.parametrize(
    ("modes", "unknown"), [((Mode.IN_PERSON,), 1), ((Mode.ONLINE,), 0), (None, 1)]
)
def test_times_that_nobody_told_are_those_of_how_people_take_part(
    modes: tuple[Mode, ...] | None, unknown: int
) -> None:
    planned = a_plan(sessions=(), modes=modes)

    assert hours_of(planned, modes=(Mode.IN_PERSON,)) == Hours(unknown=unknown)


def test_hours_are_added_up() -> None:
    total = hours(2, weeks=44) + hours(0, once=3, unknown=1)

    assert total == Hours(
        weekly=Fraction(120), once=Fraction(180), yearly=Fraction(44 * 120 + 180), unknown=1
    )
    assert not total.is_nothing
    assert NO_HOURS.is_nothing
    assert not Hours(unknown=1).is_nothing


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        pytest.param(a_plan(helpers=MUST_STAY), None, id="the carer stays"),
        pytest.param(
            a_plan(helpers=CAN_LEAVE), Break(hours=hours(2), is_told=True), id="the carer can go"
        ),
        pytest.param(a_plan(), Break(hours=hours(2), is_told=False), id="nobody told"),
        pytest.param(
            a_plan(helpers=CAN_LEAVE, transport=MINIBUS),
            Break(hours=hours(3), is_told=True),
            id="a minibus comes",
        ),
        pytest.param(
            a_plan(helpers=CAN_LEAVE, transport=Transport(offered=False)),
            Break(hours=hours(2), is_told=True),
            id="no minibus comes",
        ),
        pytest.param(
            a_plan(AT_HOME, helpers=CAN_LEAVE, transport=MINIBUS),
            Break(hours=hours(2), is_told=True),
            id="a helper comes home",
        ),
        pytest.param(
            a_plan(ONLINE, helpers=CAN_LEAVE),
            Break(hours=hours(2), is_told=True),
            id="online, and the carer can go",
        ),
        pytest.param(a_plan(ONLINE, transport=MINIBUS), None, id="online, and nobody told"),
        pytest.param(
            a_plan(a_session(end=""), helpers=CAN_LEAVE, transport=MINIBUS),
            Break(hours=Hours(unknown=1), is_told=True),
            id="no times are told",
        ),
        pytest.param(
            a_plan(sessions=(), helpers=CAN_LEAVE, transport=MINIBUS),
            Break(hours=Hours(unknown=1), is_told=True),
            id="no sessions are told",
        ),
        pytest.param(
            a_plan(
                a_session(Day.FRI, end=""),
                a_session(Day.SAT, end=""),
                prices=(a_price(300, unit=PriceUnit.ONE_OFF, hours=47),),
                helpers=CAN_LEAVE,
                transport=MINIBUS,
            ),
            Break(hours=hours(0, once=48), is_told=True),
            id="a weekend away",
        ),
    ],
)
def test_a_carers_break_is_from_door_to_door(planned: Planned, told: Break | None) -> None:
    assert break_of(planned, travel_minutes=30) == told


@pytest.mark.parametrize(
    ("travel_minutes", "goes_alone", "weekly"),
    [(None, True, 2), (30, True, 3), (45, True, 3.5), (30, False, 2)],
)
def test_the_way_counts_where_it_is_known_and_the_person_goes_alone(
    travel_minutes: int | None, goes_alone: bool, weekly: float
) -> None:
    planned = a_plan(helpers=CAN_LEAVE)

    found = break_of(planned, travel_minutes=travel_minutes, goes_alone=goes_alone)
    assert found == Break(hours=hours(weekly), is_told=True)
