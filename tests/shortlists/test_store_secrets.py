"""A copy of what a store of any kind keeps opens no list, and holds no address of a person."""

from pathlib import Path

import psycopg

from finder.shortlists import Limit, ShortlistStore
from finder.shortlists.tokens import EditToken, hash_token, look_token_of, make_token
from tests.shortlists.lists import KENT, NOON, NOTE, SWIM, add_all

KEY = "link:192.0.2.255"


def everything_kept(location: str) -> str:
    """Return all that is in the store's tables, or in its files, with bytes as hexadecimals."""
    if "://" not in location:
        files = sorted(Path(location).parent.glob("shortlists.db*"))
        content = b"".join(path.read_bytes() for path in files)
        return content.decode("latin-1") + content.hex()
    with psycopg.connect(location) as connection:
        tables = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        ).fetchall()
        rows = [
            connection.execute(f"SELECT each::text FROM {table} AS each".encode()).fetchall()
            for (table,) in tables
        ]
    return str(rows)


def fill(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)
    store.set_note(token, council=KENT, activity_id=SWIM, note=NOTE, now=NOON)
    store.keep_code(b"c" * 32, sealed=b"shut in", for_list=token, now=NOON)
    store.take_turn(KEY, limit=Limit(burst=1, every_seconds=1), now=NOON)


def test_a_store_keeps_hashes_and_never_a_secret(
    store: ShortlistStore, location: str, token: EditToken
) -> None:
    new = make_token()
    fill(store, token)
    before = everything_kept(location)
    store.renew(token, new=new, now=NOON)
    after = everything_kept(location)

    for kept, current in ((before, token), (after, new)):
        assert NOTE in kept
        assert hash_token(current).hex() in kept
        assert hash_token(look_token_of(current)).hex() in kept
    for secret in (token, new, look_token_of(token), look_token_of(new), KEY, "192.0.2.255"):
        assert secret not in before + after
        assert secret.encode().hex() not in before + after


def test_nothing_of_a_list_is_kept_after_it_was_cleared(
    store: ShortlistStore, location: str, token: EditToken
) -> None:
    fill(store, token)

    store.clear(token)

    kept = everything_kept(location)
    for trace in (NOTE, SWIM, hash_token(token).hex(), (b"c" * 32).hex(), b"shut in".hex()):
        assert trace not in kept
