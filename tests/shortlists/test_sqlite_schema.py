import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlite_utils import Database, Migrations

from finder.shortlists import StoreTooNewError, StoreUnavailableError
from finder.shortlists.sqlite_schema import MIGRATIONS, migrate, write_transaction


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=10)


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(database)) as connection:
        connection.execute("CREATE TABLE notes (text TEXT NOT NULL)")
        yield connection


def write(connection: sqlite3.Connection, text: str) -> None:
    connection.execute("INSERT INTO notes VALUES (?)", (text,))


def read(connection: sqlite3.Connection) -> list[str]:
    return [text for (text,) in connection.execute("SELECT text FROM notes ORDER BY rowid")]


def some_migrations(*texts: str) -> Migrations:
    """Return migrations that each write one note; "bad" fails after it has written."""
    migrations = Migrations("tried")

    def write_text(text: str) -> None:
        @migrations(name=text)
        def apply(db: Database) -> None:
            db.execute("INSERT INTO notes VALUES (?)", (text,))
            if text == "bad":
                raise ValueError(text)

    for text in texts:
        write_text(text)
    return migrations


def test_a_transaction_keeps_all_or_nothing(connection: sqlite3.Connection) -> None:
    with write_transaction(connection):
        write(connection, "one")
        write(connection, "two")
    with pytest.raises(sqlite3.IntegrityError), write_transaction(connection):
        connection.execute("INSERT INTO notes VALUES ('three'), (NULL)")

    assert read(connection) == ["one", "two"]
    assert not connection.in_transaction


def test_a_transaction_that_sqlite_has_ended_keeps_its_own_error(
    connection: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.IntegrityError), write_transaction(connection):
        connection.execute("INSERT OR ROLLBACK INTO notes VALUES (NULL)")

    assert not connection.in_transaction


def test_a_transaction_locks_from_its_start(connection: sqlite3.Connection, database: Path) -> None:
    with closing(connect(database)) as other, write_transaction(connection):
        other.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_migrations_are_applied_once_and_in_order(connection: sqlite3.Connection) -> None:
    migrate(connection, some_migrations("one"))
    migrate(connection, some_migrations("one", "two", "three"))
    migrate(connection, some_migrations("one", "two", "three"))

    assert read(connection) == ["one", "two", "three"]


def test_a_migration_that_fails_leaves_those_before_it(connection: sqlite3.Connection) -> None:
    with pytest.raises(ValueError, match="bad"):
        migrate(connection, some_migrations("one", "bad", "three"))
    after_failure = read(connection)
    migrate(connection, some_migrations("one", "mended", "three"))

    assert after_failure == ["one"]
    assert read(connection) == ["one", "mended", "three"]


def test_two_that_migrate_at_once_apply_each_migration_once(
    connection: sqlite3.Connection, database: Path
) -> None:
    names = [f"change {n}" for n in range(10)]
    barrier = Barrier(2)
    failures: list[Exception] = []

    def migrate_too() -> None:
        with closing(connect(database)) as own:
            barrier.wait()
            try:
                migrate(own, some_migrations(*names))
            except sqlite3.Error as error:  # It would be lost with the thread.
                failures.append(error)

    threads = [Thread(target=migrate_too) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert read(connection) == names


def test_a_database_of_a_newer_version_is_refused(connection: sqlite3.Connection) -> None:
    migrate(connection, some_migrations("one", "two"))

    with pytest.raises(StoreTooNewError, match=r"newer version of the finder \(two\)") as refused:
        migrate(connection, some_migrations("one"))

    # Whoever copes with a store that is away copes with this too.
    assert isinstance(refused.value, StoreUnavailableError)


def test_the_tables_are_strict_and_hold_nothing_about_a_person(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection)

    strict = dict(connection.execute("SELECT name, strict FROM pragma_table_list").fetchall())
    columns = {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for table in strict
        if not table.startswith(("sqlite_", "_sqlite_")) and table != "notes"  # the test's own
    }
    assert {name for name in strict if not strict[name]} == {
        "notes",
        "sqlite_schema",
        "sqlite_temp_schema",
    }
    assert columns == {
        "shortlists": [
            "shortlist_id",
            "edit_hash",
            "next_position",
            "updated_at",
            "expires_at",
            "look_hash",
            "label_picture",
            "label_colour",
            "label_word",
        ],
        "shortlist_entries": [
            "shortlist_id",
            "council",
            "activity_id",
            "position",
            "added_at",
            "face",
            "note",
            "seen",
            "removed_at",
        ],
        "shortlist_codes": ["code_id", "code_hash", "shortlist_id", "sealed", "expires_at"],
        "tries": ["key_hash", "worked_off_at"],
        "tries_salt": ["salt"],
    }


def test_every_database_has_a_salt_of_its_own(tmp_path: Path) -> None:
    salts = set()
    for name in ("one.db", "other.db"):
        with closing(connect(tmp_path / name)) as own:
            migrate(own)
            salts.update(own.execute("SELECT salt FROM tries_salt").fetchall())

    assert [len(salt) for (salt,) in salts] == [32, 32]


def test_released_migrations_keep_their_names_and_order() -> None:
    with Database(memory=True) as empty:
        names = [migration.name for migration in MIGRATIONS.pending(empty)]

    assert names == ["m001_lists", "m002_sharing"]
