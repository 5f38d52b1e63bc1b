"""Keep the lists in one SQLite file, the store that needs no server."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Shortlist, ShortlistEntry
from finder.shortlists import (
    KEEP_DAYS,
    MOST_ENTRIES,
    ShortlistFullError,
    StoreUnavailableError,
)
from finder.shortlists.sqlite_connections import SQLiteConnections, set_busy_timeout
from finder.shortlists.sqlite_rows import ListRows, make_entry, to_moment, to_seconds
from finder.shortlists.sqlite_schema import write_transaction
from finder.shortlists.tokens import ShortlistToken, hash_token

WAIT_SECONDS = 2.0
WIPE_WAIT_SECONDS = 0.4
LARGEST_POSITION = 1_000_000
PRUNED_AT_ONCE = 200

FROM_LIST = (
    " FROM shortlists JOIN shortlist_entries USING (shortlist_id)"
    " WHERE token_hash = :token_hash AND expires_at > :now"
)


class SQLiteShortlistStore:
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
        self._keep_days = keep_days
        self._most = most
        self._connections = SQLiteConnections(path, wait_seconds=wait_seconds)
        self._is_wipe_owed = False

    @property
    def keep_days(self) -> int:
        return self._keep_days

    @property
    def most(self) -> int:
        return self._most

    def add(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
    ) -> ShortlistEntry:
        return self._put(token, council, activity_id, None, now)

    def put_back(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        position: int,
        now: datetime,
    ) -> ShortlistEntry:
        position = min(max(position, 1), LARGEST_POSITION)
        return self._put(token, council, activity_id, position, now)

    def remove(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
    ) -> ShortlistEntry | None:
        with self._writing() as connection:
            rows = ListRows(connection, hash_token(token), now=now, keep_days=self._keep_days)
            if not rows.exist():
                return None
            entry = rows.get_entry(council, activity_id)
            rows.delete_entry(council, activity_id)
            if rows.count_entries() == 0:
                rows.delete()
            else:
                rows.mark_used()
        return entry

    def clear(self, token: ShortlistToken) -> None:
        with self._writing(wipe=True) as connection:
            connection.execute("DELETE FROM shortlists WHERE token_hash = ?", [hash_token(token)])

    def read(self, token: ShortlistToken, *, now: datetime) -> Shortlist | None:
        # One statement sees one state of the database.
        found = self._select(
            "SELECT council, activity_id, position, added_at, updated_at, expires_at"
            f"{FROM_LIST} ORDER BY position, added_at, council, activity_id",
            token_hash=hash_token(token),
            now=to_seconds(now),
        )
        if not found:
            return None
        return Shortlist(
            entries=tuple(make_entry(*row[:4]) for row in found),
            updated_at=to_moment(found[0][4]),
            expires_at=to_moment(found[0][5]),
        )

    def count(self, token: ShortlistToken, *, now: datetime) -> int:
        return len(
            self._select(f"SELECT 1{FROM_LIST}", token_hash=hash_token(token), now=to_seconds(now))
        )

    def contains(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
    ) -> bool:
        found = self._select(
            f"SELECT 1{FROM_LIST} AND council = :council AND activity_id = :activity_id",
            token_hash=hash_token(token),
            now=to_seconds(now),
            council=council,
            activity_id=activity_id,
        )
        return bool(found)

    def prune(self, *, now: datetime) -> int:
        pruned = 0
        while True:
            # A few at a time, so that nobody's change waits long for the lock.
            with self._writing(wipe=True) as connection:
                gone = connection.execute(
                    "DELETE FROM shortlists WHERE shortlist_id IN"
                    " (SELECT shortlist_id FROM shortlists WHERE expires_at <= ? LIMIT ?)",
                    (to_seconds(now), PRUNED_AT_ONCE),
                ).rowcount
            pruned += gone
            if gone < PRUNED_AT_ONCE:
                return pruned

    def check(self) -> None:
        with self._writing():
            pass

    def close(self) -> None:
        self._connections.close()

    def _put(
        self,
        token: ShortlistToken,
        council: CouncilSlug,
        activity_id: ActivityId,
        position: int | None,
        now: datetime,
    ) -> ShortlistEntry:
        with self._writing() as connection:
            rows = ListRows(connection, hash_token(token), now=now, keep_days=self._keep_days)
            if not rows.exist():
                rows.make()
            entry = rows.get_entry(council, activity_id)
            if entry is None:
                if rows.count_entries() >= self._most:
                    raise ShortlistFullError(self._most)
                entry = rows.insert_entry(council, activity_id, position)
            rows.mark_used()
        return entry

    def _select(self, sql: str, **values: str | int | bytes) -> list[tuple[Any, ...]]:
        """Return the rows found, and none if nobody has made a list yet. Makes no file."""
        with self._unavailable_on_error():
            if not self._connections.path.exists():
                return []
            with self._connections.lend() as connection:
                return connection.execute(sql, values).fetchall()

    @contextmanager
    def _writing(self, *, wipe: bool = False) -> Iterator[sqlite3.Connection]:
        with self._unavailable_on_error(), self._connections.lend() as connection:
            with write_transaction(connection):
                yield connection
            if wipe or self._is_wipe_owed:
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
            set_busy_timeout(connection, self._connections.wait_seconds)
        finally:
            if is_busy:
                self._is_wipe_owed = True

    @contextmanager
    def _unavailable_on_error(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreUnavailableError(
                f"The lists in {self._connections.path} cannot be used now: {error}. Check that "
                "its folder can be written, that the disk has room, and that nothing locks it."
            ) from error
