import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.readability.finding import Finding
from finder.readability.rules import check_text

HERE = Path(__file__).parent


def _codes(
    text: str, *, allowed: frozenset[str] = frozenset(), names: frozenset[str] = frozenset()
) -> list[str]:
    return [finding.code for finding in check_text(text, allowed=allowed, names=names)]


def test_a_finding_says_what_is_hard_and_what_to_write() -> None:
    assert check_text("Come in. We utilise the hall.") == [
        Finding(
            code="hard-word",
            message="“utilise” is hard to read.",
            remedy="Say “use”.",
            excerpt="We utilise the hall.",
            is_error=True,
        )
    ]


def test_plain_text_has_no_findings() -> None:
    assert check_text("You cook lunch on Monday, 10am to 3pm.\nIt costs £5.50.") == []
    assert check_text("") == []


def test_a_word_that_is_explained_is_allowed() -> None:
    text = "The assessment is free. Respite is a break."

    assert _codes(text) == ["hard-word", "hard-word"]
    assert _codes(text, allowed=frozenset({"assessment", "respite"})) == []


def test_a_long_word_or_a_short_form_that_is_explained_is_allowed() -> None:
    text = "Ask about osteopathy and BSL."

    assert _codes(text) == ["abbreviation", "long-word"]
    assert _codes(text, allowed=frozenset({"Osteopathy", "BSL"})) == []


def test_a_name_of_a_place_is_allowed_at_the_start_of_a_sentence() -> None:
    assert _codes("Wythenshawe has a pool.") == ["long-word"]
    assert _codes("Wythenshawe has a pool.", names=frozenset({"Wythenshawe"})) == []
    assert _codes("We go to Wythenshawe. Wythenshawe has a pool.") == []


def test_a_hard_word_in_what_may_be_a_name_is_only_a_warning() -> None:
    assert [f.is_error for f in check_text("We meet at Framework House.")] == [False]
    assert [f.is_error for f in check_text("Framework members meet.")] == [True]


def test_a_word_is_reported_once_but_each_long_sentence_is() -> None:
    sentence = "We utilise it and " + "go " * 14 + "out."

    assert _codes(f"{sentence} {sentence}") == ["long-sentence", "hard-word", "long-sentence"]


@pytest.mark.parametrize(
    "text", ["%(count)s things", "See <a href='/x'>the list</a>", "**Free** on Monday", "{name}"]
)
def test_interface_strings_are_read_without_their_marks(text: str) -> None:
    assert check_text(text) == []


@given(st.text(max_size=300))
def test_any_text_at_all_can_be_checked(text: str) -> None:
    for finding in check_text(text):
        assert finding.message
        assert finding.remedy.endswith(".")


@pytest.mark.parametrize(
    "piece",
    ["a", "a.", "a-", "0", "…", ".”", "is ", "not ", "a, ", "www.", "x@a.", "<a ", "Mr. ", "AA "],
)
def test_an_endless_text_takes_no_longer_for_each_letter(piece: str) -> None:
    start = time.process_time()

    check_text(piece * 10_000)

    assert time.process_time() - start < 5


def test_a_thousand_short_texts_take_less_than_half_a_second() -> None:
    # In a process of its own, because counting coverage makes every line slower.
    program = """
import sys, time
from pathlib import Path
from finder.readability.rules import check_text
texts = [line for name in sys.argv[1:] for line in Path(name).read_text("utf-8").splitlines()] * 5
assert len(texts) == 1000
rounds = []
for _ in range(3):
    start = time.process_time()
    for text in texts:
        check_text(text)
    rounds.append(time.process_time() - start)
print(min(rounds))
"""
    command = [sys.executable, "-c", program, str(HERE / "easy.txt"), str(HERE / "hard.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE.parents[1])

    assert float(done.stdout) < 0.5


@pytest.mark.parametrize(
    ("text", "is_slanted"),
    [
        pytest.param("*Please* come early.", True, id="stars"),
        pytest.param("Come _early, please_.", True, id="underscores"),
        pytest.param("Come <em>early</em>.", True, id="HTML"),
        pytest.param("Come **early**.", False, id="bold"),
        pytest.param("Come __early__.", False, id="bold too"),
        pytest.param("* Come early.\n* Bring a bag.", False, id="bullets"),
        pytest.param("It is 2 * 3 * 4 feet.", False, id="stars apart"),
        pytest.param("Write to my_big_club@example.org.", False, id="inside a word"),
        pytest.param("The price is %(price)s_each.", False, id="a placeholder"),
        pytest.param("The * is for\nnew * things.", False, id="two lines"),
    ],
)
def test_slanted_letters_are_found(text: str, is_slanted: bool) -> None:
    assert ("italics" in {finding.code for finding in check_text(text)}) is is_slanted
