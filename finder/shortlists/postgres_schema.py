"""The tables of the lists' PostgreSQL database, and how an older database comes up to date.

Migrations only go forward. To change the tables, add a function at the end of this file and to
MIGRATIONS; never edit one that has been released.
"""

import secrets
from collections.abc import Callable
from typing import Any

from psycopg import Connection

from finder.shortlists import StoreTooNewError

# Any number that nothing else in the same database locks: the first bytes of "shortlists".
LOCK = int.from_bytes(b"shortli", "big")

AnyConnection = Connection[tuple[Any, ...]]
Migration = Callable[[AnyConnection], None]


def migrate(connection: AnyConnection, migrations: tuple[Migration, ...] | None = None) -> None:
    """Apply the migrations that the database does not have yet, each in its own transaction.

    Several processes may do this at once: the look at what is missing is made under a lock.
    Raises StoreTooNewError if the database has a migration that is not known here.
    """
    migrations = MIGRATIONS if migrations is None else migrations
    applied = _applied(connection)
    newer = applied - {migration.__name__ for migration in migrations}
    if newer:
        raise StoreTooNewError(
            f"The lists' database was changed by a newer version of the finder ({min(newer)}). "
            "Install that version again, or restore a copy made before it."
        )
    for migration in migrations:
        if migration.__name__ not in applied:
            with connection.transaction():
                _apply(connection, migration)


def _applied(connection: AnyConnection) -> set[str]:
    ((table,),) = connection.execute("SELECT to_regclass('shortlist_migrations')").fetchall()
    return set() if table is None else _recorded(connection)


def _recorded(connection: AnyConnection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM shortlist_migrations")}


def _apply(connection: AnyConnection, migration: Migration) -> None:
    """Apply a migration, unless somebody else has done so while this waited for the lock."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
    # What is quick on a trial may not be on a large database. Nobody waits for it but us.
    connection.execute("SET LOCAL statement_timeout = 0")
    # This also makes the server look again at which tables there are; to_regclass does not.
    connection.execute("CREATE TABLE IF NOT EXISTS shortlist_migrations (name TEXT PRIMARY KEY)")
    if migration.__name__ in _recorded(connection):
        return
    migration(connection)
    connection.execute("INSERT INTO shortlist_migrations VALUES (%s)", (migration.__name__,))


def m001_lists(connection: AnyConnection) -> None:
    """Make the tables. Times are whole seconds since 1970, those of tries microseconds.

    `next_position` is never used twice. `look_hash` is missing for a list that came from an older
    SQLite database and has not been changed since.
    """
    connection.execute("""
        CREATE TABLE shortlists (
            shortlist_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            edit_hash BYTEA NOT NULL UNIQUE,
            look_hash BYTEA UNIQUE,
            next_position BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            label_picture TEXT NOT NULL,
            label_colour TEXT NOT NULL,
            label_word TEXT NOT NULL
        )
    """)
    connection.execute("CREATE INDEX shortlists_by_expiry ON shortlists (expires_at)")
    connection.execute("""
        CREATE TABLE shortlist_entries (
            shortlist_id BIGINT NOT NULL REFERENCES shortlists ON DELETE CASCADE,
            council TEXT NOT NULL,
            activity_id TEXT NOT NULL,
            position BIGINT NOT NULL,
            added_at BIGINT NOT NULL,
            face TEXT,
            note TEXT NOT NULL,
            seen TEXT NOT NULL,
            removed_at BIGINT,
            PRIMARY KEY (shortlist_id, council, activity_id)
        )
    """)
    connection.execute("""
        CREATE INDEX shortlist_entries_by_removal ON shortlist_entries (removed_at)
        WHERE removed_at IS NOT NULL
    """)
    connection.execute("""
        CREATE TABLE shortlist_codes (
            code_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            code_hash BYTEA NOT NULL UNIQUE,
            shortlist_id BIGINT NOT NULL REFERENCES shortlists ON DELETE CASCADE,
            sealed BYTEA NOT NULL,
            expires_at BIGINT NOT NULL
        )
    """)
    connection.execute("CREATE INDEX shortlist_codes_by_list ON shortlist_codes (shortlist_id)")
    connection.execute(
        "CREATE TABLE tries (key_hash BYTEA PRIMARY KEY, worked_off_at BIGINT NOT NULL)"
    )
    connection.execute("CREATE TABLE tries_salt (salt BYTEA NOT NULL)")
    connection.execute("INSERT INTO tries_salt VALUES (%s)", (secrets.token_bytes(32),))


MIGRATIONS: tuple[Migration, ...] = (m001_lists,)
