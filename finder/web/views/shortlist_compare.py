"""My list: two or three things side by side."""

from flask import Blueprint, render_template, request

from finder.web import context
from finder.web.held_list import HeldList, list_values, on_every_list
from finder.web.presenters.compare import make_compare_page
from finder.web.presenters.list_args import kept_args, pairs_of
from finder.web.presenters.listed import find_listed

blueprint = Blueprint("shortlist_compare", __name__)


@on_every_list(blueprint, "/compare")
def show(held: HeldList) -> str:
    """Compare what the address names, such as `with=kent:cooking-together`, or let it be picked."""
    entries = held.shortlist.entries if held.shortlist else ()
    kept = kept_args(list_values(request.args))
    page = make_compare_page(
        find_listed(entries, context.councils()).here,
        request.args.getlist("with"),
        was_sent="compare" in request.args,
        today=context.today(),
    )
    return render_template(
        "shortlist/compare.html", held=held, page=page, kept_values=kept, pairs=pairs_of(kept)
    )
