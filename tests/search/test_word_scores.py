"""Scores that were worked out when they were built, held against Whoosh's own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.search.index import IndexBrokenError, WordIndex, build_index
from finder.search.scoring import Scored, Scorer
from finder.search.word_scores import WordScores, index_folder, write_word_scores
from tests.search.strategies import INTERESTS, TEXT_WORDS, documents
from tests.search.whoosh_oracle import Scores, Whoosh, phrase_query, slug_query, word_query

UNKNOWN = "zebra"


def write(folder: Path, *every: dict[str, str]) -> None:
    """Write the scores of some documents, as a build does."""
    build_index(index_folder(folder), every)
    with closing(Scorer(WordIndex(index_folder(folder), len(every)))) as scorer:
        write_word_scores(folder, scorer)


@contextmanager
def scored(*every: dict[str, str]) -> Iterator[tuple[WordScores, Whoosh]]:
    """Write the scores of some documents, and open them beside Whoosh."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, *every)
        with (
            closing(WordScores(folder, len(every))) as scores,
            closing(Whoosh(index_folder(folder))) as whoosh,
        ):
            yield scores, whoosh


def scores_of(found: Scored) -> Scores:
    return dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))


@settings(max_examples=20)
@given(documents(), st.lists(st.sampled_from((*TEXT_WORDS, UNKNOWN)), min_size=1, max_size=4))
def test_scores_are_those_of_whoosh_itself(every: list[dict[str, str]], phrase: list[str]) -> None:
    with scored(*every) as (scores, whoosh):
        expected = {word: whoosh.scores(word_query(word)) for word in (*TEXT_WORDS, UNKNOWN)}
        slugs = {slug: whoosh.scores(slug_query(slug)) for slug in (*INTERESTS, UNKNOWN)}
        both = whoosh.scores(phrase_query(phrase))

        for word, found in expected.items():
            assert scores_of(scores.word(word)) == pytest.approx(found, rel=1e-5, abs=1e-5)
            assert scores.knows(word) == bool(found)
        for slug, found in slugs.items():
            assert scores_of(scores.slug(slug)) == pytest.approx(found, rel=1e-5, abs=1e-5)
        assert scores_of(scores.phrase(tuple(phrase))) == pytest.approx(both, rel=1e-5, abs=1e-5)
        # What explains a score is the index itself.
        for word, found in expected.items():
            assert scores_of(scores.scorer.word(word)) == pytest.approx(found, rel=1e-5, abs=1e-5)


def test_a_word_that_looks_like_a_slug_is_not_taken_for_one() -> None:
    with scored({"name": "Singing", "slug": "choir"}, {"name": "slug:choir"}) as (scores, _):
        found = [scores.word("slug:choir"), scores.slug("choir"), scores.word("choir")]

        assert [each.numbers.tolist() for each in found] == [[1], [0], []]


def test_what_processes_share_can_be_changed_by_none() -> None:
    with scored({"name": "swim"}) as (scores, _):
        found = scores.word("swim")

        for array in (found.numbers, found.scores):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 7


def test_scores_of_another_catalogue_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"name": "swim"})

    with pytest.raises(IndexBrokenError, match=r"another catalogue. Build it again"):
        WordScores(tmp_path, 2)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="nothing in it"),
        pytest.param('{"count": 1, "words": {"a": [0]}, "slugs": {}}', id="half a span"),
        pytest.param('{"count": 1, "words": {"a": 5}, "slugs": {}}', id="a number for a span"),
        pytest.param('{"count": 1, "words": 5, "slugs": {}}', id="a number for words"),
        pytest.param('{"count": "x", "words": {}, "slugs": {}}', id="no number"),
        pytest.param('{"count": 1, "words": {}}', id="no slugs"),
    ],
)
def test_a_list_of_words_that_says_something_else_is_refused(tmp_path: Path, written: str) -> None:
    write(tmp_path, {"name": "swim"})
    (tmp_path / "words.json").write_text(written)

    with pytest.raises(IndexBrokenError, match=r"is not whole: .*Build it again"):
        WordScores(tmp_path, 1)
