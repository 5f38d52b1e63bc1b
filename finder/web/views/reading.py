"""How I read: pictures, size of the words and colours, in one cookie; the language in another."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.web import context, i18n
from finder.web.reading import COOKIE, COOKIE_SECONDS, Reading

blueprint = Blueprint("reading", __name__)


@blueprint.get("/read")
@blueprint.get("/<council>/read")
def show(council: str = "") -> str:
    if council:
        context.council_site()
    return render_template(
        "reading/show.html",
        saved="saved" in request.args,
        languages=[(code, i18n.own_name(code)) for code in i18n.languages()],
    )


@blueprint.post("/read")
@blueprint.post("/<council>/read")
def save(council: str = "") -> Response:
    if council:
        context.council_site()
    # What was chosen here comes before the language that the address asked for.
    here = url_for("reading.show", saved=1, council=council or None, lang=None)
    response = redirect(here, code=303)
    language = request.form.get(i18n.PARAMETER, "")
    if "reset" in request.form:
        for cookie in (COOKIE, i18n.COOKIE):
            response.delete_cookie(cookie, samesite="Lax", secure=context.settings().is_https)
        return response
    _keep(response, COOKIE, Reading.from_form(request.form).to_cookie())
    if language in i18n.languages():
        _keep(response, i18n.COOKIE, language)
    return response


def _keep(response: Response, cookie: str, value: str) -> None:
    response.set_cookie(
        cookie,
        value,
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=context.settings().is_https,
    )
