"""Where things stand on the small map."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.place import Point
from finder.geo.council_shape import CouncilShape
from finder.web.presenters.map_layout import (
    DOT_RADIUS,
    HOUSE_RADIUS,
    MOST_BEYOND,
    MOST_HIGH,
    MOST_WIDE,
    PADDING,
    WIDTH,
    Dot,
    Frame,
    Name,
    Names,
    Spot,
    outline_of,
    spread,
)

# A box 0.4 degrees wide and 0.2 high: 0.4 degrees are shortened to 0.25 there.
WIDE = CouncilShape(
    outlines=((Point(51.0, 0.2), Point(51.0, 0.6), Point(51.2, 0.6), Point(51.2, 0.2)),)
)
HIGH = CouncilShape(outlines=((Point(51.0, 0.2), Point(51.0, 0.3), Point(51.4, 0.3)),))

frame_spots = st.tuples(st.floats(0, WIDTH), st.floats(0, 200))


def a_frame(*spots: Spot) -> Frame:
    return Frame.around(outline_of(WIDE), spots)


def corners_of(path: str) -> list[tuple[int, int]]:
    """Return the corners of a path of one ring."""
    numbers = [int(number) for number in re.findall(r"-?\d+", path)]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    corners = [pairs[0]]
    for east, south in pairs[1:]:
        corners.append((corners[-1][0] + east, corners[-1][1] + south))
    return corners


def test_north_is_up_and_a_degree_east_is_as_much_shorter_as_it_is_there() -> None:
    outline = outline_of(WIDE)

    high = MOST_WIDE * 0.2 / (0.4 * math.cos(math.radians(51.1)))
    assert [outline.width, outline.height] == pytest.approx([MOST_WIDE, high])
    assert outline.spot_of(Point(51.2, 0.2)) == (0, 0)
    assert corners_of(outline.path) == [
        (0, round(high)),
        (MOST_WIDE, round(high)),
        (MOST_WIDE, 0),
        (0, 0),
    ]


def test_a_high_council_is_as_high_as_it_may_be_and_stands_in_the_middle() -> None:
    outline = outline_of(HIGH)
    frame = Frame.around(outline, [])

    assert outline.height == pytest.approx(MOST_HIGH)
    assert frame.height == MOST_HIGH + 2 * PADDING
    assert frame.place((outline.width / 2, 0))[0] == pytest.approx((WIDTH / 2, PADDING))


def test_a_path_is_written_shortly() -> None:
    island = (Point(51.05, 0.3), Point(51.05, 0.35), Point(51.1, 0.3))
    outline = outline_of(CouncilShape(outlines=(*WIDE.outlines, island)))

    assert re.fullmatch(r"(M\d+ \d+l(-?\d+[ -]?)+z){2}", outline.path)
    assert " -" not in outline.path


def test_what_lies_over_the_border_makes_the_council_smaller() -> None:
    alone, with_a_neighbour = a_frame(), a_frame((-20.0, 30.0))

    assert alone.scale == 1
    assert with_a_neighbour.scale == pytest.approx(MOST_WIDE / (MOST_WIDE + 20))
    spot, is_off = with_a_neighbour.place((-20.0, 30.0))
    assert spot == pytest.approx((PADDING, PADDING + 30 * with_a_neighbour.scale))
    assert not is_off


def test_what_is_far_away_stands_at_the_edge_and_is_off_the_map() -> None:
    far = (-4000.0, 30.0)
    frame = a_frame(far)

    spot, is_off = frame.place(far)

    assert frame.scale == pytest.approx(1 / (1 + MOST_BEYOND))
    assert spot[0] == DOT_RADIUS + 1
    assert is_off


def spread_alone(labels: list[str], places: list[Spot], house: Spot | None = None) -> list[Dot]:
    return spread(a_frame(), labels, places, house)


def test_dots_that_have_room_stay_where_they_are() -> None:
    places = [(50.0, 50.0), (150.0, 50.0)]

    dots = spread_alone(["1", "2"], places)

    assert [dot.spot for dot in dots] == places
    assert [dot.is_moved for dot in dots] == [False, False]


def test_two_dots_part_half_the_way_each() -> None:
    a, b = spread_alone(["1", "2"], [(100.0, 50.0), (110.0, 50.0)])

    assert a.spot[0] == pytest.approx(100 - (b.spot[0] - 110), abs=1)
    assert b.spot[0] - a.spot[0] >= 2 * DOT_RADIUS
    assert (a.place, b.place) == ((100.0, 50.0), (110.0, 50.0))
    assert [a.is_moved, b.is_moved] == [True, True]


def test_a_dot_makes_way_for_the_house() -> None:
    house = (100.0, 100.0)
    beside, on_it = spread_alone(["1", "2, 3"], [(104.0, 100.0), (100.0, 60.0)], house)

    assert math.dist(beside.spot, house) >= DOT_RADIUS + HOUSE_RADIUS - 0.1
    assert on_it.spot == (100.0, 60.0)


def test_a_dot_on_the_very_spot_of_the_house_goes_up() -> None:
    (dot,) = spread_alone(["1"], [(100.0, 100.0)], (100.0, 100.0))

    assert dot.spot == (100.0, 100.0 - DOT_RADIUS - HOUSE_RADIUS)


def test_a_dot_with_a_long_number_is_drawn_out_to_both_sides() -> None:
    short, long = spread_alone(["1", "2, 3, 4"], [(30.0, 50.0), (3.0, 100.0)])

    assert (short.beside, long.beside) == (0, 27)
    assert long.spot[0] == long.beside + DOT_RADIUS + 1


def test_more_dots_than_fit_end_the_pushing_too() -> None:
    dots = spread_alone([str(number) for number in range(25)], [(160.0, 60.0)] * 25)

    assert len(dots) == 25


@given(st.lists(frame_spots, min_size=1, max_size=5), st.none() | frame_spots)
def test_every_dot_is_on_the_map(places: list[Spot], house: Spot | None) -> None:
    frame = a_frame()
    dots = spread(frame, [str(number) for number in range(len(places))], places, house)

    for dot in dots:
        assert DOT_RADIUS <= dot.spot[0] <= WIDTH - DOT_RADIUS
        assert DOT_RADIUS <= dot.spot[1] <= frame.height - DOT_RADIUS


@given(st.lists(frame_spots, min_size=2, max_size=5))
def test_dots_never_hide_each_others_numbers(places: list[Spot]) -> None:
    dots = spread_alone([str(number) for number in range(len(places))], places)

    nearest = min(math.dist(a.spot, b.spot) for a in dots for b in dots if a.label < b.label)
    assert nearest > DOT_RADIUS


def test_a_name_stands_beside_its_town() -> None:
    name = Names(a_frame(), [], None).put("Ashford", (100.0, 100.0))

    assert name == Name(text="Ashford", spot=(137.5, 100.0), place=(100.0, 100.0))


def test_at_the_edge_a_name_stands_on_the_other_side() -> None:
    name = Names(a_frame(), [], None).put("Margate", (300.0, 100.0))

    assert name is not None
    assert name.spot[0] < 300 - DOT_RADIUS


def test_two_names_do_not_stand_on_each_other() -> None:
    names = Names(a_frame(), [], None)
    put = [names.put("Deal", spot) for spot in ((100.0, 100.0), (110.0, 104.0), (104.0, 96.0))]

    assert all(put)
    assert len({name.spot for name in put if name}) == 3


def test_a_name_beside_a_dot_keeps_off_it() -> None:
    (dot,) = spread_alone(["1"], [(100.0, 100.0)])
    name = Names(a_frame(), [dot], (140.0, 100.0)).put("Deal", (100.0, 100.0))

    assert name is not None
    assert name.spot[0] < 100 - DOT_RADIUS


def test_a_name_without_room_is_left_out() -> None:
    names = Names(a_frame(), [], None)

    assert names.put("A name that is far wider than the whole map", (100.0, 100.0)) is None
