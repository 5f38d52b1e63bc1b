"""Values and builders that the tests of the stores share."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Face, ListLabel, Shortlist, ShortlistEntry
from finder.shortlists import KEEP_DAYS, ShortlistStore
from finder.shortlists.tokens import EditToken

OpenStore = Callable[..., ShortlistStore]

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
TOMORROW = NOON + timedelta(days=1)
KENT = CouncilSlug("kent")
STOCKPORT = CouncilSlug("stockport")
SWIM = ActivityId("example-swim-that-is-easy-to-find-in-a-file")
CHOIR = ActivityId("example-choir")
WALK = ActivityId("example-walk")
NOTE = "a note that is easy to find in a file"


def an_entry(
    activity_id: ActivityId = SWIM,
    *,
    council: CouncilSlug = KENT,
    position: int = 1,
    added_at: datetime = NOON,
    face: Face | None = None,
    note: str = "",
    seen: str = "",
) -> ShortlistEntry:
    return ShortlistEntry(
        council=council,
        activity_id=activity_id,
        position=position,
        added_at=added_at,
        face=face,
        note=note,
        seen=seen,
    )


def a_list(
    *entries: ShortlistEntry,
    updated_at: datetime = NOON,
    keep_days: int = KEEP_DAYS,
    label: ListLabel | None = None,
) -> Shortlist:
    return Shortlist(
        entries=entries,
        updated_at=updated_at,
        expires_at=updated_at + timedelta(days=keep_days),
        label=label or ListLabel(),
    )


def add_all(store: ShortlistStore, token: EditToken, *activities: ActivityId) -> None:
    for activity_id in activities:
        store.add(token, council=KENT, activity_id=activity_id, now=NOON)


def activities_on(store: ShortlistStore, token: EditToken) -> list[ActivityId]:
    """Return the activities on the list, in order."""
    shortlist = store.read(token, now=NOON)
    return [entry.activity_id for entry in shortlist.entries] if shortlist else []
