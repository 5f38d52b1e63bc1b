"""The activities on a list, read from the catalogues of their councils."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.provider import Provider
from finder.domain.shortlist import Face, ShortlistEntry
from finder.generations import CouncilSite


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An activity with all that a page, a file or a plan says of it.

    `entry` is None for an activity that is shown by itself, not from a list.
    """

    activity: Activity
    catalogue: Catalogue
    entry: ShortlistEntry | None = None

    @property
    def is_wanted(self) -> bool:
        """Return whether nobody said no to it."""
        return self.entry is None or self.entry.face is not Face.NO

    @property
    def council(self) -> Council:
        return self.catalogue.council

    @property
    def provider(self) -> Provider:
        return self.catalogue.providers[self.activity.provider_id]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedActivities:
    """What is on a list, in its order. `gone` are entries that no catalogue knows any more."""

    here: tuple[Listed, ...] = ()
    gone: tuple[ShortlistEntry, ...] = ()


def find_listed(
    entries: Iterable[ShortlistEntry], councils: Mapping[str, CouncilSite]
) -> ListedActivities:
    """Return what is on a list."""
    here, gone = [], []
    for entry in entries:
        site = councils.get(entry.council)
        activity = site.catalogue.get_activity(entry.activity_id) if site else None
        if site is None or activity is None:
            gone.append(entry)
        else:
            here.append(Listed(activity=activity, catalogue=site.catalogue, entry=entry))
    return ListedActivities(here=tuple(here), gone=tuple(gone))
