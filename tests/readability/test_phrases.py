import pytest

from finder.readability.phrases import (
    Advice,
    Match,
    PhraseIndex,
    find_phrases,
    make_remedy,
    read_abbreviations,
    read_phrases,
)
from finder.readability.tokens import make_tokens

NOTHING: frozenset[str] = frozenset()


def _found(
    text: str, *, allowed: frozenset[str] = NOTHING, names: frozenset[str] = NOTHING
) -> list[tuple[str, str]]:
    tokens = make_tokens(text)
    return [
        (
            text[tokens[match.first].start : tokens[match.last - 1].end],
            match.advice.code if match.advice else "allowed",
        )
        for match in find_phrases(tokens, allowed=allowed, names=names)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We utilised it.", [("utilised", "hard-word")]),
        ("A person-centred plan", [("person-centred", "hard-word")]),
        ("She suffers from it", [("suffers from", "unkind-word")]),
        ("Lots 1 and 2, and lots of fun", [("Lots 1", "hard-word")]),
        ("Fun, whilst safe", [("whilst", "two-ideas")]),
        ("Games etc.", [("etc", "abbreviation")]),
        ("It’s a piece of cake", [("It’s a piece of cake", "idiom")]),
        ("Tea and a piece of cake", []),
    ],
)
def test_listed_phrases_are_found_in_each_form(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_the_longer_of_two_phrases_counts() -> None:
    short, long = Advice("a", "A.", True), Advice("b", "B.", False)
    index = PhraseIndex([(("day",), short), (("day", "care"), long)])

    assert index.find_at(["day", "care"], 0) == Match(0, 2, long)
    assert index.find_at(["day", "off"], 0) == Match(0, 1, short)
    assert index.find_at(["off"], 0) is None


def test_allowed_words_are_allowed_with_their_endings() -> None:
    allowed = frozenset({"Assessment", "care and support plan", " "})

    assert _found("Two assessments", allowed=allowed) == [("assessments", "allowed")]
    assert _found("care and support plans", allowed=allowed) == [
        ("care and support plans", "allowed")
    ]


def test_a_longer_listed_phrase_counts_before_a_shorter_allowed_one() -> None:
    assert _found("day care", allowed=frozenset({"day"})) == [("day care", "hard-word")]


def test_a_name_is_allowed_only_as_it_is_written() -> None:
    names = frozenset({"The Provision Store", ""})

    assert _found("At The Provision Store", names=names) == [("The Provision Store", "allowed")]
    assert _found("at the provision store", names=names) == [("provision", "hard-word")]


@pytest.mark.parametrize(
    ("saying", "code", "remedy"),
    [
        ("use", "hard-word", "Say “use”."),
        ("give | have", "hard-word", "Say “give” or “have”."),
        ("but", "two-ideas", "Make two sentences, or say “but”."),
        ("!Say who.", "unkind-word", "Say who."),
    ],
)
def test_a_remedy_is_a_sentence(saying: str, code: str, remedy: str) -> None:
    assert make_remedy(saying, code=code) == remedy


def test_tables_are_read_with_endings() -> None:
    phrases = list(read_phrases({"warnings": {"range~ of": "many"}}))

    advice = Advice("hard-word", "Say “many”.", False)
    assert phrases == [
        (("range", "of"), advice),
        (("ranges", "of"), advice),
        (("ranged", "of"), advice),
        (("ranging", "of"), advice),
    ]


def test_short_forms_are_known_or_have_a_saying_not_both() -> None:
    known, sayings = read_abbreviations()

    assert "NHS" in known
    assert sayings["GP"] == "doctor"
    assert known.isdisjoint(sayings)
