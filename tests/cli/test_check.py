"""`finder check`."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of
from tests.content_folder import BLUE_BOAT, GREEN_DOOR, ContentFolder

SHORT = 'summary = "You cook lunch, and you eat it together."'
LONG = 'summary = "You cook a big lunch with all the other people and you eat it at one table."'


def test_content_without_a_fault_is_counted(run: Run, data_dir: Path) -> None:
    assert lines_of(run("check")) == [
        "0 errors and 0 warnings.",
        "exampleshire: 4 activities of 2 providers.",
    ]
    assert not data_dir.exists()


def test_every_problem_is_a_line_and_an_error_ends_with_one(
    run: Run, content_folder: ContentFolder
) -> None:
    content_folder.change(BLUE_BOAT, 'end = "14:00"', 'end = "26pm"')
    content_folder.change(GREEN_DOOR, SHORT, LONG)

    every, errors_only = run("check"), run("check", "--errors-only")

    assert (every.exit_code, every.stderr) == (1, "")
    assert (errors_only.exit_code, errors_only.stderr) == (1, "")
    error, warning, *last = every.stdout.splitlines()
    assert error.startswith(f"{BLUE_BOAT}:{content_folder.line_of(BLUE_BOAT, '26pm')}: error: ")
    assert warning.startswith(f"{GREEN_DOOR}:{content_folder.line_of(GREEN_DOOR, LONG)}: warning: ")
    assert last == ["1 error and 1 warning.", "exampleshire: 3 activities of 2 providers."]
    assert errors_only.stdout.splitlines() == [error, *last]


def test_a_council_whose_file_has_errors_is_not_counted(
    run: Run, content_folder: ContentFolder
) -> None:
    content_folder.write("councils/exampleshire/council.toml", "name = \n")

    result = run("check")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "1 error and 0 warnings."


def test_a_folder_can_be_chosen(run: Run, tmp_path: Path) -> None:
    other = ContentFolder.written_to(tmp_path / "other")
    (other.path / GREEN_DOOR).unlink()

    assert lines_of(run("check", "--content", str(other.path)))[-1] == (
        "exampleshire: 2 activities of 1 providers."
    )
    assert run("check", "--content", str(tmp_path / "nowhere")).exit_code == 2
    assert error_of(run("check", FINDER_CONTENT_DIR=str(tmp_path / "nowhere"))).startswith(
        f"{tmp_path}/nowhere/places/postcodes.bin cannot be read: No such file or directory."
    )


def test_places_that_cannot_be_read_are_one_line(run: Run, content_folder: ContentFolder) -> None:
    (content_folder.path / "places").unlink()

    message = error_of(run("check"))

    assert message == (
        f"{content_folder.path}/places/postcodes.bin cannot be read: No such file or directory. "
        "Make it with “finder places”."
    )
