"""Choose where the lists are kept, by the settings."""

from pathlib import Path

from finder.shortlists import ShortlistStore
from finder.shortlists.sqlite import SQLiteShortlistStore


class DriverMissingError(Exception):
    """The lists are to be in PostgreSQL, but what speaks with PostgreSQL is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "The lists are to be kept in PostgreSQL, which needs psycopg. "
            "Install it: pip install 'activity-finder[postgres]'."
        )


def open_store(*, file: Path, database_url: str, keep_days: int, most: int) -> ShortlistStore:
    """Return the store at `database_url`, or in `file` if there is none.

    Nothing is opened before the store is used. Raises DriverMissingError.
    """
    if not database_url:
        return SQLiteShortlistStore(file, keep_days=keep_days, most=most)
    try:
        # psycopg is an extra, so nothing may need it before it is asked for.
        from finder.shortlists.postgres import PostgresShortlistStore
    except ImportError as error:
        raise DriverMissingError from error
    return PostgresShortlistStore(database_url, keep_days=keep_days, most=most)
