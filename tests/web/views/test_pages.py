from datetime import date

import pytest
from flask.testing import FlaskClient

from finder.catalogue.contents import Page
from finder.domain.council import AccessibilityStatement, AgeBand, HelpContact
from tests.builders import a_contact, a_council, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf

CARERS = HelpContact(
    slug="carers",
    label="Help for carers",
    text="Do you look after someone?",
    contact=a_contact(phone="01632 960 103", email=""),
)
SAFE = HelpContact(
    slug="safeguarding",
    label="Tell us if someone is not safe",
    text="In an emergency, phone 999.",
    contact=a_contact(phone="01632 960 104", email="", hours="Day and night"),
)
COUNCIL = a_council(
    contacts=(CARERS, SAFE),
    age_bands=(
        AgeBand(label="Young people", youngest=18, contact="Ask the young people’s team."),
        AgeBand(label="Everybody else", youngest=26),
    ),
    help=a_contact(text="07700 900 101"),
)
PRIVACY = Page(slug="privacy", title="Your privacy", html="<p>We do not ask for your name.</p>")
HELP = Page(slug="help", title="Help for you", html="<p>Phone <strong>us</strong>.</p>")
CONTENTS = some_contents(council=COUNCIL, pages=(HELP, PRIVACY))
ELSEWHERE = some_contents(council=a_council("elsewhere", name="Elsewhere Council"))


@pytest.fixture
def client(site: SiteOf) -> FlaskClient:
    """A site of two councils; one wrote its own pages."""
    return site(CONTENTS, ELSEWHERE).test_client()


def test_help_has_the_council_s_words_and_everybody_to_ask(client: FlaskClient) -> None:
    answer = client.get("/exampleshire/help")

    assert main_text(answer).splitlines() == [
        "Back to home",
        "Help for you",
        "Phone us.",
        "Exampleshire Council",
        "Phone us 01632 960 200",
        "9 to 5",
        "Send a text 07700 900 101",
        "Send an email green-door@example.org",
        "Help for carers",
        "Do you look after someone?",
        "Phone us 01632 960 103",
        "9 to 5",
        "Tell us if someone is not safe",
        "In an emergency, phone 999.",
        "Phone us 01632 960 104",
        "Day and night",
        "Young people",
        "Ask the young people’s team.",
    ]
    assert 'id="carers"' in answer.text
    assert 'id="safe"' in answer.text


def test_help_for_the_whole_site_names_every_council(client: FlaskClient) -> None:
    lines = main_text(client.get("/help")).splitlines()

    assert {"Exampleshire Council", "Elsewhere Council"} <= set(lines)


def test_every_page_leads_to_help_with_safety_where_the_council_has_it(
    client: FlaskClient,
) -> None:
    with_it = {link.href for link in links(client.get("/exampleshire/find"))}
    without = {link.href for link in links(client.get("/elsewhere/find"))}

    assert "/exampleshire/help#safe" in with_it
    assert "/elsewhere/help#safe" not in without


def test_privacy_says_how_long_a_list_is_kept_and_where_the_map_is_from(site: SiteOf) -> None:
    client = site(CONTENTS, ELSEWHERE, list_days=1).test_client()

    lines = main_text(client.get("/exampleshire/privacy")).splitlines()

    assert lines[1:3] == ["Your privacy", "We do not ask for your name."]
    assert lines[3] == "We keep your list for 1 day after you last change it."
    assert lines[4] == "Where the map facts come from"
    assert any("Crown copyright" in line for line in lines[5:])


@pytest.mark.parametrize(("page", "title"), [("help", "Help"), ("privacy", "Your privacy")])
def test_a_page_that_nobody_wrote_still_says_what_the_site_knows(
    site: SiteOf, page: str, title: str
) -> None:
    client = site(some_contents(pages=())).test_client()

    lines = main_text(client.get(f"/exampleshire/{page}")).splitlines()

    assert lines[1] == title
    assert len(lines) > 3


def test_who_made_the_pictures_is_said_for_each(client: FlaskClient) -> None:
    lines = main_text(client.get("/pictures")).splitlines()

    assert any(line.startswith("All emojis designed by OpenMoji") for line in lines)
    assert "cooking" in lines


class TestTheAccessibilityStatement:
    """What the regulations of 2018 (SI 2018/952, regulation 8) ask of it."""

    def lines(self, site: SiteOf, **statement: object) -> list[str]:
        told = AccessibilityStatement(**statement)  # type: ignore[arg-type]
        contents = some_contents(council=a_council(statement=told))
        page = site(contents).test_client().get("/exampleshire/accessibility")
        text = main_text(page)
        return text[text.index("Accessibility statement of") :].splitlines()

    def test_it_has_the_parts_of_the_model_statement(self, site: SiteOf) -> None:
        assert self.lines(
            site,
            prepared_on=date(2026, 11, 1),
            reviewed_on=date(2026, 11, 20),
            tested_by="The makers of the site",
            contact=a_contact(phone="01632 960 300", email="access@example.org", hours=""),
            known_issues=("The maps have no words.", "One PDF cannot be read aloud."),
            reply_days=10,
        ) == [
            "Accessibility statement of Exampleshire Council",
            (
                "This statement is for the website “Things to do in Exampleshire”. "
                "Exampleshire Council runs it."
            ),
            "Compliance status",
            (
                "This website is held against the Web Content Accessibility Guidelines 2.2, "
                "level AA. "
                "The main pages are made to meet level AAA too."
            ),
            "What does not work yet",
            "The maps have no words.",
            "One PDF cannot be read aloud.",
            "Tell us about a problem",
            "You can also ask us for these pages in another way, such as large print.",
            "Phone us 01632 960 300",
            "Send an email access@example.org",
            "We answer within 10 working days.",
            "If you are not happy with our answer",
            (
                "The Equality and Human Rights Commission (EHRC) enforces the accessibility "
                "regulations."
            ),
            "Ask the Equality Advisory and Support Service: Exampleshire Council",
            "How this statement was made",
            "We wrote this statement on 1 November 2026.",
            "We last looked at it on 20 November 2026.",
            "Who tested the website: The makers of the site",
        ]

    def test_what_the_council_did_not_say_is_said_plainly(self, site: SiteOf) -> None:
        lines = self.lines(site)

        assert "We do not know of any part that does not work. Tell us if you find one." in lines
        assert "The council has not dated this statement yet." in lines
        assert "Phone us 01632 960 101" in lines
        assert not any(line.startswith(("We answer", "Who tested")) for line in lines)

    def test_it_leads_to_who_enforces_the_law(self, client: FlaskClient) -> None:
        hrefs = {link.href for link in links(client.get("/exampleshire/accessibility"))}

        assert "https://www.equalityadvisoryservice.com/" in hrefs

    def test_the_whole_site_has_one_for_each_council(self, client: FlaskClient) -> None:
        text = main_text(client.get("/accessibility"))

        assert "Accessibility statement of Exampleshire Council" in text
        assert "Accessibility statement of Elsewhere Council" in text


@pytest.mark.parametrize("page", ["help", "privacy", "accessibility", "pictures"])
def test_a_council_that_there_is_not_has_no_pages(client: FlaskClient, page: str) -> None:
    assert client.get(f"/atlantis/{page}").status_code == 404
