"""Keep the lists in a PostgreSQL database, the store that several machines can share."""

import atexit
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool, PoolTimeout

from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, StoreUnavailableError
from finder.shortlists.database import Row, T, Value
from finder.shortlists.postgres_schema import AnyConnection, migrate
from finder.shortlists.store import DatabaseShortlistStore

WAIT_SECONDS = 2.0
STATEMENT_SECONDS = 3.0
CONNECT_SECONDS = 4.0
MOST_CONNECTIONS = 4
"""How many connections one process may have; a server usually takes a hundred."""

# Unless the address says otherwise: notice within seconds that the server has gone silent.
USUAL_OPTIONS: dict[str, Any] = {
    "application_name": "activity-finder",
    "connect_timeout": round(CONNECT_SECONDS),
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 5000,
}
TRANSACTION_ROLLBACK = "40"
CONNECTION_EXCEPTION = "08"
OPERATOR_INTERVENTION = ("57P01", "57P02", "57P03")
NO_SUCH_TABLE_OR_COLUMN = ("42P01", "42703")


class PostgresShortlistStore(DatabaseShortlistStore):
    """A ShortlistStore in the PostgreSQL database at `url`, in which it makes its own tables.

    Threads, processes and machines may share it. A change waits `wait_seconds` for somebody
    else's change of the same list, then raises StoreUnavailableError; everything waits
    `connect_seconds` for a server that is away. What was deleted is gone for everybody at once;
    when it leaves the server's files and its log is up to the server.
    """

    def __init__(
        self,
        url: str,
        *,
        keep_days: int = KEEP_DAYS,
        most: int = MOST_ENTRIES,
        wait_seconds: float = WAIT_SECONDS,
        connect_seconds: float = CONNECT_SECONDS,
    ) -> None:
        database = PostgresDatabase(url, wait_seconds=wait_seconds, connect_seconds=connect_seconds)
        super().__init__(database, keep_days=keep_days, most=most)


@lru_cache(maxsize=100)
def to_psycopg(sql: str) -> bytes:
    """Return a statement with its values named as psycopg wants them."""
    return re.sub(r":(\w+)", r"%(\1)s", sql).encode()


class PostgresTransaction:
    """A change of the database, that others see when it is over."""

    def __init__(self, connection: AnyConnection) -> None:
        self._connection = connection

    def execute(self, sql: str, **values: Value) -> list[Row]:
        cursor = self._connection.execute(to_psycopg(sql), values)
        return cursor.fetchall() if cursor.description else []

    def select_to_change(self, sql: str, **values: Value) -> list[Row]:
        return self.execute(f"{sql} FOR UPDATE", **values)

    def wipe_after(self) -> None:
        """Do nothing: only the server can clean its files, and it does so by itself."""


class PostgresDatabase:
    """A Database on a PostgreSQL server.

    Nothing is opened before the first call, so that a server may make its workers by forking.
    A change that met a lost connection, or got into a deadlock, is made once more: it can be,
    because every change of a list may be sent again without harm.
    """

    def __init__(self, url: str, *, wait_seconds: float, connect_seconds: float) -> None:
        try:
            options = conninfo_to_dict(url)
        except psycopg.Error:
            # What psycopg says may repeat a part of the password.
            raise StoreUnavailableError(
                "The address of the PostgreSQL database cannot be read."
            ) from None
        self._options = {**USUAL_OPTIONS, **options, "autocommit": True}
        self._wait_seconds = wait_seconds
        self._connect_seconds = connect_seconds
        self._lock = Lock()
        self._pool: ConnectionPool[AnyConnection] | None = None
        self._is_migrated = False

    def read(self, sql: str, **values: Value) -> list[Row]:
        return self._use(lambda connection: PostgresTransaction(connection).execute(sql, **values))

    def change(self, work: Callable[[PostgresTransaction], T]) -> T:
        def change_with(connection: AnyConnection) -> T:
            with connection.transaction():
                return work(PostgresTransaction(connection))

        return self._use(change_with)

    def check(self) -> None:
        if self.read("SHOW transaction_read_only") != [("off",)]:
            raise StoreUnavailableError("The PostgreSQL server of the lists takes no changes now.")

    def close(self) -> None:
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            atexit.unregister(pool.close)
            pool.close()

    def _use(self, use: Callable[[AnyConnection], T]) -> T:
        with self._unavailable_on_error():
            try:
                return self._use_once(use)
            except psycopg.Error as error:
                if not _is_worth_another_try(error):
                    raise
            return self._use_once(use)

    def _use_once(self, use: Callable[[AnyConnection], T]) -> T:
        with self._opened_pool().connection() as connection:
            if not self._is_migrated:
                migrate(connection)
                self._is_migrated = True
            return use(connection)

    def _opened_pool(self) -> "ConnectionPool[AnyConnection]":
        with self._lock:
            if self._pool is None:
                self._pool = ConnectionPool(
                    kwargs=self._options,
                    min_size=1,
                    max_size=MOST_CONNECTIONS,
                    open=True,
                    configure=self._configure,
                    check=ConnectionPool.check_connection,
                    name="finder-lists",
                    timeout=self._connect_seconds,
                    reconnect_timeout=self._connect_seconds,
                    num_workers=1,
                )
                # Its threads would hold up the end of the process.
                atexit.register(self._pool.close)
            return self._pool

    def _configure(self, connection: AnyConnection) -> None:
        # Two changes of one list go one after the other, by the lock on its row. That needs each
        # statement to see what was there when it began, whatever the server's own setting is.
        connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
        for setting, seconds in (
            ("lock_timeout", self._wait_seconds),
            ("statement_timeout", self._wait_seconds + STATEMENT_SECONDS),
            ("idle_in_transaction_session_timeout", 2 * STATEMENT_SECONDS),
        ):
            connection.execute(
                "SELECT set_config(%s, %s, false)", (setting, str(round(seconds * 1000)))
            )

    @contextmanager
    def _unavailable_on_error(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            if error.sqlstate in NO_SUCH_TABLE_OR_COLUMN:
                # Another database has taken the place of the one that was looked at.
                self._is_migrated = False
            raise StoreUnavailableError(
                f"The lists in PostgreSQL cannot be used now: {self._reason(error)}."
            ) from error

    def _reason(self, error: psycopg.Error) -> str:
        """Return what the server said, or which trouble there is; never what was sent to it."""
        if isinstance(error, PoolTimeout):
            return (
                f"no connection within {self._connect_seconds:g} seconds. "
                "Is the server running, and does it let the finder in? The log says more"
            )
        return error.diag.message_primary or "the connection was lost"


def _is_worth_another_try(error: psycopg.Error) -> bool:
    if error.sqlstate is None:
        # The connection was lost. Nobody to connect with has been waited for already.
        return isinstance(error, psycopg.OperationalError) and not isinstance(error, PoolTimeout)
    return (
        error.sqlstate[:2] in (TRANSACTION_ROLLBACK, CONNECTION_EXCEPTION)
        or error.sqlstate in OPERATOR_INTERVENTION
    )
