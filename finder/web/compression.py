"""Send answers compressed to a client that takes gzip.

A page, a style sheet, a picture of ours or a table is four to five times smaller so. What is
`no-store` holds a person's own list. It is never compressed: the length of a compressed page that
repeats what its address says lets somebody who can watch the lengths guess what else stands on it
(BREACH).
"""

import hashlib
import re
import zlib
from collections.abc import Iterator
from mimetypes import guess_type

from flask import Flask, Response, request

from finder.search.bounded import BoundedCache

# Measured (docs/architecture.md has the table): the results page of 18,677 bytes becomes 4,009 at
# level 1 in 0.10 ms, and 3,484 at level 9 in 0.35 ms. What is made for one person is sent as soon
# as it can be; what is kept is made as small as it can be. A long page is made smaller at once: so
# the page of every choice fits into the first packets in most languages, for 1 ms.
LEVEL = 1
LONG_LEVEL = 6
LONG_BYTES = 32_000
KEPT_LEVEL = 9
# Below this the headers weigh more than what is saved.
SMALLEST_BYTES = 500
# The style sheet, the script and every picture that we ship take 0.1 MB.
KEPT_FILES_BYTES = 2_000_000
LONGEST_HEADER = 500

ENCODING = "gzip"
_KINDS = frozenset(
    {
        *("text/html", "text/css", "text/csv", "text/plain", "text/javascript"),
        *("application/javascript", "application/json", "image/svg+xml"),
    }
)
# The largest window, and 16 more for the frame of gzip. The frame has no time in it, so that the
# same page is always the same bytes.
_WINDOW = 16 + zlib.MAX_WBITS
_WEIGHT = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")


def init_app(app: Flask) -> None:
    """Compress every answer of the application that is worth it."""
    files: BoundedCache[str, bytes] = BoundedCache(KEPT_FILES_BYTES)

    def compress(response: Response) -> Response:
        return _compress(response, files)

    app.before_request(_ask_for_the_whole_file)
    app.after_request(compress)


def accepts_gzip(header: str) -> bool:
    """Return whether an Accept-Encoding header would rather have gzip than nothing (RFC 9110)."""
    if len(header) > LONGEST_HEADER:
        return False
    weights = dict(_weights(header.lower()))
    weight = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0)))
    return weight > 0 and weight >= weights.get("identity", 0.0)


def _weights(header: str) -> Iterator[tuple[str, float]]:
    """Return each encoding with its weight. What is written wrongly is not accepted."""
    for member in header.split(","):
        name, *parameters = (part.strip() for part in member.split(";"))
        weight = "1"
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            weight = value.strip() if key.strip() == "q" else weight
        yield name, float(weight) if _WEIGHT.fullmatch(weight) else 0.0


def gzipped(body: bytes, level: int | None = None) -> bytes:
    """Return the body compressed; the same body and level always give the same bytes.

    Without a level, a long body is compressed more than a short one.
    """
    if level is None:
        level = LONG_LEVEL if len(body) > LONG_BYTES else LEVEL
    packer = zlib.compressobj(level, zlib.DEFLATED, _WINDOW)
    return packer.compress(body) + packer.flush()


def smaller(body: bytes) -> bytes:
    """Return a compressed body compressed as far as it will go, for one that is kept."""
    return gzipped(zlib.decompress(body, _WINDOW), KEPT_LEVEL)


def _ask_for_the_whole_file() -> None:
    """Leave out the wish for a part of a file that would be sent compressed.

    The part would be one of the compressed bytes. No browser asks for parts of a style sheet, and
    a server may always send the whole.
    """
    kind, _ = guess_type(request.path)
    if request.endpoint == "static" and kind in _KINDS and _client_accepts_gzip():
        request.environ.pop("HTTP_RANGE", None)


def _client_accepts_gzip() -> bool:
    return accepts_gzip(request.headers.get("Accept-Encoding", ""))


def _compress(response: Response, files: BoundedCache[str, bytes]) -> Response:
    if not _is_worth_it(response):
        return response
    response.headers.add("Vary", "Accept-Encoding")
    is_file = response.direct_passthrough
    if not is_file and response.status_code == 200:
        response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:20])
    if not _client_accepts_gzip():
        return response
    etag, _ = response.get_etag()
    if etag is not None:
        # The bytes differ from those of the plain answer, and what they mean does not.
        response.set_etag(etag, weak=True)
    if response.status_code != 304:
        if is_file:
            _send_kept(response, files)
        else:
            response.set_data(gzipped(response.get_data()))
        response.headers["Content-Encoding"] = ENCODING
    return response


def _is_worth_it(response: Response) -> bool:
    """Return whether a body is long enough, of a kind that shrinks, and not secret.

    The length of an answer that is sent piece by piece is not known, and it goes as it is.
    """
    headers = response.headers
    caching = headers.get("Cache-Control", "")
    return (
        int(headers.get("Content-Length", 0)) >= SMALLEST_BYTES
        and response.mimetype in _KINDS
        and response.status_code != 206
        and "Content-Encoding" not in headers
        and "no-store" not in caching
        and "no-transform" not in caching
        and (not response.direct_passthrough or "ETag" in headers)
    )


def _send_kept(response: Response, files: BoundedCache[str, bytes]) -> None:
    """Put in the compressed body of a file, which is worked out once and kept by its ETag."""
    etag, _ = response.get_etag()
    assert etag is not None, "a file without an ETag is not compressed"
    response.direct_passthrough = False
    body = files.get(etag)
    if body is None:
        body = gzipped(response.get_data(), KEPT_LEVEL)
        files.put(etag, body, len(body))
    response.close()
    response.set_data(body)
    response.headers.pop("Accept-Ranges", None)
