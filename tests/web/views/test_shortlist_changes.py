"""Faces, notes, order and changes, on my own list and on one that came by a link."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.domain.activity import Session
from finder.domain.vocabulary import Day
from finder.shortlists.tokens import make_token
from tests.builders import an_activity, some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf
from tests.web.lists import FIRST, SECOND, THIRD, a_site, add, names_on, secret_of

NAMES = {FIRST: "Baking bread", SECOND: "Cooking together", THIRD: "Slow swim"}


@pytest.fixture
def app(site: SiteOf) -> Flask:
    return a_site(site)


def post(client: FlaskClient, path: str, activity: str = FIRST, **form: str) -> TestResponse:
    return client.post(path, data={"from": "exampleshire", "activity": activity, **form})


def said(client: FlaskClient, path: str = "/list") -> list[str]:
    return main_text(client.get(path)).splitlines()


class TestFaces:
    def test_nothing_is_chosen_at_first(self, client: FlaskClient) -> None:
        add(client, FIRST)

        assert 'aria-pressed="true"' not in client.get("/list").text

    def test_a_face_stays_and_the_page_leads_back_to_the_card(self, client: FlaskClient) -> None:
        add(client, FIRST, SECOND)

        answer = post(client, "/list/face", SECOND, face="maybe")

        told = f"said={SECOND}&from=exampleshire&was=none"
        assert answer.location == f"/list?{told}#exampleshire-{SECOND}"
        assert "You said maybe." in said(client, answer.location)
        assert client.get("/list").text.count('aria-pressed="true"') == 1

    def test_undo_goes_back_to_what_was_said_before(self, client: FlaskClient) -> None:
        add(client, FIRST)
        post(client, "/list/face", face="yes")
        page = client.get(post(client, "/list/face", face="no").location).text

        assert '<button class="btn" name="face" value="yes">Undo' in page
        assert "You said no." in page

    def test_pressing_the_face_that_is_chosen_takes_it_back(self, client: FlaskClient) -> None:
        add(client, FIRST)
        post(client, "/list/face", face="yes")
        assert 'value="none" aria-pressed="true"' in client.get("/list").text

        answer = post(client, "/list/face", face="none")

        assert "You took your answer back." in said(client, answer.location)
        assert 'aria-pressed="true"' not in client.get("/list").text

    @pytest.mark.parametrize("face", ["", "x", "YES", "yes "])
    def test_a_face_that_is_none_takes_the_answer_back(
        self, client: FlaskClient, face: str
    ) -> None:
        add(client, FIRST)
        post(client, "/list/face", face="yes")
        post(client, "/list/face", face=face)

        assert 'aria-pressed="true"' not in client.get("/list").text

    def test_there_is_nothing_to_say_of_what_is_not_on_the_list(self, client: FlaskClient) -> None:
        assert post(client, "/list/face", face="yes").location == "/list"
        add(client, FIRST)
        assert post(client, "/list/face", SECOND, face="yes").location == "/list"

    def test_picked_together_shows_them_in_groups(self, client: FlaskClient) -> None:
        add(client, FIRST, SECOND, THIRD)
        post(client, "/list/face", FIRST, face="no")
        post(client, "/list/face", THIRD, face="yes")
        post(client, "/list/note", THIRD, note="Ask about the bus")

        lines = said(client, "/list/picked")

        found = [each for each in lines if each in {*NAMES.values(), *HEADINGS}]
        assert found == [
            *(HEADINGS[0], "Slow swim"),
            *(HEADINGS[2], "Cooking together"),
            *(HEADINGS[3], "Baking bread"),
        ]
        assert "Note: Ask about the bus" in lines

    def test_nothing_is_picked_from_an_empty_list(self, client: FlaskClient) -> None:
        assert "There is nothing on this list now." in said(client, "/list/picked")


HEADINGS = (
    "Yes, I want to do these",
    "Maybe. I am not sure yet",
    "No answer yet",
    "No, not these",
)


class TestNotes:
    def test_a_note_stays_and_is_shown(self, client: FlaskClient) -> None:
        add(client, FIRST)

        answer = post(client, "/list/note", note="  Ask about\r\nthe bus  ")

        assert answer.location == f"/list#exampleshire-{FIRST}"
        assert "Note: Ask about the bus" in said(client)

    def test_a_note_can_be_emptied(self, client: FlaskClient) -> None:
        add(client, FIRST)
        post(client, "/list/note", note="x")
        post(client, "/list/note", note="")

        assert "Note: x" not in said(client)

    def test_a_long_note_comes_back_to_be_made_shorter(self, client: FlaskClient) -> None:
        add(client, FIRST)
        post(client, "/list/note", note="before")

        answer = post(client, "/list/note", note="é" * 201)

        assert answer.status_code == 422
        assert "That is too long. Make it shorter." in main_text(answer)
        assert "é" * 201 in answer.text
        assert "Note: before" in said(client)

    def test_the_longest_note_is_kept(self, client: FlaskClient) -> None:
        add(client, FIRST)

        assert post(client, "/list/note", note="a\r\n" * 66 + "bc").status_code == 303

    def test_there_is_nowhere_to_write_without_a_list(self, client: FlaskClient) -> None:
        assert post(client, "/list/note", note="x").location == "/list"

    def test_a_note_cannot_write_markup(self, client: FlaskClient) -> None:
        add(client, FIRST)
        post(client, "/list/note", note="</textarea><script>x</script>")

        assert "<script>x" not in client.get("/list").text


class TestOrder:
    def test_a_thing_moves_up_and_down(self, client: FlaskClient) -> None:
        add(client, FIRST, SECOND, THIRD)

        assert post(client, "/list/move", THIRD, move="up").location.endswith(f"-{THIRD}")
        assert names_on(client) == ["Baking bread", "Slow swim", "Cooking together"]

        post(client, "/list/move", FIRST, move="down")
        assert names_on(client) == ["Slow swim", "Baking bread", "Cooking together"]

    def test_the_first_cannot_go_up_and_a_single_one_goes_nowhere(
        self, client: FlaskClient
    ) -> None:
        add(client, FIRST)
        post(client, "/list/move", FIRST, move="up")

        page = client.get("/list").text
        assert names_on(client) == ["Baking bread"]
        assert "Move up" not in page
        assert "Move down" not in page

    def test_there_is_nothing_to_move_without_a_list(self, client: FlaskClient) -> None:
        assert post(client, "/list/move", move="up").status_code == 303


class TestChanges:
    def test_what_is_new_since_it_was_added_is_said_until_it_was_seen(self, site: SiteOf) -> None:
        client = a_site(site).test_client()
        add(client, FIRST)
        cookie = client.get_cookie("list")
        assert cookie is not None
        other_day = an_activity(FIRST, name="Baking bread", sessions=(Session(day=Day.SUN),))
        client = site(some_contents(other_day)).test_client()
        client.set_cookie("list", cookie.value)

        lines = said(client)
        assert "Something is different since this went on the list." in lines
        assert "The days or times are new." in lines
        assert "The cost is new." not in lines

        assert post(client, "/list/seen").location == f"/list#exampleshire-{FIRST}"
        assert "Something is different since this went on the list." not in said(client)

    def test_seeing_without_a_list_does_nothing(self, client: FlaskClient) -> None:
        assert post(client, "/list/seen").status_code == 303
        assert post(client, "/list/seen", "nothing").status_code == 404


class TestWhatWasChosenToSee:
    def test_days_and_money_stay_in_the_address(self, client: FlaskClient) -> None:
        add(client, FIRST)
        address = f"/list?go=exampleshire:{FIRST}:mon&have=150"
        page = client.get(address).text
        assert f'<input type="hidden" name="go" value="exampleshire:{FIRST}:mon">' in page
        assert '<input type="hidden" name="have" value="150">' in page

        form = {"go": f"exampleshire:{FIRST}:mon", "have": "150", "note": "x"}
        answer = post(client, "/list/note", **form)

        assert answer.location == (
            f"/list?go=exampleshire:{FIRST}:mon&have=150#exampleshire-{FIRST}"
        )


class TestAnEditLink:
    def test_who_has_it_can_do_the_same(self, app: Flask) -> None:
        owner, other = app.test_client(), app.test_client()
        add(owner, FIRST, SECOND)
        base = f"/list/{secret_of(owner)}/edit"

        answer = post(other, f"{base}/face", face="yes")

        assert answer.location.startswith(f"{base}?said={FIRST}")
        assert "You said yes." in said(other, answer.location)
        assert owner.get("/list").text.count('aria-pressed="true"') == 1
        post(other, f"{base}/note", note="from the other")
        post(other, f"{base}/move", SECOND, move="up")
        post(other, f"{base}/remove", FIRST)
        assert names_on(owner) == ["Cooking together"]
        post(other, f"{base}/put-back", FIRST)
        assert names_on(owner) == ["Cooking together", "Baking bread"]
        assert "Note: from the other" in said(owner)
        assert other.get_cookie("list") is None

    def test_one_that_opens_nothing_changes_nothing(self, client: FlaskClient) -> None:
        answer = post(client, f"/list/{make_token()}/edit/face", face="yes")

        assert answer.status_code == 404
        assert "We cannot find this list" in main_text(answer)


def test_with_a_look_link_nothing_can_be_changed(app: Flask) -> None:
    owner = app.test_client()
    add(owner, FIRST)
    look = secret_of(owner, look=True)

    for change in ("face", "note", "move", "remove", "put-back", "seen", "add", "renew", "keep"):
        assert post(app.test_client(), f"/list/{look}/{change}", face="yes").status_code == 404
        assert post(app.test_client(), f"/list/{look}/edit/{change}", face="yes").status_code == 404
    page = app.test_client().get(f"/list/{look}").text
    assert 'method="post"' not in page[page.index("<main") : page.index("</main>")]
