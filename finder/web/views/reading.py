"""How I read: pictures, words, colours and calm, in one cookie; the language in another.

An address with settings in it shows the page as they would make it, and keeps nothing. So it can be
opened on another phone or computer, and be kept there with one press.
"""

from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.web import context, i18n
from finder.web.filters import reading
from finder.web.reading import CHOICES, COOKIE, COOKIE_SECONDS, Reading

blueprint = Blueprint("reading", __name__)


@blueprint.get("/read")
@blueprint.get("/<council>/read")
def show(council: str = "") -> str:
    if council:
        context.council_site()
    is_tried = not CHOICES.keys().isdisjoint(request.args)
    if is_tried:
        g.reading = Reading.from_form(request.args)
    return render_template(
        "reading/show.html",
        saved="saved" in request.args,
        is_tried=is_tried,
        is_usual=not reading().unusual and i18n.is_english(),
        link=context.settings().base_url.rstrip("/") + _way_to_read(council),
        languages=[(code, i18n.own_name(code)) for code in i18n.languages()],
    )


def _way_to_read(council: str) -> str:
    """Return the address of this page with the settings in it, the usual ones too."""
    settings: dict[str, Any] = {**(reading().unusual or {"size": CHOICES["size"][0]})}
    language = i18n.language()
    return url_for("reading.show", council=council or None, lang=language, **settings)


@blueprint.post("/read")
@blueprint.post("/<council>/read")
def save(council: str = "") -> Response:
    if council:
        context.council_site()
    # What was chosen here comes before the language that the address asked for.
    here = url_for("reading.show", saved=1, council=council or None, lang=None)
    response = redirect(here, code=303)
    # "Back" would show pages as they looked before: a browser does not ask again for those.
    response.headers["Clear-Site-Data"] = '"cache"'
    language = request.form.get(i18n.PARAMETER, "")
    chosen = Reading() if "reset" in request.form else Reading.from_form(request.form)
    _keep(response, COOKIE, chosen.to_cookie())
    if "reset" in request.form:
        _keep(response, i18n.COOKIE, "")
    elif language in i18n.languages():
        _keep(response, i18n.COOKIE, language)
    return response


def _keep(response: Response, cookie: str, value: str) -> None:
    """Let the browser keep a choice for a year, or forget it when it is empty."""
    is_https = context.settings().is_https
    if not value:
        response.delete_cookie(cookie, samesite="Lax", secure=is_https, httponly=True)
        return
    response.set_cookie(
        cookie,
        value,
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=is_https,
    )
