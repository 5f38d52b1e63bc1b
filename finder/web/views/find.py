"""Results."""

from flask import Blueprint, render_template, request

from finder.domain.query import SearchQuery
from finder.search.ask import ask
from finder.search.loosen import Loosened, loosen
from finder.web import context
from finder.web.presenters.results import make_results

blueprint = Blueprint("find", __name__)

# With so few, a person is offered other ways as well.
FEW = 3


@blueprint.get("/<council>/find")
def results(council: str) -> str:
    catalogue, searchable = context.catalogue(), context.searchable()
    asked = ask(
        searchable,
        SearchQuery.from_args(request.args.items(multi=True)),
        gazetteer=context.generation().gazetteer,
        today=context.today(),
    )
    ways: tuple[Loosened, ...] = ()
    if asked.answer.total < FEW:
        ways = loosen(
            searchable,
            asked.query,
            whereabouts=asked.look_up.whereabouts,
            today=context.today(),
        )
    page = make_results(
        catalogue, asked, ways, shortlist=context.shortlist(), today=context.today()
    )
    return render_template("find/results.html", page=page, query=asked.query)
