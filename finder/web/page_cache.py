"""Keep whole pages, compressed, and answer with them before anything of Flask runs.

Nobody's list is on a page that is kept: whoever has a list is always answered by the application. A
page is kept under all that it depends on besides: the build that is live, the day in London, the
host, the address, the language and the reading settings of the cookies, and whether the client
takes gzip. Anything else that a page would show has to make it `no-store`.

An address is kept when it is asked for a second time. So a crowd of addresses that are asked for
once, as those of a search engine or of an attacker are, takes the place of nothing; and whoever
asks for each twice makes the site render each twice, and still only pushes out what nobody else
has asked for in the meantime. There is no other bound on what a search may be, so this one holds
in bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from flask import Flask, Response, g, request
from werkzeug.http import is_entity_header, parse_cookie, parse_etags, unquote_etag

from finder.search.bounded import BoundedCache
from finder.web import access_log, context, i18n
from finder.web.compression import ENCODING, accepts_gzip, smaller
from finder.web.context import Site
from finder.web.reading import COOKIE, Reading
from finder.web.security import PAGE_CACHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# What a page costs besides its body and the letters of its address: its headers, and its places in
# the dictionaries. A test holds it against what Python really takes.
PAGE_BYTES = 3_000
SPELLING_BYTES = 1_500
# The share of the room that is for the ways in which browsers write the same request.
SPELLINGS_SHARE = 8
# An address with its cookies. Longer ones are answered, and not kept.
LONGEST_SPELLING = 4_000
# How many addresses are remembered, two times over, to know which are asked for again. Each is one
# number; together they take half a megabyte at the most.
REMEMBERED = 2_048
_WANTED = "finder.page_cache.wanted"
_METHODS = frozenset({"GET", "HEAD"})

# The scheme, host, prefix, path, query, cookies and encodings, just as they were sent.
Spelling = tuple[str, str, str, str, str, str, str]
Headers = tuple[tuple[str, str], ...]


class Wanted(NamedTuple):
    """All that a page depends on, besides the build and the day."""

    scheme: str
    host: str
    prefix: str
    path: str
    query: str
    language: str
    reading: Reading
    gzip: bool


class Epoch(NamedTuple):
    """The build and the day of a page. What was kept in another is never shown."""

    generation_id: str | None
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A whole answer. `unchanged` are the headers for a client that has it already."""

    route: str
    status: str
    headers: Headers
    unchanged: Headers
    etag: str
    body: bytes


def init_app(app: Flask, most_bytes: int) -> None:
    """Keep at most so many bytes of pages of the application; none for 0."""
    site: Site = app.extensions[context.EXTENSION]
    cache = PageCache(app.wsgi_app, site, most_bytes)
    app.after_request(cache.finish)
    if most_bytes:
        app.wsgi_app = cache  # type: ignore[method-assign]


