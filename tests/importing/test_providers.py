from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from finder.domain.issue import Issue
from finder.domain.place import Place, PlaceKind, Point
from finder.domain.provider import Award, Contact, Provider, ProviderId
from finder.domain.vocabulary import Arrangement, ProviderKind, ProviderStatus
from finder.importing.providers import ProviderFile, read_provider
from finder.importing.report import Report
from finder.importing.surroundings import Surroundings
from tests.builders import MAIDSTONE, a_council
from tests.importing.reading import FILE, a_warning, an_error, summed_up

COOKING = """\
[[activities]]
id = "cooking"
name = "Cooking (example)"
summary = "You cook lunch."
interests = ["cooking"]
checked_on = 2026-11-03
"""
EVERYTHING = """\
name = "Example Green Door"
about = ["We cook."]
kind = "charity"
status = "paused"
formats = ["Easy read", "Large print"]
regulator_page = "https://example.org/green-door"
joined_on = 2022-10-01
left_on = 2026-10-31
checked_on = 2026-11-03

[contact]
phone = "01632 960 200"

[[awards]]
lot = "1a"
arrangement = "framework"
starts = 2022-10-01
ends = 2028-03-31

[[awards]]
arrangement = "grant"

[[places]]
id = "hall"
name = "The Green Hall"
kind = "community"
address = "2 Example Street"
town = "Maidstone"
postcode = "me141xq"
area = "north"
outside = "Otherham"
directions = ["Go in at the green door."]

[[places]]
id = "screen"
name = "Online"
kind = "online"

"""


def _read(
    folder: Path, around: Surroundings, text: str, name: str = "example-green-door.toml"
) -> tuple[ProviderFile, list[Issue]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    report = Report(file=FILE)
    return read_provider(path, report, around), report.issues


def test_a_provider_that_tells_everything_is_read_whole(
    tmp_path: Path, around: Surroundings
) -> None:
    file, issues = _read(tmp_path, around, EVERYTHING + COOKING)

    assert file.provider == Provider(
        provider_id=ProviderId("example-green-door"),
        name="Example Green Door",
        about=("We cook.",),
        kind=ProviderKind.CHARITY,
        status=ProviderStatus.PAUSED,
        contact=Contact(phone="01632 960 200"),
        awards=(
            Award(
                lot="1a",
                arrangement=Arrangement.FRAMEWORK,
                starts=date(2022, 10, 1),
                ends=date(2028, 3, 31),
            ),
            Award(arrangement=Arrangement.GRANT),
        ),
        places=(
            Place(
                place_id="hall",
                name="The Green Hall",
                kind=PlaceKind.COMMUNITY,
                address="2 Example Street",
                town="Maidstone",
                postcode="ME14 1XQ",
                area="north",
                outside="Otherham",
                directions=("Go in at the green door.",),
                point=MAIDSTONE,
            ),
            Place(place_id="screen", name="Online", kind=PlaceKind.ONLINE),
        ),
        regulator_page="https://example.org/green-door",
        formats=("Easy read", "Large print"),
        joined_on=date(2022, 10, 1),
        left_on=date(2026, 10, 31),
        checked_on=date(2026, 11, 3),
    )
    assert [activity.activity_id for activity in file.activities] == ["cooking"]
    assert [entry.path for entry in file.entries] == [("activities", 0)]
    assert (file.refused, issues) == (0, [])


def test_a_provider_needs_only_a_name(tmp_path: Path, around: Surroundings) -> None:
    file, issues = _read(tmp_path, around, 'name = "Example Green Door"\n')

    assert file == ProviderFile(
        provider=Provider(provider_id=ProviderId("example-green-door"), name="Example Green Door")
    )
    assert issues == [
        a_warning(
            code="no-activities",
            message="This provider has no activities.",
            remedy="Add one under a heading [[activities]].",
            line=None,
        )
    ]


def test_one_bad_activity_leaves_the_others(tmp_path: Path, around: Surroundings) -> None:
    good = "\n".join(
        COOKING.replace('"cooking"\nn', f'"cooking-{number}"\nn') for number in range(9)
    )
    bad = COOKING.replace("You cook lunch.", "")

    file, issues = _read(tmp_path, around, f'name = "Example A"\n{bad}\n{good}')

    assert [activity.activity_id for activity in file.activities] == [
        f"cooking-{number}" for number in range(9)
    ]
    assert file.refused == 1
    assert issues == [
        an_error(
            code="missing-field",
            message="There is no summary.",
            remedy='Add summary = "…".',
            line=5,
            where="activities 1, summary",
        )
    ]


def test_an_error_of_the_provider_keeps_all_of_the_file_out(
    tmp_path: Path, around: Surroundings
) -> None:
    file, issues = _read(tmp_path, around, f"{COOKING}\n{COOKING}")

    assert file == ProviderFile(provider=None, refused=3)
    assert issues == [
        an_error(
            code="missing-field",
            message="There is no name.",
            remedy='Add name = "…".',
            line=None,
            where="name",
        )
    ]


@pytest.mark.parametrize("name", ["Example Green Door.toml", "example_a.toml", "Example.toml"])
def test_the_name_of_the_file_is_the_id_of_the_provider(
    tmp_path: Path, around: Surroundings, name: str
) -> None:
    file, issues = _read(tmp_path, around, f'name = "Example A"\n{COOKING}', name)

    assert file == ProviderFile(provider=None, refused=2)
    assert issues == [
        an_error(
            code="bad-file-name",
            message=f"The file is called “{name}”.",
            remedy="Use small letters, numbers and hyphens, such as example-day-club.toml.",
            line=None,
        )
    ]


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, around: Surroundings) -> None:
    file, issues = _read(tmp_path, around, "name =")

    assert file == ProviderFile(provider=None, refused=1)
    assert summed_up(issues) == [("not-toml", 1, "")]


