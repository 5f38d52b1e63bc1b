"""Fixtures that tests of several layers ask for."""

from pathlib import Path

import pytest
from hypothesis import settings

from finder.geo.gazetteer import Gazetteer
from tests.content_folder import SHIPPED_CONTENT, ContentFolder

# How long one example takes says more about the machine than about the code. The same code gets the
# same examples every time, so a failure is of the change that it comes with. Others are tried with
# `pytest --hypothesis-profile=other-examples`.
settings.register_profile("finder", deadline=None, derandomize=True)
settings.register_profile("other-examples", deadline=None)
settings.load_profile("finder")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Return the postcodes and towns that the repository ships."""
    return Gazetteer.load(SHIPPED_CONTENT / "places")


@pytest.fixture
def content_folder(tmp_path: Path) -> ContentFolder:
    """Return a small content folder without a fault, for the test to change."""
    return ContentFolder.written_to(tmp_path / "content")
