"""Tantivy, through its Python binding.

One segment, no positions. All choices are numbers in one fast field, which one aggregation
counts in half the time that six fields take. Its numbers of documents are those of the order in
which they were added, so the ids stand in a list and no document has to be read.
"""

from pathlib import Path

import msgspec
import tantivy

from benchmarks.asked import Asked, Wanted
from benchmarks.choices import KINDS, NEED, Counts, Picked
from benchmarks.engines import SHOWN, Reply
from benchmarks.engines.texts import (
    SLUG,
    SLUG_WEIGHT,
    WEIGHTS,
    list_entries,
    read_codes,
    slug_word,
    write_codes,
)
from finder.catalogue.contents import Contents

_FIELD = "choice"
_IDS_FILE = "ids.json"
_HEAP_BYTES = 1_000_000_000
_COUNT = {_FIELD: {"terms": {"field": _FIELD, "size": 500}}}


def build(folder: Path, contents: Contents) -> None:
    codes = write_codes(folder, contents)
    builder = tantivy.SchemaBuilder()
    for name in (*WEIGHTS, SLUG):
        builder.add_text_field(name, tokenizer_name="en_stem", index_option="freq")
    builder.add_unsigned_field(_FIELD, indexed=True, fast=True)
    index_folder = folder / "index"
    index_folder.mkdir()
    index = tantivy.Index(builder.build(), path=str(index_folder))
    writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
    ids = []
    for entry in list_entries(contents, codes):
        document = tantivy.Document()
        for name, text in entry.texts.items():
            document.add_text(name, text)
        document.add_text(SLUG, " ".join(map(slug_word, entry.activity.interests)))
        for code in entry.codes:
            document.add_unsigned(_FIELD, code)
        writer.add_document(document)
        ids.append(entry.activity.activity_id)
    writer.commit()
    writer.wait_merging_threads()
    (folder / _IDS_FILE).write_bytes(msgspec.json.encode(ids))


class Search:
    """A tantivy index, open."""

    def __init__(self, folder: Path) -> None:
        self._codes = read_codes(folder)
        self._ids = msgspec.json.decode((folder / _IDS_FILE).read_bytes(), type=list[str])
        self._index = tantivy.Index.open(str(folder / "index"))
        self._searcher = self._index.searcher()
        assert self._searcher.num_segments == 1

    def prepare(self, asked: Asked) -> Asked:
        return asked

    def before(self) -> None:
        """Keep all that is kept."""

    def find(self, asked: Asked) -> Reply:
        text, picked = _expression(asked.wanted), asked.question.picked
        words = (
            self._index.parse_query(text, list(WEIGHTS), WEIGHTS)
            if text
            else tantivy.Query.all_query()
        )
        query = self._narrowed(words, picked)
        result = self._searcher.search(query, limit=SHOWN, count=True)
        usual = self._count(query)
        counts: Counts = {}
        for kind in KINDS:
            found = usual
            if kind in picked and kind != NEED:
                others = {each: values for each, values in picked.items() if each != kind}
                found = self._count(self._narrowed(words, others))
            self._codes.counts(kind, found, result.count, counts)
        ids = tuple(self._ids[address.doc] for _, address in result.hits)
        return Reply(total=result.count, ids=ids, counts=counts)

    def reply(self, found: Reply) -> Reply:
        return found

    def _narrowed(self, words: tantivy.Query, picked: Picked) -> tantivy.Query:
        """Return the query with what is picked, which adds nothing to the scores."""
        schema, parts = self._index.schema, [(tantivy.Occur.Must, words)]
        for kind, values in picked.items():
            if kind == NEED:
                codes, occur = self._codes.refused(values), tantivy.Occur.MustNot
            else:
                codes, occur = self._codes.accepted(kind, values), tantivy.Occur.Must
            any_of = tantivy.Query.term_set_query(schema, _FIELD, codes)
            parts.append((occur, tantivy.Query.const_score_query(any_of, 0.0)))
        return tantivy.Query.boolean_query(parts) if picked else words

    def _count(self, query: tantivy.Query) -> dict[int, int]:
        counted = self._searcher.aggregate(query, _COUNT)[_FIELD]["buckets"]
        return {int(bucket["key"]): bucket["doc_count"] for bucket in counted}


def _expression(wanted: tuple[Wanted, ...]) -> str:
    """Return the words as tantivy's own parser reads them."""
    parts = []
    for each in wanted:
        parts += [" AND ".join(phrase) for phrase in each.phrases]
        parts += [f"{SLUG}:{slug_word(slug)}^{SLUG_WEIGHT}" for slug in each.interests]
    return " OR ".join(f"({part})" for part in parts if part)
