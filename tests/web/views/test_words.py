from flask import Flask
from flask.testing import FlaskClient

from finder.catalogue.contents import Picture
from finder.domain.words import HardWord
from tests.builders import some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf


def test_each_hard_word_has_its_meaning(site: SiteOf) -> None:
    answer = site(some_contents()).test_client().get("/exampleshire/words")

    lines = main_text(answer).splitlines()
    assert lines[:3] == ["Back to home", "Hard words", "This is what some words mean."]
    assert lines[lines.index("Framework") :][:4] == [
        "Framework",
        "A list that the council keeps.",
        "Is a word missing?",
        "Tell us the word. We will explain it here.",
    ]
    assert 'id="framework"' in answer.text


def test_a_word_has_its_picture_when_there_is_one(site: SiteOf) -> None:
    words = (HardWord(word="hoist", meaning="It lifts."), HardWord(word="taster", meaning="A try."))
    pictures = (Picture(concept="hoist", file="openmoji/1F333.svg"),)
    app = site(some_contents(hard_words=words, pictures=pictures))

    text = app.test_client().get("/exampleshire/words").text

    assert text.count('<dt class="with"><span class="pic"><img src="/static/pictures/op') == 1
    assert '<dt class="with"><span>taster</span></dt>' in text


def test_every_link_to_a_word_leads_to_its_place(app: Flask) -> None:
    client = app.test_client()
    words = client.get("/kent/words").text

    for address in ("/kent/help", "/kent/activities/cooking-together"):
        for part in client.get(address).text.split('href="/kent/words#')[1:]:
            assert f'id="{part.partition(chr(34))[0]}"' in words


def test_a_council_that_there_is_not_has_no_words(client: FlaskClient) -> None:
    assert client.get("/atlantis/words").status_code == 404
