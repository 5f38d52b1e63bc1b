"""Run the comparisons, one after the other."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from sqlite3 import sqlite_version
from tempfile import TemporaryDirectory

from benchmarks.asked import Asked
from benchmarks.bounds import PAGE, SEARCH, make_ratios
from benchmarks.catalogue import make_contents
from benchmarks.engines import ENGINES
from benchmarks.example import Example, read_example
from benchmarks.pages import measure_pages, measure_rates
from benchmarks.questions import make_rounds
from benchmarks.race import Runner, build_all, race, running
from benchmarks.real import VARIABLE, find_directory, read_directory
from benchmarks.relevance import measure_relevance
from benchmarks.report import Build, Rate, Relevance, Report, Row, make_row
from benchmarks.wording import Wording
from finder.catalogue.contents import Contents

REAL = "search, a real directory"
# So many answers are held against each other.
_COMPARED = 50
_PROGRAMS = (
    "whoosh-reloaded",
    "numpy",
    "tantivy",
    "xapian-bindings-binary",
    "datasette",
    "granian",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is measured: sizes with the rounds of questions at each, the first to warm up."""

    rounds: dict[int, int]
    questions: int
    page_sizes: tuple[int, ...]
    pages: int


FULL = Plan(
    rounds={2_000: 4, 10_000: 4, 100_000: 2},
    questions=200,
    page_sizes=(2_000, 10_000),
    pages=200,
)
FAST = Plan(rounds={2_000: 2}, questions=50, page_sizes=(2_000,), pages=40)


@dataclass(slots=True, kw_only=True)
class _Measured:
    rows: list[Row] = field(default_factory=list)
    builds: list[Build] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def run(plan: Plan, directory: Path | None, say: Callable[[str], None]) -> Report:
    """Measure everything of a plan. `directory` is the folder with real directories."""
    example, measured = read_example(), _Measured()
    for size, rounds in plan.rounds.items():
        say(f"{size:,} activities …")
        contents = make_contents(example, size)
        asked = ask_rounds(example, contents, rounds, plan.questions)
        _search(measured, SEARCH, contents, asked)
    _real(measured, example, directory, plan, say)
    for size in plan.page_sizes:
        say(f"Pages at {size:,} activities …")
        _pages(measured, example, size, plan)
    say("The judged queries …")
    relevance = measure_relevance()
    return _report(measured, relevance)


def ask_rounds(example: Example, contents: Contents, rounds: int, count: int) -> list[list[Asked]]:
    """Return rounds of questions, with all that can be known before they are asked."""
    wording, gazetteer = Wording(contents), example.gazetteer
    slug = contents.council.slug
    return [
        [
            Asked(
                question=question,
                wanted=wording.read(question.text),
                whereabouts=gazetteer.look_up(question.near, council=slug).whereabouts,
            )
            for question in each
        ]
        for each in make_rounds(example, contents, rounds, count=count)
    ]


def _search(
    measured: _Measured, case: str, contents: Contents, rounds: Sequence[Sequence[Asked]]
) -> None:
    engines, size = list(ENGINES.values()), len(contents.activities)
    with TemporaryDirectory() as name:
        built = build_all(engines, Path(name), contents)
        with running(engines, built, rounds) as runners:
            for times in race(runners, len(rounds), len(rounds[0])):
                cpu_ms = sum(times.cpu_ms) / len(times.cpu_ms)
                measured.rows.append(
                    make_row(case, size, times.engine, times.wall_ms, cpu_ms, times.memory_mb)
                )
                if len(times.wall_ms) < (len(rounds) - 1) * len(rounds[0]):
                    measured.notes.append(
                        f"{times.engine} at {size:,} was only asked {len(times.wall_ms)} questions."
                    )
            measured.notes.append(_agreement(case, size, runners))
    measured.builds += [
        Build(
            size=size,
            engine=each.engine,
            cpu_seconds=round(each.cpu_seconds, 2),
            index_mb=round(each.index_mb, 2),
        )
        for each in dict.fromkeys(built.values())
    ]


def _agreement(case: str, size: int, runners: Sequence[Runner]) -> str:
    """Return how often each engine gives the very same total and counts as ours does."""
    ours = runners[0].answer(0, _COMPARED)
    shares = []
    for runner in runners:
        if runner.engine.module != runners[0].engine.module:
            theirs = runner.answer(0, _COMPARED)
            same = sum(mine == other for mine, other in zip(ours, theirs, strict=True))
            shares.append(f"{runner.engine.name} {100 * same / len(theirs):.0f} %")
    return (
        f"{case.capitalize()} at {size:,}: of {_COMPARED} questions, the total and every count "
        f"are the same as ours with {', '.join(shares)}."
    )


def _real(
    measured: _Measured,
    example: Example,
    directory: Path | None,
    plan: Plan,
    say: Callable[[str], None],
) -> None:
    source = find_directory(directory)
    if source is None:
        note = f"The real directory is left out: its folder is not there. Set {VARIABLE} or --data."
        say(note)
        measured.notes.append(note)
        return
    say("A real directory …")
    with TemporaryDirectory() as name:
        contents = read_directory(source, Path(name) / "content")
        asked = ask_rounds(example, contents, min(plan.rounds.values()), plan.questions)
        _search(measured, REAL, contents, asked)


def _pages(measured: _Measured, example: Example, size: int, plan: Plan) -> None:
    contents = make_contents(example, size)
    warming, *rounds = ask_rounds(example, contents, 4, plan.pages)
    asked = _never_asked(warming, rounds, plan.pages)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for engine, pages in measure_pages(folder, contents, warming, asked).items():
            measured.rows.append(
                make_row(PAGE, size, engine, pages.wall_ms, pages.cpu_ms, pages.memory_mb)
            )
            measured.notes.append(
                f"{engine} at {size:,} has {pages.page_kb:.1f} kB on average, as it is sent."
            )
        if size == plan.page_sizes[-1]:
            measured.rates = measure_rates(folder, contents, asked[0])


def _never_asked(
    before: Sequence[Asked], rounds: Sequence[Sequence[Asked]], count: int
) -> list[Asked]:
    """Return so many questions that differ from each other, and from all asked before.

    A page that was asked for before is kept by our site, and costs next to nothing.
    """
    seen = {str(asked.question.args()) for asked in before}
    fresh = {str(asked.question.args()): asked for each in rounds for asked in each}
    return [asked for args, asked in fresh.items() if args not in seen][:count]


def _report(measured: _Measured, relevance: list[Relevance]) -> Report:
    versions = {"Python": python_version(), "SQLite": sqlite_version}
    versions |= {program: version(program) for program in _PROGRAMS}
    return Report(
        measured_on=datetime.now(UTC).date(),
        cores=len(os.sched_getaffinity(0)),
        versions=versions,
        rows=measured.rows,
        builds=measured.builds,
        rates=measured.rates,
        relevance=relevance,
        ratios=make_ratios(measured.rows, measured.builds, measured.rates),
        notes=measured.notes,
    )
