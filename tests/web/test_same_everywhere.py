"""What a person may count on: one name, one help, few choices, whichever page it is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.page import links, title_says_heading
from tests.web.conftest import PagesOf
from tests.web.pages import MISSING, addresses_of
from tests.web.site import COUNCILS

MOST = 5
"""So many main choices at the most stand on a page (COGA, objective 5, pattern 3)."""


@lru_cache(maxsize=512)
def root_of(page: str) -> Element:
    root: Element = html5lib.parse(page, namespaceHTMLElements=False)
    return root


def words_of(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def help_of(root: Element) -> tuple[str, ...]:
    """Return the help at the end of a page, in order: its words and where its links lead."""
    box = next(each for each in root.iter("section") if each.get("id") == "help")
    return (words_of(box), *(link.get("href", "") for link in box.iter("a")))


@pytest.mark.parametrize("council", COUNCILS)
def test_the_same_help_is_at_the_same_place_of_every_page(pages: PagesOf, council: str) -> None:
    """WCAG 2.2, criterion 3.2.6: the same words, in the same order, first in the page's footer."""
    helps, places = set(), set()
    for address, page in pages(council).items():
        if not address.startswith(f"/{council}/") and f"council={council}" not in address:
            continue
        root = root_of(page)
        helps.add(help_of(root))
        (footer,) = root.iter("footer")
        sections = [each.get("id", each.tag) for each in footer.iter() if each.tag == "section"]
        places.add(tuple(sections))

    assert len(helps) == 1
    assert places == {("help",)}


@pytest.mark.parametrize("council", COUNCILS)
def test_the_same_four_links_are_at_the_top_of_every_page(pages: PagesOf, council: str) -> None:
    tops = {
        tuple(
            re.sub(r"\d+", "", words_of(link)).strip() for link in next(root.iter("nav")).iter("a")
        )
        for root in map(root_of, pages(council).values())
    }

    assert tops == {("Home", "My list", "How I read", "Help")}


@pytest.mark.parametrize("council", COUNCILS)
def test_a_title_is_what_the_page_is_then_whose_it_is(pages: PagesOf, council: str) -> None:
    titles = {}
    for address, page in pages(council).items():
        root = root_of(page)
        titles[address] = words_of(next(root.iter("title")))
        assert title_says_heading(page), address
        own, _, site = titles[address].rpartition(" – ")
        assert own, address
        assert site == words_of(next(root.iter("header")).find(".//a/span/span")) or (
            site == "Things to do"
        ), address

    # A page in another state has the title of the page; two different pages never share one.
    paths: dict[str, set[str]] = {}
    for address, title in titles.items():
        if MISSING not in address:
            paths.setdefault(title, set()).add(urlsplit(address).path)
    shared = {title: found for title, found in paths.items() if len(found) > 1}
    assert {title: kinds(found) for title, found in shared.items() if len(kinds(found)) > 1} == {}


def kinds(paths: set[str]) -> set[str]:
    """Return the paths without the council, whose pages are the same as those of the whole site."""
    known = "|".join(COUNCILS)
    return {re.sub(rf"^/(?:{known})(?=/)", "", path) for path in paths}


def questions_of(app: Flask, council: str) -> Iterator[str]:
    for address in addresses_of(app, council):
        if re.search(r"/find/(interest|place|when|help)", address):
            yield address


@pytest.mark.parametrize("council", COUNCILS)
def test_a_question_has_five_pictures_to_choose_from_at_the_most(
    app: Flask, client: FlaskClient, council: str
) -> None:
    """More come only when somebody presses for them: `more` and `each` in the address."""
    counted = 0
    for address in questions_of(app, council):
        if {"more", "each"} & parse_qs(urlsplit(address).query).keys():
            continue
        root = root_of(client.get(address).text)
        answers = [each for each in root.iter("label") if each.get("class") == "choice"]
        # A person who does not know has a way on: an answer, or a link.
        unsure = [link for link in links(client.get(address)) if "not sure" in link.words]
        assert 1 <= len(answers) + len(unsure) <= MOST, address
        counted += 1

    assert counted >= len(("interest", "place", "when", "help"))


@pytest.mark.parametrize("council", COUNCILS)
def test_the_first_page_begins_with_five_pictures_at_the_most(
    client: FlaskClient, council: str
) -> None:
    """The interests, one by one, come after them, under a heading of their own."""
    main = next(root_of(client.get(f"/{council}/").text).iter("main"))
    order = [
        each.get("class") if each.tag == "ul" else each.tag
        for each in main.iter()
        if each.tag in ("ul", "h2")
    ]
    (five,) = (each for each in main.iter("ul") if each.get("class") == "five lift")

    assert 2 <= len(five) <= MOST
    assert order[:2] == ["five lift", "h2"]
    assert order.index("tiles") > order.index("h2")
