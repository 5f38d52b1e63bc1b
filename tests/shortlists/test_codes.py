"""The words for the phone."""

import re
from itertools import combinations
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from finder.readability.vocabulary import is_hard_to_read
from finder.shortlists.codes import (
    WORDS_IN_CODE,
    Code,
    SealedCode,
    list_words,
    make_code,
    open_code,
    read_code,
    seal,
    unknown_words,
)
from finder.shortlists.tokens import EditToken, look_token_of, make_token

CODE = Code("kayak garden toolbox oven lemonade")
OTHER = Code("kayak garden toolbox oven zebra")
TOKEN = EditToken("abcdefghijklmnopqrstuv")

codes = st.lists(st.sampled_from(list_words()), min_size=WORDS_IN_CODE, max_size=WORDS_IN_CODE).map(
    lambda words: Code(" ".join(words))
)
separators = st.text(alphabet=" ,.-–/;:0123456789\t\n_!", min_size=1, max_size=5)

# How letters are said, roughly, one after the other: a small relative of Metaphone.
SOUNDS = (
    (r"(.)\1", r"\1"),
    ("tch|ch", "C"),
    ("sch", "sk"),
    ("sh|ti(?=o)", "S"),
    ("th", "T"),
    ("ph", "f"),
    ("gh", ""),
    ("dge|ge|gi", "j"),
    ("c(?=[eiy])", "s"),
    ("c|q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("d", "t"),
    ("g", "k"),
    ("v", "f"),
    ("(?<!^)(?:h|[wy](?![aeiou]))", ""),
    ("(?<!^)[aeiou]", ""),
)


def sound_of(word: str) -> str:
    """Return about how a word sounds on a bad line: its first letter and its hard sounds."""
    for letters, sound in SOUNDS:
        word = re.sub(letters, sound, word)
    return word


def test_a_code_is_worth_40_bits() -> None:
    assert log2(len(set(list_words()))) * WORDS_IN_CODE == 40


def test_words_are_short_and_easy_to_read() -> None:
    assert [word for word in list_words() if not re.fullmatch("[a-z]{3,8}", word)] == []
    assert [word for word in list_words() if is_hard_to_read(word)] == []


def test_words_are_in_order() -> None:
    assert list(list_words()) == sorted(list_words())


def test_no_two_words_begin_alike() -> None:
    assert len({word[:3] for word in list_words()}) == len(list_words())


def test_no_slip_of_the_hand_makes_another_word() -> None:
    pairs = combinations(list_words(), 2)

    assert [pair for pair in pairs if OSA.distance(*pair) < 2] == []


def test_no_two_words_together_are_another() -> None:
    words = set(list_words())

    assert [
        word
        for word in words
        if any(word[:cut] in words and word[cut:] in words for cut in range(1, len(word)))
    ] == []


def test_no_two_words_have_the_same_hard_sounds() -> None:
    assert len({sound_of(word) for word in list_words()}) == len(list_words())


def test_a_code_is_made_of_words_by_chance() -> None:
    codes_made = {make_code() for _ in range(300)}
    words = {word for code in codes_made for word in code.split(" ")}

    assert len(codes_made) == 300
    assert all(read_code(code) == code for code in codes_made)
    # Each word is left out of all 300 with a chance of one in 350.
    assert len(words) > len(list_words()) - 20


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kayak Garden Toolbox Oven Lemonade", id="capitals"),
        pytest.param("kayak, garden, toolbox, oven, lemonade.", id="commas and a full stop"),
        pytest.param("kayak-garden-toolbox-oven-lemonade", id="hyphens"),
        pytest.param("  kayak \n garden\ttoolbox\u00a0oven   lemonade ", id="spaces"),
        pytest.param("1. kayak 2. garden 3. toolbox 4. oven 5. lemonade", id="numbers"),
        pytest.param("“kayak” ‘garden’ toolbox/oven_lemonade!", id="other marks"),
        pytest.param("kayak garden tool box oven lemon ade", id="words that are cut in two"),
        pytest.param("kayák gardèn toolbox oven lemonadé", id="accents"),
        pytest.param("ｋａｙａｋ garden toolbox oven lemonade", id="wide letters"),
    ],
)
def test_a_code_is_read_however_it_is_written(text: str) -> None:
    assert read_code(text) == CODE
    assert unknown_words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("kayak garden toolbox oven", id="four words"),
        pytest.param("kayak garden toolbox oven lemonade lemonade", id="six words"),
        pytest.param("kayak garden toolbox oven lemon", id="a word that is not ours"),
        pytest.param("kayaks garden toolbox oven lemonade", id="a word that is nearly ours"),
        pytest.param("kayakgarden toolbox oven lemonade zoo", id="no space between"),
        pytest.param(" " * 200 + CODE, id="too far on"),
    ],
)
def test_what_is_not_five_words_of_ours_is_no_code(text: str) -> None:
    assert read_code(text) is None


