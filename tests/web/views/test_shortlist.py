import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from finder.domain.vocabulary import ActivityStatus, ProviderStatus
from finder.shortlists.tokens import is_token
from tests.builders import a_council, a_provider, an_activity, some_contents
from tests.page import main_text, text_of
from tests.web.conftest import SiteOf
from tests.web.lists import CONTENTS, FIRST, SECOND, THIRD, a_site, add, names_on
from tests.web.site import site_of

HALF_A_YEAR = 180 * 24 * 60 * 60


@pytest.fixture
def app(site: SiteOf) -> Flask:
    return a_site(site)


def remove(client: FlaskClient, activity_id: str, **more: str) -> TestResponse:
    form = {"from": "exampleshire", "activity": activity_id, **more}
    return client.post("/list/remove", data=form)


def test_an_empty_list_says_how_to_put_things_on_it(client: FlaskClient) -> None:
    assert main_text(client.get("/list")).splitlines() == [
        "My list",
        "There is nothing on your list yet.",
        "How to put things on your list",
        "Look for things to do.",
        "Press “Add to my list”.",
        "Come back here. Show it to someone you trust.",
        "Look for things to do I have a code",
    ]


def test_an_activity_is_on_the_list_once_it_was_added(client: FlaskClient) -> None:
    answer = add(client, FIRST)

    assert (answer.status_code, answer.location) == (303, "/list")
    assert names_on(client) == ["Baking bread"]
    assert "There is 1 thing on it. It can hold 20." in main_text(client.get("/list"))
    assert "We keep your list until 20 May 2027." in main_text(client.get("/list"))


def test_adding_twice_is_the_same_as_adding_once(client: FlaskClient) -> None:
    add(client, FIRST, FIRST)

    assert names_on(client) == ["Baking bread"]


def test_adding_from_a_page_leads_back_to_that_page(client: FlaskClient) -> None:
    back = "/exampleshire/find?q=bread#exampleshire-baking-bread"

    assert add(client, FIRST, back=back).location == back


def test_a_form_from_a_council_s_list_leads_back_to_it(client: FlaskClient) -> None:
    assert add(client, FIRST, council="elsewhere").location == "/list?council=elsewhere"
    assert add(client, FIRST, council="nowhere").location == "/list"


def test_the_list_holds_things_of_several_councils(client: FlaskClient) -> None:
    add(client, FIRST)
    client.post("/list/add", data={"from": "elsewhere", "activity": "cooking-together"})

    assert "There are 2 things on it." in main_text(client.get("/list?council=elsewhere"))


def test_the_top_of_each_page_counts_what_is_on_the_list(client: FlaskClient) -> None:
    add(client, FIRST, SECOND)

    assert "My list 2" in text_of(client.get("/exampleshire/")).splitlines()


def test_a_page_says_what_is_on_the_list_already(client: FlaskClient) -> None:
    add(client, FIRST)

    page = client.get(f"/exampleshire/activities/{FIRST}").text
    assert 'aria-pressed="true"' in page
    assert 'action="/list/remove"' in page


def test_what_was_taken_off_can_be_put_back_where_it_was(client: FlaskClient) -> None:
    add(client, FIRST, SECOND, THIRD)

    answer = remove(client, SECOND)

    page = client.get(answer.location)
    assert names_on(client) == ["Baking bread", "Slow swim"]
    assert "You took “Cooking together” off the list." in main_text(page)

    form = {"from": "exampleshire", "activity": SECOND}
    assert client.post("/list/put-back", data=form).location == f"/list#exampleshire-{SECOND}"
    assert names_on(client) == ["Baking bread", "Cooking together", "Slow swim"]


def test_what_is_back_on_the_list_is_not_said_to_be_off_it(client: FlaskClient) -> None:
    add(client, FIRST)

    page = client.get(f"/list?removed={FIRST}&from=exampleshire")

    assert "You took" not in main_text(page)


def test_what_was_taken_off_long_ago_is_put_back_at_the_end(client: FlaskClient) -> None:
    add(client, FIRST)

    form = {"from": "exampleshire", "activity": SECOND}
    assert client.post("/list/put-back", data=form).location == "/list"

    assert names_on(client) == ["Baking bread", "Cooking together"]


def test_what_was_taken_off_cannot_go_back_to_a_full_list(site: SiteOf) -> None:
    client = site(CONTENTS, list_most=2).test_client()
    add(client, FIRST, SECOND)
    remove(client, FIRST)
    add(client, THIRD)

    form = {"from": "exampleshire", "activity": FIRST}
    assert client.post("/list/put-back", data=form).location == "/list?full=1"
    assert names_on(client) == ["Cooking together", "Slow swim"]


