"""An activity out of a row and the rows that belong to it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finder.domain.place import PlaceKind
from finder.importing.directories.activities import (
    ActivityDraft,
    RowRefusedError,
    check_can_come_in,
    make_activity,
)
from finder.importing.directories.facts import Fact
from finder.importing.directories.joins import Listing, Named
from finder.importing.directories.mapping import Defaults, DirectoryMapping, ReadingRules
from finder.importing.directories.providers import PlaceDraft
from finder.importing.directories.rules import Ruled
from tests.builders import TODAY
from tests.importing.directories.invented import a_row, read_the_mapping

MUSIC = Ruled(given={"interests": ("music",)})
HALL = PlaceDraft(
    place_id="hall", kind=PlaceKind.BUILDING, has_postcode=True, access_note="There is a ramp."
)
SCREEN = PlaceDraft(place_id="screen", kind=PlaceKind.ONLINE, has_postcode=False)


@pytest.fixture
def mapping(tmp_path: Path) -> DirectoryMapping:
    """Return a mapping that also reads a status and languages."""
    mapping = read_the_mapping(tmp_path)
    fields = {**mapping.activities.fields, "status": ("Status",), "languages": ("Languages",)}
    access = {"step-free": "Ramp"}
    return replace(mapping, activities=replace(mapping.activities, fields=fields, access=access))


def make(
    mapping: DirectoryMapping,
    cells: dict[str, object] | None = None,
    *,
    ruled: Ruled = MUSIC,
    places: tuple[PlaceDraft, ...] = (),
    organisations: tuple[str, ...] = (),
) -> tuple[ActivityDraft, list[str]]:
    """Return the activity, and the codes of the remarks about its row."""
    row = a_row({"Service": "Example Choir", **(cells or {})})
    listing = Listing(row=row, organisations=[Named(name) for name in organisations])
    draft = make_activity(
        listing,
        ruled,
        mapping,
        activity_id="choir",
        places=places,
        provider_has_contact=False,
        today=TODAY,
    )
    return draft, [remark.code for remark in listing.remarks]


def table_of(mapping: DirectoryMapping, *args: Any, **more: Any) -> dict[str, object]:
    return make(mapping, *args, **more)[0].table


def test_a_row_with_little_is_an_activity_with_little(mapping: DirectoryMapping) -> None:
    draft, codes = make(mapping)

    assert draft.table == {
        "id": "choir",
        "name": "Example Choir",
        "summary": "Nobody has told us more about this yet. You can ask them.",
        "interests": ["music"],
    }
    assert set(draft.unknown) == set(Fact)
    assert codes == []


def test_a_row_with_much_is_an_activity_with_much(mapping: DirectoryMapping) -> None:
    draft, codes = make(
        mapping,
        {
            "About": "We sing old songs together. Come in!",
            "When": "10am - 12pm every Monday",
            "Free": "TRUE",
            "From age": "18",
            "To age": "30",
            "Website": "example.org",
            "Checked": "2026-11-02",
            "Languages": "Polish",
            "Ramp": "yes",
        },
        ruled=Ruled(
            given={
                "interests": ("music", "friends"),
                "kind": "club",
                "pay": ("self",),
                "support": ("small-group",),
                "groups": ("older",),
                "food": ("Vegetarian",),
                "languages": ("Urdu",),
                "only_for": ("Members",),
                "say": ("Bring a mat.",),
                "has": ("hearing-loop",),
                "has_not": ("hoist",),
            }
        ),
        places=(HALL,),
    )

    assert codes == []
    assert draft.table == {
        "id": "choir",
        "name": "Example Choir",
        "summary": "We sing old songs together.",
        "interests": ["music", "friends"],
        "about": ["Come in!", "Bring a mat."],
        "kind": "club",
        "modes": ["in-person"],
        "pay": ["self"],
        "access_note": "There is a ramp.",
        "support": ["small-group"],
        "ages": {"from": 18, "to": 30},
        "groups": ["older"],
        "only_for": "Members",
        "languages": ["Polish", "Urdu"],
        "food": ["Vegetarian"],
        "checked_on": date(2026, 11, 2),
        "sessions": [{"day": "mon", "start": "10:00", "end": "12:00", "place": "hall"}],
        "prices": [{"free": True}],
        "access": {"step-free": True, "hoist": False, "hearing-loop": True},
        "contact": {"website": "https://example.org"},
    }
    assert draft.unknown == (Fact.TRANSPORT, Fact.SPACE)


def test_what_cannot_be_read_is_remarked_on(mapping: DirectoryMapping) -> None:
    draft, codes = make(
        mapping,
        {
            "Service": "Example Choir " * 20,
            "When": "Ask us",
            "Free": "maybe",
            "From age": "old",
            "Website": "quilts",
            "Checked": "2031-01-01",
            "Languages": "x" * 50,
            "Ramp": "perhaps",
            "Status": "Nobody knows",
        },
        places=(replace(HALL, access_note="Ramp. " * 60),),
    )

    assert sorted(codes) == [
        "access-cut",
        "bad-age",
        "bad-web-address",
        "date-in-future",
        "languages-cut",
        "name-cut",
        "not-yes-or-no",
        "not-yes-or-no",
        "times-in-words",
        "unknown-status",
    ]
    assert draft.table["timing_note"] == "Ask us"
    assert "checked_on" not in draft.table


def test_a_long_description_is_cut_with_remarks(mapping: DirectoryMapping) -> None:
    short = replace(mapping, reading=ReadingRules(most_sentences=2))
    first = "We sing " + "and sing " * 25 + "here."
    about = f'{first} <a href="https://example.org">Two.</a> Three. Four.'
    draft, codes = make(short, {"About": about}, ruled=Ruled(given={"say": ("Bring a mat.",)}))

    assert codes == ["description-cut", "summary-cut", "links-left-out"]
    assert draft.table["about"] == [first, "Bring a mat."]


def test_whom_it_is_for_is_kept_in_words(mapping: DirectoryMapping) -> None:
    words = ("People who are homeless", "People who are referred", "Members of the long club")
    table = table_of(mapping, ruled=Ruled(given={"only_for": words}))

    assert table["only_for"] == "People who are homeless, People who are referred"
    assert table["about"] == ["Only for: Members of the long club."]


def test_others_that_run_it_are_named(mapping: DirectoryMapping) -> None:
    others = ("Example A", "Example B", "Example C", "Example D")

    assert table_of(mapping, organisations=others)["about"] == [
        "It is run together with Example B, Example C and Example D."
    ]
    assert "about" not in table_of(mapping, organisations=others[:1])
    assert table_of(mapping, organisations=others[:2])["about"] == [
        "It is run together with Example B."
    ]
    assert "about" not in table_of(replace(mapping, run_with=""), organisations=others)


@pytest.mark.parametrize(
    ("told", "status"),
    [("active", None), ("Temporarily closed", "paused"), ("", None), ("strange", None)],
)
def test_the_status(mapping: DirectoryMapping, told: str, status: str | None) -> None:
    assert table_of(mapping, {"Status": told}).get("status") == status


def test_a_rule_or_a_default_can_tell_the_status(mapping: DirectoryMapping) -> None:
    assert table_of(mapping, ruled=Ruled(given={"status": "ended"}))["status"] == "ended"
    paused = replace(mapping, defaults=Defaults(given={"status": "paused"}))
    assert table_of(paused)["status"] == "paused"


def test_how_it_is_held_follows_from_the_places(mapping: DirectoryMapping) -> None:
    home = replace(SCREEN, place_id="home", kind=PlaceKind.HOME)

    assert table_of(mapping, places=(HALL, SCREEN, home))["modes"] == [
        "in-person",
        "online",
        "at-home",
    ]
    assert table_of(mapping, places=(HALL, SCREEN))["places"] == ["hall", "screen"]
    online = Ruled(given={"modes": ("online",)})
    assert table_of(mapping, ruled=online, places=(HALL,))["modes"] == ["online"]


@pytest.mark.parametrize(
    ("youngest", "oldest", "ages"),
    [
        ("18", "", {"from": 18}),
        ("", "25", {"from": 0, "to": 25}),
        ("", "", None),
        ("30", "20", None),
    ],
)
def test_ages(
    mapping: DirectoryMapping, youngest: str, oldest: str, ages: dict[str, int] | None
) -> None:
    draft, codes = make(mapping, {"From age": youngest, "To age": oldest})

    assert draft.table.get("ages") == ages
    assert codes == (["bad-ages"] if youngest == "30" else [])


def test_defaults_fill_what_a_row_does_not_say(mapping: DirectoryMapping) -> None:
    usual = Defaults(
        lots=("1a",), given={"ages_from": 18, "pay": ("self",), "interests": ("games",)}
    )
    table = table_of(replace(mapping, defaults=usual), ruled=Ruled())

    assert (table["ages"], table["pay"], table["interests"], table["lots"]) == (
        {"from": 18},
        ["self"],
        ["games"],
        ["1a"],
    )


def test_a_provider_that_can_be_asked_is_enough(mapping: DirectoryMapping) -> None:
    listing = Listing(row=a_row({"Service": "Example Choir"}))
    draft = make_activity(
        listing,
        MUSIC,
        mapping,
        activity_id="choir",
        places=[],
        provider_has_contact=True,
        today=TODAY,
    )

    assert Fact.ASK not in draft.unknown


@pytest.mark.parametrize(
    ("cells", "ruled", "provider", "code"),
    [
        pytest.param({"Service": "<br>"}, MUSIC, "Example", "no-name", id="no name"),
        pytest.param({}, Ruled(leave_out="No.", code="x"), "Example", "x", id="left out"),
        pytest.param({"Status": "Defunct"}, MUSIC, "Example", "not-running", id="stopped"),
        pytest.param({"To age": "11"}, MUSIC, "Example", "for-children", id="children"),
        pytest.param({}, Ruled(), "Example", "no-interest", id="no interest"),
        pytest.param({}, MUSIC, "", "no-provider", id="no provider"),
    ],
)
def test_rows_that_do_not_come_in(
    mapping: DirectoryMapping,
    cells: dict[str, object],
    ruled: Ruled,
    provider: str,
    code: str,
) -> None:
    listing = Listing(row=a_row({"Service": "Example Choir", **cells}))
    with pytest.raises(RowRefusedError) as error:
        check_can_come_in(listing, ruled, mapping, provider)

    assert (error.value.code, listing.remarks) == (code, [])


def test_rows_that_come_in(mapping: DirectoryMapping) -> None:
    listing = Listing(row=a_row({"Service": "Example Choir", "To age": "18"}))

    check_can_come_in(listing, MUSIC, mapping, "Example")
