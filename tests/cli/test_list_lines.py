"""Lists as lines of JSON."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from finder.cli.list_lines import ListLines, ListLinesError, read_lists
from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import (
    Face,
    ListColour,
    ListLabel,
    ListPicture,
    Shortlist,
    ShortlistEntry,
)
from finder.shortlists import StoredList

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
SWIM = ShortlistEntry(
    council=CouncilSlug("kent"),
    activity_id=ActivityId("example-swim"),
    position=1,
    added_at=NOON,
    face=Face.MAYBE,
    note="A “note”\nwith two lines, and ☕",
    seen="mark",
)
FULL = StoredList(
    edit_hash=bytes(range(32)),
    look_hash=b"\xff" * 32,
    shortlist=Shortlist(
        entries=(SWIM, replace(SWIM, council=CouncilSlug("stockport"), position=7, face=None)),
        updated_at=NOON,
        expires_at=NOON + timedelta(days=180),
        label=ListLabel(picture=ListPicture.BUS, colour=ListColour.PINK, word="Trips"),
    ),
)
EMPTY = StoredList(
    edit_hash=b"e" * 32,
    look_hash=None,
    shortlist=Shortlist(entries=(), updated_at=NOON, expires_at=NOON + timedelta(days=7)),
)
FIRST = b'{"format":"finder-lists","version":1}'


def lines_with(**changes: object) -> list[bytes]:
    """Return the lines of the full list, with something in its shortlist changed."""
    first, line, last = ListLines(lists=[FULL])
    written = json.loads(line)
    written["shortlist"] |= changes
    return [first, json.dumps(written).encode(), last]


def error_in(lines: list[bytes]) -> str:
    with pytest.raises(ListLinesError) as caught:
        list(read_lists(lines))
    return str(caught.value)


def test_lists_come_back_as_they_were() -> None:
    lines = ListLines(lists=[FULL, EMPTY])
    written = list(lines)

    assert lines.count == 2
    assert len(written) == 4
    assert not any(b"\n" in line for line in written)
    assert list(read_lists(written)) == [FULL, EMPTY]
    assert list(read_lists(line + b"\n" for line in written)) == [FULL, EMPTY]


def test_no_list_at_all_is_a_file_too() -> None:
    assert list(ListLines(lists=[])) == [FIRST, b'{"lists":0}']
    assert list(read_lists([FIRST, b'{"lists":0}'])) == []


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="nothing"),
        pytest.param([b""], id="an empty line"),
        pytest.param([b"name,postcode"], id="a table"),
        pytest.param([b"\xff\xfe\x00"], id="bytes"),
        pytest.param([b"[1]"], id="other JSON"),
    ],
)
def test_another_file_is_no_file_of_lists(lines: list[bytes]) -> None:
    assert error_in(lines) == "This is no file of lists. Make one with an export."


def test_a_file_of_a_newer_version_is_not_guessed_at() -> None:
    assert error_in([b'{"format":"finder-lists","version":2}']) == (
        "This is version 2 of “finder-lists”. Only version 1 of “finder-lists” can be read."
    )


def test_half_a_file_is_not_taken_for_a_whole_one() -> None:
    lines = list(ListLines(lists=[FULL, EMPTY]))

    assert error_in(lines[:-1]) == "After list 2 the rest of the file is missing."
    assert error_in([*lines[:2], lines[3]]) == "After list 1 the rest of the file is missing."
    assert error_in([*lines[:2], lines[2][:-9]]) == "Line 3: Input data was truncated"
    assert error_in([*lines, lines[2]]) == "Line 5: There is more after the last line."


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param(
            lines_with(label={"picture": "rose"}),
            "Invalid enum value 'rose' - at `$.shortlist.label.picture`",
            id="a picture that is none",
        ),
        pytest.param(
            lines_with(expires_at="2026-11-03T12:00:00"),
            "A time has no time zone.",
            id="no time zone",
        ),
        pytest.param(
            lines_with(label={"word": "x" * 21}), "A note or a label is too long.", id="a long word"
        ),
        pytest.param(
            [line.replace(b'"A ', b'"' + b"A" * 200) for line in lines_with()],
            "A note or a label is too long.",
            id="a long note",
        ),
        pytest.param(
            [line.replace(b'"position": 7', b'"position": 1') for line in lines_with()],
            "An activity, or a position, is there twice.",
            id="a position twice",
        ),
        pytest.param(
            [line.replace(b"stockport", b"kent") for line in lines_with()],
            "An activity, or a position, is there twice.",
            id="an activity twice",
        ),
        pytest.param(
            [line.replace(b"ff" * 32, b"ff" * 31) for line in lines_with()],
            "A hash has 32 bytes.",
            id="half a hash",
        ),
        pytest.param(
            [line.replace(b"000102", b"zzzzzz") for line in lines_with()],
            "non-hexadecimal number found in fromhex() arg at position 0",
            id="no hash",
        ),
    ],
)
def test_what_no_store_exports_is_named_with_its_line(lines: list[bytes], message: str) -> None:
    assert error_in(lines) == f"Line 2: {message}"
