"""Keep the lists in one SQLite file, the store that needs no server."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, StoreUnavailableError
from finder.shortlists.database import Row, T, Value
from finder.shortlists.sqlite_connections import SQLiteConnections, set_busy_timeout
from finder.shortlists.sqlite_queue import ChangeQueue, Together
from finder.shortlists.sqlite_schema import WAIT_SECONDS, savepoint, write_transaction
from finder.shortlists.store import DatabaseShortlistStore

WIPE_WAIT_SECONDS = 0.4


class SQLiteShortlistStore(DatabaseShortlistStore):
    """A ShortlistStore in the file at `path`, which is made, for its owner only, when needed.

    Threads and processes of one machine may share it. A change that meets a lock waits
    `wait_seconds` for it, then raises StoreUnavailableError; a read waits for no change. A wipe
    that another connection is in the way of is made up for by the next change.
    """

    def __init__(
        self,
        path: Path,
        *,
        keep_days: int = KEEP_DAYS,
        most: int = MOST_ENTRIES,
        wait_seconds: float = WAIT_SECONDS,
    ) -> None:
        database = SQLiteDatabase(path, wait_seconds=wait_seconds)
        super().__init__(database, keep_days=keep_days, most=most)


class SQLiteTransaction:
    """A change of the file. From its start, nobody else can change anything in it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.is_wipe_due = False

    def execute(self, sql: str, **values: Value) -> list[Row]:
        return self._connection.execute(sql, values).fetchall()

    def select_to_change(self, sql: str, **values: Value) -> list[Row]:
        return self.execute(sql, **values)

    def wipe_after(self) -> None:
        self.is_wipe_due = True


class SQLiteDatabase:
    """A Database in one file."""

    def __init__(self, path: Path, *, wait_seconds: float) -> None:
        self.connections = SQLiteConnections(path, wait_seconds=wait_seconds)
        self._is_wipe_owed = False
        self._queue = ChangeQueue(self._make_together)

    def read(self, sql: str, **values: Value) -> list[Row]:
        """Return the rows found, and none if nobody has made a list yet. Makes no file."""
        with self._unavailable_on_error():
            if not self.connections.path.exists():
                return []
            with self.connections.lend() as connection:
                return connection.execute(sql, values).fetchall()

    def change(self, work: Callable[[SQLiteTransaction], T]) -> T:
        with self._unavailable_on_error():
            return self._queue.make(work)

    def check(self) -> None:
        self.change(lambda _: None)

    def close(self) -> None:
        self.connections.close()

    def _make_together(self, changes: Together) -> None:
        """Make changes in one transaction. One that raises is undone, and the others are kept."""
        with self.connections.lend() as connection:
            transaction = SQLiteTransaction(connection)
            with write_transaction(connection, wait_seconds=self.connections.wait_seconds):
                for change in changes:
                    with change, savepoint(connection):
                        change.result = change.work(transaction)
                    if not connection.in_transaction:
                        # SQLite has ended it: the trouble was not that change's alone.
                        change.outcome()
            if transaction.is_wipe_due or self._is_wipe_owed:
                self._wipe(connection)

    def _wipe(self, connection: sqlite3.Connection) -> None:
        """Bring the database file up to date, and cut the write-ahead log to nothing.

        What was deleted is already overwritten with zeros in the newest pages (secure_delete),
        but the log still holds the older ones.
        """
        # False comes first: a wipe that becomes owed meanwhile, in another thread, stays owed.
        self._is_wipe_owed = False
        is_busy = True
        try:
            set_busy_timeout(connection, WIPE_WAIT_SECONDS)
            ((is_busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            set_busy_timeout(connection, self.connections.wait_seconds)
        finally:
            if is_busy:
                self._is_wipe_owed = True

    @contextmanager
    def _unavailable_on_error(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreUnavailableError(
                f"The lists in {self.connections.path} cannot be used now: {error}. Check that "
                "its folder can be written, that the disk has room, and that nothing locks it."
            ) from error
