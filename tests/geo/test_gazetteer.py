"""Looking up where people say they are."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finder.domain.place import Point, Precision, Whereabouts
from finder.geo.distance import KM_IN_A_MILE, distance_miles
from finder.geo.gazetteer import (
    OUTCODES_FILE,
    POSTCODES_FILE,
    TOWNS_FILE,
    Gazetteer,
    GazetteerError,
    LookUp,
    Outcome,
)
from finder.geo.postcode_table import pack_table

CONTENT = Path(__file__).parents[2] / "content" / "places"

# By the exact transformation of Ordnance Survey (OSTN15).
KNOWN = {
    "ME14 1XQ": Point(51.278597, 0.522342),
    "SK1 3XE": Point(53.405991, -2.158486),
    "MK9 3EJ": Point(52.043275, -0.760815),
    "BA14 8JN": Point(51.317054, -2.210473),
}


def label_of(look_up: LookUp) -> str:
    return look_up.whereabouts.label if look_up.whereabouts else ""


def summary(look_up: LookUp) -> tuple[str, str, str]:
    """Return the outcome, what was typed and what was looked up."""
    found = look_up.whereabouts
    return (look_up.outcome, found.typed, found.label) if found else (look_up.outcome, "", "")


@pytest.mark.parametrize("postcode", KNOWN)
def test_a_known_postcode_is_found_within_five_metres(gazetteer: Gazetteer, postcode: str) -> None:
    for known in (gazetteer, Gazetteer.load(CONTENT)):
        point = known.point_of(postcode)
        assert point is not None
        assert distance_miles(point, KNOWN[postcode]) * KM_IN_A_MILE * 1000 < 5


def test_a_postcode_is_found_where_it_is(gazetteer: Gazetteer) -> None:
    point = gazetteer.point_of("me141xq")
    assert point is not None

    assert gazetteer.look_up(" me141xq ") == LookUp(
        outcome=Outcome.FOUND,
        whereabouts=Whereabouts(
            typed="ME14 1XQ", label="ME14 1XQ", point=point, precision=Precision.POSTCODE
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        pytest.param("me14 1", ("found", "ME14 1", "ME14 1"), Precision.SECTOR, id="sector"),
        pytest.param("me14", ("found", "ME14", "ME14"), Precision.OUTCODE, id="outcode"),
        pytest.param(
            "ME14 1ZZ", ("about", "ME14 1ZZ", "ME14 1"), Precision.SECTOR, id="postcode to sector"
        ),
        pytest.param(
            "NE1 4AA", ("about", "NE1 4AA", "NE1 4"), Precision.SECTOR, id="far from the councils"
        ),
        pytest.param(
            "ME14 9ZZ", ("about", "ME14 9ZZ", "ME14"), Precision.OUTCODE, id="postcode to outcode"
        ),
        pytest.param(
            "ME14 9", ("about", "ME14 9", "ME14"), Precision.OUTCODE, id="sector to outcode"
        ),
        pytest.param(
            "ME14 1X", ("about", "ME14 1X", "ME14 1"), Precision.SECTOR, id="last letter missing"
        ),
        pytest.param(
            "ME141X", ("about", "ME14 1X", "ME14 1"), Precision.SECTOR, id="incomplete, no space"
        ),
        pytest.param(
            "me14 1co", ("about", "ME14 1CO", "ME14 1"), Precision.SECTOR, id="impossible letters"
        ),
    ],
)
def test_the_nearest_wider_place_stands_in(
    gazetteer: Gazetteer, text: str, expected: tuple[str, str, str], precision: Precision
) -> None:
    found = gazetteer.look_up(text)

    assert summary(found) == expected
    assert found.whereabouts is not None
    assert found.whereabouts.precision is precision
    assert found.whereabouts.is_about


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param("", "nothing", id="empty"),
        pytest.param(" \t\u00a0", "nothing", id="spaces"),
        pytest.param("ZE1 0AA", "unknown-postcode", id="outcode that is not there"),
        pytest.param("ZE1", "unknown-postcode", id="outcode alone"),
        pytest.param("ZE1 0A", "unknown-postcode", id="incomplete, outcode not there"),
        pytest.param("ZZ1 1AA", "unknown-postcode", id="shape that no postcode has"),
        pytest.param("Atlantis", "not-a-place", id="no such town"),
        pytest.param("---", "not-a-place", id="marks"),
        pytest.param("14", "not-a-place", id="a number"),
        pytest.param("Route 2a", "not-a-place", id="a number and a letter"),
        pytest.param("ME14 x", "not-a-place", id="outcode and a letter"),
        pytest.param("Atlantis ZE1", "unknown-postcode", id="neither town nor outcode"),
        pytest.param("Maidstone, Nowhere", "not-a-place", id="county that is not there"),
        pytest.param("Hythe, Stockport", "not-a-place", id="county that is far away"),
    ],
)
def test_what_is_not_known_says_why(gazetteer: Gazetteer, text: str, outcome: str) -> None:
    assert gazetteer.look_up(text) == LookUp(outcome=Outcome(outcome))


@pytest.mark.parametrize(
    ("text", "council", "label"),
    [
        pytest.param("maidstone", "kent", "Maidstone", id="small letters"),
        pytest.param("maidstone", "", "Maidstone", id="no council"),
        pytest.param("Maidstone", "wiltshire", "Maidstone", id="another council's town"),
        pytest.param("tunbridge wells", "kent", "Tunbridge Wells", id="another name"),
        pytest.param("saint margarets at cliffe", "", "St Margaret's at Cliffe", id="saint"),
        pytest.param("Hythe", "kent", "Hythe", id="the asked council's own"),
        pytest.param("Hythe", "", "Hythe, Hampshire", id="the largest"),
        pytest.param("Hythe", "stockport", "Hythe, Hampshire", id="the nearest to the council"),
        pytest.param("Leigh", "wiltshire", "Leigh", id="small, but the asked council's own"),
        pytest.param("Leigh", "kent", "Leigh", id="the other council's own"),
        pytest.param("Gillingham", "kent", "Gillingham, Medway", id="nearest to Kent"),
        pytest.param("Gillingham", "wiltshire", "Gillingham, Dorset", id="nearest to Wiltshire"),
        pytest.param("Gillingham, Dorset", "kent", "Gillingham, Dorset", id="with its county"),
        pytest.param("gillingham kent", "", "Gillingham, Medway", id="with the county next door"),
        pytest.param("Hythe, Kent", "", "Hythe, Kent", id="county that the label needs"),
        pytest.param("reddish stockport", "", "Reddish", id="with its bigger town"),
        pytest.param("Reddish, Cheshire", "", "Reddish", id="with the county of its post town"),
        pytest.param("Reddish, Lancs", "stockport", "Reddish", id="odd county, asked council"),
        pytest.param("Maidstone, England", "", "Maidstone", id="with its country"),
        pytest.param("maidstone uk", "", "Maidstone", id="with its country, no comma"),
        pytest.param("Maidstone,", "", "Maidstone", id="comma at the end"),
        pytest.param("Maidstone ME14", "", "Maidstone", id="with its outcode"),
        pytest.param("Gillingham, ME1", "", "Gillingham, Medway", id="outcode tells which"),
        pytest.param("Atlantis ME14", "", "ME14", id="unknown town, known outcode"),
        pytest.param("Stockport ME14", "", "ME14", id="town that is far from its outcode"),
        pytest.param("1 High Street, Maidstone ME14 1XQ", "", "ME14 1XQ", id="an address"),
        pytest.param("church end, eversholt", "", "Church End, Eversholt", id="name with a comma"),
    ],
)
def test_a_town_is_found_by_what_people_type(
    gazetteer: Gazetteer, text: str, council: str, label: str
) -> None:
    found = gazetteer.look_up(text, council=council)

    assert summary(found) == ("found", label, label)


def test_a_town_is_found_where_it_is(gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up("Hythe, Kent").whereabouts == Whereabouts(
        typed="Hythe, Kent",
        label="Hythe, Kent",
        point=Point(51.0715, 1.08421),
        precision=Precision.TOWN,
    )


def test_only_an_exact_postcode_has_a_point(gazetteer: Gazetteer) -> None:
    assert [gazetteer.point_of(text) for text in ("ME14 1ZZ", "ME14 1", "Maidstone", "")] == [
        None
    ] * 4


def test_the_towns_of_a_council_come_largest_first(gazetteer: Gazetteer) -> None:
    assert [town.name for town in gazetteer.towns_of("kent")] == [
        "Maidstone",
        "Royal Tunbridge Wells",
        "Hythe",
        "St Margaret's at Cliffe",
        "Leigh",
    ]
    assert gazetteer.towns_of("nowhere") == ()


def test_the_attributions_name_the_year_of_the_edition(gazetteer: Gazetteer) -> None:
    assert gazetteer.edition == "2025-08"
    assert gazetteer.attributions[0] == "Contains OS data © Crown copyright and database right 2025"
    assert "GeoNames" in gazetteer.attributions[-1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(), st.sampled_from(["", "kent", "nowhere"]))
def test_any_text_has_an_outcome(gazetteer: Gazetteer, text: str, council: str) -> None:
    found = gazetteer.look_up(text, council=council)

    assert (found.whereabouts is not None) == (found.outcome in (Outcome.FOUND, Outcome.ABOUT))


def test_a_very_long_text_is_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up("Maidstone " * 100_000).outcome is Outcome.NOT_A_PLACE


def test_many_threads_can_ask_at_once(gazetteer: Gazetteer) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(gazetteer.look_up, ["ME14 1XQ", "Hythe, Kent"] * 50))

    assert [label_of(look_up) for look_up in found] == ["ME14 1XQ", "Hythe, Kent"] * 50


@pytest.mark.parametrize("name", [POSTCODES_FILE, OUTCODES_FILE, TOWNS_FILE])
def test_a_missing_file_is_named_with_its_remedy(places_folder: Path, name: str) -> None:
    (places_folder / name).unlink()

    with pytest.raises(
        GazetteerError, match=re.escape(f"{name} cannot be read") + ".*finder places"
    ):
        Gazetteer.load(places_folder)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param(POSTCODES_FILE, b"", "not a postcode table", id="empty table"),
        pytest.param(POSTCODES_FILE, bytes(500), "not a postcode table", id="other bytes"),
        pytest.param(OUTCODES_FILE, b"outcode\nME14\n", "The first line", id="other columns"),
        pytest.param(
            OUTCODES_FILE,
            b"outcode,latitude,longitude,postcodes\nME14,51\n",
            "Line 2 does not have 4 cells",
            id="cell missing",
        ),
        pytest.param(
            OUTCODES_FILE,
            b"outcode,latitude,longitude,postcodes\nME14,north,0,1\n",
            "north",
            id="not a number",
        ),
        pytest.param(OUTCODES_FILE, b"\xff", "not UTF-8", id="not UTF-8"),
        pytest.param(TOWNS_FILE, b"name\nDeal\n", "The first line", id="other columns of towns"),
        pytest.param(TOWNS_FILE, b"", "The first line", id="no towns"),
    ],
)
def test_a_damaged_file_is_named(
    places_folder: Path, name: str, content: bytes, message: str
) -> None:
    (places_folder / name).write_bytes(content)

    with pytest.raises(GazetteerError, match=message) as raised:
        Gazetteer.load(places_folder)

    assert name in str(raised.value)


def test_a_table_that_breaks_off_is_named(places_folder: Path) -> None:
    path = places_folder / POSTCODES_FILE
    path.write_bytes(path.read_bytes()[:-3])

    with pytest.raises(GazetteerError, match=r"damaged or cut short.*Make it again"):
        Gazetteer.load(places_folder)


def test_every_name_in_the_real_table_leads_back_to_itself() -> None:
    real = Gazetteer.load(CONTENT)

    for council in ("kent", "milton-keynes", "stockport", "wiltshire"):
        for town in real.towns_of(council):
            for name in town.names:
                found = real.look_up(name, council=council)
                assert found.outcome is Outcome.FOUND
                assert real.look_up(label_of(found), council=council) == found


def test_each_council_has_its_towns_in_the_real_table() -> None:
    real = Gazetteer.load(CONTENT)

    assert {
        council: real.towns_of(council)[0].name
        for council in ("kent", "milton-keynes", "stockport", "wiltshire")
    } == {
        "kent": "Maidstone",
        "milton-keynes": "Milton Keynes",
        "stockport": "Stockport",
        "wiltshire": "Salisbury",
    }


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        pytest.param(Point(51.279, 0.522), "ME14 1", id="in the middle"),
        pytest.param(Point(51.40, 0.60), "ME14 1", id="some miles away"),
        pytest.param(Point(53.40, -2.20), "SK1 3", id="another"),
        pytest.param(Point(50.95, 1.86), "", id="over the sea"),
        pytest.param(Point(54.6, -5.93), "", id="Northern Ireland"),
        pytest.param(Point(40.7, -74.0), "", id="abroad"),
    ],
)
def test_a_point_is_in_the_nearest_sector(
    gazetteer: Gazetteer, point: Point, expected: str
) -> None:
    assert gazetteer.nearest_sector(point) == expected


@pytest.mark.parametrize(
    ("name", "council", "place"),
    [
        pytest.param("maidstone", "", ("Maidstone", "kent"), id="a town"),
        pytest.param("The Wells", "", ("Royal Tunbridge Wells", "kent"), id="its other name"),
        pytest.param("Leigh", "kent", ("Leigh", "kent"), id="the council's own of two"),
        pytest.param("Leigh", "wiltshire", ("Leigh", "wiltshire"), id="the other's own"),
        pytest.param("Leigh, Kent", "wiltshire", ("Leigh", "kent"), id="with its county"),
        pytest.param("Maidstone ME14 1XQ", "", None, id="with a postcode"),
        pytest.param("ME14 1XQ", "", None, id="a postcode"),
        pytest.param("swimming in Maidstone", "", None, id="with other words"),
        pytest.param("Atlantis", "", None, id="nowhere"),
        pytest.param("x" * 5000, "", None, id="very long"),
        pytest.param("", "", None, id="nothing"),
    ],
)
def test_a_town_is_found_by_its_name_alone(
    gazetteer: Gazetteer, name: str, council: str, place: tuple[str, str] | None
) -> None:
    town = gazetteer.find_town(name, council=council)

    assert (town and (town.name, town.council)) == place


def test_a_table_without_sectors_knows_of_none(places_folder: Path) -> None:
    empty = pack_table(edition="2025-08", sectors={}, postcodes={})
    (places_folder / POSTCODES_FILE).write_bytes(empty)

    assert Gazetteer.load(places_folder).nearest_sector(KNOWN["ME14 1XQ"]) == ""


def test_what_the_nearest_sector_says_can_be_looked_up_and_is_near() -> None:
    real = Gazetteer.load(CONTENT)

    for point in KNOWN.values():
        found = real.look_up(real.nearest_sector(point))
        assert found.whereabouts is not None
        assert found.whereabouts.precision is Precision.SECTOR
        assert distance_miles(found.whereabouts.point, point) < 2


def test_a_shape_is_worked_out_once(gazetteer: Gazetteer) -> None:
    shape = gazetteer.shape_of("kent")

    assert shape is not None
    assert gazetteer.shape_of("kent") is shape
    assert gazetteer.shape_of("nowhere") is None
