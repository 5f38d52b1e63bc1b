"""The command line, run as a person runs it, on a small content folder."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from finder.cli import main
from finder.settings import PREFIX, Settings
from tests.content_folder import ContentFolder

Run = Callable[..., Result]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Where the builds are kept."""
    return tmp_path / "data"


@pytest.fixture
def run(data_dir: Path, content_folder: ContentFolder) -> Run:
    """Run a command. Its settings are those of the test, with others given by name.

    An error that the command does not turn into a line of its own fails the test.
    """
    every: dict[str, str | None] = {PREFIX + each.name.upper(): None for each in fields(Settings)}
    usual = {
        "FINDER_DATA_DIR": str(data_dir),
        "FINDER_CONTENT_DIR": str(content_folder.path),
        "FINDER_TODAY": "2026-11-21",
    }

    def run_command(*args: str, **settings: str | None) -> Result:
        runner = CliRunner(env={**every, **usual, **settings})
        return runner.invoke(main, args, catch_exceptions=False)

    return run_command


@pytest.fixture
def built(run: Run) -> Run:
    """Build the content first."""
    assert run("build").exit_code == 0
    return run
