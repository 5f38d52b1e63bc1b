"""Which of the sessions of an activity a person would go to."""

from collections.abc import Mapping

from finder.domain.activity import Activity, Session
from finder.domain.vocabulary import Day

# The council's slug and the activity's id, with the days on which the person would go.
Going = Mapping[tuple[str, str], frozenset[Day]]


def sessions_gone_to(activity: Activity, council_slug: str, going: Going) -> tuple[Session, ...]:
    """Return the sessions that a person would go to, in the activity's own order.

    They are all of its sessions unless some days were chosen for it. A session without a day is
    always among them, since the person picks its day. Chosen days on which the activity is not
    held count for nothing: if there are no others, every session is gone to. A choice of no day
    at all is one, and leaves out every session that has a day.
    """
    chosen = going.get((council_slug, activity.activity_id))
    if chosen is None or (chosen and chosen.isdisjoint(activity.days)):
        return activity.sessions
    return tuple(
        session for session in activity.sessions if session.day is None or session.day in chosen
    )
