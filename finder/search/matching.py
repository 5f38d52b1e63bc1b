"""Find the activities that match ideas, with their scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Self

import numpy as np
import numpy.typing as npt

from finder.domain.vocabulary import DayChoice, DayPart
from finder.search.bits import numbers_of
from finder.search.bounded import ENTRY_BYTES, BoundedCache
from finder.search.columns import Columns, Kind
from finder.search.filters import fit_when
from finder.search.scoring import (
    CHOICE_SCORE,
    NONE_SCORED,
    SAME_WORD,
    Numbers,
    Scored,
    Scores,
    add_scores,
    best_scores,
    times,
)
from finder.search.word_scores import WordScores
from finder.search.words import Idea

# The larger the council, the more room its ideas need: 4 MB and 320 bytes for each activity.
LEAST_IDEA_BYTES = 4_000_000
IDEA_BYTES_AN_ACTIVITY = 320

Counts = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class WordMatches:
    """How every activity matches the ideas of a text: arrays of shape (count,).

    `hits` counts the ideas that each has, 0 for what matches none; `strong_hits` those that are
    not weak. `known` and `strong` count the ideas that anything matches. `lost` are the others;
    an activity can do nothing about those.
    """

    ideas: tuple[Idea, ...]
    lost: tuple[Idea, ...]
    scores: Scores
    hits: Counts
    strong_hits: Counts
    known: int
    strong: int

    def missed(self, numbers: Numbers) -> Counts:
        """Return what some of the activities that match lack (shape (n,)).

        It is 0 for what has every idea. Otherwise it is 1 and the number of ideas that it lacks,
        weak ones not counted unless there is no other.
        """
        if self.known <= 1:
            return np.zeros(numbers.size, np.int8)
        hits = self.hits[numbers]
        strong_hits = hits if self.strong_hits is self.hits else self.strong_hits[numbers]
        lacking = np.int8(1 + self.strong) - strong_hits
        lacking[hits == self.known] = 0
        return lacking


@dataclass(frozen=True, slots=True)
class IdeaParts:
    """The scores of an idea by what matched: the words, a synonym, an interest, a choice."""

    words: Scored
    same: Scored
    interests: Scored
    choices: Scored

    def all(self) -> list[Scored]:
        """Return the parts that match anything."""
        parts = (self.words, self.same, self.interests, self.choices)
        return [part for part in parts if part.numbers.size]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What matches an idea: a score for each of some activities, or for all of them in a row.

    Most of the activities in a row (`numbers` is None) are added up much quicker than one by one.
    """

    numbers: npt.NDArray[np.intp] | None
    scores: Scores
    has: Counts | None

    @classmethod
    def of(cls, scored: Scored, count: int) -> Self:
        if scored.numbers.size * 4 < count:
            # Arrays are looked up by numbers of the machine's own size without a copy.
            return cls(scored.numbers.astype(np.intp), scored.scores, None)
        scores, has = np.zeros(count, np.float32), np.zeros(count, np.int8)
        scores[scored.numbers] = scored.scores
        has[scored.numbers] = 1
        return cls(None, scores, has)

    @property
    def nbytes(self) -> int:
        arrays = (self.numbers, self.scores, self.has)
        return ENTRY_BYTES + sum(each.nbytes for each in arrays if each is not None)

    def add_to(self, scores: Scores, *hits: Counts) -> None:
        """Add the scores to those of all activities, and 1 to the counts of those that match."""
        if self.has is not None:
            scores += self.scores
            for each in hits:
                each += self.has
            return
        scores[self.numbers] += self.scores
        for each in hits:
            each[self.numbers] += 1


class Matcher:
    """What matches each idea of one generation, kept up to a number of bytes."""

    def __init__(self, words: WordScores, columns: Columns) -> None:
        self._words = words
        self._columns = columns
        self._count = words.count
        most_bytes = LEAST_IDEA_BYTES + words.count * IDEA_BYTES_AN_ACTIVITY
        self._ideas: BoundedCache[Idea, _Kept] = BoundedCache(most_bytes)

    def forget(self) -> None:
        """Drop what was kept."""
        self._ideas.clear()

    def match(self, ideas: tuple[Idea, ...]) -> WordMatches:
        """Return what matches any of the ideas."""
        by_idea = [(idea, self._keep(idea)) for idea in ideas]
        known = [(idea, kept) for idea, kept in by_idea if kept.scores.size]
        strong = [idea for idea, _ in known if not idea.is_weak]
        scores = np.zeros(self._count, np.float32)
        hits = np.zeros(self._count, np.int8)
        all_alike = len(strong) in (0, len(known))
        strong_hits = hits if all_alike else np.zeros(self._count, np.int8)
        # In whatever order the words were typed, the last digits of their sums are the same.
        for idea, kept in sorted(known, key=lambda pair: pair[0].phrase):
            if all_alike or idea.is_weak:
                kept.add_to(scores, hits)
            else:
                kept.add_to(scores, hits, strong_hits)
        return WordMatches(
            ideas=ideas,
            lost=tuple(idea for idea, kept in by_idea if not kept.scores.size),
            scores=scores,
            hits=hits,
            strong_hits=strong_hits,
            known=len(known),
            strong=len(known) if all_alike else len(strong),
        )

    def _keep(self, idea: Idea) -> _Kept:
        kept = self._ideas.get(idea)
        if kept is None:
            kept = _Kept.of(add_scores(self.parts_of(idea).all(), self._count), self._count)
            self._ideas.put(idea, kept, kept.nbytes)
        return kept

    def parts_of(self, idea: Idea) -> IdeaParts:
        """Return what matches an idea, way by way.

        Of several words that mean the same, the one that matches best counts, so that nothing is
        first for listing them all.
        """
        words, count = self._words, self._count
        same = [words.phrase(phrase) for phrase in idea.same]
        filed = [times(words.slug(slug), weight) for slug, weight in idea.interests]
        return IdeaParts(
            words=words.phrase(idea.phrase),
            same=times(best_scores(same, count), SAME_WORD),
            interests=best_scores(filed, count),
            choices=self._choices(idea.choices),
        )

    def _choices(self, choices: Sequence[tuple[str, str]]) -> Scored:
        """Return the activities that surely have what the choices say."""
        if not choices:
            return NONE_SCORED
        days = [DayChoice(value) for parameter, value in choices if parameter == "day"]
        parts = [DayPart(value) for parameter, value in choices if parameter == "part"]
        sets = [
            self._columns.kinds[Kind(parameter)].has(value)
            for parameter, value in choices
            if parameter not in ("day", "part")
        ]
        if days or parts:
            single = [day for choice in days for day in choice.days]
            sets.append(fit_when(self._columns, single, parts).sure)
        numbers = numbers_of(reduce(or_, sets), self._count)
        return Scored(numbers, np.full(numbers.size, CHOICE_SCORE, np.float32))
