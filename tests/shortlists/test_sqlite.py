"""What only the SQLite store has to prove: its files, its locks, and disks that fail it."""

import os
import resource
import sqlite3
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.shortlists import StoreUnavailableError
from finder.shortlists.sqlite import PRUNED_AT_ONCE, WAIT_SECONDS, SQLiteShortlistStore
from finder.shortlists.tokens import ShortlistToken, hash_token, make_token

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
KENT = CouncilSlug("kent")
SWIM = ActivityId("example-swim-that-is-easy-to-find-in-a-file")
CHOIR = ActivityId("example-choir")
NOBODY = 65534


@pytest.fixture
def store(database: Path) -> Iterator[SQLiteShortlistStore]:
    with closing(SQLiteShortlistStore(database, wait_seconds=0.2)) as store:
        yield store


@pytest.fixture
def token() -> ShortlistToken:
    return make_token()


def add(store: SQLiteShortlistStore, token: ShortlistToken, activity_id: ActivityId) -> None:
    store.add(token, council=KENT, activity_id=activity_id, now=NOON)


def activities(store: SQLiteShortlistStore, token: ShortlistToken) -> list[ActivityId]:
    shortlist = store.read(token, now=NOON)
    return [entry.activity_id for entry in shortlist.entries] if shortlist else []


def files(database: Path) -> dict[str, bytes]:
    """Return the bytes of the database and of its write-ahead log."""
    return {
        path.name: path.read_bytes()
        for path in sorted(database.parent.glob(f"{database.name}*"))
        if not path.name.endswith("-shm")
    }


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


def test_the_file_is_for_its_owner_only(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.parent.iterdir()}
    assert modes == {
        "shortlists.db": 0o600,
        "shortlists.db-shm": 0o600,
        "shortlists.db-wal": 0o600,
    }


def test_a_missing_folder_is_made_for_its_owner_only(tmp_path: Path, token: ShortlistToken) -> None:
    folder = tmp_path / "var" / "lists"
    with closing(SQLiteShortlistStore(folder / "shortlists.db")) as store:
        add(store, token, SWIM)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_every_setting_that_keeps_a_promise_is_on(store: SQLiteShortlistStore) -> None:
    with store._connections.lend() as connection:
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
        "busy_timeout": 200,
    }


def test_the_usual_wait_for_a_lock_is_two_seconds() -> None:
    assert WAIT_SECONDS == 2.0


def test_the_files_hold_the_hash_and_never_the_token(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)
    in_log = b"".join(files(database).values())
    store.close()
    in_database = b"".join(files(database).values())

    for everything in (in_log, in_database):
        assert hash_token(token) in everything
        assert token.encode() not in everything


def test_reading_changes_no_file(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)
    before = files(database)

    for now in (NOON, NOON + timedelta(days=1000)):
        store.read(token, now=now)
        store.count(token, now=now)
        store.contains(token, council=KENT, activity_id=SWIM, now=now)

    assert files(database) == before


