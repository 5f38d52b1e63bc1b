import html5lib
import pytest
from flask.testing import FlaskClient

from tests.builders import a_council, an_activity, some_contents
from tests.page import links, main_text
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
        "&leads_to=paid-job&arrangement=framework&arrangement=none&space=full&sort=near&lang=en-GB"
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
        "arrangement": {"framework", "none"},
        "space": {"full"},
        "sort": {"near"},
        "lang": {"en-GB"},
    }


@pytest.mark.parametrize("cost", ["10000", "9999.99", "0.05", "5"])
def test_a_cost_comes_back_as_an_amount(client: FlaskClient, cost: str) -> None:
    assert chosen_on(client, f"{PAGE}?max_cost={cost}")["max_cost"] == {cost}


def test_the_form_leads_to_the_results_on_the_same_page(client: FlaskClient) -> None:
    page = html5lib.parse(client.get(f"{PAGE}?lot=1a").text, namespaceHTMLElements=False)

    (form,) = (each for each in page.iter("form") if each.get("id") == "choices")
    assert (form.get("action"), form.get("method")) == (f"{PAGE}#results", "get")
    assert any(each.get("id") == "results" for each in page.iter("section"))


def test_the_results_stand_below_the_choices(client: FlaskClient) -> None:
    answer = client.get(f"{PAGE}?near=ME14+1XQ")

    lines = main_text(answer).splitlines()
    assert "Go to 1 thing Clear all choices" in lines
    assert lines.index("We found 1 thing.") > lines.index("What people like")
    caption = lines.index("Things 1 to 1 of 1. Best match first.")
    assert lines.index("Cooking Together (example) Example Green Door") > caption


def test_what_nobody_told_is_said_and_never_left_out(client: FlaskClient) -> None:
    page = html5lib.parse(client.get(PAGE).text, namespaceHTMLElements=False)

    cells = [" ".join("".join(cell.itertext()).split()) for cell in page.iter("td")]
    assert cells.count("Not told") == 2
    assert "" not in cells


def test_what_may_fit_is_marked(client: FlaskClient) -> None:
    text = main_text(client.get(f"{PAGE}?need=hoist&age=44"))

    assert "Ask about: Help and getting in, Age" in text


def test_the_order_that_is_on_is_told_to_those_who_do_not_see_it(client: FlaskClient) -> None:
    page = html5lib.parse(client.get(f"{PAGE}?sort=cost").text, namespaceHTMLElements=False)

    heads = {"".join(th.itertext()): th.get("aria-sort") for th in page.iter("th")}
    assert heads["Cost"] == "ascending"
    assert heads["Name: By name, A to Z"] is None
    assert all(th.get("scope") in ("col", "row") for th in page.iter("th"))


def test_each_choice_can_be_changed_or_taken_away(client: FlaskClient) -> None:
    answer = client.get(f"{PAGE}?day=mon&day=tue&lot=1a")

    by_words = {link.words: link.href for link in links(answer)}
    assert by_words["Take away: Monday"] == f"{PAGE}?lot=1a&day=tue"
    assert by_words["Take away: One to one, or small groups"] == f"{PAGE}?day=mon&day=tue"
    assert by_words["Clear all choices"] == PAGE
    assert by_words["Day Monday and Tuesday Change"] == "#day"


def test_there_is_nothing_to_clear_before_any_choice(client: FlaskClient) -> None:
    text = main_text(client.get(PAGE))

    assert "Clear all choices" not in text
    assert "Take away" not in text


def test_the_same_things_can_be_seen_in_other_ways(client: FlaskClient) -> None:
    answer = client.get(f"{PAGE}?lot=1a&sort=name")

    by_words = {link.words: link.href for link in links(answer)}
    asked = "/exampleshire/find?lot=1a&sort=name"
    assert by_words["Show as easy pages"] == asked
    assert by_words["Show a table to print"] == f"{asked}&view=table"
    assert by_words["Get a spreadsheet"] == "/exampleshire/find.csv?lot=1a&sort=name"


def test_nothing_found_is_never_the_end(client: FlaskClient) -> None:
    answer = client.get(f"{PAGE}?lot=2")

    lines = main_text(answer).splitlines()
    assert "We did not find this. But there are other things." in lines
    assert "See what else there is Clear all choices" in lines
    assert "Change the choices Show as easy pages" in lines
    assert "Try one of these" in lines
    assert f"{PAGE}" in [link.href for link in links(answer)]


def test_twenty_things_are_shown_and_then_the_next_twenty(site: SiteOf) -> None:
    activities = [an_activity(f"a{number:02}", name=f"Art {number:02}") for number in range(45)]
    client = site(some_contents(*activities)).test_client()

    def named(address: str) -> list[str]:
        return [link.words for link in links(client.get(address)) if "/activities/" in link.href]

    answer = client.get(f"{PAGE}?sort=name")

    (more,) = [link.href for link in links(answer) if link.words == "Show the next 20 things"]
    assert named(f"{PAGE}?sort=name") == [f"Art {number:02}" for number in range(20)]
    assert named(more) == [f"Art {number:02}" for number in range(20, 40)]
    text = main_text(client.get(more))
    assert "Page 2 of 3" in text
    assert "Show the 20 before" in text


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
