import pytest
from flask.testing import FlaskClient
from html5lib import parse

from finder.web.reading import CHOICES
from tests.builders import a_council, some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf

A_YEAR = 365 * 24 * 60 * 60
USUAL = {name: values[0] for name, values in CHOICES.items()}


@pytest.fixture
def client(site: SiteOf) -> FlaskClient:
    """A site in English and Arabic, and a council in English only."""
    both = a_council(languages=("en-GB", "ar"))
    return site(some_contents(council=both), some_contents(council=a_council("one"))).test_client()


def chosen_on(client: FlaskClient, address: str) -> dict[str, str]:
    page = parse(client.get(address).text, namespaceHTMLElements=False)
    return {
        field.get("name", ""): field.get("value", "")
        for field in page.iter("input")
        if "checked" in field.attrib
    }


def test_nothing_is_set_before_somebody_chooses(client: FlaskClient) -> None:
    answer = client.get("/one/read")

    assert "Set-Cookie" not in answer.headers
    assert "data-" not in answer.text.partition("<head>")[0]
    assert chosen_on(client, "/one/read") == USUAL


@pytest.mark.parametrize("path", ["/read", "/exampleshire/read"])
def test_what_was_chosen_holds_on_every_page(client: FlaskClient, path: str) -> None:
    answer = client.post(path, data={"pics": "first", "size": "largest", "theme": "dark"})

    assert (answer.status_code, answer.location) == (303, f"{path}?saved=1")
    assert "It is done. Every page looks like this now." in main_text(client.get(answer.location))
    page = parse(client.get("/exampleshire/find").text, namespaceHTMLElements=False)
    assert {name: value for name, value in page.items() if name.startswith("data-")} == {
        "data-pics": "first",
        "data-size": "largest",
        "data-theme": "dark",
    }
    assert chosen_on(client, "/read") == USUAL | {
        "pics": "first",
        "size": "largest",
        "theme": "dark",
    }


def test_words_only_shows_no_picture_beside_words(client: FlaskClient) -> None:
    client.post("/read", data={"pics": "words"})

    page = parse(client.get("/exampleshire/find").text, namespaceHTMLElements=False)
    (main,) = page.iter("main")
    assert list(main.iter("img")) == []


def test_the_cookie_says_only_how_somebody_reads(client: FlaskClient) -> None:
    (header,) = client.post("/read", data={"size": "large", "name": "Sam"}).headers.getlist(
        "Set-Cookie"
    )

    value, *attributes = header.split("; ")
    kept = [each for each in attributes if not each.startswith("Expires")]
    assert value == "read=size:large"
    assert kept == [f"Max-Age={A_YEAR}", "HttpOnly", "Path=/", "SameSite=Lax"]


def test_over_https_the_cookies_are_secure(site: SiteOf) -> None:
    council = a_council(languages=("en-GB", "ar"))
    app = site(some_contents(council=council), base_url="https://things.example.org")

    answer = app.test_client().post(
        "/read", data={"size": "large", "lang": "ar"}, base_url="https://things.example.org"
    )

    headers = answer.headers.getlist("Set-Cookie")
    assert len(headers) == 2
    assert all("; Secure; HttpOnly; " in header for header in headers)


@pytest.mark.parametrize("value", ["", "huge", "x" * 5000, "normal.theme:dark"])
def test_a_choice_that_there_is_not_is_the_usual_one(client: FlaskClient, value: str) -> None:
    client.post("/read", data={"size": value})

    assert client.get_cookie("read") is None


def test_an_address_shows_a_way_to_read_and_keeps_nothing(client: FlaskClient) -> None:
    address = "/exampleshire/read?lang=ar&size=larger&space=more&theme=cream&calm=yes"

    answer = client.get(address)

    assert "Set-Cookie" not in answer.headers
    assert '<html lang="ar" dir="rtl" data-size="larger" data-space="more"' in answer.text
    in_english = main_text(client.get("/exampleshire/read?size=larger"))
    assert "This is how every page can look. Press “Use these” to keep it." in in_english
    assert chosen_on(client, address) == {
        "pics": "both",
        "size": "larger",
        "space": "more",
        "theme": "cream",
        "calm": "yes",
        "lang": "ar",
    }
    assert "data-" not in client.get("/exampleshire/read").text.partition("<head>")[0]


def test_the_page_gives_a_link_that_opens_the_site_the_same_way_elsewhere(
    client: FlaskClient,
) -> None:
    client.post("/exampleshire/read", data={"theme": "strong", "calm": "yes", "lang": "ar"})

    link = link_on(client, "/exampleshire/read")

    assert link == "http://127.0.0.1:8000/exampleshire/read?lang=ar&theme=strong&calm=yes"
    other = client.application.test_client()
    assert chosen_on(other, link)["theme"] == "strong"
    other.post("/exampleshire/read", data=chosen_on(other, link))
    assert 'data-theme="strong" data-calm="yes"' in other.get("/exampleshire/").text


def link_on(client: FlaskClient, address: str) -> str:
    page = parse(client.get(address).text, namespaceHTMLElements=False)
    (link,) = (field.get("value") for field in page.iter("input") if field.get("id") == "link")
    return str(link)


def test_one_press_goes_back_to_normal_where_something_is_set(client: FlaskClient) -> None:
    assert "Go back to normal" not in main_text(client.get("/one/read"))
    client.post("/one/read", data={"size": "large"})
    assert "Go back to normal" in main_text(client.get("/one/read"))

    client.post("/one/read", data={"reset": "1"})

    assert "Go back to normal" not in main_text(client.get("/one/read"))
    assert link_on(client, "/one/read") == "http://127.0.0.1:8000/one/read?lang=en-GB&size=normal"


def test_starting_again_forgets_everything(client: FlaskClient) -> None:
    client.post("/exampleshire/read", data={"size": "large", "lang": "ar"})

    answer = client.post("/exampleshire/read", data={"reset": "1", "size": "large"})

    assert answer.status_code == 303
    assert client.get_cookie("read") is None
    assert client.get_cookie("lang") is None


@pytest.mark.parametrize("chosen", [{"theme": "dark"}, {"lang": "ar"}, {"reset": "1"}])
def test_no_page_of_before_is_shown_again(client: FlaskClient, chosen: dict[str, str]) -> None:
    answer = client.post("/exampleshire/read", data=chosen)

    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in client.get("/exampleshire/read?saved=1").headers


def test_the_language_is_chosen_where_there_are_several(client: FlaskClient) -> None:
    assert "Language" in main_text(client.get("/exampleshire/read"))
    assert "Language" not in main_text(client.get("/one/read"))


def test_the_language_that_was_chosen_holds_on_every_page_that_has_it(client: FlaskClient) -> None:
    answer = client.post("/exampleshire/read?lang=en-GB", data={"lang": "ar"})

    assert answer.location == "/exampleshire/read?saved=1"
    assert '<html lang="ar" dir="rtl"' in client.get("/exampleshire/find").text
    assert '<html lang="en-GB" dir="ltr"' in client.get("/one/find").text
    assert chosen_on(client, "/exampleshire/read")["lang"] == "ar"


@pytest.mark.parametrize("language", ["", "pl", "xx"])
def test_a_language_that_is_not_offered_is_not_kept(client: FlaskClient, language: str) -> None:
    client.post("/exampleshire/read", data={"lang": language})

    assert client.get_cookie("lang") is None


def test_a_council_that_there_is_not_has_no_way_to_read(client: FlaskClient) -> None:
    assert client.get("/atlantis/read").status_code == 404
    assert client.post("/atlantis/read", data={"size": "large"}).status_code == 404
