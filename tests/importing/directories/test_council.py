"""The council that a directory is brought in for."""

from pathlib import Path

from finder.importing.directories.council import find_council
from tests.builders import TODAY
from tests.content_folder import COUNCIL, ContentFolder
from tests.importing.directories.invented import CSV_MAPPING, INTERESTS, read_the_mapping


def test_a_new_folder_gets_the_council_of_the_mapping(tmp_path: Path) -> None:
    (tmp_path / "interests.toml").write_text(INTERESTS, "utf-8")
    found = find_council(read_the_mapping(tmp_path), tmp_path / "content", tmp_path, today=TODAY)

    assert found.council is not None
    assert (found.council.name, found.issues) == ("Exampleshire (trial)", ())
    assert found.interests == {"cooking", "friends", "games", "music"}
    assert found.new_file.startswith('name = "Exampleshire (trial)"\nexample = true\n\n[help]\n')
    assert not (tmp_path / "content").exists()


def test_a_folder_that_has_a_council_keeps_it(
    tmp_path: Path, content_folder: ContentFolder
) -> None:
    found = find_council(read_the_mapping(tmp_path), content_folder.path, tmp_path, today=TODAY)

    assert found.council is not None
    assert (found.council.name, found.new_file) == ("Exampleshire Council", "")
    assert "swimming" in found.interests


def test_a_council_with_a_fault_is_none(tmp_path: Path, content_folder: ContentFolder) -> None:
    mapping = read_the_mapping(tmp_path, CSV_MAPPING.replace('phone = "01632 960 190"', ""))
    new = find_council(mapping, tmp_path / "new", content_folder.path, today=TODAY)
    content_folder.write(COUNCIL, "name = ")
    old = find_council(mapping, content_folder.path, content_folder.path, today=TODAY)

    assert (new.council, [(issue.code, issue.file) for issue in new.issues]) == (
        None,
        [("missing-field", "councils/exampleshire/council.toml")],
    )
    assert (old.council, [issue.code for issue in old.issues]) == (None, ["not-toml"])
