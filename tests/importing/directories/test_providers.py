"""Providers and places out of other people's rows."""

from dataclasses import replace
from pathlib import Path

import pytest

from finder.domain.place import PlaceKind
from finder.domain.vocabulary import Arrangement
from finder.importing.directories.joins import Listing, Named
from finder.importing.directories.mapping import Defaults, DirectoryMapping
from finder.importing.directories.names import Ids
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.providers import MOST_BYTES, PlaceDraft, ProviderMaker
from finder.importing.directories.rules import Condition, Rule
from tests.builders import TODAY
from tests.importing.directories.invented import a_row, read_the_mapping

SONGBIRDS = a_row(Organisation="Example Songbirds", About="We sing. We dance.", Website="a.org")


@pytest.fixture
def mapping(tmp_path: Path) -> DirectoryMapping:
    return read_the_mapping(tmp_path)


def a_maker(mapping: DirectoryMapping) -> ProviderMaker:
    return ProviderMaker(mapping, Ids(), today=TODAY)


def places(
    mapping: DirectoryMapping, *named: Named
) -> tuple[list[PlaceDraft], list[dict[str, object]], list[Remark]]:
    """Return the places of an activity, those of its provider, and the remarks."""
    maker = a_maker(mapping)
    remarks: list[Remark] = []
    draft = maker.draft_for("Example Songbirds", None, remarks)
    found = maker.add_places(draft, Listing(row=a_row(), places=list(named)), remarks)
    return found, list(draft.places.values()), remarks


def test_the_name_is_the_one_of_the_row(mapping: DirectoryMapping) -> None:
    maker = a_maker(mapping)

    listing = Listing(row=a_row(), organisations=[Named("EXAMPLE songbirds", SONGBIRDS)])
    assert maker.name_for(listing) == ("Example Songbirds", SONGBIRDS)
    listing = Listing(row=a_row(), organisations=[Named("Example Nobody")])
    assert maker.name_for(listing) == ("Example Nobody", None)
    assert maker.name_for(Listing(row=a_row())) == ("", None)
    absent = replace(mapping, provider_when_missing="Not told")
    assert a_maker(absent).name_for(Listing(row=a_row())) == ("Not told", None)


def test_a_provider_is_made_once(mapping: DirectoryMapping) -> None:
    maker = a_maker(mapping)
    remarks: list[Remark] = []
    first = maker.draft_for("Example Songbirds", None, remarks)
    again = maker.draft_for("example songbirds", SONGBIRDS, remarks)
    maker.draft_for("Example Songbirds", SONGBIRDS, remarks)

    assert first is again
    assert (first.provider_id, first.has_contact) == ("example-songbirds", True)
    assert first.as_content() == {
        "name": "Example Songbirds",
        "about": ["We sing.", "We dance."],
        "contact": {"website": "https://a.org"},
    }


def test_a_provider_says_no_more_than_it_may(mapping: DirectoryMapping) -> None:
    short = replace(mapping, reading=replace(mapping.reading, most_sentences=1))
    remarks: list[Remark] = []
    draft = a_maker(short).draft_for("Example Songbirds", SONGBIRDS, remarks)

    assert draft.table["about"] == ["We sing."]
    assert [remark.code for remark in remarks] == ["provider-cut"]


def test_a_long_first_sentence_stays_whole(mapping: DirectoryMapping) -> None:
    long = "We sing " + "and sing " * 25 + "here."
    row = a_row(Organisation="Example Songbirds", About=long)

    assert a_maker(mapping).draft_for("Example Songbirds", row, []).table["about"] == [long]


def test_rules_tell_the_kind_of_a_provider(mapping: DirectoryMapping) -> None:
    rule = Rule(condition=Condition(columns=("About",), blank=False), effects={"kind": "charity"})
    ruled = replace(mapping, providers=replace(mapping.providers, rules=(rule,)))

    assert a_maker(ruled).draft_for("Example", SONGBIRDS, []).table["kind"] == "charity"


@pytest.mark.parametrize(
    ("defaults", "awards"),
    [
        (Defaults(), None),
        (Defaults(arrangement=Arrangement.GRANT), [{"arrangement": "grant"}]),
        (
            Defaults(arrangement=Arrangement.FRAMEWORK, lots=("1a",)),
            [{"lot": "1a", "arrangement": "framework"}],
        ),
    ],
)
def test_awards(mapping: DirectoryMapping, defaults: Defaults, awards: object) -> None:
    draft = a_maker(replace(mapping, defaults=defaults)).draft_for("Example", None, [])

    assert draft.table.get("awards") == awards


