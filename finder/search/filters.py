"""Turn a query into sets of activities: for each kind of choice, the sure ones and the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import numpy as np

from finder.domain.query import PARAMETERS, SearchQuery
from finder.domain.vocabulary import Day, DayPart, Mode
from finder.search.arrays import Arrays, Miles
from finder.search.bits import everything, set_of_flags
from finder.search.columns import NOT_TOLD, Column, Columns, Kind


@dataclass(frozen=True, slots=True)
class Fit:
    """How activities fit one kind of choice: the sure ones, and those that did not tell."""

    sure: int
    not_told: int

    @property
    def possible(self) -> int:
        return self.sure | self.not_told


def fit_any(column: Column, values: Sequence[str]) -> Fit:
    """Return which activities have any of the values."""
    sure = reduce(or_, (column.has(value) for value in values), 0)
    may = reduce(or_, (column.may_have(value) for value in values), 0)
    return Fit(sure, may & ~sure)


def fit_all(column: Column, values: Sequence[str], every: int) -> Fit:
    """Return which activities have all of the values, as a person's needs ask."""
    sure = reduce(and_, (column.has(value) for value in values), every)
    possible = reduce(and_, (column.has(value) | column.may_have(value) for value in values), every)
    return Fit(sure, possible & ~sure)


def fit_when(columns: Columns, days: Sequence[Day], parts: Sequence[DayPart]) -> Fit:
    """Return which activities are held on one of the days, in one of the parts, at once.

    A session whose day the person picks, or whose time is not told, may fit.
    """
    wanted_days = [day.value for day in days or tuple(Day)]
    wanted_parts = [part.value for part in parts or tuple(DayPart)]
    slots = columns.slots
    sure = {f"{day} {part}" for day in wanted_days for part in wanted_parts}
    if not parts:
        sure |= {f"{day} {NOT_TOLD}" for day in wanted_days}
    if not days:
        sure |= {f"{NOT_TOLD} {part}" for part in wanted_parts}
    may = {f"{day} {NOT_TOLD}" for day in wanted_days}
    may |= {f"{NOT_TOLD} {part}" for part in (*wanted_parts, NOT_TOLD)}
    sure_bits = reduce(or_, (slots.get(slot, 0) for slot in sure), 0)
    may_bits = reduce(or_, (slots.get(slot, 0) for slot in may), 0)
    return Fit(sure_bits, may_bits & ~sure_bits)


def fit_age(arrays: Arrays, age: int) -> Fit:
    """Return which activities are for people of an age, in years."""
    sure = (arrays.youngest <= age) & (age <= arrays.oldest)
    return Fit(set_of_flags(sure), set_of_flags(np.isnan(arrays.youngest)))


def fit_cost(arrays: Arrays, most_pence: int) -> Fit:
    """Return which activities have a price within a limit. Nobody's "ask" counts as free."""
    sure = arrays.cheapest_pence <= most_pence
    return Fit(set_of_flags(sure), set_of_flags(np.isnan(arrays.cheapest_pence)))


def fit_near(columns: Columns, miles: Miles, within: int, coming: int) -> Fit:
    """Return which activities are within so many miles, or need no travelling.

    What is online is sure, and so is what says that it comes to where the person is (`coming`).
    Other helpers who come to a person's home, and what has no place that is known, may fit: how
    far they come is for them to say.
    """
    sure = columns.kinds[Kind.MODE].has(Mode.ONLINE) | set_of_flags(miles <= within) | coming
    may = columns.kinds[Kind.MODE].has(Mode.AT_HOME) | set_of_flags(np.isnan(miles))
    return Fit(sure, may & ~sure)


Fits = dict[Kind, Fit]

# The kinds of which any value that was chosen will do, by itself.
_ANY_OF = (
    Kind.INTEREST,
    Kind.LOT,
    Kind.MODE,
    Kind.SUPPORT,
    Kind.WHO,
    Kind.PAY,
    Kind.LEADS_TO,
    Kind.ARRANGEMENT,
    Kind.SPACE,
)


def chosen_in(query: SearchQuery, kind: Kind) -> tuple[str, ...]:
    """Return the values that a query chooses of a kind that has values."""
    chosen: tuple[str, ...] = getattr(query, PARAMETERS[kind])
    return chosen


def fits_of(
    columns: Columns,
    arrays: Arrays,
    query: SearchQuery,
    miles: Miles | None,
    coming: int = 0,
) -> Fits:
    """Return a fit for each kind of choice that the query makes.

    Day and part are one kind here: "Monday" and "morning" have to be the same session.
    `miles` is the distance of each activity, and `coming` those that come to the person, when it
    is known where the person is.
    """
    every = everything(columns.count)
    fits: Fits = {}
    for kind in _ANY_OF:
        if values := chosen_in(query, kind):
            fits[kind] = fit_any(columns.kinds[kind], [str(value) for value in values])
    if query.needs:
        fits[Kind.NEED] = fit_all(columns.kinds[Kind.NEED], list(query.needs), every)
    if query.days or query.parts:
        fits[Kind.DAY] = fit_when(columns, sorted(query.wanted_days), query.parts)
    if query.age is not None:
        fits[Kind.AGE] = fit_age(arrays, query.age)
    if query.max_cost_pence is not None:
        fits[Kind.MAX_COST] = fit_cost(arrays, query.max_cost_pence)
    if query.miles is not None and miles is not None:
        fits[Kind.NEAR] = fit_near(columns, miles, query.miles, coming)
    return fits


def possible_without(fits: Fits, start: int, left_out: Kind | None = None) -> int:
    """Return what can still fit every kind of choice but one."""
    kept: list[Fit] = [fit for kind, fit in fits.items() if kind is not left_out]
    return reduce(and_, (fit.possible for fit in kept), start)


def sure_of_all(fits: Fits, start: int) -> int:
    """Return what surely fits every kind of choice."""
    return reduce(and_, (fit.sure for fit in fits.values()), start)
