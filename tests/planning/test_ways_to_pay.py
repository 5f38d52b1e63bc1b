from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.activity import Price
from finder.domain.council import Council, FixedPrice
from finder.domain.vocabulary import Arrangement, Pay, PriceUnit, Support
from finder.planning.cost import FREE, Cost, Sum, Unknown
from finder.planning.occasions import Planned
from finder.planning.ways_to_pay import (
    WAYS,
    SumOfWay,
    cost_in_any_way,
    cost_of,
    sum_of_way,
    takes,
)
from tests.builders import a_council, a_lot, a_price
from tests.planning.plans import a_plan, each_week

COUNCIL_PRICE = a_price(50, payers=(Pay.COUNCIL, Pay.DIRECT_PAYMENT))
OWN_PRICE = a_price(12, payers=(Pay.SELF,))
NO_PRICE = Cost(unknown=frozenset({Unknown.PRICE}))
HIDDEN = Cost(unknown=frozenset({Unknown.HIDDEN}))


def known(low: float, high: float | None = None) -> Cost:
    return Cost(amounts=each_week(low, high))


def fixing(pounds: int, **overrides: Any) -> Council:
    """Return a council that pays everybody on its framework the same."""
    fixed = FixedPrice(pence=pounds * 100, unit=PriceUnit.SESSION, **overrides)
    return a_council(framework=replace(a_council().framework, fixed_price=fixed))


def test_free_is_no_way_of_paying() -> None:
    assert Pay.FREE not in WAYS
    assert len(WAYS) == len(Pay) - 1


@pytest.mark.parametrize(
    ("way", "cost"),
    [
        (Pay.COUNCIL, known(50)),
        (Pay.DIRECT_PAYMENT, known(50)),
        (Pay.SELF, known(12)),
        (Pay.NHS, NO_PRICE),
    ],
)
def test_the_council_and_people_themselves_can_pay_different_prices(way: Pay, cost: Cost) -> None:
    assert cost_of(a_plan(prices=(COUNCIL_PRICE, OWN_PRICE)), way) == cost


@pytest.mark.parametrize(
    ("prices", "way", "cost"),
    [
        pytest.param((a_price(8),), Pay.NHS, known(8), id="a price for everyone"),
        pytest.param((a_price(8), COUNCIL_PRICE), Pay.COUNCIL, known(50), id="one of its own"),
        pytest.param((a_price(8), COUNCIL_PRICE), Pay.SELF, known(8), id="none of its own"),
        pytest.param(
            (a_price(10, unit=PriceUnit.HOUR), COUNCIL_PRICE),
            Pay.COUNCIL,
            known(20, 50),
            id="one of its own, and one by another unit",
        ),
        pytest.param((), Pay.SELF, NO_PRICE, id="no price at all"),
        pytest.param((a_price(None),), Pay.SELF, NO_PRICE, id="ask"),
        pytest.param((a_price(0),), Pay.SELF, FREE, id="free for everyone"),
        pytest.param(
            (a_price(0, payers=(Pay.FREE,)), COUNCIL_PRICE),
            Pay.SELF,
            FREE,
            id="free for those for whom it is free",
        ),
        pytest.param(
            (a_price(44, valid_to=date(2026, 11, 20)), a_price(50, valid_from=date(2026, 11, 21))),
            Pay.COUNCIL,
            known(50),
            id="a new price",
        ),
        pytest.param(
            (a_price(50, payers=(Pay.COUNCIL,), valid_from=date(2027, 4, 1)), OWN_PRICE),
            Pay.COUNCIL,
            known(50),
            id="a price that will hold",
        ),
        pytest.param(
            (a_price(44, valid_to=date(2026, 11, 20)),), Pay.SELF, NO_PRICE, id="a price is over"
        ),
    ],
)
def test_the_price_for_a_way_of_paying(prices: tuple[Price, ...], way: Pay, cost: Cost) -> None:
    assert cost_of(a_plan(prices=prices), way) == cost


def test_what_is_said_to_be_free_and_has_no_price_is_free() -> None:
    assert cost_of(a_plan(prices=(), pay=(Pay.FREE,)), Pay.SELF) == FREE


@pytest.mark.parametrize(
    ("planned", "cost"),
    [
        pytest.param(a_plan(council=fixing(50), prices=()), known(50), id="no price is told"),
        pytest.param(
            a_plan(council=fixing(50), prices=(OWN_PRICE,)), known(50), id="only one to pay oneself"
        ),
        pytest.param(
            a_plan(council=fixing(50), prices=(a_price(None),)), known(50), id="ask for the price"
        ),
        pytest.param(
            a_plan(council=fixing(50), prices=(a_price(48),)), known(48), id="a price of its own"
        ),
        pytest.param(
            a_plan(council=fixing(50), prices=(), arrangement=Arrangement.BLOCK),
            NO_PRICE,
            id="not on the framework",
        ),
        pytest.param(
            a_plan(council=fixing(50, valid_from=date(2024, 4, 8)), prices=()),
            known(50),
            id="a fixed price that holds",
        ),
        pytest.param(a_plan(prices=()), NO_PRICE, id="no fixed price"),
        pytest.param(
            a_plan(
                council=replace(
                    fixing(50),
                    lots=(a_lot(fixed_price=FixedPrice(pence=42_00, unit=PriceUnit.SESSION)),),
                ),
                lots=("2", "1a"),
                prices=(),
            ),
            known(42),
            id="a fixed price of its lot",
        ),
    ],
)
def test_the_councils_fixed_price_stands_in_where_none_is_told(
    planned: Planned, cost: Cost
) -> None:
    assert cost_of(planned, Pay.COUNCIL) == cost


