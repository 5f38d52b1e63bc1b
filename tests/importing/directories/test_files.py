"""Opening other people's files."""

import codecs
from pathlib import Path

import pytest

from finder.importing.directories.files import (
    LARGEST_FILE_BYTES,
    FoundFile,
    find_files,
    has_odd,
    line_of_first_odd,
    mended,
    read_letters,
)
from finder.importing.report import Report


def codes(report: Report) -> list[str]:
    return [issue.code for issue in report.issues]


def test_patterns_find_files_once_and_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", "c.txt"):
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "folder.csv").mkdir()
    report = Report(file="services")

    assert find_files(tmp_path, ("a.csv", "*.csv"), report) == [
        FoundFile(tmp_path / "a.csv", "a.csv"),
        FoundFile(tmp_path / "b.csv", "b.csv"),
    ]
    assert codes(report) == []


@pytest.mark.parametrize("pattern", ["none.csv", "**.csv"])
def test_a_file_that_is_missing_is_said(tmp_path: Path, pattern: str) -> None:
    report = Report(file="services")

    assert find_files(tmp_path, (pattern,), report) == []
    assert codes(report) == ["missing-file"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"caf\xc3\xa9", "café"),
        (codecs.BOM_UTF8 + b"caf\xc3\xa9", "café"),
        ("café".encode("utf-16"), "café"),
        (codecs.BOM_UTF16_BE + "café".encode("utf-16-be"), "café"),
    ],
)
def test_letters(tmp_path: Path, raw: bytes, text: str) -> None:
    (tmp_path / "a.csv").write_bytes(raw)
    report = Report(file="a.csv")

    assert (read_letters(tmp_path / "a.csv", report), codes(report)) == (text, [])


def test_letters_of_windows_are_mended(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"tea\ncaf\xe9 \x81")
    text = read_letters(tmp_path / "a.csv", Report(file="a.csv"))

    assert text is not None
    assert (has_odd(text), has_odd("café"), line_of_first_odd(text)) == (True, False, 2)
    assert mended(text) == "tea\ncafé �"
    assert line_of_first_odd("tea") == 1


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(LARGEST_FILE_BYTES + 1)
    report = Report(file="a.csv")

    assert (read_letters(tmp_path / "a.csv", report), codes(report)) == (None, ["file-too-large"])


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    report = Report(file="a.csv")

    assert (read_letters(tmp_path / "a.csv", report), codes(report)) == (None, ["unreadable-file"])
