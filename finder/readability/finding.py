"""One thing that makes a text hard to read, before anybody knows in which file it stands."""

from dataclasses import dataclass

from finder.domain.issue import Issue, Severity

LONGEST_EXCERPT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is hard, and what to write instead.

    `code` is stable and kebab-case. `excerpt` is the sentence, or the part of it around the
    hard word. An error is a rule that leaves no doubt; a warning is advice, or a guess.
    A hint is less: the text keeps to the rules, and could be easier still.
    """

    code: str
    message: str
    remedy: str
    excerpt: str
    is_error: bool
    is_hint: bool = False


def make_issue(
    finding: Finding,
    *,
    file: str = "",
    line: int | None = None,
    where: str = "",
    is_advice: bool = False,
) -> Issue:
    """Return the finding as an issue of a file; with `is_advice`, never as an error."""
    is_error = finding.is_error and not is_advice
    return Issue(
        code=finding.code,
        message=f"{finding.message} It says: “{finding.excerpt}”",
        remedy=finding.remedy,
        severity=Severity.ERROR if is_error else Severity.WARNING,
        file=file,
        line=line,
        where=where,
    )


def make_excerpt(sentence: str, start: int = 0) -> str:
    """Return the sentence, or about 90 characters of it around `start`, cut between words."""
    text = " ".join(sentence.split())
    if len(text) <= LONGEST_EXCERPT:
        return text
    start -= len(sentence) - len(text)
    first = max(0, min(start - LONGEST_EXCERPT // 2, len(text) - LONGEST_EXCERPT))
    if first > 0:
        first = text.find(" ", first) + 1
    last = first + LONGEST_EXCERPT
    if last < len(text):
        last = text.rfind(" ", first, last)
        if last <= first:
            last = first + LONGEST_EXCERPT
    cut = text[first:last].strip()
    return f"{'… ' if first else ''}{cut}{' …' if last < len(text) else ''}"
