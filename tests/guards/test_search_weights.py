"""The page on the search tells the weights that the search has."""

import re

from finder.search.ordering import HALF_MATCH_MILES, STALE_MATCH
from finder.search.scoring import (
    CHOICE_SCORE,
    INTEREST_BY_LABEL,
    INTEREST_BY_SYNONYM,
    SAME_WORD,
    WEIGHTS,
)
from tests.pseudo import ROOT

PAGE = ROOT / "docs" / "search.md"


def test_every_weight_is_told_as_it_is() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ×? ?([\d.]+)[^|]*\|", text, re.MULTILINE)

    assert [float(weight) for _, weight in rows] == [
        WEIGHTS["name"],
        WEIGHTS["interests"],
        WEIGHTS["summary"],
        WEIGHTS["town"],
        WEIGHTS["about"],
        WEIGHTS["slug"] * INTEREST_BY_LABEL,
        WEIGHTS["slug"] * INTEREST_BY_SYNONYM,
        SAME_WORD,
        CHOICE_SCORE,
    ]
    assert WEIGHTS["provider"] == WEIGHTS["summary"]
    assert f"(1 + miles / {HALF_MATCH_MILES:g}) × {STALE_MATCH:g}" in text
