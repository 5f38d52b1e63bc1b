"""The command that makes the tables of postcodes and towns."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from finder.cli.places import MOST_ISSUES_SHOWN, places

COUNCILS = '[[council]]\nslug = "kent"\noutcodes = ["ME14"]\n'
TOWNS = """\
name,also,council,county,latitude,longitude,population,source
Bearsted,,kent,Kent,51.27500,0.58000,6000,hand
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with what people edit, beside a source with two postcodes."""
    tables = tmp_path / "source"
    tables.mkdir()
    (tables / "me.csv").write_text("ME14 1XQ,10,576017,156294\nME14 9ZZ,90,0,0\n", "utf-8")
    made = tmp_path / "places"
    made.mkdir()
    (made / "outcodes-of-councils.toml").write_text(COUNCILS, "utf-8")
    (made / "towns.csv").write_text(TOWNS, "utf-8")
    return made


def run(folder: Path, *more: str) -> Result:
    source = folder.parent / "source"
    return CliRunner().invoke(places, ["--source", str(source), "--out", str(folder), *more])


def test_it_says_what_it_made(folder: Path) -> None:
    result = run(folder, "--edition", "2025-08")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == [
        "Read 2 postcodes of 2025-08 in 1 tables. 1 have no known place.",
        "Kept 1 postcodes of 1 outcodes, 1 sectors, 1 outcodes and 1 towns.",
    ]
    assert [line.split(":")[0] for line in result.stdout.splitlines()[2:]] == [
        "README.md",
        "outcodes.csv",
        "postcodes.bin",
        "towns.csv",
    ]
    assert "outcodes.csv: 61 bytes" in result.stdout


def test_it_fails_with_one_line(folder: Path) -> None:
    result = run(folder)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: The source does not say which month its postcodes are from."
        " Say it, such as: --edition 2025-08\n"
    )


def test_it_lists_what_is_wrong_and_goes_on(folder: Path) -> None:
    with (folder.parent / "source" / "me.csv").open("a", encoding="utf-8") as table:
        table.writelines("Maidstone,10,576017,156294\n" for _ in range(MOST_ISSUES_SHOWN + 2))

    result = run(folder, "--edition", "2025-08")

    lines = result.stderr.splitlines()
    assert result.exit_code == 0
    assert len(lines) == MOST_ISSUES_SHOWN + 1
    assert lines[0] == (
        "me.csv:3: error: The first column is not a postcode. Put it right. [not-a-postcode]"
    )
    assert lines[-1] == "… and 2 more."


def test_it_takes_towns_from_geonames(folder: Path) -> None:
    towns = folder.parent / "cities500.json"
    towns.write_text("{}", "utf-8")

    assert run(folder, "--edition", "2025-08", "--towns", str(towns)).exit_code == 0
