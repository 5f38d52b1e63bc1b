"""axe-core in a page: every rule of levels A, AA and AAA and of good practice, targets of 44 px."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from tests.browser.failure import Failure

TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""Every tag by name, as a newer level does not bring the older ones with it in axe."""

SIZE = 44

CHECKS = [
    {"id": "target-size", "options": {"minSize": SIZE}},
    {"id": "target-offset", "options": {"minOffset": SIZE}},
]

START = f"""() => {{
    if (window.axe === undefined) return false;
    axe.configure({{checks: {json.dumps(CHECKS)}}});
    return true;
}}"""

COLOUR_RULES = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")

RUN = f"""(off) => axe.run({{
    runOnly: {{type: "tag", values: {json.dumps(TAGS)}}},
    rules: Object.fromEntries(off.map((rule) => [rule, {{enabled: false}}])),
    resultTypes: ["violations", "incomplete"],
    // Only a rule that we do not ask for reads the style sheets; fetching them anew is slow.
    preload: {{assets: ["media"]}},
}})"""


Answer = Mapping[str, Sequence[dict[str, Any]]]
"""The rules that something breaks, and those of which axe cannot tell, under their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeReport:
    """What axe says of one page."""

    violations: list[Failure]
    undecided: list[Failure]
    """What axe cannot tell, such as the contrast of words on a gradient: a person must look."""


@cache
def script() -> str:
    """Return the source of axe, as the wheel brings it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def axe(page: Page, without: Sequence[str] = ()) -> AxeReport:
    """Check the page that is open, in the state that it is in; leave some rules out if need be."""
    start(page)
    return report_of(page, page.evaluate(RUN, without))


def start(page: Page) -> None:
    """Put axe into the page, where it stays as long as the page does."""
    if not page.evaluate(START):
        page.evaluate(script())
        page.evaluate(START)


def report_of(page: Page, answer: Answer) -> AxeReport:
    """Return what axe answered in the words of every checker."""
    return AxeReport(
        violations=list(_failures(page.url, answer["violations"])),
        undecided=list(_failures(page.url, list(_without_drawings(answer["incomplete"])))),
    )


def _without_drawings(rules: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Leave out the contrast of words in a drawing, which axe can never tell.

    It only sees that there are shapes under them. The colours of our drawings are held against
    each other by `tests/guards/test_style_sheet.py`.
    """
    for rule in rules:
        in_drawing = "<text " if rule["id"].startswith("color-contrast") else None
        nodes = [each for each in rule["nodes"] if not in_drawing or in_drawing not in each["html"]]
        yield {**rule, "nodes": nodes}


def _failures(page: str, rules: Sequence[Mapping[str, Any]]) -> Iterator[Failure]:
    for rule in rules:
        for node in rule["nodes"]:
            summary = " ".join(node["failureSummary"].split())
            yield Failure(
                page=page,
                rule=rule["id"],
                target=" ".join(str(part) for part in node["target"]),
                message=f"{rule['help']}. {summary}",
            )
