"""The activity that an address names."""

from flask import abort

from finder.web import context
from finder.web.presenters.listed import Listed


def find_activity(activity_id: str) -> Listed:
    """Return an activity of this page's council, or answer "not found"."""
    catalogue = context.catalogue()
    activity = catalogue.get_activity(activity_id)
    if activity is None:
        abort(404)
    return Listed(activity=activity, catalogue=catalogue)
