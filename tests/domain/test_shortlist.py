from datetime import UTC, datetime, timedelta

from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Shortlist, ShortlistEntry

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
KENT = CouncilSlug("kent")
STOCKPORT = CouncilSlug("stockport")
SWIM = ActivityId("example-swim")
CHOIR = ActivityId("example-choir")

SHORTLIST = Shortlist(
    entries=(
        ShortlistEntry(council=KENT, activity_id=SWIM, position=1, added_at=NOON),
        ShortlistEntry(council=STOCKPORT, activity_id=CHOIR, position=4, added_at=NOON),
    ),
    updated_at=NOON,
    expires_at=NOON + timedelta(days=180),
)


def test_a_list_is_as_long_as_its_activities() -> None:
    assert len(SHORTLIST) == 2


def test_an_activity_on_a_list_is_named_by_its_council_and_its_id() -> None:
    found = {
        (council, activity_id): SHORTLIST.has(council, activity_id)
        for council in (KENT, STOCKPORT)
        for activity_id in (SWIM, CHOIR)
    }

    assert found == {
        (KENT, SWIM): True,
        (KENT, CHOIR): False,
        (STOCKPORT, SWIM): False,
        (STOCKPORT, CHOIR): True,
    }
