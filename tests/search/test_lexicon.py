"""Mending what is misspelled, and finishing what is half typed."""

from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.search.index import surface_words
from finder.search.lexicon import (
    LONGEST_MENDED,
    Completions,
    Lexicon,
    Suggestion,
    WordKind,
)

LEXICON = Lexicon(
    {"gardening": 5, "garden": 9, "lunch": 4, "painting": 3, "pointing": 8, "the": 99, "walks": 2},
    ["Swimming", "arts and crafts", "Café", "walk", "pływanie"],
    ["Maidstone", "Royal Tunbridge Wells", "Ash", "Walton"],
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("swiming", "swimming", id="a letter too few"),
        pytest.param("swimmming", "swimming", id="a letter too many"),
        pytest.param("swinming", "swimming", id="a wrong letter"),
        pytest.param("swimmign", "swimming", id="neighbours in each other's place"),
        pytest.param("swmiming", "swimming", id="neighbours early on"),
        pytest.param("lnch", "lunch", id="one slip in a short word"),
        pytest.param("lnhc", None, id="two slips in a short word"),
        pytest.param("gadrenng", "gardening", id="two slips in eight letters"),
        pytest.param("maidsone", "maidstone", id="a town"),
        pytest.param("maydsone", "maidstone", id="a town with two slips"),
        pytest.param("tunbrige", "tunbridge", id="a part of a town's name"),
        pytest.param("gxrdxnxng", None, id="three slips"),
        pytest.param("wsimming", None, id="not the first letter"),
        pytest.param("zwimming", None, id="a wrong first letter"),
        pytest.param("wimming", None, id="the first letter gone"),
        pytest.param("crafs", "crafts", id="a word of several"),
        pytest.param("cafee", "cafe", id="without the accent"),
        pytest.param("plywane", "plywanie", id="in Polish"),
        pytest.param("cof", None, id="too short"),
        pytest.param("thee", None, id="a small word is never meant"),
        pytest.param("painting", "painting", id="no slip"),
        pytest.param("lunch2", None, id="not only letters"),
        pytest.param("l" + "u" * LONGEST_MENDED, None, id="too long"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_misspelled_word_is_mended(typed: str, meant: str | None) -> None:
    assert LEXICON.closest(typed) == meant


@pytest.mark.parametrize(
    ("counts", "known", "meant"),
    [
        pytest.param({"wall": 9, "walk": 1}, [], "wall", id="the commoner of two"),
        pytest.param({"wall": 9, "walk": 1}, ["walk"], "walk", id="what people look for"),
        pytest.param({"wall": 1, "walk": 1}, [], "walk", id="the first in the alphabet"),
        pytest.param({"walrus": 1}, [], None, id="too far"),
    ],
)
def test_of_several_words_the_likeliest_is_meant(
    counts: dict[str, int], known: list[str], meant: str | None
) -> None:
    assert Lexicon(counts, known).closest("walp") == meant


def test_of_many_words_that_are_as_near_none_is_overlooked() -> None:
    near = {f"ga{letter}den": 1 for letter in ascii_lowercase[1:]}

    assert Lexicon(near, []).closest("gaaden") == "gabden"
    assert Lexicon(near, ["gazden"]).closest("gaaden") == "gazden"


def slips_between(one: str, other: str) -> int:
    """Return the slips between two words by the plain table of optimal string alignment."""
    table = {(-1, -1): 0}
    for i in range(len(one)):
        table[i, -1] = i + 1
    for j in range(len(other)):
        table[-1, j] = j + 1
    for i in range(len(one)):
        for j in range(len(other)):
            is_other = one[i] != other[j]
            least = [table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + is_other]
            if i and j and one[i] == other[j - 1] and one[i - 1] == other[j]:
                least.append(table[i - 2, j - 2] + 1)
            table[i, j] = min(least)
    return table[len(one) - 1, len(other) - 1]


def words() -> st.SearchStrategy[str]:
    """Return words of few letters, so that many are near to each other."""
    return st.text("abc", min_size=3, max_size=9)


@given(st.dictionaries(words(), st.integers(1, 3), max_size=40), st.lists(words()), words())
def test_the_nearest_word_is_found_as_by_looking_at_each(
    counts: dict[str, int], known: list[str], typed: str
) -> None:
    most = 2 if len(typed) >= 7 else 1
    ranked = [
        (slips, word not in known, -counts.get(word, 0), word)
        for word in counts.keys() | set(known)
        if word[0] == typed[0] and (slips := slips_between(typed, word)) <= most
    ]
    expected = min(ranked)[-1] if ranked and len(typed) >= 4 else None

    assert Lexicon(counts, known).closest(typed) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("walksgarden", "walks garden", id="two words as one"),
        pytest.param("gardenwalks", "garden walks", id="the other way"),
        pytest.param("ashwalton", "ash walton", id="a word of three letters"),
        pytest.param("gardenzebra", None, id="one of them unknown"),
        pytest.param("garden", None, id="one word"),
        pytest.param("", None, id="nothing"),
        pytest.param("a" * 200, None, id="very long"),
    ],
)
def test_two_words_that_were_written_as_one_are_split(typed: str, meant: str | None) -> None:
    assert LEXICON.split(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("maidstone", "maidstone", id="as it is written"),
        pytest.param("maidston", "maidstone", id="misspelled"),
        pytest.param("walk", None, id="no word but a town's is meant"),
        pytest.param("wals", None, id="too far from a town"),
        pytest.param("waltn", "walton", id="a town before a commoner word"),
        pytest.param("ash", "ash", id="short, as it is written"),
        pytest.param("zebra", None, id="no town begins so"),
    ],
)
def test_in_the_place_box_only_towns_are_meant(typed: str, meant: str | None) -> None:
    assert LEXICON.closest_town_word(typed) == meant


