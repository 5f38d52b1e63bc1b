"""Measure whole pages over HTTP, ours beside those of others."""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import datasette_rows, site
from benchmarks.asked import Asked
from benchmarks.bounds import HELLO, KEPT_PAGE, OUR_NEW_PAGE, OUR_PAGE, THEIR_PAGE
from benchmarks.client import count_in, fetch_each
from benchmarks.report import Rate
from benchmarks.servers import Server
from finder.catalogue.contents import Contents

TURN = 20
_SLICES = 5
_SLICE_SECONDS = 1.5
_SITE = "site"

_Address = Callable[[Asked], str]


@dataclass(slots=True, kw_only=True)
class Pages:
    """What a server took for pages: milliseconds each, and processor, memory and size of a page."""

    wall_ms: list[float] = field(default_factory=list)
    cpu_ms: float = 0.0
    memory_mb: float = 0.0
    page_kb: float = 0.0


def measure_pages(
    folder: Path, contents: Contents, warming: Sequence[Asked], asked: Sequence[Asked]
) -> dict[str, Pages]:
    """Ask our site and Datasette for the same pages, by turns.

    Ours are asked twice, under two addresses, so that the page itself is never a kept one. The
    first time its cards are new to the site, as in the minutes after a build; the second time
    they were shown before, as they nearly always were.
    """
    site.publish(folder / _SITE, contents)
    file = folder / "rows.db"
    datasette_rows.write_rows(file, contents)
    with ExitStack() as stack:
        ours = stack.enter_context(_our_server(OUR_PAGE, folder))
        theirs = stack.enter_context(Server(THEIR_PAGE, datasette_rows.command(file), {}))
        lines: list[tuple[str, Server, _Address]] = [
            (OUR_NEW_PAGE, ours, lambda each: f"{_ours(each, contents)}&page=1"),
            (OUR_PAGE, ours, lambda each: _ours(each, contents)),
            (THEIR_PAGE, theirs, lambda each: datasette_rows.address_of(each, file)),
        ]
        pages = {name: Pages() for name, _, _ in lines}
        for _, server, address_of in lines[1:]:
            fetch_each(server.port, map(address_of, warming))
        for first in range(0, len(asked), TURN):
            for name, server, address_of in lines:
                _turn(pages[name], server, [*map(address_of, asked[first : first + TURN])])
        for name, server, _ in lines:
            measured = pages[name]
            measured.cpu_ms /= len(asked)
            measured.page_kb /= len(asked)
            measured.memory_mb = server.memory_mb()
    return pages


def _ours(asked: Asked, contents: Contents) -> str:
    return site.address_of(asked.question, contents)


def _our_server(name: str, folder: Path) -> Server:
    return Server(name, site.command(), site.variables(folder / _SITE))


def _turn(measured: Pages, server: Server, addresses: Sequence[str]) -> None:
    """Ask for some pages, and add up what they took."""
    begins = server.cpu_seconds()
    fetched = fetch_each(server.port, addresses)
    measured.cpu_ms += (server.cpu_seconds() - begins) * 1000
    measured.wall_ms += [each.milliseconds for each in fetched]
    measured.page_kb += sum(each.size for each in fetched) / 1000


def measure_rates(folder: Path, contents: Contents, asked: Asked) -> list[Rate]:
    """Ask for one page of the site in a folder, and for Flask's "hello", as fast as they answer."""
    with ExitStack() as stack:
        ours = stack.enter_context(_our_server(KEPT_PAGE, folder))
        hello = stack.enter_context(Server(HELLO, ["-m", "benchmarks.hello", "{port}"], {}))
        lines = [(ours, site.address_of(asked.question, contents)), (hello, "/")]
        slices: dict[str, list[tuple[float, float]]] = {server.name: [] for server, _ in lines}
        for _ in range(1 + _SLICES):
            for server, address in lines:
                slices[server.name].append(_slice(server, address))
    # The first is for warming up; of the others, the middle one counts.
    return [
        Rate(
            engine=name,
            per_second=round(median(per_second for per_second, _ in each[1:])),
            cpu_ms=round(median(cpu_ms for _, cpu_ms in each[1:]), 4),
        )
        for name, each in slices.items()
    ]


def _slice(server: Server, address: str) -> tuple[float, float]:
    """Return pages a second, and milliseconds of processor a page."""
    begins, begins_cpu = time.perf_counter(), server.cpu_seconds()
    count = count_in(_SLICE_SECONDS, server.port, address)
    seconds, cpu_seconds = time.perf_counter() - begins, server.cpu_seconds() - begins_cpu
    return count / seconds, cpu_seconds * 1000 / count
