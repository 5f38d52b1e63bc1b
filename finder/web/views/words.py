"""Hard words and what they mean."""

from flask import Blueprint, render_template

from finder.web import context

blueprint = Blueprint("words", __name__)


@blueprint.get("/<council>/words")
def show(council: str) -> str:
    return render_template("words/show.html", words=context.catalogue().hard_words)
