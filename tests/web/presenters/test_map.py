"""The small map of a council."""

import gc
import tracemalloc
import weakref
from dataclasses import replace
from typing import Any

import pytest

from finder.domain.place import Point, Precision, Whereabouts
from finder.geo.gazetteer import Gazetteer
from finder.web.presenters.map import (
    PLACE_BYTES,
    THING_BYTES,
    CouncilMap,
    MapLine,
    MapPlace,
    MapThing,
    make_map,
    map_thing,
    map_things,
)
from tests.builders import ASHFORD, MAIDSTONE, a_council, a_place, an_activity, an_online_place
from tests.content_folder import SHIPPED_CONTENT
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

KENT = a_council("kent", place_name="Kent", start_places=())
DOVER = Point(51.1279, 1.3134)
EDINBURGH = Point(55.953, -3.189)


def a_gazetteer() -> Gazetteer:
    """Return a gazetteer by which nothing was kept yet."""
    return Gazetteer.load(SHIPPED_CONTENT / "places")


def a_thing(activity_id: str = "tea", *places: MapPlace, name: str = "Tea") -> MapThing:
    return MapThing(activity_id=activity_id, name=name, places=places)


def at(town: str, point: Point) -> MapPlace:
    return MapPlace(town=town, point=point)


IN_ASHFORD, IN_MAIDSTONE = at("Ashford", ASHFORD), at("Maidstone", MAIDSTONE)


def person_at(point: Point, precision: Precision = Precision.POSTCODE) -> Whereabouts:
    return Whereabouts(typed="here", label="here", point=point, precision=precision)


def map_of(gazetteer: Gazetteer, *things: MapThing, **more: Any) -> CouncilMap:
    made = make_map(KENT, gazetteer, things, **more)
    assert made is not None
    return made


def test_a_thing_has_each_of_its_places_once() -> None:
    places = (
        a_place("hall"),
        a_place("garden", name="The Garden"),
        a_place("barn", name="The Barn", town="", point=ASHFORD),
        an_online_place(),
    )

    assert map_thing(an_activity(places=places)) == MapThing(
        activity_id="cooking-together",
        name="Cooking Together (example)",
        places=(IN_MAIDSTONE, at("The Barn", ASHFORD)),
    )


