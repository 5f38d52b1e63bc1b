"""Write what a search needs beside the catalogue, and open it again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec

from finder.catalogue.contents import Contents
from finder.catalogue.reader import Catalogue
from finder.search.columns import Column, Columns, Kind, make_columns
from finder.search.documents import document_of
from finder.search.find import Searchable
from finder.search.index import IndexBrokenError, WordIndex, build_index
from finder.search.words import Thesaurus

_COLUMNS_FILE = "columns.json"
_INDEX_FOLDER = "words"


class _Stored(msgspec.Struct):
    """Columns as they are written: each set of activities as hexadecimal digits.

    Numbers in JSON end, in Python, at 4,300 digits, and a set has a bit for each activity.
    """

    rest: Columns
    live: str
    slots: dict[str, str]
    sure: dict[Kind, dict[str, str]]
    not_told: dict[Kind, dict[str, str]]


def build_search(folder: Path, contents: Contents, *, today: date) -> None:
    """Write the word index and the columns of one council into a new folder."""
    providers = {str(provider.provider_id): provider for provider in contents.providers}
    interests = {interest.slug: interest for interest in contents.interests}
    groups = {group.slug: group.label for group in contents.council.groups}
    documents = [
        document_of(activity, providers[activity.provider_id], interests, groups)
        for activity in contents.activities
    ]
    build_index(folder / _INDEX_FOLDER, documents)
    columns = make_columns(contents.activities, providers, today)
    (folder / _COLUMNS_FILE).write_bytes(msgspec.json.encode(_to_stored(columns)))


def open_search(folder: Path, catalogue: Catalogue) -> Searchable:
    """Return what `find` needs. Raise `IndexBrokenError` when it is not whole."""
    try:
        written = (folder / _COLUMNS_FILE).read_bytes()
        columns = _from_stored(msgspec.json.decode(written, type=_Stored))
    except (OSError, ValueError, KeyError) as error:
        raise IndexBrokenError(f"{folder} is not whole: {error}. Build it again.") from error
    if columns.count != catalogue.count_activities():
        raise IndexBrokenError(f"{folder} belongs to another catalogue. Build it again.")
    return Searchable(
        council=catalogue.council,
        reasons={interest.slug: interest.group for interest in catalogue.interests},
        columns=columns,
        thesaurus=Thesaurus(catalogue.interests, catalogue.synonyms),
        # It comes last, so that nothing after it can fail and leave it open.
        index=WordIndex(folder / _INDEX_FOLDER, columns.count),
    )


def _to_stored(columns: Columns) -> _Stored:
    return _Stored(
        rest=replace(columns, live=0, slots={}, kinds={}),
        live=f"{columns.live:x}",
        slots=_in_digits(columns.slots),
        sure={kind: _in_digits(column.sure) for kind, column in columns.kinds.items()},
        not_told={kind: _in_digits(column.not_told) for kind, column in columns.kinds.items()},
    )


def _from_stored(stored: _Stored) -> Columns:
    kinds = {
        kind: Column(sure=_in_bits(sure), not_told=_in_bits(stored.not_told[kind]))
        for kind, sure in stored.sure.items()
    }
    return replace(
        stored.rest, live=int(stored.live, 16), slots=_in_bits(stored.slots), kinds=kinds
    )


def _in_digits(sets: Mapping[str, int]) -> dict[str, str]:
    return {value: f"{bits:x}" for value, bits in sets.items()}


def _in_bits(sets: Mapping[str, str]) -> dict[str, int]:
    return {value: int(digits, 16) for value, digits in sets.items()}
