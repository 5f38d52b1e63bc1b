"""Write a catalogue."""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
from sqlite_utils import Database

from finder.catalogue.contents import Contents
from finder.catalogue.schema import SCHEMA_VERSION, create_tables


class CatalogueNotWrittenError(Exception):
    """The catalogue cannot be written: the disk is full, say, or an id is there twice."""


def build_catalogue(path: Path, contents: Contents) -> None:
    """Write the contents to a new SQLite file, or raise CatalogueNotWrittenError.

    An activity's `number` is its place in `contents.activities`; the search index counts the
    same way. The file is left without a journal, so that it can be opened on a read-only disk.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            _write_file(connection, contents)
    except sqlite3.Error as error:
        raise CatalogueNotWrittenError(f"{path} cannot be written: {error}.") from error


def _write_file(connection: sqlite3.Connection, contents: Contents) -> None:
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA foreign_keys = ON")
    database = Database(connection)
    create_tables(database)
    with database.atomic():
        _write(database, contents)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("ANALYZE")
    connection.commit()


def _write(database: Database, contents: Contents) -> None:
    council = contents.council
    database.table("council").insert(
        {"slug": council.slug, "name": council.name, "document": _json(council)}
    )
    database.table("providers").insert_all(
        {
            "provider_id": provider.provider_id,
            "name": provider.name,
            "status": provider.status.value,
            "document": _json(provider),
        }
        for provider in contents.providers
    )
    database.table("activities").insert_all(
        {
            "activity_id": activity.activity_id,
            "number": number,
            "provider_id": activity.provider_id,
            "name": activity.name,
            "status": activity.status.value,
            "checked_on": activity.checked_on.isoformat() if activity.checked_on else None,
            "document": _json(activity),
        }
        for number, activity in enumerate(contents.activities)
    )
    words = {
        "reasons": contents.reasons,
        "interests": contents.interests,
        "synonyms": contents.synonyms,
        "fillers": contents.fillers,
        "hard_words": contents.hard_words,
        "pictures": contents.pictures,
        "own_pictures": contents.own_pictures,
        "bank_holidays": contents.bank_holidays,
        "translations": contents.translations,
    }
    database.table("words").insert_all(
        {"kind": kind, "document": _json(values)} for kind, values in words.items()
    )
    database.table("pages").insert_all(
        {"slug": page.slug, "language": page.language, "title": page.title, "html": page.html}
        for page in contents.pages
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
