"""Reading every file of a directory."""

from dataclasses import replace
from pathlib import Path

from finder.importing.directories.sources import Sources, read_sources
from tests.importing.directories.invented import (
    CSV_MAPPING,
    FEED_MAPPING,
    FILES,
    Trial,
    a_service,
    read_the_mapping,
)


def codes(sources: Sources) -> list[tuple[str, str]]:
    return [(issue.file, issue.code) for issue in sources.issues]


def test_tables_are_read(tmp_path: Path) -> None:
    Trial.of_files(tmp_path, {**FILES, "halls.csv": FILES["halls.csv"] + ",,\n"})
    sources = read_sources(read_the_mapping(tmp_path), tmp_path / "source")

    assert codes(sources) == []
    assert {name: len(rows) for name, rows in sources.rows.items()} == {
        "services": 7,
        "organisations": 4,
        "halls": 3,
    }
    assert sources.files == ["services.csv", "organisations.csv", "halls.csv"]
    assert sources.unused_columns == ["Old column (organisations)"]
    assert [line.code for line in sources.refused] == ["blank-row"]
    assert sources.names["halls"].name_of(sources.of("halls")[0]) == "Green Hall"
    assert sources.of("nothing") == []


def test_what_is_wrong_with_files_is_said(tmp_path: Path) -> None:
    trial = Trial.of_files(tmp_path, FILES)
    trial.put("services.csv", "ID;Service\n")
    trial.put("organisations.csv", "ID,Name,About,Website\n1,Example,,\n")
    (tmp_path / "source" / "halls.csv").unlink()
    sources = read_sources(read_the_mapping(tmp_path), tmp_path / "source")

    assert codes(sources) == [
        ("services.csv", "wrong-separator"),
        ("organisations.csv", "unknown-column"),
        ("halls", "missing-file"),
    ]


def test_a_file_without_rows_is_a_warning(tmp_path: Path) -> None:
    trial = Trial.of_files(tmp_path, FILES)
    trial.put("halls.csv", "Hall,Street,Town,Post code,Phone\n")
    sources = read_sources(read_the_mapping(tmp_path), tmp_path / "source")

    assert [(issue.code, issue.is_error) for issue in sources.issues] == [("no-rows", False)]


def test_a_feed_has_ids_and_names(tmp_path: Path) -> None:
    Trial.of_feed(tmp_path, a_service())
    mapping = read_the_mapping(tmp_path, FEED_MAPPING)
    (row,) = read_sources(mapping, tmp_path / "source").of("services")
    names = read_sources(mapping, tmp_path / "source").names["services"]

    assert (names.id_of(row), names.name_of(row)) == (
        "0a1b2c3d-0000-4000-8000-000000000001",
        "Example Choir",
    )


def test_a_table_can_go_without_ids_and_names(tmp_path: Path) -> None:
    Trial.of_files(tmp_path, FILES)
    mapping = read_the_mapping(tmp_path, CSV_MAPPING)
    bare = tuple(replace(each, id_column="", name_column="") for each in mapping.tables)
    sources = read_sources(replace(mapping, tables=bare), tmp_path / "source")

    assert sources.names["services"].id_of(sources.of("services")[0]) == ""
