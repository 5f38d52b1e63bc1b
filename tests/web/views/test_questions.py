import pytest
from flask.testing import FlaskClient
from html5lib import parse

from tests.builders import a_council, an_activity, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf

FIND = "/exampleshire/find"


@pytest.fixture
def client(site: SiteOf) -> FlaskClient:
    """A site of two councils; one has an activity."""
    return site(some_contents(), some_contents(council=a_council("elsewhere"))).test_client()


def form_of(client: FlaskClient, address: str) -> list[tuple[str, str]]:
    """Return what the form of a question would send if nothing on it is touched."""
    page = parse(client.get(address).text, namespaceHTMLElements=False)
    (form,) = page.iter("form")
    fields = [field for field in form.iter("input") if field.get("name")]
    return [
        (field.get("name", ""), field.get("value", ""))
        for field in fields
        if field.get("type") not in ("radio", "checkbox") or "checked" in field.attrib
    ]


def test_a_question_says_where_it_stands_and_what_to_do(client: FlaskClient) -> None:
    lines = main_text(client.get(f"{FIND}/interest")).splitlines()

    assert lines[:4] == [
        *("Back to home", "Question 1 of 4", "What do you like?", "Pick one or more.")
    ]
    assert lines[-1] == "Show me everything"


def test_a_whole_journey_by_the_forms_alone(client: FlaskClient) -> None:
    """Every form is sent as it stands, with one answer more, and nothing is lost."""
    steps = (
        ("interest", ("interest", "cooking")),
        ("place", ("near", "Maidstone")),
        ("when", ("day", "weekday")),
        ("help", ("support", "1:1")),
    )
    sent: list[tuple[str, str]] = []
    for step, answer in steps:
        address = f"{FIND}/{step}?" + "&".join(f"{name}={value}" for name, value in sent)
        sent = [pair for pair in form_of(client, address) if pair[1]] + [answer]

    assert sorted(sent) == sorted(answer for _, answer in steps)


@pytest.mark.parametrize("step", ["interest", "place", "when", "help"])
def test_an_answer_from_another_page_is_never_lost(client: FlaskClient, step: str) -> None:
    given = [
        ("q", "tea"),
        ("interest", "walking"),
        ("mode", "at-home"),
        ("day", "mon"),
        ("part", "morning"),
        ("need", "hoist"),
        ("support", "small-group"),
        ("age", "44"),
        ("sort", "name"),
        ("lang", "en-GB"),
    ]
    address = f"{FIND}/{step}?" + "&".join(f"{name}={value}" for name, value in given)

    sent = [pair for pair in form_of(client, address) if pair[1]]

    assert sorted(set(sent)) == sorted(given)


def test_the_way_past_a_question_leaves_its_answer_out(client: FlaskClient) -> None:
    answer = client.get(f"{FIND}/help?q=tea&need=hoist&need=quiet")

    (skip,) = [link.href for link in links(answer) if link.words == "I am not sure"]
    assert skip == f"{FIND}?q=tea"


def test_the_way_back_keeps_every_answer(client: FlaskClient) -> None:
    answer = client.get(f"{FIND}/help?q=tea&need=hoist")

    (back,) = [link.href for link in links(answer) if link.words == "Back to the question before"]
    assert back == f"{FIND}/when?q=tea&need=hoist"


def test_a_reason_shows_its_own_interests(client: FlaskClient) -> None:
    assert "Cooking" in main_text(client.get(f"{FIND}/interest?reason=fun"))
    assert "Cooking" in main_text(client.get(f"{FIND}/interest?reason=nothing-of-this-name"))


def test_the_rest_of_the_pictures_is_one_press_away(client: FlaskClient) -> None:
    first = client.get(f"{FIND}/interest?q=tea")
    (more,) = [link.href for link in links(first) if link.words == "Show me more pictures"]

    assert more == f"{FIND}/interest?q=tea&reason=fun&more=1"
    assert "Walking" in main_text(client.get(more))
    assert "Show me more pictures" not in main_text(client.get(more))


def test_somebody_can_be_not_sure_of_the_place(client: FlaskClient) -> None:
    text = main_text(client.get(f"{FIND}/place"))

    assert "I am not sure" in text
    assert "Skip this question" in text


@pytest.mark.parametrize(
    ("near", "message"),
    [
        ("xyzzy", "We do not know the place “xyzzy”. Check how it is written."),
        ("ZZ1 1ZZ", "We do not know the postcode ZZ1 1ZZ. Check it."),
    ],
)
@pytest.mark.parametrize("step", ["place", "when", "help"])
def test_a_place_that_is_not_known_is_said_at_once(
    client: FlaskClient, step: str, near: str, message: str
) -> None:
    assert message in main_text(client.get(f"{FIND}/{step}?near={near}")).splitlines()


def test_what_was_typed_is_there_to_be_mended(client: FlaskClient) -> None:
    assert 'value="xyzzy"' in client.get(f"{FIND}/place?near=xyzzy").text


@pytest.mark.parametrize("step", ["interest", "place", "when", "help"])
def test_what_is_not_understood_is_said(client: FlaskClient, step: str) -> None:
    text = main_text(client.get(f"{FIND}/{step}?day=someday&colour=red&interest=xyzzy"))

    assert "We left out a part of the address that we do not know: day, colour, interest." in text


def test_each_day_is_one_press_away_and_stays_for_who_picked_one(client: FlaskClient) -> None:
    first = client.get(f"{FIND}/when?q=tea")
    (each,) = [link.href for link in links(first) if link.words == "Show me each day"]

    assert each == f"{FIND}/when?q=tea&each=1"
    assert "Wednesday" in main_text(client.get(each))
    assert "Wednesday" in main_text(client.get(f"{FIND}/when?day=wed"))
    assert "Wednesday" not in main_text(client.get(f"{FIND}/when?day=weekend"))


def test_a_weekend_is_two_days_among_the_single_ones(client: FlaskClient) -> None:
    assert form_of(client, f"{FIND}/when?day=weekend&each=1") == [("day", "sat"), ("day", "sun")]


def test_the_evening_is_found(site: SiteOf) -> None:
    client = site(some_contents(an_activity())).test_client()

    (evening,) = [
        option
        for option in parse(client.get(f"{FIND}/when").text, namespaceHTMLElements=False).iter(
            "input"
        )
        if option.get("value") == "evening"
    ]

    page = main_text(client.get(f"{FIND}?{evening.get('name')}=evening"))
    assert "Evening" in page
    assert "We left out" not in page


def test_all_kinds_of_help_are_one_press_away(client: FlaskClient) -> None:
    answer = client.get(f"{FIND}/help?q=tea")

    (link,) = [link.href for link in links(answer) if link.words == "Show me all kinds of help"]
    assert link == "/exampleshire/search?q=tea"


@pytest.mark.parametrize("step", ["interest", "place", "when", "help"])
def test_a_council_that_there_is_not_has_no_questions(client: FlaskClient, step: str) -> None:
    assert client.get(f"/nowhere/find/{step}").status_code == 404
