"""For the people who run the site: is it alive, and is it ready?"""

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from finder.generations import GenerationError
from finder.shortlists import StoreUnavailableError
from finder.web import context

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    return Response("ok", mimetype="text/plain")


@blueprint.get("/readyz")
def readyz() -> tuple[Response, int]:
    """Say which generation is served. Without lists the site still serves its pages."""
    try:
        generation = context.generation()
    except GenerationError as error:
        return jsonify(ready=False, problem=str(error)), 503
    return (
        jsonify(
            ready=True,
            generation=generation.generation_id,
            built_at=generation.manifest.built_at,
            activities=generation.manifest.activities,
            lists=_lists_state(),
        ),
        200,
    )


def _lists_state() -> str:
    try:
        context.site().store.check()
    except StoreUnavailableError:
        return "unavailable"
    return "ok"
