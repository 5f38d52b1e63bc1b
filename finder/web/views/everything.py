"""Every choice and the results on one page."""

from flask import Blueprint, render_template

from finder.web import context
from finder.web.asking import ask_the_address
from finder.web.presenters.everything import make_everything
from finder.web.presenters.suggestions import ways_on

blueprint = Blueprint("everything", __name__)


@blueprint.get("/<council>/search")
def show(council: str) -> str:
    asked, today = ask_the_address(), context.today()
    ways = ways_on(context.searchable(), asked, today=today)
    page = make_everything(context.catalogue(), asked, ways, today=today)
    return render_template("everything/show.html", page=page, query=asked.query)
