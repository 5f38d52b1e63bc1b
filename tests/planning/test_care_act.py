import tomllib
from pathlib import Path

import pytest

from finder.domain.council import Labelled
from finder.planning.care_act import OUTCOMES, Outcome, outcomes_of
from finder.resources import resource_dir
from tests.builders import a_council

COUNCILS = sorted((resource_dir("content") / "councils").glob("*/council.toml"))


def test_the_law_has_ten_outcomes_from_a_to_j() -> None:
    assert "".join(outcome.letter for outcome in OUTCOMES.values()) == "abcdefghij"


@pytest.mark.parametrize("file", COUNCILS, ids=lambda file: str(file.parent.name))
def test_every_outcome_of_a_council_s_file_is_one_of_the_law(file: Path) -> None:
    content = tomllib.loads(file.read_text(encoding="utf-8"))

    slugs = [each["slug"] for each in content["outcomes"]]
    assert slugs == list(OUTCOMES)


def test_outcomes_are_in_the_words_and_the_order_of_the_law() -> None:
    council = a_council(
        outcomes=(
            Labelled(slug="community", label="Going out"),
            Labelled(slug="hygiene", label="Washing"),
            Labelled(slug="food", label="Eating"),
        )
    )

    assert outcomes_of(("food", "community"), council) == (
        Outcome("a", "managing and maintaining nutrition"),
        Outcome(
            "i",
            "making use of necessary facilities or services in the local community including "
            "public transport, and recreational facilities or services",
        ),
    )


def test_a_council_s_own_words_are_known_by_their_letter_or_stay() -> None:
    council = a_council(
        outcomes=(
            Labelled(slug="joy", label="Having fun"),
            Labelled(slug="toilets", label="Toilets", code="(C)"),
        )
    )

    assert outcomes_of(("joy", "toilets"), council) == (
        Outcome("c", "managing toilet needs"),
        Outcome("", "Having fun"),
    )


def test_an_outcome_that_the_council_does_not_have_is_none() -> None:
    assert outcomes_of(("flying",), a_council()) == ()
