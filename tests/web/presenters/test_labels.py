"""Every word of the vocabulary has a label, and every label is easy."""

from enum import StrEnum

import pytest

from finder.domain.vocabulary import (
    BUILDING_NEEDS,
    ActivityKind,
    Arrangement,
    DayPart,
    LeadsTo,
    Mode,
    Need,
    Pay,
    ProviderKind,
    Sort,
    SpaceState,
    Support,
)
from finder.search.columns import Kind
from finder.web.presenters import labels


@pytest.mark.parametrize(
    ("words", "vocabulary"),
    [
        (labels.NEEDS, Need),
        (labels.SUPPORT, Support),
        (labels.SUPPORT_PICTURES, Support),
        (labels.PAY, Pay),
        (labels.PAY_SHORT, Pay),
        (labels.MODES, Mode),
        (labels.PARTS, DayPart),
        (labels.LEADS_TO, LeadsTo),
        (labels.LEADS_TO_PICTURES, LeadsTo),
        (labels.SORTS, Sort),
        (labels.ARRANGEMENTS, Arrangement),
        (labels.ARRANGEMENTS_EASY, Arrangement),
        (labels.SPACES, SpaceState),
        (labels.CHOICES, Kind),
        (labels.PROVIDER_KINDS, ProviderKind),
        (labels.KINDS, ActivityKind),
    ],
)
def test_every_word_has_a_label(words: dict[StrEnum, object], vocabulary: type[StrEnum]) -> None:
    assert set(words) == set(vocabulary)


def test_every_need_of_a_building_has_a_picture() -> None:
    assert set(labels.NEED_PICTURES) == set(BUILDING_NEEDS)
