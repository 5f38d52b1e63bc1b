"""A council's own pictures: which are taken, and what is said of the others."""

from pathlib import Path

import pytest

from finder.catalogue.contents import Picture
from finder.domain.issue import Issue
from finder.domain.media import MediaFile
from finder.importing.picture_packs import read_pack
from finder.importing.report import Report
from tests.importing.reading import summed_up
from tests.media_files import DRAWING, a_picture, written

CONCEPTS = frozenset({"cooking", "music"})
GOOD = """\
[[pictures]]
concept = "cooking"
file = "cook.svg"
author = "Example Symbols"
licence = "Licence 123 of Exampleshire Council"
source = "Example Symbols 4"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    (folder / "more").mkdir(parents=True)
    (folder / "cook.svg").write_bytes(DRAWING)
    (folder / "bad.svg").write_bytes(DRAWING.replace(b"<path", b"<script/><path"))
    (folder / "more" / "music.png").write_bytes(written(a_picture(300, 300), "PNG"))
    return folder


def read(folder: Path, text: str) -> tuple[tuple[Picture, ...], list[Issue]]:
    (folder / "pictures.toml").write_text(text, encoding="utf-8")
    report = Report(file="pictures.toml")
    return read_pack(folder / "pictures.toml", CONCEPTS, report), report.issues


def test_a_pack_is_read_in_its_order(folder: Path) -> None:
    music = GOOD.replace('"cooking"', '"music"').replace("cook.svg", "more/music.png")
    (first, second), issues = read(folder, music + GOOD + "changed = true\n")

    assert issues == []
    assert first.media is not None
    assert (first.concept, first.media.name[-4:]) == ("music", ".png")
    assert second.media is not None
    assert second == Picture(
        concept="cooking",
        file="pictures/cook.svg",
        author="Example Symbols",
        licence="Licence 123 of Exampleshire Council",
        source="Example Symbols 4",
        changed=True,
        media=MediaFile(file="pictures/cook.svg", name=second.media.name, size_bytes=len(DRAWING)),
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param('"cooking"', '"cookng"', ("unknown-picture", 2, "concept"), id="no idea"),
        pytest.param('"cook.svg"', '"none.svg"', ("missing-file", 3, "file"), id="no file"),
        pytest.param('"cook.svg"', '"bad.svg"', ("unsafe-drawing", 3, "file"), id="a script"),
        pytest.param('file = "cook.svg"', "", ("missing-field", 1, "file"), id="no name"),
        pytest.param(
            'author = "Example Symbols"', "", ("missing-field", 1, "author"), id="no author"
        ),
        pytest.param("licence", "license", ("missing-field", 1, "licence"), id="no licence"),
    ],
)
def test_a_picture_with_a_fault_is_left_out(
    folder: Path, old: str, new: str, found: tuple[str, int, str]
) -> None:
    pictures, issues = read(folder, GOOD.replace(old, new))

    code, line, where = found
    assert pictures == ()
    assert summed_up(issues)[0] == (code, line, f"pictures 1, {where}")


def test_an_idea_has_one_picture(folder: Path) -> None:
    pictures, issues = read(folder, GOOD + GOOD)

    assert len(pictures) == 1
    assert [issue.code for issue in issues] == ["duplicate-id"]


def test_a_pack_that_is_not_toml_is_no_pack(folder: Path) -> None:
    pictures, issues = read(folder, "[[pictures")

    assert pictures == ()
    assert [issue.code for issue in issues] == ["not-toml"]
