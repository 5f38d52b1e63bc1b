"""Which postcode sector a person is in, for the button "Use where I am".

The button sends where its device is, which is neither kept nor written into a log. The answer is
only ever put into the field for the place, where the person sees it and can change it.
"""

import re

from flask import Blueprint, Response, abort, jsonify, request

from finder.domain.place import Point
from finder.web import context
from finder.web.security import LIST_CACHING

blueprint = Blueprint("nearby", __name__)

# The button sends three decimals, which is some hundred metres. More are never looked at.
DECIMALS = 3
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,20})?")


@blueprint.post("/<council>/nearby")
def show(council: str) -> Response:
    """Answer with the sector as "near"; an empty text for a place that is none of ours."""
    context.council()
    point = Point(_degrees("lat", 90), _degrees("lon", 180))
    answer = jsonify(near=context.generation().gazetteer.nearest_sector(point))
    answer.headers["Cache-Control"] = LIST_CACHING
    return answer


def _degrees(name: str, most: int) -> float:
    """Return a number of degrees that was sent, rounded, or answer that the form is wrong."""
    sent = request.form.get(name, "")
    if not _DEGREES.fullmatch(sent) or abs(float(sent)) > most:
        abort(400)
    return round(float(sent), DECIMALS)
