"""Several processes on one SQLite store, and processes that are killed."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import finder
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.shortlists.tokens import is_token
from tests.shortlists.lists import KENT, NOON, SWIM

PROGRAM = Path(__file__).with_name("sqlite_process.py")

StartProcess = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start_process(database: Path) -> StartProcess:
    def start(task: str, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, PROGRAM, task, database, *arguments],
            env={**os.environ, "PYTHONPATH": str(Path(finder.__file__).parent.parent)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


@pytest.mark.parametrize("attempt", range(2))
def test_processes_that_start_at_once_make_one_database(
    database: Path, start_process: StartProcess, attempt: int
) -> None:
    processes = [start_process("migrate") for _ in range(2)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()

    assert [process.returncode for process in processes] == [0, 0]
    with closing(sqlite3.connect(database)) as connection:
        applied = connection.execute("SELECT name FROM _sqlite_migrations").fetchall()
    assert applied == [("m001_lists",)]


def test_every_add_that_was_confirmed_outlives_a_kill(
    database: Path, start_process: StartProcess
) -> None:
    confirmed: list[str] = []
    # Each is killed after a different number of adds, in the middle of the next.
    for adds in (1, 7, 20, 33, 50):
        with start_process("add", SWIM) as process:
            assert process.stdout is not None
            confirmed += [process.stdout.readline() for _ in range(adds)]
            process.kill()
            confirmed += process.stdout.readlines()

    tokens = [line.removesuffix("\n") for line in confirmed]
    with closing(SQLiteShortlistStore(database)) as store:
        kept = [
            is_token(token) and store.contains(token, council=KENT, activity_id=SWIM, now=NOON)
            for token in tokens
        ]
        store.check()
    with closing(sqlite3.connect(database)) as connection:
        integrity = connection.execute("PRAGMA integrity_check").fetchall()
    assert len(tokens) >= 111
    assert all(kept)
    assert integrity == [("ok",)]
