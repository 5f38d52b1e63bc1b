"""Answer a query: which activities, in what order, with the choices beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import repeat
from math import isnan
from typing import NamedTuple

import numpy as np

from finder.domain.council import Council
from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Sort
from finder.search.arrays import Arrays
from finder.search.bits import holds, set_of_flags
from finder.search.choices import ChoiceCounts, ChoiceTable
from finder.search.columns import Columns, Kind
from finder.search.filters import Fits, fits_of, possible_without, sure_of_all
from finder.search.found import Found
from finder.search.index import surface_words
from finder.search.lexicon import Completions
from finder.search.matching import Matcher, WordMatches
from finder.search.ordering import first_of
from finder.search.understanding import Reader
from finder.search.word_scores import WordScores
from finder.search.words import Idea, Thesaurus

PAGE_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """Everything that a search of one council needs, open and read-only.

    `reasons` has every interest, with the big reason that it stands under.
    """

    council: Council
    reasons: Mapping[str, str]
    columns: Columns
    arrays: Arrays
    table: ChoiceTable
    index: WordScores
    matcher: Matcher
    thesaurus: Thesaurus
    reader: Reader
    completions: Completions

    def forget(self) -> None:
        """Drop all that was kept of earlier questions, as if this were the first."""
        self.matcher.forget()
        self.arrays.forget()


class Note(StrEnum):
    """Something that a person should know about an answer."""

    SOME_WORDS = "some-words"
    THEN_SOME_WORDS = "then-some-words"
    NO_WORDS = "no-words"
    FARTHER = "farther"


class Hit(NamedTuple):
    """One result. `not_told` are the kinds of choice that nobody told about it.

    `miles` is a straight line to its nearest place. `missed` is 0 when it has every idea of the
    words, more when it lacks some, and None when there were no words. `is_coming` says that its
    helpers come to where the person is. `asked` are the kinds of choice that were made.
    """

    number: int
    activity_id: str
    score: float
    miles: float | None
    is_sure: bool
    missed: int | None
    is_stale: bool
    is_coming: bool = False
    asked: tuple[Kind, ...] = ()
    not_told: tuple[Kind, ...] = ()

    @property
    def why(self) -> tuple[str, ...]:
        """Return why the activity is among the results, as short codes."""
        reasons = [
            f"{kind}:{'not-told' if kind in self.not_told else 'fits'}" for kind in self.asked
        ]
        if self.missed is not None:
            reasons.insert(0, "words:some" if self.missed else "words:all")
        if self.is_stale:
            reasons.append("checked:old")
        return tuple(reasons)


class Answer:
    """What a query found.

    `total` counts every result, `sure` those that surely fit, and `with_every_word` those that
    match all of the words. `sort` is the order that they are in. `farther` counts what a limit of
    distance left out. `ideas` is what was understood of the words, and `lost` those of them that
    stand nowhere.
    """

    def __init__(
        self,
        *,
        query: SearchQuery,
        whereabouts: Whereabouts | None,
        columns: Columns,
        found: Found,
        arrays: Arrays,
        sort: Sort,
        fits: Fits,
        choices: ChoiceCounts,
        ideas: tuple[Idea, ...],
        lost: tuple[Idea, ...],
        notes: tuple[Note, ...],
        farther: int,
    ) -> None:
        self.query = query
        self.whereabouts = whereabouts
        self.choices = choices
        self.ideas = ideas
        self.lost = lost
        self.notes = notes
        self.farther = farther
        self.total = found.possible.bit_count()
        self.sure = found.sure.bit_count()
        self.with_every_word = found.every_word.bit_count()
        self._columns = columns
        self._found = found
        self._arrays = arrays
        self.sort = sort
        self._fits = fits

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Return all of the results in order."""
        return self.slice(0, self.total)

    def page(self, number: int) -> tuple[Hit, ...]:
        """Return the results of a page, the first being page 1."""
        return self.slice((number - 1) * PAGE_LENGTH, number * PAGE_LENGTH)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_LENGTH))

    def slice(self, start: int, stop: int) -> tuple[Hit, ...]:
        """Return the results from one place in the order to before another, the first being 0."""
        results = self._found.results(stop, self._arrays.count, self.sort)
        places = first_of(results, self._arrays, self.sort, stop)[start:]
        numbers = results.numbers[places].tolist()
        nothing = [None] * len(numbers)
        miles: Sequence[float | None] = nothing
        if results.miles is not None:
            told = results.miles[places].tolist()
            miles = [None if isnan(far) else far for far in told]
        is_sure = results.is_sure[places].tolist()
        not_told = [
            () if sure else self._not_told(n) for n, sure in zip(numbers, is_sure, strict=True)
        ]
        return tuple(
            map(
                Hit,
                numbers,
                map(self._columns.activity_ids.__getitem__, numbers),
                np.round(results.scores[places], 6).tolist(),
                miles,
                is_sure,
                results.missed[places].tolist() if self.ideas else nothing,
                results.is_stale[places].tolist(),
                results.is_coming[places].tolist(),
                repeat(tuple(self._fits)),
                not_told,
            )
        )

    def _not_told(self, number: int) -> tuple[Kind, ...]:
        return tuple(kind for kind, fit in self._fits.items() if holds(fit.not_told, number))


