"""Which activities are like another: neutral, and explained by the table of weights below.

An activity is like another when they share an interest; how much, points say. The first interest
of the one whose page is looked at counts by itself. Of everything else that it offers, what counts
is the share that the other surely offers too, so that nobody gains by telling more. What nobody has
checked for long keeps only a part of its points, as in a search. Ties are broken by name.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from finder.domain.activity import Activity
from finder.search.bits import Numbers, flags_of, numbers_of
from finder.search.columns import Columns, Kind
from finder.search.find import Searchable
from finder.search.ordering import HALF_MATCH_MILES, STALE_MATCH

MOST = 3

FIRST_INTEREST = 8.0
SHARES = {
    Kind.INTEREST: 4.0,
    Kind.WHO: 4.0,
    Kind.NEED: 4.0,
    Kind.SUPPORT: 2.0,
    Kind.MODE: 2.0,
}
# For the very same place. There is no edge: ten miles away it is half.
NEARNESS = 6.0

Points = npt.NDArray[np.float64]


def similar(
    searchable: Searchable, activity: Activity, *, today: date, most: int = MOST
) -> tuple[str, ...]:
    """Return the ids of the live activities that are most like another, the likest first."""
    columns, arrays = searchable.columns, searchable.arrays
    interests = columns.kinds[Kind.INTEREST]
    related = 0
    for interest in activity.interests:
        related |= interests.has(interest)
    numbers = numbers_of(related & columns.live, columns.count)
    points = _points(columns, activity, numbers)
    points += NEARNESS * _nearness(searchable, activity, numbers)
    stale = arrays.old_on(today, searchable.council.stale_months)[numbers]
    points *= np.where(stale, STALE_MATCH, 1.0)
    # Sums in another order differ in their last digits, and ties would not be ties.
    likest = np.lexsort((arrays.name_places[numbers], -points.round(6)))
    # It may stand among them itself.
    found = [columns.activity_ids[number] for number in numbers[likest[: most + 1]]]
    return tuple(each for each in found if each != activity.activity_id)[:most]


def _points(columns: Columns, activity: Activity, numbers: Numbers) -> Points:
    """Return the points of some activities for what they share, their places apart."""
    values: dict[Kind, Sequence[str]] = {
        Kind.INTEREST: activity.interests[1:],
        Kind.WHO: activity.groups or (),
        Kind.NEED: [need for need, has in activity.needs.items() if has],
        Kind.SUPPORT: activity.support or (),
        Kind.MODE: activity.modes or (),
    }
    points = FIRST_INTEREST * _shares(columns, Kind.INTEREST, activity.interests[:1], numbers)
    for kind, weight in SHARES.items():
        points += weight * _shares(columns, kind, values[kind], numbers)
    return points


def _shares(columns: Columns, kind: Kind, values: Sequence[str], numbers: Numbers) -> Points:
    """Return which share of the values each of some activities surely has, from 0 to 1."""
    shared = np.zeros(numbers.size)
    for value in values:
        shared += flags_of(columns.kinds[kind].has(value), columns.count)[numbers]
    return shared / max(1, len(values))


def _nearness(searchable: Searchable, activity: Activity, numbers: Numbers) -> Points:
    """Return 1 for what is held at the same place, less the farther it is, 0 without a place."""
    miles = np.full(numbers.size, np.inf)
    for point in dict.fromkeys(place.point for place in activity.places):
        if point is not None:
            miles = np.fmin(miles, searchable.arrays.miles_from(point)[numbers])
    nearness: Points = 1 / (1 + miles / HALF_MATCH_MILES)
    return nearness
