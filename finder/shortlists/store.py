"""Keep the lists in a database: what is asked of them, in SQL that is the same for every one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import (
    LONGEST_LABEL_WORD,
    LONGEST_NOTE,
    Face,
    ListLabel,
    Shortlist,
    ShortlistEntry,
)
from finder.shortlists import Limit, StoredList, kept_codes, moving, turns, upkeep
from finder.shortlists.database import Database, T, Transaction
from finder.shortlists.rows import ListRows
from finder.shortlists.tables import make_list, to_seconds
from finder.shortlists.tokens import EditToken, LookToken, hash_token

# One statement sees one state of the database. LIST_COLUMNS and ENTRY_COLUMNS, in their order.
READ = """
    SELECT updated_at, expires_at, label_picture, label_colour, label_word,
        council, activity_id, position, added_at, face, note, seen
    FROM shortlists
    LEFT JOIN shortlist_entries
        ON shortlist_entries.shortlist_id = shortlists.shortlist_id AND removed_at IS NULL
    WHERE edit_hash = :token_hash AND expires_at > :now
    ORDER BY position
"""
READ_SHARED = READ.replace("edit_hash", "look_hash")
COUNT = """
    SELECT count(*) FROM shortlists JOIN shortlist_entries USING (shortlist_id)
    WHERE edit_hash = :token_hash AND expires_at > :now AND removed_at IS NULL
