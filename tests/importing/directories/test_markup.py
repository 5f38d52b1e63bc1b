"""Taking the tags out of a text."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.importing.directories.markup import Block, BlockKind, blocks_of
from finder.importing.entry import Entry
from finder.importing.report import Report
from tests.importing.reading import read_entry

_MARKUP = st.text(
    alphabet=st.sampled_from(list("<>/&;! -\n\"'=abp")) | st.characters(), max_size=80
)


def texts_of(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)[0]]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("<p>One</p><p>Two</p>", ["One", "Two"], id="paragraphs"),
        pytest.param(
            "<p>a <b>big</b> day<br>out</p>", ["a big day", "out"], id="inline and breaks"
        ),
        pytest.param("<td>Mon</td><td>10am</td>", ["Mon 10am"], id="cells have a space"),
        pytest.param("Tea&nbsp;&amp; cake", ["Tea & cake"], id="entities"),
        pytest.param("Tea &amp;amp; cake", ["Tea & cake"], id="entities written twice"),
        pytest.param("a<!-- no > no --><p>b", ["a", "b"], id="comments"),
        pytest.param("a<!-- never closed", ["a!-- never closed"], id="a comment without an end"),
        pytest.param("<script>bad()</script>good", ["good"], id="scripts"),
        pytest.param("<style>p { }</style >good", ["good"], id="styles"),
        pytest.param("<svg/>good", ["good"], id="a silent tag that holds nothing"),
        pytest.param("<script>never closed", ["never closed"], id="a script without an end"),
        pytest.param("5 < 6 and 7 > 6", ["5 < 6 and 7 > 6"], id="no tag at all"),
        pytest.param("&lt;b&gt;loud&lt;/b&gt;", ["loud"], id="tags written as entities"),
        pytest.param("&lt; b loud > x", ["b loud > x"], id="what would be taken for a tag"),
        pytest.param("a\nb\n\nC d\nE.\nf", ["a b", "C d", "E.", "f"], id="lines"),
        pytest.param("\nlow", ["low"], id="a line after nothing"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert texts_of(text) == blocks


def test_lists_have_items() -> None:
    text = "<p>With:</p><ul><li><p>tea</p></li><li>cake</li></ul><p>Come!</p>"

    assert blocks_of(text)[0] == [
        Block("With:"),
        Block("tea", BlockKind.ITEM),
        Block("cake", BlockKind.ITEM),
        Block("Come!"),
    ]


def test_lines_with_bullets_are_items_too() -> None:
    text = "With:\n- tea\n• cake\n2) a chat"

    assert [block.kind for block in blocks_of(text)[0]] == [
        BlockKind.TEXT,
        BlockKind.ITEM,
        BlockKind.ITEM,
        BlockKind.ITEM,
    ]
    assert texts_of(text) == ["With:", "tea", "cake", "a chat"]


def test_a_bullet_in_markup_is_only_a_sign() -> None:
    assert blocks_of("<p>- tea</p>")[0] == [Block("tea")]


def test_links_behind_words_are_counted() -> None:
    text = '<a href="https://example.org">here</a> <a href="mailto:a@example.org">mail</a> <a>b</a>'

    assert blocks_of(text) == ([Block("here mail b")], 1)


@given(_MARKUP)
def test_nothing_is_left_that_check_takes_for_markup(text: str) -> None:
    entry, issues = read_entry("")
    assert isinstance(entry, Entry)
    for block in texts_of(text):
        entry = Entry({"about": block[:300]}, Report(file="x", issues=issues))
        entry.text("about")

    assert [issue.code for issue in issues] == []
    assert not any(re.search(r"<script", block, re.IGNORECASE) for block in texts_of(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<div>" * 40_000, id="tags"),
        pytest.param("<" * 50_000, id="brackets"),
        pytest.param("<!--" * 50_000, id="comments"),
        pytest.param("<script>x" * 20_000, id="scripts"),
        pytest.param('<a href="' * 20_000, id="quotes"),
        pytest.param("<a " * 60_000 + ">", id="beginnings"),
        pytest.param("\na" * 100_000, id="lines"),
        pytest.param("&lt;b" * 40_000, id="entities"),
    ],
)
def test_no_text_takes_long(text: str) -> None:
    started = process_time()

    blocks_of(text)

    assert process_time() - started < 5
