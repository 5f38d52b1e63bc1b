"""Read an Open Referral UK file as rows: a page of a list, a whole list, or one entry.

Version 1 calls the list of a page `content`, version 3 `contents`. A file may be a bare list too.
"""

import json
from collections.abc import Iterator

from finder.domain.issue import Severity
from finder.importing.directories.files import (
    LONGEST_CELL,
    MOST_ROWS,
    FoundFile,
    has_odd,
    line_of_first_odd,
    mended,
    read_letters,
)
from finder.importing.directories.outcomes import RowNames
from finder.importing.directories.rows import Row
from finder.importing.directories.tables import TableRows
from finder.importing.report import Report

_LISTS = ("contents", "content")
_MARKS_OF_AN_ENTRY = ("id", "name", "service", "location")


def read_feed_table(
    file: FoundFile, table: str, names: RowNames, report: Report
) -> TableRows | None:
    """Return the entries of a feed's file, or None with an issue when it is none."""
    text = read_letters(file.path, report)
    if text is None:
        return None
    if has_odd(text):
        report.add(
            "not-utf-8",
            "The file is not UTF-8 text. Its odd letters were read as Windows-1252.",
            "Check the letters of its names. Ask for the feed as UTF-8.",
            line=line_of_first_odd(text),
            severity=Severity.WARNING,
        )
    entries = _entries_of(mended(text), report)
    if entries is None:
        return None
    found = TableRows()
    for number, entry in enumerate(entries, start=1):
        row = Row(
            table=table,
            file=file.name,
            number=number,
            source=entry if isinstance(entry, dict) else {},
        )
        if not isinstance(entry, dict) or not entry:
            found.refused.append(names.refused(row, "not-an-entry", "It is no entry with fields."))
        elif any(len(text) > LONGEST_CELL for text in _texts_in(entry)):
            found.refused.append(
                names.refused(row, "huge-cell", f"A text has more than {LONGEST_CELL:,} letters.")
            )
        else:
            found.rows.append(row)
    return found


def _entries_of(text: str, report: Report) -> list[object] | None:
    try:
        payload = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        report.add(
            "not-json",
            f"The file stops making sense: {_reason(error)}.",
            "Fetch it again. Look for an answer that was cut short, or for a page of HTML.",
            line=error.lineno if isinstance(error, json.JSONDecodeError) else None,
        )
        return None
    entries = _list_in(payload)
    if entries is None:
        report.add(
            "not-a-feed",
            "There is no list of entries in the file.",
            "Open Referral UK has it in “contents”, or in version 1 in “content”.",
        )
        return None
    if len(entries) > MOST_ROWS:
        report.add(
            "too-many-rows",
            f"The file has {len(entries):,} entries.",
            f"Divide it into files of {MOST_ROWS:,} or fewer.",
        )
        return None
    return entries


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number")


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "there are too many brackets inside each other"
    return error.msg if isinstance(error, json.JSONDecodeError) else "a number makes no sense"


def _list_in(payload: object) -> list[object] | None:
    if isinstance(payload, list):
        return payload
    if not isinstance(payload, dict):
        return None
    for name in _LISTS:
        if isinstance(payload.get(name), list):
            return list(payload[name])
    return [payload] if any(name in payload for name in _MARKS_OF_AN_ENTRY) else None


def _texts_in(entry: object) -> Iterator[str]:
    """Yield every text of an entry, however deep, without going deep ourselves."""
    waiting = [entry]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
