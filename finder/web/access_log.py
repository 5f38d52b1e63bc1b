"""Write one line for each request, with nothing in it about the person.

The route's pattern stands in for the address, so that a postcode, a need or the name of an activity
cannot be read in a log.
"""

import logging
import time

from flask import Flask, Response, g, request

_log = logging.getLogger("finder.access")


def init_app(app: Flask) -> None:
    """Log every request of the application."""
    app.before_request(_start)
    app.after_request(_finish)


def _start() -> None:
    g.started_at = time.perf_counter()


def _finish(response: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else "-"
    started_at = g.get("started_at", time.perf_counter())
    write(request.method, route, response.status_code, started_at)
    return response


def write(method: str, route: str, status: int, started_at: float) -> None:
    """Write the line of an answer. `started_at` is a time of `time.perf_counter`."""
    took = (time.perf_counter() - started_at) * 1000
    shown = method[:10] if method.isalpha() else "-"
    _log.info("%s %s %d %.1fms", shown, route, status, took)
