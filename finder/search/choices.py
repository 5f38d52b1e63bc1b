"""Count what each choice would leave.

A count ignores the choice already made in its own kind: it says how many results there would be
if this value were picked in its place. A need is added to the needs already picked. The counts
take in activities that did not tell, because the results do too.

All values are counted at once: each is a row of bits, one for each activity, and the rows are
held against the set of results and their bits counted (`numpy.bitwise_count`).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day, DayChoice, DayPart
from finder.search.bits import WORD_BITS, words_of
from finder.search.columns import FIXED_VALUES, Columns, Kind
from finder.search.filters import Fit, Fits, chosen_in, fit_any, fit_when, possible_without


class Choice(NamedTuple):
    """One value that a person can pick, and how many results it would leave.

    `total` counts all of them; `sure` those that surely have the value.
    """

    value: str
    total: int
    sure: int
    is_chosen: bool


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
    Kind.ARRANGEMENT,
    Kind.SPACE,
)

_Rows = npt.NDArray[np.uint64]


class ChoiceTable:
    """The rows of bits of every value of every kind, made once for a generation.

    `values` are the council's own, such as its lots; other kinds have the fixed vocabulary.
    """

    def __init__(self, columns: Columns, values: Mapping[Kind, Sequence[str]]) -> None:
        self._columns = columns
        self.values: dict[Kind, tuple[str, ...]] = {
            kind: tuple(values.get(kind) or [str(each) for each in FIXED_VALUES.get(kind, ())])
            for kind in COUNTED
        }
        by_kind = [self.rows_of(kind, SearchQuery()) for kind in COUNTED]
        # All kinds in one piece: to count one of them costs hardly less than to count them all.
        self.all_rows: _Rows = np.concatenate(by_kind, axis=1)
        stops = np.cumsum([rows.shape[1] for rows in by_kind]).tolist()
        self.spans = {
            kind: slice(start, stop)
            for kind, start, stop in zip(COUNTED, [0, *stops], stops, strict=False)
        }

    @property
    def nbytes(self) -> int:
        return int(self.all_rows.nbytes)

    @property
    def count(self) -> int:
        return self._columns.count

    def rows(self, kind: Kind) -> _Rows:
        """Return the rows of a kind, of which nothing was chosen."""
        return self.all_rows[:, self.spans[kind]]

    def rows_of(self, kind: Kind, query: SearchQuery) -> _Rows:
        """Return the rows of a kind for a query that may choose a day, or a part of it.

        There are two layers, shape (2, values, words): the sure, and all that may fit.
        """
        fits = [self._fit(kind, value, query) for value in self.values[kind]]
        rows = [[words_of(fit.sure, self.count) for fit in fits]]
        rows.append([words_of(fit.possible, self.count) for fit in fits])
        return np.array(rows, np.uint64).reshape(2, len(fits), -(-self.count // WORD_BITS))

    def _fit(self, kind: Kind, value: str, query: SearchQuery) -> Fit:
        if kind is Kind.DAY:
            return fit_when(self._columns, DayChoice(value).days, query.parts)
        if kind is Kind.PART:
            days: list[Day] = sorted(query.wanted_days)
            return fit_when(self._columns, days, (DayPart(value),))
        return fit_any(self._columns.kinds[kind], [value])


class ChoiceCounts(Mapping[Kind, tuple[Choice, ...]]):
    """The counts of one answer by kind. Those of a kind are counted when somebody looks.

    `start` is what the words of the query leave, and `possible` what all of its choices do.
    """

    def __init__(
        self, table: ChoiceTable, query: SearchQuery, fits: Fits, start: int, possible: int
    ) -> None:
        self._table = table
        self._query = query
        self._fits = fits
        self._start = start
        self._possible = possible

    def __getitem__(self, kind: Kind) -> tuple[Choice, ...]:
        values = self._table.values[kind]
        chosen = {str(value) for value in chosen_in(self._query, kind)}
        is_chosen = map(chosen.__contains__, values) if chosen else repeat(False)
        sure, total = self._count(kind)
        return tuple(map(Choice, values, total, sure, is_chosen))

    def __iter__(self) -> Iterator[Kind]:
        return iter(COUNTED)

    def __len__(self) -> int:
        return len(COUNTED)

    def _count(self, kind: Kind) -> tuple[list[int], list[int]]:
        """Return how many results each value of a kind surely has, and how many it may have."""
        own = Kind.DAY if kind is Kind.PART else kind
        span = self._table.spans[kind]
        if own not in self._fits:
            sure, total = self._counts
            return sure[span], total[span]
        if kind is Kind.NEED:
            # A need is added to the needs picked; others take the place of their kind's own.
            surely = self._possible & self._fits[kind].sure
            (sure,) = self._count_in(self._table.rows(kind)[:1], surely)
            return sure, self._counts[1][span]
        rows = self._table.rows(kind)
        if own is Kind.DAY:
            rows = self._table.rows_of(kind, self._query)
        sure, total = self._count_in(rows, possible_without(self._fits, self._start, own))
        return sure, total

    @cached_property
    def _counts(self) -> list[list[int]]:
        """Return the counts of the values of all kinds, among all results."""
        return self._count_in(self._table.all_rows, self._possible)

    def _count_in(self, rows: _Rows, among: int) -> list[list[int]]:
        """Return for each layer how many of a set each of its rows holds.

        Few results leave most words of the set empty, and those are not looked at.
        """
        words = words_of(among, self._table.count)
        filled = np.flatnonzero(words)
        if filled.size * 4 < words.size:
            rows, words = rows[:, :, filled], words[filled]
        counts: list[list[int]]
        counts = np.bitwise_count(rows & words).sum(axis=2, dtype=np.uint32).tolist()
        return counts
