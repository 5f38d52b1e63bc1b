"""A browser keeps several lists, each with a label of its own."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.shortlists.tokens import EditToken, look_token_of
from tests.page import main_text
from tests.web.conftest import SiteOf
from tests.web.lists import FIRST, SECOND, THIRD, a_site, add, names_on, secret_of


@pytest.fixture
def app(site: SiteOf) -> Flask:
    return a_site(site)


def make_list(client: FlaskClient, **label: str) -> None:
    assert client.post("/list/new", data={"x": "y", **label}).location == "/list"


def said(client: FlaskClient) -> list[str]:
    return main_text(client.get("/list/lists")).splitlines()


def test_there_is_none_at_first(client: FlaskClient) -> None:
    lines = said(client)

    assert "You can keep more than one list. They are only on this phone or computer." in lines
    assert "You use this list now." not in lines


def test_a_new_list_is_in_use_and_the_old_one_stays(client: FlaskClient) -> None:
    add(client, FIRST)
    make_list(client, picture="bus", colour="green", word="Monday")
    add(client, SECOND, THIRD)

    assert names_on(client) == ["Cooking together", "Slow swim"]
    assert "You have 1 other list" in main_text(client.get("/list"))
    lines = said(client)
    assert [line for line in lines if line in ("Green, Bus, Monday", "Yellow, Heart")] == [
        "Green, Bus, Monday",
        "Yellow, Heart",
    ]
    assert "2 things. You use this list now." in lines
    assert "1 thing" in lines


def test_each_list_can_be_taken_up_again(client: FlaskClient) -> None:
    add(client, FIRST)
    first = secret_of(client, look=True)
    make_list(client)

    assert names_on(client) == []
    answer = client.post("/list/use", data={"list": first})

    assert answer.location == "/list"
    assert names_on(client) == ["Baking bread"]


def test_a_label_can_be_changed(client: FlaskClient) -> None:
    add(client, FIRST)
    form = {"list": secret_of(client, look=True), "picture": "music", "colour": "pink"}

    client.post("/list/label", data={**form, "word": "  Sunday   club "})

    assert "Pink, Music, Sunday club" in said(client)
    assert names_on(client) == ["Baking bread"]


def test_a_label_that_cannot_be_is_made_to_fit(client: FlaskClient) -> None:
    make_list(client, picture="dragon", colour="infrared", word="w" * 30)

    assert f"Yellow, Heart, {'w' * 20}" in said(client)


def test_a_new_list_is_offered_a_label_that_no_other_has(client: FlaskClient) -> None:
    make_list(client, picture="heart", colour="yellow")

    page = client.get("/list/lists").text.partition("Make a new list")[2]

    assert 'name="colour" value="green" checked' in page


def test_a_list_that_is_let_go_is_not_deleted(app: Flask, client: FlaskClient) -> None:
    add(client, FIRST)
    first, look = secret_of(client), secret_of(client, look=True)
    make_list(client)

    client.post("/list/let-go", data={"list": look})

    assert "You have 1 other list" not in main_text(client.get("/list"))
    assert names_on(app.test_client(), f"/list/{first}/edit") == ["Baking bread"]


def test_the_last_list_that_is_let_go_leaves_no_cookie(client: FlaskClient) -> None:
    add(client, FIRST)
    client.post("/list/let-go", data={"list": secret_of(client, look=True)})

    assert client.get_cookie("list") is None


def test_deleting_the_list_in_use_takes_up_the_next(client: FlaskClient) -> None:
    add(client, FIRST)
    make_list(client)
    add(client, SECOND)

    client.post("/list/delete", data={"council": ""})

    assert names_on(client) == ["Baking bread"]


@pytest.mark.parametrize("path", ["/list/use", "/list/let-go", "/list/label"])
def test_a_list_of_another_browser_is_not_there(app: Flask, client: FlaskClient, path: str) -> None:
    other = app.test_client()
    add(other, FIRST)

    answer = client.post(path, data={"list": secret_of(other, look=True)})

    assert answer.status_code == 404


def test_a_browser_keeps_fifty_and_says_so(client: FlaskClient) -> None:
    for _ in range(50):
        make_list(client)
    assert client.post("/list/new", data={"council": ""}).location == "/list/lists"

    cookie = client.get_cookie("list")
    assert cookie is not None
    assert len(cookie.value.split(".")) == 50
    assert "This browser keeps 50 lists. It cannot keep more." in said(client)


def test_a_browser_that_keeps_fifty_loses_none_for_one_that_was_shared(
    app: Flask, client: FlaskClient
) -> None:
    other = app.test_client()
    add(other, FIRST)
    shared = secret_of(other)
    for _ in range(50):
        make_list(client)
    before = client.get_cookie("list")

    answer = client.post(f"/list/{shared}/edit/keep", data={"council": ""})

    assert answer.location == "/list/lists"
    assert client.get_cookie("list") == before


def test_one_of_fifty_can_be_kept_once_more(client: FlaskClient) -> None:
    add(client, FIRST)
    first = secret_of(client)
    for _ in range(49):
        make_list(client)

    client.post(f"/list/{first}/edit/keep", data={"council": ""})

    assert names_on(client) == ["Baking bread"]


def test_the_page_of_the_list_says_in_words_which_of_several_it_is(client: FlaskClient) -> None:
    add(client, FIRST)
    make_list(client, picture="bus", colour="green")
    add(client, SECOND)

    for path in ("/list", "/list/delete"):
        assert "Green, Bus" in main_text(client.get(path))


def test_a_form_is_about_the_list_whose_page_it_is_on(client: FlaskClient) -> None:
    """In another window another list was taken up meanwhile."""
    add(client, FIRST)
    form = {**form_of(client), "from": "exampleshire", "activity": FIRST}
    first = secret_of(client)
    make_list(client)
    add(client, FIRST)

    client.post("/list/note", data={**form, "note": "Only Mondays"})

    assert secret_of(client) == first
    assert "Only Mondays" in main_text(client.get("/list"))
    client.post("/list/use", data={"list": look_of_second(client)})
    assert "Only Mondays" not in main_text(client.get("/list"))


def test_the_list_that_is_deleted_is_the_one_that_was_asked_about(client: FlaskClient) -> None:
    add(client, FIRST)
    form = form_of(client, "/list/delete")
    make_list(client)
    add(client, SECOND)

    client.post("/list/delete", data=form)

    assert names_on(client) == ["Cooking together"]
    assert "1 other list" not in main_text(client.get("/list"))


@pytest.mark.parametrize("path", ["/list/delete", "/list/remove", "/list/make-code", "/list/add"])
def test_a_form_of_a_list_that_is_gone_is_about_no_other(client: FlaskClient, path: str) -> None:
    add(client, FIRST)
    form = {**form_of(client), "from": "exampleshire", "activity": FIRST}
    client.post("/list/delete", data=form)
    make_list(client)
    add(client, FIRST)

    answer = client.post(path, data=form)

    assert answer.status_code == 404
    assert "We cannot find this list" in main_text(answer)
    assert names_on(client) == ["Baking bread"]


def form_of(client: FlaskClient, path: str = "/list/share") -> dict[str, str]:
    """Return what a form on a page of the list names the list by. It opens nothing."""
    found = re.search(r'name="mine" value="([0-9a-f]{16})"', client.get(path).text)
    assert found is not None
    return {"mine": found[1]}


def look_of_second(client: FlaskClient) -> str:
    cookie = client.get_cookie("list")
    assert cookie is not None
    return look_token_of(EditToken(cookie.value.split(".")[1]))


def test_a_list_that_has_run_out_is_still_named(client: FlaskClient) -> None:
    add(client, FIRST)
    cookie = client.get_cookie("list")
    assert cookie is not None
    client.set_cookie("list", f"{cookie.value}.{'x' * 22}")

    assert "Nothing on it yet" in said(client)


def test_forms_lead_back_under_the_council_they_came_from(client: FlaskClient) -> None:
    form = {"council": "elsewhere"}
    assert client.post("/list/new", data=form).location == "/list?council=elsewhere"
