"""Read every file of a directory, table by table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from finder.domain.issue import Issue, Severity
from finder.importing.directories.columns import check_columns, unused_columns, wanted_columns
from finder.importing.directories.feed import read_feed_table
from finder.importing.directories.files import find_files
from finder.importing.directories.mapping import DirectoryMapping, Format, TableSource
from finder.importing.directories.outcomes import Remark, RowNames, RowOutcome
from finder.importing.directories.rows import Row
from finder.importing.directories.tables import read_csv_table
from finder.importing.report import Report

_FEED_NAMES = RowNames(id_columns=("id",), name_columns=("name", "service.name", "location.name"))


@dataclass(slots=True, kw_only=True)
class Sources:
    """All rows of a directory, the lines of those that cannot be used, and the issues of files."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    names: dict[str, RowNames] = field(default_factory=dict)
    refused: list[RowOutcome] = field(default_factory=list)
    remarks: dict[tuple[str, int], list[Remark]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    unused_columns: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def of(self, table: str) -> list[Row]:
        return self.rows.get(table, [])


def read_sources(mapping: DirectoryMapping, folder: Path) -> Sources:
    """Return what the files of a mapping's tables hold."""
    sources = Sources()
    wanted = wanted_columns(mapping)
    for table in mapping.tables:
        _read_table(sources, table, mapping.format, folder, wanted)
    return sources


def _read_table(
    sources: Sources,
    table: TableSource,
    format_: Format,
    folder: Path,
    wanted: Mapping[str, set[str]],
) -> None:
    report = Report(file=table.name)
    found = find_files(folder, table.files, report)
    sources.issues += report.issues
    sources.names[table.name] = names = _names_of(table, format_)
    rows = sources.rows.setdefault(table.name, [])
    for file in found:
        report = Report(file=file.name)
        read = read_feed_table if format_ is Format.OPEN_REFERRAL else read_csv_table
        part = read(file, table.name, names, report)
        if part is not None:
            if format_ is Format.CSV:
                check_columns(wanted[table.name], part.rows, report)
            if not (part.rows or part.refused):
                report.add(
                    "no-rows",
                    "There are no rows in the file.",
                    "Check that it is the right one.",
                    severity=Severity.WARNING,
                )
            rows += part.rows
            sources.refused += part.refused
            sources.remarks |= part.remarks
        sources.files.append(file.name)
        sources.issues += report.issues
    unused = unused_columns(wanted[table.name], rows, format_)
    sources.unused_columns += [f"{column} ({table.name})" for column in unused]


def _names_of(table: TableSource, format_: Format) -> RowNames:
    usual = _FEED_NAMES if format_ is Format.OPEN_REFERRAL else RowNames()
    return RowNames(
        id_columns=(table.id_column,) if table.id_column else usual.id_columns,
        name_columns=(table.name_column,) if table.name_column else usual.name_columns,
    )