def test_a_provider_with_too_much_goes_on_in_a_second_file(mapping: DirectoryMapping) -> None:
    maker = a_maker(mapping)
    first = maker.draft_for("Example Songbirds", None, [])
    first.add({"id": "choir", "summary": "x" * MOST_BYTES}, "From services.csv.")
    second = maker.draft_for("Example Songbirds", None, [])

    assert second is maker.draft_for("Example Songbirds", None, [])
    assert [first.provider_id, second.provider_id] == ["example-songbirds", "example-songbirds-2"]


def test_a_place_with_everything(mapping: DirectoryMapping) -> None:
    row = a_row(
        {"Post code": "me141xq"},
        Hall="Green Hall",
        Street="2 Example Street",
        Town="Maidstone",
        Phone="01632 960 300",
    )
    found, tables, remarks = places(mapping, Named("green hall", row), Named("", row))

    assert found == [PlaceDraft(place_id="green-hall", kind=PlaceKind.BUILDING, has_postcode=True)]
    assert remarks == []
    assert tables == [
        {
            "id": "green-hall",
            "name": "Green Hall",
            "address": "2 Example Street",
            "town": "Maidstone",
            "postcode": "ME14 1XQ",
            "directions": ["The phone number of the place is 01632 960 300."],
        }
    ]


def test_two_places_can_have_one_name(mapping: DirectoryMapping) -> None:
    rows = [a_row(Hall="Green Hall", Street=f"{number} Example Street") for number in (1, 2)]
    found, _, _ = places(mapping, *(Named("", row) for row in rows))

    assert [place.place_id for place in found] == ["green-hall", "green-hall-2"]


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"Street": "2 Example Street, Example End"}, "2 Example Street"),
        ({"Town": "Maidstone"}, "Maidstone"),
        ({"Post code": "ME14 1XQ"}, "ME14 1XQ"),
    ],
)
def test_a_place_without_a_name_is_called_by_its_address(
    mapping: DirectoryMapping, cells: dict[str, object], name: str
) -> None:
    _, tables, _ = places(mapping, Named("", a_row(cells)))

    assert [table["name"] for table in tables] == [name]


def test_a_place_of_which_nothing_is_known_is_left_out(mapping: DirectoryMapping) -> None:
    found, tables, remarks = places(mapping, Named("", a_row({"Post code": "nowhere"})))

    assert (found, tables) == ([], [])
    assert [remark.code for remark in remarks] == ["bad-postcode", "place-without-name"]


def test_rules_tell_what_a_place_is(mapping: DirectoryMapping) -> None:
    rules = (
        Rule(
            condition=Condition(columns=("Hall",), values=frozenset({"online"})),
            effects={"kind": PlaceKind.ONLINE},
        ),
        Rule(
            condition=Condition(columns=("Hall",), values=frozenset({"tobeagreed"})),
            leave_out="The place is not agreed yet.",
            code="no-place-yet",
        ),
        Rule(
            condition=Condition(columns=("Hall",), values=frozenset({"greenhall"})),
            effects={"area": "north", "outside": "Examplebury"},
        ),
    )
    ruled = replace(mapping, places=replace(mapping.places, rules=rules))
    found, tables, remarks = places(
        ruled, Named("Online"), Named("To be agreed"), Named("Green Hall")
    )

    assert [(place.place_id, place.kind) for place in found] == [
        ("online", PlaceKind.ONLINE),
        ("green-hall", PlaceKind.BUILDING),
    ]
    assert tables == [
        {"id": "online", "name": "Online", "kind": "online"},
        {"id": "green-hall", "name": "Green Hall", "area": "north", "outside": "Examplebury"},
    ]
    assert remarks == [Remark("no-place-yet", "The place is not agreed yet.")]


def test_a_row_can_tell_the_kind_and_the_way_in(mapping: DirectoryMapping) -> None:
    fields = {**mapping.places.fields, "kind": ("Kind",), "access_note": ("Ramp",)}
    wide = replace(mapping, places=replace(mapping.places, fields=fields))
    park = a_row(Hall="Example Park", Kind="Outdoors", Ramp="<b>Flat</b> paths.")
    room = a_row(Hall="Example Room", Kind="nice")
    found, _, _ = places(wide, Named("", park), Named("", room))

    assert [(place.kind, place.access_note) for place in found] == [
        (PlaceKind.OUTDOORS, "Flat paths."),
        (PlaceKind.BUILDING, ""),
    ]
