import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.catalogue.contents import Picture
from finder.web import filters
from finder.web.presenters.sentences import Sentence
from tests.builders import a_council, an_activity, some_contents
from tests.page import main_text
from tests.web.conftest import SiteOf


def rendered(app: Flask, template: str, address: str = "/exampleshire/") -> str:
    with app.test_request_context(address):
        return app.jinja_env.from_string(template).render()


def test_a_static_file_is_called_by_its_version(app: Flask) -> None:
    address = rendered(app, "{{ static('finder.css') }}")

    path, _, version = address.partition("?v=")
    assert path == "/static/finder.css"
    assert len(version) == 10


@pytest.mark.parametrize(
    ("concept", "file", "shown"),
    [
        pytest.param("tea", "openmoji/1F333.svg", "openmoji/1F333.svg", id="known"),
        pytest.param("tea", "openmoji/none.svg", "openmoji/2753.svg", id="no such file"),
        pytest.param("cake", "openmoji/1F333.svg", "openmoji/2753.svg", id="no such idea"),
        pytest.param("tea", "", "openmoji/2753.svg", id="a folder"),
    ],
)
def test_an_idea_has_its_picture_or_a_question_mark(
    site: SiteOf, concept: str, file: str, shown: str
) -> None:
    own = site(some_contents(pictures=(Picture(concept=concept, file=file),)))

    address = rendered(own, "{{ picture('tea') }}").partition("?")[0]

    assert address == f"/static/pictures/{shown}"


def test_english_words_are_marked_only_on_pages_in_another_language(
    pseudo_app: Flask,
) -> None:
    assert rendered(pseudo_app, "<p{{ english() }}>", "/kent/") == "<p>"
    assert rendered(pseudo_app, "<p{{ english() }}>", "/kent/?lang=ar") == (
        '<p lang="en-GB" dir="ltr">'
    )


def test_a_provider_s_words_in_a_sentence_of_ours_are_marked_as_english(
    pseudo_app: Flask,
) -> None:
    whole = Sentence("Kto: R&B.", theirs="R&B")
    with pseudo_app.test_request_context("/kent/?lang=ar"):
        marked = [filters.marked(each) for each in (whole, Sentence("Kto."), Sentence("R", True))]
        otherwise = filters.marked(Sentence("Kto.", theirs="R&B"))
    with pseudo_app.test_request_context("/kent/"):
        plain = filters.marked(whole)

    assert marked == ['Kto: <span lang="en-GB" dir="ltr">R&amp;B</span>.', "Kto.", "R"]
    assert (otherwise, plain) == ("Kto.", "Kto: R&B.")


@pytest.mark.parametrize("address", ["/kent/find", "/kent/find?q=a+b", "/list"])
def test_a_page_knows_its_own_address(app: Flask, address: str) -> None:
    assert rendered(app, "{{ here() }}", address) == address


def test_a_very_long_address_is_come_back_to_without_its_query(app: Flask) -> None:
    address = f"/kent/find?q={'a' * 2000}"

    assert rendered(app, "{{ here() }}", address) == "/kent/find"


def test_a_page_of_the_whole_site_stays_one(app: Flask) -> None:
    assert rendered(app, "{{ site_url('pages.help') }}", "/") == "/help"
    assert rendered(app, "{{ site_url('pages.help') }}", "/kent/") == "/kent/help"


def test_a_list_that_is_not_there_has_nothing_on_it(app: Flask) -> None:
    assert rendered(app, "{{ list_count() }}") == "0"


def test_a_form_that_was_refused_offers_no_other_language(pseudo_app: Flask) -> None:
    with pseudo_app.test_request_context("/kent/read", method="POST"):
        assert filters.language_links() == []


def test_only_a_council_with_colours_of_its_own_has_a_sheet(app: Flask) -> None:
    with app.test_request_context("/kent/"):
        assert filters.theme_url(a_council()) == ""


def test_a_day_of_a_template_is_in_words(site: SiteOf) -> None:
    client: FlaskClient = site(some_contents(an_activity())).test_client()

    text = main_text(client.get("/exampleshire/activities/cooking-together"))

    assert "A person checked this page on 3 November 2026." in text


def test_a_card_in_another_language_names_the_provider_in_english(pseudo_app: Flask) -> None:
    page = pseudo_app.test_client().get("/kent/find?q=cooking+together&lang=ar").text
    assert '<span lang="en-GB" dir="ltr">Example Sunny Lane Kitchen</span>' in page
    english = pseudo_app.test_client().get("/kent/find?q=cooking+together").text
    assert "<p>With Example Sunny Lane Kitchen</p>" in english
