from flask.testing import FlaskClient

from tests.builders import a_council, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf


def test_every_council_is_there_to_pick_by_the_name_of_its_place(client: FlaskClient) -> None:
    answer = client.get("/")

    assert [link.href for link in links(answer) if "Council" in link.words] == [
        *("/kent/", "/milton-keynes/", "/stockport/", "/wiltshire/")
    ]


def test_who_lives_elsewhere_is_told_whom_to_ask(client: FlaskClient) -> None:
    assert "Phone your own council." in main_text(client.get("/"))


def test_a_site_with_one_council_goes_straight_to_it(site: SiteOf) -> None:
    answer = site(some_contents()).test_client().get("/")

    assert (answer.status_code, answer.location) == (302, "/exampleshire/")


def test_a_council_without_start_places_has_a_picture_too(site: SiteOf) -> None:
    app = site(some_contents(), some_contents(council=a_council("plain", start_places=())))

    assert app.test_client().get("/").status_code == 200
