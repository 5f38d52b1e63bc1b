"""What a person would pay for what they go to, by each way of paying (F4, F20, F21, F30)."""

from collections.abc import Sequence
from dataclasses import dataclass

from finder.domain.activity import Price
from finder.domain.vocabulary import Arrangement, Pay
from finder.planning.cost import FREE, Cost, Sum, Unknown, add_up, one_of, unknown_cost
from finder.planning.occasions import Planned, prices_in_force
from finder.planning.tariffs import cost_by_prices

# What is free is free in every way, so that is not one of them.
WAYS = tuple(way for way in Pay if way is not Pay.FREE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SumOfWay:
    """What can be paid for in one way, added up.

    `taken`, `not_taken` and `not_told` are places among what was added up. Only those that take
    the way are in the sum, and `total.unknown` are places among all, too. `unknown` is why.
    """

    way: Pay
    total: Sum
    taken: tuple[int, ...] = ()
    not_taken: tuple[int, ...] = ()
    not_told: tuple[int, ...] = ()
    unknown: frozenset[Unknown] = frozenset()


def takes(planned: Planned, way: Pay) -> bool | None:
    """Return whether an activity can be paid for in one way; None when nobody told."""
    ways = planned.activity.pay
    is_named = any(way in price.payers for price in planned.prices)
    if is_named or way in (ways or ()) or _is_free_for_everyone(planned):
        return True
    return None if ways is None else False


def cost_of(planned: Planned, way: Pay) -> Cost:
    """Return what a person pays in one way, whether or not the activity takes it."""
    rows = _rows_for(planned, way)
    if not rows:
        return FREE if _is_free_for_everyone(planned) else unknown_cost(Unknown.PRICE)
    if not planned.council.show_prices:
        return unknown_cost(Unknown.HIDDEN)
    return cost_by_prices(planned, rows)


def cost_in_any_way(planned: Planned) -> Cost:
    """Return what a person pays, over all the ways that the activity may take.

    A way for which no price is told is left out when there is another for which one is.
    """
    ways = [way for way in WAYS if takes(planned, way) is not False] or WAYS
    costs = [cost_of(planned, way) for way in ways]
    return one_of([cost for cost in costs if cost.amounts is not None] or costs)


def sum_of_way(planned: Sequence[Planned], way: Pay) -> SumOfWay:
    """Return what can be paid for in one way, added up."""
    answers = [takes(each, way) for each in planned]
    taken, not_taken, not_told = (
        tuple(place for place, answer in enumerate(answers) if answer is wanted)
        for wanted in (True, False, None)
    )
    costs = [cost_of(planned[place], way) for place in taken]
    total = add_up(costs)
    return SumOfWay(
        way=way,
        total=Sum(amounts=total.amounts, unknown=tuple(taken[place] for place in total.unknown)),
        taken=taken,
        not_taken=not_taken,
        not_told=not_told,
        unknown=frozenset(reason for cost in costs for reason in cost.unknown),
    )


def _is_free_for_everyone(planned: Planned) -> bool:
    activity = planned.activity
    if not activity.prices:
        return Pay.FREE in (activity.pay or ())
    return any(price.is_free and _is_for_everyone(price) for price in planned.prices)


def _is_for_everyone(price: Price) -> bool:
    """Return whether no way of paying is named. "Free" is not one: everyone can have it."""
    return not price.payers or Pay.FREE in price.payers


def _rows_for(planned: Planned, way: Pay) -> tuple[Price, ...]:
    """Return the price rows that are meant for a way of paying.

    The council's fixed price stands in where an activity on its framework tells none of its own
    for the council. A row that names the way comes before one for everyone (F30), and a row for
    the person's support before one for any.
    """
    all_rows = planned.activity.prices
    rows = prices_in_force(
        [row for row in all_rows if way in row.payers or _is_for_everyone(row)], planned.today
    )
    if way is Pay.COUNCIL and all(row.low_pence is None for row in rows):
        rows = _fixed_rows(planned) or rows
    named = {(row.unit, row.support) for row in rows if way in row.payers}
    rows = tuple(row for row in rows if way in row.payers or (row.unit, row.support) not in named)
    if planned.support is None:
        return rows
    fitting = tuple(row for row in rows if row.support is planned.support)
    return fitting or tuple(row for row in rows if row.support is None)


def _fixed_rows(planned: Planned) -> tuple[Price, ...]:
    """Return the price that the council sets for everybody on its framework (F4)."""
    if planned.activity.arrangement is not Arrangement.FRAMEWORK:
        return ()
    lots = [planned.council.lot(code) for code in planned.activity.lots]
    of_lots = [lot.fixed_price for lot in lots if lot and lot.fixed_price]
    fixed = of_lots[0] if of_lots else planned.council.framework.fixed_price
    if fixed is None:
        return ()
    row = Price(
        low_pence=fixed.pence, unit=fixed.unit, payers=(Pay.COUNCIL,), valid_from=fixed.valid_from
    )
    return prices_in_force([row], planned.today)