def find(
    searchable: Searchable,
    query: SearchQuery,
    *,
    whereabouts: Whereabouts | None,
    today: date,
) -> Answer:
    """Return the answer to a query from where the person is, when that is known."""
    columns, arrays = searchable.columns, searchable.arrays
    matches = _match(searchable, query.text)
    start = columns.live
    if matches is not None:
        start &= set_of_flags(matches.hits > 0)
    miles = arrays.miles_from(whereabouts.point) if whereabouts else None
    coming = 0
    if whereabouts is not None and columns.serves:
        coming = columns.serves.get(arrays.area_at(whereabouts.point), 0)
    fits = fits_of(columns, arrays, query, miles, coming)
    possible = possible_without(fits, start)
    every_word = possible
    if matches is not None and matches.known > 1:
        every_word &= set_of_flags(matches.hits == matches.known)
    found = Found(
        possible=possible,
        sure=sure_of_all(fits, start),
        every_word=every_word,
        coming=coming,
        matches=matches,
        miles=miles,
        is_stale=arrays.old_on(today, searchable.council.stale_months),
    )
    farther = 0
    if Kind.NEAR in fits:
        farther = (possible_without(fits, start, Kind.NEAR) & ~possible).bit_count()
    return Answer(
        query=query,
        whereabouts=whereabouts,
        columns=columns,
        found=found,
        arrays=arrays,
        sort=_sort_of(query, whereabouts),
        fits=fits,
        choices=ChoiceCounts(searchable.table, query, fits, start, possible),
        ideas=matches.ideas if matches is not None else (),
        lost=matches.lost if matches is not None else (),
        notes=_notes(found, farther, has_words=start != 0 if matches else _is_word(query.text)),
        farther=farther,
    )


def _match(searchable: Searchable, text: str) -> WordMatches | None:
    """Return what matches the words, or None when there are no words to look for.

    A text may hold nothing but words like "the", or none at all. Then everything is shown.
    """
    ideas = searchable.thesaurus.ideas_in(text) if text else ()
    return searchable.matcher.match(ideas) if ideas else None


def _is_word(text: str) -> bool:
    """Return whether a text without ideas is nothing, or words that say nothing, and no "🏊"."""
    return not text or surface_words(text) != []


def _sort_of(query: SearchQuery, whereabouts: Whereabouts | None) -> Sort:
    """Return the order: nobody can be near to a person who has not said where they are."""
    if query.sort is Sort.NEAR and whereabouts is None:
        return Sort.BEST
    return query.sort


def _notes(found: Found, farther: int, *, has_words: bool) -> tuple[Note, ...]:
    """Return the notes. `has_words` is false when no word that was typed stands anywhere."""
    notes = []
    if not has_words:
        notes.append(Note.NO_WORDS)
    elif found.possible and not found.every_word:
        notes.append(Note.SOME_WORDS)
    elif found.every_word != found.possible:
        notes.append(Note.THEN_SOME_WORDS)
    if farther:
        notes.append(Note.FARTHER)
    return tuple(notes)
