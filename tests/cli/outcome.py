"""What a command came to."""

from click.testing import Result


def lines_of(result: Result) -> list[str]:
    """Return what a command that went well printed."""
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def error_of(result: Result, *, exit_code: int = 1) -> str:
    """Return the one line in which a command said why it failed."""
    assert (result.exit_code, result.stdout) == (exit_code, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line.removeprefix("Error: ")
