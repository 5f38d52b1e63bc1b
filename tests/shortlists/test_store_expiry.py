"""How long every ShortlistStore keeps a list, and what counts as using it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from finder.shortlists import ShortlistStore
from finder.shortlists.tokens import ShortlistToken, make_token
from tests.shortlists.lists import (
    CHOIR,
    KENT,
    LATER,
    NOON,
    SWIM,
    WALK,
    OpenStore,
    a_list,
    add_all,
    an_entry,
)


def test_a_list_expires_after_its_last_change_to_the_second(
    open_store: OpenStore, token: ShortlistToken
) -> None:
    store = open_store(keep_days=30)
    store.add(token, council=KENT, activity_id=SWIM, now=NOON)
    store.add(token, council=KENT, activity_id=CHOIR, now=LATER)
    end = LATER + timedelta(days=30)
    last_second = end - timedelta(seconds=1)

    assert store.read(token, now=last_second) == a_list(
        an_entry(), an_entry(CHOIR, position=2, added_at=LATER), updated_at=LATER, keep_days=30
    )
    assert store.count(token, now=last_second) == 2
    assert store.contains(token, council=KENT, activity_id=SWIM, now=last_second)
    assert store.read(token, now=end) is None
    assert store.count(token, now=end) == 0
    assert not store.contains(token, council=KENT, activity_id=SWIM, now=end)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda store, token: store.add(token, council=KENT, activity_id=SWIM, now=LATER),
            id="adding what is there",
        ),
        pytest.param(
            lambda store, token: store.remove(token, council=KENT, activity_id=WALK, now=LATER),
            id="removing what is not there",
        ),
        pytest.param(
            lambda store, token: store.put_back(
                token, council=KENT, activity_id=SWIM, position=1, now=LATER
            ),
            id="putting back what is there",
        ),
    ],
)
def test_a_change_with_nothing_to_do_still_counts_as_use(
    store: ShortlistStore,
    token: ShortlistToken,
    change: Callable[[ShortlistStore, ShortlistToken], object],
) -> None:
    add_all(store, token, SWIM)

    change(store, token)

    assert store.read(token, now=LATER) == a_list(an_entry(), updated_at=LATER)


def test_reading_is_not_a_use(store: ShortlistStore, token: ShortlistToken) -> None:
    add_all(store, token, SWIM)

    store.read(token, now=LATER)
    store.count(token, now=LATER)
    store.contains(token, council=KENT, activity_id=SWIM, now=LATER)

    assert store.read(token, now=LATER) == a_list(an_entry())


def test_an_expired_list_that_was_not_pruned_does_not_come_back(
    open_store: OpenStore, token: ShortlistToken
) -> None:
    store = open_store(keep_days=1)
    add_all(store, token, SWIM, CHOIR)
    end = NOON + timedelta(days=1)

    removed = store.remove(token, council=KENT, activity_id=SWIM, now=end)
    store.add(token, council=KENT, activity_id=WALK, now=end)

    assert removed is None
    assert store.read(token, now=end) == a_list(
        an_entry(WALK, added_at=end), updated_at=end, keep_days=1
    )


def test_a_clock_that_goes_back_does_not_shorten_a_list(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    long_ago = NOON - timedelta(days=400)
    add_all(store, token, SWIM)

    store.add(token, council=KENT, activity_id=CHOIR, now=long_ago)

    assert store.read(token, now=NOON) == a_list(
        an_entry(), an_entry(CHOIR, position=2, added_at=long_ago)
    )


def test_pruning_deletes_the_expired_lists_and_no_other(open_store: OpenStore) -> None:
    store = open_store(keep_days=30)
    old, new = make_token(), make_token()
    store.add(old, council=KENT, activity_id=SWIM, now=NOON)
    store.add(new, council=KENT, activity_id=SWIM, now=LATER)
    end_of_old = NOON + timedelta(days=30)

    pruned = [
        store.prune(now=end_of_old - timedelta(seconds=1)),
        store.prune(now=end_of_old),
        store.prune(now=end_of_old),
    ]

    assert pruned == [0, 1, 0]
    # At a time when neither had expired, one is gone all the same.
    assert store.read(old, now=NOON) is None
    assert store.read(new, now=LATER) == a_list(
        an_entry(added_at=LATER), updated_at=LATER, keep_days=30
    )


def test_a_shorter_time_to_keep_holds_from_the_next_change(
    open_store: OpenStore, token: ShortlistToken
) -> None:
    add_all(open_store(keep_days=180), token, SWIM)
    store = open_store(keep_days=30)

    before = store.read(token, now=NOON)
    store.add(token, council=KENT, activity_id=SWIM, now=NOON)

    assert before == a_list(an_entry(), keep_days=180)
    assert store.read(token, now=NOON) == a_list(an_entry(), keep_days=30)


def test_times_are_kept_to_the_second_and_in_utc(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    summer_time = timezone(timedelta(hours=1))
    now = datetime(2026, 6, 1, 0, 30, 15, 999_999, tzinfo=summer_time)
    kept = datetime(2026, 5, 31, 23, 30, 15, tzinfo=UTC)

    entry = store.add(token, council=KENT, activity_id=SWIM, now=now)

    assert entry == an_entry(added_at=kept)
    assert entry.added_at.tzinfo is UTC
    assert store.read(token, now=now) == a_list(entry, updated_at=kept)


def test_a_time_without_a_time_zone_is_refused(
    store: ShortlistStore, token: ShortlistToken
) -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        store.add(token, council=KENT, activity_id=SWIM, now=NOON.replace(tzinfo=None))
