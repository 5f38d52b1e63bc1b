"""The commands as somebody meets them who is new to them."""

import pytest
from click import Option
from click.testing import CliRunner

from finder import __version__
from finder.cli import main
from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of

COMMANDS = sorted(main.commands)
NEED_SETTINGS = {
    "build": [],
    "check": [],
    "rollback": [],
    "search": ["--council", "exampleshire"],
    "serve": [],
}


def test_the_program_says_what_it_can_do(run: Run) -> None:
    for option in ("--help", "-h"):
        text = " ".join(lines_of(run(option)))
        assert all(f"  {name} " in text for name in COMMANDS)
    assert lines_of(run("--version")) == [f"finder, version {__version__}"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_its_options(run: Run, name: str) -> None:
    command = main.commands[name]
    help_text = lines_of(run(name, "--help"))

    assert help_text[0].startswith(f"Usage: main {name} [OPTIONS]")
    first_line = (command.help or "").splitlines()[0]
    assert first_line.endswith(".")
    assert first_line in [line.strip() for line in help_text]
    options = [each for each in command.params if isinstance(each, Option)]
    assert all(f"  {option.opts[0]}" in "\n".join(help_text) for option in options)


@pytest.mark.parametrize(
    "args", [["fly"], ["build", "--fast"], ["search"], ["serve", "--port", "0"]]
)
def test_a_wrong_word_is_named_with_a_way_on(run: Run, args: list[str]) -> None:
    result = run(*args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith("Error: ")
    assert "Try 'main" in result.stderr


@pytest.mark.parametrize("name", NEED_SETTINGS)
def test_a_wrong_setting_ends_every_command_with_one_line(run: Run, name: str) -> None:
    args = [name, *NEED_SETTINGS[name]]

    assert error_of(run(*args, FINDER_TODAY="tomorrow")) == (
        "FINDER_TODAY is “tomorrow”. Write a day as 2026-11-21."
    )
    assert error_of(run(*args, FINDER_LIST_DAY="9")) == (
        "There is no setting FINDER_LIST_DAY. Did you mean FINDER_LIST_DAYS?"
    )


def test_the_command_can_be_run_without_a_setting_at_all() -> None:
    assert CliRunner().invoke(main, ["--help"]).exit_code == 0
