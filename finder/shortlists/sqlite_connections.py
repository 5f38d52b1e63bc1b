"""Open connections to the lists' SQLite file, each used by one caller at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from finder.shortlists.sqlite_schema import migrate, when_unlocked

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700


def set_busy_timeout(connection: sqlite3.Connection, seconds: float) -> None:
    """Let the connection wait so long for a lock before it gives up."""
    connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A connection, with the device and inode of the file that it was opened on."""

    connection: sqlite3.Connection
    identity: tuple[int, int]


class SQLiteConnections:
    """Connections that are kept open between calls, as many as were ever needed at once.

    Nothing is opened before the first call, so that a server may make its workers by forking.
    A connection that met an error is closed, not used again. When another file has taken the
    place of the one that was opened (a copy was restored, or the file was deleted), connections
    to the old one are closed, so that nothing is written to a file that nobody will read.
    """

    def __init__(self, path: Path, *, wait_seconds: float) -> None:
        self.path = path.absolute()
        self.wait_seconds = wait_seconds
        self._lock = Lock()
        self._idle: list[_Opened] = []

    @contextmanager
    def lend(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that is ready for use, on a file that is made if it is missing.

        Raises sqlite3.Error and OSError.
        """
        opened = self._take()
        try:
            yield opened.connection
        except BaseException:
            opened.connection.close()
            raise
        self._give_back(opened)

    def close(self) -> None:
        """Close the connections that nobody is using."""
        with self._lock:
            idle, self._idle = self._idle, []
        for opened in idle:
            opened.connection.close()

    def _take(self) -> _Opened:
        with self._lock:
            while self._idle:
                opened = self._idle.pop()
                if opened.identity == self._identity():
                    return opened
                opened.connection.close()
            # Opening stays under the lock: closing any descriptor of a file drops all the locks
            # that this process has on it, and _make_file closes the one it made the file with.
            return self._open()

    def _give_back(self, opened: _Opened) -> None:
        with self._lock:
            self._idle.append(opened)

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino

    def _open(self) -> _Opened:
        self._make_file()
        status = self.path.stat()
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode=rw",
            uri=True,
            timeout=0,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return _Opened(connection, (status.st_dev, status.st_ino))

    def _make_file(self) -> None:
        """Make the file if it is missing. SQLite gives its -wal and -shm files the same mode."""
        self.path.parent.mkdir(OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE)
        except FileExistsError:
            return
        os.close(descriptor)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        # Once for the file. Two processes at once: SQLite itself would tell one of them at once
        # that the file is locked, whatever its timeout.
        when_unlocked(connection, "PRAGMA journal_mode = WAL", wait_seconds=self.wait_seconds)
        set_busy_timeout(connection, self.wait_seconds)
        # FULL means that a change which was confirmed outlives a power cut.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
