"""Every choice on one page."""

from flask import Blueprint, render_template, request

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Sort
from finder.search.ask import ask
from finder.web import context
from finder.web.presenters import labels
from finder.web.presenters.everything import make_groups
from finder.web.presenters.results import make_messages

blueprint = Blueprint("everything", __name__)

MILES = (2, 5, 10, 20, 40)


@blueprint.get("/<council>/search")
def show(council: str) -> str:
    asked = ask(
        context.searchable(),
        SearchQuery.from_args(request.args.items(multi=True)),
        gazetteer=context.generation().gazetteer,
        today=context.today(),
    )
    return render_template(
        "everything/show.html",
        query=asked.query,
        total=asked.answer.total,
        groups=make_groups(context.catalogue(), asked.query, asked.answer),
        messages=make_messages(asked, asked.query),
        miles=sorted({*MILES, asked.query.miles} - {None}),
        sorts=[(sort.value, labels.SORTS[sort]) for sort in Sort],
    )
