"""Writing what a search needs, and opening it again."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings

from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Contents
from finder.catalogue.reader import Catalogue
from finder.domain.activity import AgeRange
from finder.domain.vocabulary import Need
from finder.search import files
from finder.search.arrays import Arrays
from finder.search.bits import everything
from finder.search.columns import make_columns
from finder.search.files import build_search, open_search
from finder.search.index import IndexBrokenError
from finder.search.words import Idea
from tests.builders import (
    ASHFORD,
    TODAY,
    a_place,
    an_activity,
    an_interest,
    some_contents,
)
from tests.search.opened import opened
from tests.search.strategies import catalogues

CONTENTS = some_contents(
    an_activity("cook", ages=AgeRange(youngest=18, oldest=25), needs={Need.HOIST: False}),
    an_activity("walk", places=(a_place(), a_place("b", point=ASHFORD)), checked_on=None),
    interests=(an_interest("cooking", group="learn"), an_interest("walking", group="move")),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build_search(tmp_path / "index", CONTENTS, today=TODAY)
    return tmp_path / "index"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    build_catalogue(tmp_path / "catalogue.db", CONTENTS)
    with closing(Catalogue(tmp_path / "catalogue.db")) as opened_catalogue:
        yield opened_catalogue


def test_a_search_is_opened_as_it_was_built(folder: Path, catalogue: Catalogue) -> None:
    searchable = open_search(folder, catalogue)

    with closing(searchable.index):
        assert searchable.council == CONTENTS.council
        assert searchable.reasons == {"cooking": "learn", "walking": "move"}
        assert searchable.thesaurus.ideas_in("pool") == (Idea(phrase=("pool",), same=(("swim",),)),)


@settings(deadline=None, max_examples=15)
@given(catalogues())
def test_columns_come_back_as_they_were_written(contents: Contents) -> None:
    providers = {str(provider.provider_id): provider for provider in contents.providers}

    columns = make_columns(contents.activities, providers, TODAY)
    arrays = Arrays.of(columns)
    # These are looked at as arrays only.
    as_arrays = ("names", "points", "cheapest_pence", "ages", "checked_on", "area_points")

    with opened(contents) as searchable:
        for name in as_arrays:
            columns = replace(columns, **{name: []})  # type: ignore[arg-type]
        assert searchable.columns == columns
        for name, array in arrays._stored.items():
            np.testing.assert_array_equal(searchable.arrays._stored[name], array)


def test_sets_of_twenty_thousand_activities_can_be_written() -> None:
    # Python refuses to read whole numbers of more than 4,300 digits in tens.
    columns = replace(make_columns((), {}, TODAY), live=everything(20_000))

    written = msgspec.json.encode(files._to_stored(columns))

    assert files._from_stored(msgspec.json.decode(written, type=files._Stored)) == columns


def test_a_search_of_another_catalogue_is_refused(folder: Path, tmp_path: Path) -> None:
    build_catalogue(tmp_path / "other.db", some_contents(an_activity()))

    with (
        closing(Catalogue(tmp_path / "other.db")) as other,
        pytest.raises(IndexBrokenError, match=r"another catalogue. Build it again"),
    ):
        open_search(folder, other)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(None, id="missing"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="not JSON"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"{}", id="nothing in it"),
        pytest.param({"live": "xyz"}, id="a set that is no number"),
        pytest.param({"not_told": {}}, id="half of the kinds"),
        pytest.param({"sure": {"colour": {}}}, id="an unknown kind"),
    ],
)
def test_columns_that_are_not_whole_are_refused(
    folder: Path, catalogue: Catalogue, written: bytes | dict[str, object] | None
) -> None:
    file = folder / "columns.json"
    if isinstance(written, dict):
        written = msgspec.json.encode(msgspec.json.decode(file.read_bytes()) | written)
    file.unlink()
    if written is not None:
        file.write_bytes(written)

    with pytest.raises(IndexBrokenError, match=r"is not whole: .*Build it again"):
        open_search(folder, catalogue)


@pytest.mark.parametrize(
    "name",
    [
        *("lexicon.json", "arrays.npz"),
        *("words/words.json", "words/numbers.npy", "words/scores.npy"),
    ],
)
@pytest.mark.parametrize(
    "written",
    [
        pytest.param(None, id="missing"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="two bytes"),
        pytest.param(b"PK\x03\x04", id="the beginning of an archive"),
        pytest.param(b"\x93NUMPY\x01\x00", id="the beginning of an array"),
    ],
)
def test_a_search_of_which_a_file_is_not_whole_is_refused(
    folder: Path, catalogue: Catalogue, name: str, written: bytes | None
) -> None:
    (folder / name).unlink()
    if written is not None:
        (folder / name).write_bytes(written)

    with pytest.raises(IndexBrokenError, match=r"is not whole: .*Build it again"):
        open_search(folder, catalogue)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("name", ["arrays.npz", "words/numbers.npy", "words/scores.npy"])
def test_arrays_that_are_cut_off_are_refused(
    folder: Path, catalogue: Catalogue, name: str, share: float
) -> None:
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[: int(share * len(whole))])

    with pytest.raises(IndexBrokenError, match=r"is not whole: .*Build it again"):
        open_search(folder, catalogue)


def test_a_search_answers_without_its_whoosh_index(folder: Path, catalogue: Catalogue) -> None:
    shutil.rmtree(folder / "words" / "whoosh")

    with closing(open_search(folder, catalogue).index) as index:
        assert index.word("cook").numbers.tolist() == [0, 1]
        # Only an explanation needs it.
        with pytest.raises(IndexBrokenError, match=r"whoosh cannot be opened: .*Build it again"):
            _ = index.scorer
