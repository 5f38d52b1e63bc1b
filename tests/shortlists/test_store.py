"""What every ShortlistStore promises, whatever it keeps the lists in."""

from datetime import timedelta

import pytest

from finder.shortlists import (
    EMPTY_DAYS,
    KEEP_DAYS,
    MOST_ENTRIES,
    ShortlistFullError,
    ShortlistStore,
)
from finder.shortlists.tokens import EditToken, make_token
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
    store: ShortlistStore, token: EditToken
) -> None:
    assert store.read(token, now=NOON) is None
    assert store.count(token, now=NOON) == 0


def test_an_activity_that_was_added_is_on_the_list(store: ShortlistStore, token: EditToken) -> None:
    entry = store.add(token, council=KENT, activity_id=SWIM, now=NOON, seen="3f2a")

    assert entry == an_entry(seen="3f2a")
    assert store.read(token, now=NOON) == a_list(an_entry(seen="3f2a"))
    assert store.count(token, now=NOON) == 1


def test_activities_stay_in_the_order_that_they_were_added(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, WALK, CHOIR, SWIM)

    assert store.read(token, now=NOON) == a_list(
        an_entry(WALK), an_entry(CHOIR, position=2), an_entry(SWIM, position=3)
    )


def test_the_same_id_at_two_councils_is_two_activities(
    store: ShortlistStore, token: EditToken
) -> None:
    store.add(token, council=KENT, activity_id=SWIM, now=NOON)
    store.add(token, council=STOCKPORT, activity_id=SWIM, now=NOON)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) == a_list(an_entry(council=STOCKPORT, position=2))


def test_each_token_has_its_own_list(store: ShortlistStore, token: EditToken) -> None:
    other = make_token()
    add_all(store, token, SWIM)
    add_all(store, other, CHOIR)

    store.clear(token)

    assert store.read(token, now=NOON) is None
    assert store.read(other, now=NOON) == a_list(an_entry(CHOIR))


def test_adding_the_same_activity_twice_is_one_entry(
    store: ShortlistStore, token: EditToken
) -> None:
    first = store.add(token, council=KENT, activity_id=SWIM, now=NOON, seen="old")
    second = store.add(token, council=KENT, activity_id=SWIM, now=LATER, seen="new")

    assert first == second == an_entry(seen="old")
    assert store.read(token, now=LATER) == a_list(an_entry(seen="old"), updated_at=LATER)


def test_a_full_list_takes_no_more_but_still_takes_what_it_has(
    open_store: OpenStore, token: EditToken
) -> None:
    store = open_store(most=2)
    add_all(store, token, SWIM, CHOIR)

    with pytest.raises(ShortlistFullError, match="holds 2 activities") as full:
        store.add(token, council=KENT, activity_id=WALK, now=LATER)
    again = store.add(token, council=KENT, activity_id=CHOIR, now=NOON)

    assert full.value.most == 2
    assert again == an_entry(CHOIR, position=2)
    assert store.read(token, now=NOON) == a_list(an_entry(), an_entry(CHOIR, position=2))


def test_a_list_that_could_not_take_its_first_activity_is_not_made(
    open_store: OpenStore, token: EditToken
) -> None:
    store = open_store(most=0)

    with pytest.raises(ShortlistFullError):
        store.add(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) is None


def test_removing_gives_the_entry_that_was_there_and_then_nothing(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, SWIM, CHOIR)

    first = store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    second = store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    assert (first, second) == (an_entry(), None)
    assert store.read(token, now=NOON) == a_list(an_entry(CHOIR, position=2))
    assert store.count(token, now=NOON) == 1


def test_removing_from_no_list_makes_none(store: ShortlistStore, token: EditToken) -> None:
    assert store.remove(token, council=KENT, activity_id=SWIM, now=NOON) is None
    assert store.read(token, now=NOON) is None


def test_a_list_with_nothing_left_is_there_and_empty(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, SWIM)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)

    assert store.read(token, now=NOON) == a_list(keep_days=EMPTY_DAYS)
    assert store.count(token, now=NOON) == 0


def test_clearing_deletes_the_list_and_may_be_done_twice(
    store: ShortlistStore, token: EditToken
) -> None:
    add_all(store, token, SWIM, CHOIR)

    store.clear(token)
    store.clear(token)

    assert store.read(token, now=NOON) is None
    assert store.count(token, now=NOON) == 0


def test_a_list_starts_afresh_after_it_was_cleared(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM, CHOIR)
    store.clear(token)

    store.add(token, council=KENT, activity_id=WALK, now=LATER)

    assert store.read(token, now=LATER) == a_list(an_entry(WALK, added_at=LATER), updated_at=LATER)


def test_clearing_all_deletes_every_list(store: ShortlistStore) -> None:
    tokens = [make_token() for _ in range(3)]
    for token in tokens:
        add_all(store, token, SWIM)

    cleared = [store.clear_all(), store.clear_all()]

    assert cleared == [3, 0]
    assert [store.read(token, now=NOON) for token in tokens] == [None, None, None]


def test_a_store_that_can_take_changes_passes_its_check(store: ShortlistStore) -> None:
    store.check()
    store.check()


def test_a_closed_store_opens_itself_again(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)
    store.close()
    store.close()

    assert store.read(token, now=NOON) == a_list(an_entry())


def test_a_store_that_was_never_used_can_be_closed(store: ShortlistStore) -> None:
    store.close()
    store.close()


def test_nothing_is_found_in_a_store_that_was_never_written_to(
    store: ShortlistStore, token: EditToken
) -> None:
    assert list(store.export(now=NOON)) == []
    assert store.find_code(b"a code", now=NOON) is None
    assert store.prune(now=NOON + timedelta(days=1000)) == 0
    assert store.clear_all() == 0
