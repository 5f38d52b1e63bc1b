"""Say what came of an import: a summary first, then a line for every row of every file."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from finder.domain.issue import Issue, has_errors
from finder.importing.directories.facts import FIRST_FACTS, Fact
from finder.importing.directories.outcomes import Outcome, RowOutcome
from finder.importing.directories.write import Written

COLUMNS = (
    "file",
    "row",
    "id",
    "name",
    "outcome",
    "code",
    "words",
    "became",
    "unknown",
    "remarks",
)
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came of an import. `unused_columns` are those that no line of the mapping names."""

    directory: str = ""
    rows: tuple[RowOutcome, ...] = ()
    issues: tuple[Issue, ...] = ()
    unused_columns: tuple[str, ...] = ()
    written: Written = field(default_factory=Written)

    @property
    def imported(self) -> tuple[RowOutcome, ...]:
        return self.of(Outcome.IMPORTED)

    @property
    def never_told(self) -> tuple[Fact, ...]:
        """Return the facts that no row of the directory tells."""
        counts = self.unknown_counts()
        return tuple(fact for fact in Fact if counts.get(fact.value) == len(self.imported) > 0)

    @property
    def whole(self) -> tuple[RowOutcome, ...]:
        """Return the imported rows that tell all that people ask first, and the directory tells."""
        wanted = {fact.value for fact in FIRST_FACTS} - {fact.value for fact in self.never_told}
        return tuple(row for row in self.imported if not wanted & set(row.unknown))

    @property
    def has_imported(self) -> bool:
        return bool(self.imported)

    def of(self, outcome: Outcome) -> tuple[RowOutcome, ...]:
        """Return the rows of which this became."""
        return tuple(row for row in self.rows if row.outcome is outcome)

    def unknown_counts(self) -> dict[str, int]:
        """Return how many imported rows leave each fact unknown, in the order of the facts."""
        counts = Counter(fact for row in self.imported for fact in row.unknown)
        return {fact.value: counts[fact.value] for fact in Fact if counts[fact.value]}

    def refused_counts(self) -> dict[str, int]:
        """Return how many rows were refused for each reason, the most first."""
        return _counted(row.code for row in self.of(Outcome.REFUSED))

    def remark_counts(self) -> dict[str, int]:
        """Return how many rows had something left out or changed, the most first."""
        return _counted(
            code for row in self.rows for code in {remark.code for remark in row.remarks}
        )


def _counted(codes: Iterator[str] | Sequence[str]) -> dict[str, int]:
    counts = Counter(codes)
    return {code: counts[code] for code in sorted(counts, key=lambda code: (-counts[code], code))}


def as_text(report: ImportReport, *, verbose: bool) -> str:
    """Return the report for a screen: the summary, and when asked for, a line a row.

    Where a file or the mapping is wrong, nothing was done, and the issues are all there is to say.
    """
    lines = [str(issue) for issue in report.issues]
    if has_errors(report.issues):
        return "\n".join(lines)
    lines += _summary(report)
    if verbose:
        lines += ["", "Every row:", *(_line_of(row) for row in report.rows)]
    return "\n".join(lines)


def _summary(report: ImportReport) -> Iterator[str]:
    rows, imported = report.rows, report.imported
    whole = len(report.whole)
    yield f"{len(rows):,} rows were read."
    yield f"{len(imported):,} came in as activities."
    yield f"  {whole:,} of them are whole: they tell all first facts that the directory has."
    yield f"  {len(imported) - whole:,} leave a first fact unknown."
    yield f"{len(report.of(Outcome.JOINED)):,} were joined into others."
    yield f"{len(report.of(Outcome.REFUSED)):,} were refused."
    yield from _section("Refused, by reason:", report.refused_counts())
    yield from _section("Not told by what came in:", report.unknown_counts())
    if report.never_told:
        yield f"No row of the directory tells: {', '.join(report.never_told)}."
    yield from _section("Left out or changed in rows that came in:", report.remark_counts())
    if report.unused_columns:
        yield f"Columns that the mapping does not use: {', '.join(report.unused_columns)}."
    yield from _files(report.written)


def _section(heading: str, counts: dict[str, int]) -> Iterator[str]:
    if counts:
        yield heading
        yield from (f"  {count:>6,}  {code}" for code, count in counts.items())


def _files(written: Written) -> Iterator[str]:
    if written.shared:
        yield f"Copied from the example content: {', '.join(written.shared)}."
    yield f"{len(written.written):,} files were written, and {len(written.same):,} stay the same."
    if written.kept:
        yield (
            f"{len(written.kept):,} files were changed by a person and stay: "
            f"{', '.join(written.kept)}. Use --replace to write them anew."
        )
    if written.ended:
        yield f"{len(written.ended):,} activities are no longer there. They are kept as ended."
    if written.removed:
        yield f"{len(written.removed):,} files have nothing left to show and were removed."


def _line_of(row: RowOutcome) -> str:
    name = " ".join(part for part in (row.row_id, f"“{row.name}”" if row.name else "") if part)
    became = f" -> {row.became}" if row.became else ""
    why = f" {row.words} [{row.code}]" if row.code else ""
    unknown = f" Not told: {', '.join(row.unknown)}." if row.unknown else ""
    remarks = "".join(f" {remark.words} [{remark.code}]" for remark in row.remarks)
    what = f"{row.outcome} {name}".strip()
    return f"{row.file}, row {row.row}: {what}{became}.{why}{unknown}{remarks}"


def as_csv(report: ImportReport) -> str:
    """Return a line a row as CSV that is safe to open in a spreadsheet."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in report.rows:
        cells = (
            row.file,
            str(row.row),
            row.row_id,
            row.name,
            row.outcome.value,
            row.code,
            row.words,
            row.became,
            " ".join(row.unknown),
            " ".join(f"{remark.words} [{remark.code}]" for remark in row.remarks),
        )
        writer.writerow([_safe(cell) for cell in cells])
    return text.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA_MARKS) else cell


def as_json(report: ImportReport) -> str:
    """Return the whole report for programs."""
    summary = {
        "directory": report.directory,
        "rows": len(report.rows),
        "imported": len(report.imported),
        "whole": len(report.whole),
        "joined": len(report.of(Outcome.JOINED)),
        "refused": len(report.of(Outcome.REFUSED)),
        "refused_by_reason": report.refused_counts(),
        "unknown": report.unknown_counts(),
        "never_told": [fact.value for fact in report.never_told],
        "remarks": report.remark_counts(),
        "unused_columns": list(report.unused_columns),
        "issues": [str(issue) for issue in report.issues],
        "files": {
            "written": report.written.written,
            "same": report.written.same,
            "kept": report.written.kept,
            "removed": report.written.removed,
        },
        "ended": report.written.ended,
        "lines": [_as_object(row) for row in report.rows],
    }
    return json.dumps(summary, ensure_ascii=False, indent=1) + "\n"


def _as_object(row: RowOutcome) -> dict[str, object]:
    return {
        "file": row.file,
        "row": row.row,
        "id": row.row_id,
        "name": row.name,
        "outcome": row.outcome.value,
        "code": row.code,
        "words": row.words,
        "became": row.became,
        "unknown": list(row.unknown),
        "remarks": [{"code": each.code, "words": each.words} for each in row.remarks],
    }
