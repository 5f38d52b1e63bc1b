"""Results: as easy pages, as a table to print, and as a file for a spreadsheet."""

from flask import Blueprint, Response, render_template

from finder.domain.query import View
from finder.web import context
from finder.web.asking import ask_the_address
from finder.web.presenters.results import make_results
from finder.web.presenters.spreadsheet import make_spreadsheet
from finder.web.presenters.suggestions import ways_on
from finder.web.presenters.table_page import make_table_page

blueprint = Blueprint("find", __name__)


@blueprint.get("/<council>/find")
def results(council: str) -> str:
    searchable, catalogue, today = context.searchable(), context.catalogue(), context.today()
    asked = ask_the_address()
    ways = ways_on(searchable, asked, today=today)
    if asked.query.view is View.TABLE:
        table = make_table_page(
            catalogue, asked, ways, base_url=context.settings().base_url, today=today
        )
        return render_template("find/table.html", page=table)
    page = make_results(
        catalogue,
        asked,
        ways,
        gazetteer=context.generation().gazetteer,
        shortlist=context.shortlist(),
        today=today,
    )
    return render_template("find/results.html", page=page, query=asked.query)


@blueprint.get("/<council>/find.csv")
def spreadsheet(council: str) -> Response:
    """Send the results as a file. It is no page, so search engines are asked to leave it out."""
    rows = make_spreadsheet(
        context.catalogue(),
        ask_the_address(),
        base_url=context.settings().base_url,
        today=context.today(),
    )
    response = Response(rows, mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="things-to-do-{council}.csv"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
