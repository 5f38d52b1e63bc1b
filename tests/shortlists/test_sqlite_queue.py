"""Changes of several threads that are made together."""

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from finder.shortlists import StoreUnavailableError
from finder.shortlists.database import Transaction
from finder.shortlists.sqlite import SQLiteDatabase
from finder.shortlists.sqlite_queue import ChangeQueue, Together, WaitingChange

THREADS = 4


class Maker:
    """Makes changes together, remembers how many each time, and waits before the first."""

    def __init__(self, *troubles: BaseException) -> None:
        self.made: list[int] = []
        self.has_begun = Event()
        self.may_go_on = Event()
        self._troubles = list(troubles)

    def __call__(self, changes: Together) -> None:
        self.made.append(len(changes))
        self.has_begun.set()
        self.may_go_on.wait()
        if self._troubles:
            raise self._troubles.pop(0)
        for change in changes:
            with change:
                change.result = change.work()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(THREADS) as threads:
        yield threads


def make_while_the_first_waits(
    maker: Maker, queue: ChangeQueue, threads: ThreadPoolExecutor
) -> list[Future[int]]:
    """Begin one change, and let it go on when the others have come."""
    futures = [threads.submit(queue.make, int)]
    maker.has_begun.wait()
    futures += [threads.submit(queue.make, lambda n=n: n) for n in range(1, THREADS)]
    while len(queue._waiting) < THREADS - 1:
        time.sleep(0)
    maker.may_go_on.set()
    return futures


def test_changes_that_wait_are_made_together(threads: ThreadPoolExecutor) -> None:
    maker = Maker()
    queue = ChangeQueue(maker)

    futures = make_while_the_first_waits(maker, queue, threads)

    assert sorted(future.result() for future in futures) == [0, 1, 2, 3]
    assert maker.made == [1, 3]


def test_each_thread_has_its_own_result_or_error(threads: ThreadPoolExecutor) -> None:
    maker = Maker()
    queue = ChangeQueue(maker)
    maker.may_go_on.set()

    whole = [threads.submit(queue.make, lambda n=n: 12 // n) for n in (1, 2, 3)]
    broken = [threads.submit(queue.make, lambda: 12 // 0) for _ in range(3)]

    assert [future.result() for future in whole] == [12, 6, 4]
    assert [type(future.exception()) for future in broken] == [ZeroDivisionError] * 3


def test_trouble_is_told_to_all_that_wait_and_not_to_those_who_come_later(
    threads: ThreadPoolExecutor,
) -> None:
    maker = Maker(OSError("no disk"))
    queue = ChangeQueue(maker)

    futures = make_while_the_first_waits(maker, queue, threads)

    assert [str(future.exception()) for future in futures] == ["no disk"] * THREADS
    assert queue.make(lambda: 5) == 5
    assert maker.made == [1, 1]


def test_an_interrupted_thread_leaves_nobody_waiting(threads: ThreadPoolExecutor) -> None:
    maker = Maker(KeyboardInterrupt())
    queue = ChangeQueue(maker)

    futures = make_while_the_first_waits(maker, queue, threads)

    told = {type(future.exception()) for future in futures}
    assert told == {KeyboardInterrupt, StoreUnavailableError}
    assert queue.make(lambda: 5) == 5


def insert(transaction: Transaction, salt: bytes | None) -> int:
    transaction.execute("INSERT INTO tries_salt VALUES (:salt)", salt=salt)
    ((number,),) = transaction.execute("SELECT count(*) FROM tries_salt")
    return int(number)


def test_a_change_that_fails_is_undone_and_the_others_are_kept(database: Path) -> None:
    def fail(transaction: Transaction) -> None:
        insert(transaction, b"undone")
        raise ValueError("on second thoughts")

    with closing(SQLiteDatabase(database, wait_seconds=1)) as opened:
        changes: list[WaitingChange[object]] = [
            WaitingChange(lambda transaction: insert(transaction, b"one")),
            WaitingChange(fail),
            WaitingChange(lambda transaction: insert(transaction, None)),
            WaitingChange(lambda transaction: insert(transaction, b"other")),
        ]
        opened._make_together(changes)
        kept = opened.read("SELECT salt FROM tries_salt")

    assert [change.result for change in changes] == [2, None, None, 3]
    assert [type(change.error) for change in changes] == [
        type(None),
        ValueError,
        sqlite3.IntegrityError,
        type(None),
    ]
    assert [salt for (salt,) in kept][1:] == [b"one", b"other"]


def test_when_sqlite_undoes_everything_nobody_is_told_otherwise(database: Path) -> None:
    def fail(transaction: Transaction) -> None:
        transaction.execute("INSERT OR ROLLBACK INTO tries_salt VALUES (NULL)")

    with closing(SQLiteDatabase(database, wait_seconds=1)) as opened:
        changes: list[WaitingChange[object]] = [
            WaitingChange(lambda transaction: insert(transaction, b"one")),
            WaitingChange(fail),
            WaitingChange(lambda transaction: insert(transaction, b"other")),
        ]
        with pytest.raises(sqlite3.IntegrityError):
            opened._make_together(changes)
        kept = opened.read("SELECT count(*) FROM tries_salt")
        with pytest.raises(StoreUnavailableError, match="NOT NULL constraint failed"):
            opened.change(fail)
        after = opened.change(lambda transaction: insert(transaction, b"one"))

    assert kept == [(1,)]
    assert after == 2


def test_all_threads_give_up_a_locked_database_in_time(
    database: Path, threads: ThreadPoolExecutor
) -> None:
    with closing(SQLiteDatabase(database, wait_seconds=0.2)) as opened:
        opened.check()
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            started = time.monotonic()
            futures = [threads.submit(opened.check) for _ in range(THREADS)]
            errors = [str(future.exception()) for future in futures]
            waited = time.monotonic() - started
            other.execute("ROLLBACK")
        opened.check()

    assert all("database is locked" in error for error in errors)
    assert waited < 2
