"""An invented directory, as three CSV files and as an Open Referral UK feed, with its mappings.

Nothing in it is copied from anywhere. A test changes what it needs with `replace`.
"""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from finder.geo.gazetteer import Gazetteer
from finder.importing.content import ContentTree, read_content
from finder.importing.directories.mapping import DirectoryMapping, Part
from finder.importing.directories.mapping_file import read_mapping
from finder.importing.directories.outcomes import Outcome, RowOutcome
from finder.importing.directories.report import ImportReport
from finder.importing.directories.rows import Row
from finder.importing.directories.run import run_import
from finder.importing.report import Report
from tests.builders import TODAY
from tests.content_folder import SHIPPED_CONTENT


def _csv(*rows: dict[str, str]) -> str:
    """Return rows as CSV. The first has all of the columns."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, tuple(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


COUNCIL = """
[council]
slug = "exampleshire"
name = "Exampleshire (trial)"
example = true

[council.help]
phone = "01632 960 190"

[council.framework]
name = "There is no list yet"
kind = "framework"

[[council.groups]]
slug = "older"
label = "Older people"
"""

CSV_MAPPING = (
    """\
name = "exampleshire-csv"
format = "csv"
"""
    + COUNCIL
    + """
[[tables]]
name = "services"
files = ["services.csv"]
id = "ID"
label = "Service"

[[tables]]
name = "organisations"
files = ["organisations.csv"]
id = "ID"
label = "Organisation"

[[tables]]
name = "halls"
files = ["halls.csv"]
label = "Hall"

[providers]
table = "organisations"
join = { column = "Run by", to = "Organisation", separator = ";" }
run_with = "It is run together with {names}."

[providers.fields]
name = "Organisation"
about = "About"
website = "Website"

[places]
table = "halls"
join = { column = "Held at", to = "Hall", separator = ";" }

[places.fields]
name = "Hall"
address = "Street"
town = "Town"
postcode = "Post code"
phone = "Phone"

[activities]
table = "services"

[activities.fields]
name = "Service"
about = "About"
times = "When"
free = "Free"
ages_from = "From age"
ages_to = "To age"
website = "Website"
checked_on = "Checked"

[[activities.rules]]
column = "Kind"
is = ["Transport"]
leave_out = "It is transport."
code = "transport"

[[activities.rules]]
column = "Kind"
is = ["Music"]
interests = ["music"]

[[activities.rules]]
column = "Kind"
is = ["Food"]
interests = ["cooking"]

[[activities.rules]]
column = "Members"
is = ["TRUE"]
only_for = "Members"
"""
)

SERVICES = _csv(
    {
        "ID": "S1",
        "Service": "Example Choir",
        "Run by": "Example Songbirds;Example Friends",
        "Held at": "Green Hall",
        "Kind": "Music",
        "When": "10am - 12pm every Monday",
        "Free": "TRUE",
        "From age": "18",
        "To age": "",
        "Members": "FALSE",
        "Website": "https://choir.example.org",
        "Checked": "2026-11-02",
        "About": "We sing old songs together. You need not read music.",
    },
    {
        "ID": "S2",
        "Service": "Example Soup Club",
        "Run by": "Example Kitchen",
        "Held at": "Green Hall;Blue Hall",
        "Kind": "Food",
        "When": "Check the website",
        "Free": "FALSE",
        "Members": "TRUE",
        "Website": "www.soup.example.org",
        "Checked": "2031-01-01",
    },
    {
        "ID": "S3",
        "Service": "Example Minibus",
        "Run by": "Example Kitchen",
        "Kind": "Transport",
        "When": "Book a time",
        "About": "It takes you to the shops.",
    },
    {"ID": "S4", "Run by": "Example Kitchen", "Kind": "Food", "About": "It has no name."},
    {
        "ID": "S5",
        "Service": "Example Quilting",
        "Run by": "Example Nobody",
        "Held at": "Red Hall",
        "Kind": "Music",
        "When": "every second Friday",
        "Free": "maybe",
        "From age": "old",
        "Website": "quilts",
        "Checked": "soon",
        "About": "We sew, and a radio plays.",
    },
    {
        "ID": "S6",
        "Service": "Example Toddler Songs",
        "Run by": "Example Songbirds",
        "Held at": "Green Hall",
        "Kind": "Music",
        "When": "Fridays",
        "To age": "4",
        "About": "Songs for small children.",
    },
    {
        "ID": "S7",
        "Service": "Example Chess",
        "Run by": "Example Songbirds",
        "Kind": "Games",
        "When": "Fridays 2pm",
        "About": "We play chess.",
    },
)
ORGANISATIONS = """\
ID,Organisation,Website,About,Old column
O1,Example Songbirds,https://songbirds.example.org,We have sung since 1999.,x
O2,Example Kitchen,,We cook for all.,
O3,Example Friends,,,
O4,Example Idlers,,We do nothing yet.,
"""
HALLS = """\
Hall,Street,Town,Post code,Phone
Green Hall,2 Example Street,Maidstone,me141xq,01632 960 300
Blue Hall,3 Example Street,Ashford,nowhere,
Grey Hall,4 Example Street,Ashford,TN24 8TD,
"""
FILES = {
    "services.csv": SERVICES,
    "organisations.csv": ORGANISATIONS,
    "halls.csv": HALLS,
}

FEED_MAPPING = (
    """\
