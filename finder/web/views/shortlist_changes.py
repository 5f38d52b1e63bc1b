"""Change a list: add, take off, put back, say yes or no, write a note, move, see a change."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity, ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import LONGEST_NOTE, Face
from finder.planning.changes import mark_of
from finder.shortlists import ShortlistFullError
from finder.web import context
from finder.web.held_list import HeldList, list_values, on_changeable_list
from finder.web.list_cookie import keep_list, keep_list_in_use, list_in_use
from finder.web.presenters.list_args import kept_args
from finder.web.presenters.list_page import NO_FACE
from finder.web.security import safe_path
from finder.web.views.shortlist import list_page

blueprint = Blueprint("shortlist_changes", __name__)

NOTHING: Mapping[str, str] = MappingProxyType({})


def _activity() -> tuple[Catalogue, Activity]:
    """Return the activity that a form names, or answer "not found"."""
    site = context.councils().get(request.form.get("from", ""))
    activity = site.catalogue.get_activity(request.form.get("activity", "")) if site else None
    if site is None or activity is None:
        abort(404)
    return site.catalogue, activity


def _named() -> tuple[CouncilSlug, ActivityId]:
    """Return what a form names. It may have left the catalogue, and can be changed all the same."""
    council = CouncilSlug(request.form.get("from", "")[:80])
    return council, ActivityId(request.form.get("activity", "")[:120])


def _to_list(held: HeldList, told: Mapping[str, str] = NOTHING, *, at: bool = False) -> Response:
    """Lead back to the list, under the council that the form came from.

    The page is told what happened; `at` leads to the activity that was changed. What a person
    chose to see stays in the address.
    """
    council, activity_id = _named()
    shown: dict[str, Any] = {**kept_args(list_values(request.form)), **told}
    if request.form.get("council", "") in context.councils():
        shown["council"] = request.form["council"]
    address = held.url("shortlist.show", **shown)
    place = quote(f"{council}-{activity_id}")
    return redirect(f"{address}#{place}" if at else address, code=303)


def _answer(held: HeldList, response: Response) -> Response:
    """Let the cookie of an own list last as long as the list, which was changed now."""
    return keep_list(response, held.edit) if held.is_own and held.edit else response


@on_changeable_list(blueprint, "/add")
def add(held: HeldList) -> Response:
    return _add(held)


def _add(held: HeldList) -> Response:
    catalogue, activity = _activity()
    token = held.edit if held.edit and not held.is_own else list_in_use()
    try:
        context.site().store.add(
            token,
            council=catalogue.council.slug,
            activity_id=activity.activity_id,
            seen=mark_of(activity),
            now=context.now(),
        )
    except ShortlistFullError:
        return _to_list(held, {"full": "1"})
    back = safe_path(request.form.get("back", ""), "")
    response = redirect(back, code=303) if back else _to_list(held)
    return keep_list_in_use(response, token) if held.is_own else response


@on_changeable_list(blueprint, "/remove")
def remove(held: HeldList) -> Response:
    council, activity_id = _named()
    back = safe_path(request.form.get("back", ""), "")
    entry = None
    if held.edit is not None:
        entry = context.site().store.remove(
            held.edit, council=council, activity_id=activity_id, now=context.now()
        )
    if back:
        response = redirect(back, code=303)
    elif entry is None:
        response = _to_list(held)
    else:
        response = _to_list(held, {"removed": activity_id, "from": council})
    return _answer(held, response)


@on_changeable_list(blueprint, "/put-back")
def put_back(held: HeldList) -> Response:
    council, activity_id = _named()
    if held.edit is None:
        return _add(held)
    try:
        entry = context.site().store.put_back(
            held.edit, council=council, activity_id=activity_id, now=context.now()
        )
    except ShortlistFullError:
        return _to_list(held, {"full": "1"})
    if entry is None:
        # The store remembers for a day only, and a form may have lain open for longer.
        return _add(held)
    return _answer(held, _to_list(held, at=True))


@on_changeable_list(blueprint, "/face")
def say_face(held: HeldList) -> Response:
    council, activity_id = _named()
    said = request.form.get("face", "")
    face = Face(said) if said in set(Face) else None
    before = held.shortlist.entry(council, activity_id) if held.shortlist else None
    if held.edit is None or before is None:
        return _to_list(held)
    context.site().store.set_face(
        held.edit, council=council, activity_id=activity_id, face=face, now=context.now()
    )
    told = {"said": activity_id, "from": council, "was": before.face or NO_FACE}
    return _answer(held, _to_list(held, told, at=True))


@on_changeable_list(blueprint, "/note")
def write_note(held: HeldList) -> Response | tuple[str, int]:
    council, activity_id = _named()
    # Browsers send line ends in two characters, and count them as one.
    note = request.form.get("note", "").replace("\r\n", "\n").strip()
    if held.edit is None:
        return _to_list(held)
    if len(note) > LONGEST_NOTE:
        return list_page(held, note_too_long=(council, activity_id, note)), 422
    context.site().store.set_note(
        held.edit, council=council, activity_id=activity_id, note=note, now=context.now()
    )
    return _answer(held, _to_list(held, at=True))


@on_changeable_list(blueprint, "/move")
def move(held: HeldList) -> Response:
    council, activity_id = _named()
    if held.edit is not None:
        up = request.form.get("move") == "up"
        context.site().store.move(
            held.edit, council=council, activity_id=activity_id, up=up, now=context.now()
        )
    return _answer(held, _to_list(held, at=True))


@on_changeable_list(blueprint, "/seen")
def see_change(held: HeldList) -> Response:
    catalogue, activity = _activity()
    if held.edit is not None:
        context.site().store.set_seen(
            held.edit,
            council=catalogue.council.slug,
            activity_id=activity.activity_id,
            seen=mark_of(activity),
            now=context.now(),
        )
    return _answer(held, _to_list(held, at=True))
