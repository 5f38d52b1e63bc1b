"""What the lists ask of a database: rows to read, and changes of which all or nothing is kept.

SQL is written once for every database, with `:name` for a value, in words that SQLite and
PostgreSQL both understand.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

Value = str | int | bytes | None
Row = tuple[Any, ...]
T = TypeVar("T")


class Transaction(Protocol):
    """A change that is being made."""

    def execute(self, sql: str, **values: Value) -> list[Row]:
        """Run one statement, and return the rows that it gives, if any."""
        ...

    def select_to_change(self, sql: str, **values: Value) -> list[Row]:
        """Return the rows of one table, which nobody else changes until this change is over."""
        ...

    def wipe_after(self) -> None:
        """Overwrite in the files what this change deletes, where the database lets us."""
        ...


class Database(Protocol):
    """A database whose tables are there, and up to date, whenever it is asked for something.

    Every method raises StoreUnavailableError when the database cannot be used.
    """

    def read(self, sql: str, **values: Value) -> list[Row]:
        """Return the rows of one SELECT, which sees one state of the database."""
        ...

    def change(self, work: Callable[[Transaction], T]) -> T:
        """Keep every change that `work` makes, or none if it raises, and return what it returns.

        A connection that is lost may have `work` done once more, from its beginning.
        """
        ...

    def check(self) -> None:
        """Raise StoreUnavailableError if no change could be made now. Changes nothing."""
        ...

    def close(self) -> None:
        """Let go of the connections; a later call opens them again."""
        ...
