"""The content's words in other languages."""

from pathlib import Path

import pytest

from finder.domain.words import Translation
from finder.importing.report import Report
from finder.importing.translations import (
    LanguageFile,
    in_language,
    lines_of,
    merged,
    read_translation,
)


def read_file(folder: Path, text: str, name: str = "pl.toml") -> tuple[LanguageFile | None, Report]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    report = Report(file=name)
    return read_translation(path, report), report


def test_a_file_gives_what_to_show_for_each_english_text(tmp_path: Path) -> None:
    file, report = read_file(tmp_path, '[texts]\n"Help us." = "Pomóż nam."\n')

    assert file is not None
    assert file.translation == Translation(language="pl", texts={"Help us.": "Pomóż nam."})
    assert report.issues == []


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        pytest.param("polish!.toml", "", "bad-language", id="no language"),
        pytest.param("pl.toml", "[texts", "not-toml", id="broken"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, text: str, code: str
) -> None:
    file, report = read_file(tmp_path, text, name)

    assert file is None
    assert [issue.code for issue in report.issues] == [code]


def test_a_text_without_words_is_an_error_and_the_others_stay(tmp_path: Path) -> None:
    file, report = read_file(tmp_path, '[texts]\n"Yes" = ""\n"No" = 3\n"Maybe" = "Może"\n')

    assert file is not None
    assert file.translation.texts == {"Maybe": "Może"}
    assert [(issue.code, issue.line) for issue in report.issues] == [
        ("missing-field", 2),
        ("wrong-value", 3),
    ]


def test_a_council_s_own_words_come_before_the_shared_ones() -> None:
    shared = Translation(language="pl", texts={"Yes": "Tak", "No": "Nie"})
    own = [
        Translation(language="pl", texts={"No": "Wcale nie"}),
        Translation(language="cy", texts={"No": "Na"}),
    ]

    assert merged([shared], own) == (
        Translation(language="cy", texts={"No": "Na"}),
        Translation(language="pl", texts={"Yes": "Tak", "No": "Wcale nie"}),
    )


PAGE = "# Help\n\n1. Phone us.\n- Ask.\n\nThat is all."


def test_the_marks_of_a_page_are_no_words() -> None:
    assert lines_of(PAGE) == ["Help", "Phone us.", "Ask.", "That is all."]


def test_a_page_is_translated_whole_or_not_at_all() -> None:
    texts = {"Help": "Pomoc", "Phone us.": "Zadzwoń.", "Ask.": "Pytaj."}

    assert in_language(PAGE, texts) is None
    assert in_language(PAGE, {**texts, "That is all.": "To wszystko."}) == (
        "# Pomoc\n\n1. Zadzwoń.\n- Pytaj.\n\nTo wszystko."
    )
