"""Read the core pages of a council as they are served, and count how easy they are to read."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.readability.page_text import text_of_page
from finder.readability.report import PageReport, page_report
from finder.web import context
from finder.web.presenters.card import is_running

# The ids of the parts whose words are not ours to choose: the official words that social workers
# need, the licences of maps, and the statement that a law has words for.
OFFICIAL = ("pro", "thanks", "{council}-formal")
ON_THE_LIST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page, and what was counted on it."""

    name: str
    address: str
    report: PageReport


class NotReadError(Exception):
    """A page cannot be read, because the site does not show it."""


def read_core_pages(app: Flask, council: str) -> list[PageRead]:
    """Return the core pages, read with two things on a list of the site's own store.

    Give the site a store that is thrown away. Raise NotReadError when a page is not shown.
    """
    live = app.extensions[context.EXTENSION].live
    generation = live.take()
    try:
        catalogue = generation.councils[council].catalogue
        running = [each for each in catalogue.list_all_activities() if is_running(each, catalogue)]
        allowed = frozenset(
            form for word in catalogue.hard_words for form in (word.word, *word.also)
        )
        names = frozenset(_names(catalogue))
    finally:
        live.give_back(generation)
    # A test gives the site a client that checks each page, which takes long and is not asked here.
    client = FlaskClient(app, app.response_class)
    for activity in running[:ON_THE_LIST]:
        form = {"from": council, "activity": activity.activity_id}
        client.post("/list/add", data=form)
    return [
        PageRead(
            name=name,
            address=address,
            report=page_report(_text_at(client, address, council), allowed=allowed, names=names),
        )
        for name, address in _core_pages(council, running)
    ]


def _text_at(client: FlaskClient, address: str, council: str) -> str:
    answer = client.get(address)
    if answer.status_code != 200:
        raise NotReadError(f"The site answered {answer.status_code} at {address}.")
    without = frozenset(each.format(council=council) for each in OFFICIAL)
    return text_of_page(answer.get_data(as_text=True), without=without)


def _core_pages(council: str, running: list[Activity]) -> Iterator[tuple[str, str]]:
    """Yield the names and the addresses of the pages that most people see."""
    own = f"/{council}"
    yield "Home", f"{own}/"
    yield "Question: what", f"{own}/find/interest"
    yield "Question: where", f"{own}/find/place"
    yield "Question: when", f"{own}/find/when"
    yield "Question: help", f"{own}/find/help"
    yield "Results", f"{own}/find"
    yield "Nothing found", f"{own}/find?q=xyzzy"
    yield "Every choice", f"{own}/search"
    # One page may be short by chance.
    for number, activity in enumerate(running[:3], start=1):
        yield f"Activity {number}", f"{own}/activities/{activity.activity_id}"
    for activity in running[:1]:
        yield "Provider", f"{own}/providers/{activity.provider_id}"
    yield "My list", f"/list?council={council}"
    yield "My week", f"/list/week?council={council}"
    yield "Side by side", f"/list/compare?council={council}"
    yield "Show my list", f"/list/share?council={council}"
    yield "My list to print", f"/list/print?council={council}"
    yield "Plan a break", f"{own}/break"
    yield "Ways to have a break", f"{own}/break?free=tue:1000-1500"
    yield "How I read", f"{own}/read"
    yield "Hard words", f"{own}/words"
    yield "Help", f"{own}/help"
    yield "Your privacy", f"{own}/privacy"
    yield "How easy this site is to use", f"{own}/accessibility"


def _names(catalogue: Catalogue) -> Iterator[str]:
    """Yield the names of groups, activities and places, which nobody can make easier."""
    council = catalogue.council
    yield from (council.name, council.site_name, *(area.label for area in council.areas))
    for provider in catalogue.providers.values():
        yield provider.name
    for activity in catalogue.list_all_activities():
        yield activity.name
        for place in activity.places:
            yield from (place.name, place.address, place.town)
