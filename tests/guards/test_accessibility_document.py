"""`docs/accessibility.md` is whole, says nothing that is not there, and is what its files make."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from finder.domain.accessibility import Status
from finder.web.accessibility.document import document
from finder.web.accessibility.evidence import criteria, objectives
from finder.web.presenters.statement import KNOWN
from tests.browser import axe
from tests.pseudo import ROOT

# WCAG 2.2, W3C Recommendation of 5 October 2023. 4.1.1 is obsolete and gone.
WCAG = """
1.1.1 A Non-text Content
1.2.1 A Audio-only and Video-only (Prerecorded)
1.2.2 A Captions (Prerecorded)
1.2.3 A Audio Description or Media Alternative (Prerecorded)
1.2.4 AA Captions (Live)
1.2.5 AA Audio Description (Prerecorded)
1.2.6 AAA Sign Language (Prerecorded)
1.2.7 AAA Extended Audio Description (Prerecorded)
1.2.8 AAA Media Alternative (Prerecorded)
1.2.9 AAA Audio-only (Live)
1.3.1 A Info and Relationships
1.3.2 A Meaningful Sequence
1.3.3 A Sensory Characteristics
1.3.4 AA Orientation
1.3.5 AA Identify Input Purpose
1.3.6 AAA Identify Purpose
1.4.1 A Use of Colour
1.4.2 A Audio Control
1.4.3 AA Contrast (Minimum)
1.4.4 AA Resize Text
1.4.5 AA Images of Text
1.4.6 AAA Contrast (Enhanced)
1.4.7 AAA Low or No Background Audio
1.4.8 AAA Visual Presentation
1.4.9 AAA Images of Text (No Exception)
1.4.10 AA Reflow
1.4.11 AA Non-text Contrast
1.4.12 AA Text Spacing
1.4.13 AA Content on Hover or Focus
2.1.1 A Keyboard
2.1.2 A No Keyboard Trap
2.1.3 AAA Keyboard (No Exception)
2.1.4 A Character Key Shortcuts
2.2.1 A Timing Adjustable
2.2.2 A Pause, Stop, Hide
2.2.3 AAA No Timing
2.2.4 AAA Interruptions
2.2.5 AAA Re-authenticating
2.2.6 AAA Timeouts
2.3.1 A Three Flashes or Below Threshold
2.3.2 AAA Three Flashes
2.3.3 AAA Animation from Interactions
2.4.1 A Bypass Blocks
2.4.2 A Page Titled
2.4.3 A Focus Order
2.4.4 A Link Purpose (In Context)
2.4.5 AA Multiple Ways
2.4.6 AA Headings and Labels
2.4.7 AA Focus Visible
2.4.8 AAA Location
2.4.9 AAA Link Purpose (Link Only)
2.4.10 AAA Section Headings
2.4.11 AA Focus Not Obscured (Minimum)
2.4.12 AAA Focus Not Obscured (Enhanced)
2.4.13 AAA Focus Appearance
2.5.1 A Pointer Gestures
2.5.2 A Pointer Cancellation
2.5.3 A Label in Name
2.5.4 A Motion Actuation
2.5.5 AAA Target Size (Enhanced)
2.5.6 AAA Concurrent Input Mechanisms
2.5.7 AA Dragging Movements
2.5.8 AA Target Size (Minimum)
3.1.1 A Language of Page
3.1.2 AA Language of Parts
3.1.3 AAA Unusual Words
3.1.4 AAA Abbreviations
3.1.5 AAA Reading Level
3.1.6 AAA Pronunciation
3.2.1 A On Focus
3.2.2 A On Input
3.2.3 AA Consistent Navigation
3.2.4 AA Consistent Identification
3.2.5 AAA Change on Request
3.2.6 A Consistent Help
3.3.1 A Error Identification
3.3.2 A Labels or Instructions
3.3.3 AA Error Suggestion
3.3.4 AA Error Prevention (Legal, Financial, Data)
3.3.5 AAA Help
3.3.6 AAA Error Prevention (All)
3.3.7 A Redundant Entry
3.3.8 AA Accessible Authentication (Minimum)
3.3.9 AAA Accessible Authentication (Enhanced)
4.1.2 A Name, Role, Value
4.1.3 AA Status Messages
"""
# How many patterns each of COGA's eight objectives has.
COGA = (8, 6, 13, 12, 4, 5, 7, 4)
BY_HAND = "by hand"
# A rule that we make stricter than its tag says: axe looks for 24 pixels, and is told 44.
STRICTER = {("2.5.5", "target-size")}
ALFA = ROOT / "tests/tools/node_modules/@siteimprove/alfa-rules/dist"


def test_every_criterion_of_wcag_is_there_by_its_name_and_level() -> None:
    lines = [f"{each.number} {each.level} {each.name}" for each in criteria()]

    assert lines == WCAG.split("\n")[1:-1]
    assert len(lines) == 86


def test_every_pattern_of_coga_is_there() -> None:
    numbers = [[each.number for each in objective.patterns] for objective in objectives()]

    assert numbers == [
        [f"o{place}p{number:02}" for number in range(1, count + 1)]
        for place, count in enumerate(COGA, start=1)
    ]
    assert sum(map(len, numbers)) == 59


def test_the_document_is_what_its_files_make() -> None:
    written = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")

    remedy = "python -m finder.web.accessibility.document > docs/accessibility.md"
    assert written == document(), f"Run: {remedy}"
    assert remedy in written


def test_no_cell_of_the_document_is_empty() -> None:
    rows = [line for line in document().splitlines() if line.startswith("|")]

    assert len(rows) > 86 + 59
    assert [row for row in rows if re.search(r"\|\s*\|", row)] == []


def test_what_is_missing_is_said_in_the_statement_and_nothing_else_is() -> None:
    said = {each.number for each in criteria() if each.known}

    assert said == {each.number for each in criteria() if each.status.is_short}
    assert said == {each.number for each in criteria() if each.missing}
    assert {each.known for each in criteria()} - {""} == set(KNOWN)


def test_what_is_met_is_tested_by_more_than_a_look_or_says_so() -> None:
    only_looked_at = {
        each.number
        for each in criteria()
        if each.status is Status.MET and set(each.tested) == {BY_HAND}
    }

    assert only_looked_at == set()
    assert {
        each.number
        for each in criteria()
        if each.status is Status.BY_HAND and BY_HAND not in each.tested
    } == set()


def named_tests() -> Iterator[tuple[str, str]]:
    """Yield each test that is named, with the number of what it tests."""
    for criterion in criteria():
        yield from ((criterion.number, name) for name in criterion.tested)
    for objective in objectives():
        for pattern in objective.patterns:
            yield from ((pattern.number, name) for name in pattern.tested)


def test_every_test_is_of_a_kind_that_is_checked_here() -> None:
    kinds = re.compile(rf"axe [a-z-]+|Alfa R\d+|Nu|{BY_HAND}|tests/[\w/]+\.py(::\w+)+")

    assert [each for each in named_tests() if not kinds.fullmatch(each[1])] == []
    assert len(set(named_tests())) == len(list(named_tests()))


def test_every_test_of_our_own_is_there() -> None:
    ours = {name for _, name in named_tests() if "::" in name}

    assert len(ours) > 50
    assert {name for name in ours if not is_there(name)} == set()


def is_there(name: str) -> bool:
    file, *path = name.split("::")
    return tuple(path) in functions_of(file)


@cache
def functions_of(file: str) -> frozenset[tuple[str, ...]]:
    """Return the functions of a file, each as its name, or as its class and its name."""
    if not (ROOT / file).is_file():
        return frozenset()
    found: set[tuple[str, ...]] = set()
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add((node.name,))
        elif isinstance(node, ast.ClassDef):
            found |= {
                (node.name, one.name) for one in node.body if isinstance(one, ast.FunctionDef)
            }
    return frozenset(found)


def test_every_rule_of_axe_is_run_and_is_about_its_criterion() -> None:
    rules = axe_rules()
    named = [(number, name[4:]) for number, name in named_tests() if name.startswith("axe ")]

    assert len(rules) > 90
    assert {name for _, name in named if not is_run(rules.get(name, frozenset()))} == set()
    assert {
        (number, name)
        for number, name in named
        if (about := {tag for tag in rules[name] if re.fullmatch(r"wcag\d{3,4}", tag)})
        and number[0].isdigit()
        and f"wcag{number.replace('.', '')}" not in about
    } == STRICTER


def is_run(tags: frozenset[str]) -> bool:
    """Return whether axe runs a rule with these tags, as our tests ask it to."""
    return not tags.isdisjoint(axe.TAGS) and "experimental" not in tags


def axe_rules() -> dict[str, frozenset[str]]:
    """Return the tags of each rule of the axe that the tests use."""
    rule = re.compile(r'\{id:"([a-z0-9-]+)"(?:(?!\{id:")[\s\S]){0,1500}?tags:\[([^\]]*)\]')
    return {
        found[1]: frozenset(re.findall(r'"([^"]+)"', found[2]))
        for found in rule.finditer(axe.script())
    }


@pytest.mark.browser  # Only then is Alfa sure to be installed.
def test_every_rule_of_alfa_is_run_and_is_about_its_criterion() -> None:
    rules = alfa_rules()
    named = [(number, name[5:]) for number, name in named_tests() if name.startswith("Alfa ")]

    assert len(rules) > 80
    assert {name for _, name in named} - rules.keys() == set()
    assert {
        (number, name)
        for number, name in named
        if rules[name] and number[0].isdigit() and number not in rules[name]
    } == set()


def alfa_rules() -> dict[str, frozenset[str]]:
    """Return the rules that Alfa runs by itself, with the criteria that each says it is about."""
    numbers = re.findall(r"import R(\d+) from", (ALFA / "rules.js").read_text(encoding="utf-8"))
    return {
        f"R{number}": frozenset(
            re.findall(
                r'Criterion\.of\("([\d.]+)"\)',
                (ALFA / f"sia-r{number}" / "rule.js").read_text(encoding="utf-8"),
            )
        )
        for number in numbers
    }


def test_no_picture_of_ours_holds_words() -> None:
    pictures = sorted((ROOT / "static" / "pictures").rglob("*.svg"))

    assert len(pictures) > 50
    assert [
        path.name for path in pictures if re.search("<(text|image)\\b", path.read_text("utf-8"))
    ] == []
    # What is not drawn cannot be searched for words, so there is none of it.
    assert [
        path.name
        for path in (ROOT / "static" / "pictures").rglob("*")
        if path.suffix in {".png", ".jpg", ".jpeg", ".webp", ".gif"}
    ] == []


def test_nothing_of_the_style_sheets_moves() -> None:
    moving = re.compile(
        r"@keyframes|\b(?:animation|transition|scroll-behavior)[\w-]*\s*:\s*([^;}]*)"
    )
    sheets = [path.read_text("utf-8") for path in (ROOT / "static").glob("*.css")]
    values = {found[1] for sheet in sheets for found in moving.finditer(sheet)}
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "static").glob("*.js"))

    assert values <= {"none!important", "auto!important", "none", "auto"}
    assert re.findall(r"\.animate\(|[\"']smooth[\"']|requestAnimationFrame", scripts) == []
