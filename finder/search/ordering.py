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
from finder.search.scoring import Scores

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

_MATCH_STEPS = 1_000_000

Places = npt.NDArray[np.intp]
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
    scores: Scores
    miles: Miles | None
    is_coming: Flags
    is_stale: Flags

    def only(self, places: Places) -> "Results":
        """Return the results at some places among them."""
        return Results(
            numbers=self.numbers[places],
            is_sure=self.is_sure[places],
            missed=self.missed[places],
            scores=self.scores[places],
            miles=None if self.miles is None else self.miles[places],
            is_coming=self.is_coming[places],
            is_stale=self.is_stale[places],
        )


def match_of(results: Results) -> npt.NDArray[np.float64]:
    """Return how well each result matches: its words, how near it is, and how fresh."""
    match: npt.NDArray[np.float64] = results.scores * _FRESHNESS[results.is_stale.view(np.int8)]
    if results.miles is None:
        return match
    coming = np.fmin(results.miles, COMING_MILES)
    miles = np.where(results.is_coming, coming, np.nan_to_num(results.miles))
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
        millionths = np.rint(match_of(results) * _MATCH_STEPS).astype(np.int64)
        key = (key << _MATCH_BITS) | (_MOST_MATCH - np.minimum(millionths, _MOST_MATCH))
    return (key << _NAME_BITS) | arrays.name_places[results.numbers]


def _far_of(results: Results) -> Keys:
    """Return how far each is in ten-thousandths of a mile; farther than anything for no place."""
    if results.miles is None:
        return np.zeros(results.numbers.size, np.int64)
    far = np.rint(np.nan_to_num(results.miles) * 10_000).astype(np.int64)
    return np.where(np.isnan(results.miles), _NOWHERE, far)


def first_of(results: Results, arrays: Arrays, sort: Sort, stop: int) -> Places:
    """Return where the first `stop` results stand among all of them, in their order."""
    few = _few_best(results, stop) if sort is Sort.BEST else None
    if few is None:
        return _first_keys(keys_of(results, arrays, sort), stop)
    return few[_first_keys(keys_of(results.only(few), arrays, sort), stop)]


def _first_keys(keys: Keys, stop: int) -> Places:
    if stop < keys.size // 4:
        few = np.argpartition(keys, stop)[:stop]
        return few[np.argsort(keys[few])]
    return np.argsort(keys)[:stop]


def _few_best(results: Results, stop: int) -> Places | None:
    """Return some results that surely have the best `stop` among them; None for all of them.

    Nobody pages far through thousands of results, so most of them need no key.
    """
    if stop == 0 or stop * 4 > results.numbers.size:
        return None
    tiers = results.missed * 2 + ~results.is_sure * np.int8(2 << _MISSED_BITS)
    if results.miles is not None:
        tiers += np.isnan(results.miles) & ~results.is_coming
    sizes = np.cumsum(np.bincount(tiers.view(np.uint8)))
    last = int(np.searchsorted(sizes, stop))
    within = np.flatnonzero(tiers == last)
    wanted = stop - (int(sizes[last - 1]) if last else 0)
    match = match_of(results)[within]
    least = np.partition(match, match.size - wanted)[match.size - wanted]
    # Matches that are the same to a millionth are put in order by name.
    best = within[match >= least - 2 / _MATCH_STEPS]
    return np.concatenate([np.flatnonzero(tiers < last), best])
