import csv
from io import StringIO

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

    # A lot is a word of those who buy, so it is called what the public calls it.
    name = address.partition("=")[0].replace("lot", "Type of support")
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


def test_each_choice_can_be_taken_away(site: SiteOf) -> None:
    client = site(some_contents()).test_client()

    by_words = {
        link.words: link.href
        for link in links(client.get(f"{FIND}?interest=cooking&day=tue&day=mon&space=full"))
    }

    assert by_words["Take away: Cooking"] == f"{FIND}?day=tue&day=mon&space=full"
    assert by_words["Take away: Monday"] == f"{FIND}?interest=cooking&day=tue&space=full"
    assert by_words["Take away: It is full now"] == f"{FIND}?interest=cooking&day=tue&day=mon"
    assert by_words["Clear all choices"] == FIND


def test_there_is_nothing_to_take_away_before_any_choice(site: SiteOf) -> None:
    text = main_text(site(some_contents()).test_client().get(FIND))

    assert "Take away" not in text
    assert "Clear all choices" not in text
    assert "You like Anything Change" in text


def test_what_is_further_away_is_one_press_away(site: SiteOf) -> None:
    client = site(some_contents()).test_client()

    answer = client.get(f"{FIND}?near=SK1+3XE&miles=5")

    (more,) = [link.href for link in links(answer) if link.words == "Show them all"]
    assert names_on(client, more) == ["Cooking Together (example)"]


def test_the_ways_of_social_workers_come_last(site: SiteOf) -> None:
    answer = site(some_contents()).test_client().get(f"{FIND}?q=cooking")

    lines = main_text(answer).splitlines()
    assert lines.index("For social workers") > lines.index("Is nothing right?")
    by_words = {link.words: link.href for link in links(answer)}
    assert by_words["See all the choices"] == "/exampleshire/search?q=cooking"
    assert by_words["Show a table"] == f"{FIND}?q=cooking&view=table"
    assert by_words["Get a spreadsheet"] == "/exampleshire/find.csv?q=cooking"


def test_the_table_has_everything_on_one_page(site: SiteOf) -> None:
    client = site(some_contents(*MANY), base_url="https://things.example.org").test_client()
    address = f"{FIND}?interest=cooking&view=table"

    answer = client.get(address, base_url="https://things.example.org")

    text = main_text(answer)
    assert [link.words for link in links(answer) if "/activities/" in link.href] == [
        activity.name for activity in MANY
    ]
    assert "Things 1 to 12 of 12. Best match first." in text
    assert "You like:\nCooking" in text
    assert "This was right on 21 November 2026." in text
    assert f"You find it again here: https://things.example.org{address}" in text
    assert '<meta name="robots" content="noindex">' in answer.text


def test_the_table_says_how_many_it_leaves_out(site: SiteOf) -> None:
    many = [an_activity(f"a{number:03}") for number in range(203)]
    client = site(some_contents(*many)).test_client()

    answer = client.get(f"{FIND}?view=table")

    assert "3 more things are not in this table." in main_text(answer)
    (sheet,) = [each for each in links(answer) if each.words == "Get a spreadsheet of them all"]
    assert sheet.href == "/exampleshire/find.csv"


def test_a_table_of_nothing_has_other_ways(site: SiteOf) -> None:
    client = site(some_contents()).test_client()

    lines = main_text(client.get(f"{FIND}?view=table&day=sun&near=xyzzy")).splitlines()

    assert "We did not find this. But there are other things." in lines
    assert "Try one of these" in lines
    assert "We do not know the place “xyzzy”. Check how it is written." in lines


def test_the_spreadsheet_has_every_result(site: SiteOf) -> None:
    client = site(some_contents(*MANY)).test_client()

    answer = client.get("/exampleshire/find.csv?interest=cooking&sort=name&page=2")

    rows = list(csv.reader(StringIO(answer.data.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["Name", *(activity.name for activity in MANY)]
    assert answer.data.startswith(b"\xef\xbb\xbf")


def test_the_spreadsheet_is_a_file_to_keep_and_not_to_index(site: SiteOf) -> None:
    answer = site(some_contents()).test_client().get("/exampleshire/find.csv")

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="things-to-do-exampleshire.csv"'
    )
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_a_spreadsheet_of_nothing_has_its_heads(site: SiteOf) -> None:
    answer = site(some_contents()).test_client().get("/exampleshire/find.csv?day=sun&colour=red")

    assert len(answer.text.splitlines()) == 1


def test_a_council_that_there_is_not_has_no_spreadsheet(client: FlaskClient) -> None:
    assert client.get("/atlantis/find.csv").status_code == 404


def test_a_council_that_there_is_not_has_no_results(client: FlaskClient) -> None:
    assert client.get("/atlantis/find").status_code == 404


def test_a_map_comes_after_the_list_and_leads_back_into_it(client: FlaskClient) -> None:
    answer = client.get("/kent/find?interest=swimming&near=ME14+1XQ")

    lines = main_text(answer).splitlines()
    names = [link.words for link in links(answer) if "/activities/" in link.href]
    assert lines.index(names[-1]) < lines.index("Where these things are")
    on_map = [link for link in links(answer) if link.href.startswith("#kent-")]
    assert [link.words for link in on_map] == [
        f"{number} {name}" for number, name in enumerate(names, 1)
    ]


def test_the_map_is_a_picture_with_a_name_and_needs_no_other_file(client: FlaskClient) -> None:
    page = client.get("/kent/find").text

    start = page.index("<svg")
    svg = page[start : page.index("</svg>")]
    assert 'role="img" aria-labelledby="map"' in svg
    assert not any(part in svg for part in ("href", "src", "url(", "style", "script"))
