"""Lists as lines of JSON, to keep as a copy and to move from one store to another.

The first line says what the file is, then each line is a list, and the last line says how many
there are, so that half a file is not taken for a whole one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from finder.domain.shortlist import LONGEST_LABEL_WORD, LONGEST_NOTE, Shortlist
from finder.shortlists import StoredList

FORMAT = "finder-lists"
VERSION = 1
HASH_BYTES = 32

T = TypeVar("T")


class ListLinesError(Exception):
    """The lines are not lists that this version of the finder can read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _FirstLine:
    format: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _ListLine:
    edit_hash: str
    look_hash: str | None
    shortlist: Shortlist


@dataclass(frozen=True, slots=True, kw_only=True)
class _LastLine:
    lists: int


@dataclass(slots=True, kw_only=True)
class ListLines:
    """The lines of some lists, without their ends. `count` is how many lists were read so far."""

    lists: Iterable[StoredList]
    count: int = field(default=0, init=False)

    def __iter__(self) -> Iterator[bytes]:
        yield msgspec.json.encode(_FirstLine(format=FORMAT, version=VERSION))
        for stored in self.lists:
            self.count += 1
            yield msgspec.json.encode(
                _ListLine(
                    edit_hash=stored.edit_hash.hex(),
                    look_hash=stored.look_hash.hex() if stored.look_hash else None,
                    shortlist=stored.shortlist,
                )
            )
        yield msgspec.json.encode(_LastLine(lists=self.count))


def read_lists(lines: Iterable[bytes]) -> Iterator[StoredList]:
    """Return the lists that the lines hold, one after the other. Raises ListLinesError."""
    numbered = enumerate(lines, start=1)
    _check_first(next(numbered, (1, b""))[1])
    count = 0
    is_whole = False
    for number, line in numbered:
        if is_whole:
            raise ListLinesError(f"Line {number}: There is more after the last line.")
        if line.startswith(b'{"lists"'):
            is_whole = _read(number, line, _LastLine).lists == count
            continue
        count += 1
        yield _read_list(number, line)
    if not is_whole:
        raise ListLinesError(f"After list {count} the rest of the file is missing.")


def _check_first(line: bytes) -> None:
    try:
        first = msgspec.json.decode(line, type=_FirstLine)
    except ValueError as error:
        raise ListLinesError("This is no file of lists. Make one with an export.") from error
    if (first.format, first.version) != (FORMAT, VERSION):
        raise ListLinesError(
            f"This is version {first.version} of “{first.format}”. Only version {VERSION} of "
            f"“{FORMAT}” can be read."
        )


def _read_list(number: int, line: bytes) -> StoredList:
    read = _read(number, line, _ListLine)
    try:
        stored = StoredList(
            edit_hash=bytes.fromhex(read.edit_hash),
            look_hash=None if read.look_hash is None else bytes.fromhex(read.look_hash),
            shortlist=read.shortlist,
        )
        _check_list(stored)
    except ValueError as error:
        raise ListLinesError(f"Line {number}: {error}") from error
    return stored


def _read(number: int, line: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(line, type=kind)
    except ValueError as error:
        raise ListLinesError(f"Line {number}: {error}") from error


def _check_list(stored: StoredList) -> None:
    """Raise ValueError for what no store exports, and no store could take in."""
    entries = stored.shortlist.entries
    activities = {(entry.council, entry.activity_id) for entry in entries}
    positions = {entry.position for entry in entries}
    moments = [stored.shortlist.updated_at, stored.shortlist.expires_at]
    moments += [entry.added_at for entry in entries]
    hashes = [stored.edit_hash, *([] if stored.look_hash is None else [stored.look_hash])]
    if any(len(each) != HASH_BYTES for each in hashes):
        raise ValueError(f"A hash has {HASH_BYTES} bytes.")
    if any(moment.tzinfo is None for moment in moments):
        raise ValueError("A time has no time zone.")
    if len(activities) < len(entries) or len(positions) < len(entries):
        raise ValueError("An activity, or a position, is there twice.")
    if len(stored.shortlist.label.word) > LONGEST_LABEL_WORD or any(
        len(entry.note) > LONGEST_NOTE for entry in entries
    ):
        raise ValueError("A note or a label is too long.")
