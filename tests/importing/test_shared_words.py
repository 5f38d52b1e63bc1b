from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from finder.catalogue.contents import Page, Picture
from finder.domain.issue import Issue
from finder.domain.words import HardWord, Interest, Reason, SynonymSet
from finder.importing.report import Report
from finder.importing.shared_words import (
    read_hard_words,
    read_interests,
    read_page,
    read_pictures,
    read_synonyms,
)
from tests.importing.reading import FILE, an_error, summed_up

Value = TypeVar("Value")

FUN = """\
[[reasons]]
slug = "fun"
label = "I want to have fun"
heading = "Have fun"
picture = "party"
"""
COOKING = """\
[[interests]]
slug = "cooking"
label = "Cooking"
line = "I like making food."
hint = "Cook, bake"
group = "fun"
picture = "pan"
[interests.synonyms]
en = ["cook", "kitchen"]
pl = ["gotowanie"]
"""


def _read(
    read: Callable[[Path, Report], Value], folder: Path, text: str, name: str = FILE
) -> tuple[Value, list[Issue]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    report = Report(file=FILE)
    return read(path, report), report.issues


def test_reasons_and_interests_are_read(tmp_path: Path) -> None:
    assert _read(read_interests, tmp_path, FUN + COOKING) == (
        (
            (Reason(slug="fun", label="I want to have fun", heading="Have fun", picture="party"),),
            (
                Interest(
                    slug="cooking",
                    label="Cooking",
                    line="I like making food.",
                    hint="Cook, bake",
                    group="fun",
                    picture="pan",
                    synonyms={"en": ("cook", "kitchen"), "pl": ("gotowanie",)},
                ),
            ),
        ),
        [],
    )


def test_an_interest_belongs_to_a_reason_that_there_is(tmp_path: Path) -> None:
    text = FUN + COOKING.replace('group = "fun"', 'group = "work"')

    (reasons, interests), issues = _read(read_interests, tmp_path, text)

    assert (len(reasons), interests) == (1, ())
    assert issues == [
        an_error(
            code="unknown-word",
            message="There is no reason “work”.",
            remedy="Use one of: fun.",
            line=11,
            where="interests 1, group",
        )
    ]


def test_every_fault_of_the_interests_is_noted_and_the_good_ones_stay(tmp_path: Path) -> None:
    text = f"""\
{FUN}
[[reasons]]
slug = "fun"
label = "Again"
heading = "Again"

{COOKING}
[[interests]]
slug = "cooking"
lable = "Cooking again"
line = "I cook."
picture = "pan"
[interests.synonyms]
en = 7

[[interests]]
slug = "music"
label = "Music"
line = "I like music."
group = "fun"
picture = "drum"
"""

    (reasons, interests), issues = _read(read_interests, tmp_path, text)

    assert [reason.label for reason in reasons] == ["I want to have fun"]
    assert [interest.slug for interest in interests] == ["cooking", "music"]
    assert sorted(summed_up(issues), key=lambda issue: issue[1] or 0) == [
        ("missing-field", 7, "reasons 2, picture"),
        ("duplicate-id", 8, "reasons 2, slug"),
        ("missing-field", 23, "interests 2, label"),
        ("missing-field", 23, "interests 2, group"),
        ("duplicate-id", 24, "interests 2, slug"),
        ("unknown-field", 25, "interests 2, lable"),
        ("wrong-value", 29, "interests 2, synonyms, en"),
    ]


@pytest.mark.parametrize(
    ("read", "table", "needed"),
    [
        (read_interests, "reasons", ("slug", "label", "heading", "picture")),
        (read_interests, "interests", ("slug", "label", "line", "group", "picture")),
        (read_hard_words, "words", ("word", "meaning")),
        (read_pictures, "pictures", ("concept", "file", "licence")),
    ],
)
def test_what_is_needed_is_missed(
    tmp_path: Path,
    read: Callable[[Path, Report], object],
    table: str,
    needed: tuple[str, ...],
) -> None:
    _, issues = _read(read, tmp_path, f"[[{table}]]\n")

    assert summed_up(issues) == [("missing-field", 1, f"{table} 1, {name}") for name in needed]


def test_synonyms_are_read(tmp_path: Path) -> None:
    text = '[[same]]\nwords = ["free", "no cost"]\n[[same]]\nwords = ["ramp", "step free"]\n'

    assert _read(read_synonyms, tmp_path, text) == (
        (SynonymSet(words=("free", "no cost")), SynonymSet(words=("ramp", "step free"))),
        [],
    )


def test_one_word_is_a_synonym_of_nothing(tmp_path: Path) -> None:
    assert _read(read_synonyms, tmp_path, '[[same]]\nwords = ["free"]\n') == (
        (),
        [
            an_error(
                code="too-few-words",
                message="A set of words needs two or more.",
                remedy='Write words = ["swim", "pool"].',
                line=2,
                where="same 1, words",
            )
        ],
    )


def test_hard_words_are_read_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    text = """\
[[words]]
word = "direct payment"
meaning = "Money that the council gives you."
also = ["direct payments"]

[[words]]
word = "Carer"
meaning = "Someone who looks after a friend."

[[words]]
word = "assessment"
"""

    assert _read(read_hard_words, tmp_path, text) == (
        (
            HardWord(word="Carer", meaning="Someone who looks after a friend."),
            HardWord(
                word="direct payment",
                meaning="Money that the council gives you.",
                also=("direct payments",),
            ),
        ),
        [
            an_error(
                code="missing-field",
                message="There is no meaning.",
                remedy='Add meaning = "…".',
                line=10,
                where="words 3, meaning",
            )
        ],
    )


def test_pictures_are_read(tmp_path: Path) -> None:
    text = """\
[[pictures]]
concept = "pan"
file = "openmoji/1F373.svg"
author = "A painter"
licence = "CC BY-SA 4.0"
source = "OpenMoji"
changed = true

[[pictures]]
concept = "drum"
file = "drum.svg"
licence = "MIT"
"""

    assert _read(read_pictures, tmp_path, text) == (
        (
            Picture(
                concept="pan",
                file="openmoji/1F373.svg",
                author="A painter",
                licence="CC BY-SA 4.0",
                source="OpenMoji",
                changed=True,
            ),
            Picture(concept="drum", file="drum.svg", licence="MIT"),
        ),
        [],
    )


def test_two_pictures_of_one_idea_are_an_error(tmp_path: Path) -> None:
    picture = '[[pictures]]\nconcept = "pan"\nfile = "{}.svg"\nlicence = "MIT"\n'

    pictures, issues = _read(read_pictures, tmp_path, picture.format(1) + picture.format(2))

    assert [each.file for each in pictures] == ["1.svg"]
    assert issues == [
        an_error(
            code="duplicate-id",
            message="Two pictures have the concept “pan”.",
            remedy="Give each its own concept.",
            line=6,
            where="pictures 2, concept",
        )
    ]


@pytest.mark.parametrize(
    ("read", "nothing"),
    [
        (read_interests, ((), ())),
        (read_synonyms, ()),
        (read_hard_words, ()),
        (read_pictures, ()),
        (read_page, None),
    ],
)
def test_a_file_that_is_not_there_gives_nothing(
    tmp_path: Path, read: Callable[[Path, Report], object], nothing: object
) -> None:
    report = Report(file=FILE)

    assert read(tmp_path / FILE, report) == nothing
    assert summed_up(report.issues) == [("unreadable-file", None, "")]


def test_a_page_has_its_title_and_safe_html(tmp_path: Path) -> None:
    text = "\n#  Help \u202eme\n\n- One <b>thing</b>\n\t- inside\n"

    assert _read(read_page, tmp_path, text, "help.md") == (
        Page(
            slug="help",
            title="Help me",
            html=(
                "<ul>\n<li>One &lt;b&gt;thing&lt;/b&gt;\n"
                "<ul>\n<li>inside</li>\n</ul>\n</li>\n</ul>\n"
            ),
        ),
        [],
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("help.md", "Help\n\nYou can ask.", id="no sign before the title"),
        pytest.param("help.md", "#Help", id="no space after the sign"),
        pytest.param("help.md", "# \n\nYou can ask.", id="no title after the sign"),
        pytest.param("help.md", "", id="nothing"),
        pytest.param("Help me.md", "# Help", id="a name that cannot be an address"),
    ],
)
def test_a_page_without_a_title_or_a_name_is_an_error(tmp_path: Path, name: str, text: str) -> None:
    assert _read(read_page, tmp_path, text, name) == (
        None,
        [
            an_error(
                code="page-without-title",
                message="A page begins with its title.",
                remedy="Write “# Title” on the first line, and name the file in small letters.",
            )
        ],
    )
