"""Let engines answer the same questions side by side, and measure what each of them takes.

Each engine has a process of its own. They take turns of a few questions, so that whatever else
the machine does falls on all of them.
"""

import gc
import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import msgspec

from benchmarks.asked import Asked, to_json
from benchmarks.engines import Engine
from benchmarks.worker import Answered, Told
from finder.catalogue.contents import Contents

TURN = 10
_LARGE = 50_000
# An engine that has taken so long in one case answers no more questions in it: it is Whoosh by
# itself, with a hundred thousand activities.
_MOST_SECONDS = {"warming": 10.0, "measured": 30.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build took: seconds of processor, and the size of the index in megabytes."""

    engine: str
    folder: Path
    cpu_seconds: float
    index_mb: float


@dataclass(slots=True, kw_only=True)
class Times:
    """What an engine took for each question, in milliseconds, and its memory in megabytes."""

    engine: str
    wall_ms: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    memory_mb: float = 0.0


def build_all(engines: Sequence[Engine], folder: Path, contents: Contents) -> dict[str, Built]:
    """Build the index of every engine, each in a process of its own.

    Two large ones are built at a time, though each then takes somewhat more of the processor.
    """
    # What is frozen is not looked through again by every process.
    gc.collect()
    gc.freeze()
    # Engines that share a module share an index.
    modules: dict[str, Engine] = {}
    for engine in engines:
        modules.setdefault(engine.module, engine)
    with ThreadPoolExecutor(1 if len(contents.activities) < _LARGE else 2) as pool:
        built = list(pool.map(lambda each: _build(each, folder, contents), modules.values()))
    gc.unfreeze()
    by_module = dict(zip(modules, built, strict=True))
    return {engine.name: by_module[engine.module] for engine in engines}


def _build(engine: Engine, folder: Path, contents: Contents) -> Built:
    place = folder / engine.module
    place.mkdir()
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_build_and_tell, args=(engine, place, contents, theirs.send))
    process.start()
    theirs.close()
    try:
        cpu_seconds = ours.recv()
    except EOFError:
        raise RuntimeError(f"The index of {engine.name} could not be built.") from None
    finally:
        process.join()
    return Built(
        engine=engine.index_name,
        folder=place,
        cpu_seconds=cpu_seconds,
        index_mb=sum(path.stat().st_size for path in place.rglob("*") if path.is_file()) / 1e6,
    )


def _build_and_tell(
    engine: Engine, place: Path, contents: Contents, tell: Callable[[float], None]
) -> None:
    begins = time.process_time()
    engine.build(place, contents)
    tell(time.process_time() - begins)


class Runner:
    """An engine in a process of its own, asked over a pipe."""

    def __init__(self, engine: Engine, folder: Path, questions: Path) -> None:
        self.engine = engine
        command = [sys.executable, "-m", "benchmarks.worker", engine.name]
        self._process = subprocess.Popen(
            [*command, str(folder), str(questions)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def ask(self, first: int, last: int) -> Told:
        """Have the questions from `first` up to `last` answered; return what it took."""
        return msgspec.json.decode(self._do(f"ask {first} {last}"), type=Told)

    def answer(self, first: int, last: int) -> list[Answered]:
        return msgspec.json.decode(self._do(f"answer {first} {last}"), type=list[Answered])

    def memory_mb(self) -> float:
        return msgspec.json.decode(self._do("memory"), type=float)

    def _do(self, line: str) -> bytes:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.engine.name} came to an end before it had answered.")
        return answer


@contextmanager
def running(
    engines: Sequence[Engine], built: dict[str, Built], rounds: Sequence[Sequence[Asked]]
) -> Iterator[list[Runner]]:
    """Open every engine with the questions of all rounds."""
    with ExitStack() as stack:
        runners = []
        for engine in engines:
            folder = built[engine.name].folder
            questions = folder.parent / "questions.json"
            questions.write_bytes(to_json(asked for each in rounds for asked in each))
            runners.append(stack.enter_context(Runner(engine, folder, questions)))
        yield runners


def race(runners: Sequence[Runner], rounds: int, length: int) -> list[Times]:
    """Have all rounds answered, the first of them to warm up, and return what each took."""
    times = {runner.engine.name: Times(engine=runner.engine.name) for runner in runners}
    spent = {(name, part): 0.0 for name in times for part in _MOST_SECONDS}
    for first in range(0, rounds * length, TURN):
        part = "warming" if first < length else "measured"
        last = min(first + TURN, rounds * length)
        for runner in _turned(runners, first // TURN):
            name = runner.engine.name
            if spent[name, part] > _MOST_SECONDS[part]:
                continue
            told = runner.ask(first, last)
            spent[name, part] += sum(told.wall) / 1e9
            if part == "measured":
                times[name].wall_ms.extend(each / 1e6 for each in told.wall)
                times[name].cpu_ms.extend(each / 1e6 for each in told.cpu)
    for runner in runners:
        times[runner.engine.name].memory_mb = runner.memory_mb()
    return list(times.values())


def _turned(runners: Sequence[Runner], turn: int) -> list[Runner]:
    """Return the engines with another one first in each turn."""
    first = turn % len(runners)
    return [*runners[first:], *runners[:first]]
