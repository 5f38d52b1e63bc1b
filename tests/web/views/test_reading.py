import pytest
from flask.testing import FlaskClient
from html5lib import parse

from finder.web.reading import Reading
from tests.builders import a_council, some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf

A_YEAR = 365 * 24 * 60 * 60


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
    assert chosen_on(client, "/one/read") == {"pics": "both", "size": "normal", "theme": "auto"}


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
    assert chosen_on(client, "/read") == {"pics": "first", "size": "largest", "theme": "dark"}


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
    assert value == "read=pics:both.size:large.theme:auto"
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

    cookie = client.get_cookie("read")
    assert cookie is not None
    assert cookie.value == Reading().to_cookie()


def test_starting_again_forgets_everything(client: FlaskClient) -> None:
    client.post("/exampleshire/read", data={"size": "large", "lang": "ar"})

    answer = client.post("/exampleshire/read", data={"reset": "1", "size": "large"})

    assert answer.status_code == 303
    assert client.get_cookie("read") is None
    assert client.get_cookie("lang") is None


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
