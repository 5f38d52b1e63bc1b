"""A PostgreSQL server that is killed, stopped or started again under a store that is in use."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from queue import Queue
from threading import Event

import pytest

from finder.domain.activity import ActivityId
from finder.shortlists import ShortlistStore, StoreUnavailableError
from finder.shortlists.postgres import PostgresShortlistStore
from finder.shortlists.tokens import EditToken, make_token
from tests.shortlists.lists import CHOIR, NOON, SWIM, activities_on, add_all
from tests.shortlists.postgres_server import PostgresServer, own_server

WRITERS = 4
BEFORE_EACH_FAULT = 40


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server that may be killed, which waits for the disk as a real one does."""
    with own_server() as server:
        yield server


@pytest.fixture
def server_store(server: PostgresServer) -> Iterator[PostgresShortlistStore]:
    with closing(PostgresShortlistStore(server.url("postgres"), most=10_000)) as store:
        yield store


def kill(server: PostgresServer) -> None:
    """Kill the server with all that it had in memory, and start it again."""
    os.kill(server.pid(), signal.SIGKILL)
    server.start_after_kill()


Confirmed = Queue[tuple[EditToken, ActivityId]]


def write(
    store: ShortlistStore, name: str, shared: EditToken, confirmed: Confirmed, stop: Event
) -> int:
    """Add to a shared list and to new ones until told to stop; return how often that failed."""
    failed = 0
    for n in count():
        if stop.is_set():
            break
        token = shared if n % 2 else make_token()
        activity_id = ActivityId(f"example-{name}-{n}")
        try:
            add_all(store, token, activity_id)
        except StoreUnavailableError:
            failed += 1
        else:
            confirmed.put((token, activity_id))
    return failed


def test_no_confirmed_change_is_lost_when_the_server_is_killed_and_restarted(
    server: PostgresServer, server_store: PostgresShortlistStore, token: EditToken
) -> None:
    confirmed: Confirmed = Queue()
    stop = Event()
    kept: list[tuple[EditToken, ActivityId]] = []
    with ThreadPoolExecutor(WRITERS) as writers:
        writing = [
            writers.submit(write, server_store, str(n), token, confirmed, stop)
            for n in range(WRITERS)
        ]
        try:
            for fault in (kill, PostgresServer.restart, kill):
                kept += [confirmed.get(timeout=30) for _ in range(BEFORE_EACH_FAULT)]
                fault(server)
            kept += [confirmed.get(timeout=30) for _ in range(BEFORE_EACH_FAULT)]
        finally:
            stop.set()
        failed = sum(each.result() for each in writing)
    kept += [confirmed.get_nowait() for _ in range(confirmed.qsize())]

    lost = [
        (list_token, activity_id)
        for list_token, activity_id in kept
        if activity_id not in activities_on(server_store, list_token)
    ]
    assert lost == []
    assert len(kept) >= 4 * BEFORE_EACH_FAULT
    # Each change that met a fault was made once more; a slow start may cost one each all the same.
    assert failed <= 3 * WRITERS


def test_a_server_that_is_away_is_noticed_in_time_and_again_when_it_is_back(
    server: PostgresServer, token: EditToken
) -> None:
    url = server.url("postgres")
    with closing(PostgresShortlistStore(url, connect_seconds=1)) as store:
        add_all(store, token, SWIM)
        server.stop()
        started = time.monotonic()
        try:
            with pytest.raises(StoreUnavailableError, match="no connection within 1 seconds"):
                add_all(store, token, CHOIR)
            with pytest.raises(StoreUnavailableError):
                store.read(token, now=NOON)
            with pytest.raises(StoreUnavailableError):
                store.check()
        finally:
            waited = time.monotonic() - started
            server.start()
        while_away = activities_when_back(store, token)
        add_all(store, token, CHOIR)

        # A busy machine may be slow to wake it up.
        assert waited < 10
        assert while_away == [SWIM]
        assert activities_on(store, token) == [SWIM, CHOIR]


def activities_when_back(store: ShortlistStore, token: EditToken) -> list[ActivityId]:
    """Return what is on the list, as soon as the store has found its server again."""
    while True:
        try:
            return activities_on(store, token)
        except StoreUnavailableError:
            continue


def test_a_store_may_be_opened_before_its_server(server: PostgresServer, token: EditToken) -> None:
    with closing(PostgresShortlistStore(server.url("postgres"), connect_seconds=0.5)) as store:
        server.stop()
        try:
            with pytest.raises(StoreUnavailableError):
                store.check()
        finally:
            server.start()

        assert activities_when_back(store, token) == []
        add_all(store, token, SWIM)
        assert activities_on(store, token) == [SWIM]
