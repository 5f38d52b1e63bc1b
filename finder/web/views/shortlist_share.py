"""Show a list to somebody: links, a square code, words for the phone; and stop all of them."""

from contextlib import suppress
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.shortlists.codes import make_code, open_code, read_code, seal, unknown_words
from finder.shortlists.tokens import look_token_of, make_token
from finder.web import context
from finder.web.held_list import HeldList, on_changeable_list, on_every_list
from finder.web.limits import CODES, NEW_CODES, refuse_too_many
from finder.web.list_cookie import replace_list
from finder.web.presenters.share import make_share_page

blueprint = Blueprint("shortlist_share", __name__)

LONGEST_CODE = 200


@on_every_list(blueprint, "/share")
def show(held: HeldList) -> str:
    return _page(held)


def _page(held: HeldList, *, code: str = "", code_may_change: bool = False) -> str:
    is_there = held.shortlist is not None
    page = make_share_page(
        held.look if is_there else None,
        held.edit if is_there else None,
        base_url=context.settings().base_url,
        code=code,
        code_may_change=code_may_change,
        now=context.now(),
    )
    return render_template("shortlist/share.html", held=held, page=page)


@on_changeable_list(blueprint, "/make-code")
def make(held: HeldList) -> str | Response:
    """Show the words for the phone once. No page can show them again, and no address holds them."""
    if held.edit is None or held.shortlist is None:
        return redirect(held.url("shortlist_share.show"), code=303)
    refuse_too_many("new-code", NEW_CODES)
    may_change = request.form.get("right") == "edit"
    code = make_code()
    sealed = seal(code, held.edit if may_change else look_token_of(held.edit), may_change)
    context.site().store.keep_code(
        sealed.code_hash, sealed=sealed.sealed, for_list=held.edit, now=context.now()
    )
    return _page(held, code=code, code_may_change=may_change)


@on_changeable_list(blueprint, "/renew")
def renew(held: HeldList) -> Response:
    """Give the list new links, so that nobody who has an old one can open it any more."""
    new = make_token()
    if held.edit is None or not context.site().store.renew(held.edit, new=new, now=context.now()):
        return redirect(held.url("shortlist.show"), code=303)
    if not held.is_own:
        return redirect(url_for("shortlist_share.show", edit=new, renewed="1"), code=303)
    council = context.page_council()
    address = url_for(
        "shortlist_share.show", council=council.slug if council else None, renewed="1"
    )
    return replace_list(redirect(address, code=303), held.edit, new)


@blueprint.get("/list/code")
def enter_code() -> str:
    return render_template("shortlist/code.html", written="", unknown=[], is_wrong=False)


@blueprint.post("/list/code")
def open_by_code() -> Response | tuple[str, int]:
    written = request.form.get("code", "")[:LONGEST_CODE]
    code = read_code(written)
    if code is None:
        unknown = unknown_words(written)
        page = render_template(
            "shortlist/code.html", written=written, unknown=unknown, is_wrong=True
        )
        return page, 422
    refuse_too_many("code", CODES)
    opened = open_code(code)
    sealed = context.site().store.find_code(opened.code_hash, now=context.now())
    if sealed is not None:
        with suppress(ValueError):  # What was damaged in the store opens nothing.
            token, may_change = opened.unseal(sealed)
            opens: dict[str, Any] = {"edit": token} if may_change else {"look": token}
            return redirect(url_for("shortlist.show", council=_council(), **opens), code=303)
    page = render_template("shortlist/code.html", written=written, unknown=[], is_wrong=True)
    return page, 404


def _council() -> str | None:
    """Return the council whose page the form is on."""
    council = request.form.get("council", "")
    return council if council in context.councils() else None
