"""Stores to test: every implementation of ShortlistStore is a parameter of `open_store`."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, ShortlistStore
from finder.shortlists.sqlite import SQLiteShortlistStore

OpenStore = Callable[..., ShortlistStore]


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
