"""Which columns of each table a mapping names, and which of a table's columns it does not."""

from collections import defaultdict
from collections.abc import Iterable

from finder.importing.directories.mapping import DirectoryMapping, Format, Part
from finder.importing.directories.rows import Row, plain_key
from finder.importing.report import Report
from finder.importing.texts import as_shown, clean, near_miss

# What a feed's entries hold that is read without a mapping naming it.
_PARTS_OF_FEED = (
    "id",
    "organization",
    "organization_id",
    "service_at_locations",
    "location",
    "service",
    "addresses",
    "physical_addresses",
    "schedules",
    "regular_schedules",
    "cost_options",
)


def wanted_columns(mapping: DirectoryMapping) -> dict[str, set[str]]:
    """Return the columns that a mapping names, by table."""
    wanted: dict[str, set[str]] = defaultdict(set)
    main = mapping.activities.table
    for table in mapping.tables:
        wanted[table.name] |= {table.id_column, table.name_column} - {""}
    for part in (mapping.activities, mapping.providers, mapping.places):
        # In a feed, organisations and places mostly stand inside the services, and the columns of
        # a place are our own words for what the standard has in several ways.
        is_named = part.table and part is not mapping.places
        if mapping.format is Format.CSV or is_named:
            wanted[part.table or main] |= _columns_of(part)
    for part in (mapping.providers, mapping.places):
        if part.join is not None:
            wanted[main].add(part.join.column)
            wanted[part.table].add(part.join.to)
    return wanted


def _columns_of(part: Part) -> set[str]:
    named = {column for columns in part.fields.values() for column in columns}
    named |= {column for rule in part.rules for column in rule.condition.columns}
    return named | set(part.access.values()) | set(part.separators)


def check_columns(wanted: Iterable[str], rows: list[Row], report: Report) -> None:
    """Note each column that the mapping names, and a CSV file does not have."""
    if not rows:
        return
    first = rows[0]
    for column in sorted(wanted):
        if column not in first.source and plain_key(column) not in first.headers:
            report.add(
                "unknown-column",
                f"There is no column {as_shown(column)}.{near_miss(column, first.source)}",
                "Correct it in the mapping.",
            )


def unused_columns(wanted: Iterable[str], rows: list[Row], format_: Format) -> list[str]:
    """Return the columns of some rows that say something and that no line of the mapping names."""
    known = {plain_key(each) for each in wanted}
    if format_ is Format.OPEN_REFERRAL:
        known |= {plain_key(each.partition(".")[0]) for each in wanted}
        known |= {plain_key(each) for each in _PARTS_OF_FEED}
    told: dict[str, None] = {}
    for row in rows:
        for column in row.source:
            if column not in told and plain_key(column) not in known and _says(row, column):
                told[column] = None
    return [clean(column) for column in told]


def _says(row: Row, column: str) -> bool:
    return bool(row.values(column) or row.parts(column))
