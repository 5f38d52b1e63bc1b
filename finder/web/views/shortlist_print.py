"""Sheets to print: my list, and one activity."""

from flask import Blueprint, render_template, request, url_for

from finder.domain.query import SearchQuery
from finder.web import context
from finder.web.held_list import HeldList, list_values, on_every_list
from finder.web.one_activity import find_activity
from finder.web.presenters.addresses import address
from finder.web.presenters.list_args import kept_args
from finder.web.presenters.listed import find_listed
from finder.web.presenters.print_sheet import make_activity_sheet, make_print_sheet, read_size

blueprint = Blueprint("shortlist_print", __name__)


@on_every_list(blueprint, "/print")
def show(held: HeldList) -> str:
    """Show the sheet of a list. Paper lies about, so only the link to look is on it."""
    entries = held.shortlist.entries if held.shortlist else ()
    link = _on_paper(url_for("shortlist.show", look=held.look)) if entries and held.look else ""
    sheet = make_print_sheet(
        find_listed(entries, context.councils()),
        size=read_size(request.args.get("size", "")),
        link=link,
        today=context.today(),
    )
    return render_template(
        "shortlist/print.html",
        held=held,
        sheet=sheet,
        kept_values=kept_args(list_values(request.args)),
    )


@blueprint.get("/<council>/activities/<activity_id>/print")
def activity(council: str, activity_id: str) -> str:
    """Show the sheet of one activity, with all that its page says."""
    found = find_activity(activity_id)
    path = address("activities.show", council, SearchQuery(), activity_id=activity_id)
    sheet = make_activity_sheet(
        found,
        size=read_size(request.args.get("size", "")),
        link=_on_paper(path),
        today=context.today(),
    )
    return render_template(
        "activities/print.html", activity=found.activity, council=found.council, sheet=sheet
    )


def _on_paper(path: str) -> str:
    """Return a path as the address that a phone can open."""
    return f"{context.settings().base_url.rstrip('/')}{path}"
