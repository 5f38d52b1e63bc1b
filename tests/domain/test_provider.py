from datetime import date

import pytest

from finder.domain.provider import Award, Contact
from finder.domain.vocabulary import Arrangement
from tests.builders import a_provider


@pytest.mark.parametrize(
    ("contact", "is_told"),
    [
        pytest.param(Contact(), False, id="nothing"),
        pytest.param(Contact(who="The team", hours="9 to 5"), False, id="only a name and hours"),
        pytest.param(Contact(phone="01632 960 123"), True, id="a phone number"),
        pytest.param(Contact(text="07700 900 123"), True, id="a number for texts"),
        pytest.param(Contact(email="team@example.org"), True, id="an email address"),
        pytest.param(Contact(website="https://example.org"), True, id="a web address"),
    ],
)
def test_a_contact_is_told_when_there_is_a_way_to_ask(contact: Contact, is_told: bool) -> None:
    assert contact.is_told is is_told


@pytest.mark.parametrize(
    ("starts", "ends", "runs"),
    [
        pytest.param(None, None, True, id="with no dates it always runs"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 21), True, id="for one day"),
        pytest.param(date(2026, 11, 22), None, False, id="not before it starts"),
        pytest.param(None, date(2026, 11, 20), False, id="not after it ends"),
    ],
)
def test_an_award_runs_between_its_dates(
    starts: date | None, ends: date | None, runs: bool
) -> None:
    award = Award(arrangement=Arrangement.FRAMEWORK, starts=starts, ends=ends)

    assert award.runs_on(date(2026, 11, 21)) is runs


def test_the_award_of_a_lot_is_the_newest_one() -> None:
    undated = Award(lot="1a", arrangement=Arrangement.GRANT)
    old = Award(lot="1a", arrangement=Arrangement.BLOCK, starts=date(2020, 1, 1))
    new = Award(lot="1a", arrangement=Arrangement.FRAMEWORK, starts=date(2024, 1, 1))
    other = Award(lot="2", arrangement=Arrangement.NONE)
    provider = a_provider(awards=(undated, new, old, other))

    found = [provider.award_of(lot) for lot in ("1a", "2", "3", "")]

    assert found == [new, other, None, None]
    assert a_provider(awards=(undated,)).award_of("1a") == undated
