"""What only the SQLite store has to prove about its files."""

import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from finder.domain.shortlist import ListLabel
from finder.shortlists.sqlite import SQLiteDatabase, SQLiteShortlistStore
from finder.shortlists.tokens import EditToken, hash_token, look_token_of, make_token
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    LATER,
    NOON,
    NOTE,
    SWIM,
    TOMORROW,
    WALK,
    activities_on,
    add_all,
    an_entry,
)


def files(database: Path) -> dict[str, bytes]:
    """Return the bytes of the database and of its write-ahead log."""
    return {
        path.name: path.read_bytes()
        for path in sorted(database.parent.glob(f"{database.name}*"))
        if not path.name.endswith("-shm")
    }


def test_the_file_is_for_its_owner_only(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.parent.iterdir()}
    assert modes == {
        "shortlists.db": 0o600,
        "shortlists.db-shm": 0o600,
        "shortlists.db-wal": 0o600,
    }


def test_a_missing_folder_is_made_for_its_owner_only(tmp_path: Path, token: EditToken) -> None:
    folder = tmp_path / "var" / "lists"
    with closing(SQLiteShortlistStore(folder / "shortlists.db")) as store:
        add_all(store, token, SWIM)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_every_setting_that_keeps_a_promise_is_on(database: Path) -> None:
    with (
        closing(SQLiteDatabase(database, wait_seconds=2)) as opened,
        opened.connections.lend() as connection,
    ):
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "secure_delete",
                "foreign_keys",
                "busy_timeout",
            )
        }

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 2000,
    }


def test_reading_changes_no_file(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    before = files(database)

    for now in (NOON, NOON + timedelta(days=1000)):
        sqlite_store.read(token, now=now)
        sqlite_store.count(token, now=now)
        sqlite_store.read_shared(look_token_of(token), now=now)
        sqlite_store.find_code(b"a code", now=now)
        list(sqlite_store.export(now=now))

    assert files(database) == before


def test_reading_makes_no_file(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    assert sqlite_store.read(token, now=NOON) is None
    assert sqlite_store.count(token, now=NOON) == 0
    assert sqlite_store.read_shared(look_token_of(token), now=NOON) is None
    assert sqlite_store.find_code(b"a code", now=NOON) is None
    assert list(sqlite_store.export(now=NOON)) == []

    assert list(database.parent.iterdir()) == []


@pytest.mark.parametrize("way", ["clear", "clear all", "prune"])
def test_a_list_that_was_deleted_is_wiped_from_the_files(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken, way: str
) -> None:
    add_all(sqlite_store, token, SWIM)
    sqlite_store.set_note(token, council=KENT, activity_id=SWIM, note=NOTE, now=NOON)
    sqlite_store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    add_all(sqlite_store, token, CHOIR)
    sqlite_store.set_note(token, council=KENT, activity_id=CHOIR, note=NOTE, now=NOON)
    sqlite_store.set_note(token, council=KENT, activity_id=CHOIR, note="shorter", now=NOON)
    sqlite_store.set_label(token, label=ListLabel(word="to be found"), now=NOON)
    sqlite_store.keep_code(b"c" * 32, sealed=b"s" * 60, for_list=token, now=NOON)
    before = files(database)

    if way == "clear":
        sqlite_store.clear(token)
    elif way == "clear all":
        sqlite_store.clear_all()
    else:
        sqlite_store.prune(now=NOON + timedelta(days=180))

    after = files(database)
    assert NOTE.encode() in before["shortlists.db-wal"]
    assert after["shortlists.db-wal"] == b""
    for secret in (
        NOTE.encode(),
        b"to be found",
        SWIM.encode(),
        CHOIR.encode(),
        b"c" * 32,
        b"s" * 60,
        hash_token(token),
        hash_token(look_token_of(token)),
    ):
        assert secret not in after["shortlists.db"]


@pytest.mark.parametrize("way", ["the next change", "prune"])
def test_what_was_removed_is_wiped_from_the_files_a_day_later(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken, way: str
) -> None:
    add_all(sqlite_store, token, CHOIR, SWIM)
    sqlite_store.set_note(token, council=KENT, activity_id=SWIM, note=NOTE, now=NOON)
    sqlite_store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    sqlite_store.add(token, council=KENT, activity_id=WALK, now=LATER)
    if way == "prune":
        sqlite_store.prune(now=LATER)
    an_hour_later = b"".join(files(database).values())
    if way == "prune":
        sqlite_store.prune(now=TOMORROW)
    else:
        sqlite_store.add(token, council=KENT, activity_id=WALK, now=TOMORROW)
    a_day_later = b"".join(files(database).values())

    assert NOTE.encode() in an_hour_later
    assert NOTE.encode() not in a_day_later
    assert SWIM.encode() not in a_day_later
    assert activities_on(sqlite_store, token) == [CHOIR, WALK]


def test_an_expired_list_is_wiped_when_a_new_one_takes_its_place(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    half_a_year_later = NOON + timedelta(days=180)

    entry = sqlite_store.add(token, council=KENT, activity_id=CHOIR, now=half_a_year_later)

    assert entry == an_entry(CHOIR, added_at=half_a_year_later)
    assert SWIM.encode() not in b"".join(files(database).values())


def test_a_list_that_had_reached_the_database_file_is_wiped_too(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    sqlite_store.close()
    before = files(database)

    sqlite_store.clear(token)

    assert SWIM.encode() in before["shortlists.db"]
    assert SWIM.encode() not in b"".join(files(database).values())


def test_a_wipe_that_a_reader_held_up_is_made_up_for(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM shortlist_entries").fetchall()
        sqlite_store.clear(token)
        held_up = files(database)
        reader.execute("ROLLBACK")
    list_after_clear = sqlite_store.read(token, now=NOON)

    add_all(sqlite_store, make_token(), CHOIR)

    assert list_after_clear is None
    assert SWIM.encode() in held_up["shortlists.db-wal"]
    assert SWIM.encode() not in b"".join(files(database).values())
