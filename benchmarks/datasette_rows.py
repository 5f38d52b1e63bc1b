"""The same activities as a table for Datasette, with full text search, and its addresses."""

from pathlib import Path
from urllib.parse import urlencode

from sqlite_utils import Database

from benchmarks.asked import Asked
from benchmarks.choices import KINDS, Codes, kept_of
from benchmarks.engines.sqlite_fts5 import expression
from benchmarks.engines.texts import SLUG, WEIGHTS, list_entries, slug_word
from finder.catalogue.contents import Contents
from finder.search.find import PAGE_LENGTH

TABLE = "activities"
# Facets that would take longer than so many milliseconds would be left out of the page.
_NO_LIMIT = "600000"


def write_rows(file: Path, contents: Contents) -> None:
    """Write the table, with the values of each kind of choice as a JSON array."""
    database = Database(file)
    table = database.table(TABLE)
    table.insert_all(
        (
            {
                "id": entry.activity.activity_id,
                **entry.texts,
                SLUG: " ".join(map(slug_word, entry.activity.interests)),
                **{kind: list(kept_of(kind, entry.activity)) for kind in KINDS},
            }
            for entry in list_entries(contents, Codes.of(contents))
        ),
        pk="id",
    )
    table.enable_fts([*WEIGHTS, SLUG], tokenize="porter")
    table.optimize()
    database.execute("ANALYZE")
    database.vacuum()
    database.close()


def command(file: Path) -> list[str]:
    """Return what serves the file, with nothing left out and nothing guessed at."""
    settings = {
        "sql_time_limit_ms": _NO_LIMIT,
        "facet_time_limit_ms": _NO_LIMIT,
        "suggest_facets": "off",
        "default_facet_size": "40",
        "cache_size_kb": "262144",
    }
    given = [part for name, value in settings.items() for part in ("--setting", name, value)]
    return ["-m", "datasette", "serve", "--immutable", str(file), "--port", "{port}", *given]


def address_of(asked: Asked, file: Path) -> str:
    """Return the page that shows the same: a search, choices, six facets and as many rows."""
    words = expression(asked.wanted)
    given = [("_search", words), ("_searchmode", "raw")] if words else []
    given += [
        (f"{kind}__arraycontains", value)
        for kind, values in asked.question.picked.items()
        for value in values
    ]
    given += [("_facet_array", kind) for kind in KINDS] + [("_size", str(PAGE_LENGTH))]
    return f"/{file.stem}/{TABLE}?{urlencode(given)}"
