"""Put results in order: neutral, the same every time, and never for money.

Everything that the order depends on is packed into one whole number for each result, the most
important in the highest bits. The numbers all differ, so the first few results can be had
without sorting the rest, and they are the same few every time.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from finder.domain.vocabulary import Sort
from finder.search.arrays import Arrays, Miles
from finder.search.bits import Flags, Numbers

# Ten miles away halves a match: near and right comes before far and a little more right.
HALF_MATCH_MILES = 10.0
# Helpers who come to where a person is are as good as something so near.
COMING_MILES = 1.0
# What nobody has checked for long sinks below what is fresh and matches as well.
STALE_MATCH = 0.6

# How many bits each part of the key takes, which is also how many activities there can be.
_NAME_BITS = 26
_MATCH_BITS = 31
_MILES_BITS = 30
_MISSED_BITS = 4
_MOST_MATCH = (1 << _MATCH_BITS) - 1
_NOWHERE = (1 << _MILES_BITS) - 1
_NOT_TOLD = 1 << 30

_FRESHNESS = np.array((1.0, STALE_MATCH))

Keys = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All that was found, in the order of the activities' numbers: arrays of one shape (n,).

    `missed` is what of the words each lacks, as `finder.search.matching.WordMatches` has it.
    `miles` are NaN where there is no place, and None when nobody knows where the person is;
    `is_coming` flags those that come to the person.
    """

    numbers: Numbers
    is_sure: Flags
    missed: npt.NDArray[np.int8]
    scores: npt.NDArray[np.float64]
    miles: Miles | None
    is_coming: Flags
    is_stale: Flags


def match_of(results: Results) -> npt.NDArray[np.float64]:
    """Return how well each result matches: its words, how near it is, and how fresh."""
    match: npt.NDArray[np.float64] = results.scores * _FRESHNESS[results.is_stale.view(np.int8)]
    if results.miles is None:
        return match
    placeless = np.where(results.is_coming, COMING_MILES, 0.0)
    miles = np.where(np.isnan(results.miles), placeless, results.miles)
    return match / (1 + miles / HALF_MATCH_MILES)


def keys_of(results: Results, arrays: Arrays, sort: Sort) -> Keys:
    """Return the whole number that each result is ordered by, the smallest first (shape (n,)).

    Sure ones always come first. When it is known where the person is, what has no place comes
    after what has one, or comes to them. Ties are broken by name, and what has the same name by
    its number, so that the same address always gives the same page.
    """
    key = (~results.is_sure).astype(np.int64)
    if sort is Sort.COST:
        pence = arrays.cheapest_pence[results.numbers]
        cost = np.where(np.isnan(pence), _NOT_TOLD, np.nan_to_num(pence)).astype(np.int64)
        key = (key << 31) | cost
    elif sort is Sort.CHECKED:
        key = (key << 31) | (_NOT_TOLD - arrays.checked_on[results.numbers])
    elif sort is Sort.NEAR:
        key = (key << _MILES_BITS) | _far_of(results)
        key = (key << _MISSED_BITS) | results.missed
    elif sort is Sort.BEST:
        key = (key << _MISSED_BITS) | results.missed
        if results.miles is not None:
            key = (key << 1) | (np.isnan(results.miles) & ~results.is_coming)
        millionths = np.rint(match_of(results) * 1_000_000).astype(np.int64)
        key = (key << _MATCH_BITS) | (_MOST_MATCH - np.minimum(millionths, _MOST_MATCH))
    return (key << _NAME_BITS) | arrays.name_places[results.numbers]


def _far_of(results: Results) -> Keys:
    """Return how far each is in ten-thousandths of a mile; farther than anything for no place."""
    if results.miles is None:
        return np.zeros(results.numbers.size, np.int64)
    far = np.rint(np.nan_to_num(results.miles) * 10_000).astype(np.int64)
    return np.where(np.isnan(results.miles), _NOWHERE, far)


def first_of(keys: Keys, stop: int) -> npt.NDArray[np.int64]:
    """Return where the `stop` smallest keys stand, in their order."""
    if stop < keys.size // 4:
        few = np.argpartition(keys, stop)[:stop]
        return few[np.argsort(keys[few])]
    return np.argsort(keys)[:stop]