def _issues_of(folder: Path, around: Surroundings, lines: str) -> list[Issue]:
    return _read(folder, around, f'name = "Example A"\n{lines}\n{COOKING}')[1]


def test_a_postcode_that_cannot_be_is_an_error(tmp_path: Path, around: Surroundings) -> None:
    lines = '[[places]]\nid = "hall"\nname = "Hall"\npostcode = "ME14 1X"'

    assert _issues_of(tmp_path, around, lines) == [
        an_error(
            code="bad-postcode",
            message="postcode is “ME14 1X”.",
            remedy="Write a whole postcode, such as ME14 1XQ, or leave it out.",
            line=5,
            where="places 1, postcode",
        )
    ]


def test_a_postcode_that_nobody_knows_is_a_warning_and_is_about_where_its_sector_is(
    tmp_path: Path, around: Surroundings
) -> None:
    place = '[[places]]\nid = "hall"\nname = "Hall"\npostcode = "ME14 1ZZ"'

    file, issues = _read(tmp_path, around, f'name = "Example A"\n{place}\n{COOKING}')

    assert file.provider is not None
    about = around.gazetteer.look_up("ME14 1").whereabouts
    assert about is not None
    assert file.provider.places == (
        Place(place_id="hall", name="Hall", postcode="ME14 1ZZ", point=about.point),
    )
    assert issues == [
        a_warning(
            code="unknown-postcode",
            message="Nobody knows where ME14 1ZZ is.",
            remedy="Check it. If it is right and new, distances to the place are rough.",
            line=5,
            where="places 1, postcode",
        )
    ]


def test_a_place_without_a_postcode_is_about_where_its_town_is(
    tmp_path: Path, around: Surroundings
) -> None:
    places = "".join(
        f'[[places]]\nid = "{slug}"\nname = "Hall"\ntown = "{town}"\n'
        for slug, town in (("known", "Maidstone"), ("unknown", "Nowhereton"))
    )

    file, issues = _read(tmp_path, around, f'name = "Example A"\n{places}{COOKING}')

    town = around.gazetteer.find_town("Maidstone")
    assert town is not None
    assert file.provider is not None
    assert [place.point for place in file.provider.places] == [town.point, None]
    assert issues == []


def test_a_postcode_over_the_border_has_its_point(tmp_path: Path, around: Surroundings) -> None:
    place = '[[places]]\nid = "hall"\nname = "Hall"\npostcode = "TN24 8TD"\noutside = "Otherham"'

    file, issues = _read(tmp_path, around, f'name = "Example A"\n{place}\n{COOKING}')

    assert file.provider is not None
    assert [each.point for each in file.provider.places] == [Point(51.149167, 0.874978)]
    assert issues == []


