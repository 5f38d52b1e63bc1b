"""A process of its own that uses a store, run by the tests of several processes.

python store_process.py check LOCATION         says "ready", waits for a line, makes the tables
python store_process.py add LOCATION ID        adds ID to one new list after another, and prints
                                               each list's token once the store has confirmed it
python store_process.py fill LOCATION TOKEN N  says "ready", waits for a line, adds N activities
                                               of its own to one list
python store_process.py try LOCATION KEY N     says "ready", waits for a line, tries N times, and
                                               prints how many of the tries were let through
python store_process.py fork LOCATION TOKEN N  says "ready", waits for a line, forks N times; each
                                               child adds an activity of its own to one list
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.shortlists import KEEP_DAYS, MOST_ENTRIES, Limit, ShortlistStore
from finder.shortlists.open import open_store
from finder.shortlists.tokens import EditToken, make_token

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
KENT = CouncilSlug("kent")
LIMIT = Limit(burst=30, every_seconds=60)


def open_at(
    location: str, *, keep_days: int = KEEP_DAYS, most: int = MOST_ENTRIES
) -> ShortlistStore:
    """Return the store at the address of a database, or in a file."""
    is_address = "://" in location
    return open_store(
        file=Path("no file") if is_address else Path(location),
        database_url=location if is_address else "",
        keep_days=keep_days,
        most=most,
    )


def wait_for_the_word() -> None:
    print("ready", flush=True)
    sys.stdin.readline()


def check(store: ShortlistStore) -> None:
    wait_for_the_word()
    store.check()


def add(store: ShortlistStore, activity_id: str) -> None:
    while True:
        token = make_token()
        store.add(token, council=KENT, activity_id=ActivityId(activity_id), now=NOON)
        print(token, flush=True)


def fill(store: ShortlistStore, token: str, number: str) -> None:
    store.check()
    wait_for_the_word()
    for n in range(int(number)):
        activity_id = ActivityId(f"example-{os.getpid()}-{n}")
        store.add(EditToken(token), council=KENT, activity_id=activity_id, now=NOON)


def try_often(store: ShortlistStore, key: str, number: str) -> None:
    store.check()
    wait_for_the_word()
    waits = [store.take_turn(key, limit=LIMIT, now=NOON) for _ in range(int(number))]
    print(waits.count(0))


def fork(store: ShortlistStore, token: str, number: str) -> None:
    wait_for_the_word()
    children = [os.fork() for _ in range(int(number)) if os.getpid() == PARENT]
    if os.getpid() != PARENT:
        activity_id = ActivityId(f"example-{os.getpid()}")
        store.add(EditToken(token), council=KENT, activity_id=activity_id, now=NOON)
        return
    statuses = [os.waitpid(child, 0)[1] for child in children]
    assert statuses == [0] * int(number), statuses


PARENT = os.getpid()
TASKS: dict[str, Callable[..., None]] = {
    "check": check,
    "add": add,
    "fill": fill,
    "try": try_often,
    "fork": fork,
}

if __name__ == "__main__":
    task, location, *arguments = sys.argv[1:]
    opened = open_at(location, most=1000)
    TASKS[task](opened, *arguments)
    opened.close()
