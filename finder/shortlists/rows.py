"""The rows of one list, inside a transaction that changes it."""

from dataclasses import dataclass, replace
from datetime import datetime

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import ListLabel, ShortlistEntry
from finder.shortlists import EMPTY_DAYS, ShortlistFullError
from finder.shortlists.database import Transaction
from finder.shortlists.tables import (
    READ_ENTRIES,
    SECONDS_IN_A_DAY,
    UPDATE_LIST,
    insert_list,
    label_values,
    make_entry,
    make_label,
    to_moment,
    to_seconds,
    write_entry,
)
from finder.shortlists.tokens import EditToken, hash_token, look_token_of

UNDO_SECONDS = SECONDS_IN_A_DAY

Activity = tuple[CouncilSlug, ActivityId]


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry, and when it was taken off the list, if it was."""

    entry: ShortlistEntry
    removed_at: int | None = None


class ListRows:
    """One list's rows, which nobody else changes meanwhile.

    `find` or `find_or_make` comes first, `mark_used` last.
    """

    def __init__(
        self,
        transaction: Transaction,
        token: EditToken,
        *,
        now: datetime,
        keep_days: int,
        most: int,
    ) -> None:
        self._transaction = transaction
        self._edit_hash = hash_token(token)
        self._look_hash = hash_token(look_token_of(token))
        self._now = to_seconds(now)
        self._keep_days = keep_days
        self._most = most
        self._id = 0
        self._next_position = 1
        self._label = ListLabel()
        self._kept: dict[Activity, _Kept] = {}

    def find(self) -> bool:
        """Return whether there is such a list, that has not expired."""
        found = self._transaction.select_to_change(
            "SELECT shortlist_id, next_position, updated_at, expires_at, label_picture,"
            " label_colour, label_word FROM shortlists WHERE edit_hash = :edit_hash",
            edit_hash=self._edit_hash,
        )
        for shortlist_id, next_position, updated_at, expires_at, *label in found:
            self._id = shortlist_id
            if expires_at <= self._now:
                return False
            # The list's own clock never goes back, whatever the machine's does.
            self._now = max(self._now, updated_at)
            self._next_position = next_position
            self._label = make_label(*label)
            self._read_entries()
        return bool(found)

    def find_or_make(self) -> None:
        """Make the list if there is none. One that expired goes with all that it had."""
        while not self.find():
            if self._transaction.execute(
                "DELETE FROM shortlists WHERE shortlist_id = :list AND expires_at <= :now"
                " RETURNING shortlist_id",
                list=self._id,
                now=self._now,
            ):
                self._transaction.wipe_after()
            # When somebody else makes the same list meanwhile, the next look finds theirs.
            insert_list(
                self._transaction,
                edit_hash=self._edit_hash,
                look_hash=self._look_hash,
                next_position=1,
                updated_at=self._now,
                expires_at=self._now + SECONDS_IN_A_DAY,
                label=self._label,
            )

    def mark_used(self) -> None:
        """Begin the time that the list is kept anew, and forget what was removed long ago."""
        self._forget_removed()
        keep_days = self._keep_days if self._on_list() else min(self._keep_days, EMPTY_DAYS)
        self._transaction.execute(
            UPDATE_LIST,
            edit_hash=self._edit_hash,
            look_hash=self._look_hash,
            next_position=self._next_position,
            updated_at=self._now,
            expires_at=self._now + keep_days * SECONDS_IN_A_DAY,
            list=self._id,
            **label_values(self._label),
        )

    def get(self, activity: Activity) -> ShortlistEntry | None:
        """Return the entry of an activity that is on the list."""
        kept = self._kept.get(activity)
        return kept.entry if kept and kept.removed_at is None else None

    def add(self, activity: Activity, *, seen: str) -> ShortlistEntry:
        """Put the activity at the end, if it is not there. Raises ShortlistFullError."""
        entry = self.get(activity)
        if entry is not None:
            return entry
        self._refuse_if_full()
        council, activity_id = activity
        position = self._next_position
        # A position is not used again while the list lives, so that an undo finds its own free.
        self._next_position += 1
        return self.write(
            ShortlistEntry(
                council=council,
                activity_id=activity_id,
                position=position,
                added_at=to_moment(self._now),
                seen=seen,
            )
        )

    def remove(self, activity: Activity) -> ShortlistEntry | None:
        """Take the activity off, and keep its row for an undo."""
        entry = self.get(activity)
        return None if entry is None else self.write(entry, removed_at=self._now)

    def put_back(self, activity: Activity) -> ShortlistEntry | None:
        """Put a removed activity back, if it is remembered. Raises ShortlistFullError."""
        kept = self._kept.get(activity)
        if kept is None or self._is_forgotten(kept):
            return None
        if kept.removed_at is None:
            return kept.entry
        self._refuse_if_full()
        return self.write(kept.entry)

    def move(self, activity: Activity, *, up: bool) -> ShortlistEntry | None:
        """Change places with the one above or below."""
        entry = self.get(activity)
        if entry is None:
            return None
        in_order = sorted(self._on_list(), key=lambda each: each.position)
        place = in_order.index(entry) + (-1 if up else 1)
        if not 0 <= place < len(in_order):
            return entry
        other = in_order[place]
        self.write(replace(other, position=entry.position))
        return self.write(replace(entry, position=other.position))

    def write(self, entry: ShortlistEntry, *, removed_at: int | None = None) -> ShortlistEntry:
        """Write the entry, and return it."""
        write_entry(self._transaction, self._id, entry, removed_at=removed_at)
        self._kept[entry.council, entry.activity_id] = _Kept(entry, removed_at)
        return entry

    def set_label(self, label: ListLabel) -> None:
        self._label = label

    def renew(self, new: EditToken) -> None:
        """Put the list under another secret, which its codes do not open."""
        self._edit_hash = hash_token(new)
        self._look_hash = hash_token(look_token_of(new))
        self._transaction.execute(
            "DELETE FROM shortlist_codes WHERE shortlist_id = :list", list=self._id
        )

    @property
    def shortlist_id(self) -> int:
        return self._id

    def _read_entries(self) -> None:
        rows = self._transaction.execute(READ_ENTRIES, list=self._id)
        for removed_at, *columns in rows:
            entry = make_entry(columns)
            self._kept[entry.council, entry.activity_id] = _Kept(entry, removed_at)

    def _on_list(self) -> list[ShortlistEntry]:
        return [kept.entry for kept in self._kept.values() if kept.removed_at is None]

    def _refuse_if_full(self) -> None:
        if len(self._on_list()) >= self._most:
            raise ShortlistFullError(self._most)

    def _is_forgotten(self, kept: _Kept) -> bool:
        return kept.removed_at is not None and kept.removed_at <= self._now - UNDO_SECONDS

    def _forget_removed(self) -> None:
        """Wipe what was removed a day ago; and what came before the last `most`, a bound."""
        removed = [kept for kept in self._kept.values() if kept.removed_at is not None]
        removed.sort(key=lambda kept: (kept.removed_at, kept.entry.position), reverse=True)
        for number, kept in enumerate(removed):
            if number >= self._most or self._is_forgotten(kept):
                self._transaction.execute(
                    "DELETE FROM shortlist_entries WHERE shortlist_id = :list"
                    " AND council = :council AND activity_id = :activity_id",
                    list=self._id,
                    council=kept.entry.council,
                    activity_id=kept.entry.activity_id,
                )
                self._transaction.wipe_after()
