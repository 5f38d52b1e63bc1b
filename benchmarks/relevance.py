"""Ask the judged queries of our search and of others, and say how well each orders what it finds.

The others are asked twice: for the words as they were typed, and told which words mean the same.
None of them knows where a place is, or a choice beyond the six.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.asked import CONTENT, Asked, Question
from benchmarks.choices import KINDS
from benchmarks.engines import ASKED, FTS5, TANTIVY, Engine, Searching
from benchmarks.report import Relevance
from benchmarks.wording import Wording, as_typed
from finder.catalogue.contents import Contents
from finder.geo.gazetteer import Gazetteer
from finder.importing.content import read_content
from tests.search.relevance import JUDGED_ON, Judgement, ndcg, read_judgements

_FIRST = 5
Put = Callable[[Judgement], Asked]


def measure_relevance() -> list[Relevance]:
    """Return the mean nDCG@5 of each engine over the judged queries of all example councils."""
    councils = _read_councils()
    wordings = {slug: Wording(contents) for slug, contents in councils.items()}

    def whole(judgement: Judgement) -> Asked:
        return Asked(question=_question_of(judgement, only_counted=False))

    def typed(judgement: Judgement) -> Asked:
        question = _question_of(judgement, only_counted=True)
        return Asked(question=question, wanted=as_typed(judgement.words))

    def told(judgement: Judgement) -> Asked:
        question = _question_of(judgement, only_counted=True)
        return Asked(question=question, wanted=wordings[judgement.council].read(judgement.words))

    lines: list[tuple[str, Engine, Put]] = [("ours", ASKED, whole)]
    for engine in (FTS5, TANTIVY):
        lines += [(engine.name, engine, typed), (f"{engine.name}, told", engine, told)]
    with TemporaryDirectory() as name:
        return [
            _measure(label, _open(engine, councils, Path(name) / label), put)
            for label, engine, put in lines
        ]


def _read_councils() -> dict[str, Contents]:
    tree = read_content(CONTENT, Gazetteer.load(CONTENT / "places"), today=JUDGED_ON)
    return {each.slug: each.contents for each in tree.councils if each.contents}


def _open(engine: Engine, councils: Mapping[str, Contents], folder: Path) -> dict[str, Searching]:
    searching = {}
    for slug, contents in councils.items():
        place = folder / slug
        place.mkdir(parents=True)
        engine.build(place, contents)
        searching[slug] = engine.open(place)
    return searching


def _question_of(judgement: Judgement, *, only_counted: bool) -> Question:
    """Return what was asked. `only_counted` leaves out choices that the others do not keep."""
    picked: dict[str, tuple[str, ...]] = {}
    for choice in judgement.choices:
        kind, _, value = choice.partition("=")
        if kind in KINDS or not only_counted:
            picked[kind] = (*picked.get(kind, ()), value)
    return Question(text=judgement.words, near=judgement.near, picked=picked)


def _measure(label: str, searching: Mapping[str, Searching], put: Put) -> Relevance:
    scores, without_result = [], 0
    for judgement in read_judgements():
        search = searching[judgement.council]
        reply = search.reply(search.find(search.prepare(put(judgement))))
        scores.append(ndcg(judgement.grades, reply.ids, most=_FIRST))
        without_result += not reply.total
    return Relevance(
        engine=label,
        queries=len(scores),
        ndcg=round(sum(scores) / len(scores), 4),
        without_result=without_result,
    )
