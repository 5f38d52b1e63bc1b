"""What follows from what is met."""

import pytest

from finder.domain.accessibility import Criterion, Level, Standing, Status, standing_of


def a_criterion(status: Status = Status.MET, level: Level = Level.A) -> Criterion:
    return Criterion(
        number="1.1.1",
        name="Non-text Content",
        level=level,
        status=status,
        how="Words.",
        tested=("Nu",),
    )


@pytest.mark.parametrize(
    ("status", "is_short"),
    [
        (Status.MET, False),
        (Status.BY_HAND, False),
        (Status.NOT_APPLICABLE, False),
        (Status.PARTLY, True),
        (Status.NOT_MET, True),
    ],
)
def test_a_status_says_whether_anything_is_missing(status: Status, is_short: bool) -> None:
    assert status.is_short == is_short


def test_the_law_asks_for_two_levels() -> None:
    assert [level for level in Level if level.is_asked_by_law] == [Level.A, Level.AA]


SOUND = (a_criterion(), a_criterion(Status.BY_HAND), a_criterion(Status.NOT_APPLICABLE, Level.AA))


def test_a_site_that_meets_all_that_the_law_asks_for_is_fully_compliant() -> None:
    beyond = a_criterion(Status.NOT_MET, Level.AAA)

    assert standing_of((*SOUND, beyond), has_known_issues=False) is Standing.FULLY


@pytest.mark.parametrize("status", [Status.PARTLY, Status.NOT_MET])
@pytest.mark.parametrize("level", [Level.A, Level.AA])
def test_one_criterion_that_is_short_makes_it_partial(status: Status, level: Level) -> None:
    standing = standing_of((*SOUND, a_criterion(status, level)), has_known_issues=False)

    assert standing is Standing.PARTIALLY


def test_so_does_an_issue_of_the_site_itself() -> None:
    assert standing_of(SOUND, has_known_issues=True) is Standing.PARTIALLY


def test_a_site_that_meets_less_than_half_is_not_compliant() -> None:
    short = (a_criterion(Status.NOT_MET), a_criterion(Status.PARTLY, Level.AA))

    assert standing_of((*short, a_criterion()), has_known_issues=False) is Standing.NOT
    assert standing_of((*short, *SOUND), has_known_issues=False) is Standing.PARTIALLY
