"""The tables of the lists: what a row holds, what is made of it, and how one is written."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import (
    Face,
    ListColour,
    ListLabel,
    ListPicture,
    Shortlist,
    ShortlistEntry,
)
from finder.shortlists.database import Row, Transaction

SECONDS_IN_A_DAY = 24 * 60 * 60
MICROSECOND = timedelta(microseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

LIST_COLUMNS = ("updated_at", "expires_at", "label_picture", "label_colour", "label_word")
ENTRY_COLUMNS = ("council", "activity_id", "position", "added_at", "face", "note", "seen")

INSERT_LIST = """
    INSERT INTO shortlists (edit_hash, look_hash, next_position, updated_at, expires_at,
        label_picture, label_colour, label_word)
    VALUES (:edit_hash, :look_hash, :next_position, :updated_at, :expires_at,
        :picture, :colour, :word)
    ON CONFLICT DO NOTHING
    RETURNING shortlist_id
"""
UPDATE_LIST = """
    UPDATE shortlists SET edit_hash = :edit_hash, look_hash = :look_hash,
        next_position = :next_position, updated_at = :updated_at, expires_at = :expires_at,
        label_picture = :picture, label_colour = :colour, label_word = :word
    WHERE shortlist_id = :list
"""
WRITE_ENTRY = """
    INSERT INTO shortlist_entries (shortlist_id, council, activity_id,
        position, added_at, face, note, seen, removed_at)
    VALUES (:list, :council, :activity_id,
        :position, :added_at, :face, :note, :seen, :removed_at)
    ON CONFLICT (shortlist_id, council, activity_id) DO UPDATE SET
        position = excluded.position, added_at = excluded.added_at, face = excluded.face,
        note = excluded.note, seen = excluded.seen, removed_at = excluded.removed_at
"""
# ENTRY_COLUMNS, in their order.
READ_ENTRIES = """
    SELECT removed_at, council, activity_id, position, added_at, face, note, seen
    FROM shortlist_entries WHERE shortlist_id = :list
"""


def to_seconds(moment: datetime) -> int:
    """Return the moment as whole seconds since 1970, which is how it is stored."""
    return to_microseconds(moment) // 1_000_000


def to_microseconds(moment: datetime) -> int:
    """Return the moment as microseconds since 1970, for what a second is too long."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone. Pass a time such as datetime.now(UTC).")
    return (moment - EPOCH) // MICROSECOND


def to_moment(seconds: int) -> datetime:
    """Return the moment, in UTC, that was stored as whole seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def make_entry(columns: Sequence[Any]) -> ShortlistEntry:
    """Return the entry that ENTRY_COLUMNS of a row hold."""
    council, activity_id, position, added_at, face, note, seen = columns
    return ShortlistEntry(
        council=CouncilSlug(council),
        activity_id=ActivityId(activity_id),
        position=position,
        added_at=to_moment(added_at),
        face=Face(face) if face else None,
        note=note,
        seen=seen,
    )


def make_label(picture: str, colour: str, word: str) -> ListLabel:
    return ListLabel(picture=ListPicture(picture), colour=ListColour(colour), word=word)


def label_values(label: ListLabel) -> dict[str, str]:
    """Return what is stored of a label, by the names that the statements give it."""
    return {"picture": label.picture.value, "colour": label.colour.value, "word": label.word}


def make_list(rows: Sequence[Row]) -> Shortlist:
    """Return the list of rows that each hold LIST_COLUMNS and, for one entry, ENTRY_COLUMNS.

    A list with nothing on it is one row without an entry.
    """
    width = len(LIST_COLUMNS)
    updated_at, expires_at, *label = rows[0][:width]
    return Shortlist(
        entries=tuple(make_entry(row[width:]) for row in rows if row[width] is not None),
        updated_at=to_moment(updated_at),
        expires_at=to_moment(expires_at),
        label=make_label(*label),
    )


def insert_list(
    transaction: Transaction,
    *,
    edit_hash: bytes,
    look_hash: bytes | None,
    next_position: int,
    updated_at: int,
    expires_at: int,
    label: ListLabel,
) -> list[int]:
    """Make a list, and return its id; or nothing if there is one under the same secret.

    If somebody else is making that one now, this waits until it is there.
    """
    made = transaction.execute(
        INSERT_LIST,
        edit_hash=edit_hash,
        look_hash=look_hash,
        next_position=next_position,
        updated_at=updated_at,
        expires_at=expires_at,
        **label_values(label),
    )
    return [shortlist_id for (shortlist_id,) in made]


def write_entry(
    transaction: Transaction, shortlist_id: int, entry: ShortlistEntry, *, removed_at: int | None
) -> None:
    """Write the entry's row, in place of the one of the same activity if there is one."""
    transaction.execute(
        WRITE_ENTRY,
        list=shortlist_id,
        council=entry.council,
        activity_id=entry.activity_id,
        position=entry.position,
        added_at=to_seconds(entry.added_at),
        face=entry.face.value if entry.face else None,
        note=entry.note,
        seen=entry.seen,
        removed_at=removed_at,
    )
