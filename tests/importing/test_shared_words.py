import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from finder.catalogue.contents import Page, Picture
from finder.domain.council import Council
from finder.domain.issue import Issue
from finder.domain.query import SearchQuery
from finder.domain.words import HardWord, Interest, Reason, SynonymSet, Translation
from finder.importing.report import Report
from finder.importing.shared_words import (
    PageFile,
    read_hard_words,
    read_interests,
    read_page,
    read_pictures,
    read_synonyms,
)
from tests.builders import a_council
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
    text = '[[same]]\nwords = ["day care", "day club"]\n[[same]]\nwords = ["ramp", "step free"]\n'

    assert _read(read_synonyms, tmp_path, text) == (
        (
            (SynonymSet(words=("day care", "day club")), SynonymSet(words=("ramp", "step free"))),
            (),
        ),
        [],
    )


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("day=sat", ("day", "sat")),
        ("day=weekend", ("day", "weekend")),
        ("part=evening", ("part", "evening")),
        ("mode=at-home", ("mode", "at-home")),
        ("need=bsl", ("need", "bsl")),
        ("support=1:1", ("support", "1:1")),
        (" pay = free ", ("pay", "free")),
        ("leads_to=paid-job", ("leads_to", "paid-job")),
        ("space=spaces", ("space", "spaces")),
    ],
)
def test_synonyms_can_stand_for_a_choice(
    tmp_path: Path, written: str, choice: tuple[str, str]
) -> None:
    text = f'[[same]]\nwords = ["just a word"]\nchoice = "{written}"\n'

    assert _read(read_synonyms, tmp_path, text) == (
        ((SynonymSet(words=("just a word",), choice=choice),), ()),
        [],
    )
    # It is a choice that an address can ask for, too.
    assert SearchQuery.from_args([choice]).query.to_args() == [choice]


def test_a_council_s_synonyms_can_stand_for_its_groups_and_lots(tmp_path: Path) -> None:
    text = """\
[[same]]
words = ["LD"]
choice = "who=learning-disability"
[[same]]
words = ["everyday life"]
choice = "lot=1a"
"""

    assert _read(partial(read_synonyms, council=a_council()), tmp_path, text) == (
        (
            (
                SynonymSet(words=("LD",), choice=("who", "learning-disability")),
                SynonymSet(words=("everyday life",), choice=("lot", "1a")),
            ),
            (),
        ),
        [],
    )


PAY = "council, direct-payment, individual-service-fund, self, nhs, free"


@pytest.mark.parametrize(
    ("written", "council", "code", "message", "remedy"),
    [
        pytest.param(
            "free",
            None,
            "wrong-value",
            "choice is “free”, not a name and a value.",
            'Write choice = "pay=free".',
            id="no name",
        ),
        pytest.param(
            "pay=",
            None,
            "wrong-value",
            "choice is “pay=”, not a name and a value.",
            'Write choice = "pay=free".',
            id="no value",
        ),
        pytest.param(
            "pays=free",
            None,
            "unknown-word",
            "There is no choice “pays”. Did you mean “pay”?",
            "Use one of: day, part, mode, need, support, pay, leads_to, space.",
            id="a name that is not known",
        ),
        pytest.param(
            "view=list",
            a_council(),
            "unknown-word",
            "There is no choice “view”.",
            "Use one of: day, part, mode, need, support, pay, leads_to, space, who, lot.",
            id="a name that narrows nothing",
        ),
        pytest.param(
            "pay=fre",
            None,
            "unknown-word",
            "pay cannot be “fre”. Did you mean “free”?",
            f"Use one of: {PAY}.",
            id="a value that is not known",
        ),
        pytest.param(
            "who=older",
            None,
            "wrong-file",
            "who is each council's own, and this file is for all.",
            "Move this set to the file synonyms.toml in the council's folder.",
            id="a group in the file of all councils",
        ),
        pytest.param(
            "lot=1a",
            None,
            "wrong-file",
            "lot is each council's own, and this file is for all.",
            "Move this set to the file synonyms.toml in the council's folder.",
            id="a lot in the file of all councils",
        ),
        pytest.param(
            "who=old",
            a_council(),
            "unknown-word",
            "who cannot be “old”. Did you mean “older”?",
            "Use one of: learning-disability, older.",
            id="a group that the council does not have",
        ),
        pytest.param(
            "lot=1a",
            a_council(lots=()),
            "unknown-word",
            "lot cannot be “1a”.",
            "Take it out: the council's own file names none.",
            id="a lot of a council without lots",
        ),
    ],
)
def test_a_choice_that_does_not_exist_is_an_error(
    tmp_path: Path, written: str, council: Council | None, code: str, message: str, remedy: str
) -> None:
    text = f"""\
[[same]]
words = ["first"]
choice = "{written}"
[[same]]
words = ["one", "another"]
"""

    assert _read(partial(read_synonyms, council=council), tmp_path, text) == (
        ((SynonymSet(words=("one", "another")),), ()),
        [an_error(code=code, message=message, remedy=remedy, line=3, where="same 1, choice")],
    )


