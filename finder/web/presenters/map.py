"""The small map beside a list of results: a rough picture that repeats what the list says."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.place import Point, Whereabouts
from finder.geo.distance import distance_miles
from finder.geo.gazetteer import Gazetteer
from finder.search.bounded import BoundedCache
from finder.web.presenters.map_layout import (
    Frame,
    Name,
    Names,
    Outline,
    Spot,
    outline_of,
    spread,
)
from finder.web.presenters.times import join_english
from finder.web.wording import gettext, ngettext

# Two places that are so near to each other on the map share one dot.
SAME_SPOT = 4
# How many places of one thing are shown. Each dot has to keep off every other.
MOST_PLACES = 3
MOST_TOWNS = 4
# How many towns are tried, besides those that the council starts with.
TOWNS_TRIED = 8

# What a thing and each of its places take, and how much is kept: that of some 1,500 activities.
THING_BYTES = 400
PLACE_BYTES = 300
THINGS_BYTES = 1_000_000


class MapPlace(NamedTuple):
    """A place of an activity of which it is known where it is."""

    town: str
    point: Point


class MapThing(NamedTuple):
    """All that the map says of an activity."""

    activity_id: str
    name: str
    places: tuple[MapPlace, ...]


class MapLine(NamedTuple):
    """A line of the list beside the map: it leads to the card of a thing."""

    number: int
    anchor: str
    name: str
    where: str
    far: str


class MapText(NamedTuple):
    """Words on the map, around a spot in whole units."""

    words: str
    x: int
    y: int


class CouncilMap(NamedTuple):
    """The map as an SVG, and the list beside it, which says all that it shows.

    `ways` lead from places to dots that had to move aside, `marks` are those of towns; all of
    these are paths. `sentences` stand over the map.
    """

    height: int
    outline: str
    transform: str
    ways: str
    marks: str
    dots: str
    house: str
    towns: list[MapText]
    you: MapText | None
    numbers: list[MapText]
    lines: list[MapLine]
    sentences: list[str]


class _Ground(NamedTuple):
    """What every map of a council has: its outline, and the towns that may be named, the first
    ones first."""

    outline: Outline
    towns: list[tuple[str, Spot]]


# What was worked out is kept for as long as that from which it was.
_grounds: WeakKeyDictionary[Gazetteer, dict[str, _Ground | None]] = WeakKeyDictionary()
_things: WeakKeyDictionary[Catalogue, BoundedCache[str, MapThing]] = WeakKeyDictionary()


def map_things(catalogue: Catalogue, activity_ids: Iterable[str]) -> list[MapThing]:
    """Return what the map needs of some activities of the catalogue."""
    kept = _things.get(catalogue)
    if kept is None:
        kept = _things.setdefault(catalogue, BoundedCache(THINGS_BYTES))
    return [_thing(catalogue, kept, activity_id) for activity_id in activity_ids]


def _thing(catalogue: Catalogue, kept: BoundedCache[str, MapThing], activity_id: str) -> MapThing:
    thing = kept.get(activity_id)
    if thing is None:
        activity = catalogue.get_activity(activity_id)
        assert activity is not None, "the index and the catalogue are built together"
        thing = map_thing(activity)
        kept.put(activity_id, thing, THING_BYTES + PLACE_BYTES * len(thing.places))
    return thing


def map_thing(activity: Activity) -> MapThing:
    """Return what the map needs of an activity: each of its places once."""
    places = {
        place.point: MapPlace(town=place.town or place.name, point=place.point)
        for place in activity.places
        if place.point is not None
    }
    return MapThing(activity.activity_id, activity.name, tuple(places.values()))


def make_map(
    council: Council,
    gazetteer: Gazetteer,
    things: Sequence[MapThing],
    *,
    whereabouts: Whereabouts | None = None,
    far: Sequence[str] | None = None,
) -> CouncilMap | None:
    """Return the map of the things on one page, or None when it would show nothing.

    Those that have a place are numbered from 1. Each is shown at its first few places, or at
    the nearest one when it is known where the person is. `far` has a text for each thing that
    says how far away it is; an empty one, or none at all, where that is not known.
    """
    ground = _ground(council, gazetteer)
    placed = [
        (thing, _shown(thing, whereabouts), sentence)
        for thing, sentence in zip(things, far or [""] * len(things), strict=True)
        if thing.places
    ]
    if ground is None or not placed:
        return None
    outline = ground.outline
    spots = [[outline.spot_of(place.point) for place in places] for _, places, _ in placed]
    home = outline.spot_of(whereabouts.point) if whereabouts else None
    frame = Frame.around(outline, [*chain(*spots), *([home] if home else [])])
    groups, is_off = _groups_of(frame, spots)
    house, house_is_off = frame.place(home) if home else (None, False)
    dots = spread(frame, list(groups.values()), list(groups), house)
    names = Names(frame, dots, house)
    you = names.put(gettext("You"), house) if house else None
    towns = _town_names(names, frame, ground)
    return CouncilMap(
        height=frame.height,
        outline=outline.path,
        transform=frame.transform,
        ways="".join(f"M{_at(dot.place)}L{_at(dot.spot)}" for dot in dots if dot.is_moved),
        marks="".join(f"M{_at(town.place)}h0" for town in towns),
        dots="".join(f"M{_at(dot.spot, -dot.beside)}h{2 * dot.beside:.0f}" for dot in dots),
        house=f"M{_at(house, -9, 9)}v-9l9-9 9 9v9z" if house else "",
        towns=[_text(town.text, town.spot) for town in towns],
        you=_text(you.text, you.spot) if you else None,
        numbers=[_text(dot.label, dot.spot) for dot in dots],
        lines=[
            MapLine(
                number=number,
                anchor=f"{council.slug}-{thing.activity_id}",
                name=thing.name,
                where=_towns_in_words(places),
                far=sentence,
            )
            for number, (thing, places, sentence) in enumerate(placed, 1)
        ],
        sentences=_sentences(
            council,
            has_house=house is not None,
            is_off=is_off or house_is_off,
            placeless=len(things) - len(placed),
        ),
    )


def _ground(council: Council, gazetteer: Gazetteer) -> _Ground | None:
    kept = _grounds.setdefault(gazetteer, {})
    if council.slug not in kept:
        kept[council.slug] = _make_ground(council, gazetteer)
    return kept[council.slug]


def _make_ground(council: Council, gazetteer: Gazetteer) -> _Ground | None:
    shape = gazetteer.shape_of(council.slug)
    if shape is None:
        return None
    outline = outline_of(shape)
    start = [
        gazetteer.find_town(place.label, council=council.slug) for place in council.start_places
    ]
    largest = gazetteer.towns_of(council.slug)[:TOWNS_TRIED]
    towns = dict.fromkeys([*(town for town in start if town is not None), *largest])
    return _Ground(outline, [(town.name, outline.spot_of(town.point)) for town in towns])


def _shown(thing: MapThing, whereabouts: Whereabouts | None) -> Sequence[MapPlace]:
    if whereabouts is None or len(thing.places) <= 1:
        return thing.places[:MOST_PLACES]
    return [min(thing.places, key=lambda place: distance_miles(whereabouts.point, place.point))]


def _groups_of(frame: Frame, spots: Sequence[Sequence[Spot]]) -> tuple[dict[Spot, str], bool]:
    """Return the numbers at each place on the map, and whether any is off the map.

    A place so near to an earlier one that a dot could not tell them apart joins it.
    """
    groups: dict[Spot, list[int]] = {}
    is_off = False
    for number, its_spots in enumerate(spots, 1):
        for each in its_spots:
            spot, is_outside = frame.place(each)
            is_off = is_off or is_outside
            same = (
                other
                for other in groups
                if abs(other[0] - spot[0]) <= SAME_SPOT and abs(other[1] - spot[1]) <= SAME_SPOT
            )
            numbers = groups.setdefault(next(same, spot), [])
            if number not in numbers:
                numbers.append(number)
    return {spot: ", ".join(map(str, numbers)) for spot, numbers in groups.items()}, is_off


def _town_names(names: Names, frame: Frame, ground: _Ground) -> list[Name]:
    """Return the names of the first few towns for which there is room."""
    placed = ((name, *frame.place(spot)) for name, spot in ground.towns)
    found = (names.put(name, place) for name, place, is_off in placed if not is_off)
    return list(islice(filter(None, found), MOST_TOWNS))


def _at(spot: Spot, east: float = 0, south: float = 0) -> str:
    return f"{spot[0] + east:.0f} {spot[1] + south:.0f}"


def _text(words: str, spot: Spot) -> MapText:
    return MapText(words, round(spot[0]), round(spot[1]))


def _towns_in_words(places: Sequence[MapPlace]) -> str:
    towns = list(dict.fromkeys(place.town for place in places if place.town))
    return join_english(towns) if len(towns) > 1 else "".join(towns)


def _sentences(council: Council, *, has_house: bool, is_off: bool, placeless: int) -> list[str]:
    sentences = [gettext("This is a rough map of %(place)s.", place=council.place_name)]
    if has_house:
        sentences.append(gettext("The house shows where you are."))
    if is_off:
        sentences.append(gettext("What is at the edge is further away."))
    if placeless:
        sentences.append(
            ngettext(
                "%(num)s thing has no place on the map.",
                "%(num)s things have no place on the map.",
                placeless,
            )
        )
    return sentences
