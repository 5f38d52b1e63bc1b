from datetime import date

import pytest

from finder.domain.council import DateRange
from finder.domain.issue import Issue
from finder.importing.terms import read_terms
from tests.importing.reading import an_error, read_entry, summed_up


def _term(lines: str) -> str:
    return f"[[terms]]\n{lines}\n"


SPRING = _term("first = 2027-01-04\nlast = 2027-02-12")


def test_terms_are_read_in_their_order() -> None:
    entry, issues = read_entry(SPRING + _term("first = 2027-02-22\nlast = 2027-03-25"))

    assert read_terms(entry) == (
        DateRange(first=date(2027, 1, 4), last=date(2027, 2, 12)),
        DateRange(first=date(2027, 2, 22), last=date(2027, 3, 25)),
    )
    assert issues == []


def test_a_council_may_tell_no_terms() -> None:
    entry, issues = read_entry('name = "Exampleshire Council"')

    assert (read_terms(entry), issues) == ((), [])


@pytest.mark.parametrize(
    ("lines", "issue"),
    [
        pytest.param(
            "first = 2027-02-22\nlast = 2027-02-21",
            an_error(
                code="ends-before-start",
                message="The last day, 2027-02-21, is before the first, 2027-02-22.",
                remedy="Correct one of the two dates.",
                line=6,
                where="terms 2, last",
            ),
            id="it ends before it begins",
        ),
        pytest.param(
            "first = 2027-02-12\nlast = 2027-03-25",
            an_error(
                code="overlapping-terms",
                message="It begins on 2027-02-12, and the term before it ends on 2027-02-12.",
                remedy="Correct one of the two dates.",
                line=5,
                where="terms 2, first",
            ),
            id="two terms have a day in common",
        ),
        pytest.param(
            "first = 2026-11-02\nlast = 2026-12-18",
            an_error(
                code="wrong-order",
                message="It begins on 2026-11-02, and the term before it ends on 2027-02-12.",
                remedy="Write the terms in the order of the year, the earliest first.",
                line=5,
                where="terms 2, first",
            ),
            id="a later term stands first",
        ),
        pytest.param(
            "first = 2027-02-22",
            an_error(
                code="missing-field",
                message="There is no last day of this term.",
                remedy="Add last = 2026-09-01, year first, no quotes.",
                line=4,
                where="terms 2, last",
            ),
            id="it has no end",
        ),
    ],
)
def test_a_term_that_cannot_be_is_noted_and_left_out(lines: str, issue: Issue) -> None:
    entry, issues = read_entry(SPRING + _term(lines))

    assert read_terms(entry) == (DateRange(first=date(2027, 1, 4), last=date(2027, 2, 12)),)
    assert issues == [issue]


def test_every_fault_of_every_term_is_noted_once() -> None:
    entry, issues = read_entry(
        _term('first = "soon"\nlast = 2027-02-12\nname = "Spring"') + _term("")
    )

    assert read_terms(entry) == ()
    assert summed_up(issues) == [
        ("wrong-value", 2, "terms 1, first"),
        ("unknown-field", 4, "terms 1, name"),
        ("missing-field", 5, "terms 2, first"),
        ("missing-field", 5, "terms 2, last"),
    ]
