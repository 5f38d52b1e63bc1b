"""Whoosh's own search, to hold the quick scores against.

The very same question is built of Whoosh's own queries, and Whoosh's own searcher and matchers
answer it. Nothing of `finder.search.scoring` is used but its table of weights.
"""

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.query import And, Or, Query, Term

from finder.search.index import SLUG_FIELD, TEXT_FIELDS
from finder.search.scoring import CHOICE_SCORE, SAME_WORD, WEIGHTS
from finder.search.word_scores import index_folder
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

    def idea(self, idea: Idea, chosen: Iterable[int]) -> Scores:
        """Return what matches an idea in any way. `chosen` are the documents with its choices.

        The best of several is taken here, because Whoosh's own `DisjunctionMax` gives a document
        the best score of whatever document each of its matchers stands at.
        """
        same = [self.scores(phrase_query(phrase, SAME_WORD)) for phrase in idea.same]
        filed = [self.scores(slug_query(slug, weight)) for slug, weight in idea.interests]
        words = self.scores(phrase_query(idea.phrase))
        return sum_of([words, best_of(same), best_of(filed), dict.fromkeys(chosen, CHOICE_SCORE)])


def best_of(every: Sequence[Scores]) -> Scores:
    """Return the best score of each document."""
    numbers = {number for scores in every for number in scores}
    return {each: max(scores[each] for scores in every if each in scores) for each in numbers}


def sum_of(every: Sequence[Scores]) -> Scores:
    """Return the scores of each document, added up."""
    numbers = {number for scores in every for number in scores}
    return {each: sum(scores.get(each, 0.0) for scores in every) for each in sorted(numbers)}


def opened_by_whoosh(folder: Path) -> closing[Whoosh]:
    """Open the index of a folder that `build_search` wrote."""
    return closing(Whoosh(index_folder(folder / "words")))
