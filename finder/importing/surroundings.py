"""What a provider's file is read against."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finder.domain.council import Council
from finder.geo.gazetteer import Gazetteer
from finder.importing.media import MediaFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The council, the words that are known, the map, and the day on which content is read.

    `interests` and `pictures` are the slugs that there are; `explained` the hard words with a
    meaning of their own. `folder` is the council's, and `made` names what an earlier build made of
    its photos.
    """

    council: Council
    interests: frozenset[str]
    pictures: frozenset[str]
    explained: frozenset[str]
    gazetteer: Gazetteer
    today: date
    folder: Path = Path()
    made: frozenset[str] = frozenset()

    def media_of(self, provider_id: str) -> MediaFolder:
        """Return where a provider's photos and other files lie: beside its own file."""
        return MediaFolder(council=self.folder, place=f"providers/{provider_id}", made=self.made)
