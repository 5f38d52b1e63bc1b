import pytest

from finder.readability.vocabulary import is_common, is_hard_to_read, read_common_words


@pytest.mark.parametrize(
    "word",
    [
        *("carer", "helpers", "minibus", "wheelchair", "hoist", "allotment", "yoga", "choir"),
        *("sensory", "gardening", "photographs", "swimmers", "quietly", "café", "carer's"),
    ],
)
def test_everyday_words_and_words_of_this_service_are_common(word: str) -> None:
    assert is_common(word)
    assert not is_hard_to_read(word)


@pytest.mark.parametrize("word", ["unconditional", "methodology", "apathetic", "apprehension"])
def test_long_words_that_are_not_listed_are_hard(word: str) -> None:
    assert is_hard_to_read(word)


@pytest.mark.parametrize("word", ["gist", "x2yzabcdefgh", "приветствие", "mañana"])
def test_short_words_codes_and_other_scripts_are_not_judged(word: str) -> None:
    assert is_hard_to_read(word) == (word == "mañana")


def test_the_list_holds_lower_case_words_once() -> None:
    words = read_common_words()

    assert 2_500 <= len(words) <= 4_000
    assert all(word == word.lower() for word in words)
