import pytest

from finder.readability.grade import grade_of
from finder.readability.protection import hide_protected
from finder.readability.tokens import Token, make_tokens


def tokens_of(sentence: str) -> list[Token]:
    return make_tokens(hide_protected(sentence))


def test_the_grade_is_that_of_the_formula() -> None:
    # 4 words a sentence, and 5 syllables for 4 words.
    sentences = [tokens_of("We go by canoe.")] * 10 + [tokens_of("We sit by fire.")] * 15

    words, syllables = 100, 10 * 5 + 15 * 4
    expected = 0.39 * 4 + 11.8 * syllables / words - 15.59
    assert grade_of(sentences) == round(expected, 1)


def test_names_numbers_and_times_do_not_count() -> None:
    plain = [tokens_of("You come to the big hall.")] * 20
    named = [tokens_of("You come to the big hall, Wythenshawe Forum, 12, 10.30am.")] * 20

    assert grade_of(named) == grade_of(plain)


@pytest.mark.parametrize("count", [0, 1, 19])
def test_a_short_text_has_no_grade(count: int) -> None:
    assert grade_of([tokens_of("You come to our hall.")] * count) is None


def test_a_sentence_of_nothing_but_a_number_is_none() -> None:
    sentences = [tokens_of("You come to our hall.")] * 20

    assert grade_of([*sentences, tokens_of("12")]) == grade_of(sentences)
