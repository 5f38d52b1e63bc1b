"""A site on a port of this machine, for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.types import WSGIApplication

from werkzeug.serving import WSGIRequestHandler, make_server


class QuietHandler(WSGIRequestHandler):
    """One that writes no line for each request."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(application: WSGIApplication) -> Iterator[str]:
    """Serve an application, many requests at a time; give its origin, with no / at the end."""
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=QuietHandler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
