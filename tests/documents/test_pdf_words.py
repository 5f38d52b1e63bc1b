"""What people wrote, and where links lead, in a PDF."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.documents.pdf import make_pdf
from finder.documents.pdf_sheet import Line, PdfSheet, Words
from finder.documents.pdf_words import (
    LONGEST_SHEET,
    LONGEST_TEXT,
    MOST_LINES_IN_ALL,
    MOST_SECTIONS,
)
from tests import hostile
from tests.documents.reading import Reading, links_in, read_pdf, run
from tests.documents.sheets import LANGUAGES, a_section, a_sheet


def read(sheet: PdfSheet) -> Reading:
    return read_pdf(make_pdf(sheet))


def paragraphs_of(*texts: str) -> list[str]:
    """Return what is read of these texts, each a paragraph of a sheet."""
    document = read(a_sheet(a_section(*texts))).document
    return [each.text for each in document.find("P")]


class TestWords:
    @pytest.mark.parametrize(
        "text",
        [
            '#read("/etc/passwd")',
            '#import "@preview/cetz:0.3.4": canvas',
            '#eval("1 + 1") $x^2$ *b* _i_ `raw` = heading - list + 1. \\ \\u{41}',
            "<script>alert(1)</script> <label> @label // no /* comment */ [a](b) ~ -- ---",
            "{page} {pages} #sys.inputs %(name)s {{ name }}",
            "https://things.example.org/ and someone@example.org",
        ],
    )
    def test_what_looks_like_code_is_shown_as_it_is(self, text: str) -> None:
        assert paragraphs_of(text) == [text]
        assert links_in(make_pdf(a_sheet(a_section(text)))) == []

    def test_whatever_somebody_types_makes_a_pdf(self) -> None:
        section = a_section(*hostile.TEXTS.values())

        for sheet in (a_sheet(section), a_sheet(section, language="ar")):
            reading = read(sheet)
            assert (reading.missing, reading.untagged) == (0, ())

    @given(
        texts=st.lists(st.text(max_size=80), min_size=1, max_size=30),
        language=st.sampled_from(list(LANGUAGES)),
    )
    @settings(max_examples=30, deadline=None)
    def test_any_letters_at_all_make_a_pdf(self, texts: list[str], language: str) -> None:
        reading = read(a_sheet(a_section(*texts), language=language))

        assert (reading.missing, reading.untagged) == (0, ())

    def test_emoji_are_left_out_and_other_scripts_are_an_empty_square(self) -> None:
        assert paragraphs_of("Swim 🏊🏽‍♀️ with us 👩🏽‍🦽!", "தமிழ் பேசுவோம் here") == [
            "Swim with us !",
            "□ here",
        ]

    def test_arabic_words_on_an_english_sheet_are_read_in_their_order(self) -> None:
        text = "Helpers speak العربية (من لندن) and اردو بہت."

        assert paragraphs_of(text) == [text]

    def test_a_long_word_stays_on_the_page(self, tmp_path: Path) -> None:
        file = make_pdf(a_sheet(a_section("x" * 400, "Short.")))
        (tmp_path / "sheet.pdf").write_bytes(file)

        boxes = run("pdftotext", "-bbox", tmp_path / "sheet.pdf", "-").split('xMax="')[1:]

        assert max(float(box.partition('"')[0]) for box in boxes) < 595 - 40
        assert read_pdf(file).document.text.count("x") == 400

    def test_a_text_beyond_all_reason_is_cut(self) -> None:
        assert paragraphs_of("word " * 100_000) == [f"{'word ' * 400}…"]
        assert paragraphs_of("a" * LONGEST_TEXT) == ["a" * LONGEST_TEXT]

    def test_a_sheet_beyond_all_reason_is_bounded(self) -> None:
        line = Line(picture="", title=Words(text="When?"), rows=((Words(text="Now. " * 400),),) * 9)
        sheet = a_sheet(*[a_section("So. " * 500, lines=(line,) * 200)] * 1_000)

        document = read(sheet).document

        assert len(list(document.find("H2"))) == MOST_SECTIONS
        assert 0 < len(list(document.find("LI"))) < MOST_LINES_IN_ALL
        assert len(document.text) < LONGEST_SHEET * 1.1


class TestLinks:
    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,hello",
            "/list",
            "http://[",
            "https://example.org/a b",
            "https://éxample.org/",
            "https://example.org/\n",
            f"https://example.org/{'a' * 3_000}",
            "",
        ],
    )
    def test_an_address_that_is_not_safe_is_no_link(self, address: str) -> None:
        words = Words(text="There", link=address)
        file = make_pdf(a_sheet(a_section(closing=((words,),))))

        assert links_in(file) == []
        assert "There" in read_pdf(file).document.text

    @pytest.mark.parametrize(
        "address",
        [
            "https://example.org/a_(b)?c=d&e=%C3%A9#f",
            "mailto:someone@example.org",
            "sms:07700900112",
            "tel:+441632960112",
            "http://example.org/back\\slash",
        ],
    )
    def test_a_link_leads_where_it_says(self, address: str) -> None:
        words = Words(text="Tŷ “there”", link=address)

        assert links_in(make_pdf(a_sheet(a_section(closing=((words,),))))) == [
            (address, "Tŷ “there”")
        ]

    def test_a_link_over_two_lines_has_its_words_once(self) -> None:
        words = Words(text="Walk " * 60, link="https://example.org/")

        assert [
            each.text
            for each in read(a_sheet(a_section(closing=((words,),)))).document.find("Link")
        ] == [("Walk " * 60).strip()]
