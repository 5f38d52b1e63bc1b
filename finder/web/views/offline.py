"""The script that keeps my list for when there is no connection.

It stands at the top of the site, since a browser lets it answer only for what lies below it.
"""

from flask import Blueprint, Response, current_app

blueprint = Blueprint("offline", __name__)


@blueprint.get("/offline.js")
def worker() -> Response:
    return current_app.send_static_file("offline.js")
