"""What every ShortlistStore promises. These tests know nothing of any one implementation."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from threading import Barrier, Thread

import pytest

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Shortlist, ShortlistEntry
from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, ShortlistFullError, ShortlistStore
from finder.shortlists.tokens import ShortlistToken, make_token

OpenStore = Callable[..., ShortlistStore]

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
KENT = CouncilSlug("kent")
STOCKPORT = CouncilSlug("stockport")
SWIM = ActivityId("example-swim")
CHOIR = ActivityId("example-choir")
WALK = ActivityId("example-walk")


def an_entry(
    activity_id: ActivityId = SWIM,
    *,
    council: CouncilSlug = KENT,
    position: int = 1,
    added_at: datetime = NOON,
) -> ShortlistEntry:
    return ShortlistEntry(
        council=council, activity_id=activity_id, position=position, added_at=added_at
    )


def a_list(
    *entries: ShortlistEntry, updated_at: datetime = NOON, keep_days: int = KEEP_DAYS
) -> Shortlist:
    return Shortlist(
        entries=entries, updated_at=updated_at, expires_at=updated_at + timedelta(days=keep_days)
    )


def add_all(store: ShortlistStore, token: ShortlistToken, *activities: ActivityId) -> None:
    for activity_id in activities:
        store.add(token, council=KENT, activity_id=activity_id, now=NOON)


@pytest.fixture
def token() -> ShortlistToken:
    return make_token()


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


def test_another_process_sees_every_change(open_store: OpenStore, token: ShortlistToken) -> None:
    one, other = open_store(), open_store()
    add_all(one, token, SWIM)
    add_all(other, token, CHOIR)

    assert one.read(token, now=NOON) == a_list(an_entry(), an_entry(CHOIR, position=2))
    assert other.read(token, now=NOON) == one.read(token, now=NOON)


@pytest.mark.parametrize("stores", [1, 2])
def test_two_at_once_adding_to_one_list_lose_nothing(
    open_store: OpenStore, token: ShortlistToken, stores: int
) -> None:
    each_adds = 25
    opened = [open_store(most=2 * each_adds) for _ in range(stores)]
    barrier = Barrier(2)

    def add_many(store: ShortlistStore, name: str) -> None:
        barrier.wait()
        add_all(store, token, *(ActivityId(f"{name}-{n}") for n in range(each_adds)))

    threads = [Thread(target=add_many, args=(opened[n % stores], f"example-{n}")) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    shortlist = opened[0].read(token, now=NOON)
    assert shortlist is not None
    assert {entry.activity_id for entry in shortlist.entries} == {
        f"example-{name}-{n}" for name in (0, 1) for n in range(each_adds)
    }
    assert [entry.position for entry in shortlist.entries] == list(range(1, 2 * each_adds + 1))


def test_two_at_once_do_not_overfill_a_list(open_store: OpenStore, token: ShortlistToken) -> None:
    stores = [open_store(most=5), open_store(most=5)]
    barrier = Barrier(2)
    refused: list[str] = []

    def add_many(store: ShortlistStore, name: str) -> None:
        barrier.wait()
        for n in range(5):
            try:
                add_all(store, token, ActivityId(f"{name}-{n}"))
            except ShortlistFullError:
                refused.append(f"{name}-{n}")

    threads = [Thread(target=add_many, args=(stores[n], f"example-{n}")) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (stores[0].count(token, now=NOON), len(refused)) == (5, 5)


def test_a_store_that_can_take_changes_passes_its_check(store: ShortlistStore) -> None:
    store.check()
    store.check()


def test_a_closed_store_opens_itself_again(store: ShortlistStore, token: ShortlistToken) -> None:
    add_all(store, token, SWIM)
    store.close()
    store.close()

    assert store.read(token, now=NOON) == a_list(an_entry())
