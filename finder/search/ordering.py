"""Put results in order: neutral, the same every time, and never for money."""

from collections.abc import Callable
from dataclasses import dataclass

from finder.domain.vocabulary import Sort
from finder.search.columns import Columns

# Ten miles away halves a match: near and right comes before far and a little more right.
HALF_MATCH_MILES = 10.0
_NOWHERE = 1_000_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One activity that was found, with all that its order depends on.

    `tier` is 0 when every word matches, else 1. `miles` is None when there is no place, or when
    nobody said where they are.
    """

    number: int
    is_sure: bool
    tier: int
    score: float
    miles: float | None
    is_stale: bool


OrderKey = tuple[object, ...]


def order_key(columns: Columns, sort: Sort) -> Callable[[Found], OrderKey]:
    """Return the function that results are sorted by.

    Sure ones always come first. When it is known where the person is, what has no place comes
    after what has one. Ties are broken by distance and then by name, so that the same address
    always gives the same page.
    """

    def key(found: Found) -> OrderKey:
        far = _NOWHERE if found.miles is None else found.miles
        name = columns.names[found.number]
        unsure = not found.is_sure
        if sort is Sort.NAME:
            return (unsure, name, found.number)
        if sort is Sort.NEAR:
            return (unsure, far, found.tier, name, found.number)
        nearness = 1.0 if found.miles is None else 1 / (1 + found.miles / HALF_MATCH_MILES)
        match = round(found.score * nearness, 6)
        placeless = found.miles is None
        return (unsure, found.tier, placeless, found.is_stale, -match, far, name, found.number)

    return key
