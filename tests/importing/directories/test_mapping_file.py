"""Reading a mapping."""

from pathlib import Path

import pytest

from finder.domain.vocabulary import ActivityStatus, Arrangement, Pay
from finder.importing.directories.mapping import (
    Defaults,
    Format,
    Join,
    Part,
    ReadingRules,
    TableSource,
)
from finder.importing.directories.mapping_file import FEED_FIELDS, read_mapping
from finder.importing.report import Report
from tests.importing.directories.invented import CSV_MAPPING, FEED_MAPPING, read_the_mapping


def issues_of(folder: Path, text: str) -> list[tuple[str, str]]:
    """Return the code and the place of each issue, from a mapping that is refused."""
    path = folder / "mapping.toml"
    path.write_text(text, "utf-8")
    report = Report(file=path.name)
    assert read_mapping(path, report) is None
    return [(issue.code, issue.where) for issue in report.issues]


def test_a_mapping_of_tables(tmp_path: Path) -> None:
    mapping = read_the_mapping(tmp_path)

    assert (mapping.name, mapping.format, mapping.council_slug) == (
        "exampleshire-csv",
        Format.CSV,
        "exampleshire",
    )
    assert sorted(mapping.council) == ["example", "framework", "groups", "help", "name"]
    assert mapping.table("services") == TableSource(
        name="services", files=("services.csv",), id_column="ID", name_column="Service"
    )
    assert mapping.table("tables") is None
    assert mapping.providers.join == Join(column="Run by", to="Organisation", separator=";")
    assert mapping.run_with == "It is run together with {names}."
    assert mapping.activities.columns("name") == ("Service",)
    assert mapping.activities.columns("email") == ()
    assert len(mapping.activities.rules) == 4


def test_a_feed_says_where_its_fields_are(tmp_path: Path) -> None:
    text = FEED_MAPPING + '\n[activities.fields]\nabout = ["description", "note"]\n'
    mapping = read_the_mapping(tmp_path, text)

    assert mapping.activities.fields == {
        **FEED_FIELDS["activities"],
        "about": ("description", "note"),
    }
    assert mapping.places == Part(fields=FEED_FIELDS["places"])
    assert mapping.provider_when_missing == "Organisation not told"


def test_defaults_and_reading(tmp_path: Path) -> None:
    text = (
        CSV_MAPPING
        + """
[defaults]
lots = ["1a"]
arrangement = "grant"
status = "paused"
pay = ["self"]

[reading]
yes = ["ja"]
no = ["nein"]
day_first = true
most_sentences = 3
nothing_said = "Ask them."
least_age = 0
"""
    )
    mapping = read_the_mapping(tmp_path, text)

    assert mapping.defaults == Defaults(
        lots=("1a",),
        arrangement=Arrangement.GRANT,
        given={"status": ActivityStatus.PAUSED, "pay": (Pay.SELF,)},
    )
    assert mapping.reading == ReadingRules(
        yes=("ja",),
        no=("nein",),
        day_first=True,
        most_sentences=3,
        nothing_said="Ask them.",
        least_age=0,
    )


def test_separators_and_access(tmp_path: Path) -> None:
    text = (
        CSV_MAPPING
        + '\n[activities.separators]\nKind = ","\n\n[activities.access]\nstep-free = "Ramp"\n'
    )
    mapping = read_the_mapping(tmp_path, text)

    assert mapping.activities.separators == {"Kind": ","}
    assert mapping.activities.access == {"step-free": "Ramp"}


def test_a_mapping_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    assert issues_of(tmp_path, "name = ") == [("not-toml", "")]


def test_an_empty_mapping_says_what_it_needs(tmp_path: Path) -> None:
    assert issues_of(tmp_path, "") == [
        ("missing-field", "name"),
        ("missing-field", "format"),
        ("missing-field", "council, slug"),
        ("missing-field", "activities"),
        ("missing-field", "activities"),
    ]


def test_a_council_that_is_no_table_is_refused(tmp_path: Path) -> None:
    assert ("wrong-value", "council") in issues_of(tmp_path, "council = 3\n")


@pytest.mark.parametrize(
    ("old", "new", "issue"),
    [
        ('files = ["halls.csv"]', "", ("missing-field", "tables 3, files")),
        ('"halls.csv"', '"../halls.csv"', ("bad-file-name", "tables 3, files")),
        ('"halls.csv"', '"/halls.csv"', ("bad-file-name", "tables 3, files")),
        ('name = "halls"', 'name = "services"', ("duplicate-id", "tables")),
        ('table = "halls"', 'table = "hall"', ("unknown-table", "places")),
        ('table = "halls"', "", ("missing-field", "places")),
        ('name = "Service"', "", ("missing-field", "activities")),
        (
            "[activities.fields]",
            '[activities.access]\nramp = "Ramp"\n[activities.fields]',
            ("unknown-word", "activities, access, ramp"),
        ),
        ('interests = ["music"]', "", ("empty-rule", "activities, rules 2")),
        ('column = "Kind"\nis = ["Music"]', "", ("missing-field", "activities, rules 2, column")),
        ('is = ["Music"]', "", ("empty-rule", "activities, rules 2")),
        ('is = ["Music"]', "at_most = 500", ("wrong-value", "activities, rules 2, at_most")),
        (
            'interests = ["music"]',
            'kind = "choir"',
            ("unknown-word", "activities, rules 2, kind"),
        ),
    ],
)
def test_what_is_wrong_has_its_place(
    tmp_path: Path, old: str, new: str, issue: tuple[str, str]
) -> None:
    assert CSV_MAPPING.count(old) == 1

    assert issue in issues_of(tmp_path, CSV_MAPPING.replace(old, new))


def test_a_field_that_is_misspelt_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(CSV_MAPPING.replace("phone = ", "fone = ").replace("Hall]", "Hall]"), "utf-8")
    report = Report(file=path.name)

    assert read_mapping(path, report) is not None
    assert [(issue.code, issue.where) for issue in report.issues] == [
        ("unknown-field", "places, fields, fone")
    ]
