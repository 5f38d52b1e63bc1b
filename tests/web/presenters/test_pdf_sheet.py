"""The words of a PDF in another language, and its pictures."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from flask import Flask

from finder.catalogue.reader import Catalogue
from finder.documents.pdf import make_pdf
from finder.documents.pdf_sheet import PdfSheet, Words
from finder.documents.pdf_words import SheetWriter
from finder.documents.square_code import SquareCode, make_square_code
from finder.domain.provider import Contact
from finder.web import context
from finder.web.presenters.listed import Listed, ListedActivities
from finder.web.presenters.pdf_sheet import Look, make_activity_pdf, make_list_pdf
from finder.web.presenters.print_sheet import PrintSize
from tests import pseudo
from tests.builders import TODAY, a_contact, a_council, a_provider, an_activity
from tests.documents.reading import read_pdf
from tests.web.presenters.conftest import CatalogueOf
from tests.web.presenters.lists import a_listed
from tests.web.test_translations import _without_messages

LINK = "https://things.example.org/list/AbCdEfGhIjKlMnOpQrStUv"
BASE = "https://things.example.org"


def words_of(value: Any) -> Iterator[Words]:
    """Return all words on a sheet, wherever they stand."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_of(getattr(value, field.name))


def a_list_pdf(*listed: Listed, look: Look | None = None, today: date = TODAY) -> PdfSheet:
    return make_list_pdf(
        ListedActivities(here=listed),
        look=look or Look(),
        link=LINK,
        base_url=BASE,
        is_own=True,
        today=today,
    )


def texts_under(sheet: PdfSheet, title: str) -> list[list[str]]:
    """Return the rows of the line of this title in the first section."""
    (line,) = (each for each in sheet.sections[0].lines if each.title.text == title)
    return [[words.text for words in row] for row in line.rows]


@pytest.mark.usefixtures("english_page")
class TestInEnglish:
    def test_every_way_to_ask_leads_there(self, catalogue_of: CatalogueOf) -> None:
        contact = a_contact(
            who="Sam",
            phone="01632 960 200",
            text="07700 900 200",
            email="sam@example.org",
            website="https://www.example.org/",
            hours="9 to 5",
        )
        catalogue = catalogue_of(an_activity("a", contact=contact))

        sheet = a_list_pdf(a_listed(catalogue, "a"))

        assert texts_under(sheet, "How to ask") == [
            ["Phone", "01632 960 200"],
            ["Send a text", "07700 900 200"],
            ["Send an email", "sam@example.org"],
            ["Their website", "https://www.example.org/"],
            ["Ask for:", "Sam"],
            ["9 to 5"],
        ]
        links = [words.link for words in words_of(sheet) if words.is_address]
        assert links == [
            "tel:01632960200",
            "sms:07700900200",
            "mailto:sam@example.org",
            "https://www.example.org/",
        ]

    @pytest.mark.parametrize(("phone", "asked"), [("01632 960 999", ["01632 960 999"]), ("", [])])
    def test_the_council_is_asked_when_nobody_told_how(
        self, catalogue_of: CatalogueOf, phone: str, asked: list[str]
    ) -> None:
        catalogue = catalogue_of(
            an_activity("a"),
            council=a_council(help=a_contact(phone=phone)),
            providers=(a_provider(contact=Contact()),),
        )

        rows = texts_under(a_list_pdf(a_listed(catalogue, "a")), "How to ask")

        assert rows == [["Not told us yet. Phone us, and we will find out.", *asked]]

    def test_what_to_say_is_in_the_words_of_the_provider(self, catalogue_of: CatalogueOf) -> None:
        catalogue = catalogue_of(an_activity("a", words_to_say="I like cooking."))

        sheet = a_list_pdf(a_listed(catalogue, "a"))

        assert texts_under(sheet, "You can say:") == [["“I like cooking.”"]]

    def test_the_code_is_that_of_the_link(self, catalogue_of: CatalogueOf) -> None:
        code = a_list_pdf(a_listed(catalogue_of(an_activity("a")), "a")).code

        assert code is not None
        assert isinstance(code.code, SquareCode)
        assert code.code == make_square_code(LINK)

    def test_a_picture_that_is_not_there_is_a_question_mark(
        self, catalogue_of: CatalogueOf
    ) -> None:
        catalogue = catalogue_of(an_activity("a", picture="nothing-of-this-name"))

        pictures = a_list_pdf(a_listed(catalogue, "a")).pictures

        assert pictures["nothing-of-this-name"].startswith("<svg")
        assert set(pictures.values()) == {pictures["nothing-of-this-name"]}

    def test_without_pictures_there_are_no_names_to_thank(self, catalogue_of: CatalogueOf) -> None:
        look = Look(with_pictures=False, size=PrintSize.LARGE)

        sheet = a_list_pdf(a_listed(catalogue_of(an_activity("a")), "a"), look=look)

        assert (sheet.pictures, sheet.credits, sheet.points) == ({}, (), 20)


class TestInAnotherLanguage:
    @pytest.fixture
    def stockport(self, pseudo_app: Flask) -> Iterator[Catalogue]:
        with pseudo_app.test_request_context(f"/stockport/?lang={pseudo.LANGUAGE}"):
            yield context.generation().councils["stockport"].catalogue
            context.give_generation_back()

    def sheets(self, catalogue: Catalogue) -> list[PdfSheet]:
        every = [
            Listed(activity=each, catalogue=catalogue) for each in catalogue.list_all_activities()
        ]
        alone = [
            make_activity_pdf(each, look=Look(), link=LINK, today=TODAY) for each in every[:20]
        ]
        return [a_list_pdf(*every), *alone]

    def test_every_word_is_translated_or_english(self, stockport: Catalogue) -> None:
        faults = {
            words.text
            for sheet in self.sheets(stockport)
            for words in words_of(sheet)
            if not (words.is_english or words.is_address)
            and re.search("[A-Za-z]", _without_messages(words.text))
        }

        assert faults == set()

    def test_the_longest_list_there_can_be_is_cut_nowhere(self, stockport: Catalogue) -> None:
        every = [
            Listed(activity=each, catalogue=stockport) for each in stockport.list_all_activities()
        ]
        sheet = a_list_pdf(*(every * 4)[:200], look=Look(size=PrintSize.LARGE))

        written = SheetWriter(sheet).write()

        last = written["sections"][199]
        assert [len(last["lines"]), len(last["closing"])] == [len(sheet.sections[199].lines), 1]
        assert "" not in {row[0]["text"] for line in last["lines"] for row in line["rows"]}

    def test_it_begins_at_the_right_and_is_read_in_its_order(self, stockport: Catalogue) -> None:
        sheet = self.sheets(stockport)[1]

        reading = read_pdf(make_pdf(sheet))

        assert (sheet.direction, sheet.language, reading.language) == ("rtl", "ar", "ar")
        assert (reading.missing, reading.untagged) == (0, ())
        steps = [words.text for words in words_of(sheet) if words.is_english]
        assert [step for step in steps if step not in reading.document.text] == []
