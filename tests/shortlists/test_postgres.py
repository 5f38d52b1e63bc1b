"""What only the PostgreSQL store has to prove: its connections, its locks, its second tries."""

import traceback
from collections.abc import Iterator
from contextlib import ExitStack, closing

import psycopg
import pytest
from psycopg_pool import ConnectionPool

from finder.shortlists import StoreUnavailableError
from finder.shortlists.postgres import (
    MOST_CONNECTIONS,
    PostgresDatabase,
    PostgresShortlistStore,
    to_psycopg,
)
from finder.shortlists.postgres_schema import AnyConnection
from finder.shortlists.tokens import EditToken, make_token
from tests.shortlists.lists import CHOIR, KENT, NOON, SWIM, a_list, activities_on, add_all, an_entry

# The server asks for a first value outside any transaction, so a trigger knows the first try.
TROUBLE = """
    CREATE SEQUENCE tries_made;
    CREATE FUNCTION make_trouble() RETURNS trigger AS $$
    BEGIN
        IF nextval('tries_made') <= {times} THEN
            {trouble};
        END IF;
        RETURN NULL;
    END $$ LANGUAGE plpgsql;
    CREATE TRIGGER trouble AFTER INSERT ON shortlist_entries
        FOR EACH ROW EXECUTE FUNCTION make_trouble();
"""
DEADLOCK = "RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'"
CUT_OFF = "PERFORM pg_terminate_backend(pg_backend_pid())"


@pytest.fixture
def postgres_store(postgres_url: str) -> Iterator[PostgresShortlistStore]:
    """A store that does not wait long for a lock."""
    with closing(PostgresShortlistStore(postgres_url, wait_seconds=0.2)) as store:
        yield store


@pytest.fixture
def connection(postgres_url: str) -> Iterator[AnyConnection]:
    """Another connection to the same tables."""
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        yield connection


def opened_pool(store: PostgresShortlistStore) -> "ConnectionPool[AnyConnection]":
    assert isinstance(store._database, PostgresDatabase)
    return store._database._opened_pool()


def test_values_are_named_as_psycopg_wants_them() -> None:
    assert to_psycopg("SELECT :one, :other_1 WHERE :one") == (
        b"SELECT %(one)s, %(other_1)s WHERE %(one)s"
    )


def test_a_list_that_somebody_holds_gives_up_in_time_and_is_still_read(
    postgres_store: PostgresShortlistStore, connection: AnyConnection, token: EditToken
) -> None:
    other = make_token()
    add_all(postgres_store, token, SWIM)
    with connection.transaction():
        connection.execute("SELECT * FROM shortlists FOR UPDATE")
        with pytest.raises(StoreUnavailableError, match="lock timeout"):
            add_all(postgres_store, token, CHOIR)
        read_while_held = activities_on(postgres_store, token)
        add_all(postgres_store, other, CHOIR)
    add_all(postgres_store, token, CHOIR)

    assert read_while_held == [SWIM]
    assert activities_on(postgres_store, other) == [CHOIR]
    assert activities_on(postgres_store, token) == [SWIM, CHOIR]


@pytest.mark.parametrize("trouble", [DEADLOCK, CUT_OFF], ids=["a deadlock", "a lost connection"])
def test_a_change_is_made_once_more(
    postgres_store: PostgresShortlistStore,
    connection: AnyConnection,
    token: EditToken,
    trouble: str,
) -> None:
    postgres_store.check()
    connection.execute(TROUBLE.format(times=1, trouble=trouble).encode())

    entry = postgres_store.add(token, council=KENT, activity_id=SWIM, now=NOON)

    assert entry == an_entry()
    assert postgres_store.read(token, now=NOON) == a_list(an_entry())


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        pytest.param(DEADLOCK, "deadlock detected", id="deadlocks"),
        pytest.param(CUT_OFF, "terminating connection", id="lost connections"),
    ],
)
def test_a_change_is_not_made_for_ever(
    postgres_store: PostgresShortlistStore,
    connection: AnyConnection,
    token: EditToken,
    trouble: str,
    said: str,
) -> None:
    postgres_store.check()
    connection.execute(TROUBLE.format(times=2, trouble=trouble).encode())

    with pytest.raises(StoreUnavailableError, match=said):
        postgres_store.add(token, council=KENT, activity_id=SWIM, now=NOON)
    read = postgres_store.read(token, now=NOON)
    postgres_store.add(token, council=KENT, activity_id=SWIM, now=NOON)

    assert read is None
    assert activities_on(postgres_store, token) == [SWIM]


