"""Pages are light: a slow phone has the words and their looks in one round trip."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.web.compression import gzipped
from finder.web.i18n import OWN_NAMES
from finder.web.reading import COOKIE, Reading
from tests.web.pages import addresses_of, fill_list
from tests.web.site import COUNCILS

GZIP = {"Accept-Encoding": "gzip"}
MOST_BYTES = 14 * 1024
"""What fits into the first ten packets, which a server may send before it hears back (RFC 6928)."""

HOST = "http://localhost"
# Attributes whose address the browser fetches by itself, and elements whose href it fetches.
FETCHED = ("src", "poster", "data", "background", "manifest", "cite")
FETCHING = {"link", "image", "use", "feImage", "base"}


def root_of(page: str) -> Element:
    root: Element = html5lib.parse(page, namespaceHTMLElements=False)
    return root


def fetched_by(root: Element) -> list[str]:
    """Return every address that a browser fetches for a page, without being asked."""
    found = []
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        found += [element.get(each, "") for each in FETCHED]
        found += [part.split()[0] for part in element.get("srcset", "").split(",") if part.strip()]
        if tag in FETCHING and not (tag == "link" and element.get("rel") == "canonical"):
            found += [value for name, value in element.attrib.items() if name.endswith("href")]
    return [address for address in found if address]


def served_bytes(client: FlaskClient, address: str) -> int:
    """Return how many bytes of body come for an address, compressed as it is really sent."""
    answer = client.get(address, headers=GZIP)
    assert answer.headers["Content-Encoding"] == "gzip"
    size = len(answer.data)
    answer.close()
    return size


def looks_bytes(client: FlaskClient, page: str) -> int:
    """Return how many bytes the style sheets of a page are, as they are really sent."""
    links = root_of(page).iter("link")
    sheets = {link.get("href", "") for link in links if link.get("rel") == "stylesheet"}
    # Ours, the council's own colours, what lists need, and what only the week or a sheet of paper.
    assert len(sheets) in (1, 2, 3, 4)
    total = 0
    for sheet in sheets:
        answer = client.get(sheet, headers=GZIP)
        total += len(answer.data)
        answer.close()
    return total


def weight_of(app: Flask, address: str, cookie: str = "") -> int:
    """Return the bytes of a page and its style sheets."""
    client = FlaskClient(app, app.response_class)
    if cookie:
        client.set_cookie(COOKIE, cookie)
    looks = looks_bytes(client, client.get(address).text)
    return served_bytes(client, address) + looks


def squeezed_weight_of(client: FlaskClient, address: str) -> int:
    """Return the same of a page of a list, if it were compressed.

    It is sent as it is, because it is a person's own (finder/web/compression.py).
    """
    page = client.get(address)
    assert "Content-Encoding" not in page.headers
    return len(gzipped(page.data)) + looks_bytes(client, page.text)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/kent/", id="home"),
        pytest.param("/kent/find", id="results, everything"),
        pytest.param("/kent/find?q=swimming&near=ME14+1XQ", id="results, words and a place"),
        pytest.param("/kent/find?q=xyzzy&near=nowhere&need=hoist&miles=2", id="results, few"),
        pytest.param("/kent/find?need=hoist&need=quiet&support=1:1&day=weekend", id="to ask about"),
        pytest.param("/kent/activities/a-day-on-the-farm", id="activity"),
        pytest.param("/kent/find/interest", id="question"),
        pytest.param("/kent/search", id="every choice"),
    ],
)
def test_a_page_with_its_looks_fits_into_the_first_packets(app: Flask, address: str) -> None:
    assert weight_of(app, address) <= MOST_BYTES


CORE = (
    "/kent/",
    "/kent/find/interest",
    "/kent/find?q=swimming&near=ME14+1XQ",
    "/kent/find?need=hoist&need=quiet&support=1:1&day=weekend",
    "/kent/activities/a-day-on-the-farm",
    "/kent/words",
    "/kent/read",
    "/kent/help",
    "/kent/search",
)


def heavy_languages(addresses: Iterable[str], weigh: Callable[[str], int]) -> set[str]:
    """Return the languages in which one of the pages is too heavy."""
    return {
        language
        for language in OWN_NAMES
        for address in addresses
        if weigh(f"{address}{'&' if '?' in address else '?'}lang={language}") > MOST_BYTES
    }


def test_the_core_pages_are_light_in_every_language_but_the_longest_two(app: Flask) -> None:
    assert len(heavy_languages(CORE, partial(weight_of, app))) <= 2


# With five things on the list, and all that a list says of them.
LISTS = ("", "/week", "/compare", "/picked", "/print", "/share")


def test_the_pages_of_a_list_are_light_in_every_language_but_the_longest_two(app: Flask) -> None:
    client = FlaskClient(app, app.response_class)
    fill_list(client, app, "kent", 5)

    pages = [f"/list{page}?council=kent" for page in LISTS]
    assert len(heavy_languages(pages, partial(squeezed_weight_of, client))) <= 2


@pytest.mark.parametrize("council", COUNCILS)
def test_every_activity_s_page_is_light(app: Flask, council: str) -> None:
    addresses = [each for each in addresses_of(app, council) if "/activities/" in each]
    kept = [each for each in addresses if not each.endswith("nothing-of-this-name")]

    weights = {address: weight_of(app, address) for address in kept}

    assert {address: weight for address, weight in weights.items() if weight > MOST_BYTES} == {}


def test_a_page_is_light_in_the_largest_words_and_without_pictures(app: Flask) -> None:
    cookie = Reading(pics="words", size="largest", theme="strong").to_cookie()

    assert weight_of(app, "/kent/find", cookie) <= MOST_BYTES


@pytest.mark.parametrize("council", COUNCILS)
def test_no_page_fetches_anything_from_another_host(app: Flask, council: str) -> None:
    client = app.test_client()
    fill_list(client, app, council, 3)
    seen = 0

    for address in addresses_of(app, council):
        for source in fetched_by(root_of(client.get(address).text)):
            place = urlsplit(urljoin(f"{HOST}{address}", source))
            assert (place.scheme, place.netloc) == ("http", "localhost"), (address, source)
            seen += 1

    assert seen > 500


@pytest.mark.parametrize(
    "file",
    [
        *("finder.css", "home.css", "map.css", "lists.css", "week.css", "paper.css"),
        *("listen.css", "media.css", "finder.js", "listen.js", "say.js"),
    ],
)
def test_no_file_fetches_anything_from_another_host(client: FlaskClient, file: str) -> None:
    answer = client.get(f"/static/{file}")

    for mark in ("//", "http:", "https:", "@import"):
        assert f"url({mark}" not in answer.text.replace('"', "").replace("'", "")
    # One of them knows how to say an address aloud, and names none.
    assert not re.search(r"http(?!-equiv|s\?:)", answer.text)
    answer.close()
