"""Lists in a database that an earlier version of the finder made."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlite_utils import Database

from finder.domain.activity import ActivityId
from finder.domain.shortlist import Face
from finder.shortlists import StoreUnavailableError
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.shortlists.sqlite_schema import MIGRATIONS
from finder.shortlists.tokens import EditToken, hash_token, look_token_of
from tests.shortlists.lists import CHOIR, KENT, LATER, NOON, STOCKPORT, WALK, a_list, an_entry

EARLIER = Path(__file__).with_name("earlier")
FULL, SHORT, EXPIRED = (EditToken(letter * 22) for letter in "ABC")
EXAMPLE_SWIM = ActivityId("example-swim")


def names_of_migrations() -> list[str]:
    with Database(memory=True, execute_plugins=False) as empty:
        return [migration.name for migration in MIGRATIONS.pending(empty)]


@pytest.fixture(params=[path.stem for path in sorted(EARLIER.glob("*.sql"))])
def old_database(request: pytest.FixtureRequest, database: Path) -> Path:
    """A database of each earlier schema, with lists in it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript((EARLIER / f"{request.param}.sql").read_text(encoding="utf-8"))
    return database


@pytest.fixture
def store(old_database: Path) -> Iterator[SQLiteShortlistStore]:
    with closing(SQLiteShortlistStore(old_database)) as store:
        yield store


def test_every_earlier_schema_is_tried() -> None:
    kept = [path.stem for path in sorted(EARLIER.glob("*.sql"))]

    assert kept == names_of_migrations()[:-1]


def test_every_list_is_still_there(store: SQLiteShortlistStore) -> None:
    assert store.read(FULL, now=LATER) == a_list(
        an_entry(WALK),
        an_entry(CHOIR, position=2),
        an_entry(EXAMPLE_SWIM, position=3),
        an_entry(CHOIR, council=STOCKPORT, position=4, added_at=LATER),
        updated_at=LATER,
    )
    assert store.read(SHORT, now=NOON) == a_list(an_entry(WALK))
    assert store.read(EXPIRED, now=NOON) is None


def test_every_change_can_be_made(store: SQLiteShortlistStore) -> None:
    store.set_face(FULL, council=KENT, activity_id=WALK, face=Face.YES, now=LATER)
    store.remove(FULL, council=KENT, activity_id=CHOIR, now=LATER)
    store.move(FULL, council=KENT, activity_id=WALK, up=False, now=LATER)
    added = store.add(FULL, council=STOCKPORT, activity_id=WALK, now=LATER)
    store.put_back(FULL, council=KENT, activity_id=CHOIR, now=LATER)

    assert store.read(FULL, now=LATER) == a_list(
        an_entry(EXAMPLE_SWIM),
        an_entry(CHOIR, position=2),
        an_entry(WALK, position=3, face=Face.YES),
        an_entry(CHOIR, council=STOCKPORT, position=4, added_at=LATER),
        added,
        updated_at=LATER,
    )
    assert added.position == 5


def test_the_look_link_works_from_the_first_change(store: SQLiteShortlistStore) -> None:
    look = look_token_of(SHORT)
    before = store.read_shared(look, now=NOON)

    store.add(SHORT, council=KENT, activity_id=WALK, now=NOON)

    assert before is None
    assert store.read_shared(look, now=NOON) == a_list(an_entry(WALK))


def test_the_expired_are_pruned(store: SQLiteShortlistStore) -> None:
    assert store.prune(now=NOON) == 1
    assert store.prune(now=NOON) == 0


def test_lists_can_be_moved_before_they_are_changed(
    store: SQLiteShortlistStore, tmp_path: Path
) -> None:
    exported = list(store.export(now=NOON))
    with closing(SQLiteShortlistStore(tmp_path / "new.db")) as new:
        new.restore(exported)
        new.add(SHORT, council=KENT, activity_id=WALK, now=NOON)

        assert [(stored.edit_hash, stored.look_hash) for stored in exported] == [
            (hash_token(FULL), None),
            (hash_token(SHORT), None),
        ]
        assert next(new.export(now=NOON)) == exported[0]
        assert new.read_shared(look_token_of(SHORT), now=NOON) == a_list(an_entry(WALK))


def test_stores_that_open_at_once_bring_it_up_to_date_once(old_database: Path) -> None:
    barrier = Barrier(4)
    failures: list[StoreUnavailableError] = []

    def open_and_change(n: int) -> None:
        with closing(SQLiteShortlistStore(old_database)) as own:
            barrier.wait()
            try:
                own.add(FULL, council=KENT, activity_id=ActivityId(f"example-{n}"), now=LATER)
            except StoreUnavailableError as error:  # It would be lost with the thread.
                failures.append(error)

    threads = [Thread(target=open_and_change, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with closing(SQLiteShortlistStore(old_database)) as store:
        shortlist = store.read(FULL, now=LATER)
    assert failures == []
    assert shortlist is not None
    assert [entry.position for entry in shortlist.entries] == list(range(1, 9))


def test_a_process_that_died_in_the_middle_left_the_old_tables(old_database: Path) -> None:
    with closing(sqlite3.connect(old_database, isolation_level=None)) as dying:
        dying.execute("BEGIN IMMEDIATE")
        dying.execute("ALTER TABLE shortlists RENAME COLUMN token_hash TO edit_hash")
        dying.execute("ALTER TABLE shortlists ADD COLUMN look_hash BLOB")

    with closing(SQLiteShortlistStore(old_database)) as store:
        assert store.read(SHORT, now=NOON) == a_list(an_entry(WALK))
