"""The tables of the lists' SQLite database, and how an older database comes up to date.

Migrations only go forward. To change the tables, add a function at the end of this file; never
edit one that has been released.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database, Migrations

from finder.shortlists import StoreTooNewError

MIGRATIONS = Migrations("shortlists")


@contextmanager
def write_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep every change made inside, or none of them.

    The write lock is taken at the start. A transaction that reads first and locks later fails at
    once, however long its timeout, if another connection has written in between.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


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
