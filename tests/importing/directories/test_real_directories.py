"""The example mappings, on the real directories that they are written for.

The directories are no part of the repository. They lie beside it where people try things out.
"""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from finder.generations import Generations
from finder.importing.directories.outcomes import Outcome
from finder.importing.directories.report import ImportReport
from finder.importing.directories.run import run_import
from finder.pipeline import build, check_content
from tests.content_folder import SHIPPED_CONTENT

REPOSITORY = Path(__file__).parents[3]
DIRECTORIES = REPOSITORY.parent / "shared" / "data"
MAPPINGS = REPOSITORY / "docs" / "mappings"
TODAY = date(2026, 11, 21)


def bring_in(name: str, content: Path) -> ImportReport:
    """Import a real directory, or say plainly that it is not there."""
    source = DIRECTORIES / name
    if not source.is_dir():
        pytest.skip(f"There is no folder shared/data/{name} beside the repository.")
    return run_import(
        mapping_file=MAPPINGS / f"{name}.toml",
        source=source,
        content=content,
        example=SHIPPED_CONTENT,
        today=TODAY,
    )


def csv_rows(name: str) -> list[tuple[str, int]]:
    path = DIRECTORIES / "folkestone-hythe" / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [(name, number) for number, _ in enumerate(csv.reader(file), start=1)][1:]


def check_and_build(content: Path, folder: Path) -> int:
    """Return how many activities are live, when nothing was an error."""
    tree = check_content(content, today=TODAY)
    assert [str(issue) for issue in tree.issues if issue.is_error] == []
    built = build(content, Generations(folder / "generations"), today=TODAY, force=False)
    return sum(built.activities.values())


def test_every_row_of_three_joined_tables_has_a_line(tmp_path: Path) -> None:
    report = bring_in("folkestone-hythe", tmp_path / "content")

    assert [(row.file, row.row) for row in report.rows] == [
        place
        for name in ("services.csv", "organisations.csv", "locations.csv")
        for place in csv_rows(name)
    ]
    assert all(row.words for row in report.rows if row.outcome is not Outcome.IMPORTED)
    assert [str(issue) for issue in report.issues] == []
    assert check_and_build(tmp_path / "content", tmp_path) == len(report.imported) > 80


def test_every_entry_of_a_feed_has_a_line(tmp_path: Path) -> None:
    report = bring_in("bristol", tmp_path / "content")
    entries = json.loads((DIRECTORIES / "bristol" / "services.json").read_text("utf-8"))

    assert [row.row for row in report.rows] == list(range(1, len(entries) + 1))
    assert all(row.words for row in report.rows if row.outcome is not Outcome.IMPORTED)
    assert [str(issue) for issue in report.issues] == []
    assert check_and_build(tmp_path / "content", tmp_path) == len(report.imported) > 200


@pytest.mark.parametrize("mapping", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_example_mappings_speak_of_no_row(mapping: Path) -> None:
    text = mapping.read_text("utf-8")

    assert "@example.org" in text
    assert "SRV" not in text
    assert "ORG0" not in text
