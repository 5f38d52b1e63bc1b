"""Build and ask the Whoosh index. Nothing else in the project imports Whoosh.

Opening a Whoosh index runs what it has pickled, so an index is only ever opened by the machine
that built it, or after its manifest was checked (`finder.generations`). Text from people never
reaches Whoosh's query parser: a few characters there can cost minutes. It is cut into words by
`stems_of`, and queries are built from those.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from unicodedata import normalize

from whoosh import index as whoosh_index
from whoosh.analysis import CharsetFilter, LowercaseFilter, RegexTokenizer, StemFilter, StopFilter
from whoosh.fields import KEYWORD, TEXT, Schema
from whoosh.lang.porter2 import stem
from whoosh.query import And, Or, Query, Term
from whoosh.support.charset import accent_map

__all__ = [
    "IndexBrokenError",
    "Query",
    "WordIndex",
    "any_of",
    "build_index",
    "slug_query",
    "stems_of",
    "word_query",
]

# A match in the name of an activity counts most, then its interests, then what it is.
WEIGHTS = {
    "name": 4.0,
    "interests": 3.0,
    "summary": 2.0,
    "provider": 1.5,
    "town": 1.5,
    "about": 1.0,
}
# The interests' own slugs, so that "swim" finds all that is filed under swimming.
SLUG_FIELD = "slug"
_MEMORY_MB = 256


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Return the stem of a word.

    Porter's second stemmer: the first leaves "swimming" as "swimm" and does not find "swim".
    Whoosh's own cache of stems is not for several threads at once, so this one takes its place.
    """
    return str(stem(word))


# Letters and digits, as in "2.30pm". Whoosh's own pattern takes "swim*" for a word of its own.
_WORD = r"[^\W_]+(\.?[^\W_]+)*"
# Accents go first, so that a word is stemmed alike with and without them.
_analyzer = (
    RegexTokenizer(_WORD)
    | LowercaseFilter()
    | CharsetFilter(accent_map)
    | StopFilter()
    | StemFilter(stemfn=_stem, cachesize=None)
)


class IndexBrokenError(Exception):
    """The index cannot be opened, or is not the one that belongs to the catalogue."""


def stems_of(text: str) -> list[str]:
    """Return the words of a text as the index keeps them: stems, without accents or stop words."""
    return [token.text for token in _analyzer(_composed(text))]


def _composed(text: str) -> str:
    """Return a text with each letter and its accent as one character, or it is cut in two."""
    return normalize("NFKC", text)


def _schema() -> Schema:
    texts = {name: TEXT(analyzer=_analyzer, phrase=False) for name in WEIGHTS}
    return Schema(**texts, **{SLUG_FIELD: KEYWORD(scorable=True)})


def build_index(folder: Path, documents: Sequence[Mapping[str, str]]) -> None:
    """Write the documents, in the order of the activities' numbers, as one segment."""
    folder.mkdir(parents=True, exist_ok=True)
    built = whoosh_index.create_in(str(folder), _schema())
    writer = built.writer(limitmb=_MEMORY_MB, procs=1)
    try:
        for document in documents:
            writer.add_document(**{name: _composed(text) for name, text in document.items()})
    except BaseException:
        writer.cancel()
        raise
    writer.commit(optimize=True)
    built.close()


class WordIndex:
    """An index that is open for reading. Document number n is activity number n.

    All readers of a Whoosh index share one position in its file, so threads take turns.
    """

    def __init__(self, folder: Path, count: int) -> None:
        self._turn = Lock()
        try:
            self._index = whoosh_index.open_dir(str(folder), readonly=True)
            self._searcher = self._index.searcher()
        except Exception as error:  # A damaged index raises errors of any kind.
            raise IndexBrokenError(
                f"{folder} cannot be opened: {error}. Build it again."
            ) from error
        if self._searcher.doc_count_all() != count:
            self.close()
            raise IndexBrokenError(f"{folder} belongs to another catalogue. Build it again.")

    def close(self) -> None:
        self._searcher.close()
        self._index.close()

    def scores(self, query: Query) -> dict[int, float]:
        """Return the BM25F score of each document that matches, by its number."""
        scores: dict[int, float] = {}
        with self._turn:
            context = self._searcher.context(weighting=self._searcher.weighting)
            matcher = query.matcher(self._searcher, context)
            while matcher.is_active():
                scores[matcher.id()] = matcher.score()
                matcher.next()
        return scores


def word_query(words: Sequence[str]) -> Query:
    """Return a query for documents that have all the words in any of their texts."""
    each = [
        Or([Term(name, word, boost=boost) for name, boost in WEIGHTS.items()]) for word in words
    ]
    return each[0] if len(each) == 1 else And(each)


def slug_query(slug: str) -> Query:
    """Return a query for documents that are filed under an interest."""
    return Term(SLUG_FIELD, slug, boost=WEIGHTS["interests"])


def any_of(queries: Sequence[Query]) -> Query:
    """Return a query for documents that match any of the queries."""
    return queries[0] if len(queries) == 1 else Or(list(queries))
