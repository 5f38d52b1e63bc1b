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


def place_in_words(path: KeyPath) -> str:
    """Return a place in a file as a person would say it, such as "activities 2, sessions 1"."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int):
            words[-1] += f" {part + 1}"
        else:
            words.append(clean(part[:LONGEST_FIELD_NAME]))
    return ", ".join(words)
