"""`finder build`."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import finder
from finder.generations import Generations
from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of
from tests.content_folder import BLUE_BOAT, COUNCIL, GREEN_DOOR, ContentFolder
from tests.small_generation import write_places

SHORT = 'summary = "You cook lunch, and you eat it together."'
LONG = 'summary = "You cook a big lunch with all the other people and you eat it at one table."'


def served(data_dir: Path) -> str:
    return Generations(data_dir / "generations").current_id() or ""


def test_a_build_says_what_is_live(run: Run, data_dir: Path) -> None:
    lines = lines_of(run("build"))

    assert lines == [
        "0 errors and 0 warnings.",
        "exampleshire: 4 activities.",
        f"Built {served(data_dir)}. It is live.",
    ]


def test_what_has_errors_is_left_out_and_said(
    run: Run, content_folder: ContentFolder, data_dir: Path
) -> None:
    content_folder.change(BLUE_BOAT, 'end = "14:00"', 'end = "26pm"')
    content_folder.change(GREEN_DOOR, SHORT, LONG)

    loud, quiet = lines_of(run("build")), lines_of(run("build", "--quiet", "--force"))

    assert [line.split(": ")[1] for line in loud[:2]] == ["error", "warning"]
    assert loud[2:5] == [
        "1 error and 1 warning.",
        "exampleshire: 3 activities.",
        "1 entries with errors were left out.",
    ]
    assert quiet[:-1] == [loud[0], *loud[2:5]]


def test_a_build_that_is_refused_leaves_the_live_site(
    built: Run, content_folder: ContentFolder, data_dir: Path
) -> None:
    before = served(data_dir)
    (content_folder.path / BLUE_BOAT).unlink()

    message = error_of(built("build"))

    assert message == (
        "“exampleshire” would go from 4 activities to 2. "
        "If that is right, build with --force. The live site stays as it is."
    )
    assert served(data_dir) == before
    assert "exampleshire: 2 activities." in lines_of(built("build", "--force"))


def test_every_way_to_fail_is_one_line(
    built: Run, content_folder: ContentFolder, data_dir: Path, tmp_path: Path
) -> None:
    before = served(data_dir)
    (tmp_path / "a-file").write_text("")
    in_a_file = error_of(built("build", FINDER_DATA_DIR=str(tmp_path / "a-file")))
    nowhere = error_of(built("build", FINDER_CONTENT_DIR=str(tmp_path / "nowhere")))
    content_folder.change(COUNCIL, 'name = "Exampleshire Council"\n', "")
    council = error_of(built("build"))

    assert in_a_file.startswith("[Errno 20] Not a directory: ")
    assert nowhere.startswith(f"{tmp_path}/nowhere/places/postcodes.bin cannot be read: ")
    assert council.startswith("The file of the council “exampleshire” has errors.")
    assert all(
        message.endswith(" The live site stays as it is.")
        for message in (in_a_file, nowhere, council)
    )
    assert served(data_dir) == before


def test_a_second_build_is_told_to_come_back(built: Run, data_dir: Path) -> None:
    with Generations(data_dir / "generations").writing():
        result = built("build")

    assert error_of(result, exit_code=75) == "Another build is running. Wait for it to end."


def test_a_full_disk_is_one_line_and_the_live_site_stays(
    content_folder: ContentFolder, data_dir: Path
) -> None:
    content_folder.copy_places()
    for file in (content_folder.path / "places").iterdir():
        file.unlink()
    (content_folder.path / "places").rmdir()
    write_places(content_folder.path / "places")

    def build(most_bytes: int) -> "subprocess.CompletedProcess[str]":
        """Build in a process that can write so much to one file, and no more."""
        return subprocess.run(
            [sys.executable, "-m", "finder", "build"],
            # The measuring of coverage writes files of its own, which may not fail.
            env={
                **{name: value for name, value in os.environ.items() if "COVERAGE" not in name},
                "PYTHONPATH": str(Path(finder.__file__).parent.parent),
                "PYTHONDONTWRITEBYTECODE": "1",
                "FINDER_DATA_DIR": str(data_dir),
                "FINDER_CONTENT_DIR": str(content_folder.path),
                "FINDER_TODAY": "2026-11-21",
            },
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes)),
            capture_output=True,
            text=True,
            check=False,
        )

    enough = build(1_000_000)
    before = served(data_dir)
    names = sorted(path.name for path in (data_dir / "generations").iterdir())
    # The catalogue needs more than 10 kB, and the index more than 1 kB.
    failed = [build(10_000), build(1_000)]

    assert (enough.returncode, enough.stderr) == (0, "")
    assert [each.returncode for each in failed] == [1, 1]
    assert all(len(each.stderr.splitlines()) == 1 for each in failed)
    assert all(
        each.stderr.startswith("Error: ") and each.stderr.endswith("site stays as it is.\n")
        for each in failed
    )
    assert "catalogue.db cannot be written: " in failed[0].stderr
    assert served(data_dir) == before
    assert sorted(path.name for path in (data_dir / "generations").iterdir()) == names
