"""A list is shown to somebody: links, words for the phone, and the end of both."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.shortlists.tokens import EditToken, look_token_of, make_token
from tests.page import main_text
from tests.web.conftest import SiteOf
from tests.web.lists import FIRST, SECOND, a_site, add, names_on, secret_of
from tests.web.site import site_of

CODE = re.compile(r'<p class="code"[^>]*>([a-z ]+)</p>')
GONE = "We cannot find this list"


@pytest.fixture
def app(site: SiteOf) -> Flask:
    return a_site(site)


@pytest.fixture
def owner(app: Flask) -> FlaskClient:
    """A browser with one thing on its list."""
    client = app.test_client()
    add(client, FIRST)
    return client


def code_of(client: FlaskClient, right: str, path: str = "/list/make-code") -> str:
    found = CODE.search(client.post(path, data={"right": right}).text)
    assert found is not None
    return found[1]


class TestLinks:
    def test_both_stand_on_the_page_with_the_address_of_the_site(self, owner: FlaskClient) -> None:
        page = owner.get("/list/share").text

        look, edit = secret_of(owner, look=True), secret_of(owner)
        assert f'value="http://127.0.0.1:8000/list/{look}"' in page
        assert f'value="http://127.0.0.1:8000/list/{edit}/edit"' in page
        assert page.count('href="mailto:?subject=A%20list%20of%20things%20to%20do&amp;body=') == 2
        # Each line ends as RFC 6068 has it.
        assert (page.count("%0D%0A"), page.count("%0A")) == (6, 6)
        assert '<svg class="qr"' in page

    def test_there_is_nothing_to_show_before_there_is_a_list(self, client: FlaskClient) -> None:
        lines = main_text(client.get("/list/share")).splitlines()

        assert "Put something on your list first. Then you can show it." in lines
        assert "/list/" not in client.get("/list/share").text.partition("<main")[2].partition(
            "</main>"
        )[0].replace("/list/make-code", "")

    def test_the_look_link_shows_the_list_and_no_way_to_change_it(
        self, app: Flask, owner: FlaskClient
    ) -> None:
        look = secret_of(owner, look=True)
        other = app.test_client()

        assert names_on(other, f"/list/{look}") == ["Baking bread"]
        page = other.get(f"/list/{look}/share").text
        assert secret_of(owner) not in page
        assert f"/list/{look}" in page

    def test_neither_link_opens_what_the_other_does(self, app: Flask, owner: FlaskClient) -> None:
        other = app.test_client()
        for address in (
            f"/list/{secret_of(owner)}",
            f"/list/{secret_of(owner, look=True)}/edit",
        ):
            assert GONE in main_text(other.get(address))

    def test_the_edit_link_can_be_kept_in_another_browser(
        self, app: Flask, owner: FlaskClient
    ) -> None:
        other = app.test_client()
        add(other, SECOND)

        answer = other.post(f"/list/{secret_of(owner)}/edit/keep", data={"council": ""})

        assert answer.location == "/list?kept=1"
        assert "This list is on your phone or computer now." in main_text(
            other.get(answer.location)
        )
        assert names_on(other) == ["Baking bread"]
        add(other, SECOND)
        assert names_on(owner) == ["Baking bread", "Cooking together"]

    def test_nobody_keeps_their_own_list_twice(self, owner: FlaskClient) -> None:
        assert owner.post("/list/keep", data={"council": ""}).status_code == 404


class TestLinksThatOpenNothing:
    def test_all_are_told_the_same(self, app: Flask, owner: FlaskClient) -> None:
        deleted = app.test_client()
        add(deleted, FIRST)
        once = secret_of(deleted)
        deleted.post("/list/delete", data={"council": ""})
        addresses = [
            f"/list/{make_token()}",
            f"/list/{make_token()}/edit",
            f"/list/{make_token()}/week",
            f"/list/{once}/edit",
            f"/list/{look_token_of(EditToken(once))}",
            f"/list/{secret_of(owner)}",
            f"/list/{secret_of(owner)[:-3]}/edit",
            "/list/x",
        ]

        answers = [app.test_client().get(address) for address in addresses]

        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.data for answer in answers}) == 1
        assert GONE in main_text(answers[0])
        assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}

    def test_many_of_them_have_to_wait(self, app: Flask) -> None:
        client = app.test_client()

        codes = [client.get(f"/list/{make_token()}").status_code for _ in range(40)]

        assert codes == [404] * 30 + [429] * 10
        answer = client.get(f"/list/{make_token()}/edit")
        assert int(answer.headers["Retry-After"]) > 0
        assert "Please wait a little" in main_text(answer)

    def test_who_has_a_link_never_waits(self, app: Flask, owner: FlaskClient) -> None:
        client = app.test_client()
        for _ in range(40):
            client.get(f"/list/{make_token()}")

        assert client.get(f"/list/{secret_of(owner, look=True)}").status_code == 200


class TestWordsForThePhone:
    @pytest.mark.parametrize(("right", "may_change"), [("look", False), ("edit", True)])
    def test_they_open_the_list(
        self, app: Flask, owner: FlaskClient, right: str, may_change: bool
    ) -> None:
        code = code_of(owner, right)
        other = app.test_client()

        answer = other.post("/list/code", data={"code": code.upper().replace(" ", ", ")})

        assert answer.status_code == 303
        assert answer.location.endswith("/edit") == may_change
        assert names_on(other, answer.location) == ["Baking bread"]
        assert other.get_cookie("list") is None

    def test_five_of_our_words_that_open_nothing_are_said_to(
        self, client: FlaskClient, owner: FlaskClient
    ) -> None:
        code = code_of(owner, "look")
        backwards = " ".join(reversed(code.split()))

        answer = client.post("/list/code", data={"code": backwards})

        assert answer.status_code == 404
        assert "These words do not open a list." in main_text(answer)
        assert f'value="{backwards}"' in answer.text

    def test_a_word_that_is_not_ours_is_named(self, client: FlaskClient) -> None:
        answer = client.post("/list/code", data={"code": "zzzzzz"})

        assert answer.status_code == 422
        assert "We do not know “zzzzzz”." in main_text(answer)

    def test_many_tries_have_to_wait_even_with_the_right_words(
        self, client: FlaskClient, owner: FlaskClient
    ) -> None:
        code = code_of(owner, "look")
        wrong = " ".join(reversed(code.split()))
        tries = [client.post("/list/code", data={"code": wrong}).status_code for _ in range(12)]

        assert tries == [404] * 10 + [429] * 2
        assert client.post("/list/code", data={"code": code}).status_code == 429

    def test_nobody_makes_words_for_a_list_that_is_not_there(self, client: FlaskClient) -> None:
        answer = client.post("/list/make-code", data={"right": "edit"})

        assert (answer.status_code, answer.location) == (303, "/list/share")


class TestNewLinks:
    def test_the_old_links_and_words_stop(self, app: Flask, owner: FlaskClient) -> None:
        old_edit, old_look = secret_of(owner), secret_of(owner, look=True)
        code = code_of(owner, "edit")

        answer = owner.post("/list/renew", data={"council": ""})

        assert answer.location == "/list/share?renewed=1"
        page = main_text(owner.get(answer.location))
        assert "The old links and codes do not work any more." in page
        assert names_on(owner) == ["Baking bread"]
        other = app.test_client()
        assert GONE in main_text(other.get(f"/list/{old_edit}/edit"))
        assert GONE in main_text(other.get(f"/list/{old_look}"))
        assert other.post("/list/code", data={"code": code}).status_code == 404
        assert names_on(other, f"/list/{secret_of(owner, look=True)}") == ["Baking bread"]

    def test_somebody_with_the_edit_link_is_led_to_the_new_one(
        self, app: Flask, owner: FlaskClient
    ) -> None:
        other = app.test_client()

        answer = other.post(f"/list/{secret_of(owner)}/edit/renew", data={"council": ""})

        assert answer.location.endswith("/edit/share?renewed=1")
        assert names_on(other, answer.location.replace("/share?renewed=1", "")) == ["Baking bread"]
        assert names_on(owner) == []

    def test_without_a_list_there_is_nothing_to_stop(self, client: FlaskClient) -> None:
        assert client.post("/list/renew", data={"council": ""}).location == "/list"


def test_no_page_shows_a_code_twice_and_no_address_holds_one(owner: FlaskClient) -> None:
    code = code_of(owner, "look")

    assert code not in owner.get("/list/share").text
    assert code_of(owner, "look") != code


def test_new_lists_of_one_address_are_counted(app: Flask) -> None:
    form = {"from": "exampleshire", "activity": FIRST}
    room = {"REMOTE_ADDR": "192.0.2.7"}
    codes = [
        app.test_client().post("/list/add", data=form, environ_base=room).status_code
        for _ in range(62)
    ]

    assert codes == [303] * 60 + [429] * 2


def test_a_store_that_cannot_count_lets_people_in(app: Flask, owner: FlaskClient) -> None:
    site_of(app).store.close()
    file = site_of(app).settings.shortlists_file
    file.unlink()
    file.mkdir()

    assert app.test_client().get(f"/list/{make_token()}").status_code == 503
