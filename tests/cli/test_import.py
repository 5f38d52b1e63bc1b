"""The command that brings a directory in."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from finder.cli.import_ import import_
from tests.importing.directories.invented import FILES, Trial


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial.of_files(tmp_path, FILES)


def run(trial: Trial, *more: str) -> Result:
    arguments = [
        *("--mapping", str(trial.folder / "mapping.toml")),
        *("--source", str(trial.folder / "source")),
        *("--to", str(trial.content)),
    ]
    environment = {"FINDER_TODAY": "2026-11-21"}
    return CliRunner().invoke(import_, [*arguments, *more], env=environment)


def test_it_says_what_came_in(trial: Trial) -> None:
    result = run(trial)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == ["14 rows were read.", "3 came in as activities."]
    assert "Every row:" not in result.stdout
    assert (trial.council / "providers" / "example-songbirds.toml").is_file()
    assert (trial.content / "places" / "postcodes.bin").is_file()


def test_it_says_what_became_of_every_row(trial: Trial) -> None:
    result = run(trial, "--verbose")

    assert "services.csv, row 4: refused S3 “Example Minibus”. It is transport. [transport]" in (
        result.stdout
    )


def test_it_writes_reports(trial: Trial) -> None:
    table, programs = trial.folder / "report.csv", trial.folder / "report.JSON"
    result = run(trial, "--report", str(table), "--report", str(programs))

    assert result.exit_code == 0
    with table.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 14
    assert len(json.loads(programs.read_text("utf-8"))["lines"]) == 14


def test_it_replaces_only_when_asked(trial: Trial) -> None:
    run(trial)
    path = trial.council / "providers" / "example-songbirds.toml"
    path.write_text(path.read_text("utf-8") + "# Mine.\n", "utf-8")

    assert "Use --replace to write them anew." in run(trial).stdout
    assert path.read_text("utf-8").endswith("# Mine.\n")
    assert run(trial, "--replace").exit_code == 0
    assert not path.read_text("utf-8").endswith("# Mine.\n")


def test_it_refuses_a_report_that_it_cannot_write(trial: Trial) -> None:
    result = run(trial, "--report", "report.xlsx")

    assert (result.exit_code, result.stderr) == (
        1,
        "Error: “report.xlsx” does not end in .csv or .json.\n",
    )
    assert not trial.content.exists()


def test_it_ends_with_1_when_a_file_cannot_be_read(trial: Trial) -> None:
    trial.put("services.csv", "ID;Service\n1;2\n")
    result = run(trial)

    assert result.exit_code == 1
    assert "services.csv: error: The columns are divided by semicolons" in result.stdout
    assert result.stderr == ("Error: Nothing was brought in. Mend what is above, and try again.\n")


def test_it_ends_with_1_when_no_row_comes_in(trial: Trial) -> None:
    trial.put("services.csv", FILES["services.csv"].splitlines()[0] + "\n")
    result = run(trial)

    assert (result.exit_code, result.stderr) == (1, "Error: No row could be brought in.\n")


def test_it_ends_with_1_when_nothing_can_be_written(trial: Trial) -> None:
    trial.content.mkdir()
    (trial.content / "councils").write_text("", "utf-8")
    result = run(trial)

    assert result.exit_code == 1
    assert "Error:" in result.stderr
