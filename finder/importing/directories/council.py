"""The council that a directory is brought in for, and the words that its content knows."""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finder.domain.council import Council
from finder.domain.issue import Issue
from finder.importing.content import COUNCIL_FILE
from finder.importing.councils import read_council
from finder.importing.directories.mapping import DirectoryMapping
from finder.importing.directories.toml_writer import toml_text
from finder.importing.report import Report
from finder.importing.shared_words import read_interests

INTERESTS_FILE = "interests.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFound:
    """The council, the interests that there are, and what was wrong with either.

    `new_file` is the text of the council's file where the content folder has none yet.
    """

    council: Council | None
    interests: Collection[str] = ()
    new_file: str = ""
    issues: tuple[Issue, ...] = ()


def find_council(
    mapping: DirectoryMapping, content: Path, example: Path, *, today: date
) -> CouncilFound:
    """Return the council of the content folder, or the one that the mapping makes for it."""
    slug = mapping.council_slug
    path = content / "councils" / slug / COUNCIL_FILE
    interests_report = Report(file=INTERESTS_FILE)
    own = content / INTERESTS_FILE
    _, interests = read_interests(
        own if own.exists() else example / INTERESTS_FILE, interests_report
    )
    report = Report(file=f"councils/{slug}/{COUNCIL_FILE}")
    new_file = ""
    if path.exists():
        council = read_council(path, slug, report, today=today)
    else:
        new_file = toml_text(mapping.council)
        council = _read_new(new_file, slug, report, today=today)
    return CouncilFound(
        council=council,
        interests=frozenset(interest.slug for interest in interests),
        new_file=new_file,
        issues=(*interests_report.issues, *report.issues),
    )


def _read_new(text: str, slug: str, report: Report, *, today: date) -> Council | None:
    """Read a council's file before it is written, so that a bad one never is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / COUNCIL_FILE
        path.write_text(text, "utf-8", newline="\n")
        return read_council(path, slug, report, today=today)
