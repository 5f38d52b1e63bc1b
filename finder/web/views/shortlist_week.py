"""The week of a list, as a timetable."""

from flask import Blueprint, render_template, request

from finder.web import context
from finder.web.held_list import HeldList, list_values, on_every_list
from finder.web.presenters.going import read_going, read_have
from finder.web.presenters.list_args import kept_args, pairs_of
from finder.web.presenters.listed import find_listed
from finder.web.presenters.week import make_week_page

blueprint = Blueprint("shortlist_week", __name__)


@on_every_list(blueprint, "/week")
def show(held: HeldList) -> str:
    entries = held.shortlist.entries if held.shortlist else ()
    kept = kept_args(list_values(request.args))
    page = make_week_page(
        find_listed(entries, context.councils()),
        read_going(list_values(request.args)),
        have=read_have(list_values(request.args)),
        today=context.today(),
    )
    return render_template(
        "shortlist/week.html",
        held=held,
        page=page,
        is_empty=not entries,
        kept_values=kept,
        kept_pairs=pairs_of(kept),
    )
