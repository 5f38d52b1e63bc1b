"""Write `docs/accessibility.md` from the evidence:

python -m finder.web.accessibility.document > docs/accessibility.md
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from finder.domain.accessibility import Criterion, Level, Objective, Status
from finder.web.accessibility.evidence import FOLDER, criteria, objectives

NOTHING = "nothing that we know of"
COGA = """\
The patterns of the W3C's Cognitive and Learning Disabilities Accessibility Task Force, by their
numbers, named in our own words.
"""
MET = {
    Status.MET: "yes",
    Status.BY_HAND: "yes, as far as people can tell",
    Status.NOT_APPLICABLE: "nothing to meet",
    Status.PARTLY: "partly",
    Status.NOT_MET: "no",
}


def document() -> str:
    """Return the page as Markdown."""
    parts = [
        (FOLDER / "how_to_read.md").read_text(encoding="utf-8"),
        "## WCAG 2.2\n",
        *_sums(criteria()),
        *(_level(level, criteria()) for level in Level),
        "## COGA: Making Content Usable\n",
        COGA,
        *(_objective(place, each) for place, each in enumerate(objectives(), start=1)),
        (FOLDER / "what_no_machine_proves.md").read_text(encoding="utf-8"),
    ]
    return "\n".join(parts)


def _sums(rows: Sequence[Criterion]) -> Iterator[str]:
    """Yield a table of how many criteria of each level are met."""
    yield from _head("level", "criteria", *MET.values())
    for level in Level:
        counted = Counter(each.status for each in rows if each.level is level)
        yield _row(level, counted.total(), *(counted[status] for status in MET))
    yield ""


def _level(level: Level, rows: Sequence[Criterion]) -> str:
    lines = [f"### Level {level}", ""]
    lines += _head("criterion", "met?", "how", "how it is tested")
    lines += [
        _row(f"{each.number} {each.name}", MET[each.status], _how(each), _tests(each.tested))
        for each in rows
        if each.level is level
    ]
    return "\n".join([*lines, ""])


def _objective(place: int, objective: Objective) -> str:
    lines = [f"### {place}. {objective.name}", ""]
    lines += _head("pattern", "what we do", "how it is tested", "what is missing")
    lines += [
        _row(f"{each.number} {each.name}", each.what, _tests(each.tested), each.missing or NOTHING)
        for each in objective.patterns
    ]
    return "\n".join([*lines, ""])


def _how(criterion: Criterion) -> str:
    missing = f"<br>**Missing:** {criterion.missing}" if criterion.missing else ""
    return f"{criterion.how}{missing}"


def _tests(names: Iterable[str]) -> str:
    """Return the tests on a line each, those that are code as code."""
    return "<br>".join(f"`{name}`" if "::" in name else name for name in names)


def _head(*cells: str) -> list[str]:
    return [_row(*cells), f"|{'---|' * len(cells)}"]


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell).replace('|', '/') for cell in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(document())
