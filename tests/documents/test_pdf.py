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

from finder.documents import pdf
from finder.documents.pdf import make_pdf
from finder.documents.pdf_sheet import LARGE_POINTS, PdfSheet, Section, Words
from tests.documents.reading import Reading, links_in, read_pdf, run
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


def a_section_of_many_words(seed: int) -> Section:
    """Return a section like no other: what repeats is taken for a running title."""
    letters = Random(seed)
    words = ["".join(letters.choices(ascii_lowercase, k=6)) for _ in range(10 * seed)]
    return a_section(" ".join(words), heading=Words(text=words[0]))


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


@pytest.fixture(scope="module")
def paths(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    every = {
        **files,
        "large": make_pdf(a_full_sheet("en-GB", points=LARGE_POINTS)),
        "large-ar": make_pdf(a_full_sheet("ar", points=LARGE_POINTS)),
        "long": make_pdf(a_sheet(*map(a_section_of_many_words, range(1, 60)))),
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
