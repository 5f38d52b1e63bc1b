"""The documentation names every setting, command and field of the content, and no other."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from click import Group

from finder.cli import main
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import read_content
from finder.importing.entry import Entry
from finder.settings import PREFIX, Settings
from tests.builders import TODAY
from tests.content_folder import COUNCIL, GREEN_DOOR, ContentFolder
from tests.pseudo import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
GUIDE = ROOT / "docs" / "content-guide.md"
# Tables that a small folder does not have, so that their fields are read as well.
REST_OF_A_COUNCIL = """
[theme]
band = "#4a1a5e"
[theme_dark]
band = "#2d1539"
"""
REST_OF_AN_ACTIVITY = """
[[activities.first_visit]]
title = "Go to the green door."
[[activities.leads_to]]
kind = "volunteering"
[[activities.photos]]
file = "door.jpg"
alt = "A green door."
[[activities.videos]]
file = "welcome.mp4"
[[activities.recordings]]
file = "welcome.mp3"
"""
# A table that stands for a word of the council, with what is in it.
NOT_FIELDS = {"en", "pl"}


@pytest.fixture(scope="module")
def documentation() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)


def test_every_setting_is_documented_and_no_other(documentation: str) -> None:
    settings = {PREFIX + field.name.upper() for field in fields(Settings)}

    assert set(re.findall(r"\bFINDER_[A-Z_]+\b", documentation)) == settings


def test_every_command_is_documented_and_no_other(documentation: str) -> None:
    assert isinstance(main, Group)
    command = r"(?:\.venv/bin/)?finder ([a-z]+)"
    named = set(re.findall(rf"`{command}", documentation))
    named |= set(re.findall(rf"^\s*(?:\$ )?{command}", documentation, re.MULTILINE))

    assert named == set(main.commands)


@pytest.fixture
def fields_read(
    content_folder: ContentFolder, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> dict[str, set[str]]:
    """The names of the fields that importing asks for, by the table that they stand in."""
    read: dict[str, set[str]] = {}
    finish = Entry.finish

    def remember(entry: Entry) -> None:
        table = ".".join(str(key) for key in entry.path if isinstance(key, str))
        file = Path(entry._report.file)
        kind = "providers" if "providers" in file.parts else file.name
        read.setdefault(f"{kind}:{table}", set()).update(entry._read)
        finish(entry)

    monkeypatch.setattr(Entry, "finish", remember)
    content_folder.add(COUNCIL, REST_OF_A_COUNCIL)
    content_folder.add(GREEN_DOOR, REST_OF_AN_ACTIVITY)
    read_content(content_folder.path, gazetteer, today=TODAY)
    return read


def test_every_field_that_is_read_is_in_the_guide(fields_read: dict[str, set[str]]) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    named = set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`\n]+)`", guide))))

    missing = {table: names - named - NOT_FIELDS for table, names in fields_read.items()}
    assert {table: names for table, names in missing.items() if names} == {}


def test_every_field_in_the_guide_is_read(fields_read: dict[str, set[str]]) -> None:
    read = {name for names in fields_read.values() for name in names}

    named = set(fields_in_the_guide())
    assert len(named) > 100
    assert named - read == set()


def fields_in_the_guide() -> Iterator[str]:
    """Return the names in the first column of each table of fields, and in each list of them."""
    text = GUIDE.read_text(encoding="utf-8").partition("## A provider's file")[2]
    text = text.partition("## What `finder check` says")[0]
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("| field"):
            rows = paragraph.splitlines()[2:]
            yield from (name for row in rows for name in names_in(row.split("|")[1]))
        elif re.match(r"`\[|`content/\w+\.toml`", paragraph):
            yield from names_in(paragraph)


def names_in(text: str) -> Iterator[str]:
    """Return the bare names between backticks: no heading, no file, no value."""
    for quoted in re.findall(r"`([^`]+)`", text):
        if re.fullmatch(r"[a-z][a-z0-9_-]*", quoted):
            yield quoted


def test_the_example_in_the_guide_is_a_provider_s_file_without_a_fault(
    content_folder: ContentFolder, gazetteer: Gazetteer
) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(name = .*?)```", guide, re.DOTALL)
    tomllib.loads(example)
    example = example.replace('area = "ashford"', 'area = "south"')
    content_folder.write("councils/exampleshire/providers/example-guide.toml", example)

    tree = read_content(content_folder.path, gazetteer, today=TODAY)

    ours = [issue for issue in tree.issues if issue.file.endswith("example-guide.toml")]
    known = {"duplicate-id"}
    assert [str(issue) for issue in ours if issue.code not in known] == []
