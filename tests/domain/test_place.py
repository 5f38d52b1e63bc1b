import pytest

from finder.domain.place import Precision, Whereabouts
from tests.builders import MAIDSTONE, a_place, an_online_place


@pytest.mark.parametrize(
    ("precision", "is_about"),
    [
        (Precision.POSTCODE, False),
        (Precision.SECTOR, True),
        (Precision.OUTCODE, True),
        (Precision.TOWN, False),
    ],
)
def test_a_distance_from_a_part_of_a_postcode_is_only_about_right(
    precision: Precision, is_about: bool
) -> None:
    where = Whereabouts(typed="ME14", label="ME14", point=MAIDSTONE, precision=precision)

    assert where.is_about is is_about


@pytest.mark.parametrize(("label", "is_substitute"), [("ME14 1XQ", False), ("ME14 1", True)])
def test_a_wider_place_stands_in_for_one_that_is_not_known(label: str, is_substitute: bool) -> None:
    where = Whereabouts(
        typed="ME14 1XQ", label=label, point=MAIDSTONE, precision=Precision.POSTCODE
    )

    assert where.is_substitute is is_substitute


def test_only_a_place_on_the_ground_has_a_point() -> None:
    assert (a_place().point, an_online_place().point) == (MAIDSTONE, None)
