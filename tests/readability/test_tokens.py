from finder.readability.protection import hide_protected
from finder.readability.tokens import Token, count_words, make_tokens


def _words(text: str) -> list[str]:
    return [token.word for token in make_tokens(text)]


def test_a_token_knows_its_place_and_its_kind() -> None:
    assert make_tokens("Don’t run") == [
        Token("don't", "Don’t", 0, 5, False, False, False, True),
        Token("run", "run", 6, 9, False, False, False, False),
    ]


def test_short_forms_with_full_stops_are_one_word() -> None:
    assert _words("e.g. in the U.K. now") == ["eg", "in", "the", "uk", "now"]


def test_numbers_keep_their_commas() -> None:
    tokens = make_tokens("1,200 or 7")

    assert [(token.text, token.is_number) for token in tokens] == [
        ("1,200", True),
        ("or", False),
        ("7", True),
    ]


def test_words_with_hyphens_and_protected_things_count_as_one_word() -> None:
    tokens = make_tokens(hide_protected("Step-free, one-to-one, 10am, 01632 960 456, and/or"))

    assert count_words(tokens) == 5
    assert [token.is_protected for token in tokens].count(True) == 2


def test_a_number_sign_of_another_script_is_not_read_as_a_number() -> None:
    assert [token.is_number for token in make_tokens("² x²")] == [False, False]
