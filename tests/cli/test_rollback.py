"""`finder rollback`."""

from pathlib import Path

from finder.generations import Generations
from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of


def test_the_build_before_is_live_again(built: Run, data_dir: Path) -> None:
    generations = Generations(data_dir / "generations")
    first = generations.current_id()
    built("build")

    assert generations.current_id() != first
    assert lines_of(built("rollback")) == [f"{first} is live."]
    assert generations.current_id() == first


def test_without_a_build_before_nothing_changes(built: Run, data_dir: Path) -> None:
    before = Generations(data_dir / "generations").current_id()

    assert error_of(built("rollback")) == "There is no generation before this one."
    assert Generations(data_dir / "generations").current_id() == before


def test_nothing_was_built_yet(run: Run) -> None:
    assert error_of(run("rollback")) == "There is no generation before this one."


def test_while_a_build_is_running_somebody_has_to_come_back(built: Run, data_dir: Path) -> None:
    with Generations(data_dir / "generations").writing():
        result = built("rollback")

    assert error_of(result, exit_code=75) == "Another build is running. Wait for it to end."


def test_a_folder_that_cannot_be_used_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("")

    result = run("rollback", FINDER_DATA_DIR=str(tmp_path / "a-file"))

    assert error_of(result).startswith("[Errno 20] Not a directory: ")
