"""Scores of words, held against Whoosh's own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.search.index import SLUG_FIELD, TEXT_FIELDS, WordIndex, build_index
from finder.search.scoring import (
    NONE_SCORED,
    WEIGHTS,
    Scored,
    Scorer,
    add_scores,
    all_of,
    best_scores,
    times,
)
from tests.search.strategies import INTERESTS, TEXT_WORDS, documents
from tests.search.whoosh_oracle import Scores, Whoosh, phrase_query, slug_query, word_query

UNKNOWN = "zebra"


@contextmanager
def scoring(*documents: dict[str, str]) -> Iterator[tuple[Scorer, Whoosh]]:
    """Open the scores of some documents, beside Whoosh."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        build_index(folder, documents)
        with closing(WordIndex(folder, len(documents))) as index, closing(Whoosh(folder)) as whoosh:
            yield Scorer(index), whoosh


def scores_of(scored: Scored) -> Scores:
    assert scored.numbers.dtype == np.dtype(np.int32)
    assert scored.scores.dtype == np.dtype(np.float32)
    assert scored.numbers.tolist() == sorted(set(scored.numbers.tolist()))
    return dict(zip(scored.numbers.tolist(), scored.scores.tolist(), strict=True))


def close_to(expected: Scores) -> object:
    return pytest.approx(expected, rel=1e-5, abs=1e-5)


@settings(max_examples=20)
@given(documents(), st.lists(st.sampled_from((*TEXT_WORDS, UNKNOWN)), min_size=1, max_size=4))
def test_scores_are_those_of_whoosh_itself(every: list[dict[str, str]], phrase: list[str]) -> None:
    with scoring(*every) as (scorer, whoosh):
        for word in (*TEXT_WORDS, UNKNOWN):
            expected = whoosh.scores(word_query(word))
            assert scores_of(scorer.word(word)) == close_to(expected)
        for slug in (*INTERESTS, UNKNOWN):
            expected = whoosh.scores(slug_query(slug))
            assert scores_of(scorer.slug(slug)) == close_to(expected)
        assert scores_of(scorer.phrase(phrase)) == close_to(whoosh.scores(phrase_query(phrase)))


@settings(max_examples=10)
@given(documents())
def test_the_fields_of_a_word_add_up_to_its_score(every: list[dict[str, str]]) -> None:
    with scoring(*every) as (scorer, _):
        for word in TEXT_WORDS:
            scores = {
                number: sum(scorer.fields_of(word, number).values()) for number in range(len(every))
            }
            assert {number: score for number, score in scores.items() if score} == close_to(
                scores_of(scorer.word(word))
            )


def test_a_word_of_every_document_still_scores_in_a_large_index() -> None:
    every = [
        {"name": f"word{number % 7}", "about": "warm " * (number % 90)} for number in range(900)
    ]
    with scoring(*every) as (scorer, whoosh):
        for word in ("warm", "word3"):
            assert scores_of(scorer.word(word)) == close_to(whoosh.scores(word_query(word)))


def test_a_text_counts_by_its_weight() -> None:
    with scoring(*({name: "gardening"} for name in TEXT_FIELDS)) as (scorer, _):
        scores = scores_of(scorer.word("garden"))

    assert [scores[number] / scores[5] for number in range(6)] == pytest.approx(
        [WEIGHTS[name] / WEIGHTS["about"] for name in TEXT_FIELDS]
    )
    assert max(WEIGHTS, key=WEIGHTS.__getitem__) in ("name", SLUG_FIELD)


def scored(**scores: float) -> Scored:
    """Return scores, given as n0=1.0."""
    numbers = [int(name[1:]) for name in scores]
    return Scored(np.array(numbers, np.int32), np.array(list(scores.values()), np.float32))


PARTS = [scored(n0=1.0, n2=2.0), scored(n2=3.0, n4=0.5), scored(n0=0.25)]


def test_what_is_in_every_part_has_the_sum_of_its_scores() -> None:
    parts = [scored(n0=1.0, n2=2.0, n4=0.5), scored(n2=3.0, n4=0.5), scored(n1=1.0, n4=0.25)]

    assert scores_of(all_of(parts)) == {4: 1.25}
    assert scores_of(all_of(parts[:2])) == {2: 5.0, 4: 1.0}
    assert all_of(parts[:1]) is parts[0]
    assert scores_of(all_of([*parts, NONE_SCORED])) == {}
    assert scores_of(all_of([parts[0], scored(n7=1.0)])) == {}


def test_scores_are_added_up() -> None:
    assert scores_of(add_scores(PARTS, 5)) == {0: 1.25, 2: 5.0, 4: 0.5}
    assert add_scores(PARTS[:1], 5) is PARTS[0]
    assert add_scores([], 5) is NONE_SCORED


def test_the_best_of_several_scores_counts() -> None:
    assert scores_of(best_scores(PARTS, 5)) == {0: 1.0, 2: 3.0, 4: 0.5}
    assert best_scores(PARTS[:1], 5) is PARTS[0]
    assert best_scores([], 5) is NONE_SCORED


def test_scores_are_weighted() -> None:
    assert scores_of(times(PARTS[0], 0.5)) == {0: 0.5, 2: 1.0}
    assert times(PARTS[0], 1.0) is PARTS[0]