def test_a_place_needs_an_id_and_a_name(tmp_path: Path, around: Surroundings) -> None:
    assert summed_up(_issues_of(tmp_path, around, "[[places]]")) == [
        ("missing-field", 2, "places 1, id"),
        ("missing-field", 2, "places 1, name"),
    ]


def test_two_places_with_one_id_are_an_error(tmp_path: Path, around: Surroundings) -> None:
    lines = '[[places]]\nid = "hall"\nname = "Hall"\n' * 2

    assert _issues_of(tmp_path, around, lines) == [
        an_error(
            code="duplicate-id",
            message="Two places have the id “hall”.",
            remedy="Give each its own id.",
            line=6,
            where="places 2, id",
        )
    ]


def test_an_area_that_the_council_does_not_have_is_an_error(
    tmp_path: Path, around: Surroundings
) -> None:
    lines = '[[places]]\nid = "hall"\nname = "Hall"\narea = "east"'

    assert _issues_of(tmp_path, around, lines) == [
        an_error(
            code="unknown-area",
            message="Exampleshire Council has no area “east”.",
            remedy="Use one of: north, south.",
            line=5,
            where="places 1, area",
        )
    ]


def test_an_award_on_a_lot_that_does_not_exist_is_an_error(
    tmp_path: Path, around: Surroundings
) -> None:
    lines = '[[awards]]\nlot = "9"\narrangement = "framework"'

    assert _issues_of(tmp_path, around, lines) == [
        an_error(
            code="unknown-lot",
            message="Exampleshire Council has no lot “9”.",
            remedy="Use one of: 1a, 2.",
            line=3,
            where="awards 1, lot",
        )
    ]


def test_an_award_on_the_list_needs_a_lot_where_there_are_any(
    tmp_path: Path, around: Surroundings
) -> None:
    lines = '[[awards]]\narrangement = "framework"'

    assert _issues_of(tmp_path, around, lines) == [
        an_error(
            code="missing-lot",
            message="An award on the council's list needs a lot.",
            remedy="Add lot, one of: 1a, 2.",
            line=2,
            where="awards 1",
        )
    ]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        pytest.param('[[awards]]\narrangement = "framework"', [], id="an award without a lot"),
        pytest.param(
            '[[awards]]\nlot = "1"\narrangement = "framework"',
            [("unknown-lot", "Leave lot out: there are none.")],
            id="an award with one",
        ),
        pytest.param(
            '[[places]]\nid = "hall"\nname = "Hall"\narea = "east"',
            [("unknown-area", "Take area out: there are none.")],
            id="an area",
        ),
    ],
)
def test_a_council_may_have_no_lots_and_no_areas(
    tmp_path: Path, around: Surroundings, lines: str, codes: list[tuple[str, str]]
) -> None:
    bare = replace(around, council=a_council(lots=(), areas=()))

    issues = _issues_of(tmp_path, bare, lines)

    assert [(issue.code, issue.remedy) for issue in issues] == codes


def test_an_award_says_how_it_is_arranged_and_does_not_end_before_it_starts(
    tmp_path: Path, around: Surroundings
) -> None:
    lines = '[[awards]]\nlot = "1a"\nstarts = 2026-04-01\nends = 2026-03-31'

    assert _issues_of(tmp_path, around, lines) == [
        an_error(
            code="missing-field",
            message="There is no arrangement.",
            remedy='Add arrangement = "…".',
            line=2,
            where="awards 1, arrangement",
        ),
        an_error(
            code="ends-before-start",
            message="The award ends on 2026-03-31, before it starts on 2026-04-01.",
            remedy="Correct one of the two dates.",
            line=5,
            where="awards 1, ends",
        ),
    ]


def test_two_errors_of_one_file_are_both_noted(tmp_path: Path, around: Surroundings) -> None:
    issues = _issues_of(tmp_path, around, 'kind = "charty"\ncheckd_on = 1\n[contact]\nemail = "a"')

    assert summed_up(issues) == [
        ("unknown-word", 2, "kind"),
        ("bad-email", 5, "contact, email"),
        ("unknown-field", 3, "checkd_on"),
    ]
