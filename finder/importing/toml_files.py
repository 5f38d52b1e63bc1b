"""Open a TOML content file as an entry, or say why it cannot be read."""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from pathlib import Path

from finder.importing.entry import Entry
from finder.importing.lines import LineFinder
from finder.importing.report import Report

LARGEST_FILE_BYTES = 2_000_000
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def read_text(path: Path, report: Report) -> str | None:
    """Return a file's text, or None with an issue when it is too large or not UTF-8."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            report.add(
                "file-too-large",
                f"The file has {size:,} bytes.",
                f"Keep it under {LARGEST_FILE_BYTES:,}. Look for a text that was pasted in whole.",
            )
            return None
        raw = path.read_bytes()
    except OSError as error:
        report.add("unreadable-file", f"The file cannot be read: {error.strerror}.", "Check it.")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        report.add(
            "not-utf-8",
            "The file is not UTF-8 text.",
            "Open it in a text editor and save it again as UTF-8.",
            line=raw.count(b"\n", 0, error.start) + 1,
        )
        return None


def read_toml(path: Path, report: Report) -> Entry | None:
    """Return the file's top table, or None with an issue when it is not good TOML."""
    text = read_text(path, report)
    if text is None:
        return None
    try:
        table = tomllib.loads(text, parse_float=_parse_decimal)
    except (ValueError, RecursionError) as error:
        _add_not_toml(report, error, text)
        return None
    report.lines = LineFinder(text)
    return Entry(table, report)


def _parse_decimal(text: str) -> Decimal:
    """Return a number, which is not a number when its exponent is beyond all sense."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _add_not_toml(report: Report, error: ValueError | RecursionError, text: str) -> None:
    """Note where the parser gave up. It knows no line for what stops it besides bad writing."""
    line, reason = None, "a number is too long"
    if isinstance(error, RecursionError):
        reason = "there are too many brackets inside each other"
    elif isinstance(error, tomllib.TOMLDecodeError):
        at = _AT.search(str(error))
        line = int(at.group(1)) if at and at.group(1) else text.count("\n") + 1
        reason = _AT.sub("", str(error))
    report.add(
        "not-toml",
        f"The file stops making sense: {reason}.",
        "Look for a missing quotation mark, bracket or equals sign on this line or above.",
        line=line,
    )
