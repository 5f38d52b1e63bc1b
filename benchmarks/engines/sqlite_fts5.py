"""SQLite's FTS5, with the choices counted in SQL.

Of the ways that were tried (a row for each choice and GROUP BY; sets of bits; a temporary table
of matches; one statement with a materialised CTE), this was the fastest: a column of 0 or 1 for
each choice, whose sums are the counts, and the words matched once for the first 20 and once for
the sums, as matching is cheap and bm25() is not. The index keeps no texts, the connection reads
only, and all of the file is in memory.
"""

import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.asked import Asked, Wanted
from benchmarks.choices import KINDS, NEED, Codes, Counts, Picked
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

_FILE = "fts5.db"
_FIELDS = (*WEIGHTS, SLUG)
_RANK = f"bm25(words, {', '.join(map(str, (*WEIGHTS.values(), SLUG_WEIGHT)))})"
_TOKENIZER = "porter unicode61 remove_diacritics 2"


def build(folder: Path, contents: Contents) -> None:
    codes = write_codes(folder, contents)
    with closing(sqlite3.connect(folder / _FILE)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        _create(connection, codes)
        _fill(connection, contents, codes)
        connection.execute("INSERT INTO words(words) VALUES ('optimize')")
        connection.execute("ANALYZE")
        connection.commit()
        connection.execute("VACUUM")


def _create(connection: sqlite3.Connection, codes: Codes) -> None:
    connection.execute(
        f"CREATE VIRTUAL TABLE words USING fts5("
        f"{', '.join(_FIELDS)}, content='', tokenize='{_TOKENIZER}')"
    )
    columns = ", ".join(f"c{code} INTEGER" for code in codes.code.values())
    connection.execute(f"CREATE TABLE choices (number INTEGER PRIMARY KEY, {columns})")
    connection.execute("CREATE TABLE activities (number INTEGER PRIMARY KEY, activity_id TEXT)")


def _fill(connection: sqlite3.Connection, contents: Contents, codes: Codes) -> None:
    every = list(codes.code.values())
    into_words = _insert(f"words (rowid, {', '.join(_FIELDS)})", 1 + len(_FIELDS))
    into_choices = _insert("choices", 1 + len(every))
    for number, entry in enumerate(list_entries(contents, codes)):
        slugs = " ".join(slug_word(slug) for slug in entry.activity.interests)
        connection.execute(into_words, (number, *entry.texts.values(), slugs))
        connection.execute(into_choices, (number, *(int(code in entry.codes) for code in every)))
        connection.execute(
            "INSERT INTO activities VALUES (?, ?)", (number, entry.activity.activity_id)
        )


def _insert(into: str, count: int) -> str:
    return f"INSERT INTO {into} VALUES ({', '.join('?' * count)})"


class Search:
    """An FTS5 index, open."""

    def __init__(self, folder: Path) -> None:
        self._codes = read_codes(folder)
        address = f"{(folder / _FILE).absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True)
        for pragma in ("cache_size = -262144", "mmap_size = 1073741824", "temp_store = MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")

    def prepare(self, asked: Asked) -> Asked:
        return asked

    def before(self) -> None:
        """Keep all that is kept."""

    def find(self, asked: Asked) -> Reply:
        words, picked = expression(asked.wanted), asked.question.picked
        tests = self._tests(picked)
        widened = [kind for kind in picked if kind != NEED]
        usual = [kind for kind in KINDS if kind not in widened]
        found: dict[int, int] = {}
        total = self._count(words, tests.values(), usual, found)
        for kind in widened:
            others = [test for each, test in tests.items() if each != kind]
            self._count(words, others, [kind], found)
        counts: Counts = {}
        for kind in KINDS:
            self._codes.counts(kind, found, total, counts)
        return Reply(total=total, ids=self._first(words, tests.values()), counts=counts)

    def reply(self, found: Reply) -> Reply:
        return found

    def _tests(self, picked: Picked) -> dict[str, str]:
        """Return what an activity has to pass, as SQL, for each kind that is picked."""
        tests = {}
        for kind, values in picked.items():
            is_need = kind == NEED
            codes = self._codes.refused(values) if is_need else self._codes.accepted(kind, values)
            any_of = " OR ".join(f"c{code}" for code in codes)
            tests[kind] = f"NOT ({any_of})" if is_need else f"({any_of})"
        return tests

    def _count(
        self, words: str, tests: Collection[str], kinds: Sequence[str], found: dict[int, int]
    ) -> int:
        """Put how many activities have each value of the kinds into `found`; return how many."""
        codes = [code for kind in kinds for code in self._codes.of_kind(kind)]
        sums = ", ".join(f"sum(c{code})" for code in codes)
        matches = f"{_MATCHING} CROSS JOIN choices USING (number)" if words else "choices"
        (row,) = self._connection.execute(
            f"SELECT count(*), {sums} FROM {matches} {_where(tests)}", [words] if words else []
        )
        found.update(zip(codes, (count or 0 for count in row[1:]), strict=True))
        return int(row[0])

    def _first(self, words: str, tests: Collection[str]) -> tuple[str, ...]:
        """Return the activities that come first."""
        matches = _RANKED if words else "(SELECT number, 0 AS score FROM choices)"
        if tests:
            matches += " CROSS JOIN choices USING (number)"
        rows = self._connection.execute(
            f"SELECT activity_id FROM (SELECT number, score FROM {matches} {_where(tests)} "
            f"ORDER BY score, number LIMIT {SHOWN}) JOIN activities USING (number) "
            "ORDER BY score, number",
            [words] if words else [],
        )
        return tuple(activity_id for (activity_id,) in rows)


_MATCHING = "(SELECT rowid AS number FROM words WHERE words MATCH ?)"
_RANKED = f"(SELECT rowid AS number, {_RANK} AS score FROM words WHERE words MATCH ?)"


def _where(tests: Collection[str]) -> str:
    return f"WHERE {' AND '.join(tests)}" if tests else ""


def expression(wanted: Sequence[Wanted]) -> str:
    """Return the words as FTS5 wants them."""
    parts = []
    for each in wanted:
        parts += [" AND ".join(f'"{word}"' for word in phrase) for phrase in each.phrases]
        parts += [f'{SLUG} : "{slug_word(slug)}"' for slug in each.interests]
    return " OR ".join(f"({part})" for part in parts if part)
