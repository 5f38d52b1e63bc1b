"""The search of the example content, against what people would want it to find."""

from collections.abc import Iterator
from statistics import mean

import pytest

from finder.domain.query import SearchQuery
from finder.generations import Generation, Generations
from finder.pipeline import build
from finder.search.ask import Asked, ask
from tests.pseudo import ROOT
from tests.search.relevance import (
    JUDGED_ON,
    Judgement,
    Misspelling,
    ndcg,
    read_judgements,
    read_misspellings,
)

JUDGEMENTS = read_judgements()
MISSPELLINGS = read_misspellings()
FIRST = 5
LEAST_NDCG = 0.90


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    generations = Generations(tmp_path_factory.mktemp("example"))
    build(ROOT / "content", generations, today=JUDGED_ON, force=False)
    generation = generations.open_current()
    yield generation
    generation.close()


def _ask(example: Generation, council: str, *args: tuple[str, str]) -> Asked:
    return ask(
        example.councils[council].searchable,
        SearchQuery.from_args(args),
        gazetteer=example.gazetteer,
        today=JUDGED_ON,
    )


def _ids(asked: Asked) -> list[str]:
    return [hit.activity_id for hit in asked.answer.slice(0, FIRST)]


def _judge(example: Generation, judgement: Judgement) -> float:
    choices = (choice.partition("=") for choice in judgement.choices)
    asked = _ask(
        example,
        judgement.council,
        ("q", judgement.words),
        ("near", judgement.near),
        *((name, value) for name, _, value in choices),
    )
    return ndcg(judgement.grades, _ids(asked), most=FIRST)


def test_the_first_five_are_what_people_want(example: Generation) -> None:
    scores = [(_judge(example, judgement), judgement.words) for judgement in JUDGEMENTS]

    assert mean(score for score, _ in scores) >= LEAST_NDCG, sorted(scores)[:20]


def test_no_query_is_without_a_result(example: Generation) -> None:
    empty = [
        judgement.words
        for judgement in JUDGEMENTS
        if not _ask(example, judgement.council, ("q", judgement.words)).answer.total
    ]

    assert empty == []


def _leads_there(example: Generation, misspelling: Misspelling) -> bool:
    """Return whether the misspelt word finds first what the right word does."""
    kind, _, name = misspelling.means.partition(":")
    typed = _ask(example, misspelling.council, ("q", misspelling.typed))
    meant = _ask(example, misspelling.council, ("q", misspelling.meant))
    if kind == "interest":
        return _ids(typed) == _ids(meant)
    beside = _ask(example, misspelling.council, ("near", misspelling.typed))
    return (typed.query.near, beside.query.near) == (name, name) and _ids(typed) == _ids(beside)


@pytest.mark.parametrize(("edits", "share"), [(1, 0.95), (2, 0.80)])
def test_a_misspelling_leads_to_the_right_activities(
    example: Generation, edits: int, share: float
) -> None:
    asked = [each for each in MISSPELLINGS if each.edits == edits]

    wrong = [each.typed for each in asked if not _leads_there(example, each)]

    assert len(wrong) <= (1 - share) * len(asked), wrong
