"""What every ShortlistStore promises, whatever it keeps the lists in."""

from datetime import timedelta

import pytest

from finder.domain.activity import ActivityId
from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, ShortlistFullError, ShortlistStore
from finder.shortlists.tokens import ShortlistToken, make_token
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    LATER,
    NOON,
    STOCKPORT,
    SWIM,
    WALK,
    OpenStore,
    a_list,
    add_all,
    an_entry,
)


def test_a_store_says_how_long_and_how_much_it_keeps(open_store: OpenStore) -> None:
    usual, own = open_store(), open_store(keep_days=30, most=5)

    assert (usual.keep_days, usual.most) == (KEEP_DAYS, MOST_ENTRIES) == (180, 20)
    assert (own.keep_days, own.most) == (30, 5)


def test_there_is_no_list_before_the_first_activity(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    assert store.read(token, now=NOON) is None
    assert store.count(token, now=NOON) == 0
    assert not store.contains(token, council=KENT, activity_id=SWIM, now=NOON)


def test_an_activity_that_was_added_is_on_the_list(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    entry = store.add(token, council=KENT, activity_id=SWIM, now=NOON)

    assert entry == an_entry()
    assert store.read(token, now=NOON) == a_list(an_entry())
    assert store.count(token, now=NOON) == 1
    assert store.contains(token, council=KENT, activity_id=SWIM, now=NOON)


def test_activities_stay_in_the_order_that_they_were_added(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    add_all(store, token, WALK, CHOIR, SWIM)

    assert store.read(token, now=NOON) == a_list(
        an_entry(WALK), an_entry(CHOIR, position=2), an_entry(SWIM, position=3)
    )


def test_the_same_id_at_two_councils_is_two_activities(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    store.add(token, council=KENT, activity_id=SWIM, now=NOON)
    store.add(token, council=STOCKPORT, activity_id=SWIM, now=NOON)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) == a_list(an_entry(council=STOCKPORT, position=2))
    assert not store.contains(token, council=KENT, activity_id=SWIM, now=NOON)


def test_each_token_has_its_own_list(store: ShortlistStore, token: ShortlistToken) -> None:
    other = make_token()
    add_all(store, token, SWIM)
    add_all(store, other, CHOIR)

    store.clear(token)

    assert store.read(token, now=NOON) is None
    assert store.read(other, now=NOON) == a_list(an_entry(CHOIR))


def test_adding_the_same_activity_twice_is_one_entry(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    first = store.add(token, council=KENT, activity_id=SWIM, now=NOON)
    second = store.add(token, council=KENT, activity_id=SWIM, now=LATER)

    assert first == second == an_entry()
    assert store.read(token, now=LATER) == a_list(an_entry(), updated_at=LATER)


def test_a_full_list_takes_no_more_but_still_takes_what_it_has(
    open_store: OpenStore, token: ShortlistToken
) -> None:
    store = open_store(most=2)
    add_all(store, token, SWIM, CHOIR)

    with pytest.raises(ShortlistFullError, match="holds 2 activities") as full:
        store.add(token, council=KENT, activity_id=WALK, now=LATER)
    again = store.add(token, council=KENT, activity_id=CHOIR, now=NOON)

    assert full.value.most == 2
    assert again == an_entry(CHOIR, position=2)
    assert store.read(token, now=NOON) == a_list(an_entry(), an_entry(CHOIR, position=2))


def test_a_full_list_refuses_an_undo(open_store: OpenStore, token: ShortlistToken) -> None:
    store = open_store(most=1)
    add_all(store, token, SWIM)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    add_all(store, token, CHOIR)

    with pytest.raises(ShortlistFullError):
        store.put_back(token, council=KENT, activity_id=SWIM, position=1, now=NOON)

    assert store.read(token, now=NOON) == a_list(an_entry(CHOIR))


def test_removing_gives_the_entry_that_was_there_and_then_nothing(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    add_all(store, token, SWIM, CHOIR)

    first = store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    second = store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    assert (first, second) == (an_entry(), None)
    assert store.read(token, now=NOON) == a_list(an_entry(CHOIR, position=2))


def test_removing_from_no_list_makes_none(store: ShortlistStore, token: ShortlistToken) -> None:
    assert store.remove(token, council=KENT, activity_id=SWIM, now=NOON) is None
    assert store.read(token, now=NOON) is None


def test_a_list_with_nothing_left_is_gone(store: ShortlistStore, token: ShortlistToken) -> None:
    add_all(store, token, SWIM)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) is None
    assert store.prune(now=NOON + timedelta(days=1000)) == 0


def test_an_undo_puts_the_activity_back_where_it_was(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    add_all(store, token, SWIM, CHOIR, WALK)
    removed = store.remove(token, council=KENT, activity_id=CHOIR, now=NOON)
    assert removed is not None

    entry = store.put_back(
        token, council=KENT, activity_id=CHOIR, position=removed.position, now=LATER
    )

    assert entry == an_entry(CHOIR, position=2, added_at=LATER)
    assert store.read(token, now=LATER) == a_list(
        an_entry(), entry, an_entry(WALK, position=3), updated_at=LATER
    )


def test_an_undo_finds_its_place_after_other_changes(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    dance = ActivityId("example-dance")
    add_all(store, token, SWIM, CHOIR, WALK)
    for activity_id in (WALK, SWIM, CHOIR):
        store.remove(token, council=KENT, activity_id=activity_id, now=NOON)

    store.put_back(token, council=KENT, activity_id=CHOIR, position=2, now=NOON)
    add_all(store, token, dance)
    store.put_back(token, council=KENT, activity_id=SWIM, position=1, now=NOON)

    assert store.read(token, now=NOON) == a_list(
        an_entry(SWIM), an_entry(CHOIR, position=2), an_entry(dance, position=3)
    )


def test_a_removed_last_place_is_not_given_to_another(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    add_all(store, token, SWIM, CHOIR)
    store.remove(token, council=KENT, activity_id=CHOIR, now=NOON)
    add_all(store, token, WALK)
    store.put_back(token, council=KENT, activity_id=CHOIR, position=2, now=NOON)

    assert store.read(token, now=NOON) == a_list(
        an_entry(SWIM), an_entry(CHOIR, position=2), an_entry(WALK, position=3)
    )


def test_an_undo_twice_or_of_what_is_there_changes_nothing(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    add_all(store, token, SWIM, CHOIR)

    entry = store.put_back(token, council=KENT, activity_id=SWIM, position=7, now=NOON)

    assert entry == an_entry()
    assert store.read(token, now=NOON) == a_list(an_entry(), an_entry(CHOIR, position=2))


@pytest.mark.parametrize(
    ("position", "kept"),
    [
        pytest.param(0, 1, id="nought"),
        pytest.param(-(10**30), 1, id="far below"),
        pytest.param(10**30, 1_000_000, id="far above"),
    ],
)
def test_a_position_that_no_list_could_have_is_brought_into_bounds(
    store: ShortlistStore, token: ShortlistToken, position: int, kept: int
) -> None:
    entry = store.put_back(token, council=KENT, activity_id=SWIM, position=position, now=NOON)

    assert entry == an_entry(position=kept)


def test_two_activities_at_one_position_have_a_fixed_order(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    store.put_back(token, council=KENT, activity_id=WALK, position=1, now=LATER)
    store.put_back(token, council=KENT, activity_id=SWIM, position=1, now=LATER)
    store.put_back(token, council=KENT, activity_id=CHOIR, position=1, now=NOON)

    assert store.read(token, now=LATER) == a_list(
        an_entry(CHOIR),
        an_entry(SWIM, added_at=LATER),
        an_entry(WALK, added_at=LATER),
        updated_at=LATER,
    )


def test_clearing_deletes_the_list_and_may_be_done_twice(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    add_all(store, token, SWIM, CHOIR)

    store.clear(token)
    store.clear(token)

    assert store.read(token, now=NOON) is None
    assert store.count(token, now=NOON) == 0


def test_a_list_starts_afresh_after_it_was_cleared(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    add_all(store, token, SWIM, CHOIR)
    store.clear(token)

    store.add(token, council=KENT, activity_id=WALK, now=LATER)

    assert store.read(token, now=LATER) == a_list(an_entry(WALK, added_at=LATER), updated_at=LATER)


def test_a_store_that_can_take_changes_passes_its_check(store: ShortlistStore) -> None:
    store.check()
    store.check()


def test_a_closed_store_opens_itself_again(store: ShortlistStore, token: ShortlistToken) -> None:
    add_all(store, token, SWIM)
    store.close()
    store.close()

    assert store.read(token, now=NOON) == a_list(an_entry())
