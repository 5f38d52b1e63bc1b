"""Open other people's files: within limits, and in whatever letters they are written."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from finder.importing.report import Report

LARGEST_FILE_BYTES = 50_000_000
MOST_ROWS = 100_000
LONGEST_CELL = 200_000
# A byte that is not UTF-8 is kept as one of these, until it is known in which row it stands.
_ODD = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a table, and its name as the report says it."""

    path: Path
    name: str


def find_files(folder: Path, patterns: tuple[str, ...], report: Report) -> list[FoundFile]:
    """Return the files of a folder that the patterns name, each once, in order of their names."""
    found: dict[Path, None] = {}
    for pattern in patterns:
        try:
            paths = [path for path in sorted(folder.glob(pattern)) if path.is_file()]
        except ValueError:
            # A pattern that makes no sense finds nothing.
            paths = []
        if not paths:
            report.add(
                "missing-file",
                f"There is no file “{pattern}” in the source folder.",
                "Check its name, and the files of the table in the mapping.",
            )
        found.update(dict.fromkeys(paths))
    return [FoundFile(path, path.relative_to(folder).as_posix()) for path in found]


def read_letters(path: Path, report: Report) -> str | None:
    """Return a file's text, or None with an issue when it cannot be read at all.

    Bytes that are not UTF-8 stay in it as `has_odd` finds them; `mended` makes letters of them.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            report.add(
                "file-too-large",
                f"The file has {size:,} bytes.",
                f"Divide it into files of {LARGEST_FILE_BYTES:,} bytes or fewer.",
            )
            return None
        raw = path.read_bytes()
    except OSError as error:
        report.add("unreadable-file", f"The file cannot be read: {error.strerror}.", "Check it.")
        return None
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8-sig", "surrogateescape")


def has_odd(text: str) -> bool:
    """Return whether a text holds bytes that are not UTF-8."""
    return _ODD.search(text) is not None


def mended(text: str) -> str:
    """Return a text with the bytes that are not UTF-8 read as Windows-1252."""
    return _ODD.sub(_as_windows_letter, text)


def _as_windows_letter(found: re.Match[str]) -> str:
    return bytes([ord(found.group()) - 0xDC00]).decode("cp1252", "replace")


def line_of_first_odd(text: str) -> int:
    """Return the line, from 1, with the first byte that is not UTF-8."""
    found = _ODD.search(text)
    return text.count("\n", 0, found.start() if found else 0) + 1
