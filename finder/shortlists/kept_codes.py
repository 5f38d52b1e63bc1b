"""Keep the codes that open a list over the phone, each as a hash with what it seals."""

from datetime import datetime

from finder.shortlists import CODE_DAYS, StoreUnavailableError
from finder.shortlists.database import Database, Transaction
from finder.shortlists.tables import SECONDS_IN_A_DAY, to_seconds

MOST_CODES = 2
"""How many codes one list can have: one to look, and one to look and change."""


def keep(
    transaction: Transaction,
    shortlist_id: int,
    code_hash: bytes,
    sealed: bytes,
    *,
    now: datetime,
) -> None:
    """Keep a code of a list, and only as many as it may have, the newest."""
    transaction.execute(
        "DELETE FROM shortlist_codes WHERE code_hash = :code_hash AND expires_at <= :now",
        code_hash=code_hash,
        now=to_seconds(now),
    )
    kept = transaction.execute(
        "INSERT INTO shortlist_codes (code_hash, shortlist_id, sealed, expires_at)"
        " VALUES (:code_hash, :list, :sealed, :end)"
        " ON CONFLICT (code_hash) DO UPDATE"
        " SET sealed = excluded.sealed, expires_at = excluded.expires_at"
        " WHERE shortlist_codes.shortlist_id = excluded.shortlist_id"
        " RETURNING code_id",
        code_hash=code_hash,
        list=shortlist_id,
        sealed=sealed,
        end=to_seconds(now) + CODE_DAYS * SECONDS_IN_A_DAY,
    )
    if not kept:
        # Next to impossible; but then the words would open somebody else's list.
        raise StoreUnavailableError("These words are another list's. Ask for other words.")
    transaction.execute(
        "DELETE FROM shortlist_codes WHERE shortlist_id = :list AND code_id NOT IN"
        " (SELECT code_id FROM shortlist_codes WHERE shortlist_id = :list"
        " ORDER BY code_id DESC LIMIT :most)",
        list=shortlist_id,
        most=MOST_CODES,
    )


def find(database: Database, code_hash: bytes, *, now: datetime) -> bytes | None:
    """Return what a code seals, while both it and its list are there."""
    found = database.read(
        "SELECT sealed FROM shortlist_codes JOIN shortlists USING (shortlist_id)"
        " WHERE code_hash = :code_hash AND shortlist_codes.expires_at > :now"
        " AND shortlists.expires_at > :now",
        code_hash=code_hash,
        now=to_seconds(now),
    )
    return next((sealed for (sealed,) in found), None)
