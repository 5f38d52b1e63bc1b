"""Everything that one council's site shows, as one value."""

from dataclasses import dataclass, replace
from datetime import date

from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.media import MediaFile, Photo, Video
from finder.domain.provider import Provider
from finder.domain.words import HardWord, Interest, Reason, SynonymSet, Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture for one idea, and whom to thank for it.

    `file` lies below static/pictures, unless `media` says that the picture is a council's own.
    """

    concept: str
    file: str
    author: str = ""
    licence: str = ""
    source: str = ""
    changed: bool = False
    media: MediaFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of words that the council may rewrite. `html` has been made safe."""

    slug: str
    title: str
    html: str
    language: str = "en-GB"


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
    `own_pictures` are the council's own, and come before those of the same ideas in `pictures`.
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
    own_pictures: tuple[Picture, ...] = ()
    pages: tuple[Page, ...] = ()
    bank_holidays: tuple[BankHoliday, ...] = ()
    translations: tuple[Translation, ...] = ()

    def with_activities(self, activities: tuple[Activity, ...]) -> "Contents":
        """Return the same contents with other activities."""
        return replace(self, activities=activities)

    @property
    def videos(self) -> tuple[Video, ...]:
        """Return the videos of the council and of every activity."""
        return (*self.council.videos, *(video for each in self.activities for video in each.videos))

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Return every photo, and the pictures that stand in the place of videos."""
        shown = [photo for activity in self.activities for photo in activity.photos]
        return (*shown, *(video.poster for video in self.videos if video.poster is not None))

    @property
    def media_files(self) -> tuple[MediaFile, ...]:
        """Return every file that is served just as it was given."""
        heard = [each.sound for activity in self.activities for each in activity.recordings]
        drawn = [each.media for each in self.own_pictures if each.media is not None]
        seen = [file for video in self.videos for file in (video.film, video.captions)]
        return (*heard, *drawn, *seen)
