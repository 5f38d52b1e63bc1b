"""From content to what is served: reading, checking, refusing and building."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.query import SearchQuery
from finder.generations import PLACES, BuildRunningError, Generations
from finder.geo.gazetteer import GazetteerError
from finder.pipeline import (
    BuildRefusedError,
    BuildReport,
    _write_media,
    build,
    check_content,
)
from finder.search.find import find
from tests.builders import TODAY, an_activity, some_contents
from tests.content_folder import BLUE_BOAT, COUNCIL, GREEN_DOOR, INTERESTS, ContentFolder
from tests.media_files import a_photo, a_photo_file
from tests.small_generation import flip_a_byte

MEND_THEM = "Mend them, or build with --force to leave them out."
IF_RIGHT = "If that is right, build with --force."
ALL = ["cooking-together", "sing-at-home", "slow-swim", "tea-and-quiz"]


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "generations")


def put_live(
    content: ContentFolder, generations: Generations, *, force: bool = False
) -> BuildReport:
    return build(content.path, generations, today=TODAY, force=force)


def ids_served(generations: Generations, council: str = "exampleshire") -> list[str]:
    """Return the ids of the activities that are served and found."""
    with closing(generations.open_current()) as generation:
        site = generation.councils[council]
        answer = find(site.searchable, SearchQuery(), whereabouts=None, today=TODAY)
        activities: list[Activity] = _all_of(site.catalogue)
        assert sorted(hit.activity_id for hit in answer.hits) == [
            activity.activity_id for activity in activities
        ]
        return [activity.activity_id for activity in activities]


def _all_of(catalogue: Catalogue) -> list[Activity]:
    return catalogue.list_all_activities()


def a_club(number: int) -> str:
    """Return the lines of one more activity."""
    return f"""
[[activities]]
id = "club-{number:02}"
name = "Club {number} (example)"
summary = "You meet other people."
interests = ["friends"]
checked_on = 2026-11-03

