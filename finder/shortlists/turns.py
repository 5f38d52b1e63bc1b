"""Count tries, so that nobody can try too often, however many processes serve the site.

The generic cell rate algorithm: for each key one number, the moment at which all tries so far
will have been worked off at one in `every_seconds`. A try may be made while that moment is no
further ahead than `burst` tries take.
"""

import hashlib
from datetime import datetime, timedelta

from finder.shortlists import Limit
from finder.shortlists.database import Transaction
from finder.shortlists.tables import MICROSECOND, to_microseconds

A_DAY = timedelta(days=1) // MICROSECOND


def take(transaction: Transaction, key: str, *, limit: Limit, now: datetime) -> float:
    """Count a try and return 0, or count nothing and return the seconds until the next one."""
    moment = to_microseconds(now)
    every = timedelta(seconds=limit.every_seconds) // MICROSECOND
    latest = moment + (limit.burst - 1) * every
    key_hash = _hash(transaction, key)
    is_taken = transaction.execute(
        "INSERT INTO tries (key_hash, worked_off_at) VALUES (:key_hash, :first)"
        " ON CONFLICT (key_hash) DO UPDATE SET worked_off_at = :every +"
        " CASE WHEN tries.worked_off_at BETWEEN :now AND :latest THEN tries.worked_off_at"
        " ELSE :now END"
        " WHERE tries.worked_off_at <= :latest OR tries.worked_off_at > :impossible"
        " RETURNING 1",
        key_hash=key_hash,
        first=moment + every,
        every=every,
        now=moment,
        latest=latest,
        # Only a clock that was wrong can have written this, and it would shut people out for long.
        impossible=latest + every + A_DAY,
    )
    if is_taken:
        return 0.0
    ((worked_off_at,),) = transaction.execute(
        "SELECT worked_off_at FROM tries WHERE key_hash = :key_hash", key_hash=key_hash
    )
    return float(worked_off_at - latest) / 1_000_000


def _hash(transaction: Transaction, key: str) -> bytes:
    """Return what is kept in the key's stead. The salt is random, and this database's own."""
    ((salt,),) = transaction.execute("SELECT salt FROM tries_salt")
    return hashlib.blake2b(key.encode(), key=salt, digest_size=16).digest()
