"""The engines that need nothing else answer alike, and so can be compared."""

from pathlib import Path

import pytest

from benchmarks.choices import KINDS
from benchmarks.engines import ASKED, COLD, FTS5, SHOWN, WARM, WHOOSH, Engine, Reply
from benchmarks.engines.texts import SLUG, SLUG_WEIGHT, WEIGHTS
from benchmarks.race import build_all, race, running
from finder.search import scoring
from tests.benchmarks.small import contents, rounds

ENGINES = (WARM, COLD, ASKED, FTS5, WHOOSH)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the index of each engine."""
    place = tmp_path_factory.mktemp("engines")
    for engine in (WARM, FTS5, WHOOSH):
        (place / engine.module).mkdir()
        engine.build(place / engine.module, contents())
    return place


def replies(engine: Engine, folder: Path) -> list[Reply]:
    search = engine.open(folder / engine.module)
    found = []
    for asked in rounds()[0]:
        search.before()
        found.append(search.reply(search.find(search.prepare(asked))))
    return found


def test_the_others_weigh_texts_as_our_search_does() -> None:
    assert {**WEIGHTS, SLUG: SLUG_WEIGHT} == scoring.WEIGHTS


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: str(engine.name))
def test_an_answer_has_a_total_the_first_20_and_six_kinds_of_choice(
    engine: Engine, folder: Path
) -> None:
    for reply in replies(engine, folder):
        assert len(reply.ids) == min(reply.total, SHOWN)
        assert set(reply.counts) == set(KINDS)


@pytest.mark.parametrize("engine", [COLD, FTS5, WHOOSH], ids=lambda engine: str(engine.name))
def test_without_words_every_engine_counts_the_same(engine: Engine, folder: Path) -> None:
    pairs = zip(replies(WARM, folder), replies(engine, folder), rounds()[0], strict=True)
    without = [(ours, theirs) for ours, theirs, asked in pairs if not asked.question.text]

    assert without
    for ours, theirs in without:
        assert (theirs.total, theirs.counts) == (ours.total, ours.counts)


@pytest.mark.parametrize("engine", [FTS5, WHOOSH], ids=lambda engine: str(engine.name))
def test_with_words_nearly_all_totals_are_the_same(engine: Engine, folder: Path) -> None:
    pairs = list(zip(replies(WARM, folder), replies(engine, folder), strict=True))
    same = [ours.total == theirs.total for ours, theirs in pairs]

    assert sum(same) / len(pairs) > 0.8


def test_engines_race_in_processes_of_their_own(tmp_path: Path) -> None:
    built = build_all([FTS5], tmp_path, contents())
    with running([FTS5], built, rounds()) as runners:
        (times,) = race(runners, 2, 60)
        (answer,) = runners[0].answer(0, 1)

    assert (len(times.wall_ms), len(times.cpu_ms)) == (60, 60)
    assert times.memory_mb > 1
    assert built[FTS5.name].index_mb > 0
    assert set(answer.counts) == set(KINDS)
