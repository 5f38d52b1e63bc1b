import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from string import ascii_lowercase

import outloud
import pdfua
import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.documents import pdf
from finder.documents.pdf import make_pdf
from finder.documents.pdf_sheet import LARGE_POINTS, Line, PdfSheet, Words
from finder.documents.pdf_words import LONGEST_SHEET, LONGEST_TEXT, MOST_LINES_IN_ALL, MOST_SECTIONS
from tests import hostile
from tests.documents.reading import Reading, links_in, read_pdf
from tests.documents.sheets import (
    ADDRESS,
    ENGLISH,
    LANGUAGES,
    NAME,
    a_full_sheet,
    a_section,
    a_sheet,
)

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """A PDF with everything in it, for each language."""
    return {language: make_pdf(a_full_sheet(language)) for language in LANGUAGES}


@pytest.fixture(scope="module")
def readings(files: dict[str, bytes]) -> dict[str, Reading]:
    return {language: read_pdf(file) for language, file in files.items()}


def read(sheet: PdfSheet) -> Reading:
    return read_pdf(make_pdf(sheet))


def paragraphs_of(*texts: str) -> list[str]:
    """Return what is read of these texts, each a paragraph of a sheet."""
    document = read(a_sheet(a_section(*texts))).document
    return [each.text for each in document.find("P")]


def many_words(seed: int) -> str:
    """Return words that come in no other text: what repeats is taken for a running title."""
    letters = Random(seed)  # noqa: S311
    words = ("".join(letters.choices(ascii_lowercase, k=6)) for _ in range(10 * seed))
    return " ".join(words)