class PageCache:
    """A WSGI application that answers with kept pages, and asks another for the rest."""

    def __init__(self, app: "WSGIApplication", site: Site, most_bytes: int) -> None:
        self._app = app
        self._live = site.live
        self._today = Today(site.clock)
        self._list_cookie = context.list_cookie_name_of(site.settings)
        spellings_bytes = most_bytes // SPELLINGS_SHARE
        self._spellings: BoundedCache[Spelling, Wanted] = BoundedCache(spellings_bytes)
        self._pages: BoundedCache[tuple[Epoch, Wanted], Page]
        self._pages = BoundedCache(most_bytes - spellings_bytes)
        self._epoch: Epoch | None = None
        self._asked = AskedBefore(REMEMBERED)

    @property
    def nbytes(self) -> int:
        """How many bytes are kept."""
        return self._pages.nbytes + self._spellings.nbytes

    def __len__(self) -> int:
        """Return how many pages are kept."""
        return len(self._pages)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        started_at = perf_counter()
        method = environ["REQUEST_METHOD"]
        if method not in _METHODS:
            return self._app(environ, start_response)
        get = environ.get
        spelling: Spelling = (
            environ["wsgi.url_scheme"],
            get("HTTP_HOST", ""),
            get("SCRIPT_NAME", ""),
            get("PATH_INFO", ""),
            get("QUERY_STRING", ""),
            get("HTTP_COOKIE", ""),
            get("HTTP_ACCEPT_ENCODING", ""),
        )
        wanted = self._spellings.get(spelling)
        is_new = wanted is None
        if wanted is None:
            wanted = self._read(spelling)
        page = None if wanted is None else self._find(wanted)
        if wanted is None or page is None:
            environ[_WANTED] = wanted
            return self._app(environ, start_response)
        if is_new:
            letters = sum(map(len, spelling))
            self._spellings.put(spelling, wanted, letters + SPELLING_BYTES)
        known = get("HTTP_IF_NONE_MATCH")
        if known is not None and has_etag(known, page.etag):
            status, headers, body = "304 NOT MODIFIED", page.unchanged, b""
        else:
            status, headers, body = page.status, page.headers, page.body
        access_log.write(method, page.route, int(status[:3]), started_at)
        start_response(status, list(headers))
        return () if method == "HEAD" or not body else (body,)

    def _read(self, spelling: Spelling) -> Wanted | None:
        """Return what a request wants, or None when no page may be kept for it."""
        scheme, host, prefix, path, query, cookies, encodings = spelling
        if not host or sum(map(len, spelling)) > LONGEST_SPELLING:
            return None
        if not cookies.isascii():
            # It may be no UTF-8, and is not of ours. The application reads it with more care.
            return None
        cookie = parse_cookie(cookies)
        if self._list_cookie in cookie:
            return None
        return Wanted(
            scheme=scheme,
            host=host,
            prefix=prefix,
            path=path,
            query=query,
            language=cookie.get(i18n.COOKIE, ""),
            reading=Reading.from_cookie(cookie.get(COOKIE, "")),
            gzip=accepts_gzip(encodings),
        )

    def _find(self, wanted: Wanted) -> Page | None:
        epoch = Epoch(self._live.current_id(), self._today())
        if epoch != self._epoch:
            # What was kept can never be shown again, unless a rollback brings it back.
            self._pages.clear()
            self._epoch = epoch
        return self._pages.get((epoch, wanted))

    def finish(self, response: Response) -> Response:
        """Keep an answer of the application if it may be, and shorten it for who has it already."""
        wanted: Wanted | None = request.environ.get(_WANTED)
        etag = response.headers.get("ETag")
        if etag is None or response.direct_passthrough or response.status_code != 200:
            return response
        if wanted is not None and _may_be_kept(response):
            key = Epoch(context.generation().generation_id, context.today()), wanted
            if self._asked.note(key):
                page = _page_of(response, etag)
                letters = sum(len(each) for each in wanted if isinstance(each, str))
                self._pages.put(key, page, len(page.body) + letters + PAGE_BYTES)
        known = request.headers.get("If-None-Match", "")
        if request.method in _METHODS and has_etag(known, etag):
            response.status_code = 304
        return response


class AskedBefore:
    """Remember which keys were asked for lately, as one number each."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._turn = Lock()
        self._now: set[int] = set()
        self._before: set[int] = set()

    def note(self, key: object) -> bool:
        """Return whether the key is among the last that were noted, and note it.

        Python's hash of text is another in each process, so nobody can make two keys alike.
        """
        number = hash(key)
        with self._turn:
            if number in self._now or number in self._before:
                return True
            if len(self._now) >= self._most:
                self._before, self._now = self._now, set()
            self._now.add(number)
            return False


class Today:
    """The day in London. It is worked out only when it has changed."""

    def __init__(self, clock: "Callable[[], datetime]") -> None:
        self._clock = clock
        self._known = (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC), date.min)

    def __call__(self) -> date:
        """Return the day."""
        now = self._clock()
        begins, ends, day = self._known
        if not begins <= now < ends:
            day = now.astimezone(context.LONDON).date()
            begins, ends = (
                datetime.combine(each, time(), context.LONDON).astimezone(UTC)
                for each in (day, day + timedelta(days=1))
            )
            self._known = begins, ends, day
        return day


def has_etag(header: str, etag: str) -> bool:
    """Return whether an If-None-Match header names the ETag, or any.

    Weak ones are as good: what a client has means the same (RFC 9110, 13.1.2).
    """
    if header == etag:
        return True
    return bool(header) and parse_etags(header).contains_weak(unquote_etag(etag)[0])


def _may_be_kept(response: Response) -> bool:
    """Return whether an answer is a page that everybody with the same settings gets."""
    return (
        response.mimetype == "text/html"
        and response.headers.get("Cache-Control") == PAGE_CACHING
        and "Set-Cookie" not in response.headers
        and "generation" in g
    )


def _page_of(response: Response, etag: str) -> Page:
    body = response.get_data()
    if response.headers.get("Content-Encoding") == ENCODING:
        body = smaller(body)
    headers = response.get_wsgi_headers(request.environ)
    headers["Content-Length"] = str(len(body))
    every = tuple(headers.to_wsgi_list())
    return Page(
        route=request.url_rule.rule if request.url_rule else "-",
        status=response.status,
        headers=every,
        unchanged=tuple(each for each in every if not is_entity_header(each[0])),
        etag=etag,
        body=body,
    )
