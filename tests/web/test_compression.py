"""Answers are sent compressed, where that saves something and gives nothing away."""

import gzip
from collections.abc import Iterator

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from finder.resources import resource_dir
from finder.web import compression
from finder.web.compression import (
    LONGEST_HEADER,
    SMALLEST_BYTES,
    accepts_gzip,
    gzipped,
    smaller,
)
from tests.web.conftest import SiteOf

_SHRINKING = (".css", ".js", ".svg", ".csv", ".txt")
GZIP = {"Accept-Encoding": "gzip"}
ADD = {"from": "kent", "activity": "a-day-on-the-farm"}
CSS = "/static/finder.css"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that has never been here, whose pages are not read: they may be compressed."""
    return FlaskClient(app, app.response_class)


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("", False),
        ("gzip", True),
        ("GZIP", True),
        ("gzip, deflate, br, zstd", True),
        ("deflate,gzip;q=1.0", True),
        ("x-gzip", True),
        ("br", False),
        ("*", True),
        ("*;q=0", False),
        ("*;q=0, gzip;q=0.1", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("gzip ; q = 0", False),
        ("gzip;q=0.001", True),
        ("gzip;q=0.5, identity", False),
        ("gzip;q=0.5, identity;q=0.5", True),
        ("gzip;q=0.5, identity;q=0", True),
        ("identity", False),
        ("gzip;q=", False),
        ("gzip;q=2", False),
        ("gzip;q=-1", False),
        ("gzip;q=nan", False),
        ("gzip;q=1.5", False),
        ("gzip;q=0.1234", False),
        ("gzip;v=b3", True),
        ("gzipped", False),
        (",;,=;;q", False),
        ("gzip" + "," * LONGEST_HEADER, False),
    ],
)
def test_gzip_is_sent_to_those_who_would_rather_have_it(header: str, accepted: bool) -> None:
    assert accepts_gzip(header) is accepted


def test_the_same_body_is_always_compressed_to_the_same_bytes() -> None:
    body = b"things to do " * 100

    assert gzipped(body) == gzipped(body)
    assert gzip.decompress(gzipped(body)) == body
    assert gzip.decompress(smaller(gzipped(body))) == body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/kent/", "text/html"),
        ("/kent/find?q=swim", "text/html"),
        ("/a/b/c/d", "text/html"),
        (CSS, "text/css"),
        ("/static/finder.js", "javascript"),
        ("/static/pictures/openmoji/1F3A8.svg", "image/svg+xml"),
    ],
)
def test_a_compressed_answer_is_the_plain_one(client: FlaskClient, path: str, kind: str) -> None:
    plain, packed = client.get(path), client.get(path, headers=GZIP)

    assert kind in packed.headers["Content-Type"]
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    for answer in (plain, packed):
        assert answer.headers["Content-Length"] == str(len(answer.data))
        assert answer.headers["Vary"] == "Accept-Encoding"
        answer.close()


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/healthz", id="tiny"),
        pytest.param("/kent/theme.css", id="small"),
        pytest.param("/static/fonts/ahn-700.woff2", id="compressed already"),
    ],
)
def test_what_gains_nothing_is_sent_as_it_is(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=GZIP)

    assert "Content-Encoding" not in answer.headers
    assert "Vary" not in answer.headers
    answer.close()


def test_a_person_s_own_list_is_never_compressed(client: FlaskClient) -> None:
    client.post("/list/add", data=ADD)

    for path in ("/list", "/list/delete", "/list?council=kent"):
        answer = client.get(path, headers=GZIP)
        assert answer.headers["Cache-Control"] == "no-store"
        assert len(answer.data) > SMALLEST_BYTES
        for name in ("Content-Encoding", "ETag", "Vary"):
            assert name not in answer.headers


def test_another_page_of_a_person_with_a_list_is_compressed(client: FlaskClient) -> None:
    client.post("/list/add", data=ADD)

    assert client.get("/kent/", headers=GZIP).headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/kent/?head=1", CSS])
def test_the_head_of_an_answer_is_that_of_the_whole(client: FlaskClient, path: str) -> None:
    whole, head = client.get(path, headers=GZIP), client.head(path, headers=GZIP)

    assert head.data == b""
    without_time = [
        [each for each in answer.headers if each[0] not in ("Date", "Expires")]
        for answer in (whole, head)
    ]
    assert without_time[0] == without_time[1]
    whole.close()
    head.close()


@pytest.mark.parametrize("path", ["/kent/", CSS])
def test_an_answer_that_the_client_has_is_not_sent_again(client: FlaskClient, path: str) -> None:
    plain, packed = client.get(path), client.get(path, headers=GZIP)

    etag = plain.headers["ETag"]
    assert packed.headers["ETag"] == f"W/{etag}"
    for known in (etag, f"W/{etag}", f'"other", W/{etag}', "*"):
        for headers in ({}, GZIP):
            answer = client.get(path, headers={**headers, "If-None-Match": known})
            assert (answer.status_code, answer.data) == (304, b"")
            assert answer.headers["ETag"] == (f"W/{etag}" if headers else etag)
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert "Content-Encoding" not in answer.headers
            answer.close()
    other = client.get(path, headers={**GZIP, "If-None-Match": 'W/"other", "another"'})
    # A page that is asked for so often is kept, and compressed further than the first time.
    assert (other.status_code, gzip.decompress(other.data)) == (200, plain.data)
    for answer in (plain, packed, other):
        answer.close()


def test_a_part_of_a_file_is_a_part_of_its_plain_bytes(client: FlaskClient) -> None:
    part = client.get(CSS, headers={"Range": "bytes=0-9"})
    whole = client.get(CSS, headers={**GZIP, "Range": "bytes=0-9"})

    plain = (resource_dir("static") / "finder.css").read_bytes()
    assert (part.status_code, part.data) == (206, plain[:10])
    assert "Content-Encoding" not in part.headers
    assert (whole.status_code, gzip.decompress(whole.data)) == (200, plain)
    assert "Accept-Ranges" not in whole.headers
    part.close()
    whole.close()


def test_a_part_of_a_font_can_be_had_by_any_client(client: FlaskClient) -> None:
    part = client.get("/static/fonts/ahn-700.woff2", headers={**GZIP, "Range": "bytes=0-3"})

    assert (part.status_code, part.data) == (206, b"wOF2")
    part.close()


def test_a_file_is_compressed_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get(CSS, headers=GZIP)
    monkeypatch.setattr(compression, "gzipped", None)

    again = client.get(CSS, headers=GZIP)

    assert again.data == first.data
    first.close()
    again.close()


def test_the_room_for_all_our_files_is_more_than_they_take() -> None:
    files = [each for each in resource_dir("static").rglob("*") if each.suffix in _SHRINKING]

    taken = sum(len(gzipped(each.read_bytes())) for each in files)

    assert 50_000 < taken < compression.KEPT_FILES_BYTES / 4


@pytest.fixture
def odd(site: SiteOf) -> FlaskClient:
    """A site with answers that ours do not give."""
    app = site()
    body = "things to do " * 100

    @app.get("/odd/pieces")
    def pieces() -> Iterator[str]:
        yield body

    @app.get("/odd/packed")
    def packed() -> Response:
        return Response(gzipped(body.encode()), headers={"Content-Encoding": "gzip"})

    @app.get("/odd/as-it-is")
    def as_it_is() -> Response:
        return Response(body, headers={"Cache-Control": "no-transform"})

    @app.get("/odd/untold")
    def untold() -> Response:
        return Response(
            [body.encode()], direct_passthrough=True, headers={"Content-Length": "1300"}
        )

    return FlaskClient(app, app.response_class)


@pytest.mark.parametrize("path", ["/odd/pieces", "/odd/as-it-is", "/odd/untold"])
def test_an_answer_that_must_not_be_changed_is_not(odd: FlaskClient, path: str) -> None:
    answer = odd.get(path, headers=GZIP)

    assert "Content-Encoding" not in answer.headers
    assert answer.text == "things to do " * 100


def test_an_answer_that_is_compressed_already_is_not_compressed_again(odd: FlaskClient) -> None:
    answer = odd.get("/odd/packed", headers=GZIP)

    assert gzip.decompress(answer.data) == b"things to do " * 100
