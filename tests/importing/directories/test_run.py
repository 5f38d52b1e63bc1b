"""Bringing a whole directory in."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.importing.directories.outcomes import Outcome, Remark
from finder.importing.directories.target import with_header
from tests.importing.directories.invented import (
    CSV_MAPPING,
    FILES,
    SERVICES,
    Trial,
    a_service,
    line_of,
    outcomes,
)

IMPORTED, JOINED, REFUSED = Outcome


@pytest.fixture
def tables(tmp_path: Path) -> Trial:
    return Trial.of_files(tmp_path, FILES)


def test_every_row_has_a_line(tables: Trial) -> None:
    report = tables.run()

    assert report.issues == ()
    assert outcomes(report) == {
        "services.csv 2": (IMPORTED, ""),
        "services.csv 3": (IMPORTED, ""),
        "services.csv 4": (REFUSED, "transport"),
        "services.csv 5": (REFUSED, "no-name"),
        "services.csv 6": (IMPORTED, ""),
        "services.csv 7": (REFUSED, "for-children"),
        "services.csv 8": (REFUSED, "no-interest"),
        "organisations.csv 2": (JOINED, "joined"),
        "organisations.csv 3": (JOINED, "joined"),
        "organisations.csv 4": (JOINED, "joined"),
        "organisations.csv 5": (REFUSED, "not-named"),
        "halls.csv 2": (JOINED, "joined"),
        "halls.csv 3": (JOINED, "joined"),
        "halls.csv 4": (REFUSED, "not-named"),
    }


def test_what_is_made_passes_the_check(tables: Trial) -> None:
    report = tables.run()
    tree = tables.read_back()

    assert [str(issue) for issue in tree.issues if issue.is_error] == []
    (council,) = tree.councils
    assert council.contents is not None
    assert len(council.contents.activities) == len(report.imported) == 3


def test_a_provider_s_file(tables: Trial) -> None:
    tables.run()

    assert tables.provider("example-songbirds") == with_header(
        'name = "Example Songbirds"\n'
        'about = ["We have sung since 1999."]\n'
        "\n"
        "[contact]\n"
        'website = "https://songbirds.example.org"\n'
        "\n"
        "[[places]]\n"
        'id = "green-hall"\n'
        'name = "Green Hall"\n'
        'address = "2 Example Street"\n'
        'town = "Maidstone"\n'
        'postcode = "ME14 1XQ"\n'
        'directions = ["The phone number of the place is 01632 960 300."]\n'
        "\n"
        "# From services.csv, S1.\n"
        "[[activities]]\n"
        'id = "example-choir"\n'
        'name = "Example Choir"\n'
        'summary = "We sing old songs together."\n'
        'interests = ["music"]\n'
        'about = ["You need not read music.", "It is run together with Example Friends."]\n'
        'modes = ["in-person"]\n'
        "ages = { from = 18 }\n"
        "checked_on = 2026-11-02\n"
        "\n"
        "[[activities.sessions]]\n"
        'day = "mon"\n'
        'start = "10:00"\n'
        'end = "12:00"\n'
        'place = "green-hall"\n'
        "\n"
        "[[activities.prices]]\n"
        "free = true\n"
        "\n"
        "[activities.contact]\n"
        'website = "https://choir.example.org"\n',
        "exampleshire-csv",
    )


def test_what_is_left_out_of_a_row_is_said(tables: Trial) -> None:
    report = tables.run()

    assert [remark.code for remark in line_of(report, "S2").remarks] == [
        "bad-postcode",
        "times-in-words",
        "date-in-future",
    ]
    assert line_of(report, "S5").remarks == (
        Remark("no-such-place", "No row tells where “Red Hall” is. Its name came in."),
        Remark("no-such-provider", "No row tells more about “Example Nobody”."),
        Remark(
            "times-in-words",
            "Times kept as words. “Every second” can be every other week, or once a month.",
        ),
        Remark("bad-web-address", "website: “quilts” is not a web address. It was left out."),
        Remark("bad-age", "ages_from: “old” is not an age. It was left out."),
        Remark("bad-date", "checked_on: “soon” is not a date. It was left out."),
        Remark("not-yes-or-no", "free: “maybe” is neither yes nor no. It was left out."),
    )


def test_the_same_input_makes_the_same_files(tables: Trial) -> None:
    first = tables.run()
    before = tables.files()
    again = tables.run()

    assert tables.files() == before
    assert (first.rows, again.written.written, again.written.same) == (
        again.rows,
        [],
        ["example-kitchen", "example-nobody", "example-songbirds"],
    )
    assert first.written.shared == [
        "interests.toml",
        "synonyms.toml",
        "pictures.toml",
        "pages",
        "councils/exampleshire/council.toml",
    ]
    assert again.written.shared == []


def test_a_file_that_a_person_changed_stays(tables: Trial) -> None:
    tables.run()
    path = tables.council / "providers" / "example-songbirds.toml"
    changed = path.read_text("utf-8").replace("old songs", "new songs")
    path.write_text(changed, "utf-8")
    tables.put("services.csv", SERVICES.replace("Example Choir", "Example Big Choir"))
    report = tables.run()

    assert path.read_text("utf-8") == changed
    assert line_of(report, "S1").code == "file-changed"
    assert report.written.kept == ["example-songbirds"]
    assert outcomes(report)["organisations.csv 2"] == (REFUSED, "not-named")

    replaced = tables.run(replace=True)

    assert line_of(replaced, "S1").became == "example-choir"
    assert "Example Big Choir" in path.read_text("utf-8")
    assert replaced.written.written == ["example-songbirds"]


def test_a_person_s_own_files_and_ids_are_never_taken(tables: Trial) -> None:
    own = tables.council / "providers" / "example-songbirds.toml"
    own.parent.mkdir(parents=True)
    own.write_text('name = "Mine"\n[[activities]]\nid = "example-choir"\n', "utf-8")
    report = tables.run(replace=True)

    assert own.read_text("utf-8").startswith('name = "Mine"')
    assert line_of(report, "S1").became == "example-choir-2"
    assert 'name = "Example Songbirds"' in tables.provider("example-songbirds-2")


def test_an_address_stays_when_the_name_changes(tables: Trial) -> None:
    tables.run()
    tables.put("services.csv", SERVICES.replace("Example Choir", "Example Big Choir"))

    assert line_of(tables.run(), "S1").became == "example-choir"


def test_what_is_no_longer_there_is_kept_as_ended(tables: Trial) -> None:
    tables.run()
    tables.put("services.csv", SERVICES.replace("S1,", "S9,").replace("Choir", "Drums"))
    report = tables.run()

    assert report.written.ended == ["example-choir"]
    text = tables.provider("example-songbirds")
    assert "# No longer in the directory.\n[[activities]]\nstatus" in text
    assert 'status = "ended"\nended_on = 2026-11-21\nid = "example-choir"' in text

    later = tables.run(today=date(2027, 1, 1))

    assert later.written.written == []
    assert [issue for issue in tables.read_back().issues if issue.is_error] == []


def test_a_provider_that_is_gone_keeps_its_page(tables: Trial) -> None:
    tables.run()
    lines = SERVICES.splitlines(keepends=True)
    tables.put("services.csv", "".join(lines[:5] + lines[6:]).replace("S1,", "S9,"))
    report = tables.run()

    assert sorted(report.written.ended) == ["example-choir", "example-quilting"]
    assert 'id = "red-hall"' in tables.provider("example-nobody")
    assert 'status = "ended"' in tables.provider("example-nobody")
    assert [issue for issue in tables.read_back().issues if issue.is_error] == []


def test_what_a_new_rule_leaves_out_goes(tables: Trial) -> None:
    tables.run()
    tables.map(CSV_MAPPING.replace('is = ["Transport"]', 'is = ["Transport", "Food"]'))
    report = tables.run()

    assert line_of(report, "S2").code == "transport"
    assert report.written.removed == ["example-kitchen"]
    assert not (tables.council / "providers" / "example-kitchen.toml").exists()


def test_ended_activities_without_places_need_none(tmp_path: Path) -> None:
    trial = Trial.of_feed(tmp_path, a_service())
    trial.run()
    trial.put("services.json", json.dumps([a_service(id="2", name="Example Singers")]))
    trial.run()

    assert "[[places]]" not in trial.provider("example-songbirds")
    assert 'status = "ended"' in trial.provider("example-songbirds")


def test_a_feed_comes_in(tmp_path: Path) -> None:
    location = {"name": "Green Hall", "addresses": [{"postal_code": "ME14 1XQ"}]}
    whole = a_service(
        description="<p>We sing <b>old</b> songs here.</p>",
        service_at_locations=[{"location": location}],
        schedules=[{"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00"}],
        cost_options=[{"amount": 0}],
        email="choir@example.org",
        assured_date="2026-11-02",
    )
    trial = Trial.of_feed(
        tmp_path,
        whole,
        a_service(name="Example Singers"),
        a_service(id="3", name="Example Singing", organization=None, status="temporarily closed"),
        a_service(id="4", name="Example Old Choir", status="defunct"),
        a_service(id="5", name=" "),
        a_service(id="6", name="Example Soup"),
        7,
        whole,
    )
    report = trial.run()

    assert [(row.row, row.outcome, row.code) for row in report.rows] == [
        (1, IMPORTED, ""),
        (2, IMPORTED, ""),
        (3, IMPORTED, ""),
        (4, REFUSED, "not-running"),
        (5, REFUSED, "no-name"),
        (6, REFUSED, "no-interest"),
        (7, REFUSED, "not-an-entry"),
        (8, JOINED, "same-row"),
    ]
    assert report.whole == report.rows[:1]
    assert [remark.code for remark in report.rows[1].remarks] == ["id-twice"]
    assert 'name = "Organisation not told"' in trial.provider("organisation-not-told")
    assert [issue for issue in trial.read_back().issues if issue.is_error] == []


def test_rows_with_nothing_to_tell_them_apart_keep_their_order(tmp_path: Path) -> None:
    services = [a_service(id="", name="Example Choir", description=text) for text in "abc"]
    report = Trial.of_feed(tmp_path, *services).run()

    assert [row.became for row in report.rows] == [
        "example-choir",
        "example-choir-2",
        "example-choir-3",
    ]


def test_remarks_about_a_row_of_a_file_are_in_its_line(tables: Trial) -> None:
    raw = SERVICES.replace("old songs", "caf\xe9 songs").encode("cp1252")
    tables.put("services.csv", raw)
    report = tables.run()

    assert [issue.code for issue in report.issues] == ["not-utf-8"]
    assert line_of(report, "S1").remarks[0].code == "not-utf-8"
    assert "café songs" in tables.provider("example-songbirds")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("mapping.toml", "name = ", "not-toml"),
        ("mapping.toml", CSV_MAPPING.replace('["music"]', '["musik"]'), "unknown-word"),
        ("mapping.toml", CSV_MAPPING.replace("01632 960 190", "no"), "bad-phone"),
        ("source/services.csv", "ID;Service\n1;2\n", "wrong-separator"),
    ],
)
def test_nothing_is_written_when_anything_is_wrong(
    tables: Trial, name: str, content: str, code: str
) -> None:
    (tables.folder / name).write_text(content, "utf-8")
    report = tables.run()

    assert (report.rows, code in [issue.code for issue in report.issues]) == ((), True)
    assert not tables.content.exists()


def test_nothing_is_written_when_no_row_comes_in(tmp_path: Path) -> None:
    trial = Trial.of_feed(tmp_path, a_service(name=""))
    report = trial.run()

    assert (report.has_imported, len(report.rows)) == (False, 1)
    assert not trial.content.exists()


def test_places_are_copied_where_there_are_none(tables: Trial) -> None:
    (tables.folder / "example" / "places").mkdir()
    (tables.folder / "example" / "places" / "towns.csv").write_text("x", "utf-8")
    (tables.folder / "example" / "words.toml").write_text("", "utf-8")
    tables.run()

    assert (tables.content / "places" / "towns.csv").read_text("utf-8") == "x"
    assert (tables.content / "words.toml").is_file()


_COLUMNS = SERVICES.splitlines()[0].split(",")
_CELLS = {
    "ID": st.sampled_from(["", "S1", "S2"]),
    "Service": st.sampled_from(["", "Choir", "Soup", "<b>Choir</b>", "合唱"]),
    "Run by": st.sampled_from(["", "A", "A;B", "Nobody"]),
    "Held at": st.sampled_from(["", "Hall", "Hall;Shed"]),
    "Kind": st.sampled_from(["Music", "Transport", "Games"]),
}
_ROWS = st.lists(
    st.fixed_dictionaries(
        {
            column: _CELLS.get(column, st.text(alphabet='am 10-2,mondayTRUE"\n<b>&', max_size=20))
            for column in _COLUMNS
        }
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(_ROWS)
def test_no_row_vanishes(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, _COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    trial = Trial.of_files(
        tmp_path_factory.mktemp("trial"),
        {
            "services.csv": text.getvalue(),
            "organisations.csv": "ID,Organisation,Website,About\n1,A,,\n2,B,,\n3,A,,\n",
            "halls.csv": "Hall,Street,Town,Post code,Phone\nHall,,,,\nShed,,,,\nShed,,,,\n",
        },
    )
    report = trial.run()

    assert [issue.code for issue in report.issues if issue.is_error] == []
    assert [(row.file, row.row) for row in report.rows] == [
        *(("services.csv", number) for number in range(2, len(rows) + 2)),
        *(("organisations.csv", number) for number in range(2, 5)),
        *(("halls.csv", number) for number in range(2, 5)),
    ]
    assert all(row.code and row.words for row in report.rows if row.outcome is not IMPORTED)
    if report.has_imported:
        assert [str(each) for each in trial.read_back().issues if each.is_error] == []


@settings(max_examples=40)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.none() | st.text(max_size=30) | st.integers() | st.just([{"name": "x"}])
            for name in (
                "id",
                "description",
                "status",
                "organization",
                "url",
                "email",
                "fees",
                "minimum_age",
                "maximum_age",
                "assured_date",
                "schedules",
                "service_at_locations",
                "cost_options",
                "languages",
            )
        },
    )
)
def test_any_service_gives_content_without_errors(
    tmp_path_factory: pytest.TempPathFactory, fields: dict[str, object]
) -> None:
    trial = Trial.of_feed(tmp_path_factory.mktemp("trial"), a_service(**fields))
    report = trial.run()

    assert len(report.rows) == 1
    if report.has_imported:
        assert [str(each) for each in trial.read_back().issues if each.is_error] == []
