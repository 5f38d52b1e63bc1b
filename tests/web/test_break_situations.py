"""What carers ask for, judged beforehand: tests/web/break_situations.toml."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from finder.domain.query import SearchQuery
from finder.planning.breaks import BreakPlan, BreakSet
from finder.search.ask import ask
from finder.web.presenters.break_offers import find_break, find_longer
from finder.web.presenters.break_question import OWN_PARAMETERS, read_question
from tests.web.site import NOON, site_of

FILE = Path(__file__).with_name("break_situations.toml")
SITUATIONS: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["situation"]


def answer(app: Flask, situation: dict[str, Any]) -> tuple[BreakPlan, set[str]]:
    """Return the plan that a carer gets, and the ids of the longer breaks beside it."""
    live = site_of(app).live
    generation = live.take()
    live.give_back(generation)
    council = generation.councils[situation["council"]]
    args = parse_qsl(situation["ask"])
    parsed = SearchQuery.from_args(pair for pair in args if pair[0] not in OWN_PARAMETERS)
    asked = ask(council.searchable, parsed, gazetteer=generation.gazetteer, today=NOON.date())
    question, ignored = read_question(MultiDict(args), asked.query)
    assert (ignored, parsed.ignored) == ((), ())
    assert asked.look_up.whereabouts is not None
    here, today = asked.look_up.whereabouts, NOON.date()
    found = find_break(
        council.searchable, council.catalogue, question, whereabouts=here, today=today
    )
    longer = find_longer(
        council.searchable, council.catalogue, question.query, whereabouts=here, today=today
    )
    return found.plan, {str(each.activity.activity_id) for each in longer}


def ids_of(found: BreakSet) -> set[str]:
    return {str(offer.activity.activity_id) for offer in found.offers}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda each: each["carer"])
def test_what_is_offered_is_what_a_good_planner_would_offer(
    app: Flask, situation: dict[str, Any]
) -> None:
    plan, longer = answer(app, situation)

    sets = [ids_of(each) for each in plan.sets]
    in_sets = set().union(*sets)
    to_ask = {str(each.offer.activity.activity_id) for each in plan.apart}
    assert sets, situation["why"]
    assert plan.sets[0].minutes >= situation["least"]
    assert not situation.get("first") or sets[0] & set(situation["first"]), situation["why"]
    assert set(situation.get("offered", [])) <= in_sets, situation["why"]
    assert not set(situation.get("never", [])) & in_sets
    assert set(situation.get("may_fit", [])) <= to_ask
    assert set(situation.get("longer", [])) <= longer
