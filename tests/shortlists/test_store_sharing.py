"""What every ShortlistStore promises when several use it at once."""

from threading import Barrier, Thread

import pytest

from finder.domain.activity import ActivityId
from finder.domain.shortlist import Face
from finder.shortlists import ShortlistFullError, ShortlistStore
from finder.shortlists.tokens import EditToken
from tests.shortlists.lists import CHOIR, KENT, NOON, SWIM, OpenStore, a_list, add_all, an_entry


def test_another_process_sees_every_change(open_store: OpenStore, token: EditToken) -> None:
    one, other = open_store(), open_store()
    add_all(one, token, SWIM)
    add_all(other, token, CHOIR)

    assert one.read(token, now=NOON) == a_list(an_entry(), an_entry(CHOIR, position=2))
    assert other.read(token, now=NOON) == one.read(token, now=NOON)


@pytest.mark.parametrize("stores", [1, 2])
def test_two_at_once_adding_to_one_list_lose_nothing(
    open_store: OpenStore, token: EditToken, stores: int
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


def test_two_at_once_do_not_overfill_a_list(open_store: OpenStore, token: EditToken) -> None:
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


def test_two_at_once_changing_one_list_lose_nothing(
    open_store: OpenStore, token: EditToken
) -> None:
    several = [ActivityId(f"example-{n}") for n in range(10)]
    first, second = open_store(), open_store()
    add_all(first, token, *several)
    barrier = Barrier(2)

    def say_yes() -> None:
        barrier.wait()
        for activity_id in several:
            first.set_face(token, council=KENT, activity_id=activity_id, face=Face.YES, now=NOON)

    def write_notes() -> None:
        barrier.wait()
        for activity_id in several:
            second.set_note(token, council=KENT, activity_id=activity_id, note="good", now=NOON)
        second.move(token, council=KENT, activity_id=several[0], up=False, now=NOON)

    threads = [Thread(target=say_yes), Thread(target=write_notes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    order = [several[1], several[0], *several[2:]]
    assert first.read(token, now=NOON) == a_list(
        *(
            an_entry(activity_id, position=position, face=Face.YES, note="good")
            for position, activity_id in enumerate(order, start=1)
        )
    )


def test_two_at_once_moving_things_keep_every_thing_once(
    open_store: OpenStore, token: EditToken
) -> None:
    several = [ActivityId(f"example-{n}") for n in range(5)]
    stores = [open_store(), open_store()]
    add_all(stores[0], token, *several)
    barrier = Barrier(2)

    def move_about(store: ShortlistStore, up: bool) -> None:
        barrier.wait()
        for activity_id in several * 3:
            store.move(token, council=KENT, activity_id=activity_id, up=up, now=NOON)

    threads = [Thread(target=move_about, args=(stores[up], up)) for up in (False, True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    shortlist = stores[0].read(token, now=NOON)
    assert shortlist is not None
    assert sorted(entry.activity_id for entry in shortlist.entries) == several
    assert [entry.position for entry in shortlist.entries] == [1, 2, 3, 4, 5]


def test_a_list_cleared_and_filled_at_once_ends_as_one_or_the_other(
    open_store: OpenStore, token: EditToken
) -> None:
    stores = [open_store(), open_store()]
    barrier = Barrier(2)

    def fill() -> None:
        barrier.wait()
        for n in range(30):
            add_all(stores[0], token, ActivityId(f"example-{n % 5}"))

    def clear() -> None:
        barrier.wait()
        for _ in range(30):
            stores[1].clear(token)

    threads = [Thread(target=fill), Thread(target=clear)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    add_all(stores[0], token, SWIM)

    shortlist = stores[1].read(token, now=NOON)
    assert shortlist is not None
    assert shortlist.entries[-1].activity_id == SWIM
