"""What every ShortlistStore promises when several use it at once."""

from threading import Barrier, Thread

import pytest

from finder.domain.activity import ActivityId
from finder.shortlists import ShortlistFullError, ShortlistStore
from finder.shortlists.tokens import ShortlistToken
from tests.shortlists.lists import CHOIR, NOON, SWIM, OpenStore, a_list, add_all, an_entry


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
