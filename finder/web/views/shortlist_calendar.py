"""Files for a calendar: of a list, and of one activity.

When no date is known, there would be nothing in the file, and a phone that opens an empty one
says nothing, or that it is broken. So a page says why, and whom to ask.
"""

from collections.abc import Sequence

from flask import Blueprint, Response, render_template, request, url_for

from finder.documents.calendar import MEDIA_TYPE, make_calendar
from finder.planning.attending import Going
from finder.web import context
from finder.web.held_list import HeldList, list_values, on_every_list
from finder.web.one_activity import find_activity
from finder.web.presenters.calendar_events import (
    describe,
    make_events,
    make_left_out,
    not_in_calendar,
)
from finder.web.presenters.going import read_going
from finder.web.presenters.list_args import kept_args
from finder.web.presenters.listed import Listed, find_listed
from finder.web.wording import gettext

blueprint = Blueprint("shortlist_calendar", __name__)


@on_every_list(blueprint, "/calendar.ics")
def show(held: HeldList) -> Response | str:
    """Send the dates of a list, those on the days that the address says.

    What somebody said no to is not in it, as it is not in the week.
    """
    entries = held.shortlist.entries if held.shortlist else ()
    here = find_listed(entries, context.councils()).here
    every = [each for each in here if each.is_wanted]
    going = read_going(list_values(request.args))
    file = _file(every, going, gettext("Things to do"), "things-to-do")
    if file is None:
        back_url = held.url("shortlist.show", **kept_args(list_values(request.args)))
        return _page(every, going, back_url=back_url, held=held)
    return file


@blueprint.get("/<council>/activities/<activity_id>.ics")
def show_activity(council: str, activity_id: str) -> Response | str:
    """Send the dates of one activity. It is no page, so search engines are to leave it out."""
    found = find_activity(activity_id)
    every = (found,)
    file = _file(every, {}, found.activity.name, activity_id)
    if file is None:
        back_url = url_for("activities.show", council=council, activity_id=activity_id)
        return _page(every, {}, back_url=back_url)
    file.headers["X-Robots-Tag"] = "noindex"
    return file


def _file(every: Sequence[Listed], going: Going, name: str, file_name: str) -> Response | None:
    """Return the file, or None when no date is known that it could have."""
    today = context.today()
    events = make_events(every, going, base_url=context.settings().base_url, today=today)
    if not events:
        return None
    left_out = not_in_calendar(every, going, today=today)
    file = make_calendar(
        name, events, made_at=context.now(), description=describe(left_out, today=today)
    )
    response = Response(file, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}.ics"'
    return response


def _page(
    every: Sequence[Listed], going: Going, *, back_url: str, held: HeldList | None = None
) -> str:
    return render_template(
        "shortlist/no_calendar.html",
        left_out=make_left_out(every, going, today=context.today()),
        is_empty=not every,
        held=held,
        back_url=back_url,
    )
