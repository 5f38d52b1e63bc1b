"""My list, and a list that somebody shared: see it, see what was picked, delete it."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.domain.shortlist import LONGEST_NOTE
from finder.web import context
from finder.web.held_list import HeldList, list_values, on_every_list, own_list
from finder.web.list_cookie import forget_list
from finder.web.presenters.addresses import activity_path
from finder.web.presenters.going import read_going, read_have
from finder.web.presenters.kept_lists import label_in_words
from finder.web.presenters.list_args import kept_args, pairs_of
from finder.web.presenters.list_page import ListPage, make_list_page
from finder.web.presenters.picked import make_picked

blueprint = Blueprint("shortlist", __name__)


@on_every_list(blueprint, "")
def show(held: HeldList) -> str:
    return list_page(held)


def list_page(held: HeldList, *, note_too_long: tuple[str, str, str] | None = None) -> str:
    """Return the page of a list. A note that was too long comes back, to be made shorter."""
    kept = kept_args(list_values(request.args))
    page = make_list_page(
        held.shortlist,
        context.councils(),
        today=context.today(),
        going=read_going(list_values(request.args)),
        have=read_have(list_values(request.args)),
        asked=request.args,
        note_too_long=note_too_long,
    )
    return render_template(
        "shortlist/show.html",
        held=held,
        page=page,
        label_name=_label_name(held),
        others=len(context.list_tokens()[1:]) if held.is_own else 0,
        most=context.settings().list_most,
        longest_note=LONGEST_NOTE,
        offline_pages=_offline_pages(page) if held.is_own else "",
        carried_args=kept,
        carried=pairs_of(kept),
    )


def _label_name(held: HeldList) -> str:
    """Return in words what a list is known by; nothing for one that does not exist yet."""
    return label_in_words(held.shortlist.label) if held.shortlist else ""


def _offline_pages(page: ListPage) -> str:
    """Return the paths that a browser keeps for when it has no connection; none for no list."""
    if not page.items:
        return ""
    activities = [activity_path(item.card.council, item.card.activity_id) for item in page.items]
    return " ".join([url_for("shortlist.show"), *activities])


@on_every_list(blueprint, "/picked")
def picked(held: HeldList) -> str:
    page = make_picked(held.shortlist, context.councils(), today=context.today())
    return render_template("shortlist/picked.html", held=held, page=page)


@blueprint.get("/list/delete")
def confirm_delete() -> str:
    held = own_list()
    return render_template(
        "shortlist/confirm_delete.html",
        held=held,
        label_name=_label_name(held),
        others=len(context.list_tokens()[1:]),
    )


@blueprint.post("/list/delete")
def delete() -> Response:
    token = own_list().edit
    if token is not None:
        context.site().store.clear(token)
    council = request.form.get("council", "")
    named = council if council in context.councils() else None
    address = url_for("shortlist.show", council=named, deleted="1")
    return forget_list(redirect(address, code=303), token)
