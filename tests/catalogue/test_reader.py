"""Asking a catalogue, and refusing one that cannot be read."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from finder.catalogue.build import build_catalogue
from finder.catalogue.contents import Page, Picture
from finder.catalogue.reader import Catalogue, CatalogueError
from finder.domain.provider import ProviderId
from finder.domain.vocabulary import ActivityStatus
from finder.domain.words import HardWord, Translation
from tests.builders import a_provider, an_activity, some_contents

SINGERS = ProviderId("example-singers")
CONTENTS = some_contents(
    an_activity("choir", name="Zebra Choir", provider_id=SINGERS),
    an_activity("band", name="Zebra Choir", provider_id=SINGERS, status=ActivityStatus.ENDED),
    an_activity("drums", name="Apple Drums", provider_id=SINGERS),
    an_activity("cook"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build_catalogue(tmp_path / "catalogue.db", CONTENTS)
    return tmp_path / "catalogue.db"


@pytest.fixture
def catalogue(path: Path) -> Iterator[Catalogue]:
    with closing(Catalogue(path)) as opened:
        yield opened


def test_a_council_s_own_words_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    texts = {"Things to do in Exampleshire": "Zajęcia w Exampleshire", "Ashby": "never"}
    page = Page(slug="help", title="Help", html="<p>Ask.</p>")
    polish_page = Page(slug="help", title="Pomoc", html="<p>Pytaj.</p>", language="pl")
    contents = some_contents(
        hard_words=(
            HardWord(word="carer", meaning="Someone who helps."),
            HardWord(word="award", meaning="A place on the list."),
        ),
        pages=(page, polish_page, Page(slug="privacy", title="Privacy", html="")),
        translations=(
            Translation(language="pl", texts={**texts, "award": "zlecenie"}),
            Translation(language="cy", texts={}),
        ),
    )
    build_catalogue(tmp_path / "catalogue.db", contents)

    with closing(Catalogue(tmp_path / "catalogue.db")) as english:
        polish = english.in_language("pl")

        assert polish is english.in_language("pl")
        assert polish.in_language("pl") is polish
        assert (english.in_language("cy"), english.in_language("ur")) == (english, english)
        assert polish.council == replace(english.council, site_name="Zajęcia w Exampleshire")
        assert [each.word for each in english.hard_words] == ["award", "carer"]
        assert [each.word for each in polish.hard_words] == ["carer", "zlecenie"]
        assert (english.get_page("help"), polish.get_page("help")) == (page, polish_page)
        assert polish.get_page("privacy") == english.get_page("privacy")
        assert polish.list_all_activities() == english.list_all_activities()


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


def test_an_activity_is_found_by_its_id(catalogue: Catalogue) -> None:
    found = [catalogue.get_activity(each) for each in ("band", "cook", "nothing", "' OR 1=1 --")]

    assert found == [CONTENTS.activities[0], CONTENTS.activities[2], None, None]


def test_activities_come_in_the_order_asked_for(catalogue: Catalogue) -> None:
    found = catalogue.list_activities(["drums", "nothing", "cook", "drums"])

    assert [activity.activity_id for activity in found] == ["drums", "cook", "drums"]


def test_a_providers_activities_come_by_name(catalogue: Catalogue) -> None:
    found = {
        slug: [activity.activity_id for activity in catalogue.list_activities_of(slug)]
        for slug in ("example-singers", "example-nobody")
    }

    assert found == {"example-singers": ["drums", "band", "choir"], "example-nobody": []}


def test_all_activities_come_in_the_order_of_their_numbers(catalogue: Catalogue) -> None:
    assert tuple(catalogue.list_all_activities()) == CONTENTS.activities
    assert catalogue.count_activities() == 4


def test_a_page_is_found_by_its_name(catalogue: Catalogue) -> None:
    pages = [catalogue.get_page(slug) for slug in ("help", "nothing")]

    assert pages == [Page(slug="help", title="Help", html="<p>Phone us.</p>"), None]


def test_providers_and_pictures_stand_under_their_names(catalogue: Catalogue) -> None:
    assert catalogue.providers[SINGERS] == a_provider("example-singers", name="Example Singers")
    assert catalogue.pictures["music"] == Picture(concept="music", file="music.svg", licence="MIT")


def test_what_every_page_needs_is_read_once(catalogue: Catalogue) -> None:
    assert catalogue.council is catalogue.council
    assert catalogue.interests is catalogue.interests
    assert catalogue.providers is catalogue.providers


def test_many_threads_can_ask_at_once(catalogue: Catalogue) -> None:
    asked = ["choir", "band", "drums", "cook"] * 100

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(catalogue.get_activity, asked))

    assert [activity and activity.activity_id for activity in found] == asked


def test_a_catalogue_cannot_be_changed(catalogue: Catalogue) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        catalogue._connection.execute("DELETE FROM activities")


def test_a_catalogue_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"nothing.db cannot be opened: .*Build it again"):
        Catalogue(tmp_path / "nothing.db")


@pytest.mark.parametrize("written", [b"not a database, but a text" * 100, b"\0" * 8192])
def test_a_file_of_another_kind_is_refused(path: Path, written: bytes) -> None:
    path.write_bytes(written)

    with pytest.raises(CatalogueError, match=r"catalogue.db cannot be read: .*Build it again"):
        Catalogue(path)


@pytest.mark.parametrize("version", [0, 1, 3, 5])
def test_a_catalogue_of_another_schema_is_refused(path: Path, version: int) -> None:
    change(path, f"PRAGMA user_version = {version}")

    with pytest.raises(
        CatalogueError, match=f"has schema {version}, and this is schema 4. Build it again with"
    ):
        Catalogue(path)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        pytest.param(
            "UPDATE council SET document = '{}'",
            "is of another version: .*Build it again",
            id="a field is missing",
        ),
        pytest.param(
            "UPDATE council SET document = 'kent'",
            "is of another version: .*Build it again",
            id="not JSON",
        ),
        pytest.param(
            "DROP TABLE council", "cannot be read: no such table.*Build it again", id="no table"
        ),
    ],
)
def test_a_catalogue_with_something_else_in_it_is_refused(
    path: Path, sql: str, message: str
) -> None:
    change(path, sql)

    with closing(Catalogue(path)) as catalogue, pytest.raises(CatalogueError, match=message):
        catalogue.council  # noqa: B018
