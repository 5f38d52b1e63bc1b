"""The ways to show a list to somebody."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from flask import url_for

from finder.documents.square_code import SquareCode, make_square_code
from finder.shortlists import CODE_DAYS
from finder.shortlists.tokens import EditToken, LookToken
from finder.web.presenters.times import date_in_words
from finder.web.wording import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink:
    """A link that opens a list, and the address that begins an email with it."""

    address: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePage:
    """The links of a list; None for those that this person may not have.

    `code` are the words for the phone that were made a moment ago, and `code_ends` the last day on
    which they work.
    """

    look: ShareLink | None
    edit: ShareLink | None
    square: SquareCode | None
    code: str
    code_may_change: bool
    code_ends: str


def make_share_page(
    look: LookToken | None,
    edit: EditToken | None,
    *,
    base_url: str,
    code: str,
    code_may_change: bool,
    now: datetime,
) -> SharePage:
    """Return the page. Nobody who may only look is given the link to change."""
    look_link = _link(base_url, "look", look) if look else None
    return SharePage(
        look=look_link,
        edit=_link(base_url, "edit", edit) if edit else None,
        square=make_square_code(look_link.address) if look_link else None,
        code=code,
        code_may_change=code_may_change,
        code_ends=date_in_words((now + timedelta(days=CODE_DAYS)).date()) if code else "",
    )


def _link(base_url: str, right: str, token: str) -> ShareLink:
    address = base_url + url_for("shortlist.show", **{right: token})  # type: ignore[arg-type]
    subject = quote(gettext("A list of things to do"))
    # A line ends so in every program for email (RFC 6068, section 5).
    body = quote(gettext("Here is a list of things to do:") + "\r\n\r\n" + address + "\r\n")
    return ShareLink(address=address, email=f"mailto:?subject={subject}&body={body}")
