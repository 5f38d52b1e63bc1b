"""The tables of the lists' SQLite database, and how an older database comes up to date.

Migrations only go forward. To change the tables, add a function at the end of this file; never
edit one that has been released.
"""

import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database, Migrations

from finder.shortlists import StoreTooNewError

MIGRATIONS = Migrations("shortlists")
WAIT_SECONDS = 2.0
LOOK_AGAIN_SECONDS = 0.0005


@contextmanager
def write_transaction(
    connection: sqlite3.Connection, *, wait_seconds: float = WAIT_SECONDS
) -> Iterator[None]:
    """Keep every change made inside, or none of them.

    The write lock is taken at the start. A transaction that reads first and locks later fails at
    once, however long its timeout, if another connection has written in between.
    """
    when_unlocked(connection, "BEGIN IMMEDIATE", wait_seconds=wait_seconds)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """Undo what is done inside if it raises, and nothing else of the transaction."""
    connection.execute("SAVEPOINT one_change")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO one_change")
            connection.execute("RELEASE one_change")
        raise
    connection.execute("RELEASE one_change")


def when_unlocked(connection: sqlite3.Connection, sql: str, *, wait_seconds: float) -> None:
    """Run a statement that takes a lock, as soon as nobody else has it.

    SQLite's own wait looks again after ever longer pauses, up to a tenth of a second. When many
    want the lock, who has waited longest then has the smallest chance.
    """
    deadline = time.monotonic() + wait_seconds
    ((usual,),) = connection.execute("PRAGMA busy_timeout").fetchall()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute(sql)
            except sqlite3.OperationalError as error:
                is_locked = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not is_locked or time.monotonic() >= deadline:
                    raise
                time.sleep(LOOK_AGAIN_SECONDS)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {usual}")


def migrate(connection: sqlite3.Connection, migrations: Migrations = MIGRATIONS) -> None:
    """Apply the migrations that the database does not have yet, each in its own transaction.

    Several processes may do this at once. `Migrations.apply` alone looks for what is missing
    before it locks, so two processes would both apply it; here the look is under the lock too.
    Raises StoreTooNewError if the database has a migration that is not known here.
    """
    db = Database(connection, execute_plugins=False, strict=True)
    newer = {migration.name for migration in migrations.applied(db)} - _known(migrations)
    if newer:
        raise StoreTooNewError(
            f"The lists' database was changed by a newer version of the finder ({min(newer)}). "
            "Install that version again, or restore a copy made before it."
        )
    # This look is outside the lock, so that a database that is up to date is not locked at all.
    while migrations.pending(db):
        with write_transaction(connection):
            missing = [migration.name for migration in migrations.pending(db)]
            migrations.apply(db, stop_before=missing[1:])


def _known(migrations: Migrations) -> set[str]:
    """Return the names of all the migrations: to an empty database, all of them are missing."""
    with Database(memory=True, execute_plugins=False) as empty:
        return {migration.name for migration in migrations.pending(empty)}


@MIGRATIONS()
def m001_lists(db: Database) -> None:
    """Make the tables. Times are whole seconds since 1970; `next_position` is never used twice."""
    db.execute("""
        CREATE TABLE shortlists (
            shortlist_id INTEGER PRIMARY KEY,
            token_hash BLOB NOT NULL UNIQUE,
            next_position INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT
    """)
    db.execute("CREATE INDEX shortlists_by_expiry ON shortlists (expires_at)")
    db.execute("""
        CREATE TABLE shortlist_entries (
            shortlist_id INTEGER NOT NULL REFERENCES shortlists ON DELETE CASCADE,
            council TEXT NOT NULL,
            activity_id TEXT NOT NULL,
            position INTEGER NOT NULL,
            added_at INTEGER NOT NULL,
            PRIMARY KEY (shortlist_id, council, activity_id)
        ) STRICT, WITHOUT ROWID
    """)


@MIGRATIONS()
def m002_sharing(db: Database) -> None:
    """Add links to look, labels, faces, notes, undo, codes for the phone, and counted tries.

    A list of before has no `look_hash` until it is changed: only its secret can tell it. Places
    on a list become different from each other, which an undo did not always leave them.
    """
    db.execute("ALTER TABLE shortlists RENAME COLUMN token_hash TO edit_hash")
    db.execute("ALTER TABLE shortlists ADD COLUMN look_hash BLOB")
    db.execute("ALTER TABLE shortlists ADD COLUMN label_picture TEXT NOT NULL DEFAULT 'heart'")
    db.execute("ALTER TABLE shortlists ADD COLUMN label_colour TEXT NOT NULL DEFAULT 'yellow'")
    db.execute("ALTER TABLE shortlists ADD COLUMN label_word TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE UNIQUE INDEX shortlists_by_look ON shortlists (look_hash)")
    db.execute("ALTER TABLE shortlist_entries ADD COLUMN face TEXT")
    db.execute("ALTER TABLE shortlist_entries ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE shortlist_entries ADD COLUMN seen TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE shortlist_entries ADD COLUMN removed_at INTEGER")
    db.execute("""
        CREATE INDEX shortlist_entries_by_removal ON shortlist_entries (removed_at)
        WHERE removed_at IS NOT NULL
    """)
    db.execute("""
        UPDATE shortlist_entries SET position = numbered.place FROM (
            SELECT shortlist_id, council, activity_id, row_number() OVER (
                PARTITION BY shortlist_id ORDER BY position, added_at, council, activity_id
            ) AS place
            FROM shortlist_entries
        ) AS numbered
        WHERE shortlist_entries.shortlist_id = numbered.shortlist_id
        AND shortlist_entries.council = numbered.council
        AND shortlist_entries.activity_id = numbered.activity_id
    """)
    db.execute("""
        UPDATE shortlists SET next_position = max(next_position, 1 + (
            SELECT count(*) FROM shortlist_entries
            WHERE shortlist_entries.shortlist_id = shortlists.shortlist_id
        ))
    """)
    db.execute("""
        CREATE TABLE shortlist_codes (
            code_id INTEGER PRIMARY KEY,
            code_hash BLOB NOT NULL UNIQUE,
            shortlist_id INTEGER NOT NULL REFERENCES shortlists ON DELETE CASCADE,
            sealed BLOB NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT
    """)
    db.execute("CREATE INDEX shortlist_codes_by_list ON shortlist_codes (shortlist_id)")
    db.execute("""
        CREATE TABLE tries (
            key_hash BLOB PRIMARY KEY,
            worked_off_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
    """)
    db.execute("CREATE TABLE tries_salt (salt BLOB NOT NULL) STRICT")
    db.execute("INSERT INTO tries_salt VALUES (?)", (secrets.token_bytes(32),))
