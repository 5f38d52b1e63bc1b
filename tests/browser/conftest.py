"""Fixtures of the tests that drive a browser."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import planted
from tests.browser.chromium import Window, chromium, window
from tests.browser.server import served
from tests.web.conftest import app, example_data, pseudo_app

__all__ = ["app", "example_data", "pseudo_app"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all the tests of a worker; each test opens windows of its own."""
    with chromium() as started:
        yield started


@pytest.fixture
def site() -> Iterator[planted.Site]:
    """The small site in which a test of the checkers plants its fault."""
    with planted.planted() as served:
        yield served


@pytest.fixture
def opened(browser: Browser, site: planted.Site) -> Iterator[Window]:
    """A window on the small site, 1280 pixels wide and light."""
    with window(browser, site.origin) as shown:
        yield shown


@pytest.fixture(scope="session")
def origin(pseudo_app: Flask) -> Iterator[str]:
    """The whole site with the example content, in English and in the made-up language."""
    with served(pseudo_app) as address:
        yield address
