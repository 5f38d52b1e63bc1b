"""The tables of the lists in PostgreSQL."""

from collections.abc import Iterator
from contextlib import closing
from threading import Barrier, Thread

import psycopg
import pytest

from finder.shortlists import StoreTooNewError, StoreUnavailableError
from finder.shortlists.postgres import PostgresShortlistStore
from finder.shortlists.postgres_schema import MIGRATIONS, AnyConnection, Migration, migrate
from finder.shortlists.tokens import EditToken
from tests.shortlists.lists import NOON, SWIM, activities_on, add_all


@pytest.fixture
def connection(postgres_url: str) -> Iterator[AnyConnection]:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE TABLE notes (note_id SERIAL, text TEXT NOT NULL)")
        yield connection


def read(connection: AnyConnection) -> list[str]:
    return [text for (text,) in connection.execute("SELECT text FROM notes ORDER BY note_id")]


def some_migrations(*texts: str) -> tuple[Migration, ...]:
    """Return migrations that each write one note; "bad" fails after it has written."""

    def writing(text: str) -> Migration:
        def apply(connection: AnyConnection) -> None:
            connection.execute("INSERT INTO notes (text) VALUES (%s)", (text,))
            if text == "bad":
                raise ValueError(text)

        apply.__name__ = text
        return apply

    return tuple(writing(text) for text in texts)


def test_migrations_are_applied_once_and_in_order(connection: AnyConnection) -> None:
    migrate(connection, some_migrations("one"))
    migrate(connection, some_migrations("one", "two", "three"))
    migrate(connection, some_migrations("one", "two", "three"))

    assert read(connection) == ["one", "two", "three"]


def test_a_migration_that_fails_leaves_those_before_it(connection: AnyConnection) -> None:
    with pytest.raises(ValueError, match="bad"):
        migrate(connection, some_migrations("one", "bad", "three"))
    after_failure = read(connection)
    migrate(connection, some_migrations("one", "mended", "three"))

    assert after_failure == ["one"]
    assert read(connection) == ["one", "mended", "three"]


def test_several_that_migrate_at_once_apply_each_migration_once(
    connection: AnyConnection, postgres_url: str
) -> None:
    names = [f"change {n}" for n in range(10)]
    barrier = Barrier(4)
    failures: list[Exception] = []

    def migrate_too() -> None:
        with psycopg.connect(postgres_url, autocommit=True) as own:
            barrier.wait()
            try:
                migrate(own, some_migrations(*names))
            except psycopg.Error as error:  # It would be lost with the thread.
                failures.append(error)

    threads = [Thread(target=migrate_too) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert read(connection) == names


def test_a_database_of_a_newer_version_is_refused(
    connection: AnyConnection, postgres_url: str
) -> None:
    migrate(connection)
    connection.execute("INSERT INTO shortlist_migrations VALUES ('m999_later')")

    with (
        closing(PostgresShortlistStore(postgres_url)) as store,
        pytest.raises(StoreTooNewError, match=r"newer version of the finder \(m999_later\)"),
    ):
        store.check()


def test_the_tables_hold_nothing_about_a_person(connection: AnyConnection) -> None:
    migrate(connection)

    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name <> 'notes'"
        " ORDER BY table_name, ordinal_position"
    ):
        columns.setdefault(table, []).append(column)
    assert columns == {
        "shortlist_codes": ["code_id", "code_hash", "shortlist_id", "sealed", "expires_at"],
        "shortlist_entries": [
            "shortlist_id",
            "council",
            "activity_id",
            "position",
            "added_at",
            "face",
            "note",
            "seen",
            "removed_at",
        ],
        "shortlist_migrations": ["name"],
        "shortlists": [
            "shortlist_id",
            "edit_hash",
            "look_hash",
            "next_position",
            "updated_at",
            "expires_at",
            "label_picture",
            "label_colour",
            "label_word",
        ],
        "tries": ["key_hash", "worked_off_at"],
        "tries_salt": ["salt"],
    }


def test_tables_that_vanished_are_made_anew(
    connection: AnyConnection, postgres_url: str, token: EditToken
) -> None:
    with closing(PostgresShortlistStore(postgres_url)) as store:
        add_all(store, token, SWIM)
        for table in ("shortlist_migrations", "shortlist_entries", "shortlist_codes", "shortlists"):
            connection.execute(f"DROP TABLE {table}".encode())
        connection.execute("DROP TABLE tries, tries_salt")
        with pytest.raises(StoreUnavailableError, match='"shortlists" does not exist'):
            store.read(token, now=NOON)
        emptied = store.read(token, now=NOON)
        add_all(store, token, SWIM)

        assert emptied is None
        assert activities_on(store, token) == [SWIM]


def test_released_migrations_keep_their_names_and_order() -> None:
    assert [migration.__name__ for migration in MIGRATIONS] == ["m001_lists"]
