import hashlib

import pytest

from finder.shortlists.tokens import (
    TOKEN_BYTES,
    EditToken,
    form_mark_of,
    hash_token,
    is_token,
    make_token,
)


def test_a_token_has_at_least_128_random_bits() -> None:
    assert TOKEN_BYTES * 8 >= 128


def test_no_two_tokens_are_the_same() -> None:
    assert len({make_token() for _ in range(1000)}) == 1000


def test_a_token_that_was_made_has_the_form_of_one() -> None:
    assert all(is_token(make_token()) for _ in range(1000))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("A" * 21, id="too short"),
        pytest.param("A" * 23, id="too long"),
        pytest.param("A" * 21 + "\n", id="a new line at the end"),
        pytest.param("A" * 22 + "\n", id="a new line after the end"),
        pytest.param("A" * 21 + "=", id="padding"),
        pytest.param("A" * 21 + "/", id="not safe in an address"),
        pytest.param("A" * 21 + "\u00e9", id="not ASCII"),
        pytest.param("A" * 21 + "\u0661", id="a digit of another script"),
    ],
)
def test_other_text_is_not_a_token(text: str) -> None:
    assert not is_token(text)


def test_the_hash_is_sha_256_of_the_token() -> None:
    token = EditToken("abcdefghijklmnopqrstuv")

    assert hash_token(token) == hashlib.sha256(b"abcdefghijklmnopqrstuv").digest()


def test_what_a_form_names_a_list_by_is_its_own_and_no_token() -> None:
    one, other = make_token(), make_token()

    assert form_mark_of(one) == form_mark_of(one) != form_mark_of(other)
    assert not is_token(form_mark_of(one))
    assert form_mark_of(one) not in hash_token(one).hex()
