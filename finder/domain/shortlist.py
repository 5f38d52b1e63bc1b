"""A person's own list of activities, called "My list" on the pages.

Nothing here says whose list it is.
"""

from dataclasses import dataclass
from datetime import datetime

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortlistEntry:
    """One activity on a list, named by its council and its own id.

    `position` only orders the list. It starts at 1 and has gaps where an activity was taken off,
    so that an undo finds the old place again. `added_at` is in UTC.
    """

    council: CouncilSlug
    activity_id: ActivityId
    position: int
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """A list that somebody keeps, with its entries in the list's own order.

    `updated_at` is when it was last changed, and `expires_at` is when it goes by itself, both in
    UTC.
    """

    entries: tuple[ShortlistEntry, ...]
    updated_at: datetime
    expires_at: datetime

    def __len__(self) -> int:
        return len(self.entries)

    def has(self, council: CouncilSlug, activity_id: ActivityId) -> bool:
        """Return whether the activity is on the list."""
        return any(
            (entry.council, entry.activity_id) == (council, activity_id) for entry in self.entries
        )
