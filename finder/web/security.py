"""Headers, hosts and forms: what keeps a page, and the person who reads it, safe."""

import logging
import string
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from flask import Flask, Request, Response, abort, redirect, request
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as AnyResponse

from finder.web import context

_log = logging.getLogger("finder.security")

# Every answer has these. A test compares the whole table.
SECURITY_HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'",
            "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HTTPS_ONLY_HEADERS = {"Strict-Transport-Security": "max-age=31536000"}
# A page shows how a person likes to read and how long their list is, so no cache that several
# people share may keep it. A list is not kept at all: others may use the computer.
PAGE_CACHING = "private, no-cache"
LIST_CACHING = "no-store"
LIST_ONLY_HEADERS = {"X-Robots-Tag": "noindex, nofollow, noarchive"}
LARGEST_FORM_BYTES = 64_000
# Browsers and proxies take about so much; nobody's search is longer.
LONGEST_PATH = 2_000
# What a browser writes for the origin of a page that sends no referrer (Fetch, 3.1).
HIDDEN_ORIGIN = "null"
_WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})

_PRINTABLE = string.digits + string.ascii_letters + string.punctuation


class TidyRequest(Request):
    """A request whose query is all printable ASCII, as every browser writes it.

    A server passes on whatever bytes it was sent. Those that are no UTF-8 would make reading the
    query fail, and control characters would come back in the addresses of the page. Cookies that
    are no UTF-8 would fail as well, be they another program's on the same host.
    """

    def __init__(self, environ: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        sent = environ.get("QUERY_STRING", "").encode("latin-1")
        environ["QUERY_STRING"] = quote(sent, safe=_PRINTABLE)
        if not (cookies := environ.get("HTTP_COOKIE", "")).isascii():
            read = cookies.encode("latin-1").decode("utf-8", "replace")
            environ["HTTP_COOKIE"] = read.encode().decode("latin-1")
        super().__init__(environ, *args, **kwargs)


def init_app(app: Flask) -> None:
    """Guard every request and every answer of the application."""
    app.request_class = TidyRequest
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_FORM_BYTES
    app.config["MAX_FORM_PARTS"] = 50
    app.before_request(refuse_other_hosts)
    app.before_request(refuse_bad_writes)
    app.before_request(redirect_within_the_site)
    app.after_request(add_headers)


def refuse_other_hosts() -> None:
    """Refuse a request for another host, where the settings say that the site is on https.

    A load balancer asks after the site's health by its number, so that is answered for any host.
    """
    settings = context.settings()
    asks_for_health = request.blueprint == "health"
    if settings.is_https and not asks_for_health and not _is_own_host(request.host):
        _log.warning("A request was not for the host of FINDER_BASE_URL. Does the proxy pass it?")
        abort(400)


def _is_own_host(host: str) -> bool:
    """Return whether the host is that of the base address, with or without the usual port."""
    own = urlsplit(context.settings().base_url).netloc.casefold()
    return host.casefold().removesuffix(":443") == own.removesuffix(":443")


def redirect_within_the_site() -> AnyResponse | None:
    """Send a path that lacks its last slash on with a path only, never with the request's host."""
    sent_on = request.routing_exception
    if not isinstance(sent_on, RequestRedirect):
        return None
    parts = urlsplit(sent_on.new_url)
    return redirect(urlunsplit(("", "", parts.path, parts.query, "")), code=sent_on.code)


def refuse_bad_writes() -> None:
    """Refuse a form that another website sent, and a body whose length is not known.

    `Sec-Fetch-Site` is set by the browser and no page can change it. Older browsers, and those that
    come by plain http, send an `Origin`; since our pages send no referrer, it is "null" for our
    own forms. A page of somebody else's can make it "null" as well, but a list's cookie is
    `SameSite=Lax`, which such a form does not bring, and a shared list's form needs its secret. A
    request with neither comes from no browser's page (a test, curl).

    A chunked body past the largest size would be cut short without a word, so a length is asked
    for.
    """
    if request.method not in _WRITING:
        return
    if request.content_length is None:
        abort(411)
    if request.content_length > LARGEST_FORM_BYTES:
        abort(413)
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        allowed = fetch_site in ("same-origin", "none")
    else:
        origin = request.headers.get("Origin")
        allowed = origin is None or origin == HIDDEN_ORIGIN or _is_ours(origin)
    if not allowed:
        abort(403)


def _is_ours(origin: str) -> bool:
    parts = urlsplit(origin)
    return bool(parts.netloc) and origin in (
        f"{request.scheme}://{request.host}",
        context.settings().base_url,
    )


def add_headers(response: Response) -> Response:
    """Put the security headers on an answer, and say who may keep it."""
    # The path, not the route: what is said of a link that opens nothing is not for keeping either.
    is_list = request.path == "/list" or request.path.startswith("/list/")
    wanted = {"Cache-Control": LIST_CACHING if is_list else PAGE_CACHING, **SECURITY_HEADERS}
    if is_list:
        wanted |= LIST_ONLY_HEADERS
    if context.settings().is_https:
        wanted |= HTTPS_ONLY_HEADERS
    given = {name.lower() for name, _ in response.headers}
    response.headers.extend([each for each in wanted.items() if each[0].lower() not in given])
    return response


def safe_path(path: str, default: str) -> str:
    """Return a path to go back to, if it is one of this site's own, else the default."""
    parts = urlsplit(path)
    ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    clean = not any(each in "\\\r\n\t" or not each.isprintable() for each in path)
    if ours and clean and not parts.scheme and not parts.netloc and len(path) <= LONGEST_PATH:
        return path
    return default
