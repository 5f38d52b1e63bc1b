"""How long every ShortlistStore keeps a list, and what counts as using it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from finder.shortlists import EMPTY_DAYS, ShortlistStore, StoredList, TooManyToPruneError
from finder.shortlists.tokens import EditToken, make_token
from finder.shortlists.upkeep import DELETED_AT_ONCE
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
    open_store: OpenStore, token: EditToken
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
    assert store.read(token, now=end) is None
    assert store.count(token, now=end) == 0


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
            lambda store, token: store.put_back(token, council=KENT, activity_id=SWIM, now=LATER),
            id="putting back what is there",
        ),
        pytest.param(
            lambda store, token: store.set_face(
                token, council=KENT, activity_id=WALK, face=None, now=LATER
            ),
            id="a face for what is not there",
        ),
        pytest.param(
            lambda store, token: store.move(
                token, council=KENT, activity_id=SWIM, up=True, now=LATER
            ),
            id="moving the first up",
        ),
    ],
)
def test_a_change_with_nothing_to_do_still_counts_as_use(
    store: ShortlistStore,
    token: EditToken,
    change: Callable[[ShortlistStore, EditToken], object],
) -> None:
    add_all(store, token, SWIM)

    change(store, token)

    assert store.read(token, now=LATER) == a_list(an_entry(), updated_at=LATER)


def test_reading_is_not_a_use(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM)

    store.read(token, now=LATER)
    store.count(token, now=LATER)

    assert store.read(token, now=LATER) == a_list(an_entry())


def test_an_expired_list_that_was_not_pruned_does_not_come_back(
    open_store: OpenStore, token: EditToken
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
    store: ShortlistStore, token: EditToken
) -> None:
    long_ago = NOON - timedelta(days=400)
    add_all(store, token, SWIM)

    store.add(token, council=KENT, activity_id=CHOIR, now=long_ago)

    assert store.read(token, now=NOON) == a_list(an_entry(), an_entry(CHOIR, position=2))


@pytest.mark.parametrize(
    ("keep_days", "empty_days"),
    [pytest.param(180, EMPTY_DAYS, id="long"), pytest.param(2, 2, id="less than an empty one")],
)
def test_a_list_with_nothing_on_it_is_not_kept_long(
    open_store: OpenStore, token: EditToken, keep_days: int, empty_days: int
) -> None:
    store = open_store(keep_days=keep_days)
    add_all(store, token, SWIM)
    store.remove(token, council=KENT, activity_id=SWIM, now=LATER)
    empty = store.read(token, now=LATER)
    store.put_back(token, council=KENT, activity_id=SWIM, now=LATER)

    assert empty == a_list(updated_at=LATER, keep_days=empty_days)
    assert store.read(token, now=LATER) == a_list(an_entry(), updated_at=LATER, keep_days=keep_days)


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


@pytest.mark.parametrize(
    ("expired", "live", "is_refused"),
    [
        pytest.param(19, 0, False, id="all, but few"),
        pytest.param(20, 20, False, id="half of many"),
        pytest.param(20, 19, True, id="most of many"),
    ],
)
def test_pruning_most_of_the_lists_needs_force(
    open_store: OpenStore, expired: int, live: int, is_refused: bool
) -> None:
    store = open_store(keep_days=1)
    end = NOON + timedelta(days=1)
    for _ in range(expired):
        store.add(make_token(), council=KENT, activity_id=SWIM, now=NOON)
    for _ in range(live):
        store.add(make_token(), council=KENT, activity_id=SWIM, now=end)

    if is_refused:
        with pytest.raises(TooManyToPruneError, match="20 of 39 lists") as refused:
            store.prune(now=end)
        assert (refused.value.expired, refused.value.every) == (20, 39)
        assert len(list(store.export(now=NOON))) == expired + live
    pruned = store.prune(now=end, force=is_refused)

    assert pruned == expired
    assert len(list(store.export(now=end))) == live


def test_pruning_many_lists_takes_several_short_changes(store: ShortlistStore) -> None:
    number = DELETED_AT_ONCE + 50
    store.restore(
        StoredList(edit_hash=bytes([n, 0]), look_hash=bytes([n, 1]), shortlist=a_list())
        for n in range(number)
    )

    assert store.prune(now=NOON + timedelta(days=180), force=True) == number
    assert list(store.export(now=NOON)) == []


def test_pruning_wipes_what_was_removed_a_day_ago(store: ShortlistStore, token: EditToken) -> None:
    add_all(store, token, SWIM, CHOIR)
    store.remove(token, council=KENT, activity_id=SWIM, now=NOON)
    store.remove(token, council=KENT, activity_id=CHOIR, now=LATER)

    store.prune(now=NOON + timedelta(days=1))

    put_back = [
        store.put_back(token, council=KENT, activity_id=activity_id, now=LATER)
        for activity_id in (SWIM, CHOIR)
    ]
    assert put_back == [None, an_entry(CHOIR, position=2)]


def test_a_shorter_time_to_keep_holds_from_the_next_change(
    open_store: OpenStore, token: EditToken
) -> None:
    add_all(open_store(keep_days=180), token, SWIM)
    store = open_store(keep_days=30)

    before = store.read(token, now=NOON)
    store.add(token, council=KENT, activity_id=SWIM, now=NOON)

    assert before == a_list(an_entry(), keep_days=180)
    assert store.read(token, now=NOON) == a_list(an_entry(), keep_days=30)


def test_times_are_kept_to_the_second_and_in_utc(store: ShortlistStore, token: EditToken) -> None:
    summer_time = timezone(timedelta(hours=1))
    now = datetime(2026, 6, 1, 0, 30, 15, 999_999, tzinfo=summer_time)
    kept = datetime(2026, 5, 31, 23, 30, 15, tzinfo=UTC)

    entry = store.add(token, council=KENT, activity_id=SWIM, now=now)

    assert entry == an_entry(added_at=kept)
    assert entry.added_at.tzinfo is UTC
    assert store.read(token, now=now) == a_list(entry, updated_at=kept)


def test_a_time_without_a_time_zone_is_refused(store: ShortlistStore, token: EditToken) -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        store.add(token, council=KENT, activity_id=SWIM, now=NOON.replace(tzinfo=None))
