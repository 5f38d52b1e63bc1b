"""Guessing finds nothing, is slow, and is not helped by how long an answer takes."""

import secrets
import string
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median

import pytest

from finder.shortlists import CODE_DAYS, ShortlistStore
from finder.shortlists.codes import make_code, open_code, seal
from finder.shortlists.tokens import EditToken, LookToken, look_token_of, make_token
from finder.web.limits import CODES, MISSED_LINKS
from tests.shortlists.lists import CHOIR, NOON, SWIM, add_all

GUESSES = 10_000
PAIRS = 1_500
ALPHABET = string.ascii_letters + string.digits + "-_"


@pytest.fixture
def tokens(store: ShortlistStore) -> list[EditToken]:
    """Some lists, so that there is something to find."""
    made = [make_token() for _ in range(20)]
    for token in made:
        add_all(store, token, SWIM, CHOIR)
    return made


def test_random_tokens_open_nothing(store: ShortlistStore, tokens: list[EditToken]) -> None:
    guesses = [make_token() for _ in range(GUESSES // 2)]

    assert all(store.read(guess, now=NOON) is None for guess in guesses)
    assert all(store.read_shared(LookToken(guess), now=NOON) is None for guess in guesses)
    assert all(store.read(token, now=NOON) is not None for token in tokens)


def test_random_codes_open_nothing(store: ShortlistStore, tokens: list[EditToken]) -> None:
    kept = seal(make_code(), tokens[0], may_change=True)
    store.keep_code(kept.code_hash, sealed=kept.sealed, for_list=tokens[0], now=NOON)

    # What a code is looked up by is as good as random. A few are made the slow way, of words.
    hashes = [secrets.token_bytes(32) for _ in range(GUESSES // 2)]
    hashes += [open_code(make_code()).code_hash for _ in range(5)]

    assert all(store.find_code(guess, now=NOON) is None for guess in hashes)
    assert store.find_code(kept.code_hash, now=NOON) == kept.sealed


def test_links_to_look_and_to_change_do_not_stand_for_each_other(
    store: ShortlistStore, tokens: list[EditToken]
) -> None:
    for token in tokens:
        look = look_token_of(token)
        assert store.read(EditToken(look), now=NOON) is None
        assert store.read_shared(LookToken(token), now=NOON) is None


def test_tries_of_codes_are_slowed(store: ShortlistStore) -> None:
    # Somebody who tries once a second gets ten tries at once, and then one a minute.
    waits = [
        store.take_turn("code:192.0.2.1", limit=CODES, now=NOON + timedelta(seconds=second))
        for second in range(900)
    ]

    assert waits.count(0) == CODES.burst + 899 // CODES.every_seconds
    assert max(waits) <= CODES.every_seconds
    # Another address is not held up by it.
    assert store.take_turn("code:192.0.2.2", limit=CODES, now=NOON) == 0


def test_a_code_lives_too_short_to_be_guessed() -> None:
    tries = CODES.burst + CODE_DAYS * 24 * 60 * 60 / CODES.every_seconds

    # From a thousand addresses at once, the chance is still one in a hundred thousand.
    assert tries * 1_000 / 2**40 < 1 / 100_000


def test_links_that_open_nothing_are_slowed(store: ShortlistStore) -> None:
    waits = [store.take_turn("link:192.0.2.1", limit=MISSED_LINKS, now=NOON) for _ in range(200)]

    assert waits.count(0) == MISSED_LINKS.burst
    assert set(waits) == {0, MISSED_LINKS.every_seconds}


@pytest.mark.parametrize("right", ["edit", "look"])
def test_how_long_an_answer_takes_does_not_tell_a_near_miss(
    store: ShortlistStore, tokens: list[EditToken], right: str
) -> None:
    def read(token: str) -> object:
        if right == "edit":
            return store.read(EditToken(token), now=NOON)
        return store.read_shared(LookToken(token), now=NOON)

    secret = tokens[0] if right == "edit" else look_token_of(tokens[0])
    nearly: list[float] = []
    by_chance: list[float] = []
    # One after the other, so that whatever else the machine does slows both alike.
    for number in range(PAIRS):
        place = len(secret) - 1 - number % len(secret)
        letter = secrets.choice(ALPHABET.replace(secret[place], ""))
        nearly.append(seconds_of(read, f"{secret[:place]}{letter}{secret[place + 1 :]}"))
        by_chance.append(seconds_of(read, make_token()))

    assert 0.75 < median(nearly) / median(by_chance) < 1.33


def seconds_of(read: Callable[[str], object], token: str) -> float:
    began = time.perf_counter()
    found = read(token)
    took = time.perf_counter() - began
    assert found is None
    return took
