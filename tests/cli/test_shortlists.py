"""`finder shortlists`."""

import json
import re
import resource
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from finder.cli import main
from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.shortlist import Face, ListColour, ListLabel, ListPicture
from finder.settings import PREFIX, Settings
from finder.shortlists import ShortlistStore
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.shortlists.tokens import EditToken, look_token_of, make_token
from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of

# The day that the settings of these tests pretend, and a list that had its day long before.
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=400)
KENT = CouncilSlug("kent")
SWIM = ActivityId("example-swim")
CHOIR = ActivityId("example-choir")
NOTE = "Bring a towel that nobody else would write about"

StoreAt = Callable[..., ShortlistStore]
RunWithInput = Callable[..., Result]


@pytest.fixture
def store_at(tmp_path: Path) -> Iterator[StoreAt]:
    """Open the lists in a folder, as the site does."""
    stores: list[SQLiteShortlistStore] = []

    def open_it(folder: Path) -> ShortlistStore:
        stores.append(SQLiteShortlistStore(folder / "shortlists.db"))
        return stores[-1]

    yield open_it
    for store in stores:
        store.close()


@pytest.fixture
def store(store_at: StoreAt, data_dir: Path) -> ShortlistStore:
    return store_at(data_dir)


@pytest.fixture
def run_with_input(data_dir: Path) -> RunWithInput:
    """Run a command of lists, and type something."""
    every: dict[str, str | None] = {PREFIX + each.name.upper(): None for each in fields(Settings)}
    usual = {"FINDER_DATA_DIR": str(data_dir), "FINDER_TODAY": "2026-11-21"}

    def run_command(typed: str, *args: str, **settings: str) -> Result:
        runner = CliRunner(env={**every, **usual, **settings})
        return runner.invoke(main, ["shortlists", *args], input=typed, catch_exceptions=False)

    return run_command


def add_list(store: ShortlistStore, *, now: datetime = NOW) -> EditToken:
    token = make_token()
    store.add(token, council=KENT, activity_id=SWIM, now=now)
    return token


def add_full_list(store: ShortlistStore) -> EditToken:
    token = add_list(store)
    store.add(token, council=KENT, activity_id=CHOIR, now=NOW, seen="mark")
    store.set_face(token, council=KENT, activity_id=SWIM, face=Face.YES, now=NOW)
    store.set_note(token, council=KENT, activity_id=SWIM, note=NOTE, now=NOW)
    label = ListLabel(picture=ListPicture.BUS, colour=ListColour.PINK, word="Trips")
    store.set_label(token, label=label, now=NOW)
    return token


def test_lists_that_have_expired_are_pruned(run: Run, store: ShortlistStore) -> None:
    kept = add_list(store)
    add_list(store, now=LONG_AGO)

    assert lines_of(run("shortlists", "prune")) == ["1 list had expired and is deleted."]
    assert lines_of(run("shortlists", "prune")) == ["0 lists had expired and are deleted."]
    assert store.count(kept, now=NOW) == 1


def test_when_most_lists_expire_at_once_somebody_has_to_look_at_the_clock(
    run: Run, store: ShortlistStore
) -> None:
    for _ in range(30):
        add_list(store, now=LONG_AGO)

    assert error_of(run("shortlists", "prune")) == (
        "30 of 30 lists have expired at once. Is the clock of this machine right? "
        "If it is, prune again with --force."
    )
    assert lines_of(run("shortlists", "prune", "--force")) == [
        "30 lists had expired and are deleted."
    ]


def test_without_a_pretended_day_the_clock_counts(run: Run, store: ShortlistStore) -> None:
    now = datetime.now(UTC)
    add_list(store, now=now - timedelta(days=181))
    kept = add_list(store, now=now - timedelta(days=179))

    assert lines_of(run("shortlists", "prune", FINDER_TODAY=None)) == [
        "1 list had expired and is deleted."
    ]
    assert store.count(kept, now=now) == 1


