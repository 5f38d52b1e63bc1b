"""Move lists from one store to another, as hashes: nobody's secret is needed, or known."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, islice

from finder.shortlists import StoredList
from finder.shortlists.database import Database, Transaction
from finder.shortlists.tables import insert_list, make_list, to_seconds, write_entry

MOVED_AT_ONCE = 200

# LIST_COLUMNS and ENTRY_COLUMNS, in their order, after what names the list.
EXPORT = """
    SELECT chosen.shortlist_id, edit_hash, look_hash,
        updated_at, expires_at, label_picture, label_colour, label_word,
        council, activity_id, position, added_at, face, note, seen
    FROM (
        SELECT * FROM shortlists WHERE shortlist_id > :last AND expires_at > :now
        ORDER BY shortlist_id LIMIT :most
    ) AS chosen
    LEFT JOIN shortlist_entries
        ON shortlist_entries.shortlist_id = chosen.shortlist_id AND removed_at IS NULL
    ORDER BY chosen.shortlist_id, position
"""


def export(database: Database, *, now: datetime) -> Iterator[StoredList]:
    """Return every list that has not expired, in the order in which they were made."""
    last = 0
    while found := database.read(EXPORT, last=last, now=to_seconds(now), most=MOVED_AT_ONCE):
        for (edit_hash, look_hash), rows in groupby(found, key=lambda row: row[1:3]):
            yield StoredList(
                edit_hash=edit_hash,
                look_hash=look_hash,
                shortlist=make_list([row[3:] for row in rows]),
            )
        last = found[-1][0]


def restore(database: Database, lists: Iterable[StoredList]) -> int:
    """Take in the lists that are not there yet, and return how many they were."""
    left = iter(lists)
    restored = 0
    while some := tuple(islice(left, MOVED_AT_ONCE)):
        restored += _restore_some(database, some)
    return restored


def _restore_some(database: Database, lists: tuple[StoredList, ...]) -> int:
    return database.change(
        lambda transaction: sum(_insert(transaction, stored) for stored in lists)
    )


def _insert(transaction: Transaction, stored: StoredList) -> bool:
    shortlist = stored.shortlist
    made = insert_list(
        transaction,
        edit_hash=stored.edit_hash,
        look_hash=stored.look_hash,
        next_position=max((entry.position for entry in shortlist.entries), default=0) + 1,
        updated_at=to_seconds(shortlist.updated_at),
        expires_at=to_seconds(shortlist.expires_at),
        label=shortlist.label,
    )
    for shortlist_id in made:
        for entry in shortlist.entries:
            write_entry(transaction, shortlist_id, entry, removed_at=None)
    return bool(made)
