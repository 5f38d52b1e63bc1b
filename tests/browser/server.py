"""A site on a port of this machine, for as long as a test needs it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.serving import WSGIRequestHandler, make_server

from finder.resources import resource_dir


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


def with_styles(site: WSGIApplication, change: Callable[[str], str]) -> WSGIApplication:
    """Return the site with its style sheet changed, to see that a check finds what is wrong."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not environ["PATH_INFO"].endswith("/finder.css"):
            return site(environ, start)
        start("200 OK", [("Content-Type", "text/css")])
        sheet = (resource_dir("static") / "finder.css").read_text(encoding="utf-8")
        assert change(sheet) != sheet
        return [change(sheet).encode()]

    return answer
