import pytest
from flask.testing import FlaskClient

from finder.domain.activity import Helpers
from finder.domain.council import HelpContact
from finder.domain.vocabulary import ActivityStatus, Need, ProviderStatus
from tests.builders import a_contact, a_council, a_provider, an_activity, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf

FIND = "/exampleshire/find"
MANY = tuple(
    an_activity(f"cooking-{number:02}", name=f"Cooking {number:02}") for number in range(12)
)


def names_on(client: FlaskClient, address: str) -> list[str]:
    """Return the names of the activities that a page shows, in order."""
    answer = client.get(address)
    return [link.words for link in links(answer) if "/activities/" in link.href]


def test_five_things_are_shown_and_then_the_next_five(site: SiteOf) -> None:
    client = site(some_contents(*MANY)).test_client()

    first = client.get(FIND)

    assert names_on(client, FIND) == [f"Cooking {number:02}" for number in range(5)]
    assert "We found 12 things. You see 1 to 5. Nobody can pay to be first." in main_text(first)
    (more,) = [link.href for link in links(first) if link.words == "Show the next 5 things"]
    assert names_on(client, more) == [f"Cooking {number:02}" for number in range(5, 10)]
    (last,) = [
        link.href for link in links(client.get(more)) if link.words == "Show the next 5 things"
    ]
    assert names_on(client, last) == ["Cooking 10", "Cooking 11"]
    assert "Show the next 5 things" not in main_text(client.get(last))
    assert "Page 3 of 3" in main_text(client.get(last))


def test_the_title_says_which_page_it_is(site: SiteOf) -> None:
    client = site(some_contents(*MANY)).test_client()

    assert "<title>Cooking: page 2 of 3 –" in client.get(f"{FIND}?interest=cooking&page=2").text


@pytest.mark.parametrize("page", ["4", "900", "1000"])
def test_a_page_beyond_the_last_is_the_last(site: SiteOf, page: str) -> None:
    client = site(some_contents(*MANY)).test_client()

    assert names_on(client, f"{FIND}?page={page}") == ["Cooking 10", "Cooking 11"]
    assert "We left out a part of the address that we do not know: page." in main_text(
        client.get(f"{FIND}?page={page}")
    )


@pytest.mark.parametrize(
    "address",
    ["day=someday", "miles=far", "page=-1", "age=old", "need=everything", "lot=99", "colour=red"],
)
def test_what_is_not_understood_is_left_out_and_said(site: SiteOf, address: str) -> None:
    client = site(some_contents()).test_client()

    answer = client.get(f"{FIND}?{address}")

    name = address.partition("=")[0]
    assert f"a part of the address that we do not know: {name}." in main_text(answer)
    assert "We found 1 thing." in main_text(answer)


def test_the_three_things_that_are_said_of_a_place(site: SiteOf) -> None:
    client = site(some_contents()).test_client()

    def said(near: str) -> str:
        return main_text(client.get(f"{FIND}?near={near}"))

    assert "We do not know the place “xyzzy”. Check how it is written." in said("xyzzy")
    assert "We do not know the postcode ZZ1 1ZZ. Check it." in said("ZZ1 1ZZ")
    assert "We do not know ME14 1ZZ. We used ME14 1. Distances are rough." in said("ME14 1ZZ")
    assert "We do not know" not in said("ME14 1XQ")


def test_what_may_fit_stands_apart_from_what_fits(site: SiteOf) -> None:
    sure = an_activity("sure", name="Sure", needs={Need.HOIST: True})
    client = site(some_contents(sure, an_activity("may", name="May"))).test_client()

    lines = main_text(client.get(f"{FIND}?need=hoist")).splitlines()

    assert lines.index("Sure") < lines.index("Ask about these") < lines.index("May")
    assert "They did not tell us about all the help that you need." in lines


def test_nothing_found_is_never_the_end(site: SiteOf) -> None:
    client = site(some_contents()).test_client()

    answer = client.get(f"{FIND}?q=xyzzy&day=sun&need=hoist&max_cost=1")

    lines = main_text(answer).splitlines()
    assert "We did not find this. But there are other things." in lines
    assert "Try one of these" in lines
    assert "Everything" in lines
    assert lines.index("Is nothing right?") > lines.index("Try one of these")


def test_a_few_results_come_with_other_ways_and_many_do_not(site: SiteOf) -> None:
    swim = an_activity("swim", interests=("swimming",))
    client = site(some_contents(*MANY, swim)).test_client()

    assert "Try one of these" not in main_text(client.get(FIND))
    assert "Try one of these" in main_text(client.get(f"{FIND}?interest=swimming"))


def test_what_to_do_when_nothing_is_right_is_on_every_page(site: SiteOf) -> None:
    contact = HelpContact(
        slug="assessment",
        label="Ask for help with the cost",
        text="It is free.",
        contact=a_contact(phone="01632 960 102"),
    )
    helped = some_contents(council=a_council(contacts=(contact,)))
    silent = some_contents(council=a_council("silent", help=a_contact(phone="")))
    client = site(helped, silent).test_client()

    assert "Ask for help with the cost It is free. 01632 960 102" in main_text(client.get(FIND))
    assert "Phone us We will look with you." in main_text(client.get(FIND))
    assert "Phone us" not in main_text(client.get("/silent/find"))
    assert "Ask for a direct payment" in main_text(client.get("/silent/find"))


def test_a_paused_or_ended_thing_is_not_found(site: SiteOf) -> None:
    shown = an_activity("shown", name="Shown")
    hidden = [
        an_activity("paused", status=ActivityStatus.PAUSED),
        an_activity("ended", status=ActivityStatus.ENDED),
        an_activity("left", provider_id="example-gone"),
    ]
    providers = (a_provider(), a_provider("example-gone", status=ProviderStatus.LEFT))
    client = site(some_contents(shown, *hidden, providers=providers)).test_client()

    assert names_on(client, FIND) == ["Shown"]


def test_a_card_leads_to_a_page_that_leads_back(site: SiteOf) -> None:
    client = site(some_contents(*MANY)).test_client()
    address = f"{FIND}?q=cooking&near=Maidstone&page=2"

    (first, *_) = [link for link in links(client.get(address)) if "/activities/" in link.href]
    (back,) = [link for link in links(client.get(first.href)) if "Back to what" in link.words]

    assert back.href == address


def test_a_button_on_a_card_comes_back_to_that_card(site: SiteOf) -> None:
    client = site(some_contents(an_activity(helpers=Helpers(helpers=1)))).test_client()

    page = client.get(f"{FIND}?q=tea+%26+cooking").text

    back = "/exampleshire/find?q=tea+%26+cooking#exampleshire-cooking-together"
    assert f'name="back" value="{back.replace("&", "&amp;")}"' in page


def test_results_are_not_for_search_engines(site: SiteOf) -> None:
    page = site(some_contents()).test_client().get(FIND).text

    assert '<meta name="robots" content="noindex">' in page


def test_a_council_that_there_is_not_has_no_results(client: FlaskClient) -> None:
    assert client.get("/atlantis/find").status_code == 404