"""


class DatabaseShortlistStore:
    """A ShortlistStore in a Database. Which database it is makes no difference here."""

    def __init__(self, database: Database, *, keep_days: int, most: int) -> None:
        self._database = database
        self._keep_days = keep_days
        self._most = most

    @property
    def keep_days(self) -> int:
        return self._keep_days

    @property
    def most(self) -> int:
        return self._most

    def add(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
        seen: str = "",
    ) -> ShortlistEntry:
        return self._make_or_change(
            token, now, lambda rows: rows.add((council, activity_id), seen=_kept_text(seen))
        )

    def remove(
        self, token: EditToken, *, council: CouncilSlug, activity_id: ActivityId, now: datetime
    ) -> ShortlistEntry | None:
        return self._change(token, now, lambda rows: rows.remove((council, activity_id)))

    def put_back(
        self, token: EditToken, *, council: CouncilSlug, activity_id: ActivityId, now: datetime
    ) -> ShortlistEntry | None:
        return self._change(token, now, lambda rows: rows.put_back((council, activity_id)))

    def set_face(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        face: Face | None,
        now: datetime,
    ) -> ShortlistEntry | None:
        return self._rewrite(
            token, council, activity_id, now, lambda entry: replace(entry, face=face)
        )

    def set_note(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        note: str,
        now: datetime,
    ) -> ShortlistEntry | None:
        if len(note) > LONGEST_NOTE:
            raise ValueError(f"A note of {len(note)} characters; {LONGEST_NOTE} is the most.")
        kept = _kept_text(note)
        return self._rewrite(
            token, council, activity_id, now, lambda entry: replace(entry, note=kept)
        )

    def set_seen(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        seen: str,
        now: datetime,
    ) -> ShortlistEntry | None:
        kept = _kept_text(seen)
        return self._rewrite(
            token, council, activity_id, now, lambda entry: replace(entry, seen=kept)
        )

    def move(
        self,
        token: EditToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        up: bool,
        now: datetime,
    ) -> ShortlistEntry | None:
        return self._change(token, now, lambda rows: rows.move((council, activity_id), up=up))

    def set_label(self, token: EditToken, *, label: ListLabel, now: datetime) -> None:
        if len(label.word) > LONGEST_LABEL_WORD:
            raise ValueError(
                f"A label of {len(label.word)} characters; {LONGEST_LABEL_WORD} is the most."
            )
        kept = replace(label, word=_kept_text(label.word))
        self._make_or_change(token, now, lambda rows: rows.set_label(kept))

    def renew(self, token: EditToken, *, new: EditToken, now: datetime) -> bool:
        def renew_rows(rows: ListRows) -> bool:
            rows.renew(new)
            return True

        def work(transaction: Transaction) -> bool:
            is_renewed = self._work(transaction, token, now, renew_rows)
            # When an answer was lost, the list is there already.
            return is_renewed or self._rows(transaction, new, now).find()

        return self._database.change(work)

    def clear(self, token: EditToken) -> None:
        def work(transaction: Transaction) -> None:
            transaction.execute(
                "DELETE FROM shortlists WHERE edit_hash = :edit_hash", edit_hash=hash_token(token)
            )
            transaction.wipe_after()

        self._database.change(work)

    def read(self, token: EditToken, *, now: datetime) -> Shortlist | None:
        return self._read(READ, hash_token(token), now)

    def read_shared(self, token: LookToken, *, now: datetime) -> Shortlist | None:
        return self._read(READ_SHARED, hash_token(token), now)

    def count(self, token: EditToken, *, now: datetime) -> int:
        found = self._database.read(COUNT, token_hash=hash_token(token), now=to_seconds(now))
        return sum(number for (number,) in found)

    def keep_code(
        self, code_hash: bytes, *, sealed: bytes, for_list: EditToken, now: datetime
    ) -> None:
        def work(transaction: Transaction) -> None:
            self._work(
                transaction,
                for_list,
                now,
                lambda rows: kept_codes.keep(
                    transaction, rows.shortlist_id, code_hash, sealed, now=now
                ),
            )

        self._database.change(work)

    def find_code(self, code_hash: bytes, *, now: datetime) -> bytes | None:
        return kept_codes.find(self._database, code_hash, now=now)

    def take_turn(self, key: str, *, limit: Limit, now: datetime) -> float:
        return self._database.change(
            lambda transaction: turns.take(transaction, key, limit=limit, now=now)
        )

    def prune(self, *, now: datetime, force: bool = False) -> int:
        return upkeep.prune(self._database, now=now, force=force)

    def export(self, *, now: datetime) -> Iterator[StoredList]:
        return moving.export(self._database, now=now)

    def restore(self, lists: Iterable[StoredList]) -> int:
        return moving.restore(self._database, lists)

    def clear_all(self) -> int:
        return upkeep.clear_all(self._database)

    def check(self) -> None:
        self._database.check()

    def close(self) -> None:
        self._database.close()

    def _rows(self, transaction: Transaction, token: EditToken, now: datetime) -> ListRows:
        return ListRows(transaction, token, now=now, keep_days=self._keep_days, most=self._most)

    def _work(
        self,
        transaction: Transaction,
        token: EditToken,
        now: datetime,
        act: Callable[[ListRows], T],
    ) -> T | None:
        rows = self._rows(transaction, token, now)
        if not rows.find():
            return None
        result = act(rows)
        rows.mark_used()
        return result

    def _change(self, token: EditToken, now: datetime, act: Callable[[ListRows], T]) -> T | None:
        """Change a list that is there. A change with nothing to do still counts as use."""
        return self._database.change(lambda transaction: self._work(transaction, token, now, act))

    def _make_or_change(self, token: EditToken, now: datetime, act: Callable[[ListRows], T]) -> T:
        """Change a list, which is made if it is not there."""

        def work(transaction: Transaction) -> T:
            rows = self._rows(transaction, token, now)
            rows.find_or_make()
            result = act(rows)
            rows.mark_used()
            return result

        return self._database.change(work)

    def _rewrite(
        self,
        token: EditToken,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
        change: Callable[[ShortlistEntry], ShortlistEntry],
    ) -> ShortlistEntry | None:
        """Change what is kept of one activity that is on the list."""

        def act(rows: ListRows) -> ShortlistEntry | None:
            entry = rows.get((council, activity_id))
            return entry and rows.write(change(entry))

        return self._change(token, now, act)

    def _read(self, sql: str, token_hash: bytes, now: datetime) -> Shortlist | None:
        found = self._database.read(sql, token_hash=token_hash, now=to_seconds(now))
        return make_list(found) if found else None


def _kept_text(text: str) -> str:
    """Return the text without what PostgreSQL cannot keep, and nobody can type or see."""
    return text.replace("\0", "")
