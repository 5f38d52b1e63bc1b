"""The bounds that the figures have to stay within, one line each."""

from collections.abc import Iterator, Sequence

from benchmarks.engines import COLD, FTS5, TANTIVY, WARM, Engine
from benchmarks.report import Build, Rate, Ratio, Row, find_row

SEARCH, PAGE = "search", "page"
OUR_PAGE, THEIR_PAGE = "our page, not kept", "Datasette's page"
OUR_NEW_PAGE = "our page, its cards new too"
KEPT_PAGE, HELLO = "our page, kept", "Flask's “hello”"
_BUILD_SECONDS = {2_000: 5.0, 10_000: 20.0}
_WORKER_MB = 90.0
_WORKER_SIZE = 10_000


def make_ratios(rows: Sequence[Row], builds: Sequence[Build], rates: Sequence[Rate]) -> list[Ratio]:
    """Return every figure that has a bound, as far as it was measured."""
    p95s: list[tuple[int, Engine, Engine, float]] = [
        (10_000, WARM, FTS5, 0.02),
        (10_000, WARM, TANTIVY, 0.2),
        (10_000, COLD, FTS5, 0.2),
        (100_000, WARM, TANTIVY, 0.2),
    ]
    ratios = [ratio for each in p95s for ratio in _p95(rows, *each)]
    ratios += [
        Ratio(
            name=f"CPU seconds to build {build.size:,}",
            value=round(build.cpu_seconds, 2),
            at_most=_BUILD_SECONDS[build.size],
        )
        for build in builds
        if build.engine == "ours" and build.size in _BUILD_SECONDS
    ]
    return [*ratios, *_pages(rows), *_rates(rates)]


def _p95(
    rows: Sequence[Row], size: int, ours: Engine, theirs: Engine, bound: float
) -> Iterator[Ratio]:
    our_row = find_row(rows, SEARCH, size, ours.name)
    their_row = find_row(rows, SEARCH, size, theirs.name)
    if our_row and their_row:
        yield Ratio(
            name=f"p95 at {size:,}: {ours.name}, to {theirs.name}",
            value=round(our_row.p95 / their_row.p95, 4),
            at_most=bound,
        )


def _pages(rows: Sequence[Row]) -> Iterator[Ratio]:
    ours = find_row(rows, PAGE, _WORKER_SIZE, OUR_PAGE)
    theirs = find_row(rows, PAGE, _WORKER_SIZE, THEIR_PAGE)
    if ours and theirs:
        yield Ratio(
            name=f"memory of a worker at {_WORKER_SIZE:,}, MB",
            value=ours.memory_mb,
            at_most=_WORKER_MB,
        )
        yield Ratio(
            name=f"CPU of a page at {_WORKER_SIZE:,}: ours, to Datasette's",
            value=round(ours.cpu_ms / theirs.cpu_ms, 4),
            at_most=0.02,
        )


def _rates(rates: Sequence[Rate]) -> Iterator[Ratio]:
    per_second = {rate.engine: rate.per_second for rate in rates}
    if KEPT_PAGE in per_second and HELLO in per_second:
        yield Ratio(
            name="pages a second: ours, kept, to Flask's “hello”",
            value=round(per_second[KEPT_PAGE] / per_second[HELLO], 2),
            at_least=2.0,
        )