def test_what_the_map_needs_is_read_once(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(an_activity("b"), an_activity("a"))

    first, second = map_things(catalogue, ["b", "a"]), map_things(catalogue, ["a", "b"])

    assert [thing.activity_id for thing in first] == ["b", "a"]
    assert second[0] is first[1]
    assert second[1] is first[0]


def test_two_catalogues_have_things_of_their_own(catalogue_of: CatalogueOf) -> None:
    names = [
        map_things(catalogue_of(an_activity("a", name=name)), ["a"])[0].name
        for name in ("Old", "New")
    ]

    assert names == ["Old", "New"]


def test_nothing_is_kept_of_a_build_that_is_gone(catalogue_of: CatalogueOf) -> None:
    gone = a_gazetteer()
    make_map(KENT, gone, [a_thing("a", IN_ASHFORD)])
    seen = weakref.ref(gone)
    del gone
    gc.collect()

    assert seen() is None


def test_a_kept_thing_takes_no_more_than_it_is_counted_as(catalogue_of: CatalogueOf) -> None:
    places = tuple(a_place(str(n), point=Point(51, n)) for n in range(5))
    ids = [f"activity-{number}" for number in range(100)]
    catalogue = catalogue_of(*[an_activity(each, places=places) for each in ids])
    # What is kept of the catalogue itself is none of the map's.
    map_things(catalogue, ids[:1])
    tracemalloc.start()
    map_things(catalogue, ids)
    gc.collect()
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert taken / len(ids) <= THING_BYTES + 5 * PLACE_BYTES


@pytest.mark.parametrize(
    "things", [pytest.param([], id="nothing"), pytest.param([a_thing()], id="only online")]
)
def test_there_is_no_map_without_a_place(gazetteer: Gazetteer, things: list[MapThing]) -> None:
    assert make_map(KENT, gazetteer, things) is None


def test_there_is_no_map_of_a_council_whose_shape_nobody_knows(gazetteer: Gazetteer) -> None:
    assert make_map(a_council(), gazetteer, [a_thing("tea", IN_ASHFORD)]) is None


def test_the_list_says_all_that_the_map_shows(gazetteer: Gazetteer) -> None:
    made = map_of(
        gazetteer,
        a_thing("tea", IN_ASHFORD),
        a_thing("chat"),
        a_thing("swim", IN_MAIDSTONE, name="Swim"),
    )

    assert made.lines == [
        MapLine(number=1, anchor="kent-tea", name="Tea", where="Ashford", far=""),
        MapLine(number=2, anchor="kent-swim", name="Swim", where="Maidstone", far=""),
    ]
    assert [number.words for number in made.numbers] == ["1", "2"]
    assert made.sentences == [
        "This is a rough map of Kent.",
        "1 thing has no place on the map.",
    ]


def test_things_at_one_place_share_a_dot(gazetteer: Gazetteer) -> None:
    made = map_of(
        gazetteer,
        a_thing("a", IN_MAIDSTONE),
        a_thing("b", IN_ASHFORD),
        a_thing("c", at("Maidstone", Point(MAIDSTONE.latitude + 0.001, MAIDSTONE.longitude))),
    )

    assert [number.words for number in made.numbers] == ["1, 3", "2"]


def test_a_thing_in_two_places_has_two_dots_and_both_towns(gazetteer: Gazetteer) -> None:
    made = map_of(gazetteer, a_thing("a", IN_MAIDSTONE, IN_ASHFORD))

    assert [number.words for number in made.numbers] == ["1", "1"]
    assert made.lines[0].where == "Maidstone and Ashford"


def test_two_places_of_a_thing_side_by_side_are_one_dot(gazetteer: Gazetteer) -> None:
    beside = at("Maidstone", Point(MAIDSTONE.latitude + 0.001, MAIDSTONE.longitude))
    made = map_of(gazetteer, a_thing("a", IN_MAIDSTONE, beside))

    assert [number.words for number in made.numbers] == ["1"]


def test_who_says_where_they_are_sees_the_nearest_place_and_how_far_it_is(
    gazetteer: Gazetteer,
) -> None:
    made = map_of(
        gazetteer,
        a_thing("a"),
        a_thing("b", IN_MAIDSTONE, IN_ASHFORD),
        whereabouts=person_at(DOVER),
        far=["", "About 19 miles from you."],
    )

    assert [number.words for number in made.numbers] == ["1"]
    assert made.lines == [
        MapLine(
            number=1,
            anchor="kent-b",
            name="Tea",
            where="Ashford",
            far="About 19 miles from you.",
        )
    ]
    assert made.you is not None
    assert made.you.words == "You"
    assert made.house.endswith("v-9l9-9 9 9v9z")
    assert "The house shows where you are." in made.sentences


def test_who_is_far_away_stands_at_the_edge_and_the_map_says_so(gazetteer: Gazetteer) -> None:
    made = map_of(gazetteer, a_thing("a", IN_ASHFORD), whereabouts=person_at(EDINBURGH))

    assert "What is at the edge is further away." in made.sentences


def test_a_thing_that_is_far_away_stands_at_the_edge_and_the_map_says_so(
    gazetteer: Gazetteer,
) -> None:
    made = map_of(gazetteer, a_thing("a", at("Edinburgh", EDINBURGH)))

    assert "What is at the edge is further away." in made.sentences


def test_without_a_person_there_is_no_house(gazetteer: Gazetteer) -> None:
    made = map_of(gazetteer, a_thing("a", IN_ASHFORD))

    assert (made.house, made.you) == ("", None)


def test_dots_that_had_to_move_are_joined_to_their_places(gazetteer: Gazetteer) -> None:
    made = map_of(gazetteer, a_thing("a", IN_ASHFORD), whereabouts=person_at(ASHFORD))

    assert made.ways.count("M") == made.ways.count("L") == 1
    assert map_of(gazetteer, a_thing("a", IN_ASHFORD)).ways == ""


def test_a_few_towns_are_named_the_largest_unless_the_council_says(gazetteer: Gazetteer) -> None:
    thing = a_thing("a", at("Deal", Point(51.2223, 1.4013)))
    start = a_council().start_places[1:]

    largest = map_of(gazetteer, thing).towns
    own = make_map(replace(KENT, start_places=start), a_gazetteer(), [thing])

    assert len(largest) == 4
    assert largest[0].words == "Maidstone"
    assert own is not None
    assert own.towns[0].words == "Ashford"


def test_a_thing_in_very_many_places_has_few_dots(gazetteer: Gazetteer) -> None:
    everywhere = [at("Deal", Point(51.0 + 0.02 * north, 0.9)) for north in range(12)]

    assert len(map_of(gazetteer, a_thing("a", *everywhere)).numbers) == 3


def test_a_start_place_that_is_no_town_is_left_out() -> None:
    thing = a_thing("a", IN_ASHFORD)
    own = tuple(replace(place, label="Atlantis") for place in a_council().start_places)
    made = make_map(replace(KENT, start_places=own), a_gazetteer(), [thing])

    assert made is not None
    assert "Atlantis" not in {town.words for town in made.towns}


def test_a_map_is_light(gazetteer: Gazetteer) -> None:
    made = map_of(gazetteer, *[a_thing(str(number), IN_ASHFORD) for number in range(5)])

    drawn = made.outline + made.ways + made.marks + made.dots + made.house
    assert len(drawn) < 600
