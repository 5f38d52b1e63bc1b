from flask.testing import FlaskClient

from tests.builders import a_council, some_contents
from tests.web.conftest import SiteOf
from tests.web.site import NOON, site_of


def test_a_site_that_answers_is_alive_before_anything_is_built(site: SiteOf) -> None:
    answer = site().test_client().get("/healthz")

    assert (answer.status_code, answer.text, answer.mimetype) == (200, "ok", "text/plain")


def test_a_site_is_ready_when_it_has_something_to_show(site: SiteOf) -> None:
    app = site(some_contents(), some_contents(council=a_council("elsewhere")))
    live = site_of(app).live
    generation = live.take()
    live.give_back(generation)

    answer = app.test_client().get("/readyz")

    assert answer.status_code == 200
    assert answer.json == {
        "ready": True,
        "generation": generation.generation_id,
        "built_at": NOON.isoformat(),
        "activities": {"exampleshire": 1, "elsewhere": 1},
        "lists": "ok",
    }


def test_a_site_is_not_ready_before_the_first_build(site: SiteOf) -> None:
    answer = site().test_client().get("/readyz")

    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["ready"] is False
    assert "finder build" in answer.json["problem"]


def test_a_site_without_its_lists_is_still_ready_and_says_so(site: SiteOf) -> None:
    app = site(some_contents())
    site_of(app).settings.shortlists_file.mkdir()

    answer = app.test_client().get("/readyz")

    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["lists"] == "unavailable"


def test_health_says_nothing_of_any_person(client: FlaskClient) -> None:
    client.post("/list/add", data={"from": "kent", "activity": "a-day-on-the-farm"})

    assert client.get_cookie("list") is not None
    assert "a-day-on-the-farm" not in client.get("/readyz").text
