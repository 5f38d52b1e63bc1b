"""Count what each choice would leave.

A count ignores the choice already made in its own kind: it says how many results there would be
if this value were picked in its place. A need is added to the needs already picked. The counts
take in activities that did not tell, because the results do too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day, DayChoice, DayPart
from finder.search.bits import everything
from finder.search.columns import FIXED_VALUES, Columns, Kind
from finder.search.filters import Fit, Fits, fit_all, fit_any, fit_when, possible_without


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a person can pick, and how many results it would leave.

    `total` counts all of them; `sure` those that surely have the value.
    """

    value: str
    total: int
    sure: int
    is_chosen: bool


ChoiceCounts = dict[Kind, tuple[Choice, ...]]

COUNTED = (
    Kind.INTEREST,
    Kind.LOT,
    Kind.DAY,
    Kind.PART,
    Kind.MODE,
    Kind.NEED,
    Kind.SUPPORT,
    Kind.WHO,
    Kind.PAY,
    Kind.LEADS_TO,
)


def count_choices(
    columns: Columns,
    query: SearchQuery,
    fits: Fits,
    start: int,
    values: dict[Kind, Sequence[str]],
) -> ChoiceCounts:
    """Return the counts of every kind. `values` are the council's own, such as its lots."""
    counts: ChoiceCounts = {}
    for kind in COUNTED:
        own = Kind.DAY if kind is Kind.PART else kind
        others = possible_without(fits, start, own)
        chosen = _chosen(query, kind)
        named = values.get(kind) or [str(value) for value in FIXED_VALUES.get(kind, ())]
        counts[kind] = tuple(
            _count(value, _fit(columns, query, kind, value), others, chosen) for value in named
        )
    return counts


def _count(value: str, fit: Fit, others: int, chosen: Iterable[str]) -> Choice:
    return Choice(
        value=value,
        total=(fit.possible & others).bit_count(),
        sure=(fit.sure & others).bit_count(),
        is_chosen=value in chosen,
    )


def _fit(columns: Columns, query: SearchQuery, kind: Kind, value: str) -> Fit:
    if kind is Kind.DAY:
        return fit_when(columns, DayChoice(value).days, query.parts)
    if kind is Kind.PART:
        days: list[Day] = sorted(query.wanted_days)
        return fit_when(columns, days, (DayPart(value),))
    if kind is Kind.NEED:
        needs = [str(need) for need in query.needs]
        return fit_all(columns.kinds[kind], [*needs, value], everything(columns.count))
    return fit_any(columns.kinds[kind], [value])


def _chosen(query: SearchQuery, kind: Kind) -> tuple[str, ...]:
    chosen = {
        Kind.INTEREST: query.interests,
        Kind.LOT: query.lots,
        Kind.DAY: query.days,
        Kind.PART: query.parts,
        Kind.MODE: query.modes,
        Kind.NEED: query.needs,
        Kind.SUPPORT: query.support,
        Kind.WHO: query.groups,
        Kind.PAY: query.pay,
        Kind.LEADS_TO: query.leads_to,
    }[kind]
    return tuple(str(value) for value in chosen)
