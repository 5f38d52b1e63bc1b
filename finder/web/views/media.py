"""Photos, films, sounds and a council's own pictures, as files that a browser keeps for ever."""

from flask import Blueprint, abort, send_file
from werkzeug.wrappers import Response

from finder.web import context
from finder.web.presenters.media import type_of

blueprint = Blueprint("media", __name__)

A_YEAR_SECONDS = 365 * 24 * 60 * 60
# A drawing is a document, should somebody open it by itself. It may then do nothing but look.
DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@blueprint.get("/<council>/media/<name>")
def show(council: str, name: str) -> Response:
    """Send a file that the manifest names, or a part of it, so that a film can be wound on."""
    found = context.generation().media_file(council, name)
    kind = type_of(name)
    if found is None or not kind or not found.path.is_file():
        abort(404)
    response = send_file(
        found.path.absolute(),
        mimetype=kind,
        conditional=True,
        etag=found.digest[:20],
        max_age=A_YEAR_SECONDS,
    )
    # Its name says what is in it, so what has this address never changes.
    response.cache_control.public = True
    response.cache_control.immutable = True
    if kind == "image/svg+xml":
        response.headers["Content-Security-Policy"] = DRAWING_POLICY
    return response
