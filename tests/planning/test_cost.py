import pytest

from finder.planning.cost import FREE, Cost, Sum, Unknown, add_up, left_over, one_of, unknown_cost
from finder.planning.money import Amounts, Money
from tests.planning.plans import each_week, paid_once, pounds

TEN = Cost(amounts=each_week(10))
COURSE = Cost(amounts=paid_once(90))
ASK = unknown_cost(Unknown.PRICE)
FROM_TEN = Cost(amounts=each_week(10), unknown=frozenset({Unknown.PRICE}))


@pytest.mark.parametrize(
    ("costs", "total"),
    [
        pytest.param([], Sum(), id="nothing"),
        pytest.param([TEN, TEN], Sum(amounts=each_week(20)), id="two that are known"),
        pytest.param([FREE, FREE], Sum(), id="two that are free"),
        pytest.param([ASK], Sum(unknown=(0,)), id="one that is not known"),
        pytest.param([TEN, ASK], Sum(amounts=each_week(10), unknown=(1,)), id="known and not"),
        pytest.param(
            [ASK, TEN, FROM_TEN],
            Sum(amounts=each_week(20), unknown=(0, 2)),
            id="one of which a part is known",
        ),
        pytest.param([TEN, COURSE], Sum(amounts=each_week(10) + paid_once(90)), id="a course too"),
    ],
)
def test_costs_are_added_up_and_what_is_not_known_is_named(costs: list[Cost], total: Sum) -> None:
    assert add_up(costs) == total


def test_a_sum_is_known_when_each_cost_is() -> None:
    assert add_up([TEN, FREE]).is_known
    assert not add_up([TEN, ASK]).is_known


def test_what_is_free_is_known_and_what_is_unknown_is_not_free() -> None:
    assert FREE.is_known
    assert not ASK.is_known
    assert ASK != FREE


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (TEN, TEN, Cost(amounts=each_week(20))),
        (TEN, ASK, FROM_TEN),
        (ASK, ASK, ASK),
        (ASK, unknown_cost(Unknown.OFTEN), Cost(unknown=frozenset({Unknown.PRICE, Unknown.OFTEN}))),
    ],
)
def test_two_costs_together(first: Cost, second: Cost, both: Cost) -> None:
    assert first + second == both
    assert second + first == both


def test_one_of_several_costs_is_between_them() -> None:
    twelve = Cost(amounts=each_week(12))

    assert one_of([TEN, twelve]) == Cost(amounts=each_week(10, 12))
    assert one_of([TEN, ASK]) == FROM_TEN
    assert one_of([ASK]) == ASK


@pytest.mark.parametrize(
    ("cost", "left"),
    [
        (pounds(129), pounds(21)),
        (pounds(150), pounds(0)),
        (pounds(140, 160), Money(-1000, 1000)),
        (pounds(159), Money(-900, -900)),
    ],
)
def test_what_is_left_of_some_money(cost: Money, left: Money) -> None:
    assert left_over(cost, 150_00) == left


def test_an_empty_sum_is_nothing() -> None:
    assert Sum().amounts == Amounts()
