"""A council's own colours, as a style sheet of its own."""

from flask import Blueprint
from werkzeug.wrappers import Response

from finder.domain.council import Theme
from finder.web import context

blueprint = Blueprint("theme", __name__)

_PROPERTIES = ("band", "on_band", "band_2", "sun", "brand", "on_brand")


@blueprint.get("/<council>/theme.css")
def show(council: str) -> Response:
    own = context.council()
    light, dark = _declarations(own.theme), _declarations(own.theme_dark)
    # Only on a screen, and only where the reader has not asked for strong colours.
    css = (
        f"@media screen and (prefers-color-scheme:light){{:root:not([data-theme]){{{light}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}"
        f"@media screen{{:root:is([data-theme=light],[data-theme=cream]){{{light}}}"
        f":root[data-theme=dark]{{{dark}}}}}"
    )
    response = Response(css, mimetype="text/css")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _declarations(theme: Theme) -> str:
    return "".join(
        f"--{name.replace('_', '-')}:{colour};"
        for name in _PROPERTIES
        if (colour := getattr(theme, name))
    )
