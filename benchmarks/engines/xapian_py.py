"""Xapian, through its Python binding.

A word counts as often as its field is worth, which is how Xapian weighs fields. Each kind of
choice has a value slot with all that an activity has of it, one character each, and a spy counts
the different slots. The index is compacted.
"""

import shutil
from pathlib import Path

import msgspec
import xapian

from benchmarks.asked import Asked
from benchmarks.choices import KINDS, NEED, Codes, Counts, Picked
from benchmarks.engines import SHOWN, Reply
from benchmarks.engines.texts import (
    SLUG_WEIGHT,
    WEIGHTS,
    list_entries,
    read_codes,
    slug_word,
    write_codes,
)
from finder.catalogue.contents import Contents

_IDS_FILE = "ids.json"
_LANGUAGE = "en"
# Weights are whole numbers here.
_TIMES = 2
# The first character that stands for a code. Below it are spaces and control characters.
_FIRST = 33


def build(folder: Path, contents: Contents) -> None:
    codes = write_codes(folder, contents)
    loose, whole = folder / "loose", folder / "index"
    database = xapian.WritableDatabase(str(loose), xapian.DB_CREATE)
    texts = xapian.TermGenerator()
    texts.set_stemmer(xapian.Stem(_LANGUAGE))
    texts.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
    ids = []
    for entry in list_entries(contents, codes):
        document = xapian.Document()
        texts.set_document(document)
        for name, text in entry.texts.items():
            texts.index_text_without_positions(text, round(_TIMES * WEIGHTS[name]))
        for slug in entry.activity.interests:
            document.add_term(_slug_term(slug), round(_TIMES * SLUG_WEIGHT))
        for slot, kind in enumerate(KINDS):
            kept = sorted(set(entry.codes).intersection(codes.of_kind(kind)))
            document.add_value(slot, "".join(chr(_FIRST + code) for code in kept))
        for code in entry.codes:
            document.add_boolean_term(_code_term(code))
        database.add_document(document)
        ids.append(entry.activity.activity_id)
    database.commit()
    database.compact(str(whole))
    database.close()
    shutil.rmtree(loose)
    (folder / _IDS_FILE).write_bytes(msgspec.json.encode(ids))


class Search:
    """A Xapian index, open."""

    def __init__(self, folder: Path) -> None:
        self._codes = read_codes(folder)
        self._ids = msgspec.json.decode((folder / _IDS_FILE).read_bytes(), type=list[str])
        self._database = xapian.Database(str(folder / "index"))
        self._count = self._database.get_doccount()
        self._stem = xapian.Stem(_LANGUAGE)

    def prepare(self, asked: Asked) -> Asked:
        return asked

    def before(self) -> None:
        """Keep all that is kept."""

    def find(self, asked: Asked) -> Reply:
        words, picked = self._words(asked), asked.question.picked
        usual = [kind for kind in KINDS if kind == NEED or kind not in picked]
        enquiry = xapian.Enquire(self._database)
        enquiry.set_query(_narrowed(words, picked, self._codes))
        spies = _spy(enquiry, usual)
        result = enquiry.get_mset(0, SHOWN, self._count)
        total = result.get_matches_estimated()
        for kind in picked:
            if kind not in usual:
                others = {each: values for each, values in picked.items() if each != kind}
                spies |= self._spy_on(_narrowed(words, others, self._codes), kind)
        counts: Counts = {}
        for kind in KINDS:
            self._codes.counts(kind, _tally(spies[kind]), total, counts)
        # Documents are numbered from one.
        ids = tuple(self._ids[hit.docid - 1] for hit in result)
        return Reply(total=total, ids=ids, counts=counts)

    def reply(self, found: Reply) -> Reply:
        return found

    def _words(self, asked: Asked) -> xapian.Query:
        parts = []
        for each in asked.wanted:
            for phrase in each.phrases:
                terms = [xapian.Query(self._stem(word)) for word in phrase]
                parts.append(xapian.Query(xapian.Query.OP_AND, terms))
            parts += [xapian.Query(_slug_term(slug)) for slug in each.interests]
        return xapian.Query(xapian.Query.OP_OR, parts) if parts else xapian.Query.MatchAll

    def _spy_on(self, query: xapian.Query, kind: str) -> dict[str, xapian.ValueCountMatchSpy]:
        """Return the counts of one kind, without any ranking."""
        enquiry = xapian.Enquire(self._database)
        enquiry.set_weighting_scheme(xapian.BoolWeight())
        enquiry.set_query(query)
        spies = _spy(enquiry, [kind])
        enquiry.get_mset(0, 0, self._count)
        return spies


def _spy(enquiry: xapian.Enquire, kinds: list[str]) -> dict[str, xapian.ValueCountMatchSpy]:
    spies = {kind: xapian.ValueCountMatchSpy(KINDS.index(kind)) for kind in kinds}
    for spy in spies.values():
        enquiry.add_matchspy(spy)
    return spies


def _tally(spy: xapian.ValueCountMatchSpy) -> dict[int, int]:
    """Return how many activities have each code, from how many have each slot."""
    found: dict[int, int] = {}
    for slot in spy.values():
        for character in slot.term.decode():
            code = ord(character) - _FIRST
            found[code] = found.get(code, 0) + slot.termfreq
    return found


def _narrowed(words: xapian.Query, picked: Picked, codes: Codes) -> xapian.Query:
    query = words
    for kind, values in picked.items():
        is_need = kind == NEED
        wanted = codes.refused(values) if is_need else codes.accepted(kind, values)
        any_of = xapian.Query(xapian.Query.OP_OR, [xapian.Query(_code_term(c)) for c in wanted])
        how = xapian.Query.OP_AND_NOT if is_need else xapian.Query.OP_FILTER
        query = xapian.Query(how, query, any_of)
    return query


def _slug_term(slug: str) -> str:
    return f"XI{slug_word(slug)}"


def _code_term(code: int) -> str:
    return f"XC{code}"
