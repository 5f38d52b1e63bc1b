"""Everything that one council's site shows, as one value."""

from dataclasses import dataclass, replace
from datetime import date

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
class BankHoliday:
    """A bank holiday in England.

    `instead_of` is the day of the feast itself, when that is on a weekend and the holiday is
    moved to a weekday.
    """

    day: date
    name: str
    instead_of: date | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days on which what closes for it is closed: the feast itself as well."""
        return (self.day,) if self.instead_of is None else (self.instead_of, self.day)


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
    bank_holidays: tuple[BankHoliday, ...] = ()

    def with_activities(self, activities: tuple[Activity, ...]) -> "Contents":
        """Return the same contents with other activities."""
        return replace(self, activities=activities)
