"""Delete lists that have expired, or all of them."""

from datetime import datetime

from finder.shortlists import TooManyToPruneError
from finder.shortlists.database import Database, Transaction
from finder.shortlists.rows import UNDO_SECONDS
from finder.shortlists.tables import to_microseconds, to_seconds

DELETED_AT_ONCE = 200
END_OF_TIME = 2**62
FEW = 20
"""So many lists may expire at once without a question, even if they are all there are."""


def prune(database: Database, *, now: datetime, force: bool) -> int:
    """Delete the lists that have expired and what else is over; return how many lists."""
    if not force:
        _refuse_if_most(database, now)

    def wipe_what_is_over(transaction: Transaction) -> None:
        seconds = to_seconds(now)
        transaction.execute(
            "DELETE FROM shortlist_entries WHERE removed_at <= :then", then=seconds - UNDO_SECONDS
        )
        transaction.execute("DELETE FROM shortlist_codes WHERE expires_at <= :now", now=seconds)
        transaction.execute(
            "DELETE FROM tries WHERE worked_off_at <= :now", now=to_microseconds(now)
        )
        transaction.wipe_after()

    pruned = _delete_expired(database, to_seconds(now))
    database.change(wipe_what_is_over)
    return pruned


def clear_all(database: Database) -> int:
    """Delete every list, and return how many they were."""
    return _delete_expired(database, END_OF_TIME)


def _refuse_if_most(database: Database, now: datetime) -> None:
    for every, expired in database.read(
        "SELECT count(*), count(CASE WHEN expires_at <= :now THEN 1 END) FROM shortlists",
        now=to_seconds(now),
    ):
        if expired >= FEW and expired * 2 > every:
            raise TooManyToPruneError(expired, every)


def _delete_expired(database: Database, seconds: int) -> int:
    """Delete lists a few at a time, so that nobody's change waits long for the lock."""

    def delete_some(transaction: Transaction) -> int:
        # PostgreSQL may have waited for a change of the list, so the time is asked again.
        gone = transaction.execute(
            "DELETE FROM shortlists WHERE expires_at <= :now AND shortlist_id IN"
            " (SELECT shortlist_id FROM shortlists WHERE expires_at <= :now LIMIT :most)"
            " RETURNING 1",
            now=seconds,
            most=DELETED_AT_ONCE,
        )
        transaction.wipe_after()
        return len(gone)

    deleted = 0
    while True:
        gone = database.change(delete_some)
        deleted += gone
        if gone < DELETED_AT_ONCE:
            return deleted
