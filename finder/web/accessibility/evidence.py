"""Read what the site meets, and how it is tested: `criteria.toml` and `patterns.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from finder.domain.accessibility import Criterion, Level, Objective, Pattern, Status

FOLDER = Path(__file__).parent


@cache
def criteria() -> tuple[Criterion, ...]:
    """Return the success criteria of WCAG 2.2, in their order."""
    return tuple(
        Criterion(
            number=row["number"],
            name=row["name"],
            level=Level(row["level"]),
            status=Status(row["status"]),
            how=row["how"],
            tested=tuple(row["tested"]),
            missing=row.get("missing", ""),
            known=row.get("known", ""),
        )
        for row in _read("criteria.toml")["criteria"]
    )


@cache
def objectives() -> tuple[Objective, ...]:
    """Return COGA's eight objectives, each with its patterns, in their order."""
    return tuple(
        Objective(
            name=row["name"],
            patterns=tuple(
                Pattern(
                    number=each["number"],
                    name=each["name"],
                    what=each["what"],
                    tested=tuple(each["tested"]),
                    missing=each.get("missing", ""),
                )
                for each in row["patterns"]
            ),
        )
        for row in _read("patterns.toml")["objectives"]
    )


def _read(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
