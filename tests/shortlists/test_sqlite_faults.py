"""Locks that hold the SQLite store up, and disks that fail it."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from finder.domain.shortlist import Face
from finder.shortlists import Limit, StoreUnavailableError
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.shortlists.sqlite_schema import WAIT_SECONDS
from finder.shortlists.tokens import EditToken, make_token
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    NOON,
    SWIM,
    WALK,
    a_list,
    activities_on,
    add_all,
    an_entry,
)

NOBODY = 65534
KILL_IN_THE_MIDDLE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM shortlist_entries")
print("in the middle", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Keep everybody else from changing the database, as a stuck process would."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def folder_of_an_ordinary_user() -> Iterator[Path]:
    """A folder, and the rights of a user whom file modes hold back (root's are not)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        user = os.geteuid()
        if user == 0:
            os.chown(folder, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(user)


def seconds_until_given_up(store: SQLiteShortlistStore, token: EditToken) -> float:
    started = time.monotonic()
    with pytest.raises(StoreUnavailableError, match="database is locked"):
        add_all(store, token, CHOIR)
    return time.monotonic() - started


def test_a_locked_database_gives_up_in_time_and_still_reads(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    with locked(database):
        waited = [seconds_until_given_up(sqlite_store, token) for _ in range(3)]
        read_while_locked = activities_on(sqlite_store, token)
    add_all(sqlite_store, token, CHOIR)

    # A busy machine may be slow to wake one of them up, so the shortest tells.
    assert 0.15 < min(waited) < 0.6
    assert read_while_locked == [SWIM]
    assert activities_on(sqlite_store, token) == [SWIM, CHOIR]


@pytest.mark.parametrize(
    "change", ["remove", "put_back", "set_face", "renew", "take_turn", "clear", "prune", "check"]
)
def test_no_change_gets_past_a_lock(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken, change: str
) -> None:
    changes = {
        "remove": lambda: sqlite_store.remove(token, council=KENT, activity_id=SWIM, now=NOON),
        "put_back": lambda: sqlite_store.put_back(token, council=KENT, activity_id=CHOIR, now=NOON),
        "set_face": lambda: sqlite_store.set_face(
            token, council=KENT, activity_id=SWIM, face=Face.NO, now=NOON
        ),
        "renew": lambda: sqlite_store.renew(token, new=make_token(), now=NOON),
        "take_turn": lambda: sqlite_store.take_turn(
            "link:a", limit=Limit(burst=1, every_seconds=1), now=NOON
        ),
        "clear": lambda: sqlite_store.clear(token),
        "prune": lambda: sqlite_store.prune(now=NOON + timedelta(days=1000)),
        "check": sqlite_store.check,
    }
    add_all(sqlite_store, token, SWIM)

    with locked(database), pytest.raises(StoreUnavailableError):
        changes[change]()

    assert sqlite_store.read(token, now=NOON) == a_list(an_entry())


def test_a_new_file_that_another_process_holds_gives_up_in_time(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("CREATE TABLE held (text TEXT) STRICT")
        other.execute("BEGIN EXCLUSIVE")
        waited = [seconds_until_given_up(sqlite_store, token) for _ in range(3)]
        other.execute("ROLLBACK")
    add_all(sqlite_store, token, SWIM)

    assert 0.2 <= min(waited) < 0.6
    assert activities_on(sqlite_store, token) == [SWIM]


def test_a_disk_that_takes_no_more_stops_changes_until_it_has_room(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    room = database.with_name("shortlists.db-wal").stat().st_size
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (room, usual[1]))
    try:
        with pytest.raises(StoreUnavailableError, match="that the disk has room"):
            add_all(sqlite_store, token, CHOIR)
        read_while_full = activities_on(sqlite_store, token)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    add_all(sqlite_store, token, CHOIR)

    assert read_while_full == [SWIM]
    assert activities_on(sqlite_store, token) == [SWIM, CHOIR]


def test_a_folder_that_cannot_be_written_makes_the_store_unavailable(
    folder_of_an_ordinary_user: Path, token: EditToken
) -> None:
    folder_of_an_ordinary_user.chmod(0o500)
    with closing(SQLiteShortlistStore(folder_of_an_ordinary_user / "shortlists.db")) as store:
        with pytest.raises(StoreUnavailableError, match="Permission denied"):
            add_all(store, token, SWIM)
        read = store.read(token, now=NOON)
        folder_of_an_ordinary_user.chmod(0o700)
        add_all(store, token, SWIM)

        assert read is None
        assert activities_on(store, token) == [SWIM]


def test_a_database_that_may_only_be_read_makes_the_store_unavailable(
    folder_of_an_ordinary_user: Path, token: EditToken
) -> None:
    database = folder_of_an_ordinary_user / "shortlists.db"
    with closing(SQLiteShortlistStore(database)) as store:
        add_all(store, token, SWIM)
    database.chmod(0o400)
    folder_of_an_ordinary_user.chmod(0o500)

    with closing(SQLiteShortlistStore(database)) as store:
        started = time.monotonic()
        with pytest.raises(StoreUnavailableError):
            add_all(store, token, CHOIR)
        with pytest.raises(StoreUnavailableError):
            store.read(token, now=NOON)
        waited = time.monotonic() - started

    folder_of_an_ordinary_user.chmod(0o700)
    assert waited < WAIT_SECONDS  # A wait for either would have taken as long.


def test_a_folder_that_is_a_file_makes_the_store_unavailable(
    tmp_path: Path, token: EditToken
) -> None:
    (tmp_path / "lists").write_text("not a folder", encoding="utf-8")

    with (
        closing(SQLiteShortlistStore(tmp_path / "lists" / "shortlists.db")) as store,
        pytest.raises(StoreUnavailableError, match=r"lists/shortlists\.db cannot be used now"),
    ):
        add_all(store, token, SWIM)


def test_a_file_that_is_not_a_database_is_left_alone(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    database.write_bytes(b"A letter to a friend, longer than a database's header. " * 20)
    before = database.read_bytes()

    with pytest.raises(StoreUnavailableError, match="file is not a database"):
        add_all(sqlite_store, token, SWIM)
    with pytest.raises(StoreUnavailableError, match="file is not a database"):
        sqlite_store.read(token, now=NOON)

    assert database.read_bytes() == before


def test_a_file_that_took_the_place_of_the_old_one_is_used_from_then_on(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    copy = database.with_name("copy.db")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    add_all(sqlite_store, token, CHOIR)

    for path in database.parent.glob("shortlists.db*"):
        path.unlink()
    after_deletion = activities_on(sqlite_store, token)
    copy.rename(database)
    after_restoring = activities_on(sqlite_store, token)
    add_all(sqlite_store, token, WALK)

    assert after_deletion == []
    assert after_restoring == [SWIM]
    with closing(SQLiteShortlistStore(database)) as other:
        assert activities_on(other, token) == [SWIM, WALK]


def test_a_file_that_vanished_is_made_anew(
    database: Path, sqlite_store: SQLiteShortlistStore, token: EditToken
) -> None:
    add_all(sqlite_store, token, SWIM)
    for path in database.parent.glob("shortlists.db*"):
        path.unlink()

    add_all(sqlite_store, token, CHOIR)

    assert activities_on(sqlite_store, token) == [CHOIR]


def test_a_store_leaves_no_file_open(database: Path, token: EditToken) -> None:
    descriptors = Path("/dev/fd")
    before = len(list(descriptors.iterdir()))

    for _ in range(20):
        with closing(SQLiteShortlistStore(database)) as store:
            add_all(store, token, SWIM)
            store.read(token, now=NOON)

    assert len(list(descriptors.iterdir())) == before


def test_a_killed_writer_leaves_a_whole_database(database: Path, token: EditToken) -> None:
    with closing(SQLiteShortlistStore(database)) as store:
        add_all(store, token, SWIM)
    child = subprocess.Popen(
        [sys.executable, "-c", KILL_IN_THE_MIDDLE, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    child.kill()
    child.communicate()

    with closing(SQLiteShortlistStore(database)) as store:
        assert activities_on(store, token) == [SWIM]
        add_all(store, token, CHOIR)
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
