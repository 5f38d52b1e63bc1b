"""The rows of one list, inside a transaction that changes it."""

import sqlite3
from datetime import UTC, datetime

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import ShortlistEntry

SECONDS_IN_A_DAY = 24 * 60 * 60


def to_seconds(moment: datetime) -> int:
    """Return the moment as whole seconds since 1970, which is how it is stored."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone. Pass a time such as datetime.now(UTC).")
    return int(moment.timestamp())


def to_moment(seconds: int) -> datetime:
    """Return the moment, in UTC, that was stored as whole seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def make_entry(council: str, activity_id: str, position: int, added_at: int) -> ShortlistEntry:
    """Return the entry that a row of `shortlist_entries` holds."""
    return ShortlistEntry(
        council=CouncilSlug(council),
        activity_id=ActivityId(activity_id),
        position=position,
        added_at=to_moment(added_at),
    )


class ListRows:
    """One list's rows. The transaction keeps everybody else from changing them meanwhile."""

    def __init__(
        self, connection: sqlite3.Connection, token_hash: bytes, *, now: datetime, keep_days: int
    ) -> None:
        self._connection = connection
        self._token_hash = token_hash
        self._now = to_seconds(now)
        self._keep_seconds = keep_days * SECONDS_IN_A_DAY
        found = connection.execute(
            "SELECT shortlist_id FROM shortlists WHERE token_hash = ? AND expires_at > ?",
            (token_hash, self._now),
        ).fetchone()
        self._shortlist_id: int | None = found[0] if found else None

    def exist(self) -> bool:
        return self._shortlist_id is not None

    def make(self) -> None:
        """Make the list, empty. One that expired but was not pruned yet goes with its entries."""
        self.delete()
        self._shortlist_id = self._connection.execute(
            "INSERT INTO shortlists (token_hash, next_position, updated_at, expires_at)"
            " VALUES (?, 1, ?, ?)",
            (self._token_hash, self._now, self._now + self._keep_seconds),
        ).lastrowid

    def delete(self) -> None:
        """Delete the list with its entries."""
        self._connection.execute("DELETE FROM shortlists WHERE token_hash = ?", (self._token_hash,))

    def mark_used(self) -> None:
        """Begin the time that the list is kept anew. It never goes back, if the clock does."""
        self._connection.execute(
            "UPDATE shortlists SET updated_at = max(updated_at, :now),"
            " expires_at = max(updated_at, :now) + :keep WHERE shortlist_id = :list",
            {"now": self._now, "keep": self._keep_seconds, "list": self._shortlist_id},
        )

    def count_entries(self) -> int:
        found = self._connection.execute(
            "SELECT count(*) FROM shortlist_entries WHERE shortlist_id = ?", (self._shortlist_id,)
        )
        return sum(row[0] for row in found)

    def get_entry(self, council: CouncilSlug, activity_id: ActivityId) -> ShortlistEntry | None:
        found = self._connection.execute(
            "SELECT council, activity_id, position, added_at FROM shortlist_entries"
            " WHERE shortlist_id = ? AND council = ? AND activity_id = ?",
            (self._shortlist_id, council, activity_id),
        ).fetchone()
        return make_entry(*found) if found else None

    def insert_entry(
        self, council: CouncilSlug, activity_id: ActivityId, position: int | None
    ) -> ShortlistEntry:
        """Add an entry that is not there yet, at the end if `position` is None."""
        ((end,),) = self._connection.execute(
            "SELECT next_position FROM shortlists WHERE shortlist_id = ?", (self._shortlist_id,)
        ).fetchall()
        position = end if position is None else position
        self._connection.execute(
            "INSERT INTO shortlist_entries"
            " (shortlist_id, council, activity_id, position, added_at) VALUES (?, ?, ?, ?, ?)",
            (self._shortlist_id, council, activity_id, position, self._now),
        )
        # A position is not used again while the list lives, so that an undo finds its own free.
        self._connection.execute(
            "UPDATE shortlists SET next_position = ? WHERE shortlist_id = ?",
            (max(end, position + 1), self._shortlist_id),
        )
        return make_entry(council, activity_id, position, self._now)

    def delete_entry(self, council: CouncilSlug, activity_id: ActivityId) -> None:
        self._connection.execute(
            "DELETE FROM shortlist_entries"
            " WHERE shortlist_id = ? AND council = ? AND activity_id = ?",
            (self._shortlist_id, council, activity_id),
        )
