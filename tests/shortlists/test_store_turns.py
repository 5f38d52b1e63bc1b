"""What every ShortlistStore promises about counting tries."""

from datetime import timedelta

import pytest

from finder.shortlists import Limit, ShortlistStore
from tests.shortlists.lists import NOON, OpenStore

THREE = Limit(burst=3, every_seconds=10)
TURNS = timedelta(seconds=THREE.every_seconds)


def waits(
    store: ShortlistStore, number: int, *, key: str = "link:a", after: float = 0
) -> list[float]:
    """Return what each of so many tries, made at once, has to wait."""
    now = NOON + timedelta(seconds=after)
    return [store.take_turn(key, limit=THREE, now=now) for _ in range(number)]


def test_a_burst_is_let_through_and_then_one_at_a_time(store: ShortlistStore) -> None:
    assert waits(store, 4) == [0, 0, 0, 10]
    assert waits(store, 1, after=9.5) == [0.5]
    assert waits(store, 2, after=10) == [0, 10]
    assert waits(store, 1, after=19.999999) == [0.000001]
    assert waits(store, 1, after=20) == [0]


def test_a_rest_earns_the_whole_burst_and_no_more(store: ShortlistStore) -> None:
    waits(store, 3)

    assert waits(store, 4, after=30) == [0, 0, 0, 10]
    assert waits(store, 4, after=100_000) == [0, 0, 0, 10]


def test_a_try_that_has_to_wait_is_not_counted(store: ShortlistStore) -> None:
    assert waits(store, 50) == [0, 0, 0, *[10] * 47]
    assert waits(store, 1, after=10) == [0]


def test_each_key_is_counted_by_itself(store: ShortlistStore) -> None:
    waits(store, 4, key="link:a")

    assert waits(store, 4, key="link:b") == [0, 0, 0, 10]
    assert waits(store, 4, key="ключ 😀") == [0, 0, 0, 10]


def test_all_that_use_a_store_are_counted_together(open_store: OpenStore) -> None:
    one, other = open_store(), open_store()

    assert [*waits(one, 2), *waits(other, 2)] == [0, 0, 0, 10]


def test_a_clock_that_was_far_ahead_shuts_nobody_out(store: ShortlistStore) -> None:
    waits(store, 3, after=400 * 24 * 60 * 60)

    assert waits(store, 4) == [0, 0, 0, 10]


def test_a_clock_that_goes_back_a_little_lets_nobody_in(store: ShortlistStore) -> None:
    waits(store, 3, after=60)

    assert waits(store, 1) == [70]


def test_counting_goes_on_after_pruning(store: ShortlistStore) -> None:
    waits(store, 3)

    store.prune(now=NOON + 2 * TURNS)
    before_end = waits(store, 2, after=20)
    store.prune(now=NOON + 10 * TURNS)

    assert before_end == [0, 0]
    assert waits(store, 4, after=100) == [0, 0, 0, 10]


def test_a_time_without_a_time_zone_is_refused(store: ShortlistStore) -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        store.take_turn("link:a", limit=THREE, now=NOON.replace(tzinfo=None))
