from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from finder.importing.report import Report
from finder.importing.toml_files import LARGEST_FILE_BYTES, read_text, read_toml
from tests.importing.reading import FILE, an_error

BRACKETS = "Look for a missing quotation mark, bracket or equals sign on this line or above."


def _written(folder: Path, content: bytes) -> Path:
    path = folder / FILE
    path.write_bytes(content)
    return path


def test_a_good_file_is_read_with_the_lines_of_its_fields(tmp_path: Path) -> None:
    report = Report(file=FILE)

    entry = read_toml(_written(tmp_path, 'a = 1\nname = "Café"\n'.encode()), report)

    assert entry is not None
    assert entry.text("name") == "Café"
    entry.problem("bad", "It is bad.", "Mend it.", key="name")
    assert report.issues == [
        an_error(code="bad", message="It is bad.", remedy="Mend it.", line=2, where="name")
    ]


def test_the_mark_that_some_editors_put_first_is_no_part_of_the_text(tmp_path: Path) -> None:
    report = Report(file=FILE)

    assert read_text(_written(tmp_path, b"\xef\xbb\xbfa = 1"), report) == "a = 1"
    assert report.issues == []


def test_a_file_that_is_not_utf_8_is_noted_with_the_line(tmp_path: Path) -> None:
    report = Report(file=FILE)

    assert read_toml(_written(tmp_path, b'a = 1\nb = 2\nname = "Caf\xe9"\n'), report) is None
    assert report.issues == [
        an_error(
            code="not-utf-8",
            message="The file is not UTF-8 text.",
            remedy="Open it in a text editor and save it again as UTF-8.",
            line=3,
        )
    ]


def test_a_file_with_a_text_of_5_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    report = Report(file=FILE)

    assert read_toml(_written(tmp_path, b'a = "' + b"x" * 5_000_000 + b'"'), report) is None
    assert report.issues == [
        an_error(
            code="file-too-large",
            message="The file has 5,000,006 bytes.",
            remedy="Keep it under 2,000,000. Look for a text that was pasted in whole.",
            line=None,
        )
    ]


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    report = Report(file=FILE)
    comment = b"#" * LARGEST_FILE_BYTES

    assert read_toml(_written(tmp_path, comment), report) is not None
    assert report.issues == []


def test_a_file_that_is_not_there_is_noted(tmp_path: Path) -> None:
    report = Report(file=FILE)

    assert read_toml(tmp_path / FILE, report) is None
    assert report.issues == [
        an_error(
            code="unreadable-file",
            message="The file cannot be read: No such file or directory.",
            remedy="Check it.",
            line=None,
        )
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param(
            'a = 1\nname = "Coo\n', 2, "Illegal character '\\n'", id="a quotation mark is missing"
        ),
        pytest.param("a = 1\nb\n", 2, "Expected '=' after a key in a key/value pair", id="no sign"),
        pytest.param("a = 1\n\nb = [1", 3, "Unclosed array", id="no bracket"),
        pytest.param("a = 1\na = 2", 2, "Cannot overwrite a value", id="twice"),
        pytest.param("a = 2026-02-30", 1, "Invalid date or datetime", id="no such day"),
        pytest.param(f"a = {'9' * 5000}", None, "a number is too long", id="an endless number"),
        pytest.param(
            f"a = {'[' * 5000}",
            None,
            "there are too many brackets inside each other",
            id="endless brackets",
        ),
    ],
)
def test_a_file_that_is_not_toml_is_noted_with_the_line(
    tmp_path: Path, text: str, line: int | None, message: str
) -> None:
    report = Report(file=FILE)

    assert read_toml(_written(tmp_path, text.encode()), report) is None
    assert report.issues == [
        an_error(
            code="not-toml",
            message=f"The file stops making sense: {message}.",
            remedy=BRACKETS,
            line=line,
        )
    ]


def test_a_number_beyond_all_sense_is_a_wrong_value_and_no_more(tmp_path: Path) -> None:
    report = Report(file=FILE)

    entry = read_toml(_written(tmp_path, b"amount = 1e99999999999999999999\nb = 1"), report)

    assert entry is not None
    assert entry.pence("amount") is None
    assert entry.number("b") == 1
    assert [(issue.code, issue.line) for issue in report.issues] == [("wrong-value", 1)]


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.text("a1.\"=[]{}\n #'", max_size=40).map(str.encode)
)
@example(b"a = 1e99999999999999999999")
@example(b"a" + b".a" * 2000 + b" = 1")
@example(b"a = nan")
def test_any_bytes_are_a_table_or_an_issue(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    report = Report(file=FILE)
    path = tmp_path_factory.getbasetemp() / FILE
    path.write_bytes(content)

    entry = read_toml(path, report)

    assert (entry is None) is bool(report.error_count)
    assert all(issue.message and issue.remedy for issue in report.issues)
