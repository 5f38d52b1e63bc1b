"""Stores to test: each kind of ShortlistStore is a parameter of `location`."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest

from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, ShortlistStore
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.shortlists.tokens import EditToken, make_token
from tests.shortlists.lists import OpenStore
from tests.shortlists.postgres_server import PostgresServer, shared_server
from tests.shortlists.store_process import open_at

_schemas = count(1)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file that the SQLite stores of this test share."""
    return tmp_path / "shortlists.db"


@pytest.fixture(scope="session")
def postgres(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[tuple[PostgresServer, str]]:
    """A server that all processes of the tests share, and this one's own database."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    with shared_server(folder / "postgres") as server:
        server.execute(f"CREATE DATABASE {worker_id}")
        yield server, worker_id


@pytest.fixture
def postgres_url(postgres: tuple[PostgresServer, str]) -> Iterator[str]:
    """The address of an empty schema, which is this test's own."""
    server, database = postgres
    schema = f"test_{next(_schemas)}"
    server.execute(f"CREATE SCHEMA {schema}", database=database)
    yield server.url(database, schema=schema)
    server.execute(f"DROP SCHEMA {schema} CASCADE", database=database)


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest, database: Path) -> str:
    """Where the stores of this test keep their lists: a file, or the address of a database."""
    if request.param == "sqlite":
        return str(database)
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def open_store(location: str) -> Iterator[OpenStore]:
    """Open one more store on the test's own lists, as another process would."""
    with ExitStack() as stack:

        def open_one_more(
            *, keep_days: int = KEEP_DAYS, most: int = MOST_ENTRIES
        ) -> ShortlistStore:
            store = open_at(location, keep_days=keep_days, most=most)
            return stack.enter_context(closing(store))

        yield open_one_more


@pytest.fixture
def store(open_store: OpenStore) -> ShortlistStore:
    return open_store()


@pytest.fixture
def sqlite_store(database: Path) -> Iterator[SQLiteShortlistStore]:
    """A store that does not wait long for a lock."""
    with closing(SQLiteShortlistStore(database, wait_seconds=0.2)) as store:
        yield store


@pytest.fixture
def token() -> EditToken:
    return make_token()
