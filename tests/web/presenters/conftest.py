"""Presenters speak the language of a page, so each test stands on one."""

from collections.abc import Iterator

import pytest
from flask import Flask


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
