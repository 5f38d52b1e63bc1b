"""Values and builders that the tests of the stores share."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Shortlist, ShortlistEntry
from finder.shortlists import KEEP_DAYS, ShortlistStore
from finder.shortlists.tokens import ShortlistToken

OpenStore = Callable[..., ShortlistStore]

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
KENT = CouncilSlug("kent")
STOCKPORT = CouncilSlug("stockport")
SWIM = ActivityId("example-swim-that-is-easy-to-find-in-a-file")
CHOIR = ActivityId("example-choir")
WALK = ActivityId("example-walk")


def an_entry(
    activity_id: ActivityId = SWIM,
    *,
    council: CouncilSlug = KENT,
    position: int = 1,
    added_at: datetime = NOON,
) -> ShortlistEntry:
    return ShortlistEntry(
        council=council, activity_id=activity_id, position=position, added_at=added_at
    )


def a_list(
    *entries: ShortlistEntry, updated_at: datetime = NOON, keep_days: int = KEEP_DAYS
) -> Shortlist:
    return Shortlist(
        entries=entries, updated_at=updated_at, expires_at=updated_at + timedelta(days=keep_days)
    )


def add_all(store: ShortlistStore, token: ShortlistToken, *activities: ActivityId) -> None:
    for activity_id in activities:
        store.add(token, council=KENT, activity_id=activity_id, now=NOON)


def activities_on(store: ShortlistStore, token: ShortlistToken) -> list[ActivityId]:
    """Return the activities on the list, in order."""
    shortlist = store.read(token, now=NOON)
    return [entry.activity_id for entry in shortlist.entries] if shortlist else []
