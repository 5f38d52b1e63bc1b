from collections.abc import Iterator
from enum import StrEnum

import pytest

from finder.domain import vocabulary
from finder.domain.vocabulary import BUILDING_NEEDS, HELPER_NEEDS, Day, DayChoice, Need


def _words() -> Iterator[type[StrEnum]]:
    for value in vars(vocabulary).values():
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
            yield value


@pytest.mark.parametrize(
    ("choice", "days"),
    [
        (DayChoice.WEEKDAY, (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)),
        (DayChoice.WEEKEND, (Day.SAT, Day.SUN)),
        *((DayChoice(day.value), (day,)) for day in Day),
    ],
)
def test_a_choice_of_days_stands_for_its_days(choice: DayChoice, days: tuple[Day, ...]) -> None:
    assert choice.days == days


def test_every_day_can_be_chosen_by_itself() -> None:
    assert [choice.value for choice in DayChoice][:7] == [day.value for day in Day]


def test_every_need_is_one_of_the_building_or_of_the_helpers() -> None:
    assert set(BUILDING_NEEDS) | set(HELPER_NEEDS) == set(Need)
    assert not set(BUILDING_NEEDS) & set(HELPER_NEEDS)


def test_every_word_can_stand_in_an_address_and_in_content() -> None:
    spelled = {word for words in _words() for word in words}

    assert {
        word for word in spelled if not word.replace("-", "").replace(":", "").isalnum()
    } == set()
    assert {word for word in spelled if word != word.lower()} == set()


def test_no_word_is_any_which_an_address_uses_for_i_am_not_sure() -> None:
    assert {words.__name__ for words in _words() if "any" in set(words)} == set()
