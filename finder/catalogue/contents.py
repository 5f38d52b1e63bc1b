"""Everything that one council's site shows, as one value."""

from dataclasses import dataclass, replace

from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.provider import Provider
from finder.domain.words import HardWord, Interest, Reason, SynonymSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture for one idea, and whom to thank for it."""

    concept: str
    file: str
    author: str = ""
    licence: str = ""
    source: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of words that the council may rewrite. `html` has been made safe."""

    slug: str
    title: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A council, its providers and activities, and the words and pictures that go with them.

    `fillers` are words that people type and that say nothing about what they look for.
    """

    council: Council
    providers: tuple[Provider, ...] = ()
    activities: tuple[Activity, ...] = ()
    reasons: tuple[Reason, ...] = ()
    interests: tuple[Interest, ...] = ()
    synonyms: tuple[SynonymSet, ...] = ()
    fillers: tuple[str, ...] = ()
    hard_words: tuple[HardWord, ...] = ()
    pictures: tuple[Picture, ...] = ()
    pages: tuple[Page, ...] = ()

    def with_activities(self, activities: tuple[Activity, ...]) -> "Contents":
        """Return the same contents with other activities."""
        return replace(self, activities=activities)
