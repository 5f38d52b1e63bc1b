"""Lists can be moved from any ShortlistStore to any other."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from finder.domain.shortlist import Face, ListColour, ListLabel, ListPicture
from finder.shortlists import ShortlistStore, StoredList
from finder.shortlists.moving import MOVED_AT_ONCE
from finder.shortlists.tokens import EditToken, hash_token, look_token_of, make_token
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    LATER,
    NOON,
    SWIM,
    WALK,
    OpenStore,
    a_list,
    activities_on,
    add_all,
    an_entry,
)
from tests.shortlists.store_process import open_at

LABEL = ListLabel(picture=ListPicture.BUS, colour=ListColour.GREEN, word="Thursdays")


def fill(store: ShortlistStore, token: EditToken) -> None:
    """Make a list with one of everything: a gap, a face, a note, a mark, a label, an undo."""
    add_all(store, token, WALK, CHOIR)
    store.add(token, council=KENT, activity_id=SWIM, now=LATER, seen="3f2a")
    store.set_face(token, council=KENT, activity_id=WALK, face=Face.YES, now=LATER)
    store.set_note(token, council=KENT, activity_id=SWIM, note="ask", now=LATER)
    store.set_label(token, label=LABEL, now=LATER)
    store.remove(token, council=KENT, activity_id=CHOIR, now=LATER)
    store.keep_code(b"code", sealed=b"sealed", for_list=token, now=LATER)


def test_an_export_holds_everything_but_secrets_codes_and_what_was_removed(
    store: ShortlistStore, token: EditToken
) -> None:
    fill(store, token)

    assert list(store.export(now=LATER)) == [
        StoredList(
            edit_hash=hash_token(token),
            look_hash=hash_token(look_token_of(token)),
            shortlist=a_list(
                an_entry(WALK, face=Face.YES),
                an_entry(SWIM, position=3, added_at=LATER, note="ask", seen="3f2a"),
                updated_at=LATER,
                label=LABEL,
            ),
        )
    ]


def test_an_export_leaves_out_lists_that_have_expired(open_store: OpenStore) -> None:
    store = open_store(keep_days=1)
    old, new = make_token(), make_token()
    store.add(old, council=KENT, activity_id=SWIM, now=NOON)
    store.add(new, council=KENT, activity_id=SWIM, now=LATER)

    exported = list(store.export(now=NOON + timedelta(days=1)))

    assert [stored.edit_hash for stored in exported] == [hash_token(new)]


@pytest.mark.parametrize("direction", ["there", "back"])
def test_lists_move_between_sqlite_and_postgresql(
    database: Path, postgres_url: str, token: EditToken, direction: str
) -> None:
    places = [str(database), postgres_url]
    if direction == "back":
        places.reverse()
    empty = make_token()
    with closing(open_at(places[0])) as old, closing(open_at(places[1])) as new:
        fill(old, token)
        old.set_label(empty, label=LABEL, now=NOON)

        restored = [new.restore(old.export(now=LATER)) for _ in range(2)]
        entry = new.add(token, council=KENT, activity_id=CHOIR, now=LATER)

        assert restored == [2, 0]
        assert old.read(empty, now=LATER) == new.read(empty, now=LATER)
        assert entry == an_entry(CHOIR, position=4, added_at=LATER)
        assert activities_on(old, token) == [WALK, SWIM]
        assert activities_on(new, token) == [WALK, SWIM, CHOIR]
        assert new.read_shared(look_token_of(token), now=LATER) == new.read(token, now=LATER)


def test_a_list_that_is_there_already_stays_as_it_is(
    open_store: OpenStore, token: EditToken
) -> None:
    store = open_store()
    other = make_token()
    add_all(store, token, SWIM)
    copies = list(store.export(now=NOON))
    add_all(store, token, CHOIR)
    add_all(store, other, SWIM)

    restored = store.restore(copies)

    assert restored == 0
    assert activities_on(store, token) == [SWIM, CHOIR]


def test_many_lists_move_in_parts(store: ShortlistStore) -> None:
    number = 2 * MOVED_AT_ONCE + 1
    lists = [
        StoredList(
            edit_hash=n.to_bytes(2, "big"),
            look_hash=None if n % 2 else b"look" + n.to_bytes(2, "big"),
            shortlist=a_list(*[an_entry(), an_entry(WALK, position=2)][: n % 3]),
        )
        for n in range(number)
    ]

    assert store.restore(lists) == number
    assert list(store.export(now=NOON)) == lists
