"""What was measured: as a table, as JSON, and as a page of the documentation."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

LATEST = Path(__file__).with_name("latest.json")
DOCS = Path(__file__).parent.parent / "docs" / "performance.md"
_BEGINS, _ENDS = "<!-- measured -->\n", "<!-- end of what was measured -->\n"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one engine took in one case, in milliseconds and megabytes.

    `cpu_ms` is the mean of the processor's time; the others are by the clock. `questions` says
    how many were measured.
    """

    case: str
    size: int
    engine: str
    p50: float
    p95: float
    p99: float
    cpu_ms: float
    memory_mb: float
    questions: int


class Build(msgspec.Struct, frozen=True, kw_only=True):
    """What the building of one index took, in seconds of processor and megabytes."""

    size: int
    engine: str
    cpu_seconds: float
    index_mb: float


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """How many pages a second a server answered, and milliseconds of processor for each."""

    engine: str
    per_second: float
    cpu_ms: float


class Ratio(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A figure that has to stay within a bound."""

    name: str
    value: float
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_kept(self) -> bool:
        return (self.at_most is None or self.value <= self.at_most) and (
            self.at_least is None or self.value >= self.at_least
        )

    @property
    def bound(self) -> str:
        """Return the bound in words."""
        if self.at_most is not None:
            return f"at most {self.at_most:g}"
        return f"at least {self.at_least:g}"

    @property
    def verdict(self) -> str:
        """Return whether the bound is kept, or else by how much it is missed."""
        limit = self.at_most if self.at_most is not None else self.at_least
        assert limit
        times = self.value / limit if self.at_most is not None else limit / self.value
        return "kept" if self.is_kept else f"missed: {times:.1f} times"


class Relevance(msgspec.Struct, frozen=True, kw_only=True):
    """How well an engine orders what it finds for the judged queries."""

    engine: str
    queries: int
    ndcg: float
    without_result: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one run measured. `versions` are of the programs that took part."""

    measured_on: date
    cores: int
    versions: dict[str, str]
    rows: list[Row]
    builds: list[Build]
    rates: list[Rate]
    relevance: list[Relevance]
    ratios: list[Ratio]
    notes: list[str]


def make_row(
    case: str,
    size: int,
    engine: str,
    wall_ms: Sequence[float],
    cpu_ms: float,
    memory_mb: float,
) -> Row:
    """Return the row of so many measured times."""
    p50, p95, p99 = (round(percentile(wall_ms, part), 3) for part in (50, 95, 99))
    return Row(
        case=case,
        size=size,
        engine=engine,
        p50=p50,
        p95=p95,
        p99=p99,
        cpu_ms=round(cpu_ms, 3),
        memory_mb=round(memory_mb, 1),
        questions=len(wall_ms),
    )


def percentile(values: Sequence[float], part: float) -> float:
    """Return the least of the values that so many percent of them do not exceed."""
    return sorted(values)[max(0, math.ceil(part / 100 * len(values)) - 1)]


def find_row(rows: Iterable[Row], case: str, size: int, engine: str) -> Row | None:
    """Return the row of an engine in a case, or None when it was not measured."""
    wanted = (case, size, engine)
    return next((row for row in rows if (row.case, row.size, row.engine) == wanted), None)


def write_report(report: Report, file: Path = LATEST) -> None:
    file.write_bytes(msgspec.json.format(msgspec.json.encode(report)) + b"\n")


def read_report(file: Path = LATEST) -> Report:
    return msgspec.json.decode(file.read_bytes(), type=Report)


def as_text(report: Report) -> str:
    """Return the report as tables of Markdown, which read well on a screen too."""
    parts = [
        _table(
            ("case", "activities", "engine", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "memory MB"),
            [
                (
                    row.case,
                    f"{row.size:,}",
                    row.engine,
                    _short(row.p50),
                    _short(row.p95),
                    _short(row.p99),
                    _short(row.cpu_ms),
                    f"{row.memory_mb:.0f}",
                )
                for row in report.rows
            ],
        ),
        _table(
            ("activities", "index", "CPU seconds to build", "MB"),
            [
                (f"{b.size:,}", b.engine, f"{b.cpu_seconds:.1f}", f"{b.index_mb:.1f}")
                for b in report.builds
            ],
        ),
        _table(
            ("page", "a second", "CPU ms a page"),
            [(r.engine, f"{r.per_second:,.0f}", f"{r.cpu_ms:.3f}") for r in report.rates],
        ),
        _table(
            ("judged queries", "how many", "nDCG@5", "without a result"),
            [
                (r.engine, str(r.queries), f"{r.ndcg:.3f}", str(r.without_result))
                for r in report.relevance
            ],
        ),
        _table(
            ("what is to hold", "value", "bound", ""),
            [(r.name, _short(r.value), r.bound, r.verdict) for r in report.ratios],
        ),
        "\n".join(report.notes),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def write_docs(report: Report, file: Path = DOCS) -> None:
    """Put the tables into the page of the documentation, between its two marks."""
    before, _, rest = file.read_text("utf-8").partition(_BEGINS)
    _, _, after = rest.partition(_ENDS)
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    day = f"{report.measured_on.day} {report.measured_on:%B %Y}"
    measured = f"Measured on {day}, on {report.cores} cores, with {versions}.\n\n"
    file.write_text(f"{before}{_BEGINS}\n{measured}{as_text(report)}\n{_ENDS}{after}", "utf-8")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table, or nothing when it has no rows. Columns of figures stand to the right."""
    if not rows:
        return ""
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    right = [all(cell[:1].isdigit() for cell in column[1:]) for column in columns]
    rule = [
        "-" * (width - 1) + ":" if is_right else "-" * width
        for width, is_right in zip(widths, right, strict=True)
    ]
    lines = [heads, rule, *rows]
    return "\n".join(
        "| "
        + " | ".join(
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(line, widths, right, strict=True)
        )
        + " |"
        for line in lines
    )


def _short(value: float) -> str:
    """Return a figure with about three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3g}" if value < 0.1 else f"{value:.2f}"
