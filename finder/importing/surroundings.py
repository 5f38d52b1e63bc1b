"""What a provider's file is read against."""

from dataclasses import dataclass
from datetime import date

from finder.domain.council import Council
from finder.geo.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The council, the words that are known, the map, and the day on which content is read.

    `interests` and `pictures` are the slugs that there are; `explained` the hard words with a
    meaning of their own.
    """

    council: Council
    interests: frozenset[str]
    pictures: frozenset[str]
    explained: frozenset[str]
    gazetteer: Gazetteer
    today: date
