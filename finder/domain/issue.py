"""Say what is wrong with a piece of content, where it is, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad an issue is: an error keeps its entry out of the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing that is wrong, in words that the person who wrote the content can act on.

    `code` is stable and kebab-case, for people and programs that count issues. `line` starts
    at 1. `where` is the place inside the file, such as "activity 3, session 1, start" or, for a
    table, "row 12, column Postcode".
    """

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    file: str = ""
    line: int | None = None
    where: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        start = ": ".join(part for part in (place, str(self.severity), self.where) if part)
        return f"{start}: {self.message} {self.remedy} [{self.code}]"


def has_errors(issues: Iterable[Issue]) -> bool:
    """Return whether any of the issues is an error."""
    return any(issue.is_error for issue in issues)
