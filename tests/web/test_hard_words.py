"""On a page, each hard word leads to its meaning once, and in sentences only."""

import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from markupsafe import Markup

from finder.catalogue.contents import Contents, Page
from finder.domain.words import HardWord, Translation
from finder.web.hard_words import explained
from tests.builders import a_council, an_activity, some_contents
from tests.pseudo import ROOT
from tests.web.conftest import SiteOf

WORDS = (
    HardWord(word="carer", meaning="A friend who helps."),
    HardWord(word="hoist", meaning="A machine & more."),
)
NO_PROSE = ("a", "button", "label", "legend", "summary", "dt", "h1", "h2", "h3", "h4")
# Fragments are made once for many pages, so what a page has explained is nothing to them.
KEPT = ("card", "frame", "listen", "nothing_right", "other_things", "table", "tick")


def contents(**overrides: object) -> Contents:
    return some_contents(an_activity(), hard_words=WORDS, **overrides)


def link(word: str, meaning: str, anchor: str = "", *, more: str = "", tail: str = "") -> str:
    address = f"/exampleshire/words{tail}#{anchor or word}"
    return f'<a class="word" href="{address}" data-meaning="{meaning}"{more}>{word}</a>'


CARER = link("carer", "carer: A friend who helps.")
HOIST = link("hoist", "hoist: A machine &amp; more.")


def test_a_word_is_linked_once_on_a_page(site: SiteOf) -> None:
    with site(contents()).test_request_context("/exampleshire/help"):
        assert explained("Your carer can help.") == f"Your {CARER} can help."
        assert explained("A carer has a hoist.") == f"A carer has a {HOIST}."
        assert explained("No word <here>.") == "No word <here>."
        assert not isinstance(explained("No word <here>."), Markup)


def test_what_a_provider_wrote_is_escaped_around_a_link(site: SiteOf) -> None:
    with site(contents()).test_request_context("/exampleshire/help"):
        assert explained("<b>A carer", True) == f"&lt;b&gt;A {CARER}"


def test_a_text_that_is_nothing_but_the_word_is_a_label(site: SiteOf) -> None:
    with site(contents()).test_request_context("/exampleshire/help"):
        assert explained("Carer.") == "Carer."
        assert explained("A carer.") == f"A {CARER}."


def test_a_fragment_explains_by_itself(site: SiteOf) -> None:
    with site(contents()).test_request_context("/exampleshire/help"):
        for _ in range(2):
            assert explained("Your carer can help.", apart=True) == f"Your {CARER} can help."
        assert explained("Your carer can help.") == f"Your {CARER} can help."


def test_html_is_explained_in_its_sentences_only(site: SiteOf) -> None:
    page = Markup(
        "<h2>A carer here</h2><p>Ask <a href='/'>my carer now</a>.<br>Fish &amp; a carer.</p>"
        "<p></p><ul><li>The hoist of <strong>a carer</strong></li></ul>"
    )

    with site(contents()).test_request_context("/exampleshire/help"):
        assert explained(page) == (
            "<h2>A carer here</h2><p>Ask <a href='/'>my carer now</a>.<br>Fish &amp; "
            f"a {CARER}.</p><p></p><ul><li>The {HOIST} of <strong>a carer</strong></li></ul>"
        )


def test_a_page_of_no_council_has_no_words(site: SiteOf) -> None:
    other = some_contents(an_activity(), council=a_council(slug="elsewhere"))
    app = site(contents(), other)

    with app.test_request_context("/help"):
        assert explained("Your carer can help.") == "Your carer can help."


def test_a_meaning_that_is_not_translated_is_marked(site: SiteOf) -> None:
    polish = Translation(
        language="pl", texts={"carer": "opiekun", "A friend who helps.": "Znajomy, który pomaga."}
    )
    app = site(contents(council=a_council(languages=("en-GB", "pl")), translations=(polish,)))

    with app.test_request_context("/exampleshire/help?lang=pl"):
        tail = "?lang=pl"
        named = link("opiekun", "opiekun: Znajomy, który pomaga.", "carer", tail=tail)
        marked = link("hoist", "hoist: A machine &amp; more.", more=' data-lang="en-GB"', tail=tail)
        assert explained("To opiekun.") == f"To {named}."
        assert explained("The hoist and the opiekun.", True) == f"The {marked} and the opiekun."


def test_the_pages_explain_words_of_the_council_and_of_the_site(site: SiteOf) -> None:
    page = Page(slug="help", title="Help", html="<p>The hoist is big.</p>")
    app = site(contents(pages=(page,)))
    client = app.test_client()

    help_page = client.get("/exampleshire/help").text
    activity = client.get("/exampleshire/activities/cooking-together").text

    assert f"<p>The {HOIST} is big.</p>" in help_page
    assert f"A friend, a {CARER} or your social worker can phone for you." in activity


@pytest.mark.parametrize("name", KEPT)
def test_a_fragment_that_is_kept_never_asks_what_the_page_has_explained(name: str) -> None:
    template = (ROOT / "templates/components" / f"{name}.html").read_text(encoding="utf-8")

    calls = re.findall(r"explained\((.*?)\)\s*}}", template)
    assert [call for call in calls if not call.endswith("apart=true")] == []


@pytest.mark.parametrize("address", ["/kent/help", "/kent/activities/cooking-together"])
def test_on_the_example_pages_a_word_is_linked_once_and_never_where_it_is_no_prose(
    app: Flask, address: str
) -> None:
    root: Element = html5lib.parse(app.test_client().get(address).text, namespaceHTMLElements=False)
    parents = {child: parent for parent in root.iter() for child in parent}
    words = [each for each in root.iter("a") if each.get("class") == "word"]

    assert len(words) > 1
    assert len({each.get("href") for each in words}) == len(words)
    for each in words:
        around = each
        while around in parents:
            around = parents[around]
            assert around.tag not in NO_PROSE
