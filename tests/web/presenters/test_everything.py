from typing import Any

import pytest

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, DayPart, Need
from finder.search.find import find
from finder.web.presenters.everything import ChoiceGroup, Tick, make_groups
from tests.builders import TODAY, a_council, an_activity, some_contents
from tests.search.opened import opened
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")


def groups_of(
    catalogue_of: CatalogueOf, query: SearchQuery, **council: Any
) -> dict[str, ChoiceGroup]:
    contents = some_contents(
        an_activity(), an_activity("two", needs={Need.HOIST: True}), council=a_council(**council)
    )
    with opened(contents) as searchable:
        answer = find(searchable, query, whereabouts=None, today=TODAY)
    catalogue = catalogue_of(*contents.activities, council=contents.council)
    return {group.name: group for group in make_groups(catalogue, query, answer)}


def test_every_kind_of_choice_is_on_the_page(catalogue_of: CatalogueOf) -> None:
    groups = groups_of(catalogue_of, SearchQuery())

    assert [(group.name, group.heading) for group in groups.values()] == [
        ("day", "Day"),
        ("part", "Time"),
        ("interest", "What people like"),
        ("mode", "How"),
        ("lot", "Type of support"),
        ("who", "Who it is for"),
        ("support", "Helpers"),
        ("need", "Help and getting in"),
        ("pay", "Ways to pay"),
        ("leads_to", "What people go on to"),
    ]


def test_a_box_has_its_counts_and_a_lot_its_official_name(catalogue_of: CatalogueOf) -> None:
    groups = groups_of(catalogue_of, SearchQuery(lots=("1a",), needs=(Need.HOIST,)))

    assert groups["lot"].ticks[0] == Tick(
        value="1a",
        label="One to one, or small groups",
        total=2,
        sure=2,
        is_chosen=True,
        official="1a: Lot 1a, Everyday Life",
    )
    hoist = next(tick for tick in groups["need"].ticks if tick.value == "hoist")
    assert (hoist.label, hoist.total, hoist.sure, hoist.is_chosen) == ("Hoist", 2, 1, True)
    assert groups["need"].hint.startswith("Tick all that you need.")


def test_the_boxes_of_times_know_what_was_chosen(catalogue_of: CatalogueOf) -> None:
    query = SearchQuery(days=(DayChoice.WEEKDAY,), parts=(DayPart.EVENING,))
    groups = groups_of(catalogue_of, query)

    assert [tick.value for tick in groups["day"].ticks if tick.is_chosen] == ["weekday"]
    assert [tick.value for tick in groups["part"].ticks if tick.is_chosen] == ["evening"]


def test_the_council_s_own_words_are_marked_as_english(catalogue_of: CatalogueOf) -> None:
    groups = groups_of(catalogue_of, SearchQuery())

    assert [name for name, group in groups.items() if group.is_english] == [
        *("interest", "lot", "who")
    ]


def test_a_kind_that_the_council_does_not_have_is_not_there(catalogue_of: CatalogueOf) -> None:
    groups = groups_of(catalogue_of, SearchQuery(), lots=(), groups=())

    assert "lot" not in groups
    assert "who" not in groups
