"""Fixtures of the tests that drive a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all the tests of a worker; each test opens windows of its own."""
    with chromium() as started:
        yield started
