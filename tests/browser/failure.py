"""What every checker of pages reports: one thing that is wrong, in words that find it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One rule that one thing on a page breaks."""

    page: str
    rule: str
    target: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}: {self.rule}: {self.message} [{self.target}]"


def listed(failures: list[Failure]) -> str:
    """Return the failures one to a line, as the message of an assertion."""
    return "\n".join(str(failure) for failure in failures)
