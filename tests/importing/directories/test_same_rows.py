"""Rows that are one and the same."""

from finder.importing.directories.outcomes import Outcome, RowNames
from finder.importing.directories.rows import Row
from finder.importing.directories.same_rows import merge_same_rows

NAMES = RowNames(id_columns=("id",), name_columns=("name",))


def a_row(number: int, **source: object) -> Row:
    return Row(table="services", file="a.json", number=number, source=source)


def test_a_later_row_adds_what_an_earlier_one_left_blank() -> None:
    rows, lines = merge_same_rows(
        [
            a_row(1, id="S1", name="Choir", about="We sing.", url=""),
            a_row(2, id="S1", name="CHOIR", about="Other.", url="https://example.org", tags=[]),
        ],
        NAMES,
    )

    assert [(row.number, row.source) for row in rows] == [
        (
            1,
            {
                "id": "S1",
                "name": "Choir",
                "about": "We sing.",
                "url": "https://example.org",
                "tags": [],
            },
        )
    ]
    assert [(line.row, line.outcome, line.code, line.words) for line in lines] == [
        (2, Outcome.JOINED, "same-row", "It is row 1 of a.json again.")
    ]


def test_a_later_row_adds_to_the_parts_too() -> None:
    rows, _ = merge_same_rows(
        [
            a_row(1, id="S1", location={"name": "Hall", "town": ""}),
            a_row(2, id="S1", location={"name": "Other", "town": "Maidstone"}, name=""),
        ],
        NAMES,
    )

    assert [row.source for row in rows] == [
        {"id": "S1", "location": {"name": "Hall", "town": "Maidstone"}, "name": ""}
    ]


def test_parts_that_are_too_deep_stay_as_they_are() -> None:
    def nested(text: str) -> dict[str, object]:
        part: dict[str, object] = {"text": text, text: text}
        for _ in range(2000):
            part = {"part": part}
        return part

    rows, _ = merge_same_rows(
        [a_row(1, id="S1", **nested("a")), a_row(2, id="S1", **nested("b"))], NAMES
    )

    assert [row.number for row in rows] == [1]


def test_one_id_with_two_names_is_two_rows() -> None:
    rows, lines = merge_same_rows(
        [a_row(1, id="S1", name="Choir"), a_row(2, id="S1", name="Soup")], NAMES
    )

    assert ([row.number for row in rows], lines) == ([1, 2], [])


def test_rows_without_ids_are_the_same_when_all_is_the_same() -> None:
    rows, lines = merge_same_rows(
        [a_row(1, name="Choir"), a_row(2, name="Choir"), a_row(3, name="Choir", day="Monday")],
        NAMES,
    )

    assert [row.number for row in rows] == [1, 3]
    assert [line.row for line in lines] == [2]
