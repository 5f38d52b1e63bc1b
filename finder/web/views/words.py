"""Hard words and what they mean."""

from flask import Blueprint, render_template

from finder.web import context
from finder.web.hard_words import glossary_of
from finder.web.presenters.explained_words import make_explained_words

blueprint = Blueprint("words", __name__)


@blueprint.get("/<council>/words")
def show(council: str) -> str:
    pictures = context.catalogue().pictures
    words = make_explained_words(glossary_of(council), pictures, context.language())
    return render_template("words/show.html", words=words)