name = "exampleshire-feed"
format = "open-referral"
"""
    + COUNCIL
    + """
[[tables]]
name = "services"
files = ["services*.json"]

[providers]
when_missing = "Organisation not told"

[activities]
table = "services"

[[activities.rules]]
column = "name"
words = ["choir", "sing*"]
interests = ["music"]
"""
)
INTERESTS = """\
[[reasons]]
slug = "fun"
label = "I want to have fun"
heading = "Have fun"
picture = "fun"
""" + "".join(
    f'\n[[interests]]\nslug = "{slug}"\nlabel = "{slug}"\nline = "I like it."\n'
    f'group = "fun"\npicture = "fun"\n'
    for slug in ("cooking", "friends", "games", "music")
)


def a_row(source: dict[str, object] | None = None, /, **cells: object) -> Row:
    """Return a row with some cells."""
    return Row(table="services", file="services.csv", number=2, source={**(source or {}), **cells})


def a_service(**fields: Any) -> dict[str, Any]:
    """Return an entry of a feed, version 3."""
    service: dict[str, Any] = {
        "id": "0a1b2c3d-0000-4000-8000-000000000001",
        "name": "Example Choir",
        "description": "<p>We sing.</p>",
        "status": "active",
        "organization": {"id": "1", "name": "Example Songbirds"},
    }
    return {**service, **fields}


def read_the_mapping(folder: Path, text: str = CSV_MAPPING) -> DirectoryMapping:
    """Return a mapping that has no fault."""
    path = folder / "mapping.toml"
    path.write_text(text, "utf-8")
    report = Report(file=path.name)
    mapping = read_mapping(path, report)
    assert mapping is not None, report.issues
    return mapping


def a_part(**fields: tuple[str, ...]) -> Part:
    """Return a part of a mapping that reads some fields."""
    return Part(table="services", fields=fields)


@dataclass(frozen=True, slots=True)
class Trial:
    """An import in a folder of its own: a source, a mapping, an example and a target."""

    folder: Path

    @classmethod
    def of_files(
        cls, folder: Path, files: Mapping[str, str | bytes], mapping: str = CSV_MAPPING
    ) -> Self:
        """Write the files of a directory and its mapping."""
        trial = cls(folder)
        for name in ("source", "example"):
            (folder / name).mkdir()
        trial.map(mapping)
        for name, content in files.items():
            trial.put(name, content)
        (folder / "example" / "interests.toml").write_text(INTERESTS, "utf-8")
        for name in ("pictures.toml", "synonyms.toml"):
            (folder / "example" / name).write_text("", "utf-8")
        (folder / "example" / "pages").mkdir()
        (folder / "example" / "pages" / "help.md").write_text("# Help\n\nAsk us.\n", "utf-8")
        return trial

    @classmethod
    def of_feed(cls, folder: Path, *services: object, mapping: str = FEED_MAPPING) -> Self:
        """Write a feed of version 3 and its mapping."""
        text = json.dumps({"contents": list(services)})
        return cls.of_files(folder, {"services.json": text}, mapping)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def council(self) -> Path:
        return self.content / "councils" / "exampleshire"

    def put(self, name: str, content: str | bytes) -> None:
        """Write a file of the source, new or in the place of the old one."""
        raw = content.encode() if isinstance(content, str) else content
        (self.folder / "source" / name).write_bytes(raw)

    def map(self, text: str) -> None:
        """Write the mapping."""
        (self.folder / "mapping.toml").write_text(text, "utf-8")

    def run(self, *, replace: bool = False, today: date = TODAY) -> ImportReport:
        """Import, and return the report."""
        return run_import(
            mapping_file=self.folder / "mapping.toml",
            source=self.folder / "source",
            content=self.content,
            example=self.folder / "example",
            today=today,
            replace=replace,
        )

    def provider(self, provider_id: str) -> str:
        """Return the text of a provider's file."""
        return (self.council / "providers" / f"{provider_id}.toml").read_text("utf-8")

    def files(self) -> dict[str, str]:
        """Return everything that the council's folder holds, by name."""
        return {
            path.relative_to(self.council).as_posix(): path.read_text("utf-8")
            for path in sorted(self.council.rglob("*"))
            if path.is_file()
        }

    def read_back(self) -> ContentTree:
        """Return the content as the site reads it."""
        gazetteer = Gazetteer.load(SHIPPED_CONTENT / "places")
        return read_content(self.content, gazetteer, today=TODAY)


def outcomes(report: ImportReport) -> dict[str, tuple[Outcome, str]]:
    """Return what became of each row, by its file and number."""
    return {f"{row.file} {row.row}": (row.outcome, row.code) for row in report.rows}


def line_of(report: ImportReport, row_id: str) -> RowOutcome:
    """Return the line of the row with an id."""
    (line,) = [row for row in report.rows if row.row_id == row_id]
    return line