[[activities.sessions]]
day = "mon"
place = "hall"
"""


def with_clubs(content: ContentFolder, count: int) -> None:
    """Give the council so many activities in all."""
    for number in range(count - len(ALL)):
        content.add(GREEN_DOOR, a_club(number))


def break_clubs(content: ContentFolder, *numbers: int) -> None:
    for number in numbers:
        content.change(
            GREEN_DOOR, f'id = "club-{number:02}"\nname', f'id = "club-{number:02}"\nnme'
        )


def copy_council(content: ContentFolder, slug: str) -> None:
    """Add a council that is like the first."""
    for name in (COUNCIL, GREEN_DOOR, BLUE_BOAT):
        content.write(name.replace("exampleshire", slug), content.text_of(name))


def remove(content: ContentFolder, *names: str) -> None:
    for name in names:
        (content.path / name).unlink()


def test_content_is_built_and_put_live(
    content_folder: ContentFolder, generations: Generations
) -> None:
    report = put_live(content_folder, generations)

    assert report == BuildReport(
        generation_id=generations.current_id() or "",
        activities={"exampleshire": 4},
        refused=0,
        issues=(),
    )
    assert ids_served(generations) == ALL
    with closing(generations.open_current()) as generation:
        manifest = generation.manifest
        found = generation.gazetteer.look_up("ME14 1XQ").whereabouts
    assert (manifest.councils, manifest.activities) == (("exampleshire",), {"exampleshire": 4})
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", manifest.built_at)
    assert found is not None


def test_every_council_has_a_site_of_its_own(
    content_folder: ContentFolder, generations: Generations
) -> None:
    copy_council(content_folder, "otherland")
    content_folder.change(
        "councils/otherland/providers/example-blue-boat.toml", 'id = "slow-swim"', 'id = "swim"'
    )

    report = put_live(content_folder, generations)

    assert report.activities == {"exampleshire": 4, "otherland": 4}
    assert ids_served(generations) == ALL
    assert "swim" in ids_served(generations, "otherland")


def test_checking_says_what_is_wrong_and_builds_nothing(
    content_folder: ContentFolder, generations: Generations
) -> None:
    with_clubs(content_folder, 6)
    break_clubs(content_folder, 1)

    tree = check_content(content_folder.path, today=TODAY)

    assert [(each.slug, each.refused) for each in tree.councils] == [("exampleshire", 1)]
    assert {issue.file for issue in tree.issues} == {GREEN_DOOR}
    assert not generations.folder.exists()


def test_one_bad_activity_of_thirty_is_left_out_and_the_rest_is_live(
    content_folder: ContentFolder, generations: Generations
) -> None:
    with_clubs(content_folder, 30)
    put_live(content_folder, generations)
    break_clubs(content_folder, 7)

    report = put_live(content_folder, generations)

    assert (report.activities, report.refused) == ({"exampleshire": 29}, 1)
    errors = [issue for issue in report.issues if issue.is_error]
    line = content_folder.line_of(GREEN_DOOR, 'id = "club-07"') - 1
    assert [(issue.file, issue.code, issue.line) for issue in errors] == [
        (GREEN_DOOR, "missing-field", line)
    ]
    assert "club-07" not in ids_served(generations)
    assert "club-08" in ids_served(generations)


# What is refused


def break_the_council(content: ContentFolder) -> None:
    content.change(COUNCIL, 'name = "Exampleshire Council"\n', "")


def break_the_councils_toml(content: ContentFolder) -> None:
    content.write(COUNCIL, "name = \n")


def take_the_council_away(content: ContentFolder) -> None:
    remove(content, COUNCIL, GREEN_DOOR, BLUE_BOAT)
    (content.path / "councils/exampleshire/providers").rmdir()
    (content.path / "councils/exampleshire").rmdir()


def take_every_activity_away(content: ContentFolder) -> None:
    remove(content, GREEN_DOOR, BLUE_BOAT)


def take_the_interests_away(content: ContentFolder) -> None:
    remove(content, INTERESTS)


def break_two_of_ten(content: ContentFolder) -> None:
    break_clubs(content, 0, 1)


def break_a_provider(content: ContentFolder) -> None:
    content.write(BLUE_BOAT, b"\xff\xfe")
    break_clubs(content, 0)


def take_three_of_ten_away(content: ContentFolder) -> None:
    text = content.text_of(GREEN_DOOR)
    for number in (0, 1, 2):
        text = text.replace(a_club(number), "")
    content.write(GREEN_DOOR, text)


NEVER = {
    "no councils": (take_the_council_away, "There is no council in the content folder."),
    "a council's file has errors": (
        break_the_council,
        "The file of the council “exampleshire” has errors.",
    ),
    "a council's file is no TOML": (
        break_the_councils_toml,
        "The file of the council “exampleshire” has errors.",
    ),
    "an empty council": (
        take_every_activity_away,
        "The council “exampleshire” has no activities to show.",
    ),
    "no interests": (take_the_interests_away, "There are no interests. Look at interests.toml."),
}
UNLESS_FORCED = {
    "too many broken entries": (
        break_two_of_ten,
        "2 of 10 entries of “exampleshire” have errors. " + MEND_THEM,
        8,
    ),
    "a broken provider": (
        break_a_provider,
        "2 of 9 entries of “exampleshire” have errors. " + MEND_THEM,
        7,
    ),
    "shrinks by more than a fifth": (
        take_three_of_ten_away,
        "“exampleshire” would go from 10 activities to 7. If that is right, build with --force.",
        7,
    ),
}


@pytest.mark.parametrize("name", NEVER)
@pytest.mark.parametrize("force", [False, True])
def test_content_that_cannot_be_shown_leaves_the_live_site(
    content_folder: ContentFolder, generations: Generations, name: str, force: bool
) -> None:
    put_live(content_folder, generations)
    before = generations.ids()
    change, message = NEVER[name]
    change(content_folder)

    with pytest.raises(BuildRefusedError) as refused:
        put_live(content_folder, generations, force=force)

    assert str(refused.value) == message
    assert generations.ids() == before
    assert ids_served(generations) == ALL


@pytest.mark.parametrize("name", UNLESS_FORCED)
def test_content_that_lost_much_is_refused_unless_it_is_forced(
    content_folder: ContentFolder, generations: Generations, name: str
) -> None:
    with_clubs(content_folder, 10)
    put_live(content_folder, generations)
    before, served = generations.ids(), ids_served(generations)
    change, message, left = UNLESS_FORCED[name]
    change(content_folder)

    with pytest.raises(BuildRefusedError) as refused:
        put_live(content_folder, generations)

    assert str(refused.value) == message
    assert (generations.ids(), ids_served(generations)) == (before, served)
    assert put_live(content_folder, generations, force=True).activities == {"exampleshire": left}
    assert len(ids_served(generations)) == left


def test_a_council_that_is_gone_is_refused_unless_it_is_forced(
    content_folder: ContentFolder, generations: Generations
) -> None:
    copy_council(content_folder, "otherland")
    put_live(content_folder, generations)
    take_the_council_away(content_folder)

    with pytest.raises(BuildRefusedError, match="“exampleshire” would go from 4 activities to 0"):
        put_live(content_folder, generations)

    assert ids_served(generations) == ALL
    assert put_live(content_folder, generations, force=True).activities == {"otherland": 4}


@pytest.mark.parametrize(
    ("kept", "broken", "is_refused"),
    [
        pytest.param(4, 1, False, id="one is never too many"),
        pytest.param(38, 2, False, id="a twentieth"),
        pytest.param(37, 2, True, id="more than a twentieth"),
    ],
)
def test_more_than_a_twentieth_is_too_many(
    content_folder: ContentFolder,
    generations: Generations,
    kept: int,
    broken: int,
    is_refused: bool,
) -> None:
    with_clubs(content_folder, kept + broken)
    break_clubs(content_folder, *range(broken))

    assert _is_refused(lambda: put_live(content_folder, generations)) is is_refused


@pytest.mark.parametrize(
    ("before", "is_refused"),
    [pytest.param(5, False, id="a fifth"), pytest.param(6, True, id="more than a fifth")],
)
def test_more_than_a_fifth_is_too_much_to_lose_at_once(
    content_folder: ContentFolder, generations: Generations, before: int, is_refused: bool
) -> None:
    text = content_folder.text_of(GREEN_DOOR)
    with_clubs(content_folder, before)
    put_live(content_folder, generations)
    content_folder.write(GREEN_DOOR, text)

    assert _is_refused(lambda: put_live(content_folder, generations)) is is_refused


def _is_refused(work: Callable[[], object]) -> bool:
    try:
        work()
    except BuildRefusedError:
        return True
    return False


def test_a_damaged_build_is_replaced_without_being_compared(
    content_folder: ContentFolder, generations: Generations
) -> None:
    with_clubs(content_folder, 10)
    first = put_live(content_folder, generations).generation_id
    flip_a_byte(generations.folder / first / "manifest.json", 5)
    take_three_of_ten_away(content_folder)

    put_live(content_folder, generations)

    assert len(ids_served(generations)) == 7


def test_places_that_cannot_be_read_change_nothing(
    content_folder: ContentFolder, generations: Generations
) -> None:
    put_live(content_folder, generations)
    content_folder.copy_places()
    content_folder.write(f"{PLACES}/towns.csv", b"\xff")

    with pytest.raises(GazetteerError, match=r"towns\.csv is not UTF-8 text"):
        put_live(content_folder, generations)

    assert ids_served(generations) == ALL


def test_a_build_waits_for_no_other(
    content_folder: ContentFolder, generations: Generations
) -> None:
    with generations.writing(), pytest.raises(BuildRunningError):
        put_live(content_folder, generations)


def test_a_file_that_changes_while_the_site_is_built_stops_the_build(
    content_folder: ContentFolder, tmp_path: Path
) -> None:
    """Between reading and writing there is no place to stand, so the step is called by itself."""
    content_folder.write(f"{GREEN_DOOR.removesuffix('.toml')}/kitchen.jpg", a_photo_file())
    contents = some_contents(an_activity(photos=(a_photo("of another file"),)))

    with pytest.raises(BuildRefusedError, match=r"The photo changed just now\. Build again\."):
        _write_media(content_folder.path, tmp_path, contents, {})
