"""What only the SQLite store has to prove about its files."""

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from finder.shortlists.sqlite import PRUNED_AT_ONCE, SQLiteShortlistStore
from finder.shortlists.tokens import ShortlistToken, hash_token, make_token
from tests.shortlists.lists import CHOIR, KENT, NOON, SWIM, add_all


def files(database: Path) -> dict[str, bytes]:
    """Return the bytes of the database and of its write-ahead log."""
    return {
        path.name: path.read_bytes()
        for path in sorted(database.parent.glob(f"{database.name}*"))
        if not path.name.endswith("-shm")
    }


def test_the_file_is_for_its_owner_only(
    database: Path, sqlite_store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add_all(sqlite_store, token, SWIM)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.parent.iterdir()}
    assert modes == {
        "shortlists.db": 0o600,
        "shortlists.db-shm": 0o600,
        "shortlists.db-wal": 0o600,
    }


def test_a_missing_folder_is_made_for_its_owner_only(tmp_path: Path, token: ShortlistToken) -> None:
    folder = tmp_path / "var" / "lists"
    with closing(SQLiteShortlistStore(folder / "shortlists.db")) as store:
        add_all(store, token, SWIM)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_every_setting_that_keeps_a_promise_is_on(database: Path) -> None:
    with (
        closing(SQLiteShortlistStore(database)) as store,
        store._connections.lend() as connection,
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


def test_the_files_hold_the_hash_and_never_the_token(
    database: Path, sqlite_store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    in_log = b"".join(files(database).values())
    sqlite_store.close()
    in_database = b"".join(files(database).values())

    for everything in (in_log, in_database):
        assert hash_token(token) in everything
        assert token.encode() not in everything


def test_reading_changes_no_file(
    database: Path, sqlite_store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    before = files(database)

    for now in (NOON, NOON + timedelta(days=1000)):
        sqlite_store.read(token, now=now)
        sqlite_store.count(token, now=now)
        sqlite_store.contains(token, council=KENT, activity_id=SWIM, now=now)

    assert files(database) == before


def test_reading_makes_no_file(
    database: Path, sqlite_store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    assert sqlite_store.read(token, now=NOON) is None
    assert sqlite_store.count(token, now=NOON) == 0
    assert not sqlite_store.contains(token, council=KENT, activity_id=SWIM, now=NOON)

    assert list(database.parent.iterdir()) == []


@pytest.mark.parametrize("way", ["clear", "prune"])
def test_a_list_that_was_deleted_is_wiped_from_the_files(
    database: Path, sqlite_store: SQLiteShortlistStore, token: ShortlistToken, way: str
) -> None:
    add_all(sqlite_store, token, SWIM)
    sqlite_store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    add_all(sqlite_store, token, CHOIR)
    add_all(sqlite_store, token, SWIM)
    before = files(database)

    if way == "clear":
        sqlite_store.clear(token)
    else:
        sqlite_store.prune(now=NOON + timedelta(days=180))

    after = files(database)
    assert SWIM.encode() in before["shortlists.db-wal"]
    assert after["shortlists.db-wal"] == b""
    for secret in (SWIM.encode(), CHOIR.encode(), hash_token(token)):
        assert secret not in after["shortlists.db"]


def test_a_list_that_had_reached_the_database_file_is_wiped_too(
    database: Path, sqlite_store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    sqlite_store.close()
    before = files(database)

    sqlite_store.clear(token)

    assert SWIM.encode() in before["shortlists.db"]
    assert SWIM.encode() not in b"".join(files(database).values())


def test_a_wipe_that_a_reader_held_up_is_made_up_for(
    database: Path, sqlite_store: SQLiteShortlistStore, token: ShortlistToken
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


def test_pruning_many_lists_takes_several_short_changes(sqlite_store: SQLiteShortlistStore) -> None:
    with sqlite_store._writing() as connection:
        connection.executemany(
            "INSERT INTO shortlists (token_hash, next_position, updated_at, expires_at)"
            " VALUES (?, 1, 0, ?)",
            [(hash_token(make_token()), expires_at) for expires_at in range(PRUNED_AT_ONCE + 50)],
        )

    assert sqlite_store.prune(now=datetime(1970, 1, 1, 0, 4, tzinfo=UTC)) == 241
    assert sqlite_store.prune(now=NOON) == 9
