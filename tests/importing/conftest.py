"""What a provider's file is read against, in tests."""

import pytest

from finder.geo.gazetteer import Gazetteer
from finder.importing.surroundings import Surroundings
from tests.builders import TODAY, a_council


@pytest.fixture
def around(gazetteer: Gazetteer) -> Surroundings:
    """Return the council of the builders, with a few interests and pictures."""
    return Surroundings(
        council=a_council(),
        interests=frozenset({"cooking", "friends", "music"}),
        pictures=frozenset({"cooking", "door"}),
        explained=frozenset({"direct payment"}),
        gazetteer=gazetteer,
        today=TODAY,
    )
