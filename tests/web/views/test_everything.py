import html5lib
import pytest
from flask.testing import FlaskClient

from tests.builders import a_council, an_activity, some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf

PAGE = "/exampleshire/search"


@pytest.fixture
def client(site: SiteOf) -> FlaskClient:
    """A site with one activity, and a council without lots."""
    plain = a_council("plain", lots=(), groups=())
    return site(some_contents(), some_contents(an_activity(lots=()), council=plain)).test_client()


def chosen_on(client: FlaskClient, address: str) -> dict[str, set[str]]:
    """Return what the form of a page would send as it stands."""
    page = html5lib.parse(client.get(address).text, namespaceHTMLElements=False)
    sent: dict[str, set[str]] = {}
    for field in page.iter("input"):
        name, value = field.get("name"), field.get("value", "")
        is_box = field.get("type") == "checkbox"
        if name and value and (not is_box or "checked" in field.attrib):
            sent.setdefault(name, set()).add(value)
    for select in page.iter("select"):
        for option in select.iter("option"):
            if "selected" in option.attrib and option.get("value"):
                sent.setdefault(select.get("name", ""), set()).add(option.get("value", ""))
    return sent


def test_the_form_holds_every_choice_that_the_address_has(client: FlaskClient) -> None:
    address = (
        "q=tea&interest=cooking&interest=music&lot=1a&near=Maidstone&miles=7&day=mon&part=morning"
        "&mode=in-person&need=hoist&need=quiet&support=1:1&who=older&age=44&pay=self&max_cost=10.50"
        "&leads_to=paid-job&sort=near&lang=en-GB"
    )

    assert chosen_on(client, f"{PAGE}?{address}") == {
        "q": {"tea"},
        "interest": {"cooking", "music"},
        "lot": {"1a"},
        "near": {"Maidstone"},
        "miles": {"7"},
        "day": {"mon"},
        "part": {"morning"},
        "mode": {"in-person"},
        "need": {"hoist", "quiet"},
        "support": {"1:1"},
        "who": {"older"},
        "age": {"44"},
        "pay": {"self"},
        "max_cost": {"10.5"},
        "leads_to": {"paid-job"},
        "sort": {"near"},
        "lang": {"en-GB"},
    }


@pytest.mark.parametrize("cost", ["10000", "9999.99", "0.05", "5"])
def test_a_cost_comes_back_as_an_amount(client: FlaskClient, cost: str) -> None:
    assert chosen_on(client, f"{PAGE}?max_cost={cost}")["max_cost"] == {cost}


def test_the_button_says_how_many_things_it_shows(client: FlaskClient) -> None:
    assert "Show 1 thing" in main_text(client.get(PAGE)).splitlines()
    assert "Show 0 things" in main_text(client.get(f"{PAGE}?age=5&q=xyzzy"))


def test_a_choice_says_how_many_did_not_tell(client: FlaskClient) -> None:
    assert "Hoist 0 (ask 1)" in main_text(client.get(PAGE))


def test_a_lot_has_its_plain_label_and_its_official_name(client: FlaskClient) -> None:
    text = main_text(client.get(PAGE))

    assert "One to one, or small groups (1a: Lot 1a, Everyday Life) 1" in text
    assert "Type of support" not in main_text(client.get("/plain/search"))


def test_what_is_not_understood_is_said(client: FlaskClient) -> None:
    text = main_text(client.get(f"{PAGE}?near=xyzzy&day=someday"))

    assert "We do not know the place “xyzzy”. Check how it is written." in text
    assert "We left out a part of the address that we do not know: day." in text


def test_a_council_that_there_is_not_has_no_search(client: FlaskClient) -> None:
    assert client.get("/atlantis/search").status_code == 404
