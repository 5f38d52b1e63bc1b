"""What was found, before it is put in order."""

from dataclasses import dataclass

import numpy as np

from finder.domain.vocabulary import Sort
from finder.search.arrays import Miles
from finder.search.bits import Flags, flags_of, numbers_of
from finder.search.matching import WordMatches
from finder.search.ordering import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found, as sets, and what its order depends on, as arrays of all activities.

    `possible` are all of the results, `sure` those that surely fit every choice, `every_word`
    those that have every idea of the words, and `coming` the activities that come to the person.
    """

    possible: int
    sure: int
    every_word: int
    coming: int
    matches: WordMatches | None
    miles: Miles | None
    is_stale: Flags

    def results(self, stop: int, count: int, sort: Sort) -> Results:
        """Return results that have the first `stop` among them, out of `count` activities.

        The sure ones come first in every order, and in that of the best match those with every
        word do. Mostly there are enough of them, and the others need no looking at.
        """
        first = self.sure & self.every_word if sort is Sort.BEST else self.sure
        bits = first if first.bit_count() >= stop else self.possible
        numbers = numbers_of(bits, count)
        nothing = np.zeros(numbers.size, np.int8)
        matches = self.matches
        return Results(
            numbers=numbers,
            is_sure=flags_of(self.sure, count)[numbers],
            missed=nothing if matches is None else matches.missed(numbers),
            scores=(
                np.ones(numbers.size, np.float32) if matches is None else matches.scores[numbers]
            ),
            miles=None if self.miles is None else self.miles[numbers],
            is_coming=flags_of(self.coming, count)[numbers],
            is_stale=self.is_stale[numbers],
        )
