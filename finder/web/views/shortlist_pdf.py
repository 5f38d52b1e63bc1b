"""My list, and one activity, as a PDF."""

from flask import Blueprint, Response, request, url_for

from finder.documents.pdf import make_pdf
from finder.documents.pdf_sheet import PdfSheet
from finder.domain.query import SearchQuery
from finder.web import context
from finder.web.filters import reading
from finder.web.held_list import HeldList, on_every_list
from finder.web.one_activity import find_activity
from finder.web.presenters.addresses import address
from finder.web.presenters.listed import find_listed
from finder.web.presenters.pdf_sheet import Look, make_activity_pdf, make_list_pdf
from finder.web.presenters.print_sheet import read_size

blueprint = Blueprint("shortlist_pdf", __name__)


@on_every_list(blueprint, "/print.pdf")
def show(held: HeldList) -> Response:
    """Send the sheet of a list. Files are passed on, so only the link to look is in it."""
    entries = held.shortlist.entries if held.shortlist else ()
    base_url = context.settings().base_url
    look_path = url_for("shortlist.show", look=held.look) if entries and held.look else ""
    sheet = make_list_pdf(
        find_listed(entries, context.councils()),
        look=_look(),
        link=look_path and base_url + look_path,
        base_url=base_url,
        is_own=held.is_own,
        today=context.today(),
    )
    return _file(sheet, "my-list" if held.is_own else "list")


@blueprint.get("/<council>/activities/<activity_id>.pdf")
def activity(council: str, activity_id: str) -> Response:
    """Send the sheet of one activity. Its page is for search engines, and this is not."""
    found = find_activity(activity_id)
    path = address("activities.show", council, SearchQuery(), activity_id=activity_id)
    sheet = make_activity_pdf(
        found,
        look=_look(),
        link=context.settings().base_url + path,
        today=context.today(),
    )
    response = _file(sheet, activity_id)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _look() -> Look:
    size = read_size(request.args.get("size", ""))
    return Look(size=size, with_pictures=reading().pics != "words")


def _file(sheet: PdfSheet, name: str) -> Response:
    """Return the file, shown in the browser: on a computer of others, nothing is left behind."""
    response = Response(make_pdf(sheet), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
