from flask.testing import FlaskClient

from tests.builders import some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf


def test_each_hard_word_has_its_meaning(site: SiteOf) -> None:
    answer = site(some_contents()).test_client().get("/exampleshire/words")

    assert main_text(answer).splitlines() == [
        "Back to home",
        "Hard words",
        "This is what some words mean.",
        "Framework",
        "A list that the council keeps.",
    ]
    assert 'id="framework"' in answer.text


def test_a_council_that_there_is_not_has_no_words(client: FlaskClient) -> None:
    assert client.get("/atlantis/words").status_code == 404
