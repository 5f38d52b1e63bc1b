"""Reading the fields of one row."""

from finder.importing.directories.fields import FieldReader, without_blanks
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.values import read_age
from tests.importing.directories.invented import a_part, a_row


def a_reader(**cells: object) -> FieldReader:
    part = a_part(
        **{name: (name,) for name in ("name", "phone", "email", "website", "age")},
        about=("about", "more"),
    )
    return FieldReader(a_row(**cells), part, [])


def test_a_text_that_is_too_long_is_cut_with_a_remark() -> None:
    reader = a_reader(name="<b>Example</b> Choir")

    assert (reader.text("name", longest=20), reader.remarks) == ("Example Choir", [])
    assert reader.text("name", longest=10) == "Example…"
    assert reader.remarks == [Remark("name-cut", "name has 13 letters. It was cut to 10.")]


def test_all_columns_of_a_field() -> None:
    reader = a_reader(about="One.", more=["Two.", "Three."])

    assert reader.every("about") == ["One.", "Two.", "Three."]
    assert reader.every("colour") == []


def test_a_value_that_cannot_be_read_is_left_out_with_one_remark() -> None:
    reader = a_reader(age="old")

    assert (reader.value("age", read_age), reader.value("age", read_age)) == (None, None)
    assert reader.remarks == [Remark("bad-age", "age: “old” is not an age. It was left out.")]
    assert a_reader().value("age", read_age) is None
    assert a_reader(age="18").value("age", read_age) == 18


def test_ways_to_ask() -> None:
    reader = a_reader(phone="01632 960 300 / 01632 960 301", email="nobody", website="example.org")

    assert reader.contact() == {"phone": "01632 960 300", "website": "https://example.org"}
    assert [remark.code for remark in reader.remarks] == ["more-phones", "bad-email"]


def test_no_is_not_blank() -> None:
    table: dict[str, object] = {
        "no": False,
        "none": None,
        "zero": 0,
        "text": "",
        "list": [],
        "table": {},
    }

    assert without_blanks(table) == {"no": False, "zero": 0}
