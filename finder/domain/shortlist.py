"""A person's own list of activities, called "My list" on the pages.

Nothing here says whose list it is.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug

LONGEST_NOTE = 200
LONGEST_LABEL_WORD = 20


class Face(StrEnum):
    """Whether the person would like to do something on the list."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class ListPicture(StrEnum):
    """A picture to know a list by. Each is a concept of content/pictures.toml."""

    HEART = "heart"
    HOUSE = "home"
    BUS = "bus"
    ANIMALS = "animals"
    MUSIC = "music"
    GARDEN = "gardening"
    ART = "art"
    SPORT = "sport"
    COOKING = "cooking"
    SWIMMING = "swimming"
    BOOK = "learning"
    TRIPS = "trips"


class ListColour(StrEnum):
    """A colour to know a list by. Its name is always beside it."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
    PURPLE = "purple"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLabel:
    """What a list is known by, for people who keep several: a picture, a colour, a short word."""

    picture: ListPicture = ListPicture.HEART
    colour: ListColour = ListColour.YELLOW
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortlistEntry:
    """One activity on a list, named by its council and its own id.

    `position` only orders the list: it starts at 1 and may have gaps. `added_at` is in UTC.
    `face` is None until somebody chose one. `seen` is the mark that `planning.changes` gave the
    activity when it was added, or when somebody last said that they saw what changed; empty when
    nobody told the store.
    """

    council: CouncilSlug
    activity_id: ActivityId
    position: int
    added_at: datetime
    face: Face | None = None
    note: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """A list that somebody keeps, with its entries in the list's own order.

    `updated_at` is when it was last changed, and `expires_at` is when it goes by itself, both in
    UTC.
    """

    entries: tuple[ShortlistEntry, ...]
    updated_at: datetime
    expires_at: datetime
    label: ListLabel = field(default_factory=ListLabel)

    def __len__(self) -> int:
        return len(self.entries)

    def __bool__(self) -> bool:
        """A list with nothing on it is a list all the same."""
        return True

    def has(self, council: CouncilSlug, activity_id: ActivityId) -> bool:
        """Return whether the activity is on the list."""
        return self.entry(council, activity_id) is not None

    def entry(self, council: CouncilSlug, activity_id: ActivityId) -> ShortlistEntry | None:
        """Return the entry of an activity, or None when it is not on the list."""
        return next(
            (
                entry
                for entry in self.entries
                if (entry.council, entry.activity_id) == (council, activity_id)
            ),
            None,
        )
