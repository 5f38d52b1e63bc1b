"""Choose a council. A site with one council goes straight to it."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from finder.web import context

blueprint = Blueprint("councils", __name__)


@blueprint.get("/")
def choose() -> str | Response:
    councils = [site.catalogue.council for site in context.councils().values()]
    if len(councils) == 1:
        return redirect(url_for("home.show", council=councils[0].slug))
    councils.sort(key=lambda council: council.place_name)
    return render_template("councils/choose.html", councils=councils)
