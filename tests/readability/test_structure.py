import pytest

from finder.readability.protection import hide_protected
from finder.readability.structure import check_structure, count_clauses
from finder.readability.tokens import make_tokens


def _codes(sentence: str) -> list[tuple[str, bool]]:
    hidden = hide_protected(sentence)
    return [(r.code, r.is_error) for r in check_structure(hidden, make_tokens(hidden))]


def test_fifteen_words_pass_and_sixteen_do_not() -> None:
    assert _codes(" ".join(["tea"] * 15)) == []
    assert _codes(" ".join(["tea"] * 16)) == [("long-sentence", True)]


def test_a_long_sentence_says_how_long_it_is() -> None:
    sentence = " ".join(["tea"] * 17)

    (remark,) = check_structure(sentence, make_tokens(sentence))

    assert remark.message == "This sentence has 17 words."
    assert remark.remedy == "Use 15 words or fewer. Make it two sentences."


@pytest.mark.parametrize(
    "sentence",
    ["Come in; sit down.", "We swim, which is fun.", "This is the bus which stops here."],
)
def test_two_ideas_are_an_error(sentence: str) -> None:
    assert _codes(sentence) == [("two-ideas", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Which day do you like?",
        "You choose which day.",
        "Tell us which bus you take.",
        "You can say: “which one?”",
    ],
)
def test_which_may_ask_for_a_choice(sentence: str) -> None:
    assert _codes(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("We grow beans, carrots, peas and big red flowers", 0),
        ("When you come, we cook, bake and eat", 1),
        ("Come to 12 Mill Road, Fernby, ME14 1XQ", 0),
        ("Come on Monday, Tuesday, or Friday", 0),
        ("If you can, you may stay, but you must ask", 2),
        ("We meet at noon, eat our lunch by the sea, and ride back on the late bus", 2),
        ("We swim, row and then we eat cake", 1),
        ("Tea, ", 0),
    ],
)
def test_clauses_after_commas_are_told_from_lists(sentence: str, clauses: int) -> None:
    assert count_clauses(hide_protected(sentence)) == clauses


def test_many_clauses_are_a_warning() -> None:
    assert _codes("If you can, you may stay, but you must ask.") == [("many-commas", False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "You cannot come without a helper.",
        "It isn’t unusual.",
        "It's not impossible to come.",
        "Don't forget your hat.",
        "No visitor will not get in.",
        "You don't pay nothing.",
    ],
)
def test_double_negatives_are_a_warning(sentence: str) -> None:
    assert _codes(sentence) == [("double-negative", False)]


def test_one_negative_in_each_clause_is_fine() -> None:
    assert _codes("If you do not like it, you do not have to stay.") == []


def test_an_exclamation_mark_is_a_warning() -> None:
    assert _codes("Come and see!") == [("exclamation-mark", False)]
