"""What every ShortlistStore promises about faces, notes, order and labels."""

from collections.abc import Callable

import pytest

from finder.domain.activity import ActivityId
from finder.domain.shortlist import (
    LONGEST_LABEL_WORD,
    LONGEST_NOTE,
    Face,
    ListColour,
    ListLabel,
    ListPicture,
    ShortlistEntry,
)
from finder.shortlists import EMPTY_DAYS, ShortlistStore
from finder.shortlists.tokens import EditToken, look_token_of
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    LATER,
    NOON,
    STOCKPORT,
    SWIM,
    WALK,
    a_list,
    activities_on,
    add_all,
    an_entry,
)

Change = Callable[[ShortlistStore, EditToken], ShortlistEntry | None]

# Every change to one activity that is on a list, made to the choir.
CHANGES = [
    pytest.param(
        lambda store, token: store.set_face(
            token, council=KENT, activity_id=CHOIR, face=Face.YES, now=LATER
        ),
        id="a face",
    ),
    pytest.param(
        lambda store, token: store.set_note(
            token, council=KENT, activity_id=CHOIR, note="loud", now=LATER
        ),
        id="a note",
    ),
    pytest.param(
        lambda store, token: store.set_seen(
            token, council=KENT, activity_id=CHOIR, seen="3f2a", now=LATER
        ),
        id="a mark",
    ),
    pytest.param(
        lambda store, token: store.move(token, council=KENT, activity_id=CHOIR, up=True, now=LATER),
        id="a move",
    ),
]


@pytest.mark.parametrize("face", [*Face, None])
def test_a_face_is_kept_and_can_be_taken_back(
    store: ShortlistStore, token: EditToken, face: Face | None
) -> None:
    add_all(store, token, SWIM, CHOIR)
    store.set_face(token, council=KENT, activity_id=SWIM, face=Face.NO, now=NOON)

    entry = store.set_face(token, council=KENT, activity_id=SWIM, face=face, now=LATER)

    assert entry == an_entry(face=face)
    assert store.read(token, now=LATER) == a_list(
        an_entry(face=face), an_entry(CHOIR, position=2), updated_at=LATER
    )


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("Ask about the hoist.", id="plain"),
        pytest.param("é ö ł ظ 好 😀 \n two lines, 'quotes' and 100%", id="anything that is typed"),
        pytest.param("n" * LONGEST_NOTE, id="as long as can be"),
        pytest.param("😀" * LONGEST_NOTE, id="as long as can be, in faces"),
        pytest.param("", id="none"),
    ],
)
def test_a_note_is_kept_as_it_was_written(
    store: ShortlistStore, token: EditToken, note: str
) -> None:
    add_all(store, token, SWIM)
    store.set_note(token, council=KENT, activity_id=SWIM, note="an older one", now=NOON)

    entry = store.set_note(token, council=KENT, activity_id=SWIM, note=note, now=NOON)

    assert entry == an_entry(note=note)
    assert store.read(token, now=NOON) == a_list(an_entry(note=note))


def test_a_note_that_is_too_long_is_refused(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)

    with pytest.raises(ValueError, match="201 characters; 200 is the most"):
        store.set_note(token, council=KENT, activity_id=SWIM, note="n" * 201, now=LATER)

    assert store.read(token, now=NOON) == a_list(an_entry())


def test_what_nobody_can_see_is_left_out_of_words(store: ShortlistStore, token: EditToken) -> None:
    store.add(token, council=KENT, activity_id=SWIM, now=NOON, seen="\0a")
    store.set_note(token, council=KENT, activity_id=SWIM, note="a\0b", now=NOON)
    store.set_label(token, label=ListLabel(word="\0Mum"), now=NOON)
    before = store.read(token, now=NOON)
    store.set_seen(token, council=KENT, activity_id=SWIM, seen="b\0", now=NOON)

    assert before == a_list(an_entry(note="ab", seen="a"), label=ListLabel(word="Mum"))
    assert store.read(token, now=NOON) == a_list(
        an_entry(note="ab", seen="b"), label=ListLabel(word="Mum")
    )


def test_the_mark_of_what_was_seen_is_kept(store: ShortlistStore, token: EditToken) -> None:
    store.add(token, council=KENT, activity_id=SWIM, now=NOON, seen="old")

    entry = store.set_seen(token, council=KENT, activity_id=SWIM, seen="new", now=NOON)

    assert entry == an_entry(seen="new")
    assert store.read(token, now=NOON) == a_list(an_entry(seen="new"))


