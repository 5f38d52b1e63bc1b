"""The example mappings, on directories of the shape that they are written for.

The stand-ins are invented, and lie beside this file: their rows have what the mappings speak of.
The real directories are no part of the repository. Where they lie beside it, as where people try
things out, the mappings are held against them as well.
"""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from finder.domain.activity import Activity
from finder.generations import Generations
from finder.importing.directories.outcomes import Outcome
from finder.importing.directories.report import ImportReport
from finder.importing.directories.run import run_import
from finder.pipeline import build, check_content
from tests.content_folder import SHIPPED_CONTENT
from tests.importing.directories.invented import outcomes

REPOSITORY = Path(__file__).parents[3]
STAND_INS = Path(__file__).parent / "stand_ins"
REAL = REPOSITORY.parent / "shared" / "data"
MAPPINGS = REPOSITORY / "docs" / "mappings"
TODAY = date(2026, 11, 21)

IMPORTED, JOINED, REFUSED = Outcome


def sources(name: str, *, of_stand_in: int, of_real: int) -> list[tuple[Path, int]]:
    """Return each folder of a directory, with how many activities come of it at the least."""
    every = [(STAND_INS / name, of_stand_in), (REAL / name, of_real)]
    return [(folder, least) for folder, least in every if folder == every[0][0] or folder.is_dir()]


def bring_in(source: Path, content: Path) -> ImportReport:
    return run_import(
        mapping_file=MAPPINGS / f"{source.name}.toml",
        source=source,
        content=content,
        example=SHIPPED_CONTENT,
        today=TODAY,
    )


def csv_rows(file: Path) -> list[tuple[str, int]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return [(file.name, number) for number, _ in enumerate(csv.reader(opened), start=1)][1:]


def check_and_build(content: Path, folder: Path) -> int:
    """Return how many activities are live, when nothing was an error."""
    tree = check_content(content, today=TODAY)
    assert [str(issue) for issue in tree.issues if issue.is_error] == []
    built = build(content, Generations(folder / "generations"), today=TODAY, force=False)
    return sum(built.activities.values())


def activities_in(content: Path) -> dict[str, Activity]:
    (council,) = check_content(content, today=TODAY).councils
    assert council.contents is not None
    return {activity.name: activity for activity in council.contents.activities}


@pytest.mark.parametrize(
    ("source", "least"), sources("folkestone-hythe", of_stand_in=6, of_real=81)
)
def test_every_row_of_three_joined_tables_has_a_line(
    tmp_path: Path, source: Path, least: int
) -> None:
    report = bring_in(source, tmp_path / "content")

    assert [(row.file, row.row) for row in report.rows] == [
        place
        for name in ("services.csv", "organisations.csv", "locations.csv")
        for place in csv_rows(source / name)
    ]
    assert all(row.words for row in report.rows if row.outcome is not IMPORTED)
    assert [str(issue) for issue in report.issues] == []
    assert check_and_build(tmp_path / "content", tmp_path) == len(report.imported) >= least


@pytest.mark.parametrize(("source", "least"), sources("bristol", of_stand_in=5, of_real=201))
def test_every_entry_of_a_feed_has_a_line(tmp_path: Path, source: Path, least: int) -> None:
    report = bring_in(source, tmp_path / "content")
    entries = json.loads((source / "services.json").read_text("utf-8"))

    assert [row.row for row in report.rows] == list(range(1, len(entries) + 1))
    assert all(row.words for row in report.rows if row.outcome is not IMPORTED)
    assert [str(issue) for issue in report.issues] == []
    assert check_and_build(tmp_path / "content", tmp_path) == len(report.imported) >= least


def test_the_mapping_of_tables_takes_what_it_speaks_of(tmp_path: Path) -> None:
    report = bring_in(STAND_INS / "folkestone-hythe", tmp_path / "content")

    assert outcomes(report) == {
        "services.csv 2": (IMPORTED, ""),
        "services.csv 3": (IMPORTED, ""),
        "services.csv 4": (REFUSED, "for-children"),
        "services.csv 5": (REFUSED, "food-to-take-home"),
        "services.csv 6": (IMPORTED, ""),
        "services.csv 7": (REFUSED, "transport"),
        "services.csv 8": (REFUSED, "help-not-activity"),
        "services.csv 9": (IMPORTED, ""),
        "services.csv 10": (REFUSED, "not-yet"),
        "services.csv 11": (REFUSED, "help-not-activity"),
        "services.csv 12": (IMPORTED, ""),
        "services.csv 13": (REFUSED, "no-name"),
        "services.csv 14": (REFUSED, "no-interest"),
        "services.csv 15": (IMPORTED, ""),
        "organisations.csv 2": (JOINED, "joined"),
        "organisations.csv 3": (JOINED, "joined"),
        "organisations.csv 4": (JOINED, "joined"),
        "organisations.csv 5": (REFUSED, "not-named"),
        "locations.csv 2": (JOINED, "joined"),
        "locations.csv 3": (JOINED, "joined"),
        "locations.csv 4": (JOINED, "joined"),
        "locations.csv 5": (REFUSED, "not-named"),
    }
    found = activities_in(tmp_path / "content")
    assert {name: activity.interests for name, activity in found.items()} == {
        "Example Folk Evenings": ("music",),
        "Example Garden Mornings": ("volunteering", "gardening"),
        "Example Harbour Choir": ("music",),
        "Example Lunch Club": ("lunch", "friends"),
        "Example Repair Cafe": ("making", "volunteering"),
        "Example Screen Hour": ("learning",),
    }
    assert {name: activity.only_for for name, activity in found.items() if activity.only_for} == {
        "Example Garden Mornings": "Disabled people",
        "Example Harbour Choir": "Members",
    }


def test_the_mapping_of_a_feed_takes_what_it_speaks_of(tmp_path: Path) -> None:
    report = bring_in(STAND_INS / "bristol", tmp_path / "content")

    refused = {row.row: row.code for row in report.rows if row.outcome is REFUSED}
    assert refused == {
        1: "no-name",
        3: "for-children",
        4: "health-care",
        5: "advice",
        9: "transport",
        10: "not-running",
        11: "care-at-home",
        12: "no-interest",
        14: "warm-space",
        15: "organisation",
    }
    found = activities_in(tmp_path / "content")
    assert {name: (each.interests, each.groups, each.modes) for name, each in found.items()} == {
        "Example Memory Cafe": (("memory",), ("dementia", "carers"), None),
        "Example Online Choir": (("music",), None, ("online",)),
        "Example Swimming Club": (
            ("swimming",),
            ("learning-disability", "autism"),
            ("in-person",),
        ),
        "Example Tuesday Group": (("friends",), None, None),
        "Example Yoga Class": (("sport", "feeling", "learning"), None, ("at-home",)),
    }


@pytest.mark.parametrize("mapping", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_example_mappings_speak_of_no_row(mapping: Path) -> None:
    text = mapping.read_text("utf-8")

    assert "@example.org" in text
    assert "SRV" not in text
    assert "ORG0" not in text
