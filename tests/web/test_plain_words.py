"""The words in which a council buys are for professionals, and on no page for everybody."""

import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask

from tests.web.conftest import PagesOf
from tests.web.pages import catalogue_of
from tests.web.site import COUNCILS

# "A lot of help" is no lot, and neither are "lots of people" and "lots to do".
BUYING = re.compile(
    "|".join(
        (
            r"(?<!\ba )\blot\b(?! of)",
            r"\blots\b(?! of| to)",
            r"\bframeworks?\b",
            r"\bdynamic (purchasing|market)",
            r"\bpurchasing system",
            r"\bcall[- ]?offs?\b",
            r"\bcommission(ed|ing|ers?)\b",
            r"\bservice users?\b",
            r"\bprocure",
            r"\btender",
        )
    ),
    re.IGNORECASE,
)
FOR_PROFESSIONALS = "pro"
# Social workers look for a part of the council's list by its own name, and a support plan has to
# say from which part of it a place is bought. Every other page of a list is for everybody.
SEARCH, PLAN = "/search", "/list/plan?"


@pytest.mark.parametrize("council", COUNCILS)
def test_no_page_for_everybody_says_how_a_council_buys(pages: PagesOf, council: str) -> None:
    said: dict[str, str] = {}

    for address, page in pages(council).items():
        if not is_for_professionals(address):
            for words in public_words(page):
                if BUYING.search(words):
                    said.setdefault(words, address)

    assert said == {}


@pytest.mark.parametrize("council", COUNCILS)
def test_no_activity_or_provider_says_it_either(app: Flask, council: str) -> None:
    catalogue = catalogue_of(app, council)
    texts = [
        text
        for activity in catalogue.list_all_activities()
        for text in (activity.name, activity.summary, *activity.about, *activity.bring)
    ]
    texts += [text for provider in catalogue.providers.values() for text in provider.about]

    assert [text for text in texts if BUYING.search(text)] == []


def is_for_professionals(address: str) -> bool:
    return SEARCH in address or address.startswith(PLAN)


def public_words(markup: str) -> list[str]:
    """Return the texts of a page but those in the details for social workers."""
    root: Element = html5lib.parse(markup, namespaceHTMLElements=False)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("aria-labelledby") == FOR_PROFESSIONALS:
                parent.remove(child)
    names = ("alt", "aria-label", "title", "placeholder")
    spoken = [element.get(name, "") for element in root.iter() for name in names]
    return [*root.itertext(), *spoken]


@pytest.mark.parametrize(
    ("words", "is_buying"),
    [
        ("Lot 1a", True),
        ("the lots", True),
        ("On the council’s list (framework)", True),
        ("Dynamic Purchasing System", True),
        ("a call-off contract", True),
        ("commissioned services", True),
        ("Ask the commissioner", True),
        ("an open tender", True),
        ("service users", True),
        ("People who need a lot of support", False),
        ("There are lots of things to do.", False),
        ("You talk a lot.", False),
        ("You still have lots to give.", False),
        ("The Equality and Human Rights Commission", False),
        ("Colin, the pilot", False),
    ],
)
def test_the_check_itself_knows_the_words(words: str, is_buying: bool) -> None:
    assert bool(BUYING.search(words)) is is_buying
