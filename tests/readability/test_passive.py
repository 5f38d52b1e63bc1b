import pytest

from finder.readability.passive import check_passive
from finder.readability.protection import hide_protected
from finder.readability.tokens import make_tokens


def _passive(sentence: str) -> list[tuple[str, bool]]:
    hidden = hide_protected(sentence)
    words = {token.word for token in make_tokens(hidden)}
    return [(remark.message, remark.is_error) for remark in check_passive(hidden, words)]


@pytest.mark.parametrize(
    ("sentence", "verb", "is_error"),
    [
        ("Transport is provided.", "is provided", True),
        ("Places are also offered.", "are also offered", True),
        ("You will be assessed first.", "be assessed", True),
        ("They’re fully supported.", "They’re fully supported", True),
        ("Lunch is cooked by members.", "is cooked by", False),
        ("It is run each week by volunteers.", "is run each week by", False),
        ("Bikes can be hired.", "be hired", False),
        ("The class is held here.", "is held", False),
    ],
)
def test_passives_are_found(sentence: str, verb: str, is_error: bool) -> None:
    assert _passive(sentence) == [(f"“{verb}” does not start with who does it.", is_error)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The café is closed.",
        "It is based in Ashford.",
        "Are you interested?",
        "It is called The Hub.",
        "A towel is needed.",
        "You can be tired after.",
        "The doors are opened by 9am.",
        "You get picked up by bus.",
        "It is closed by Monday.",
        "Lunch is included.",
        "We provide lunch.",
        "You can be yourself.",
    ],
)
def test_states_and_active_verbs_are_left_alone(sentence: str) -> None:
    assert _passive(sentence) == []
