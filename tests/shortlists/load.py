"""Edit lists from several processes at once, kill some, and see that nothing confirmed is lost.

python -m tests.shortlists.load --seconds 30 --kills 20

does it on a SQLite file, and on a PostgreSQL server of its own with its safe settings, and prints
how fast each was. A test does the same for a few seconds.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import IO

from finder.shortlists.tokens import EditToken, make_token
from tests.pseudo import ROOT
from tests.shortlists.load_worker import GONE, NOON, states_of
from tests.shortlists.postgres_server import own_server
from tests.shortlists.store_process import open_at

PROCESSES = 2
LISTS = 40
UNTIL_STOPPED = 3600.0

Process = subprocess.Popen[str]
States = dict[str, str]


@dataclass(slots=True)
class Log:
    """What the workers wrote down: what must be in the store, and how long it took.

    `possible` has, for each activity, what may be there: what was confirmed last, or what came
    after it if nobody heard whether that was kept.
    """

    possible: dict[str, set[str]] = field(default_factory=dict)
    microseconds: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def read(self, lines: Iterable[str], *, before: States | None = None) -> None:
        """Read the lines of one worker, which found what is said `before`."""
        tried: States = {}
        for line in lines:
            mark, key, rest = line.rstrip("\n").split(" ", 2)
            possible = self.possible.setdefault(key, {(before or {}).get(key, GONE)})
            if mark == "?":
                tried[key] = rest
            elif mark == "!":
                self.possible[key] = {tried.pop(key)}
                self.microseconds.append(int(rest))
            else:
                possible.add(tried.pop(key))
                self.errors.append(rest)
        for key, state in tried.items():
            self.possible[key].add(state)

    def find_lost(self, found: States) -> list[str]:
        """Return a line for each activity that is not as it must be."""
        return [
            f"{key}: {found.get(key, GONE)} and not {' or '.join(sorted(possible))}"
            for key, possible in self.possible.items()
            if found.get(key, GONE) not in possible
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of editing for some time, or of some kills."""

    confirmed: int
    seconds: float
    milliseconds: tuple[float, ...]
    errors: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def rate(self) -> float:
        """Return how many edits were confirmed in a second."""
        return self.confirmed / self.seconds

    def __str__(self) -> str:
        cuts = quantiles(self.milliseconds, n=100)
        return (
            f"{self.confirmed} edits, {self.rate:.0f} in a second, p50 {cuts[49]:.2f} ms, "
            f"p99 {cuts[98]:.2f} ms, longest {max(self.milliseconds):.0f} ms, "
            f"{len(self.errors)} errors, {len(self.lost)} lost"
        )


def edit_for(location: str, folder: Path, *, seconds: float) -> Outcome:
    """Edit with PROCESSES processes of several threads each."""
    tokens = [make_token() for _ in range(LISTS)]
    logs = [folder / f"log-{number}" for number in range(PROCESSES)]
    with ExitStack() as stack:
        processes = []
        for path in logs:
            file = stack.enter_context(path.open("w"))
            lent = worker(location, path.name, tokens, file, seconds=seconds)
            processes.append(stack.enter_context(lent))
        for process in processes:
            begin(process)
        for process in processes:
            process.wait()
            end(process)
    log = Log()
    for path in logs:
        with path.open() as file:
            log.read(file)
    return outcome_of(log, read_states(location, tokens), seconds=seconds)


def kill_often(location: str, folder: Path, *, kills: int) -> Outcome:
    """Kill a process in the middle of its edits, again and again, while another goes on."""
    tokens = [make_token() for _ in range(LISTS)]
    path = folder / "log-survivor"
    log = Log()
    lost: list[str] = []
    chance = random.Random(kills)
    found: States = {}
    with (
        path.open("w") as file,
        worker(location, "survivor", tokens, file, seconds=UNTIL_STOPPED) as survivor,
    ):
        begin(survivor)
        for _ in range(kills):
            log.possible.clear()
            log.read(begin_and_kill(location, tokens, chance.randrange(1, 400)), before=found)
            found = read_states(location, tokens)
            lost += log.find_lost(found)
        end(survivor)
    log.possible.clear()
    with path.open() as file:
        log.read(file)
    last = outcome_of(log, read_states(location, tokens), seconds=1)
    return replace(last, lost=(*lost, *last.lost))


def begin_and_kill(location: str, tokens: list[EditToken], after: int) -> list[str]:
    """Return every line that a worker wrote before it was killed, which is after so many."""
    output = subprocess.PIPE
    with worker(location, "victim", tokens, output, seconds=UNTIL_STOPPED) as victim:
        begin(victim)
        assert victim.stdout is not None
        lines = list(islice(victim.stdout, after))
        victim.kill()
        lines += victim.stdout
    # The very last may have been cut short.
    return [line for line in lines if line.endswith("\n")]


@contextmanager
def worker(
    location: str, name: str, tokens: list[EditToken], output: IO[str] | int, *, seconds: float
) -> Iterator[Process]:
    """Lend a worker that is ready. It is killed if it still runs at the end."""
    program = [sys.executable, "-m", "tests.shortlists.load_worker"]
    with subprocess.Popen(
        [*program, location, name, str(seconds), *tokens],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stderr is not None
            assert process.stderr.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def begin(process: Process) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def end(process: Process) -> None:
    """Tell a worker to come to its end. It must not complain."""
    _, complaints = process.communicate()
    assert (process.returncode, complaints) == (0, "")


def read_states(location: str, tokens: list[EditToken]) -> States:
    """Return what the store has of every activity, in the words of the log."""
    with closing(open_at(location)) as store:
        return {
            f"{number}/{activity_id}": state
            for number, token in enumerate(tokens)
            for activity_id, state in states_of(store.read(token, now=NOON)).items()
        }


def outcome_of(log: Log, found: States, *, seconds: float) -> Outcome:
    return Outcome(
        confirmed=len(log.microseconds),
        seconds=seconds,
        milliseconds=tuple(each / 1000 for each in log.microseconds),
        errors=tuple(log.errors),
        lost=tuple(log.find_lost(found)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--kills", type=int, default=20)
    options = parser.parse_args()
    rates = {}
    with tempfile.TemporaryDirectory() as name, own_server(is_safe=True) as server:
        folder = Path(name)
        for store, location in (
            ("SQLite", str(folder / "shortlists.db")),
            ("PostgreSQL", server.url("postgres")),
        ):
            outcome = edit_for(location, folder, seconds=options.seconds)
            rates[store] = outcome.rate
            print(f"{store}, {options.seconds:g} s: {outcome}", flush=True)
            outcome = kill_often(location, folder, kills=options.kills)
            print(
                f"{store}, {options.kills} kills: {outcome.confirmed} edits confirmed, "
                f"{len(outcome.errors)} errors, {len(outcome.lost)} lost",
                flush=True,
            )
    print(f"SQLite does {rates['SQLite'] / rates['PostgreSQL']:.2f} times what PostgreSQL does.")


if __name__ == "__main__":
    main()
