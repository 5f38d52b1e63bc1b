"""Writing a catalogue, and reading it back."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from finder.catalogue.build import CatalogueNotWrittenError, build_catalogue
from finder.catalogue.contents import BankHoliday, Contents, Picture
from finder.catalogue.reader import Catalogue
from finder.catalogue.schema import SCHEMA_VERSION
from finder.domain.activity import Activity, VisitStep
from finder.domain.council import DateRange
from finder.domain.provider import ProviderId
from finder.domain.vocabulary import ActivityStatus, Need
from finder.domain.words import SynonymSet
from tests.builders import (
    a_council,
    a_provider,
    a_session,
    an_activity,
    some_contents,
)
from tests.media_files import a_file, a_photo, a_recording, a_video
from tests.search.strategies import catalogues


@settings(deadline=None, max_examples=15)
@given(contents=catalogues())
def test_no_field_is_lost_between_the_content_and_the_page(
    tmp_path_factory: pytest.TempPathFactory, contents: Contents
) -> None:
    path = tmp_path_factory.mktemp("built") / "catalogue.db"
    build_catalogue(path, contents)

    with closing(Catalogue(path)) as catalogue:
        assert tuple(catalogue.list_all_activities()) == contents.activities
        assert tuple(catalogue.providers.values()) == contents.providers
        assert catalogue.council == contents.council


def test_every_kind_of_value_comes_back(tmp_path: Path) -> None:
    activity = an_activity(
        name="Café “Łódź” 🏊 <b>",
        needs={Need.HOIST: False, Need.QUIET: True},
        sessions=(a_session(None, "", ""), a_session(start="09:30", end="")),
        first_visit=(VisitStep(title="Dee meets you.", picture="meet"),),
        photos=(a_photo(),),
        videos=(a_video(poster=a_photo(alt="")),),
        recordings=(a_recording("pl"),),
        leads_to=(),
    )
    contents = some_contents(
        activity,
        an_activity("b", status=ActivityStatus.ENDED),
        synonyms=(
            SynonymSet(words=("swim", "pływać", "游泳")),
            SynonymSet(words=("free",), choice=("pay", "free")),
        ),
        fillers=("something", "أريد"),
        council=a_council(
            terms=(DateRange(first=date(2027, 1, 4), last=date(2027, 2, 12)),), videos=(a_video(),)
        ),
        own_pictures=(Picture(concept="music", file="a.svg", media=a_file("a.svg")),),
        bank_holidays=(
            BankHoliday(day=date(2027, 12, 27), name="Christmas", instead_of=date(2027, 12, 25)),
        ),
    )
    build_catalogue(tmp_path / "catalogue.db", contents)

    with closing(Catalogue(tmp_path / "catalogue.db")) as catalogue:
        assert (
            Contents(
                council=catalogue.council,
                providers=tuple(catalogue.providers.values()),
                activities=tuple(catalogue.list_all_activities()),
                reasons=catalogue.reasons,
                interests=catalogue.interests,
                synonyms=catalogue.synonyms,
                fillers=catalogue.fillers,
                hard_words=catalogue.hard_words,
                pictures=tuple(catalogue.pictures.values()),
                own_pictures=tuple(catalogue.own_pictures.values()),
                pages=tuple(page for page in [catalogue.get_page("help")] if page),
                bank_holidays=catalogue.bank_holidays,
            )
            == contents
        )


def test_the_columns_are_those_that_queries_ask_for(tmp_path: Path) -> None:
    build_catalogue(
        tmp_path / "catalogue.db",
        some_contents(an_activity("b"), an_activity("a", checked_on=None)),
    )

    with closing(sqlite3.connect(tmp_path / "catalogue.db")) as connection:
        rows = connection.execute(
            "SELECT activity_id, number, provider_id, name, status, checked_on"
            " FROM activities ORDER BY number"
        ).fetchall()
        strict = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
        versions = connection.execute("PRAGMA user_version").fetchone()

    named = ("example-green-door", "Cooking Together (example)", "active")
    assert rows == [("a", 0, *named, None), ("b", 1, *named, "2026-11-03")]
    assert strict == [
        ("activities", 1),
        ("council", 1),
        ("pages", 1),
        ("providers", 1),
        ("words", 1),
    ]
    assert versions == (SCHEMA_VERSION,)


def test_the_file_stands_alone_so_that_a_read_only_disk_will_do(tmp_path: Path) -> None:
    build_catalogue(tmp_path / "catalogue.db", some_contents())

    assert [path.name for path in tmp_path.iterdir()] == ["catalogue.db"]
    with closing(sqlite3.connect(tmp_path / "catalogue.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    ("activities", "message"),
    [
        pytest.param(
            (an_activity(), an_activity()),
            "UNIQUE constraint failed",
            id="an id that is there twice",
        ),
        pytest.param(
            (an_activity(provider_id=ProviderId("example-gone")),),
            "FOREIGN KEY constraint failed",
            id="a provider that is not there",
        ),
    ],
)
def test_contents_that_do_not_agree_are_refused(
    tmp_path: Path, activities: tuple[Activity, ...], message: str
) -> None:
    path = tmp_path / "catalogue.db"

    with pytest.raises(
        CatalogueNotWrittenError, match=f"catalogue.db cannot be written: {message}"
    ):
        build_catalogue(path, some_contents(*activities, providers=(a_provider(),)))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueNotWrittenError, match=r"nowhere/catalogue.db cannot be written"):
        build_catalogue(tmp_path / "nowhere" / "catalogue.db", some_contents())