@given(text=st.text())
def test_any_text_is_a_code_that_reads_as_itself_or_none(text: str) -> None:
    code = read_code(text)

    assert code is None or read_code(code) == code
    assert all(word not in list_words() for word, _ in unknown_words(text))


@given(code=codes, data=st.data())
def test_nothing_between_the_words_changes_a_code(code: Code, data: st.DataObject) -> None:
    words = [data.draw(st.sampled_from([word, word.upper()])) for word in code.split(" ")]
    text = "".join(word + data.draw(separators) for word in words)

    assert read_code(data.draw(separators) + text) == code


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("schul", "school"),
        ("sizzors", "scissors"),
        ("bicikle", "bicycle"),
        ("duvay", "duvet"),
        ("harbor", "harbour"),
        ("ornage", "orange"),
        ("desks", "desk"),
        ("chocolate", ""),
        ("xyzzy", ""),
        ("Ω", "".join([])),
    ],
)
def test_a_word_that_is_not_ours_is_named_with_the_nearest(typed: str, ours: str) -> None:
    assert unknown_words(f"kayak {typed} garden") == [(typed.casefold(), ours)]


def test_each_unknown_word_is_named_once() -> None:
    assert unknown_words("Schul, kayak, schul, fish") == [("schul", "school"), ("fish", "dish")]


@pytest.mark.parametrize("may_change", [True, False])
def test_a_code_gives_back_the_token_that_it_sealed(may_change: bool) -> None:
    token = TOKEN if may_change else look_token_of(TOKEN)
    kept = seal(CODE, token, may_change)

    opened = open_code(CODE)

    assert opened.code_hash == kept.code_hash
    assert opened.unseal(kept.sealed) == (token, may_change)


def test_another_code_has_another_hash_and_opens_nothing() -> None:
    kept = seal(CODE, TOKEN, True)
    other = open_code(OTHER)

    assert other.code_hash != kept.code_hash
    with pytest.raises(ValueError, match="not sealed with this code"):
        other.unseal(kept.sealed)


def test_what_is_damaged_opens_nothing() -> None:
    opened = open_code(CODE)
    kept = opened.seal(TOKEN, True)

    for damaged in (b"", kept.sealed[:-1], kept.sealed + b"x", bytes(23)):
        with pytest.raises(ValueError, match="not sealed with this code"):
            opened.unseal(damaged)


def test_what_is_kept_has_nothing_of_the_code_or_the_token() -> None:
    token = make_token()
    kept = seal(CODE, token, True)

    assert kept == SealedCode(code_hash=kept.code_hash, sealed=kept.sealed)
    assert (len(kept.code_hash), len(kept.sealed)) == (32, 23)
    everything = kept.code_hash + kept.sealed
    for cut in range(len(token) - 3):
        assert token[cut : cut + 4].encode() not in everything
    assert all(word.encode() not in everything for word in CODE.split(" "))
    # Not even which right it gives shows: the first byte is covered as well.
    assert {
        seal(Code(f"{word} {word} {word} {word} {word}"), TOKEN, True).sealed[0]
        for word in list_words()[:4]
    } != {1}


def test_the_pad_of_a_code_is_not_shown() -> None:
    assert "pad" not in repr(open_code(CODE))


def test_codes_that_stores_keep_already_stay_right() -> None:
    assert open_code(CODE).code_hash.hex()[:16] == "611610d73d48263f"