def test_reading_makes_no_file(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    assert store.read(token, now=NOON) is None
    assert store.count(token, now=NOON) == 0
    assert not store.contains(token, council=KENT, activity_id=SWIM, now=NOON)

    assert list(database.parent.iterdir()) == []


@pytest.mark.parametrize("way", ["clear", "prune"])
def test_a_list_that_was_deleted_is_wiped_from_the_files(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken, way: str
) -> None:
    add(store, token, SWIM)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    add(store, token, CHOIR)
    add(store, token, SWIM)
    before = files(database)

    if way == "clear":
        store.clear(token)
    else:
        store.prune(now=NOON + timedelta(days=180))

    after = files(database)
    assert SWIM.encode() in before["shortlists.db-wal"]
    assert after["shortlists.db-wal"] == b""
    for secret in (SWIM.encode(), CHOIR.encode(), hash_token(token)):
        assert secret not in after["shortlists.db"]


def test_a_list_that_had_reached_the_database_file_is_wiped_too(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)
    store.close()
    before = files(database)

    store.clear(token)

    assert SWIM.encode() in before["shortlists.db"]
    assert SWIM.encode() not in b"".join(files(database).values())


def test_a_wipe_that_a_reader_held_up_is_made_up_for(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM shortlist_entries").fetchall()
        store.clear(token)
        held_up = files(database)
        reader.execute("ROLLBACK")
    list_after_clear = store.read(token, now=NOON)

    add(store, make_token(), CHOIR)

    assert list_after_clear is None
    assert SWIM.encode() in held_up["shortlists.db-wal"]
    assert SWIM.encode() not in b"".join(files(database).values())


def test_pruning_many_lists_takes_several_short_changes(store: SQLiteShortlistStore) -> None:
    with store._writing() as connection:
        connection.executemany(
            "INSERT INTO shortlists (token_hash, next_position, updated_at, expires_at)"
            " VALUES (?, 1, 0, ?)",
            [(hash_token(make_token()), expires_at) for expires_at in range(PRUNED_AT_ONCE + 50)],
        )

    assert store.prune(now=datetime(1970, 1, 1, 0, 4, tzinfo=UTC)) == 241
    assert store.prune(now=NOON) == 9


def test_a_locked_database_gives_up_in_time_and_still_reads(
    database: Path, token: ShortlistToken
) -> None:
    with closing(SQLiteShortlistStore(database)) as store:
        add(store, token, SWIM)
        with locked(database):
            started = time.monotonic()
            with pytest.raises(StoreUnavailableError, match="database is locked"):
                add(store, token, CHOIR)
            waited = time.monotonic() - started
            read_while_locked = activities(store, token)
        add(store, token, CHOIR)

        assert 1.9 < waited < 2.5
        assert read_while_locked == [SWIM]
        assert activities(store, token) == [SWIM, CHOIR]


@pytest.mark.parametrize("change", ["remove", "put_back", "clear", "prune", "check"])
def test_no_change_gets_past_a_lock(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken, change: str
) -> None:
    changes = {
        "remove": lambda: store.remove(token, council=KENT, activity_id=SWIM, now=NOON),
        "put_back": lambda: store.put_back(
            token, council=KENT, activity_id=CHOIR, position=1, now=NOON
        ),
        "clear": lambda: store.clear(token),
        "prune": lambda: store.prune(now=NOON + timedelta(days=1000)),
        "check": store.check,
    }
    add(store, token, SWIM)

    with locked(database), pytest.raises(StoreUnavailableError):
        changes[change]()

    assert activities(store, token) == [SWIM]


def test_a_new_file_that_another_process_holds_gives_up_in_time(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("CREATE TABLE held (text TEXT) STRICT")
        other.execute("BEGIN EXCLUSIVE")
        started = time.monotonic()
        with pytest.raises(StoreUnavailableError, match="database is locked"):
            add(store, token, SWIM)
        waited = time.monotonic() - started
        other.execute("ROLLBACK")
    add(store, token, SWIM)

    assert 0.2 <= waited < 0.7
    assert activities(store, token) == [SWIM]


def test_a_disk_that_takes_no_more_stops_changes_until_it_has_room(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)
    room = database.with_name("shortlists.db-wal").stat().st_size
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (room, usual[1]))
    try:
        with pytest.raises(StoreUnavailableError, match="that the disk has room"):
            add(store, token, CHOIR)
        read_while_full = activities(store, token)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    add(store, token, CHOIR)

    assert read_while_full == [SWIM]
    assert activities(store, token) == [SWIM, CHOIR]


def test_a_folder_that_cannot_be_written_makes_the_store_unavailable(
    folder_of_an_ordinary_user: Path, token: ShortlistToken
) -> None:
    folder_of_an_ordinary_user.chmod(0o500)
    with closing(SQLiteShortlistStore(folder_of_an_ordinary_user / "shortlists.db")) as store:
        with pytest.raises(StoreUnavailableError, match="Permission denied"):
            add(store, token, SWIM)
        read = store.read(token, now=NOON)
        folder_of_an_ordinary_user.chmod(0o700)
        add(store, token, SWIM)

        assert read is None
        assert activities(store, token) == [SWIM]


def test_a_database_that_may_only_be_read_makes_the_store_unavailable(
    folder_of_an_ordinary_user: Path, token: ShortlistToken
) -> None:
    database = folder_of_an_ordinary_user / "shortlists.db"
    with closing(SQLiteShortlistStore(database)) as store:
        add(store, token, SWIM)
    database.chmod(0o400)
    folder_of_an_ordinary_user.chmod(0o500)

    with closing(SQLiteShortlistStore(database)) as store:
        started = time.monotonic()
        with pytest.raises(StoreUnavailableError):
            add(store, token, CHOIR)
        with pytest.raises(StoreUnavailableError):
            store.read(token, now=NOON)
        waited = time.monotonic() - started

    folder_of_an_ordinary_user.chmod(0o700)
    assert waited < 1


def test_a_folder_that_is_a_file_makes_the_store_unavailable(
    tmp_path: Path, token: ShortlistToken
) -> None:
    (tmp_path / "lists").write_text("not a folder", encoding="utf-8")

    with (
        closing(SQLiteShortlistStore(tmp_path / "lists" / "shortlists.db")) as store,
        pytest.raises(StoreUnavailableError, match=r"lists/shortlists\.db cannot be used now"),
    ):
        add(store, token, SWIM)


def test_a_file_that_is_not_a_database_is_left_alone(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    database.write_bytes(b"A letter to a friend, longer than a database's header. " * 20)
    before = database.read_bytes()

    with pytest.raises(StoreUnavailableError, match="file is not a database"):
        add(store, token, SWIM)
    with pytest.raises(StoreUnavailableError, match="file is not a database"):
        store.read(token, now=NOON)

    assert database.read_bytes() == before


def test_a_file_that_took_the_place_of_the_old_one_is_used_from_then_on(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)
    copy = database.with_name("copy.db")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    add(store, token, CHOIR)

    for path in database.parent.glob("shortlists.db*"):
        path.unlink()
    after_deletion = activities(store, token)
    copy.rename(database)
    after_restoring = activities(store, token)
    add(store, token, ActivityId("example-walk"))

    assert after_deletion == []
    assert after_restoring == [SWIM]
    with closing(SQLiteShortlistStore(database)) as other:
        assert activities(other, token) == [SWIM, "example-walk"]


def test_a_file_that_vanished_is_made_anew(
    database: Path, store: SQLiteShortlistStore, token: ShortlistToken
) -> None:
    add(store, token, SWIM)
    for path in database.parent.glob("shortlists.db*"):
        path.unlink()

    add(store, token, CHOIR)

    assert activities(store, token) == [CHOIR]


def test_a_store_leaves_no_file_open(database: Path, token: ShortlistToken) -> None:
    descriptors = Path("/dev/fd")
    before = len(list(descriptors.iterdir()))

    for _ in range(20):
        with closing(SQLiteShortlistStore(database)) as store:
            add(store, token, SWIM)
            store.read(token, now=NOON)

    assert len(list(descriptors.iterdir())) == before
