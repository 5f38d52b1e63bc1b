"""One picture for each idea, everywhere, and everybody who drew one is thanked."""

import ast
import csv
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from finder.catalogue.contents import Picture
from finder.importing.report import Report
from finder.importing.shared_words import read_pictures
from finder.media.drawings import check_drawing
from tests.content_folder import SHIPPED_CONTENT
from tests.pseudo import ROOT

FOLDER = ROOT / "static" / "pictures"
# Ideas that are the same on purpose, and so may have the same picture. There are none.
SAME_IDEA: tuple[frozenset[str], ...] = ()
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)*")


@pytest.fixture(scope="module")
def pictures() -> tuple[Picture, ...]:
    report = Report(file="pictures.toml")
    found = read_pictures(SHIPPED_CONTENT / "pictures.toml", report)
    assert report.issues == []
    return found


def test_no_two_ideas_have_the_same_picture(pictures: tuple[Picture, ...]) -> None:
    files = Counter(picture.file for picture in pictures)
    shared = {
        frozenset(picture.concept for picture in pictures if picture.file == file)
        for file, count in files.items()
        if count > 1
    }

    assert shared - set(SAME_IDEA) == set()


def test_no_two_pictures_look_the_same(pictures: tuple[Picture, ...]) -> None:
    drawn = Counter((FOLDER / picture.file).read_bytes() for picture in pictures)

    assert [content[:60] for content, count in drawn.items() if count > 1] == []


def test_everybody_who_drew_one_is_thanked(pictures: tuple[Picture, ...]) -> None:
    lacking = [each for each in pictures if not (each.author and each.licence and each.source)]

    assert lacking == []


def test_the_lists_of_credits_name_every_file_and_no_other(pictures: tuple[Picture, ...]) -> None:
    named = set()
    for path in FOLDER.glob("*/CREDITS.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert row["licence"] == "CC-BY-SA-4.0", row
                named.add(f"{path.parent.name}/{row['file']}")
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.svg")}

    assert named == there == {picture.file for picture in pictures}


def test_the_authors_are_those_of_the_lists(pictures: tuple[Picture, ...]) -> None:
    authors = {picture.file: picture.author for picture in pictures}
    path = FOLDER / "openmoji" / "CREDITS.csv"
    with path.open(encoding="utf-8", newline="") as file:
        listed = {f"openmoji/{row['file']}": row["openmoji_author"] for row in csv.DictReader(file)}

    assert {file: authors[file] for file in listed} == listed


def test_every_picture_only_draws(pictures: tuple[Picture, ...]) -> None:
    for picture in pictures:
        check_drawing((FOLDER / picture.file).read_bytes())


def test_every_idea_that_the_site_shows_has_a_picture(pictures: tuple[Picture, ...]) -> None:
    shown = set(named_in_templates()) | set(named_in_code())

    assert len(shown) > 40
    assert shown - {picture.concept for picture in pictures} == set()


def named_in_templates() -> Iterator[str]:
    """Return the words that stand in a call for a picture."""
    for path in (ROOT / "templates").rglob("*.html"):
        for call in re.findall(r"\b(?:pic|small_picture|picture)\(([^)]*)\)", path.read_text()):
            first = re.split(r",\s*(?:\"[lm]\"|lazy\b|size\b)", call)[0]
            yield from re.findall(r"(?<!== )\"([a-z][a-z-]+)\"", first)


def named_in_code() -> Iterator[str]:
    """Return the words that are given as a picture, and those in tables of pictures."""
    for path in (ROOT / "finder" / "web").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "picture":
                yield from words_in(node.value)
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = [target.id for target in targets if isinstance(target, ast.Name)]
                if any(name.endswith(("PICTURE", "PICTURES")) for name in names):
                    yield from words_in(node.value)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "not_told":
                yield from words_in(node.args[0])


def words_in(node: ast.expr) -> Iterator[str]:
    values: list[ast.expr | None] = [node]
    if isinstance(node, ast.Dict):
        values = list(node.values)
    if isinstance(node, ast.IfExp):
        values = [node.body, node.orelse]
    for value in values:
        word = value.value if isinstance(value, ast.Constant) else None
        if isinstance(word, str) and SLUG.fullmatch(word):
            yield word
