"""One engine in a process of its own, so that its memory and its time are its own.

It reads one line for each thing to do and answers with one line of JSON. See `benchmarks.race`.
"""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from benchmarks.asked import Asked, from_json
from benchmarks.engines import ENGINES, Reply, Searching


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine took for some questions: nanoseconds each, by the clock and of processor."""

    wall: list[int]
    cpu: list[int]


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine answers to a question, as far as engines can be compared."""

    total: int
    counts: dict[str, dict[str, int]]
    shown: int


class _Worker:
    def __init__(self, searching: Searching, asked: list[Asked]) -> None:
        self._searching = searching
        self._asked = asked

    def ask(self, first: int, last: int) -> Told:
        """Ask some of the questions, with nothing but the search on the clock."""
        told = Told(wall=[], cpu=[])
        for asked in self._asked[first:last]:
            prepared = self._searching.prepare(asked)
            self._searching.before()
            begins, begins_cpu = time.perf_counter_ns(), time.process_time_ns()
            self._searching.find(prepared)
            ends_cpu, ends = time.process_time_ns(), time.perf_counter_ns()
            told.wall.append(ends - begins)
            told.cpu.append(ends_cpu - begins_cpu)
        return told

    def answer(self, first: int, last: int) -> list[Answered]:
        """Return the answers to some of the questions."""
        answers = []
        for asked in self._asked[first:last]:
            found = self._searching.find(self._searching.prepare(asked))
            reply: Reply = self._searching.reply(found)
            answers.append(Answered(total=reply.total, counts=reply.counts, shown=len(reply.ids)))
        return answers


def memory_mb(process: str = "self") -> float:
    """Return the memory that a process has, in megabytes of 1024 × 1024 bytes."""
    status = Path(f"/proc/{process}/status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) / 1024


def main(name: str, folder: Path, questions: Path) -> None:
    # Whatever else the machine does has to wait, where root asks for it.
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    searching = ENGINES[name].open(folder)
    worker = _Worker(searching, from_json(questions.read_bytes()))
    for line in sys.stdin:
        what, *numbers = line.split()
        written = msgspec.json.encode(_do(worker, what, [int(number) for number in numbers]))
        sys.stdout.buffer.write(written + b"\n")
        sys.stdout.buffer.flush()


def _do(worker: _Worker, what: str, numbers: list[int]) -> Told | list[Answered] | float:
    if what == "ask":
        return worker.ask(*numbers)
    return worker.answer(*numbers) if what == "answer" else memory_mb()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
