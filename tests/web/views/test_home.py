from flask.testing import FlaskClient

from finder.domain.council import HelpContact
from tests.builders import a_contact, a_council, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf


def test_the_first_page_offers_five_pictures_at_the_most(client: FlaskClient) -> None:
    answer = client.get("/kent/")

    big = [link.href for link in links(answer) if "reason=" in link.href]
    assert 2 <= len(big) <= 5
    assert all(href.startswith("/kent/find/interest?reason=") for href in big)


def test_every_interest_is_there_too_and_leads_to_the_next_question(client: FlaskClient) -> None:
    answer = client.get("/kent/")

    small = [link.href for link in links(answer) if "interest=" in link.href]
    assert len(small) == len(set(small)) == 27
    assert "/kent/find/place?interest=swimming" in small


def test_everything_is_one_press_away(client: FlaskClient) -> None:
    hrefs = {link.href for link in links(client.get("/kent/"))}

    assert {"/kent/find", "/kent/search", "/kent/help", "/list?council=kent"} <= hrefs


def test_carers_are_spoken_to_where_the_council_has_help_for_them(site: SiteOf) -> None:
    contact = HelpContact(
        slug="carers", label="Help for carers", text="Ask us.", contact=a_contact()
    )
    helped = some_contents(council=a_council("helped", contacts=(contact,)))
    client = site(helped, some_contents()).test_client()

    assert "Do you look after someone?" in main_text(client.get("/helped/"))
    assert "Do you look after someone?" not in main_text(client.get("/exampleshire/"))


def test_a_council_that_there_is_not_has_no_page(client: FlaskClient) -> None:
    answer = client.get("/atlantis/")

    assert answer.status_code == 404
    assert "We cannot find that page" in main_text(answer)


def test_a_slash_too_few_is_put_right(client: FlaskClient) -> None:
    answer = client.get("/kent?lang=en-GB")

    assert (answer.status_code, answer.location) == (308, "/kent/?lang=en-GB")
