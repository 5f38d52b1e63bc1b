import pytest

from finder.readability.rules import check_text


def hints_of(text: str, allowed: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    findings = check_text(text, allowed=allowed, hints=True)
    assert all(not finding.is_error for finding in findings if finding.is_hint)
    return [(finding.code, finding.message) for finding in findings if finding.is_hint]


@pytest.mark.parametrize("words", [11, 15])
def test_a_sentence_of_more_than_ten_words_could_be_shorter(words: int) -> None:
    text = " ".join(["go"] * words) + "."

    assert hints_of(text) == [("over-ten-words", f"This sentence has {words} words.")]


@pytest.mark.parametrize("words", [10, 16])
def test_ten_words_are_the_aim_and_sixteen_break_a_rule(words: int) -> None:
    assert hints_of(" ".join(["go"] * words) + ".") == []


def test_a_short_word_that_is_not_an_everyday_word_is_told() -> None:
    assert hints_of("We knead the dough. Then we knead it again.") == [
        ("rare-word", "“knead” is not in our list of everyday words."),
        ("rare-word", "“dough” is not in our list of everyday words."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We walk to the park.", id="everyday words"),
        pytest.param("We meet Knead at 3pm.", id="a name and a time"),
        pytest.param("You need £5, 2 x.", id="a price, a number and a letter"),
        pytest.param("We do osteopathy.", id="a long word has a warning"),
        pytest.param("We utilise it.", id="a word with a rule of its own"),
    ],
)
def test_other_words_have_no_hint(text: str) -> None:
    assert hints_of(text) == []


def test_a_word_that_is_explained_has_no_hint() -> None:
    assert hints_of("We knead it.", allowed=frozenset({"knead"})) == []


def test_without_asking_nobody_is_given_hints() -> None:
    assert check_text("We knead the dough.") == []
