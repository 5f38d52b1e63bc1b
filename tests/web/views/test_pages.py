from datetime import date
from typing import Any

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from finder.catalogue.contents import Page
from finder.domain.council import AccessibilityStatement, AgeBand, HelpContact
from finder.web.accessibility.evidence import criteria
from finder.web.presenters.statement import KNOWN, make_statement
from tests.builders import a_contact, a_council, some_contents
from tests.page import links, main_text
from tests.pseudo import in_pseudo
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
    """What the regulations of 2018 (SI 2018/952, regulation 8) ask of it, in easy words first."""

    def lines(self, site: SiteOf, **council: Any) -> list[str]:
        contents = some_contents(council=a_council(**council))
        page = site(contents).test_client().get("/exampleshire/accessibility")
        return main_text(page).splitlines()

    def test_the_easy_one_says_what_works_what_does_not_and_whom_to_tell(
        self, site: SiteOf
    ) -> None:
        lines = self.lines(
            site,
            languages=("en-GB", "pl", "cy"),
            checked_languages=("cy",),
            statement=AccessibilityStatement(
                prepared_on=date(2026, 11, 1),
                reviewed_on=date(2026, 11, 20),
                tested_on=date(2026, 10, 30),
                tested_by="The makers of the site",
                contact=a_contact(
                    phone="01632 960 300",
                    email="access@example.org",
                    website="https://example.org/form",
                    hours="",
                ),
                known_issues=("The maps have no words.", "One PDF cannot be read aloud."),
                reply_days=10,
            ),
        )
        shown = [str(KNOWN[name]) for name in dict.fromkeys(self.known_names())]

        start, end = lines.index("What works"), lines.index("About this statement")
        assert lines[start:end] == [
            "What works",
            "You can make the words bigger. You can change the colours. Choose how I read",
            "You can use it with a keyboard, with a screen reader, and with your voice.",
            "What does not work yet",
            *shown,
            "The maps have no words.",
            "One PDF cannot be read aloud.",
            "A person who speaks these languages has not checked the words yet:",
            "Polski",
            "Tell us about a problem",
            "You can also ask us for these pages in another way, such as large print.",
            "Phone us 01632 960 300",
            "Send an email access@example.org",
            "Write to us in a form: Exampleshire Council",
            "We answer within 10 working days.",
            "If you are not happy with our answer",
            (
                "The Equality and Human Rights Commission (EHRC) enforces the accessibility "
                "regulations."
            ),
            "Ask the Equality Advisory and Support Service: Exampleshire Council",
            "How we tested it",
            "We last tested the website on 30 October 2026.",
            "Who tested the website: The makers of the site",
            "We wrote this statement on 1 November 2026.",
            "We last looked at it on 20 November 2026.",
            "Accessibility statement of Exampleshire Council",
            "The law says what has to be in this part. You do not need to read it.",
        ]

    def known_names(self) -> list[str]:
        return [each.known for each in sorted(criteria(), key=lambda one: one.level) if each.known]

    def test_the_formal_one_has_the_headings_of_the_model_statement(self, site: SiteOf) -> None:
        lines = self.lines(site)
        headings = (
            "Compliance status",
            "Non-accessible content",
            "Non-compliance with the accessibility regulations",
            "Disproportionate burden",
            "Content that is not within the scope of the accessibility regulations",
            "Preparation of this accessibility statement",
            "What we are doing to improve accessibility",
            "Feedback and contact information",
            "Enforcement procedure",
        )

        assert [line for line in lines if line in headings] == list(headings)

    def test_what_the_council_did_not_say_is_said_plainly(self, site: SiteOf) -> None:
        lines = self.lines(site)

        assert "The council has not yet said when it tested this." in lines
        assert "The council has not dated this statement yet." in lines
        assert "Exampleshire Council has not yet said how soon it answers." in lines
        assert "Phone us 01632 960 101" in lines
        assert not any(line.startswith(("We answer", "Who tested the website")) for line in lines)

    def test_where_everything_works_it_asks_to_be_told_of_what_does_not(
        self, client: FlaskClient
    ) -> None:
        with client.application.test_request_context("/exampleshire/accessibility"):
            statements = [make_statement(COUNCIL, COUNCIL, ())]
            page = render_template("pages/accessibility.html", statements=statements)

        assert "We do not know of any part that does not work. Tell us if you find one." in page

    def test_in_another_language_it_says_that_the_formal_part_is_english(
        self, pseudo_app: Flask
    ) -> None:
        page = pseudo_app.test_client().get("/kent/accessibility?lang=ar").text

        assert in_pseudo("It is in English.") in page
        start = '<div class="pro" lang="en-GB" dir="ltr">\n<div class="stack"><h3>About'
        assert start in page

    def test_it_leads_to_who_enforces_the_law_and_to_the_form(self, site: SiteOf) -> None:
        form = AccessibilityStatement(contact=a_contact(website="https://example.org/form"))
        contents = some_contents(council=a_council(statement=form))
        page = site(contents).test_client().get("/exampleshire/accessibility")

        assert {
            "https://www.equalityadvisoryservice.com/",
            "https://www.equalityhumanrights.com/",
            "https://example.org/form",
        } <= {link.href for link in links(page)}

    def test_the_whole_site_has_one_for_each_council(self, client: FlaskClient) -> None:
        text = main_text(client.get("/accessibility"))

        assert "Accessibility statement of Exampleshire Council" in text
        assert "Accessibility statement of Elsewhere Council" in text


@pytest.mark.parametrize("page", ["help", "privacy", "accessibility", "pictures"])
def test_a_council_that_there_is_not_has_no_pages(client: FlaskClient, page: str) -> None:
    assert client.get(f"/atlantis/{page}").status_code == 404
