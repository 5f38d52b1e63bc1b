"""The report's line about one row."""

from finder.importing.directories.outcomes import Outcome, Remark, RowNames, RowOutcome
from tests.importing.directories.invented import a_row


def test_lines_name_the_row() -> None:
    names = RowNames(id_columns=("ID",), name_columns=("Name",))
    row = a_row(ID="S1", Name="<b>Example</b> " + "Choir " * 40)

    assert names.refused(row, "no", "No.", [Remark("x", "X.")]) == RowOutcome(
        file="services.csv",
        row=2,
        row_id="S1",
        name=names.name_of(row),
        outcome=Outcome.REFUSED,
        code="no",
        words="No.",
        remarks=(Remark("x", "X."),),
    )
    assert len(names.name_of(row)) <= 120
    assert names.joined(row, "joined", "Yes.", became="b.toml").became == "b.toml"


def test_a_table_can_have_no_ids() -> None:
    assert RowNames().id_of(a_row(ID="S1")) == ""
