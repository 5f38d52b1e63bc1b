"""The facts of a support plan: a page, a text to paste, and a file for a spreadsheet."""

from flask import Blueprint, Response, render_template, request

from finder.web import context
from finder.web.held_list import HeldList, list_values, on_every_list
from finder.web.one_activity import find_activity
from finder.web.presenters.going import read_going
from finder.web.presenters.list_args import kept_args
from finder.web.presenters.listed import find_listed
from finder.web.presenters.plan import Plan, make_activity_plan, make_plan

blueprint = Blueprint("shortlist_plan", __name__)


@on_every_list(blueprint, "/plan")
def show(held: HeldList) -> str:
    return render_template(
        "shortlist/plan.html",
        held=held,
        plan=_plan(held),
        kept_values=kept_args(list_values(request.args)),
    )


@on_every_list(blueprint, "/plan.txt")
def text(held: HeldList) -> Response:
    return _file(_plan(held).text, "text/plain", "support-plan.txt")


@on_every_list(blueprint, "/plan.csv")
def spreadsheet(held: HeldList) -> Response:
    return _file(_plan(held).spreadsheet, "text/csv", "support-plan.csv")


@blueprint.get("/<council>/activities/<activity_id>.txt")
def activity(council: str, activity_id: str) -> Response:
    """Send the facts of one activity. It is no page, so search engines are asked to leave it."""
    plan = make_activity_plan(
        find_activity(activity_id),
        base_url=context.settings().base_url,
        today=context.today(),
    )
    response = _file(plan.text, "text/plain", f"support-plan-{activity_id}.txt")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _plan(held: HeldList) -> Plan:
    entries = held.shortlist.entries if held.shortlist else ()
    return make_plan(
        find_listed(entries, context.councils()),
        read_going(list_values(request.args)),
        base_url=context.settings().base_url,
        today=context.today(),
    )


def _file(content: str, media_type: str, name: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