def test_the_councils_fixed_price_is_for_nobody_else() -> None:
    assert cost_of(a_plan(council=fixing(50), prices=()), Pay.DIRECT_PAYMENT) == NO_PRICE


@pytest.mark.parametrize(
    ("support", "cost"),
    [
        (None, known(20, 60)),
        (Support.ONE_TO_ONE, known(60)),
        (Support.SMALL_GROUP, known(25)),
        (Support.LARGE_GROUP, known(20)),
    ],
)
def test_the_price_goes_by_the_support_where_that_is_said(
    support: Support | None, cost: Cost
) -> None:
    prices = (
        a_price(20),
        a_price(25, support=Support.SMALL_GROUP),
        a_price(60, support=Support.ONE_TO_ONE),
    )

    assert cost_of(a_plan(prices=prices, support=support), Pay.SELF) == cost


def test_no_price_for_the_support_that_is_said_is_not_known() -> None:
    prices = (a_price(25, support=Support.SMALL_GROUP),)

    assert cost_of(a_plan(prices=prices, support=Support.ONE_TO_ONE), Pay.SELF) == NO_PRICE


def test_a_council_can_show_no_prices() -> None:
    council = replace(fixing(50), show_prices=False)

    assert cost_of(a_plan(council=council), Pay.COUNCIL) == HIDDEN
    assert cost_of(a_plan(council=council, prices=()), Pay.COUNCIL) == HIDDEN
    assert cost_of(a_plan(council=council, prices=(), pay=(Pay.FREE,)), Pay.SELF) == FREE


@pytest.mark.parametrize(
    ("planned", "way", "answer"),
    [
        pytest.param(a_plan(pay=(Pay.SELF,)), Pay.SELF, True, id="it is told"),
        pytest.param(a_plan(pay=(Pay.SELF,)), Pay.NHS, False, id="another is told"),
        pytest.param(a_plan(pay=None), Pay.SELF, None, id="none is told"),
        pytest.param(a_plan(pay=None, prices=(OWN_PRICE,)), Pay.SELF, True, id="by a price"),
        pytest.param(a_plan(pay=(Pay.FREE,), prices=()), Pay.NHS, True, id="it is free"),
        pytest.param(a_plan(pay=None, prices=(a_price(0),)), Pay.NHS, True, id="by a free price"),
        pytest.param(
            a_plan(pay=(Pay.FREE, Pay.SELF), prices=(a_price(3),)),
            Pay.NHS,
            False,
            id="free for some",
        ),
    ],
)
def test_the_ways_that_an_activity_takes(planned: Planned, way: Pay, answer: bool | None) -> None:
    assert takes(planned, way) is answer


@pytest.mark.parametrize(
    ("planned", "cost"),
    [
        pytest.param(
            a_plan(prices=(COUNCIL_PRICE, OWN_PRICE), pay=(Pay.COUNCIL, Pay.SELF)),
            known(12, 50),
            id="between two ways",
        ),
        pytest.param(
            a_plan(prices=(OWN_PRICE,), pay=(Pay.COUNCIL, Pay.SELF)),
            known(12),
            id="no price is told for one of them",
        ),
        pytest.param(a_plan(prices=(a_price(8),), pay=None), known(8), id="no way is told"),
        pytest.param(a_plan(prices=()), NO_PRICE, id="no price is told"),
        pytest.param(
            a_plan(prices=(a_price(0, high_pence=500),), pay=(Pay.FREE,)),
            known(0, 5),
            id="free, or not",
        ),
    ],
)
def test_the_cost_over_all_the_ways_that_an_activity_takes(planned: Planned, cost: Cost) -> None:
    assert cost_in_any_way(planned) == cost


def test_only_what_takes_a_way_is_in_its_sum_and_the_others_are_named() -> None:
    planned = [
        a_plan(prices=(a_price(10),), pay=(Pay.SELF,)),
        a_plan(prices=(a_price(20),), pay=(Pay.COUNCIL,)),
        a_plan(prices=(a_price(30),), pay=None),
        a_plan(prices=(), pay=(Pay.SELF,)),
        a_plan(prices=(a_price(0),), pay=(Pay.FREE,)),
    ]

    assert sum_of_way(planned, Pay.SELF) == SumOfWay(
        way=Pay.SELF,
        total=Sum(amounts=each_week(10), unknown=(3,)),
        taken=(0, 3, 4),
        not_taken=(1,),
        not_told=(2,),
        unknown=frozenset({Unknown.PRICE}),
    )