def test_what_is_said_of_an_activity_stays_with_it(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)
    store.add(token, council=STOCKPORT, activity_id=SWIM, now=NOON)
    store.set_face(token, council=STOCKPORT, activity_id=SWIM, face=Face.NO, now=NOON)
    store.set_note(token, council=KENT, activity_id=SWIM, note="near", now=NOON)
    store.move(token, council=KENT, activity_id=SWIM, up=False, now=NOON)

    assert store.read(token, now=NOON) == a_list(
        an_entry(council=STOCKPORT, face=Face.NO), an_entry(position=2, note="near")
    )


@pytest.mark.parametrize(
    ("activity_id", "up", "expected"),
    [
        pytest.param(CHOIR, True, [CHOIR, SWIM, WALK], id="up"),
        pytest.param(CHOIR, False, [SWIM, WALK, CHOIR], id="down"),
        pytest.param(SWIM, True, [SWIM, CHOIR, WALK], id="the first up"),
        pytest.param(WALK, False, [SWIM, CHOIR, WALK], id="the last down"),
    ],
)
def test_an_activity_changes_places_with_its_neighbour(
    store: ShortlistStore,
    token: EditToken,
    activity_id: ActivityId,
    up: bool,
    expected: list[ActivityId],
) -> None:
    add_all(store, token, SWIM, CHOIR, WALK)

    entry = store.move(token, council=KENT, activity_id=activity_id, up=up, now=NOON)

    shortlist = store.read(token, now=NOON)
    assert shortlist is not None
    assert [each.activity_id for each in shortlist.entries] == expected
    assert entry == shortlist.entry(KENT, activity_id)


def test_a_move_goes_past_what_was_removed(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM, CHOIR, WALK)
    store.remove(token, council=KENT, activity_id=CHOIR, now=NOON)

    store.move(token, council=KENT, activity_id=WALK, up=True, now=NOON)
    moved = activities_on(store, token)
    store.put_back(token, council=KENT, activity_id=CHOIR, now=NOON)

    assert moved == [WALK, SWIM]
    assert activities_on(store, token) == [WALK, CHOIR, SWIM]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_what_is_not_on_the_list_changes_nothing(
    store: ShortlistStore, token: EditToken, change: Change
) -> None:
    on_no_list = change(store, token)
    no_list = store.read(token, now=LATER)
    add_all(store, token, SWIM, CHOIR)
    store.remove(token, council=KENT, activity_id=CHOIR, now=NOON)
    when_removed = change(store, token)
    put_back = store.put_back(token, council=KENT, activity_id=CHOIR, now=LATER)

    assert (on_no_list, no_list, when_removed) == (None, None, None)
    assert put_back == an_entry(CHOIR, position=2)


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_counts_as_use(
    store: ShortlistStore, token: EditToken, change: Change
) -> None:
    add_all(store, token, SWIM, CHOIR)

    entry = change(store, token)

    shortlist = store.read(token, now=LATER)
    assert shortlist is not None
    assert shortlist.entry(KENT, CHOIR) == entry
    assert shortlist.updated_at == LATER


def test_a_label_is_kept_with_its_list(store: ShortlistStore, token: EditToken) -> None:
    label = ListLabel(picture=ListPicture.BUS, colour=ListColour.PINK, word="Tuesdays 😀")
    add_all(store, token, SWIM)

    store.set_label(token, label=label, now=LATER)

    assert store.read(token, now=LATER) == a_list(an_entry(), updated_at=LATER, label=label)


def test_a_label_makes_a_list(store: ShortlistStore, token: EditToken) -> None:
    label = ListLabel(word="w" * LONGEST_LABEL_WORD)

    store.set_label(token, label=label, now=NOON)
    empty = store.read(token, now=NOON)
    shared = store.read_shared(look_token_of(token), now=NOON)
    add_all(store, token, SWIM)

    assert empty == shared == a_list(keep_days=EMPTY_DAYS, label=label)
    assert store.read(token, now=NOON) == a_list(an_entry(), label=label)


def test_a_label_that_is_too_long_is_refused(store: ShortlistStore, token: EditToken) -> None:
    with pytest.raises(ValueError, match="21 characters; 20 is the most"):
        store.set_label(token, label=ListLabel(word="w" * 21), now=NOON)

    assert store.read(token, now=NOON) is None
