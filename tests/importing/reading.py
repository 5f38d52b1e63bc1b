"""Read a few lines of TOML as a content file is read."""

import tomllib
from decimal import Decimal
from functools import partial

from finder.domain.issue import Issue, Severity
from finder.importing.entry import Entry
from finder.importing.lines import LineFinder
from finder.importing.report import Report

FILE = "example.toml"

an_error = partial(Issue, file=FILE, line=1)
a_warning = partial(Issue, file=FILE, line=1, severity=Severity.WARNING)


def read_entry(text: str) -> tuple[Entry, list[Issue]]:
    """Return a text's top table, and the list in which its issues will stand."""
    report = Report(file=FILE, lines=LineFinder(text))
    return Entry(tomllib.loads(text, parse_float=Decimal), report), report.issues


def summed_up(issues: list[Issue] | tuple[Issue, ...]) -> list[tuple[str, int | None, str]]:
    """Return the code, the line and the place of each issue, for tests of many at once."""
    return [(issue.code, issue.line, issue.where) for issue in issues]
