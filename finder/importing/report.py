"""Collect the issues of one content file, each with its place."""

from dataclasses import dataclass, field

from finder.domain.issue import Issue, Severity
from finder.importing.lines import KeyPath, LineFinder
from finder.importing.texts import clean

LONGEST_FIELD_NAME = 60


@dataclass(slots=True)
class Report:
    """The issues of one file, as they are found."""

    file: str
    lines: LineFinder | None = None
    issues: list[Issue] = field(default_factory=list)
    error_count: int = 0

    def add(
        self,
        code: str,
        message: str,
        remedy: str,
        *,
        path: KeyPath = (),
        severity: Severity = Severity.ERROR,
        line: int | None = None,
    ) -> None:
        """Note one problem at a place in the file."""
        if line is None and self.lines is not None:
            line = self.lines.line_of(path)
        issue = Issue(
            code=code,
            message=message,
            remedy=remedy,
            severity=severity,
            file=self.file,
            line=line,
            where=place_in_words(path),
        )
        self.error_count += issue.is_error
        self.issues.append(issue)


class Spot:
    """A table of a file, and the report in which problems with it are noted."""

    def __init__(self, report: Report, path: KeyPath) -> None:
        self._report = report
        self.path = path

    @property
    def error_count(self) -> int:
        """Return how many errors the whole file has so far."""
        return self._report.error_count

    def problem(
        self,
        code: str,
        message: str,
        remedy: str,
        *,
        key: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note a problem with this entry, or with one field of it."""
        path = (*self.path, key) if key else self.path
        self._report.add(code, message, remedy, path=path, severity=severity)

    def warn(self, code: str, message: str, remedy: str, *, key: str = "") -> None:
        """Note a problem that does not keep the entry out."""
        self.problem(code, message, remedy, key=key, severity=Severity.WARNING)

    def note(self, issue: Issue, *, key: str) -> None:
        """Note an issue that somebody else found in one field."""
        self.problem(issue.code, issue.message, issue.remedy, key=key, severity=issue.severity)


def place_in_words(path: KeyPath) -> str:
    """Return a place in a file as a person would say it, such as "activities 2, sessions 1"."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int):
            words[-1] += f" {part + 1}"
        else:
            words.append(clean(part[:LONGEST_FIELD_NAME]))
    return ", ".join(words)
