"""`finder check`."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of
from tests.content_folder import BLUE_BOAT, GREEN_DOOR, ContentFolder

LONG = 'summary = "You sing with others, and you sit, and you stand, and you walk, and you talk."'


def test_content_without_a_fault_is_counted(run: Run, data_dir: Path) -> None:
    assert lines_of(run("check")) == [
        "0 errors and 0 warnings.",
        "exampleshire: 4 activities of 2 providers.",
    ]
    assert not data_dir.exists()


def test_every_problem_is_a_line_and_an_error_ends_with_one(
    run: Run, content_folder: ContentFolder
) -> None:
    content_folder.change(BLUE_BOAT, 'summary = "You sing with others, on a screen."', LONG)
    content_folder.change(GREEN_DOOR, 'start = "6pm"', 'start = "26pm"')

    every, errors_only = run("check"), run("check", "--errors-only")

    assert (every.exit_code, errors_only.exit_code) == (1, 1)
    assert (every.stderr, errors_only.stderr) == ("", "")
    last = ["1 error and 1 warning.", "exampleshire: 3 activities of 2 providers."]
    assert every.stdout.splitlines()[2:] == last
    assert errors_only.stdout.splitlines()[1:] == last
    sentence = content_folder.line_of(BLUE_BOAT, LONG)
    clock = content_folder.line_of(GREEN_DOOR, "26pm")
    first, second = every.stdout.splitlines()[:2]
    assert first.startswith(f"{BLUE_BOAT}:{sentence}: warning: ")
    assert second.startswith(f"{GREEN_DOOR}:{clock}: error: ")
    assert errors_only.stdout.splitlines()[0] == second


def test_a_council_whose_file_has_errors_is_not_counted(
    run: Run, content_folder: ContentFolder
) -> None:
    content_folder.write("councils/exampleshire/council.toml", "name = \n")

    result = run("check")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "1 error and 0 warnings."


def test_a_folder_can_be_chosen(run: Run, content_folder: ContentFolder, tmp_path: Path) -> None:
    other = ContentFolder.written_to(tmp_path / "other")
    other.change(BLUE_BOAT, 'status = "paused"\n' if "paused" in BLUE_BOAT else "4.50", "5")

    assert run("check", "--content", str(other.path)).exit_code == 0
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
