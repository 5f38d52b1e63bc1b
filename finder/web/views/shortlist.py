"""My list: see, add, take off, put back, delete."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity, ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Shortlist
from finder.shortlists import ShortlistFullError
from finder.shortlists.tokens import ShortlistToken, make_token
from finder.web import context
from finder.web.presenters.card import is_running
from finder.web.presenters.listed_card import CardList
from finder.web.presenters.times import date_in_words
from finder.web.security import safe_path

blueprint = Blueprint("shortlist", __name__)


def _activity() -> tuple[Catalogue, Activity]:
    """Return the activity that a form or an address names, or answer "not found"."""
    site = context.generation().councils.get(request.values.get("from", ""))
    activity = site.catalogue.get_activity(request.values.get("activity", "")) if site else None
    if site is None or activity is None:
        abort(404)
    return site.catalogue, activity


def _to_list(**values: str | int) -> Response:
    """Return to my list, under the council that the form came from."""
    council = request.form.get("council", "")
    if council in context.generation().councils:
        values["council"] = council
    return redirect(url_for("shortlist.show", **values), code=303)  # type: ignore[arg-type]


@blueprint.get("/list")
def show() -> str:
    shortlist = context.read_shortlist()
    cards, gone = [], []
    for entry in shortlist.entries if shortlist else ():
        site = context.generation().councils.get(entry.council)
        activity = site.catalogue.get_activity(entry.activity_id) if site else None
        if site is None or activity is None:
            gone.append(entry)
            continue
        in_list = CardList(site.catalogue, today=context.today(), shortlist=shortlist)
        cards.append((in_list.card(activity.activity_id), is_running(activity, site.catalogue)))
    return render_template(
        "shortlist/show.html",
        cards=cards,
        gone=gone,
        most=context.settings().list_most,
        kept_until=date_in_words(shortlist.expires_at.date()) if shortlist else "",
        removed=_removed(shortlist),
        is_full="full" in request.args,
        is_deleted="deleted" in request.args,
    )


def _removed(shortlist: Shortlist | None) -> dict[str, str] | None:
    """Return what was just taken off, when the address says so and it is not on the list."""
    site = context.generation().councils.get(request.args.get("from", ""))
    activity = site.catalogue.get_activity(request.args.get("removed", "")) if site else None
    if site is None or activity is None:
        return None
    if shortlist and shortlist.has(site.catalogue.council.slug, activity.activity_id):
        return None
    return {
        "from": site.catalogue.council.slug,
        "activity": activity.activity_id,
        "name": activity.name,
        "position": request.args.get("position", "1"),
    }


@blueprint.post("/list/add")
def add() -> Response:
    catalogue, activity = _activity()
    return _change(
        lambda token: context.site().store.add(
            token,
            council=catalogue.council.slug,
            activity_id=activity.activity_id,
            now=context.now(),
        )
    )


@blueprint.post("/list/put-back")
def put_back() -> Response:
    catalogue, activity = _activity()
    written = request.form.get("position", "")
    position = int(written) if written.isascii() and written.isdigit() and len(written) < 8 else 1
    return _change(
        lambda token: context.site().store.put_back(
            token,
            council=catalogue.council.slug,
            activity_id=activity.activity_id,
            position=position,
            now=context.now(),
        )
    )


def _change(write: Callable[[ShortlistToken], object]) -> Response:
    """Put something on the list, making the list and its cookie when this is the first."""
    token = context.list_token() or make_token()
    try:
        write(token)
    except ShortlistFullError:
        return _to_list(full=1)
    back = safe_path(request.form.get("back", ""), "")
    return _keep(redirect(back, code=303) if back else _to_list(), token)


def _keep(response: Response, token: ShortlistToken) -> Response:
    """Set the list's cookie, so that it lasts as long as the list that was changed now."""
    response.set_cookie(
        context.list_cookie_name(),
        token,
        max_age=context.settings().list_days * 24 * 60 * 60,
        httponly=True,
        samesite="Lax",
        secure=context.settings().is_https,
        path="/",
    )
    return response


@blueprint.post("/list/remove")
def remove() -> Response:
    # The activity may have left the catalogue, and has to come off the list all the same.
    council = CouncilSlug(request.form.get("from", "")[:80])
    activity_id = ActivityId(request.form.get("activity", "")[:120])
    back = safe_path(request.form.get("back", ""), "")
    token = context.list_token()
    if token is None:
        return redirect(back, code=303) if back else _to_list()
    entry = context.site().store.remove(
        token, council=council, activity_id=activity_id, now=context.now()
    )
    if back:
        response = redirect(back, code=303)
    elif entry is None:
        response = _to_list()
    else:
        response = _to_list(removed=activity_id, position=entry.position, **{"from": council})
    return _keep(response, token)


@blueprint.get("/list/delete")
def confirm_delete() -> str:
    return render_template("shortlist/confirm_delete.html")


@blueprint.post("/list/delete")
def delete() -> Response:
    token = context.list_token()
    if token is not None:
        context.site().store.clear(token)
    response = _to_list(deleted=1)
    response.delete_cookie(
        context.list_cookie_name(), path="/", samesite="Lax", secure=context.settings().is_https
    )
    return response
