"""Say why a result is where it is: the same sums as the search itself, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from finder.search.find import Answer, Hit, Searchable
from finder.search.ordering import COMING_MILES, HALF_MATCH_MILES, STALE_MATCH
from finder.search.scoring import SAME_WORD, Scored
from finder.search.words import Idea, Phrase


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that adds to a result's score: what it is, and by how much."""

    what: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a result is here.

    `reasons` has, for each idea of the words, what of it was found; an empty tuple is an idea
    that it lacks. The `match` is the sum of the reasons times `nearness` and `freshness`.
    """

    reasons: dict[Phrase, tuple[Reason, ...]]
    nearness: float
    freshness: float
    match: float


def explain(searchable: Searchable, answer: Answer, hit: Hit) -> Explanation:
    """Return why a result of an answer is here, and in its place."""
    reasons = {idea.phrase: tuple(_reasons(searchable, idea, hit.number)) for idea in answer.ideas}
    scores = [reason.score for each in reasons.values() for reason in each]
    score = sum(scores) if answer.ideas else 1.0
    nearness = 1 / (1 + _miles_counted(answer, hit) / HALF_MATCH_MILES)
    freshness = STALE_MATCH if hit.is_stale else 1.0
    return Explanation(
        reasons=reasons,
        nearness=nearness,
        freshness=freshness,
        match=score * nearness * freshness,
    )


def _miles_counted(answer: Answer, hit: Hit) -> float:
    if answer.whereabouts is None:
        return 0.0
    if hit.is_coming:
        return COMING_MILES if hit.miles is None else min(hit.miles, COMING_MILES)
    return hit.miles or 0.0


def _reasons(searchable: Searchable, idea: Idea, number: int) -> Iterator[Reason]:
    """Return what of an idea an activity has, the parts that `Matcher.idea` adds up."""
    scorer = searchable.index.scorer
    if _score_in(scorer.phrase(idea.phrase), number):
        for word in idea.phrase:
            for field, score in scorer.fields_of(word, number).items():
                yield Reason(f"“{word}” in {field}", score)
    same = [(phrase, _score_in(scorer.phrase(phrase), number)) for phrase in idea.same]
    phrase, score = max(same, key=lambda each: each[1], default=((), 0.0))
    if score:
        yield Reason(f"“{' '.join(phrase)}”, which means the same", score * SAME_WORD)
    filed = [
        (slug, weight * _score_in(scorer.slug(slug), number)) for slug, weight in idea.interests
    ]
    slug, score = max(filed, key=lambda each: each[1], default=("", 0.0))
    if score:
        yield Reason(f"filed under {slug}", score)
    score = _score_in(searchable.matcher.parts_of(idea).choices, number)
    if score:
        chosen = ", ".join(f"{parameter}={value}" for parameter, value in idea.choices)
        yield Reason(f"has {chosen}", score)


def _score_in(scored: Scored, number: int) -> float:
    place = int(np.searchsorted(scored.numbers, number))
    found = place < scored.numbers.size and scored.numbers[place] == number
    return float(scored.scores[place]) if found else 0.0