def test_taking_off_leads_back_to_the_page_it_was_done_on(client: FlaskClient) -> None:
    add(client, FIRST)

    assert remove(client, FIRST, back="/exampleshire/find").location == "/exampleshire/find"


def test_taking_off_what_is_not_there_does_nothing(client: FlaskClient) -> None:
    assert remove(client, FIRST).location == "/list"
    assert remove(client, FIRST, back="/help").location == "/help"

    add(client, FIRST)

    assert remove(client, SECOND).location == "/list"
    assert names_on(client) == ["Baking bread"]


def test_a_full_list_takes_no_more_and_says_so(site: SiteOf) -> None:
    client = site(CONTENTS, list_most=2).test_client()
    add(client, FIRST, SECOND)

    answer = add(client, THIRD, back="/exampleshire/find")

    assert answer.location == "/list?full=1"
    assert "The list is full. Take something off." in main_text(client.get(answer.location))
    assert names_on(client) == ["Baking bread", "Cooking together"]


def test_the_21st_thing_does_not_fit(site: SiteOf) -> None:
    many = [an_activity(f"activity-{number}") for number in range(21)]
    client = site(some_contents(*many)).test_client()

    answers = [add(client, activity.activity_id).location for activity in many]

    assert answers == ["/list"] * 20 + ["/list?full=1"]
    assert "There are 20 things on it. It can hold 20." in main_text(client.get("/list"))


def test_a_list_is_deleted_after_asking_once(client: FlaskClient) -> None:
    add(client, FIRST)
    asked = client.get("/list/delete")

    answer = client.post("/list/delete", data={"council": ""})

    assert "Do you want to delete your list?" in main_text(asked)
    assert answer.location == "/list?deleted=1"
    assert client.get_cookie("list") is None
    assert "Your list is deleted." in main_text(client.get(answer.location))
    assert names_on(client) == []


def test_a_deleted_list_stays_deleted_for_who_kept_its_secret(client: FlaskClient) -> None:
    add(client, FIRST)
    cookie = client.get_cookie("list")
    client.post("/list/delete", data={"council": ""})
    assert cookie is not None

    client.set_cookie("list", cookie.value)

    assert names_on(client) == []


def test_deleting_a_list_that_is_not_there_is_no_error(client: FlaskClient) -> None:
    assert client.post("/list/delete", data={"council": ""}).status_code == 303


def test_the_list_of_another_browser_is_another_list(app: Flask) -> None:
    add(app.test_client(), FIRST)

    assert names_on(app.test_client()) == []


def test_an_activity_that_ended_stays_on_the_list_and_says_so(site: SiteOf) -> None:
    client = listed_before(site, an_activity(FIRST, name="Baking", status=ActivityStatus.ENDED))

    assert "This does not run now." in main_text(client.get("/list")).splitlines()


def test_an_activity_whose_provider_left_says_so_too(site: SiteOf) -> None:
    left = (a_provider(status=ProviderStatus.LEFT),)
    client = listed_before(site, an_activity(FIRST), providers=left)

    assert "This does not run now." in main_text(client.get("/list")).splitlines()


def test_an_activity_that_left_the_catalogue_can_be_taken_off(site: SiteOf) -> None:
    client = listed_before(site, an_activity(SECOND))

    lines = main_text(client.get("/list")).splitlines()
    assert "1 thing on the list is not here any more." in lines
    assert "Take off the list: baking bread" in lines
    assert "There is nothing on your list yet." not in lines

    answer = remove(client, FIRST)

    assert "There is nothing on your list yet." in main_text(client.get(answer.location))


def test_an_activity_of_a_council_that_left_can_be_taken_off(site: SiteOf) -> None:
    elsewhere = a_council("elsewhere")
    client = listed_before(site, an_activity(FIRST), council=elsewhere)

    assert "1 thing on the list is not here any more." in main_text(client.get("/list"))


def listed_before(site: SiteOf, *activities: object, **changes: object) -> FlaskClient:
    """Return a browser that had the first activity on its list before the content changed."""
    before = site(CONTENTS).test_client()
    add(before, FIRST)
    cookie = before.get_cookie("list")
    assert cookie is not None
    client = site(some_contents(*activities, **changes)).test_client()  # type: ignore[arg-type]
    client.set_cookie("list", cookie.value)
    return client


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"from": "exampleshire"},
        {"activity": FIRST},
        {"from": "nowhere", "activity": FIRST},
        {"from": "elsewhere", "activity": FIRST},
        {"from": "exampleshire", "activity": "nothing-of-this-name"},
    ],
)
def test_what_there_is_not_cannot_be_added(client: FlaskClient, form: dict[str, str]) -> None:
    assert client.post("/list/add", data={"x": "y", **form}).status_code == 404
    assert client.post("/list/put-back", data={"x": "y", **form}).status_code == 404
    assert client.get_cookie("list") is None


