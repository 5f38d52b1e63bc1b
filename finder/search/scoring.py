"""Score activities for words: BM25F over arrays, with every weight of the ranking in one place.

The formula is Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
and Beyond", 2009, section 3.5), reckoned for each field by itself and added up with the field's
weight, just as Whoosh's `scoring.BM25F` does. The tests hold every score against Whoosh's own.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from finder.search.index import SLUG_FIELD, TEXT_FIELDS, Postings, WordIndex

# How soon more of the same word stops counting, and how much a long text is held against it.
# These are the values that Whoosh takes when it is not told any.
K1 = 1.2
B = 0.75

# A match in the name of an activity counts most, then its interests, then what it is.
WEIGHTS = {
    "name": 3.0,
    "interests": 2.5,
    "summary": 2.0,
    "provider": 2.0,
    "town": 1.5,
    "about": 1.0,
    SLUG_FIELD: 4.0,
}
# What a person wrote counts whole. What only means the same, or is a guess, counts less.
SAME_WORD = 0.4
INTEREST_BY_LABEL = 1.0
INTEREST_BY_SYNONYM = 0.75
# A choice found in the words, such as a day, scores the same for whatever has it.
CHOICE_SCORE = 15.0

# Seven digits are more than a score means, and half the memory of fifteen.
Scores = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Scored:
    """Activities and their scores: two arrays of one length (n,), in the order of the numbers."""

    numbers: Numbers
    scores: Scores


NONE_SCORED = Scored(np.empty(0, np.int32), np.empty(0, np.float32))


def bm25(
    postings: Postings, lengths: npt.NDArray[np.float32], average: float
) -> npt.NDArray[np.float64]:
    """Return the score of one word in one field for each posting (shape (n,)).

    `lengths` are the words that the field has in every activity, `average` is their mean.
    """
    weights = postings.weights.astype(np.float64)
    shares = lengths[postings.numbers].astype(np.float64) / average
    return postings.idf * (weights * (K1 + 1)) / (weights + K1 * (1 - B + B * shares))


class Scorer:
    """Scores words straight from a Whoosh index."""

    def __init__(self, index: WordIndex) -> None:
        self._index = index
        self._lengths = {name: index.lengths(name) for name in (*TEXT_FIELDS, SLUG_FIELD)}

    @property
    def count(self) -> int:
        return self._index.count

    def all_words(self) -> Iterator[tuple[str, Scored]]:
        """Return the scores of every word, given as its stem, in the order of the words."""
        return self._all(TEXT_FIELDS)

    def all_slugs(self) -> Iterator[tuple[str, Scored]]:
        """Return the scores of every interest that something is filed under."""
        return self._all((SLUG_FIELD,))

    def _all(self, names: Sequence[str]) -> Iterator[tuple[str, Scored]]:
        fields: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            for word in self._index.words_of(name):
                fields[word].append(name)
        return ((word, self._add_up(fields[word], word)) for word in sorted(fields))

    def close(self) -> None:
        self._index.close()

    def word(self, word: str) -> Scored:
        """Return the activities with a word in any of their texts, fields added up."""
        return self._add_up(TEXT_FIELDS, word)

    def slug(self, slug: str) -> Scored:
        """Return the activities that are filed under an interest."""
        return self._add_up((SLUG_FIELD,), slug)

    def phrase(self, words: Sequence[str]) -> Scored:
        """Return the activities that have all of the words, with the scores added up."""
        return all_of([self.word(word) for word in words])

    def fields_of(self, word: str, number: int) -> dict[str, float]:
        """Return what a word adds to one activity's score, by the field that it stands in."""
        scores = {}
        for name in TEXT_FIELDS:
            found = self._field(name, word)
            if found is not None and number in found.numbers:
                scores[name] = float(found.scores[found.numbers == number][0])
        return scores

    def _add_up(self, names: Sequence[str], word: str) -> Scored:
        """Return the activities with a word in any of some fields, fields added up."""
        parts = [self._field(name, word) for name in names]
        return add_scores([each for each in parts if each is not None], self.count)

    def _field(self, name: str, word: str) -> Scored | None:
        postings = self._index.postings(name, word)
        if postings is None:
            return None
        lengths, average = self._lengths[name]
        scores = WEIGHTS[name] * bm25(postings, lengths, average)
        return Scored(postings.numbers, scores.astype(np.float32))


def all_of(parts: list[Scored]) -> Scored:
    """Return the activities that are in every part, with their scores added up."""
    if len(parts) == 1:
        return parts[0]
    parts = sorted(parts, key=lambda each: each.numbers.size)
    numbers, scores = parts[0].numbers, parts[0].scores
    for part in parts[1:]:
        if not numbers.size:
            return NONE_SCORED
        at = np.searchsorted(part.numbers, numbers)
        at[at == part.numbers.size] = 0
        both = part.numbers[at] == numbers
        numbers, scores = numbers[both], scores[both] + part.scores[at[both]]
    return Scored(numbers, scores)


def add_scores(parts: Sequence[Scored], count: int) -> Scored:
    """Return the activities of any part, with their scores added up."""
    if len(parts) <= 1:
        return parts[0] if parts else NONE_SCORED
    total = np.zeros(count, np.float32)
    has = np.zeros(count, np.bool_)
    for part in parts:
        total[part.numbers] += part.scores
        has[part.numbers] = True
    numbers = np.flatnonzero(has).astype(np.int32)
    return Scored(numbers, total[numbers])


def best_scores(parts: Sequence[Scored], count: int) -> Scored:
    """Return the activities of any part, each with the best of its scores."""
    if len(parts) <= 1:
        return parts[0] if parts else NONE_SCORED
    best = np.full(count, -np.inf, np.float32)
    for part in parts:
        best[part.numbers] = np.maximum(best[part.numbers], part.scores)
    numbers = np.flatnonzero(best > -np.inf).astype(np.int32)
    return Scored(numbers, best[numbers])


def times(part: Scored, weight: float) -> Scored:
    """Return the same activities with their scores weighted."""
    return part if weight == 1 else Scored(part.numbers, part.scores * np.float32(weight))
