from dataclasses import replace
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.domain.words import Translation
from finder.web import i18n
from tests.builders import a_council, some_contents
from tests.page import links, text_of
from tests.web.conftest import PagesOf, SiteOf
from tests.web.site import COUNCILS


@pytest.fixture
def arabic(pseudo_app: Flask) -> FlaskClient:
    """A browser that has never been on a site with two languages."""
    return pseudo_app.test_client()


def test_a_page_is_english_until_somebody_asks(arabic: FlaskClient) -> None:
    root = tree_of(arabic.get("/kent/").text)

    assert (root.get("lang"), root.get("dir")) == ("en-GB", "ltr")


def test_the_address_chooses_the_language_and_its_direction(arabic: FlaskClient) -> None:
    root = tree_of(arabic.get("/kent/?lang=ar").text)

    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")


def test_a_language_that_the_council_does_not_offer_is_not_taken(arabic: FlaskClient) -> None:
    assert tree_of(arabic.get("/kent/?lang=pl").text).get("lang") == "en-GB"


def test_each_page_leads_to_itself_in_the_other_language(arabic: FlaskClient) -> None:
    answer = arabic.get("/kent/find?q=swim&day=mon&day=tue&_external=1&_scheme=data&endpoint=x")

    others = [link for link in links(answer) if "lang=" in link.href]
    assert [(link.words, urlsplit(link.href)[:3]) for link in others] == [
        ("العربية", ("", "", "/kent/find"))
    ]
    assert parse_qs(urlsplit(others[0].href).query) == {
        "q": ["swim"],
        "day": ["mon", "tue"],
        "_external": ["1"],
        "_scheme": ["data"],
        "endpoint": ["x"],
        "lang": ["ar"],
    }


def test_a_page_that_is_not_there_offers_no_other_language(arabic: FlaskClient) -> None:
    answer = arabic.get("//example.org/one/two/three?lang=ar")

    assert answer.status_code == 404
    assert all("example.org" not in link.href for link in links(answer))


@pytest.mark.parametrize("council", COUNCILS)
def test_every_address_on_a_page_keeps_its_language(pseudo_pages: PagesOf, council: str) -> None:
    for address, page in pseudo_pages(council).items():
        assert addresses_that_lose_it(tree_of(page)) == [], address


def test_english_addresses_say_nothing_of_a_language(client: FlaskClient) -> None:
    page = tree_of(client.get("/kent/find").text)

    own = [link.get("href", "") for link in page.iter("a") if "hreflang" not in link.attrib]
    assert len(own) > 20
    assert "lang=" not in " ".join(own)


def test_a_form_that_was_sent_leads_back_in_the_same_language(arabic: FlaskClient) -> None:
    form = {"from": "kent", "activity": "a-day-on-the-farm"}

    answer = arabic.post("/list/add?lang=ar", data=form)

    assert answer.location == "/list?lang=ar"


def test_the_whole_site_speaks_only_what_every_council_speaks(site: SiteOf) -> None:
    welsh = a_council("one", languages=("en-GB", "cy", "ar"))
    arabic = a_council("two", languages=("en-GB", "ar"))
    client = site(some_contents(council=welsh), some_contents(council=arabic)).test_client()

    assert [link.words for link in links(client.get("/")) if "lang=" in link.href] == ["العربية"]
    assert [link.words for link in links(client.get("/one/")) if "lang=" in link.href] == [
        "Cymraeg",
        "العربية",
    ]


def test_a_language_without_a_name_of_its_own_is_called_by_its_code() -> None:
    assert i18n.own_name("so") == "so"


def test_words_without_a_translation_are_shown_in_english(site: SiteOf) -> None:
    council = a_council(languages=("en-GB", "so"))
    client = site(some_contents(council=council)).test_client()

    answer = client.get("/exampleshire/?lang=so")

    assert tree_of(answer.text).get("lang") == "so"
    assert "What do you like?" in text_of(answer)


POLISH = Translation(
    language="pl",
    texts={
        "Things to do in Exampleshire": "Zajęcia w Exampleshire",
        "Cooking": "Gotowanie",
        "Learning new skills": "Nauka",
    },
)


def test_a_council_s_own_words_are_translated_or_marked_as_english(site: SiteOf) -> None:
    council = a_council(languages=("en-GB", "pl"))
    contents = some_contents(council=council, translations=(POLISH,))
    client = site(contents).test_client()

    page = client.get("/exampleshire/?lang=pl").text

    assert "<span>Zajęcia w Exampleshire</span>" in page
    assert "<span>Gotowanie</span>" in page
    assert '<span lang="en-GB" dir="ltr">Swimming</span>' in page
    assert "Zajęcia" not in client.get("/exampleshire/").text


def test_several_words_are_joined_in_their_own_language(site: SiteOf) -> None:
    council = a_council(languages=("en-GB", "pl"))
    contents = some_contents(council=council, translations=(POLISH,))
    client = site(contents).test_client()

    both = client.get("/exampleshire/find?interest=cooking&interest=swimming&lang=pl")

    assert '<b lang="en-GB" dir="ltr">Gotowanie and Swimming</b>' in both.text
    one = client.get("/exampleshire/find?interest=cooking&lang=pl")
    assert "<b>Gotowanie</b>" in one.text


def test_a_page_says_that_its_words_are_not_checked_until_the_council_does(site: SiteOf) -> None:
    not_checked = a_council("one", languages=("en-GB", "pl"))
    checked = replace(a_council("two", languages=("en-GB", "pl")), checked_languages=("pl",))
    client = site(some_contents(council=not_checked), some_contents(council=checked)).test_client()

    says = {
        address: 'class="small unchecked"' in client.get(address).text
        for address in ("/one/", "/one/?lang=pl", "/two/?lang=pl", "/?lang=pl", "/list?lang=pl")
    }
    assert says == {
        "/one/": False,
        "/one/?lang=pl": True,
        "/two/?lang=pl": False,
        "/?lang=pl": True,
        "/list?lang=pl": True,
    }


def tree_of(markup: str) -> Element:
    root: Element = html5lib.parse(markup, namespaceHTMLElements=False)
    return root


def addresses_that_lose_it(page: Element) -> list[str]:
    """Return each link and form of a page in Arabic that leads to one in English."""
    lost = []
    for link in page.iter("a"):
        href = link.get("href", "")
        own = href.startswith("/") and not href.startswith("/static/")
        if own and "hreflang" not in link.attrib and "lang=ar" not in urlsplit(href).query:
            lost.append(href)
    for form in page.iter("form"):
        fields = {(field.get("name"), field.get("value")) for field in form.iter("input")}
        in_address = "lang=ar" in urlsplit(form.get("action", "")).query
        kept = in_address if form.get("method") == "post" else ("lang", "ar") in fields
        if not kept:
            lost.append(f"{form.get('method')} {form.get('action')}")
    return lost
