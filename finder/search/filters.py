"""Turn a query into sets of activities: for each kind of choice, the sure ones and the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day, DayPart, Mode
from finder.search.bits import everything, set_of
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


def fit_age(columns: Columns, age: int) -> Fit:
    """Return which activities are for people of an age, in years."""
    sure = set_of(
        number
        for number, ages in enumerate(columns.ages)
        if ages is not None and ages[0] <= age <= ages[1]
    )
    return Fit(sure, set_of(n for n, ages in enumerate(columns.ages) if ages is None))


def fit_cost(columns: Columns, most_pence: int) -> Fit:
    """Return which activities have a price within a limit. Nobody's "ask" counts as free."""
    told = columns.cheapest_pence
    sure = set_of(n for n, pence in enumerate(told) if pence is not None and pence <= most_pence)
    return Fit(sure, set_of(n for n, pence in enumerate(told) if pence is None))


def fit_near(columns: Columns, miles: Sequence[float | None], within: int) -> Fit:
    """Return which activities are within so many miles, or need no travelling.

    What is online is sure. What comes to a person's home, or has no place that is known, may
    fit: how far its helpers come is for them to say.
    """
    online = columns.kinds[Kind.MODE].has(Mode.ONLINE)
    sure = online | set_of(n for n, far in enumerate(miles) if far is not None and far <= within)
    homely = columns.kinds[Kind.MODE].has(Mode.AT_HOME)
    placeless = set_of(n for n, far in enumerate(miles) if far is None)
    return Fit(sure, (homely | placeless) & ~sure)


Fits = dict[Kind, Fit]


def fits_of(columns: Columns, query: SearchQuery, miles: Sequence[float | None] | None) -> Fits:
    """Return a fit for each kind of choice that the query makes.

    Day and part are one kind here: "Monday" and "morning" have to be the same session.
    `miles` is the distance of each activity, when it is known where the person is.
    """
    every = everything(columns.count)
    fits: Fits = {}
    simple = {
        Kind.INTEREST: query.interests,
        Kind.LOT: query.lots,
        Kind.MODE: query.modes,
        Kind.SUPPORT: query.support,
        Kind.WHO: query.groups,
        Kind.PAY: query.pay,
        Kind.LEADS_TO: query.leads_to,
    }
    for kind, values in simple.items():
        if values:
            fits[kind] = fit_any(columns.kinds[kind], [str(value) for value in values])
    if query.needs:
        fits[Kind.NEED] = fit_all(columns.kinds[Kind.NEED], list(query.needs), every)
    if query.days or query.parts:
        fits[Kind.DAY] = fit_when(columns, sorted(query.wanted_days), query.parts)
    if query.age is not None:
        fits[Kind.AGE] = fit_age(columns, query.age)
    if query.max_cost_pence is not None:
        fits[Kind.MAX_COST] = fit_cost(columns, query.max_cost_pence)
    if query.miles is not None and miles is not None:
        fits[Kind.NEAR] = fit_near(columns, miles, query.miles)
    return fits


def possible_without(fits: Fits, start: int, left_out: Kind | None = None) -> int:
    """Return what can still fit every kind of choice but one."""
    kept: list[Fit] = [fit for kind, fit in fits.items() if kind is not left_out]
    return reduce(and_, (fit.possible for fit in kept), start)


def sure_of_all(fits: Fits, start: int) -> int:
    """Return what surely fits every kind of choice."""
    return reduce(and_, (fit.sure for fit in fits.values()), start)
