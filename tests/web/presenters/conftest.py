"""Presenters speak the language of a page, so each test stands on one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from finder.catalogue.build import build_catalogue
from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from tests.builders import some_contents

CatalogueOf = Callable[..., Catalogue]


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
def catalogue_of(tmp_path: Path) -> Iterator[CatalogueOf]:
    """Open a catalogue of these activities, with any field of its contents changed."""
    with ExitStack() as stack:

        def open_catalogue(*activities: Activity, **overrides: Any) -> Catalogue:
            path = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
            build_catalogue(path, some_contents(*activities, **overrides))
            return stack.enter_context(closing(Catalogue(path)))

        yield open_catalogue
