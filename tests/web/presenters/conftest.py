"""Presenters speak the language of a page, so each test stands on one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from finder.catalogue.build import build_catalogue
from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.query import SearchQuery
from finder.geo.gazetteer import Gazetteer
from finder.search.ask import Asked, ask
from finder.search.find import Searchable
from finder.search.loosen import Loosened, loosen
from tests.builders import TODAY, some_contents
from tests.search.opened import opened

CatalogueOf = Callable[..., Catalogue]
QuestionOf = Callable[..., "Question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to the contents of a test, with all that a view has at hand to answer it."""

    catalogue: Catalogue
    searchable: Searchable
    asked: Asked
    ways: tuple[Loosened, ...]


@pytest.fixture
def english_page(app: Flask) -> Iterator[None]:
    """A page in English."""
    with app.test_request_context("/kent/"):
        yield


@pytest.fixture
def arabic_page(english_page: None, pseudo_app: Flask) -> Iterator[None]:
    """A page in the made-up language, with Arabic days and dates. It comes after the other."""
    with pseudo_app.test_request_context("/kent/?lang=ar"):
        yield


@pytest.fixture
def welsh_page(english_page: None, app: Flask) -> Iterator[None]:
    """A page in Welsh. It comes after the other."""
    with app.test_request_context("/kent/?lang=cy"):
        yield


@pytest.fixture
def catalogue_of(tmp_path: Path) -> Iterator[CatalogueOf]:
    """Open a catalogue of these activities, with any field of its contents changed."""
    with ExitStack() as stack:

        def open_catalogue(*activities: Activity, **overrides: Any) -> Catalogue:
            path = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
            build_catalogue(path, some_contents(*activities, **overrides))
            return stack.enter_context(closing(Catalogue(path)))

        yield open_catalogue


@pytest.fixture
def question_of(catalogue_of: CatalogueOf, gazetteer: Gazetteer) -> Iterator[QuestionOf]:
    """Ask the question of an address's query about these activities."""
    with ExitStack() as stack:

        def put(address: str, *activities: Activity, **overrides: Any) -> Question:
            pairs = [pair.partition("=")[::2] for pair in address.split("&") if pair]
            contents = some_contents(*activities, **overrides)
            searchable = stack.enter_context(opened(contents))
            parsed = SearchQuery.from_args(pairs)
            asked = ask(searchable, parsed, gazetteer=gazetteer, today=TODAY)
            whereabouts = asked.look_up.whereabouts
            return Question(
                catalogue=catalogue_of(*activities, **overrides),
                searchable=searchable,
                asked=asked,
                ways=loosen(searchable, asked.query, whereabouts=whereabouts, today=TODAY),
            )

        yield put
