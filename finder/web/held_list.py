"""The list that an address is about: the browser's own, or one that somebody shared by a link.

Every page of a list stands under three addresses: `/list/week` is the browser's own,
`/list/<look>/week` is one that may be looked at, and `/list/<edit>/edit/week` is one that may be
changed as well. A view is written once, with `on_every_list`, and is given the list.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from typing import Any, TypeVar

from flask import Blueprint, Flask, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.routing import BaseConverter

from finder.domain.shortlist import Shortlist
from finder.shortlists.tokens import (
    TOKEN_PATTERN,
    EditToken,
    LookToken,
    form_mark_of,
    look_token_of,
)
from finder.web import context
from finder.web.limits import MISSED_LINKS, refuse_too_many
from finder.web.presenters.going import HAVE, LONGEST_AMOUNT, PARAMETER

OWN, LOOK, EDIT = "/list", "/list/<token:look>", "/list/<token:edit>/edit"

# A council, an activity and all days of the week.
LONGEST_GOING = 250

View = TypeVar("View", bound=Callable[..., Any])


class TokenConverter(BaseConverter):
    """A part of an address that has the form of a list's secret, whether or not it is one."""

    regex = TOKEN_PATTERN


def init_app(app: Flask) -> None:
    """Let the addresses of the application hold secrets of lists."""
    app.url_map.converters["token"] = TokenConverter


class ListGoneError(Exception):
    """There is no list behind a link: deleted, run out, or never there. Nobody is told which."""


class Right(Enum):
    """How somebody came to a list."""

    OWN = "own"
    EDIT = "edit"
    LOOK = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldList:
    """A list, and what the person who holds it may do.

    `shortlist` is None only for an own list that does not exist yet; a shared one that is gone is
    "not found". `edit` is None for a list that may only be looked at, and for an own list that
    does not exist yet.
    """

    right: Right
    edit: EditToken | None
    look: LookToken | None
    shortlist: Shortlist | None

    @property
    def may_change(self) -> bool:
        return self.right is not Right.LOOK

    @property
    def is_own(self) -> bool:
        return self.right is Right.OWN

    @property
    def form_mark(self) -> str:
        """What a form names an own list by; a shared one stands in the form's address."""
        return form_mark_of(self.edit) if self.is_own and self.edit else ""

    def url(self, endpoint: str, **values: Any) -> str:
        """Return the path of another page of the same list, under the council of this page."""
        council = context.page_council()
        # A site of one council is always that council's, and its addresses need not say so.
        named = council.slug if council and len(context.councils()) > 1 else None
        values = {"council": named, **values}
        return url_for(endpoint, **{**self._address_values(), **values})

    def _address_values(self) -> dict[str, str]:
        if self.right is Right.LOOK and self.look is not None:
            return {"look": self.look}
        if self.right is Right.EDIT and self.edit is not None:
            return {"edit": self.edit}
        return {}


def on_every_list(blueprint: Blueprint, path: str, **options: Any) -> Callable[[View], View]:
    """Register a view under the three addresses of a list; it is given the list first.

    The view of a form is registered with `on_changeable_list`.
    """
    return _on((OWN, LOOK, EDIT), blueprint, path, options)


def on_changeable_list(blueprint: Blueprint, path: str) -> Callable[[View], View]:
    """Register the view of a form, under the addresses of lists that may be changed."""
    return _on((OWN, EDIT), blueprint, path, {"methods": ["POST"]})


def _on(
    starts: tuple[str, ...], blueprint: Blueprint, path: str, options: dict[str, Any]
) -> Callable[[View], View]:
    def register(view: View) -> View:
        @wraps(view)
        def with_list(look: str = "", edit: str = "", **values: Any) -> Any:
            return view(_held(look, edit), **values)

        for start in starts:
            blueprint.add_url_rule(start + path, view.__name__, with_list, **options)
        return view

    return register


def list_values(sent: MultiDict[str, str]) -> MultiDict[str, str]:
    """Return the days and the money that an address or a form says, and no more than a list has.

    A page writes them into each of its links and forms. So a long address would make a page a
    hundred times as long, and an amount of many thousand digits would take long to read.
    """
    kept: MultiDict[str, str] = MultiDict()
    # One more than a list holds: what was taken off a moment ago can be put back.
    most, activities = context.settings().list_most + 1, set[str]()
    for written in sent.getlist(PARAMETER):
        activity = written.rpartition(":")[0]
        is_room = activity in activities or len(activities) < most
        if is_room and len(written) <= LONGEST_GOING:
            activities.add(activity)
            kept.add(PARAMETER, written)
    kept.add(HAVE, sent.get(HAVE, "").strip()[:LONGEST_AMOUNT])
    return kept


def own_list() -> HeldList:
    """Return the browser's own list, the one in use if it keeps several.

    A form whose list this browser keeps no longer raises ListGoneError: it is about no other one.
    """
    edit = context.list_token()
    meant = request.form.get(context.LIST_FIELD)
    if meant and (edit is None or form_mark_of(edit) != meant):
        raise ListGoneError
    return HeldList(
        right=Right.OWN,
        edit=edit,
        look=look_token_of(edit) if edit else None,
        shortlist=context.read_shortlist(),
    )


def _held(look: str, edit: str) -> HeldList:
    """Return the list of an address. One that is not there raises ListGoneError, for any reason."""
    if look:
        return _look_list(LookToken(look))
    return edit_list(EditToken(edit)) if edit else own_list()


def _look_list(look: LookToken) -> HeldList:
    shortlist = context.site().store.read_shared(look, now=context.now())
    if shortlist is None:
        raise _missed()
    return HeldList(right=Right.LOOK, edit=None, look=look, shortlist=shortlist)


def edit_list(edit: EditToken) -> HeldList:
    """Return the list of an edit link, or raise ListGoneError."""
    shortlist = context.site().store.read(edit, now=context.now())
    if shortlist is None:
        raise _missed()
    look = look_token_of(edit)
    return HeldList(right=Right.EDIT, edit=edit, look=look, shortlist=shortlist)


def _missed() -> ListGoneError:
    """Count a link that opens nothing, so that guesses are slowed down."""
    refuse_too_many("link", MISSED_LINKS)
    return ListGoneError()
