"""What every ShortlistStore promises about taking something off, and changing one's mind."""

from datetime import timedelta

import pytest

from finder.domain.activity import ActivityId
from finder.domain.shortlist import Face
from finder.shortlists import ShortlistFullError, ShortlistStore
from finder.shortlists.tokens import EditToken
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    LATER,
    NOON,
    SWIM,
    TOMORROW,
    WALK,
    OpenStore,
    a_list,
    activities_on,
    add_all,
    an_entry,
)

A_SECOND = timedelta(seconds=1)


def test_an_undo_puts_the_activity_back_just_as_it_was(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, WALK)
    store.add(token, council=KENT, activity_id=CHOIR, now=NOON, seen="3f2a")
    add_all(store, token, SWIM)
    store.set_face(token, council=KENT, activity_id=CHOIR, face=Face.MAYBE, now=NOON)
    store.set_note(token, council=KENT, activity_id=CHOIR, note="ask about lunch", now=NOON)
    choir = an_entry(CHOIR, position=2, face=Face.MAYBE, note="ask about lunch", seen="3f2a")

    removed = store.remove(token, council=KENT, activity_id=CHOIR, now=NOON)
    without = store.read(token, now=NOON)
    put_back = store.put_back(token, council=KENT, activity_id=CHOIR, now=LATER)

    assert removed == put_back == choir
    assert without == a_list(an_entry(WALK), an_entry(position=3))
    assert store.read(token, now=LATER) == a_list(
        an_entry(WALK), choir, an_entry(position=3), updated_at=LATER
    )


def test_an_undo_of_the_only_activity_brings_the_whole_list_back(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, SWIM)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    store.put_back(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) == a_list(an_entry())


def test_an_undo_finds_its_place_after_other_changes(
    store: ShortlistStore, token: EditToken
) -> None:
    dance = ActivityId("example-dance")
    add_all(store, token, SWIM, CHOIR, WALK)
    for activity_id in (WALK, SWIM, CHOIR):
        store.remove(token, council=KENT, activity_id=activity_id, now=NOON)

    store.put_back(token, council=KENT, activity_id=CHOIR, now=NOON)
    add_all(store, token, dance)
    store.put_back(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) == a_list(
        an_entry(SWIM), an_entry(CHOIR, position=2), an_entry(dance, position=4)
    )


def test_an_undo_twice_or_of_what_is_there_changes_nothing(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, SWIM, CHOIR)

    entry = store.put_back(token, council=KENT, activity_id=SWIM, now=NOON)

    assert entry == an_entry()
    assert store.read(token, now=NOON) == a_list(an_entry(), an_entry(CHOIR, position=2))


def test_nothing_that_was_not_removed_can_be_put_back(
    store: ShortlistStore, token: EditToken
) -> None:
    before = store.put_back(token, council=KENT, activity_id=SWIM, now=NOON)
    no_list = store.read(token, now=NOON)
    add_all(store, token, CHOIR)
    after = store.put_back(token, council=KENT, activity_id=SWIM, now=NOON)

    assert (before, no_list, after) == (None, None, None)
    assert activities_on(store, token) == [CHOIR]


def test_an_undo_can_be_made_for_a_day(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM, CHOIR)
    for activity_id in (SWIM, CHOIR):
        store.remove(token, council=KENT, activity_id=activity_id, now=NOON)

    in_time = store.put_back(token, council=KENT, activity_id=SWIM, now=TOMORROW - A_SECOND)
    too_late = store.put_back(token, council=KENT, activity_id=CHOIR, now=TOMORROW)

    assert (in_time, too_late) == (an_entry(), None)


def test_the_first_change_a_day_later_forgets_what_was_removed(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, SWIM, CHOIR)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    store.add(token, council=KENT, activity_id=WALK, now=TOMORROW)

    # By this clock it would be in time, but the list's own clock does not go back.
    assert store.put_back(token, council=KENT, activity_id=SWIM, now=LATER) is None


def test_a_full_list_refuses_an_undo(open_store: OpenStore, token: EditToken) -> None:
    store = open_store(most=1)
    add_all(store, token, SWIM)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    add_all(store, token, CHOIR)

    with pytest.raises(ShortlistFullError):
        store.put_back(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) == a_list(an_entry(CHOIR, position=2))


def test_adding_what_was_removed_begins_anew_at_the_end(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, SWIM, CHOIR)
    store.set_note(token, council=KENT, activity_id=SWIM, note="cold water", now=NOON)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    entry = store.add(token, council=KENT, activity_id=SWIM, now=LATER)

    assert entry == an_entry(position=3, added_at=LATER)
    assert store.read(token, now=LATER) == a_list(
        an_entry(CHOIR, position=2), entry, updated_at=LATER
    )


def test_only_as_many_removals_are_remembered_as_a_list_can_hold(
    open_store: OpenStore, token: EditToken
) -> None:
    store = open_store(most=2)
    several = [ActivityId(f"example-{n}") for n in range(4)]
    for minutes, activity_id in enumerate(several):
        now = NOON + timedelta(minutes=minutes)
        store.add(token, council=KENT, activity_id=activity_id, now=now)
        store.remove(token, council=KENT, activity_id=activity_id, now=now)

    put_back = [
        store.put_back(token, council=KENT, activity_id=activity_id, now=LATER)
        for activity_id in several
    ]

    assert [entry and entry.position for entry in put_back] == [None, None, 3, 4]
