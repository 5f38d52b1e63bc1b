"""Every language that the site offers is whole, and keeps what the program puts in."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from finder.importing.report import Report
from finder.importing.translations import read_translation
from finder.web.i18n import DEFAULT, OWN_NAMES
from tests.pseudo import ROOT, messages

LANGUAGES = tuple(language for language in OWN_NAMES if language != DEFAULT)
LEAST_SHARE = 0.98
PLACE = re.compile(r"%\((\w+)\)[sd]|</?\w+[^>]*>")
EMPHASIS = re.compile(r"!|</?(?:i|em)\b")
in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def catalogue_of(language: str) -> Catalog:
    locale = language.replace("-", "_")
    path = ROOT / "finder" / "translations" / locale / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def forms_of(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the English forms of a message, and its translated ones."""
    english = message.id if isinstance(message.id, tuple) else (message.id,)
    others = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple(map(str, english)), tuple(str(other or "") for other in others)


def translated(language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for message in catalogue_of(language):
        english, others = forms_of(message)
        if message.id and all(others):
            yield english, others


@in_every_language
def test_a_language_has_words_for_all_that_the_site_says(language: str) -> None:
    wanted = {message.forms for message in messages()}
    had = {english for english, _ in translated(language)}

    missing = wanted - had
    assert len(missing) <= (1 - LEAST_SHARE) * len(wanted), sorted(missing)


@in_every_language
def test_no_words_are_kept_that_the_site_no_longer_says(language: str) -> None:
    wanted = {message.forms for message in messages()}

    assert {english for english, _ in translated(language)} - wanted == set()


@in_every_language
def test_each_form_of_a_message_keeps_what_is_put_in(language: str) -> None:
    """The count may be left out where a form is for one or for two things only."""
    odd = []
    for english, others in translated(language):
        wanted = set(PLACE.findall(english[-1]))
        for other in others:
            places = set(PLACE.findall(other))
            if places - wanted or wanted - places - {"num"}:
                odd.append((english, other))

    assert odd == []


@in_every_language
def test_a_message_has_each_plural_that_the_language_has(language: str) -> None:
    catalogue = catalogue_of(language)
    plurals = {len(others) for english, others in translated(language) if len(english) > 1}

    assert plurals == {catalogue.num_plurals}


@in_every_language
def test_nobody_is_shouted_at(language: str) -> None:
    words = (other for _, others in translated(language) for other in others)

    assert [each for each in words if EMPHASIS.search(each)] == []


@in_every_language
def test_the_content_that_ships_is_translated_whole(language: str) -> None:
    path = ROOT / "content" / "languages" / f"{language}.toml"

    file = read_translation(path, Report(file=path.name))

    assert file is not None
    assert file.report.issues == []
    assert "Swimming" in file.translation.texts


def test_a_person_who_translates_is_told_what_is_not_plain() -> None:
    """The comments of the code are in every catalogue."""
    comments = {
        tuple(message.auto_comments): message.id
        for message in catalogue_of("pl")
        if message.auto_comments
    }

    assert len(comments) >= 15
