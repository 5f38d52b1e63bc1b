import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.documents.plain_text import LONGEST_LINE, TextBlock, make_plain_text, plain

SENTENCE = "You bring your own lunch, and we eat it together in a room with a view of the garden"


def test_a_text_has_a_title_an_introduction_and_blocks() -> None:
    text = make_plain_text(
        "A plan",
        ["It names nobody."],
        [
            TextBlock(
                heading="1. Café",
                lines=(
                    ("Cost", ("£10 each time",)),
                    (
                        "Days",
                        (
                            "Monday",
                            SENTENCE,
                        ),
                    ),
                    ("Page", ("https://things.example.org/" + "a" * 70,)),
                ),
            ),
            TextBlock(heading="All", lines=()),
        ],
    )

    assert text.splitlines() == [
        "A PLAN",
        "It names nobody.",
        "",
        "1. Café",
        "-------",
        "Cost: £10 each time",
        "Days:",
        "  - Monday",
        "  - You bring your own lunch, and we eat it together in a room with a view",
        "    of the garden",
        "Page:",
        f"  https://things.example.org/{'a' * 70}",
        "",
        "All",
        "---",
    ]
    assert text.endswith("---\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("‘We’ – “you”…", "'We' - \"you\"...", id="quotes, dash and dots"),
        pytest.param("5\u00a0×\u202f3 • ½", "5 x 3 - 1/2", id="spaces and sums"),
        pytest.param("£5 or €5 → home", "£5 or EUR 5 -> home", id="money and an arrow"),
        pytest.param("a\u202eb\u200bc\x00d\ufeff", "abcd", id="what cannot be seen"),
        pytest.param("two\nlines\tand\r\nmore", "two lines and more", id="line ends"),
        pytest.param("Café Ŵyn, বাংলা", "Café Ŵyn, বাংলা", id="letters stay"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiners stay"),
    ],
)
def test_signs_that_an_old_system_spoils_are_written_otherwise(text: str, written: str) -> None:
    assert plain(text) == written


@given(st.text(), st.lists(st.text(), max_size=3), st.lists(st.text(), min_size=1, max_size=3))
def test_no_line_is_too_long_unless_it_is_one_word(
    title: str, intro: list[str], values: list[str]
) -> None:
    block = TextBlock(heading=title, lines=((title, tuple(values)),))

    for line in make_plain_text(title, intro, [block]).splitlines():
        assert len(line) <= LONGEST_LINE or len(line.split()) <= 2