def test_known_words_are_those_of_the_activities_of_interests_and_of_towns() -> None:
    words = ("garden", "cafe", "wells", "and", "the", "zebra", "ash", "swimming")

    assert [word for word in words if word in LEXICON] == [
        *("garden", "cafe", "wells", "ash", "swimming"),
    ]


# Completing


INTEREST, TOWN, WORD, PROVIDER = WordKind
OFFERED = (
    Suggestion(INTEREST, "Walking"),
    Suggestion(INTEREST, "Arts and crafts"),
    Suggestion(TOWN, "Walton"),
    Suggestion(TOWN, "Royal Tunbridge Wells"),
    Suggestion(WORD, "walk"),
    Suggestion(WORD, "café walk"),
    Suggestion(PROVIDER, "Example Walkers"),
)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        pytest.param(
            "wal",
            ["Walking", "Walton", "walk", "café walk", "Example Walkers"],
            id="what begins so, then what has a word that does",
        ),
        pytest.param("WALKI", ["Walking"], id="capitals"),
        pytest.param("tunb", ["Royal Tunbridge Wells"], id="a word within"),
        pytest.param("tunbridge w", ["Royal Tunbridge Wells"], id="from a word within on"),
        pytest.param("cafe", ["café walk"], id="without the accent"),
        pytest.param("arts, and c", ["Arts and crafts"], id="marks"),
        pytest.param("zebra", [], id="nothing begins so"),
        pytest.param("  ", [], id="nothing typed"),
        pytest.param("🏊", [], id="no letters"),
    ],
)
def test_what_is_half_typed_is_finished(typed: str, offered: list[str]) -> None:
    assert [each.text for each in Completions(OFFERED).complete(typed)] == offered


def test_only_some_kinds_and_so_many_are_offered() -> None:
    completions = Completions(OFFERED)

    assert completions.complete("w", kinds=(TOWN,)) == (OFFERED[2], OFFERED[3])
    assert completions.complete("w", most=2) == (OFFERED[0], OFFERED[2])


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(Suggestion, st.sampled_from(WordKind), st.text("ab ", min_size=1, max_size=8)),
        max_size=25,
    ),
    st.text("ab ", max_size=4),
    st.integers(0, 10),
)
def test_completions_are_those_of_looking_at_each(
    offered: list[Suggestion], typed: str, most: int
) -> None:
    start = " ".join(surface_words(typed))
    found = {}
    for each in offered:
        words = surface_words(each.text)
        tails = [" ".join(words[at:]) for at in range(len(words))]
        if start and any(tail.startswith(start) for tail in tails):
            found[each] = (not tails[0].startswith(start), each.kind, each.text)

    assert Completions(offered).complete(typed, most=most) == tuple(
        sorted(found, key=found.__getitem__)[:most]
    )


@pytest.mark.parametrize("letter", ascii_lowercase[:3])
def test_one_letter_offers_a_few_of_very_many(letter: str) -> None:
    many = [Suggestion(WORD, f"{letter}{number:05}") for number in range(3000)]

    offered = Completions(many).complete(letter)

    assert [each.text for each in offered] == [f"{letter}{number:05}" for number in range(8)]
