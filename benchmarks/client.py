"""A small web client that costs next to nothing, so that it is the server that is measured."""

import selectors
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass

HOST = "127.0.0.1"
_HEAD_END = b"\r\n\r\n"
_MOST = 1 << 20


class BadAnswerError(Exception):
    """A server did not answer as it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One answer: how long it took, and how large its body was as sent."""

    milliseconds: float
    size: int


def fetch_each(port: int, addresses: Iterable[str]) -> list[Fetched]:
    """Ask for each address, one after the other over one connection, and return what came."""
    fetched = []
    with _connect(port) as connection:
        for address in addresses:
            begins = time.perf_counter()
            connection.sendall(_request(address))
            size = _read(connection)
            fetched.append(Fetched(milliseconds=(time.perf_counter() - begins) * 1000, size=size))
    return fetched


def count_in(seconds: float, port: int, address: str, connections: int = 8) -> int:
    """Return how often an address is answered in a time, over several connections at once.

    Every answer is as long as the first, so only lengths are looked at.
    """
    request = _request(address)
    with _connect(port) as connection:
        connection.sendall(request)
        length = _read(connection, whole=True)
    waiting: dict[socket.socket, int] = {}
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            connection = _connect(port)
            selector.register(connection, selectors.EVENT_READ)
            waiting[connection] = length
            connection.sendall(request)
        answered = _count(selector, waiting, request, length, time.perf_counter() + seconds)
        for connection in waiting:
            connection.close()
    return answered


def _count(
    selector: selectors.BaseSelector,
    waiting: dict[socket.socket, int],
    request: bytes,
    length: int,
    until: float,
) -> int:
    answered = 0
    while time.perf_counter() < until:
        for key, _ in selector.select(1.0):
            connection = key.fileobj
            assert isinstance(connection, socket.socket)
            received = connection.recv(_MOST)
            if not received:
                raise BadAnswerError("The server hung up.")
            waiting[connection] -= len(received)
            if waiting[connection] == 0:
                answered += 1
                waiting[connection] = length
                connection.sendall(request)
            elif waiting[connection] < 0:
                raise BadAnswerError("An answer was longer than the first one.")
    return answered


def _connect(port: int) -> socket.socket:
    connection = socket.create_connection((HOST, port), timeout=60)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _request(address: str) -> bytes:
    return (
        f"GET {address} HTTP/1.1\r\nHost: {HOST}\r\nAccept: text/html\r\n"
        "Accept-Encoding: gzip\r\nAccept-Language: en-GB\r\n\r\n"
    ).encode()


def _read(connection: socket.socket, *, whole: bool = False) -> int:
    """Read one answer; return the length of its body, or of the whole of it."""
    received = connection.recv(_MOST)
    while _HEAD_END not in received:
        received += _more(connection)
    head, _, body = received.partition(_HEAD_END)
    if not head.startswith(b"HTTP/1.1 200 "):
        raise BadAnswerError(head.splitlines()[0].decode("latin-1"))
    fields = dict(line.lower().split(b": ", 1) for line in head.splitlines()[1:])
    if b"content-length" in fields:
        length = int(fields[b"content-length"])
        count = len(body)
        while count < length:
            count += len(_more(connection))
    else:
        # Sent in pieces, of which the last one is empty.
        while not body.endswith(b"0\r\n\r\n"):
            body += _more(connection)
        count = len(body)
    return len(head) + len(_HEAD_END) + count if whole else count


def _more(connection: socket.socket) -> bytes:
    received = connection.recv(_MOST)
    if not received:
        raise BadAnswerError("The server hung up.")
    return received