def test_connections_that_were_cut_off_between_calls_are_not_noticed(
    postgres_store: PostgresShortlistStore, connection: AnyConnection, token: EditToken
) -> None:
    add_all(postgres_store, token, SWIM)

    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'activity-finder' AND datname = current_database()"
    )

    assert activities_on(postgres_store, token) == [SWIM]


def test_a_server_that_takes_no_changes_is_noticed_and_still_read(
    postgres_url: str, connection: AnyConnection, token: EditToken
) -> None:
    only_reads = f"{postgres_url}%20-cdefault_transaction_read_only%3Don"
    with (
        closing(PostgresShortlistStore(postgres_url)) as store,
        closing(PostgresShortlistStore(only_reads)) as standby,
    ):
        add_all(store, token, SWIM)

        assert activities_on(standby, token) == [SWIM]
        with pytest.raises(StoreUnavailableError, match="takes no changes now"):
            standby.check()
        with pytest.raises(StoreUnavailableError, match="read-only transaction"):
            add_all(standby, token, CHOIR)
        assert activities_on(store, token) == [SWIM]


def test_changes_are_right_whatever_the_servers_usual_isolation_is(
    postgres_url: str, token: EditToken
) -> None:
    strict = f"{postgres_url}%20-cdefault_transaction_isolation%3Dserializable"
    with closing(PostgresShortlistStore(strict)) as store:
        isolation = store._database.read("SHOW transaction_isolation")
        in_change = store._database.change(
            lambda transaction: transaction.execute("SHOW transaction_isolation")
        )

    assert isolation == [("serializable",)]
    assert in_change == [("read committed",)]


def test_a_store_has_few_connections_and_leaves_none(
    postgres_url: str, connection: AnyConnection, token: EditToken
) -> None:
    def open_connections() -> int:
        ((number,),) = connection.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE application_name = %s AND datname = current_database()",
            ("counted",),
        ).fetchall()
        return int(number)

    url = f"{postgres_url}&application_name=counted"
    with closing(PostgresShortlistStore(url, connect_seconds=0.5)) as store:
        add_all(store, token, SWIM)
        with ExitStack() as several:
            pool = opened_pool(store)
            for _ in range(MOST_CONNECTIONS):
                several.enter_context(pool.connection())
            while_busy = open_connections()
            with pytest.raises(StoreUnavailableError, match=r"within 0\.5 seconds"):
                store.read(token, now=NOON)
        read = activities_on(store, token)

    assert while_busy == MOST_CONNECTIONS == 4
    assert read == [SWIM]
    while open_connections():
        pass  # The server takes a moment to notice that a connection was closed.


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("postgresql://finder:s3cret-words@127.0.0.1:1/lists", id="nobody answers"),
        pytest.param("postgresql://finder:s3cret-words@127.0.0.1:1/?sslmode=odd", id="an option"),
    ],
)
def test_a_password_is_never_told(url: str, caplog: pytest.LogCaptureFixture) -> None:
    with (
        closing(PostgresShortlistStore(url, connect_seconds=0.5)) as store,
        pytest.raises(StoreUnavailableError) as unavailable,
    ):
        store.check()

    told = "".join(traceback.format_exception(unavailable.value)) + caplog.text + repr(store)
    assert "Is the server running" in told
    assert "s3cret" not in told
    assert "psycopg.pool" in caplog.text


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("postgresql://finder:s3cret%words@127.0.0.1/lists", id="a per cent"),
        pytest.param("postgresql://finder@127.0.0.1/lists?s3cret", id="an option"),
    ],
)
def test_an_address_that_cannot_be_read_is_not_repeated(url: str) -> None:
    with pytest.raises(StoreUnavailableError, match="cannot be read") as unavailable:
        PostgresShortlistStore(url)

    assert "s3cret" not in "".join(traceback.format_exception(unavailable.value))
