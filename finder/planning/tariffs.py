"""What the rows of a price list come to for what a person goes to (F20, F27)."""

from collections.abc import Sequence

from finder.domain.activity import Price
from finder.domain.vocabulary import PriceUnit
from finder.planning.cost import FREE, Cost, Unknown, one_of, unknown_cost
from finder.planning.occasions import Occasion, Planned, occasions_of
from finder.planning.units import is_half_day, units_of, units_without_sessions


def cost_by_prices(planned: Planned, rows: Sequence[Price]) -> Cost:
    """Return the cost by these rows, of which there is one at least.

    Each row is a way to charge, and the cost is one of them. A day and a half day for the same
    support are one way: which of the two is paid goes by how long a session is.
    """
    if not planned.activity.sessions:
        return one_of([_cost_without_sessions(planned, row) for row in rows])
    occasions = occasions_of(planned)
    days = [row for row in rows if row.unit is PriceUnit.DAY]
    half_days = [row for row in rows if row.unit is PriceUnit.HALF_DAY]
    pairs = [
        (day, half_day) for day in days for half_day in half_days if day.support is half_day.support
    ]
    paired = [row for pair in pairs for row in pair]
    return one_of(
        [_cost_of_row(row, occasions) for row in rows if row not in paired]
        + [_cost_of_pair(day, half_day, occasions) for day, half_day in pairs]
    )


def _cost_of_pair(day: Price, half_day: Price, occasions: Sequence[Occasion]) -> Cost:
    which = [is_half_day(each, day=day, half_day=half_day) for each in occasions]
    long, short, unsure = (
        [each for each, is_half in zip(occasions, which, strict=True) if is_half is wanted]
        for wanted in (False, True, None)
    )
    either = one_of([_cost_of_row(day, unsure), _cost_of_row(half_day, unsure)])
    return _cost_of_row(day, long) + _cost_of_row(half_day, short) + either


def _cost_of_row(row: Price, occasions: Sequence[Occasion]) -> Cost:
    if row.is_free or not occasions:
        return FREE
    if row.low_pence is None:
        return unknown_cost(Unknown.PRICE)
    units = units_of(row, occasions)
    return unknown_cost(Unknown.LENGTH) if units is None else Cost(amounts=units.cost(row))


def _cost_without_sessions(planned: Planned, row: Price) -> Cost:
    """Return the cost where nobody told the times: only a few units do not depend on them."""
    if row.is_free:
        return FREE
    if row.low_pence is None:
        return unknown_cost(Unknown.PRICE)
    units = units_without_sessions(row, planned.activity.length_weeks)
    return unknown_cost(Unknown.OFTEN) if units is None else Cost(amounts=units.cost(row))