class TestStructure:
    @EVERY_LANGUAGE
    def test_a_voice_finds_everything_in_its_order(
        self, readings: dict[str, Reading], language: str
    ) -> None:
        said = LANGUAGES[language]
        activity = [
            ("H2", NAME),
            ("P", said.answer),
            ("P", ENGLISH),
            ("Lbl", said.question),
            ("P", f"{said.answer} {ENGLISH} {said.answer}"),
            ("Lbl", said.question),
            ("P", "01632 960 123"),
            ("P", ENGLISH),
            ("Lbl", said.question),
            ("P", " ".join([said.question] * 3)),
            ("P", said.answer),
        ]

        assert readings[language].document.outline() == [
            ("H1", said.title),
            ("P", said.answer),
            ("Figure", f"{said.title}: {said.question}"),
            ("P", said.answer),
            *activity * 3,
            ("H2", said.question),
            ("Lbl", "1."),
            ("P", ENGLISH),
            ("Lbl", "2."),
            ("P", f"{said.answer} {ENGLISH}"),
            ("H2", said.question),
            ("P", ENGLISH),
        ]

    @EVERY_LANGUAGE
    def test_it_is_read_in_the_order_in_which_it_is_drawn(
        self, readings: dict[str, Reading], language: str
    ) -> None:
        reading = readings[language]
        (code,) = reading.document.find("Figure")

        assert reading.drawn == reading.document.text.replace(code.text, "", 1)
        assert reading.untagged == ()

    @EVERY_LANGUAGE
    def test_no_letter_is_an_empty_box(self, readings: dict[str, Reading], language: str) -> None:
        assert readings[language].missing == 0

    @EVERY_LANGUAGE
    def test_the_file_says_what_it_is(self, readings: dict[str, Reading], language: str) -> None:
        reading, said = readings[language], LANGUAGES[language]

        assert reading.language == {"zh-Hant": "zh-TW"}.get(language, language)
        assert reading.title == said.title
        assert reading.about == {
            "/MarkInfo": {"/Marked": True, "/Suspects": False},
            "/ViewerPreferences": {
                "/DisplayDocTitle": True,
                "/Direction": "/R2L" if said.direction == "rtl" else "/L2R",
            },
        }
        assert "<pdfuaid:part>1</pdfuaid:part>" in reading.metadata
        assert reading.bookmarks == (said.title, *[NAME] * 3, said.question, said.question)

    @EVERY_LANGUAGE
    def test_english_words_are_read_by_an_english_voice(
        self, readings: dict[str, Reading], language: str
    ) -> None:
        reading = readings[language]

        english = "".join(
            spoken.text
            for spoken in reading.document.spoken(reading.language)
            if spoken.language == "en-GB"
        )
        words = [spoken for spoken in english.split() if spoken.strip()]

        assert english.count(NAME.split()[1]) == 3
        assert len(words) > 20
        if language not in ("en-GB", "cy", "pl", "ro"):
            others = "".join(
                spoken.text
                for spoken in reading.document.spoken(reading.language)
                if spoken.language != "en-GB"
            )
            assert not any(letter.isascii() and letter.isalpha() for letter in others)

    def test_lists_are_lists_and_pictures_are_not_read(self, readings: dict[str, Reading]) -> None:
        document = readings["en-GB"].document

        lists = [len(list(each.find("LI"))) for each in document.find("L")]
        assert lists == [3, 3, 3, 2]
        assert [each.alternative for each in document.find("Figure")] == ["My list: When is it?"]

    def test_a_link_is_read_as_its_words(self, files: dict[str, bytes]) -> None:
        page, phone = ("https://things.example.org/kent/cook", NAME), "tel:01632960123"

        assert links_in(files["en-GB"]) == [
            (ADDRESS, LANGUAGES["en-GB"].answer),
            *[page, (phone, "01632 960 123")] * 3,
        ]

    def test_pages_are_numbered_where_no_voice_reads(self, readings: dict[str, Reading]) -> None:
        count = len(readings["en-GB"].decoration)

        assert count > 1
        assert readings["en-GB"].decoration == tuple(
            f"{page} / {count}" for page in range(1, count + 1)
        )

    @pytest.mark.parametrize("language", ["ar", "ur"])
    def test_arabic_and_urdu_begin_at_the_right(
        self, files: dict[str, bytes], language: str, tmp_path: Path
    ) -> None:
        def right_edge_of_title(file: bytes) -> float:
            (tmp_path / "sheet.pdf").write_bytes(file)
            boxes = run("pdftotext", "-bbox", "-l", "1", tmp_path / "sheet.pdf", "-")
            return float(boxes.partition('xMax="')[2].partition('"')[0])

        assert right_edge_of_title(files[language]) > 400
        assert right_edge_of_title(files["en-GB"]) < 300


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def paths(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    every = {
        **files,
        "large": make_pdf(a_full_sheet("en-GB", points=LARGE_POINTS)),
        "large-ar": make_pdf(a_full_sheet("ar", points=LARGE_POINTS)),
        "long": make_pdf(a_sheet(*[a_section(many_words(n)) for n in range(1, 60)])),
        "empty": make_pdf(a_sheet()),
    }
    paths = {name: folder / f"{name}.pdf" for name in every}
    for name, file in every.items():
        paths[name].write_bytes(file)
    return paths


class TestCheckers:
    """The checkers find nothing. Large letters and a long list have shapes of their own."""

    def test_qpdf_finds_nothing(self, paths: dict[str, Path]) -> None:
        said = {name: run("qpdf", "--check", path) for name, path in paths.items()}

        assert {
            name for name, text in said.items() if "No syntax or stream encoding errors" not in text
        } == set()

    def test_pdfua_finds_nothing(self, paths: dict[str, Path]) -> None:
        reports = {name: pdfua.validate(str(path)) for name, path in paths.items()}

        # It cannot read one of its rules from this version of pikepdf, and says so.
        assert {
            name: [f for f in report.findings if f.rule_id != "UA-14-001"]
            for name, report in reports.items()
        } == {name: [] for name in paths}

    def test_outloud_finds_nothing(self, paths: dict[str, Path]) -> None:
        results = {name: outloud.check(str(path)) for name, path in paths.items()}

        said = {name: [f.rule for f in each.findings] for name, each in results.items()}
        # It counts the vowel signs of Punjabi as no letters, and takes the words for none.
        assert said.pop("pa") == ["FIG-012"]
        assert said == {name: [] for name in paths if name != "pa"}
        assert [each.error for each in results.values()] == [None] * len(paths)

    def test_poppler_reads_the_same_headings(self, paths: dict[str, Path]) -> None:
        tree = run("pdfinfo", "-struct-text", paths["en-GB"])

        assert tree.startswith("Document")
        assert [line.strip() for line in tree.splitlines() if line.strip().startswith("H")] == [
            'H1 "My list" (block)',
            *[f'H2 "{NAME}" (block)'] * 3,
            *['H2 "When is it?" (block)'] * 2,
        ]


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


class TestMaking:
    def test_the_same_sheet_gives_the_same_file(self) -> None:
        sheet = a_full_sheet("en-GB")

        assert make_pdf(sheet) == make_pdf(sheet)
        assert make_pdf(sheet) != make_pdf(replace(sheet, points=LARGE_POINTS))

    def test_two_at_once_do_not_mix(self, files: dict[str, bytes]) -> None:
        languages = list(LANGUAGES) * 2

        with ThreadPoolExecutor(max_workers=4) as threads:
            made = list(threads.map(lambda each: make_pdf(a_full_sheet(each)), languages))

        assert made == [files[language] for language in languages]

    def test_a_picture_stands_once_in_the_file(self) -> None:
        sheet = a_full_sheet("en-GB")
        often = replace(sheet, sections=sheet.sections[:1] * 9)
        rare = replace(sheet, sections=sheet.sections[:1] * 2)

        def pictures(made: PdfSheet) -> int:
            with pikepdf.open(BytesIO(make_pdf(made))) as file:
                return sum(
                    isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
                    for each in file.objects
                )

        assert pictures(often) == pictures(rare)
        assert pictures(replace(sheet, pictures={})) == 0

    def test_typst_can_read_no_file(self, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("secret")
        path = "../" * 20 + str(tmp_path / "secret.txt").lstrip("/")

        for written in (f'#read("{path}")', '#read("/secret.txt")', '#read("sheet.typ")'):
            with pytest.raises(typst.TypstError):
                pdf._compiler().compile(input=written.encode())
        assert list(pdf._empty_folder().iterdir()) == []
