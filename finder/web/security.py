"""Headers, hosts and forms: what keeps a page, and the person who reads it, safe."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

from finder.web import context

# Every answer has these. A test compares the whole table.
SECURITY_HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'",
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
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HTTPS_ONLY_HEADERS = {"Strict-Transport-Security": "max-age=31536000"}
LARGEST_FORM_BYTES = 64_000
_WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def init_app(app: Flask) -> None:
    """Guard every request and every answer of the application."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_FORM_BYTES
    app.config["MAX_FORM_PARTS"] = 50
    app.before_request(refuse_bad_writes)
    app.after_request(add_headers)


def refuse_bad_writes() -> None:
    """Refuse a form that another website sent, and a body whose length is not known.

    `Sec-Fetch-Site` is set by the browser and no page can change it. Older browsers send an
    `Origin`. A request with neither comes from no browser's page (a test, curl), and a list's
    secret in the cookie is `SameSite=Lax` besides. A chunked body past the largest size would
    be cut short without a word, so a length is asked for.
    """
    if request.method not in _WRITING:
        return
    if request.content_length is None:
        abort(411)
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        allowed = fetch_site in ("same-origin", "none")
    else:
        origin = request.headers.get("Origin")
        allowed = origin is None or _is_ours(origin)
    if not allowed:
        abort(403)


def _is_ours(origin: str) -> bool:
    parts = urlsplit(origin)
    return bool(parts.netloc) and origin in (
        f"{request.scheme}://{request.host}",
        context.settings().base_url,
    )


def add_headers(response: Response) -> Response:
    """Put the security headers on an answer."""
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    if context.settings().is_https:
        for name, value in HTTPS_ONLY_HEADERS.items():
            response.headers.setdefault(name, value)
    return response


def safe_path(path: str, default: str) -> str:
    """Return a path to go back to, if it is one of this site's own, else the default."""
    parts = urlsplit(path)
    ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    clean = not any(each in "\\\r\n\t" or not each.isprintable() for each in path)
    if ours and clean and not parts.scheme and not parts.netloc and len(path) <= 2000:
        return path
    return default
