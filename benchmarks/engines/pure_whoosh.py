"""Whoosh by itself, as its documentation shows, with the choices counted by sets.

Whoosh's own `groupedby` counts too, and takes eight times as long. Here the first 20 come from a
search that stops early, and the counts from the set of all matches and a set for each choice
that is kept in memory.
"""

from functools import cache
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import KEYWORD, STORED, TEXT, Schema
from whoosh.query import And, Every, Or, Query, Term

from benchmarks.asked import Asked, Phrase
from benchmarks.choices import KINDS, NEED, Codes, Counts, Picked
from benchmarks.engines import SHOWN, Reply
from benchmarks.engines.texts import (
    SLUG,
    SLUG_WEIGHT,
    WEIGHTS,
    list_entries,
    read_codes,
    write_codes,
)
from finder.catalogue.contents import Contents

_FIELD = "choice"
_ID = "activity_id"
_MEMORY_MB = 256
_analyzer = StemmingAnalyzer()


def build(folder: Path, contents: Contents) -> None:
    codes = write_codes(folder, contents)
    index_folder = folder / "index"
    index_folder.mkdir()
    schema = Schema(
        **{name: TEXT(analyzer=_analyzer, phrase=False) for name in WEIGHTS},
        **{SLUG: KEYWORD(scorable=True), _FIELD: KEYWORD(), _ID: STORED()},
    )
    index = whoosh_index.create_in(str(index_folder), schema)
    writer = index.writer(limitmb=_MEMORY_MB, procs=1)
    for entry in list_entries(contents, codes):
        choices = " ".join(map(str, entry.codes))
        slugs = " ".join(entry.activity.interests)
        rest = {SLUG: slugs, _FIELD: choices, _ID: entry.activity.activity_id}
        writer.add_document(**entry.texts, **rest)
    writer.commit(optimize=True)
    index.close()


class Search:
    """A Whoosh index, open."""

    def __init__(self, folder: Path) -> None:
        self._codes = read_codes(folder)
        self._searcher = whoosh_index.open_dir(str(folder / "index"), readonly=True).searcher()
        self._having = cache(self._read_having)

    def prepare(self, asked: Asked) -> Asked:
        return asked

    def before(self) -> None:
        """Keep all that is kept."""

    def find(self, asked: Asked) -> Reply:
        query, picked = _query(asked), asked.question.picked
        results = self._searcher.search(query, limit=SHOWN, **_narrowed(self._codes, picked))
        matches = set(query.docs(self._searcher))
        matches.difference_update(*map(self._having, self._codes.refused(picked.get(NEED, ()))))
        fits = {
            kind: frozenset().union(*map(self._having, self._codes.accepted(kind, values)))
            for kind, values in picked.items()
            if kind != NEED
        }
        found = matches.intersection(*fits.values())
        counts: Counts = {}
        for kind in KINDS:
            others = [fit for each, fit in fits.items() if each != kind]
            base = matches.intersection(*others) if kind in fits else found
            each = {code: len(base & self._having(code)) for code in self._codes.of_kind(kind)}
            self._codes.counts(kind, each, len(found), counts)
        return Reply(total=len(found), ids=tuple(hit[_ID] for hit in results), counts=counts)

    def reply(self, found: Reply) -> Reply:
        return found

    def _read_having(self, code: int) -> frozenset[int]:
        """Return the activities that have a code."""
        if (_FIELD, str(code)) not in self._searcher.reader():
            return frozenset()
        return frozenset(Term(_FIELD, str(code)).docs(self._searcher))


def _query(asked: Asked) -> Query:
    parts = []
    for each in asked.wanted:
        parts += [_phrase_query(words) for phrase in each.phrases if (words := _words(phrase))]
        parts += [Term(SLUG, slug, boost=SLUG_WEIGHT) for slug in each.interests]
    return Or(parts) if parts else Every()


def _words(phrase: Phrase) -> list[str]:
    """Return the words of a phrase as the index has them; none when all are stop words."""
    return [token.text for word in phrase for token in _analyzer(word)]


def _phrase_query(words: list[str]) -> Query:
    return And([Or([Term(n, word, boost=b) for n, b in WEIGHTS.items()]) for word in words])


def _narrowed(codes: Codes, picked: Picked) -> dict[str, Query]:
    """Return the filter and the mask of a search."""
    accepted = [
        Or([Term(_FIELD, str(code)) for code in codes.accepted(kind, values)])
        for kind, values in picked.items()
        if kind != NEED
    ]
    refused = [Term(_FIELD, str(code)) for code in codes.refused(picked.get(NEED, ()))]
    narrowed = {}
    if accepted:
        narrowed["filter"] = And(accepted)
    if refused:
        narrowed["mask"] = Or(refused)
    return narrowed
