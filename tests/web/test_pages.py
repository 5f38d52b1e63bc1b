"""Every type of page, in every council, with a full list and an empty one, as people read it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from finder.web.reading import CHOICES, COOKIE, Reading
from tests import pseudo
from tests.web.pages import MISSING, addresses_of, fill_list
from tests.web.site import COUNCILS, site_of

UNUSUAL = [
    pytest.param(Reading(**{name: value}), id=f"{name} {value}")
    for name, values in CHOICES.items()
    for value in values[1:]
]


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_is_sound_before_the_first_thing_is_on_the_list(
    app: Flask, client: FlaskClient, council: str
) -> None:
    open_all(client, addresses_of(app, council))


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_is_sound_with_a_full_list(
    app: Flask, client: FlaskClient, council: str
) -> None:
    fill_list(client, app, council, site_of(app).store.most)

    open_all(client, addresses_of(app, council))


@pytest.mark.parametrize("reading", UNUSUAL)
def test_every_page_is_sound_however_a_person_likes_to_read(
    app: Flask, client: FlaskClient, reading: Reading
) -> None:
    client.set_cookie(COOKIE, reading.to_cookie())
    fill_list(client, app, "kent", 3)

    open_all(client, addresses_of(app, "kent"))


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_is_sound_in_a_language_that_goes_from_right_to_left(
    pseudo_app: Flask, council: str
) -> None:
    client = pseudo_app.test_client()
    fill_list(client, pseudo_app, council, 3)

    open_all(client, addresses_of(pseudo_app, council), language=pseudo.LANGUAGE)


def test_every_page_is_sound_from_right_to_left_in_words_only(pseudo_app: Flask) -> None:
    client = pseudo_app.test_client()
    client.set_cookie(COOKIE, Reading(pics="words", theme="strong", size="largest").to_cookie())

    open_all(client, addresses_of(pseudo_app, "kent"), language=pseudo.LANGUAGE)


def open_all(client: FlaskClient, addresses: list[str], language: str = "") -> None:
    """Open each page. The client raises when a page has a fault."""
    for address in addresses:
        mark = "&" if "?" in address else "?"
        answer = client.get(f"{address}{mark}lang={language}" if language else address)
        assert answer.status_code == (404 if MISSING in address else 200), address
