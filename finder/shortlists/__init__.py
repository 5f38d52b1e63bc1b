"""Keep people's own lists of activities, each under a secret that only its owner's browser has.

A list holds the names of activities, their order and when they were added, and nothing about a
person. `ShortlistStore` says what every store promises; `finder.shortlists.sqlite` is the one that
needs no server. The tests in tests/shortlists/test_store.py hold for every store.
"""

from datetime import datetime
from typing import Protocol

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Shortlist, ShortlistEntry
from finder.shortlists.tokens import ShortlistToken

KEEP_DAYS = 180
MOST_ENTRIES = 20


class ShortlistFullError(Exception):
    """The list already holds as many activities as it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"The list holds {most} activities, the most that it can. Take one off.")
        self.most = most


class StoreUnavailableError(Exception):
    """The lists cannot be reached or changed now; the site can do without them meanwhile."""


class StoreTooNewError(StoreUnavailableError):
    """A newer version of the finder has changed the lists' database."""


class ShortlistStore(Protocol):
    """The only thing that the public can write.

    Every change is to one activity, never to the whole list, so that two pages that are open at
    once lose nothing, and every change may be sent again without harm. A list exists from its
    first activity until it is empty, cleared or expired. It expires `keep_days` after its last
    use; use means a change, because reading never writes. Times are passed in, with their time
    zone, and are kept to the second. The clock of one list never goes back.

    Every method raises StoreUnavailableError, within a few seconds, when the store cannot do what
    it was asked, and works again by itself as soon as it can. Nothing of a change is kept then,
    except where the machine failed just as it was being confirmed; sending it again settles that.
    """

    @property
    def keep_days(self) -> int:
        """Return how many days a list is kept after its last change."""
        ...

    @property
    def most(self) -> int:
        """Return how many activities one list can hold."""
        ...

    def add(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
    ) -> ShortlistEntry:
        """Put the activity at the end of the list, and return its entry.

        The list is made if there is none. An activity that is already on it stays as it was.
        Raises ShortlistFullError.
        """
        ...

    def remove(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
    ) -> ShortlistEntry | None:
        """Take the activity off the list, and return the entry that it had, for an undo."""
        ...

    def put_back(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        position: int,
        now: datetime,
    ) -> ShortlistEntry:
        """Put an activity that was removed back at its old position, and return its entry.

        Like `add` in everything else. A position comes back from a page, so one that no list
        could have is brought into bounds.
        """
        ...

    def clear(self, token: ShortlistToken) -> None:
        """Delete the list now, and wipe it from the store's files."""
        ...

    def read(self, token: ShortlistToken, *, now: datetime) -> Shortlist | None:
        """Return the list, or None if there is none (any more)."""
        ...

    def count(self, token: ShortlistToken, *, now: datetime) -> int:
        """Return how many activities are on the list."""
        ...

    def contains(
        self,
        token: ShortlistToken,
        *,
        council: CouncilSlug,
        activity_id: ActivityId,
        now: datetime,
    ) -> bool:
        """Return whether the activity is on the list. For many at once, read the list."""
        ...

    def prune(self, *, now: datetime) -> int:
        """Delete every list that has expired, wipe them, and return how many they were."""
        ...

    def check(self) -> None:
        """Make the store ready, and raise StoreUnavailableError if it takes no changes now.

        Nothing is written, so a disk that has just filled up is not noticed here.
        """
        ...

    def close(self) -> None:
        """Let go of the store's connections; a later call opens them again."""
        ...
