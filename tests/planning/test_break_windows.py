import pytest

from finder.domain.vocabulary import Day
from finder.planning.break_windows import (
    Stretch,
    Window,
    join_windows,
    left_open,
    minutes_inside,
    part_inside,
    stretches_by_day,
)
from tests.planning.break_offers import a_window


def test_windows_that_meet_or_overlap_become_one() -> None:
    windows = [
        a_window(Day.THU, "12:00", "17:00"),
        a_window(Day.TUE, "14:00", "15:00"),
        a_window(Day.TUE, "12:00", "14:00"),
        a_window(Day.TUE, "13:00", "13:30"),
        a_window(Day.TUE, "16:00", "17:00"),
    ]

    assert join_windows(windows) == (
        a_window(Day.TUE, "12:00", "15:00"),
        a_window(Day.TUE, "16:00", "17:00"),
        a_window(Day.THU, "12:00", "17:00"),
    )


def test_the_stretches_stand_under_their_days() -> None:
    windows = join_windows(
        [
            a_window(Day.TUE, "16:00", "17:00"),
            a_window(Day.TUE, "9:00", "10:00"),
            a_window(Day.SUN, "0:00", "24:00"),
        ]
    )

    assert stretches_by_day(windows) == {
        Day.TUE: ((540, 600), (960, 1020)),
        Day.SUN: ((0, 1440),),
    }
    assert [window.minutes for window in windows] == [60, 60, 1440]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        pytest.param(0, 1440, 120, id="over all of them"),
        pytest.param(570, 990, 60, id="from the middle of one to the middle of another"),
        pytest.param(600, 960, 0, id="between them"),
        pytest.param(580, 560, 0, id="ends before it begins"),
    ],
)
def test_minutes_count_only_inside(start: int, end: int, minutes: int) -> None:
    assert minutes_inside(start, end, [(540, 600), (960, 1020)]) == minutes


def test_a_part_lies_in_a_window() -> None:
    window = Window(day=Day.TUE, start=600, end=900)

    assert part_inside(540, 700, window) == (600, 700)
    assert part_inside(500, 600, window) is None


@pytest.mark.parametrize(
    ("covered", "left"),
    [
        pytest.param((), ((600, 900),), id="nothing is covered"),
        pytest.param(((600, 900),), (), id="all of it is"),
        pytest.param(((620, 700), (720, 880)), ((600, 620), (700, 720), (880, 900)), id="parts"),
    ],
)
def test_what_is_left_of_a_window(covered: tuple[Stretch, ...], left: tuple[Stretch, ...]) -> None:
    assert left_open(Window(day=Day.TUE, start=600, end=900), covered) == left
