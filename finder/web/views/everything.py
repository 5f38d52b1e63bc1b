"""Every choice and the results on one page."""

from flask import Blueprint, render_template, request

from finder.domain.query import SearchQuery
from finder.search.ask import ask
from finder.web import context
from finder.web.presenters.everything import make_everything
from finder.web.presenters.suggestions import ways_on

blueprint = Blueprint("everything", __name__)


@blueprint.get("/<council>/search")
def show(council: str) -> str:
    searchable, today = context.searchable(), context.today()
    asked = ask(
        searchable,
        SearchQuery.from_args(request.args.items(multi=True)),
        gazetteer=context.generation().gazetteer,
        today=today,
    )
    ways = ways_on(searchable, asked, today=today)
    page = make_everything(context.catalogue(), asked, ways, today=today)
    return render_template("everything/show.html", page=page, query=asked.query)