@pytest.mark.parametrize("written", ['words = ["free"]', 'words = []\nchoice = "pay=free"'])
def test_one_word_is_a_synonym_of_nothing(tmp_path: Path, written: str) -> None:
    assert _read(read_synonyms, tmp_path, f"[[same]]\n{written}\n") == (
        ((), ()),
        [
            an_error(
                code="too-few-words",
                message="A set of words needs two or more, or one and a choice.",
                remedy='Write words = ["swim", "pool"].',
                line=2,
                where="same 1, words",
            )
        ],
    )


def test_fillers_are_read_once_each_however_many_there_are(tmp_path: Path) -> None:
    many = [f"word {number}" for number in range(500)]
    text = f"fillers = {json.dumps(['to  do', '', 'أريد', 'to do', *many])}\n"

    assert _read(read_synonyms, tmp_path, text) == (((), ("to do", "أريد", *many)), [])


@pytest.mark.parametrize("written", ['"please"', "7", '["please", 7]'])
def test_fillers_are_a_list_of_texts(tmp_path: Path, written: str) -> None:
    (_, fillers), issues = _read(read_synonyms, tmp_path, f"fillers = {written}\n")

    assert (fillers, summed_up(issues)) == ((), [("wrong-value", 1, "fillers")])


def test_a_filler_that_is_too_long_is_left_out(tmp_path: Path) -> None:
    text = f'fillers = ["please", "{"a" * 60}", "{"b" * 1234}"]\n'

    assert _read(read_synonyms, tmp_path, text) == (
        ((), ("please", "a" * 60)),
        [
            an_error(
                code="too-long",
                message=f"fillers has “{'b' * 60}…”, which has 1,234 letters.",
                remedy="Write each with 60 letters or fewer.",
                where="fillers",
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
        (read_synonyms, ((), ())),
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
    page = Page(
        slug="help",
        title="Help me",
        html=(
            "<ul>\n<li>One &lt;b&gt;thing&lt;/b&gt;\n<ul>\n<li>inside</li>\n</ul>\n</li>\n</ul>\n"
        ),
    )

    assert _read(read_page, tmp_path, text, "help.md") == (
        PageFile(pages=(page,), lines=("Help me", "One <b>thing</b>", "inside")),
        [],
    )


def test_a_page_is_in_each_language_that_has_all_of_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "help.md"
    path.write_text("# Help\n\nYou can **ask**.\n\n1. Phone us.\n", encoding="utf-8")
    whole = {"Help": "Pomoc", "You can **ask**.": "**Pytaj**.", "Phone us.": "Zadzwoń."}
    polish = Translation(language="pl", texts=whole)
    welsh = Translation(language="cy", texts={"Help": "Help"})

    file = read_page(path, Report(file=FILE), [polish, welsh])

    assert file is not None
    assert [(page.language, page.title, page.html) for page in file.pages] == [
        (
            "en-GB",
            "Help",
            "<p>You can <strong>ask</strong>.</p>\n<ol>\n<li>Phone us.</li>\n</ol>\n",
        ),
        ("pl", "Pomoc", "<p><strong>Pytaj</strong>.</p>\n<ol>\n<li>Zadzwoń.</li>\n</ol>\n"),
    ]


def numbered(text: str) -> str:
    return f"<ol>\n<li>{text}</li>\n</ol>\n"


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
