"""Every type of page, in every council, with a full list and an empty one, as people read it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.web.reading import CHOICES, COOKIE, Reading
from tests import pseudo
from tests.web.conftest import PagesOf
from tests.web.pages import addresses_of, fill_list, open_all
from tests.web.site import COUNCILS

UNUSUAL = [
    pytest.param(Reading(**{name: value}), id=f"{name} {value}")
    for name, values in CHOICES.items()
    for value in values[1:]
]


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_is_sound_before_the_first_thing_is_on_the_list(
    app: Flask, client: FlaskClient, council: str
) -> None:
    assert len(open_all(client, addresses_of(app, council))) > 45


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_is_sound_with_a_full_list(pages: PagesOf, council: str) -> None:
    assert "There are 20 things on it." in pages(council)["/list"]


@pytest.mark.parametrize("reading", UNUSUAL)
def test_every_page_is_sound_however_a_person_likes_to_read(
    app: Flask, client: FlaskClient, reading: Reading
) -> None:
    client.set_cookie(COOKIE, reading.to_cookie())
    fill_list(client, app, "kent", 3)

    assert len(open_all(client, addresses_of(app, "kent"))) > 45


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_is_sound_in_a_language_that_goes_from_right_to_left(
    pseudo_pages: PagesOf, council: str
) -> None:
    for address, page in pseudo_pages(council).items():
        assert '<html lang="ar" dir="rtl"' in page, address


def test_every_page_is_sound_from_right_to_left_in_words_only(pseudo_app: Flask) -> None:
    client = pseudo_app.test_client()
    client.set_cookie(COOKIE, Reading(pics="words", theme="strong", size="largest").to_cookie())

    assert len(open_all(client, addresses_of(pseudo_app, "kent"), pseudo.LANGUAGE)) > 45
