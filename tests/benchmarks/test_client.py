"""The client of the benchmarks reads what servers send."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from benchmarks.client import BadAnswerError, count_in, fetch_each


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/in-pieces":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"5\r\nhello\r\n0\r\n\r\n")
            return
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_answers_are_read_one_after_the_other(port: int) -> None:
    fetched = fetch_each(port, ["/", "/"])

    assert [each.size for each in fetched] == [5, 5]
    assert all(each.milliseconds > 0 for each in fetched)


def test_an_answer_in_pieces_is_read_to_its_end(port: int) -> None:
    assert [each.size for each in fetch_each(port, ["/in-pieces", "/"])] == [15, 5]


def test_what_is_not_a_page_is_no_answer(port: int) -> None:
    with pytest.raises(BadAnswerError, match="404"):
        fetch_each(port, ["/gone"])


def test_answers_are_counted_over_several_connections(port: int) -> None:
    assert count_in(0.1, port, "/", connections=2) > 2
