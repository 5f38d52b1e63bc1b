"""A small sound site, in which the tests of the checkers plant one fault at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from wsgiref.types import StartResponse, WSGIEnvironment

from tests.browser.server import served

PAGE = """<!DOCTYPE html>
<html lang="en-GB" dir="ltr">
<head><meta charset="utf-8"><title>Swimming at the pool</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="base.css">{head}</head>
<body>
<header><p>Things to do</p></header>
<main>
<h1>Swimming at the pool</h1>
<p class="when">You can swim on Mondays. <a href="#days">See all the days</a> that you like.</p>
<h2 id="days">Days</h2>
{main}
</main>
</body>
</html>
"""

BASE_CSS = """
html { font-size: 125%; color: #111; background: #fff; font-family: sans-serif }
body { margin: 0; container-type: inline-size; line-height: 1.6 }
p { max-inline-size: 34rem; margin: 0 0 1.5em }
a { color: #2a1040 }
button { min-block-size: 2.8rem; font: inherit; color: #111; background: #fff }
:focus-visible { outline: .2rem solid #111 }
"""


class Site:
    """A few files at the root of a site, each answered with what it holds at the time."""

    def __init__(self) -> None:
        self.files = {"base.css": BASE_CSS}
        self.cookies: list[str] = []
        self.origin = ""

    def put(self, name: str, *, main: str = "<p>On Mondays.</p>", css: str = "") -> str:
        """Put a page there, and the faults of its look in a sheet of its own; return its URL."""
        head = f'<link rel="stylesheet" href="{name}.css">' if css else ""
        self.files[f"{name}.css"] = css
        self.files[f"{name}.html"] = PAGE.format(head=head, main=main)
        return f"{self.origin}/{name}.html"

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        name = environ["PATH_INFO"].removeprefix("/")
        if name not in self.files:
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [b"not here"]
        if "HTTP_COOKIE" in environ:
            self.cookies.append(environ["HTTP_COOKIE"])
        kind = "text/css" if name.endswith(".css") else "text/html; charset=utf-8"
        start("200 OK", [("Content-Type", kind)])
        return [self.files[name].encode()]


@contextmanager
def planted() -> Iterator[Site]:
    """Serve a site with no page yet."""
    site = Site()
    with served(site) as site.origin:
        yield site
