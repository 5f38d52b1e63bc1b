"""Several processes on one store of any kind, and processes that are killed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import finder
from finder.shortlists import ShortlistStore
from finder.shortlists.tokens import EditToken, is_token
from tests.shortlists.lists import NOON, SWIM, activities_on
from tests.shortlists.store_process import LIMIT

PROGRAM = Path(__file__).with_name("store_process.py")

Process = subprocess.Popen[str]
StartProcess = Callable[..., Process]


@pytest.fixture
def start_process(location: str) -> StartProcess:
    def start(task: str, *arguments: str) -> Process:
        return subprocess.Popen(
            [sys.executable, PROGRAM, task, location, *arguments],
            env={**os.environ, "PYTHONPATH": str(Path(finder.__file__).parent.parent)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


def run_at_once(processes: list[Process]) -> list[str]:
    """Give the word when all are ready, and return what each said then."""
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return said


@pytest.mark.parametrize("attempt", range(2))
def test_processes_that_start_at_once_make_the_tables_once(
    store: ShortlistStore, token: EditToken, start_process: StartProcess, attempt: int
) -> None:
    run_at_once([start_process("check") for _ in range(3)])

    assert store.read(token, now=NOON) is None
    store.check()


def test_processes_that_fill_one_list_lose_nothing(
    store: ShortlistStore, token: EditToken, start_process: StartProcess
) -> None:
    run_at_once([start_process("fill", token, "15") for _ in range(3)])

    shortlist = store.read(token, now=NOON)
    assert shortlist is not None
    assert len({entry.activity_id for entry in shortlist.entries}) == 45
    assert [entry.position for entry in shortlist.entries] == list(range(1, 46))


def test_a_limit_is_exact_for_all_processes_together(start_process: StartProcess) -> None:
    said = run_at_once([start_process("try", "link:192.0.2.1", "20") for _ in range(4)])

    assert sum(int(line) for line in said) == LIMIT.burst == 30


def test_every_add_that_was_confirmed_outlives_a_kill(
    store: ShortlistStore, start_process: StartProcess
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
    kept = [is_token(token) and activities_on(store, token) == [SWIM] for token in tokens]
    assert len(tokens) >= 111
    assert all(kept)
    store.check()


def test_a_store_can_be_opened_before_its_process_forks(
    store: ShortlistStore, token: EditToken, start_process: StartProcess
) -> None:
    run_at_once([start_process("fork", token, "3")])

    shortlist = store.read(token, now=NOON)
    assert shortlist is not None
    assert len(shortlist) == 3
