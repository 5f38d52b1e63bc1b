"""How I read: pictures, size of the words and colours, kept in one cookie."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.web import context
from finder.web.reading import COOKIE, COOKIE_SECONDS, Reading

blueprint = Blueprint("reading", __name__)


@blueprint.get("/read")
@blueprint.get("/<council>/read")
def show(council: str = "") -> str:
    if council:
        context.council_site()
    return render_template("reading/show.html", saved="saved" in request.args)


@blueprint.post("/read")
@blueprint.post("/<council>/read")
def save(council: str = "") -> Response:
    if council:
        context.council_site()
    here = url_for("reading.show", saved=1, council=council or None)
    response = redirect(here, code=303)
    if "reset" in request.form:
        response.delete_cookie(COOKIE, samesite="Lax", secure=context.settings().is_https)
        return response
    reading = Reading.from_form(request.form)
    response.set_cookie(
        COOKIE,
        reading.to_cookie(),
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=context.settings().is_https,
    )
    return response
