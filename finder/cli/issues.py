"""Print issues for people."""

from collections.abc import Sequence

import click

from finder.domain.issue import Issue


def count_words(count: int, one: str, many: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one if count == 1 else many}"


def print_issues(issues: Sequence[Issue], *, warnings: bool) -> None:
    """Print one line for each issue, and a last line that counts them."""
    errors = [issue for issue in issues if issue.is_error]
    for issue in issues if warnings else errors:
        click.echo(str(issue))
    counts = (
        count_words(len(errors), "error", "errors"),
        count_words(len(issues) - len(errors), "warning", "warnings"),
    )
    click.echo(f"{counts[0]} and {counts[1]}.")
