"""Put together the rows that are one and the same: they have the same id and the same name."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from finder.importing.directories.outcomes import RowNames, RowOutcome
from finder.importing.directories.rows import Row, plain_key

# A service at a location holds a location, which holds an address.
_DEEPEST_PART = 4


def merge_same_rows(rows: Iterable[Row], names: RowNames) -> tuple[list[Row], list[RowOutcome]]:
    """Return each row once, with what its later likes add to it, and a line for each of those.

    A feed gives a service in a list and, with more fields, by itself. Rows with one id and two
    names are two things, one of which has a bad id: both stay.
    """
    first: dict[str, Row] = {}
    lines = []
    for row in rows:
        row_id, name = names.id_of(row), plain_key(names.name_of(row))
        key = f"{row_id}|{name}" if row_id else json.dumps(row.source, sort_keys=True, default=str)
        before = first.get(key)
        if before is None:
            first[key] = row
            continue
        first[key] = replace(before, source=_merged(before.source, row.source))
        lines.append(
            names.joined(row, "same-row", f"It is row {before.number} of {before.file} again.")
        )
    return list(first.values()), lines


def _merged(
    first: Mapping[str, object], later: Mapping[str, object], depth: int = 0
) -> dict[str, object]:
    """Return one entry with what another adds, also inside its parts."""
    merged = {**later, **{name: value for name, value in first.items() if _says(value)}}
    for name, value in first.items():
        other = later.get(name)
        if isinstance(value, dict) and isinstance(other, dict) and depth < _DEEPEST_PART:
            merged[name] = _merged(value, other, depth + 1)
    return merged


def _says(value: object) -> bool:
    return value is not None and value not in ("", [], {})
