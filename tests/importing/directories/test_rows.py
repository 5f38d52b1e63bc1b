"""Rows of somebody else's table."""

import pytest

from finder.importing.directories.rows import Row, plain_key
from tests.importing.directories.invented import a_row


@pytest.mark.parametrize(
    "written", ["Post code", "postcode", "POST-CODE", "post_code", "Post’code"]
)
def test_a_key_is_the_same_however_it_is_written(written: str) -> None:
    assert plain_key(written) == "postcode"


def test_and_is_and_however_it_is_written() -> None:
    assert plain_key("Songs & Soup") == plain_key("songs and soup") == "songsandsoup"


def test_a_cell_is_found_by_the_name_of_its_column() -> None:
    row = a_row({"Post code": " ME14 1XQ\0 ", "Town": ""})
    row = Row(
        table=row.table,
        file=row.file,
        number=2,
        source=row.source,
        headers={"postcode": "Post code"},
    )

    assert (row.values("postcode"), row.values("Town"), row.values("Area")) == (
        ("ME14 1XQ",),
        (),
        (),
    )


def test_a_path_leads_into_a_feed() -> None:
    row = a_row(
        organization={"name": "Example Songbirds"},
        phones=[{"number": "01632 960 300"}, {"number": ""}, {"number": "01632 960 301"}, "no"],
        tags=["a", ["b"], None, {"c": "d"}],
        places=[{"id": 1}, [{"id": 2}]],
    )

    assert row.values("organization.name") == ("Example Songbirds",)
    assert row.values("phones.number") == ("01632 960 300", "01632 960 301")
    assert row.values("tags") == ("a",)
    assert row.values("organization") == ()
    assert row.parts("places") == [{"id": 1}]
    assert row.parts("phones.number") == []


def test_numbers_and_yes_and_no_are_texts_too() -> None:
    row = a_row(age=18, price=2.5, open=True, nothing=None)

    assert [row.values(name) for name in ("age", "price", "open", "nothing")] == [
        ("18",),
        ("2.5",),
        ("true",),
        (),
    ]


def test_the_first_text_that_is_not_blank_counts() -> None:
    row = a_row(a="", b="second", c="third")

    assert row.first(["a", "b", "c"]) == "second"
    assert row.first(["a", "d"]) == ""