class TestCookies:
    def test_there_is_none_before_the_first_thing_is_added(self, client: FlaskClient) -> None:
        for path in ("/", "/exampleshire/", "/exampleshire/find?q=x", "/list", "/list/delete"):
            assert "Set-Cookie" not in client.get(path).headers
        remove(client, FIRST)

        assert client.get_cookie("list") is None

    def test_it_is_the_list_s_secret_and_no_script_reads_it(self, client: FlaskClient) -> None:
        (header,) = add(client, FIRST).headers.getlist("Set-Cookie")

        name_and_value, *attributes = header.split("; ")
        name, _, value = name_and_value.partition("=")
        kept = [each for each in attributes if not each.startswith("Expires")]
        assert name == "list"
        assert is_token(value)
        assert kept == [f"Max-Age={HALF_A_YEAR}", "HttpOnly", "Path=/", "SameSite=Lax"]

    def test_over_https_it_is_bound_to_the_host(self, site: SiteOf) -> None:
        client = site(CONTENTS, base_url="https://things.example.org", list_days=7).test_client()

        answer = client.post(
            "/list/add",
            data={"from": "exampleshire", "activity": FIRST},
            base_url="https://things.example.org",
        )

        (header,) = answer.headers.getlist("Set-Cookie")
        name, *attributes = header.split("; ")
        kept = [each for each in attributes if not each.startswith("Expires")]
        assert name.startswith("__Host-list=")
        assert kept == ["Max-Age=604800", "Secure", "HttpOnly", "Path=/", "SameSite=Lax"]

    def test_it_stays_the_same_for_the_next_thing(self, client: FlaskClient) -> None:
        add(client, FIRST)
        before = client.get_cookie("list")
        add(client, SECOND)

        after = client.get_cookie("list")
        assert before is not None
        assert after is not None
        assert before.value == after.value

    def test_it_lasts_as_long_as_the_list_after_a_change(self, client: FlaskClient) -> None:
        add(client, FIRST, SECOND)

        (header,) = remove(client, FIRST).headers.getlist("Set-Cookie")

        assert f"Max-Age={HALF_A_YEAR}" in header

    @pytest.mark.parametrize(
        "value", ["", "x", "a" * 21, "a" * 23, "é" * 22, "a" * 21 + "/", "a" * 4000, "' OR 1=1 --"]
    )
    def test_one_that_is_no_secret_is_no_list(self, client: FlaskClient, value: str) -> None:
        client.set_cookie("list", value)
        assert names_on(client) == []

        add(client, FIRST)

        cookie = client.get_cookie("list")
        assert cookie is not None
        assert cookie.value != value
        assert names_on(client) == ["Baking bread"]


class TestWhenListsCannotBeReached:
    @pytest.fixture
    def client(self, app: Flask) -> FlaskClient:
        """A browser with a list, on a site whose lists cannot be opened."""
        site_of(app).settings.shortlists_file.mkdir()
        client = app.test_client()
        client.set_cookie("list", "abcdefghijklmnopqrstuv")
        return client

    @pytest.mark.parametrize("change", ["add", "remove", "put-back", "delete"])
    def test_a_change_is_refused_with_a_way_on(self, client: FlaskClient, change: str) -> None:
        form = {"from": "exampleshire", "activity": FIRST}

        answer = client.post(f"/list/{change}", data=form)

        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "120")
        assert main_text(answer).splitlines() == [
            "We cannot do that now",
            "You can still look at things to do. Try again in a few minutes.",
            "Go to the first page",
        ]

    def test_the_list_is_not_said_to_be_empty(self, client: FlaskClient) -> None:
        answer = client.get("/list?council=exampleshire")

        assert answer.status_code == 503
        assert "There is nothing on your list yet." not in main_text(answer)
        assert "Show me everything" in main_text(answer)

    @pytest.mark.parametrize(
        "path", ["/", "/exampleshire/", "/exampleshire/find", "/exampleshire/activities/slow-swim"]
    )
    def test_every_other_page_still_works(self, client: FlaskClient, path: str) -> None:
        assert client.get(path).status_code == 200

    def test_who_has_no_list_sees_an_empty_one(self, app: Flask, client: FlaskClient) -> None:
        assert app.test_client().get("/list").status_code == 200


def test_the_list_of_a_site_with_one_council_is_that_council_s(site: SiteOf) -> None:
    client = site(CONTENTS).test_client()

    assert "Things to do in Exampleshire" in text_of(client.get("/list"))
