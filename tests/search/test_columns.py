"""What each activity can be chosen and ordered by."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Activity, AgeRange, NextStep, Price, Session
from finder.domain.vocabulary import (
    ActivityStatus,
    Day,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderStatus,
    Support,
)
from finder.search.columns import Column, Columns, Kind, make_columns, pay_of, slots_of
from tests.builders import (
    ASHFORD,
    MAIDSTONE,
    TODAY,
    a_place,
    a_price,
    a_provider,
    a_session,
    an_activity,
)
from tests.search.plain_sets import numbers_in

OVER = {"valid_to": date(2026, 11, 20)}
COMING = {"valid_from": date(2026, 11, 22)}


def columns_of(*activities: Activity) -> Columns:
    return make_columns(activities, {"example-green-door": a_provider()}, TODAY)


def told(column: Column, value: str) -> tuple[list[int], list[int]]:
    """Return the numbers of those that surely have a value, and of those that did not say."""
    return list(numbers_in(column.has(value))), list(numbers_in(column.may_have(value)))


def test_each_activity_has_its_number() -> None:
    columns = columns_of(an_activity("a", name="ÉCLAIRS"), an_activity("b", checked_on=None))

    assert columns.count == 2
    assert columns.activity_ids == ["a", "b"]
    assert columns.names == ["éclairs", "cooking together (example)"]
    assert columns.checked_on == [date(2026, 11, 3), None]


def test_only_what_runs_is_live() -> None:
    activities = [
        an_activity("active"),
        *(an_activity(status.value, status=status) for status in ActivityStatus),
        an_activity("of-nobody", provider_id="example-unknown"),
    ]

    live = {
        status: list(
            numbers_in(
                make_columns(
                    activities, {"example-green-door": a_provider(status=status)}, TODAY
                ).live
            )
        )
        for status in ProviderStatus
    }

    assert live == {
        ProviderStatus.ACTIVE: [0, 1],
        ProviderStatus.PAUSED: [],
        ProviderStatus.LEFT: [],
    }


@pytest.mark.parametrize(
    ("kind", "field", "values", "value"),
    [
        pytest.param(Kind.MODE, "modes", (Mode.ONLINE,), "online", id="mode"),
        pytest.param(Kind.SUPPORT, "support", (Support.ONE_TO_ONE,), "1:1", id="support"),
        pytest.param(Kind.WHO, "groups", ("older",), "older", id="who"),
        pytest.param(Kind.PAY, "pay", (Pay.SELF,), "self", id="pay"),
        pytest.param(
            Kind.LEADS_TO,
            "leads_to",
            (NextStep(kind=LeadsTo.PAID_JOB),),
            "paid-job",
            id="leads to",
        ),
    ],
)
def test_not_told_is_kept_apart_from_no(
    kind: Kind, field: str, values: tuple[Any, ...], value: str
) -> None:
    changes: list[dict[str, Any]] = [{field: each} for each in (values, (), None)]
    activities = [replace(an_activity(), **each) for each in changes]
    column = columns_of(*activities).kinds[kind]

    assert told(column, value) == ([0], [2])
    assert told(column, "another") == ([], [2])


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        pytest.param(Kind.INTEREST, "interests", "music", id="interest"),
        pytest.param(Kind.LOT, "lots", "2", id="lot"),
    ],
)
def test_interests_and_lots_are_always_told(kind: Kind, field: str, value: str) -> None:
    changes: list[dict[str, Any]] = [{field: (value,)}, {field: ()}]
    column = columns_of(*(replace(an_activity(), **each) for each in changes)).kinds[kind]

    assert told(column, value) == ([0], [])


def test_each_need_is_told_by_itself() -> None:
    needs = columns_of(
        an_activity(needs={Need.HOIST: True}),
        an_activity(needs={Need.HOIST: False, Need.QUIET: True}),
        an_activity(),
    ).kinds[Kind.NEED]

    assert told(needs, Need.HOIST) == ([0], [2])
    assert told(needs, Need.QUIET) == ([1], [0, 2])
    assert told(needs, Need.BSL) == ([], [0, 1, 2])


@pytest.mark.parametrize(
    ("prices", "pay", "expected"),
    [
        pytest.param((), None, None, id="nothing told"),
        pytest.param((a_price(5),), None, None, id="a price, but not who pays"),
        pytest.param((a_price(0),), None, (Pay.FREE,), id="free says so itself"),
        pytest.param((a_price(0),), (Pay.SELF,), (Pay.SELF, Pay.FREE), id="free, and told"),
        pytest.param((a_price(0),), (Pay.FREE,), (Pay.FREE,), id="free twice"),
        pytest.param((a_price(0, payers=(Pay.NHS,)),), (Pay.NHS,), (Pay.NHS,), id="free for some"),
        pytest.param((a_price(0, high_pence=500),), (), (), id="from nothing to £5"),
        pytest.param((a_price(None),), (Pay.SELF,), (Pay.SELF,), id="ask"),
    ],
)
def test_what_is_free_for_everyone_can_be_paid_by_nobody(
    prices: tuple[Price, ...], pay: tuple[Pay, ...] | None, expected: tuple[Pay, ...] | None
) -> None:
    assert pay_of(an_activity(prices=prices, pay=pay)) == expected


@pytest.mark.parametrize(
    ("prices", "pence"),
    [
        pytest.param((), None, id="no price"),
        pytest.param((a_price(None),), None, id="ask is not free"),
        pytest.param((a_price(0),), 0, id="free"),
        pytest.param((a_price(20), a_price(5), a_price(None)), 500, id="the lowest"),
        pytest.param((a_price(5, high_pence=900),), 500, id="the low end of a range"),
        pytest.param((a_price(4, **OVER),), None, id="over"),
        pytest.param((a_price(4, **OVER), a_price(9)), 900, id="over, and one that holds"),
        pytest.param((a_price(3, **COMING), a_price(9)), 900, id="not yet, and one that holds"),
        pytest.param((a_price(3, **COMING), a_price(None)), None, id="not yet, and ask until then"),
        pytest.param((a_price(3, **COMING), a_price(4, **OVER)), 300, id="over, and one to come"),
    ],
)
def test_the_cheapest_price_is_one_that_holds_today(
    prices: tuple[Price, ...], pence: int | None
) -> None:
    assert columns_of(an_activity(prices=prices)).cheapest_pence == [pence]


def test_ages_without_an_end_go_on() -> None:
    ages = (None, AgeRange(), AgeRange(youngest=16, oldest=25))

    columns = columns_of(*(an_activity(ages=each) for each in ages))

    assert columns.ages == [None, (18, 200), (16, 25)]


def test_each_place_that_is_known_has_one_point() -> None:
    places = (
        a_place("a"),
        a_place("b", point=None),
        a_place("c", point=ASHFORD),
        a_place("d", point=MAIDSTONE),
    )

    columns = columns_of(an_activity(places=places), an_activity(places=()))

    assert columns.points == [[MAIDSTONE, ASHFORD], []]


@pytest.mark.parametrize(
    ("session", "slots"),
    [
        pytest.param(a_session(Day.MON, "10:00", "12:00"), {"mon morning"}, id="a morning"),
        pytest.param(
            a_session(Day.SUN, "11:00", "18:00"),
            {"sun morning", "sun afternoon", "sun evening"},
            id="a whole day",
        ),
        pytest.param(a_session(Day.MON, "", ""), {"mon ?"}, id="no time"),
        pytest.param(a_session(None, "18:00", ""), {"? evening"}, id="you pick the day"),
        pytest.param(a_session(None, "", ""), {"? ?"}, id="nothing told"),
    ],
)
def test_a_session_fills_its_day_and_parts(session: Session, slots: set[str]) -> None:
    assert slots_of(session) == slots


def test_what_has_no_session_may_be_held_at_any_time() -> None:
    columns = columns_of(
        an_activity(sessions=()),
        an_activity(sessions=(a_session(Day.MON), a_session(Day.MON), a_session(None, "", ""))),
    )

    assert columns.slots == {"? ?": 0b11, "mon morning": 0b10}
