"""Stores to test: every implementation of ShortlistStore is a parameter of `open_store`."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, ShortlistStore
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.shortlists.tokens import ShortlistToken, make_token
from tests.shortlists.lists import OpenStore


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file that the SQLite stores of this test share."""
    return tmp_path / "shortlists.db"


@pytest.fixture(params=["sqlite"])
def open_store(database: Path) -> Iterator[OpenStore]:
    """Open one more store on the test's own database, as another process would."""
    with ExitStack() as stack:

        def open_sqlite_store(
            *, keep_days: int = KEEP_DAYS, most: int = MOST_ENTRIES
        ) -> ShortlistStore:
            store = SQLiteShortlistStore(database, keep_days=keep_days, most=most)
            return stack.enter_context(closing(store))

        yield open_sqlite_store


@pytest.fixture
def store(open_store: OpenStore) -> ShortlistStore:
    return open_store()


@pytest.fixture
def sqlite_store(database: Path) -> Iterator[SQLiteShortlistStore]:
    """A store that does not wait long for a lock."""
    with closing(SQLiteShortlistStore(database, wait_seconds=0.2)) as store:
        yield store


@pytest.fixture
def token() -> ShortlistToken:
    return make_token()
