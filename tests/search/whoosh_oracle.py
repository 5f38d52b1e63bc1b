"""Whoosh's own search, to hold the quick scores against.

The very same question is built of Whoosh's own queries, and Whoosh's own searcher and matchers
answer it. Nothing of `finder.search.scoring` is used but its table of weights.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.matching import ListMatcher
from whoosh.query import And, DisjunctionMax, Or, Query, Term

from finder.search.index import SLUG_FIELD, TEXT_FIELDS
from finder.search.scoring import CHOICE_SCORE, SAME_WORD, WEIGHTS
from finder.search.words import Idea

Scores = dict[int, float]


def word_query(word: str, boost: float = 1.0) -> Query:
    """Return the query for a word, given as its stem, in any text."""
    return Or([Term(name, word, boost=boost * WEIGHTS[name]) for name in TEXT_FIELDS])


def phrase_query(words: Sequence[str], boost: float = 1.0) -> Query:
    """Return the query for all of some words."""
    return And([word_query(word, boost) for word in words])


def slug_query(slug: str, boost: float = 1.0) -> Query:
    """Return the query for an interest."""
    return Term(SLUG_FIELD, slug, boost=boost * WEIGHTS[SLUG_FIELD])


def idea_query(idea: Idea, chosen: Collection[int]) -> Query:
    """Return the query for an idea. `chosen` are the documents that have its choices."""
    same = [phrase_query(phrase, SAME_WORD) for phrase in idea.same]
    filed = [slug_query(slug, weight) for slug, weight in idea.interests]
    parts = [phrase_query(idea.phrase)]
    parts += [DisjunctionMax(each) for each in (same, filed) if each]
    return Or([*parts, _Chosen(sorted(chosen))] if chosen else parts)


class _Chosen(Query):  # type: ignore[misc]
    """These documents, each with the score of a choice."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self.numbers = numbers

    def estimate_size(self, reader: object) -> int:
        return len(self.numbers)

    def leaves(self) -> Iterator[Query]:
        yield self

    def matcher(self, searcher: object, context: object = None) -> Any:
        numbers = list(self.numbers)
        return ListMatcher(numbers, [CHOICE_SCORE] * len(numbers))


class Whoosh:
    """An index of Whoosh, opened by Whoosh."""

    def __init__(self, folder: Path) -> None:
        self._index = whoosh_index.open_dir(str(folder), readonly=True)
        self._searcher = self._index.searcher()

    def close(self) -> None:
        self._searcher.close()
        self._index.close()

    def scores(self, query: Query) -> Scores:
        """Return every document that matches, with its score."""
        return {hit.docnum: hit.score for hit in self._searcher.search(query, limit=None)}


def opened_by_whoosh(folder: Path) -> closing[Whoosh]:
    """Open the index of a folder that `build_search` wrote."""
    return closing(Whoosh(folder / "words"))
