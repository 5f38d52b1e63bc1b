"""Things on a list, for the tests of what is said of them."""

from datetime import UTC, datetime
from typing import Any

from finder.catalogue.reader import Catalogue
from finder.domain.activity import ActivityId
from finder.domain.shortlist import ShortlistEntry
from finder.web.presenters.listed import Listed, ListedActivities


def an_entry(activity_id: str, council: str = "exampleshire", **changes: Any) -> ShortlistEntry:
    values: dict[str, Any] = {
        "council": council,
        "activity_id": ActivityId(activity_id),
        "position": 1,
        "added_at": datetime(2026, 11, 20, tzinfo=UTC),
        **changes,
    }
    return ShortlistEntry(**values)


def a_listed(catalogue: Catalogue, activity_id: str, **changes: Any) -> Listed:
    """Return an activity of a catalogue as one on a list, with any field of its entry changed."""
    activity = catalogue.get_activity(activity_id)
    assert activity is not None
    return Listed(activity=activity, catalogue=catalogue, entry=an_entry(activity_id, **changes))


def all_listed(catalogue: Catalogue, **changes: Any) -> ListedActivities:
    """Return all the activities of a catalogue as a list."""
    every = catalogue.list_all_activities()
    return ListedActivities(
        here=tuple(a_listed(catalogue, each.activity_id, **changes) for each in every)
    )
