"""What opens or changes a list: its secrets, our own forms, and not too many tries."""

import sqlite3
from contextlib import closing

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.shortlists.tokens import make_token
from tests.page import main_text
from tests.web.conftest import SiteOf
from tests.web.list_journey import (
    ASKED,
    CONTENTS,
    FORM,
    OF_A_LIST,
    break_store,
    code_of,
    made_ready,
    owner_of,
    pages_of,
    secrets_of,
    tokens_of,
)
from tests.web.lists import ELSEWHERE, FIRST, SECOND, add, names_on, secret_of
from tests.web.site import site_of
from tests.web.test_get import state_of


@pytest.fixture
def app(site: SiteOf) -> Flask:
    return made_ready(site(CONTENTS, ELSEWHERE))


@pytest.fixture
def owner(app: Flask) -> FlaskClient:
    return owner_of(app)


class TestReading:
    @pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
    def test_no_link_of_a_list_changes_anything(
        self, app: Flask, owner: FlaskClient, method: str
    ) -> None:
        secrets = secrets_of(owner)
        code_of(owner)
        before = state_of(app)

        pages = pages_of(app, secrets, method)
        for address in pages:
            for client in (owner, app.test_client()):
                answer = client.open(f"{address}?{ASKED}", method=method)
                assert answer.status_code == 200, address
                assert "Set-Cookie" not in answer.headers
                answer.close()

        for secret in secrets.values():
            assert len([address for address in pages if secret in address]) >= 10
        assert state_of(app) == before


class TestOtherWebsites:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
            {"Sec-Fetch-Site": "none, cross-site"},
            {"Sec-Fetch-Site": ""},
            {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
            {"Origin": "https://evil.example.org"},
            {"Origin": "http://localhost.evil.example.org"},
            {"Origin": "http://localhost:81"},
        ],
        ids=str,
    )
    def test_no_form_of_a_list_is_taken_from_them(
        self, app: Flask, owner: FlaskClient, headers: dict[str, str]
    ) -> None:
        before = state_of(app)

        for address in pages_of(app, secrets_of(owner), "POST"):
            answer = owner.post(address, data=FORM, headers=headers)
            assert answer.status_code == 403, address
            assert "Set-Cookie" not in answer.headers

        assert state_of(app) == before

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
            {"Sec-Fetch-Site": "none"},
            {"Origin": "http://localhost"},
            {"Origin": "null"},
            {},
        ],
        ids=str,
    )
    def test_each_is_taken_from_our_own(
        self, app: Flask, owner: FlaskClient, headers: dict[str, str]
    ) -> None:
        for address in pages_of(app, secrets_of(owner), "POST"):
            assert owner.post(address, data=FORM, headers=headers).status_code != 403, address


class TestListsThatAreGone:
    def test_one_is_not_begun_again_under_the_secret_that_others_were_shown(
        self, app: Flask, owner: FlaskClient
    ) -> None:
        old = secrets_of(owner)
        other = app.test_client()
        other.post(f"/list/{old['edit']}/edit/renew", data=OF_A_LIST)

        assert names_on(owner) == []
        add(owner, SECOND)

        assert names_on(owner) == ["Cooking together"]
        assert len(tokens_of(owner)) == 1
        assert other.get(f"/list/{old['look']}").status_code == 404
        assert other.get(f"/list/{old['edit']}/edit").status_code == 404

    def test_nor_by_a_set_of_a_break_or_by_a_name(self, app: Flask, owner: FlaskClient) -> None:
        old = secrets_of(owner)
        site_of(app).store.clear(old["edit"])  # type: ignore[arg-type]

        owner.post("/list/label", data={"list": old["look"], "word": "Mine"})
        named = secrets_of(owner)
        site_of(app).store.clear(named["edit"])  # type: ignore[arg-type]
        owner.post("/exampleshire/break/keep", data={"activity": FIRST})

        assert names_on(owner) == ["Baking bread"]
        assert len({old["edit"], named["edit"], secret_of(owner)}) == 3
        for secret in (old, named):
            assert app.test_client().get(f"/list/{secret['look']}").status_code == 404


class TestTries:
    def guess(self, client: FlaskClient, times: int, **environ: str) -> list[int]:
        return [
            client.get(f"/list/{make_token()}", environ_overrides=environ).status_code
            for _ in range(times)
        ]

    def test_who_says_to_be_somebody_else_is_not_believed(self, app: Flask) -> None:
        client = app.test_client()
        codes = [
            self.guess(client, 1, HTTP_X_FORWARDED_FOR=f"192.0.2.{n}", HTTP_FORWARDED=f"for={n}")[0]
            for n in range(40)
        ]

        assert codes == [404] * 30 + [429] * 10

    def test_behind_a_proxy_only_what_the_proxy_says_counts(self, site: SiteOf) -> None:
        client = made_ready(site(CONTENTS, trusted_proxies=1)).test_client()

        def forwarded(end: str) -> list[int]:
            return [
                self.guess(client, 1, HTTP_X_FORWARDED_FOR=f"192.0.2.{n}, {end}")[0]
                for n in range(35)
            ]

        assert forwarded("198.51.100.7") == [404] * 30 + [429] * 5
        assert forwarded("198.51.100.8") == [404] * 30 + [429] * 5

    @pytest.mark.parametrize(
        ("one", "other", "is_same"),
        [
            ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
            ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
            ("::ffff:192.0.2.1", "192.0.2.1", True),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
            ("192.0.2.1", "192.0.2.2", False),
            ("unknown", "unknown", True),
            ("unknown", "", False),
        ],
    )
    def test_all_addresses_of_one_network_count_as_one(
        self, app: Flask, one: str, other: str, is_same: bool
    ) -> None:
        client = app.test_client()
        self.guess(client, 30, REMOTE_ADDR=one)

        assert self.guess(client, 1, REMOTE_ADDR=other) == [429 if is_same else 404]

    def test_words_for_the_phone_are_not_made_without_end(self, owner: FlaskClient) -> None:
        codes = [owner.post("/list/make-code", data=FORM).status_code for _ in range(22)]

        assert codes == [200] * 20 + [429] * 2

    def test_without_the_lists_the_site_still_shows_things_to_do(
        self, app: Flask, owner: FlaskClient
    ) -> None:
        secrets = secrets_of(owner)
        break_store(app)

        for page in ("/", "/exampleshire/find", f"/exampleshire/activities/{FIRST}"):
            assert owner.get(page).status_code == 200
        for address in ("/list", f"/list/{secrets['look']}", f"/list/{secrets['edit']}/edit"):
            answer = owner.get(address)
            assert answer.status_code == 503
            assert "You can still look at things to do." in main_text(answer)
        assert add(owner, SECOND).status_code == 503
        assert tokens_of(owner) == [secrets["edit"]]


class TestWordsForThePhone:
    @pytest.mark.parametrize("sealed", [b"", b"\0", b"\0" * 23, b"\xff" * 23, b"x" * 99])
    def test_what_was_damaged_in_the_store_opens_no_list(
        self, app: Flask, owner: FlaskClient, sealed: bytes
    ) -> None:
        code = code_of(owner)
        with closing(sqlite3.connect(site_of(app).settings.shortlists_file)) as database:
            database.execute("UPDATE shortlist_codes SET sealed = ?", (sealed,))
            database.commit()

        answer = app.test_client().post("/list/code", data={"code": code})

        assert answer.status_code == 404
        assert "These words do not open a list." in main_text(answer)
