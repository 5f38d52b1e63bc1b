"""The lists that this browser keeps: see them all, begin one, name it, change to it, let it go."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.domain.shortlist import LONGEST_LABEL_WORD, ListColour, ListLabel, ListPicture
from finder.shortlists.tokens import EditToken, look_token_of
from finder.web import context
from finder.web.held_list import HeldList, Right, on_changeable_list
from finder.web.list_cookie import forget_list, keep_list, new_list, replace_list
from finder.web.presenters.kept_lists import (
    colour_name,
    free_label,
    make_kept_lists,
    picture_name,
)

blueprint = Blueprint("shortlist_lists", __name__)


@blueprint.get("/list/lists")
def show() -> str:
    store, now = context.site().store, context.now()
    lists = [(look_token_of(token), store.read(token, now=now)) for token in context.list_tokens()]
    return render_template(
        "shortlist/lists.html",
        lists=make_kept_lists(lists),
        next_label=free_label(shortlist.label for _, shortlist in lists if shortlist),
        most=context.MOST_LISTS,
        pictures=list(ListPicture),
        colours=list(ListColour),
        longest=LONGEST_LABEL_WORD,
        picture_name=picture_name,
        colour_name=colour_name,
    )


@blueprint.post("/list/new")
def new() -> Response:
    if len(context.list_tokens()) >= context.MOST_LISTS:
        return _to("shortlist_lists.show")
    token = new_list()
    context.site().store.set_label(token, label=_label(), now=context.now())
    return keep_list(_to("shortlist.show"), token)


@blueprint.post("/list/label")
def label() -> Response:
    """Name a list. One that is gone is begun anew, under another secret, as `list_in_use` says."""
    old, store, now = _chosen(), context.site().store, context.now()
    token = new_list() if store.read(old, now=now) is None else old
    store.set_label(token, label=_label(), now=now)
    return replace_list(_to("shortlist_lists.show"), old, token)


@blueprint.post("/list/use")
def use() -> Response:
    return keep_list(_to("shortlist.show"), _chosen())


@blueprint.post("/list/let-go")
def let_go() -> Response:
    return forget_list(_to("shortlist_lists.show"), _chosen())


@on_changeable_list(blueprint, "/keep")
def keep(held: HeldList) -> Response:
    """Keep a list that came by an edit link in this browser, as the one in use.

    A browser that keeps as many as it can is told so: it would lose another one.
    """
    if held.right is not Right.EDIT or held.edit is None:
        abort(404)
    kept = context.list_tokens()
    if held.edit not in kept and len(kept) >= context.MOST_LISTS:
        return _to("shortlist_lists.show")
    return keep_list(_to("shortlist.show", kept="1"), held.edit)


def _chosen() -> EditToken:
    """Return the list of this browser that a form names, by the secret to look at it."""
    named = request.form.get("list", "")
    found = next((each for each in context.list_tokens() if look_token_of(each) == named), None)
    if found is None:
        abort(404)
    return found


def _label() -> ListLabel:
    """Return the label that a form describes. What it does not say is the first of its kind."""
    picture, colour = request.form.get("picture", ""), request.form.get("colour", "")
    return ListLabel(
        picture=ListPicture(picture) if picture in set(ListPicture) else ListPicture.HEART,
        colour=ListColour(colour) if colour in set(ListColour) else ListColour.YELLOW,
        word=" ".join(request.form.get("word", "").split())[:LONGEST_LABEL_WORD],
    )


def _to(endpoint: str, *, kept: str | None = None) -> Response:
    council = request.form.get("council", "")
    named = council if council in context.councils() else None
    return redirect(url_for(endpoint, council=named, kept=kept), code=303)
