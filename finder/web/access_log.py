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
    app.after_request(_write)


def _start() -> None:
    g.started_at = time.perf_counter()


def _write(response: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else "-"
    took = (time.perf_counter() - g.get("started_at", time.perf_counter())) * 1000
    method = request.method if request.method.isalpha() else "-"
    _log.info("%s %s %d %.1fms", method[:10], route, response.status_code, took)
    return response