def test_a_council_moves_its_lists_to_another_store(
    run: Run, store: ShortlistStore, store_at: StoreAt, tmp_path: Path
) -> None:
    full = add_full_list(store)
    plain = add_list(store)
    add_list(store, now=LONG_AGO)
    file = tmp_path / "lists.jsonl"

    exported = run("shortlists", "export", str(file))
    other = {"FINDER_DATA_DIR": str(tmp_path / "other")}
    imported = run("shortlists", "import", str(file), **other)
    again = run("shortlists", "import", str(file), **other)

    assert (exported.exit_code, exported.stdout) == (0, "")
    assert exported.stderr.startswith("2 lists written: activities, faces, notes and labels.")
    assert lines_of(imported) == ["2 lists taken in. 0 were there already."]
    assert lines_of(again) == ["0 lists taken in. 2 were there already."]
    moved = store_at(tmp_path / "other")
    for token in (full, plain):
        assert moved.read(token, now=NOW) == store.read(token, now=NOW)
        shared = moved.read_shared(look_token_of(token), now=NOW)
        assert shared == store.read(token, now=NOW) is not None


def test_a_copy_is_for_its_owner_and_holds_no_link(
    run: Run, store: ShortlistStore, tmp_path: Path
) -> None:
    token = add_full_list(store)
    file = tmp_path / "lists.jsonl"

    run("shortlists", "export", str(file))
    printed = run("shortlists", "export")

    text = file.read_text("utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    assert (printed.exit_code, printed.stdout) == (0, text)
    assert printed.stderr.startswith("1 list written: ")
    assert NOTE in text
    assert token not in text
    assert look_token_of(token) not in text
    first, only, last = (json.loads(line) for line in text.splitlines())
    assert (first, last) == ({"format": "finder-lists", "version": 1}, {"lists": 1})
    assert re.fullmatch("[0-9a-f]{64}", only["edit_hash"])
    assert re.fullmatch("[0-9a-f]{64}", only["look_hash"])
    assert list(only["shortlist"]) == ["entries", "updated_at", "expires_at", "label"]


def test_a_copy_never_takes_the_place_of_a_file(
    run: Run, store: ShortlistStore, tmp_path: Path
) -> None:
    add_list(store)
    file = tmp_path / "lists.jsonl"
    file.write_text("Something else", "utf-8")

    message = error_of(run("shortlists", "export", str(file)))

    assert message == f"[Errno 17] File exists: '{file}'"
    assert file.read_text("utf-8") == "Something else"


def test_half_a_copy_is_not_left_lying_about(
    run: Run, store: ShortlistStore, data_dir: Path, tmp_path: Path
) -> None:
    add_list(store)
    store.close()
    (data_dir / "shortlists.db").write_bytes(b"No database at all" * 1000)

    message = error_of(run("shortlists", "export", str(tmp_path / "lists.jsonl")))

    assert message.startswith(f"The lists in {data_dir / 'shortlists.db'} cannot be used now: ")
    assert not (tmp_path / "lists.jsonl").exists()


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Let no file become longer than 64 kB, as if the disk were full."""
    usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, most))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))


def test_when_the_disk_is_full_nothing_is_left_either(
    run: Run, store: ShortlistStore, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for _ in range(250):
        add_list(store)
    request.getfixturevalue("small_disk")

    message = error_of(run("shortlists", "export", str(tmp_path / "lists.jsonl")))

    assert message == "[Errno 27] File too large"
    assert not (tmp_path / "lists.jsonl").exists()


def test_a_file_that_is_not_a_copy_changes_nothing(
    run: Run, store: ShortlistStore, tmp_path: Path
) -> None:
    add_list(store)
    whole, half = tmp_path / "whole.jsonl", tmp_path / "half.jsonl"
    run("shortlists", "export", str(whole))
    half.write_bytes(b"".join(whole.read_bytes().splitlines(keepends=True)[:-1]))
    store.clear_all()

    assert error_of(run("shortlists", "import", str(half))) == (
        f"{half}: After list 1 the rest of the file is missing. Nothing was taken in."
    )
    assert list(store.export(now=NOW)) == []


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("https://example.org/list/{token}/edit", id="the link"),
        pytest.param("https://example.org/list/{token}/edit/week?council=kent#x", id="a page"),
        pytest.param("http://127.0.0.1:8000/site/list/{token}/edit", id="under a path"),
        pytest.param("  <https://example.org/list/{token}/edit>.\n", id="from a letter"),
        pytest.param("/list/{token}/edit", id="the path"),
    ],
)
def test_a_list_is_deleted_when_somebody_asks(run: Run, store: ShortlistStore, link: str) -> None:
    token = add_list(store)
    kept = add_list(store)

    assert lines_of(run("shortlists", "delete", link.format(token=token))) == [
        "The list is deleted."
    ]
    assert store.read(token, now=NOW) is None
    assert store.count(kept, now=NOW) == 1


def test_the_link_can_stay_out_of_the_history(
    run_with_input: RunWithInput, store: ShortlistStore
) -> None:
    token = add_list(store)

    result = run_with_input(f"https://example.org/list/{token}/edit\n", "delete", "-")

    assert lines_of(result) == ["The list is deleted."]
    assert store.read(token, now=NOW) is None


def test_a_list_that_is_gone_is_said(run: Run, store: ShortlistStore) -> None:
    add_list(store)
    link = f"https://example.org/list/{make_token()}/edit"

    assert error_of(run("shortlists", "delete", link)) == (
        "There is no such list. It may be deleted already."
    )


def test_a_list_that_has_expired_is_wiped_all_the_same(run: Run, store: ShortlistStore) -> None:
    token = add_list(store, now=LONG_AGO)

    error_of(run("shortlists", "delete", f"/list/{token}/edit"))

    assert store.read(token, now=LONG_AGO) is None


def test_a_link_to_look_deletes_nothing(run: Run, store: ShortlistStore) -> None:
    token = add_list(store)
    look = look_token_of(token)

    for path in ("", "/week", "/editors"):
        assert error_of(run("shortlists", "delete", f"https://example.org/list/{look}{path}")) == (
            "With this link one can only look at the list. Ask for the link to look and change."
        )
    assert store.count(token, now=NOW) == 1


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("https://example.org/kent/find", id="another page"),
        pytest.param("https://example.org/list", id="no secret"),
        pytest.param("https://example.org/list/abc/edit", id="cut short"),
        pytest.param("https://example.org/list/" + "a" * 23 + "/edit", id="too long"),
        pytest.param("abcdefghijklmnopqrstuv", id="a secret alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_link_of_a_list_is_not_repeated(run: Run, link: str) -> None:
    assert error_of(run("shortlists", "delete", link)) == "This is not the link of a list."


def test_all_lists_are_deleted_when_somebody_is_sure(
    run_with_input: RunWithInput, run: Run, store: ShortlistStore, data_dir: Path
) -> None:
    add_list(store)
    add_list(store)

    refused = run_with_input("n\n", "delete", "--all")
    kept = len(list(store.export(now=NOW)))
    agreed = run_with_input("y\n", "delete", "--all")
    again = run("shortlists", "delete", "--all", "--yes")

    question = f"Delete every list of everybody, in {data_dir / 'shortlists.db'}? "
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f"{question}Nobody can get them back. [y/N]: ")
    assert kept == 2
    assert (agreed.exit_code, agreed.stdout) == (0, "2 lists deleted.\n")
    assert lines_of(again) == ["0 lists deleted."]


@pytest.mark.parametrize("args", [(), ("/list/x/edit", "--all")])
def test_one_list_or_all_has_to_be_said(run: Run, args: tuple[str, ...]) -> None:
    result = run("shortlists", "delete", *args)

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "Error: Give the link of a list, or --all."


def test_a_database_that_is_not_there_is_one_line_without_its_password(run: Run) -> None:
    url = "postgresql://finder:secret@127.0.0.1:1/lists?connect_timeout=1"

    message = error_of(run("shortlists", "delete", "--all", "--yes", FINDER_DATABASE_URL=url))

    assert message.startswith("The lists in PostgreSQL cannot be used now: ")
    assert " It says: error connecting in 'finder-lists': " in message
    assert "Connection refused" in message
    assert "secret" not in message


def test_the_question_does_not_show_the_password(run_with_input: RunWithInput) -> None:
    url = "postgresql://finder:secret@127.0.0.1:1/lists"

    result = run_with_input("n\n", "delete", "--all", FINDER_DATABASE_URL=url)

    assert "in the database that FINDER_DATABASE_URL names? " in result.stderr
    assert "secret" not in result.stderr


@pytest.mark.parametrize("command", ["prune", "export", "delete"])
def test_a_wrong_setting_is_one_line(run: Run, command: str) -> None:
    args = ["--all"] if command == "delete" else []

    assert error_of(run("shortlists", command, *args, FINDER_LIST_DAYS="many")).startswith(
        "FINDER_LIST_DAYS is “many”, not a number"
    )
