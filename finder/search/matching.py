"""Find the activities that match ideas, with their scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np
import numpy.typing as npt

from finder.domain.vocabulary import DayChoice, DayPart
from finder.search.bits import numbers_of
from finder.search.bounded import BoundedCache
from finder.search.columns import Columns, Kind
from finder.search.filters import fit_when
from finder.search.scoring import (
    CHOICE_SCORE,
    NONE_SCORED,
    SAME_WORD,
    Numbers,
    Scored,
    Scorer,
    Scores,
    add_scores,
    best_scores,
    sums_of,
    times,
)
from finder.search.words import Idea

MOST_IDEA_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class WordMatches:
    """The activities that match at least one idea: arrays of one shape (n,).

    `missed` is 0 for what has every idea. Otherwise it is 1 and the number of ideas that it lacks,
    weak ones not counted unless there is no other. `lost` are ideas that nothing matches; an
    activity can do nothing about those, so they do not count at all.
    """

    ideas: tuple[Idea, ...]
    numbers: Numbers
    scores: Scores
    missed: npt.NDArray[np.int8]
    lost: tuple[Idea, ...] = ()


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


class Matcher:
    """What matches each idea of one generation, kept up to a number of bytes."""

    def __init__(self, scorer: Scorer, columns: Columns) -> None:
        self.scorer = scorer
        self._columns = columns
        self._ideas: BoundedCache[Idea, Scored] = BoundedCache(MOST_IDEA_BYTES)

    def forget(self) -> None:
        """Drop what was kept."""
        self._ideas.clear()
        self.scorer.forget()

    def match(self, ideas: tuple[Idea, ...]) -> WordMatches:
        """Return what matches any of the ideas."""
        by_idea = [self.idea(idea) for idea in ideas]
        lost = tuple(
            idea for idea, part in zip(ideas, by_idea, strict=True) if not part.numbers.size
        )
        found = [part for part in by_idea if part.numbers.size]
        if len(found) <= 1:
            only = found[0] if found else NONE_SCORED
            missed = np.zeros(only.numbers.size, np.int8)
            return WordMatches(ideas, only.numbers, only.scores, missed, lost)
        total, hits = sums_of(found, self.scorer.count)
        missed = np.where(hits < len(found), 1 + len(found) - hits, 0)
        strong = [
            part
            for idea, part in zip(ideas, by_idea, strict=True)
            if part.numbers.size and not idea.is_weak
        ]
        if 0 < len(strong) < len(found):
            every = np.concatenate([part.numbers for part in strong])
            strong_hits = np.bincount(every, minlength=self.scorer.count)[total.numbers]
            missed = np.where(missed, 1 + len(strong) - strong_hits, 0)
        return WordMatches(ideas, total.numbers, total.scores, missed.astype(np.int8), lost)

    def idea(self, idea: Idea) -> Scored:
        """Return what matches an idea in any way, the scores of all ways added up."""
        found = self._ideas.get(idea)
        if found is None:
            found = add_scores(self.parts_of(idea).all(), self.scorer.count)
            self._ideas.put(idea, found, found.nbytes)
        return found

    def parts_of(self, idea: Idea) -> IdeaParts:
        """Return what matches an idea, way by way.

        Of several words that mean the same, the one that matches best counts, so that nothing is
        first for listing them all.
        """
        scorer = self.scorer
        same = [scorer.phrase(phrase) for phrase in idea.same]
        filed = [times(scorer.slug(slug), weight) for slug, weight in idea.interests]
        return IdeaParts(
            words=scorer.phrase(idea.phrase),
            same=times(best_scores(same, scorer.count), SAME_WORD),
            interests=best_scores(filed, scorer.count),
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
        numbers = numbers_of(reduce(or_, sets), self.scorer.count)
        return Scored(numbers, np.full(numbers.size, CHOICE_SCORE))
