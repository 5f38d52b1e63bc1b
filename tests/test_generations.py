"""Whole builds: putting one live, keeping it whole, and going back."""

import gc
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import msgspec
import pytest

import finder
from finder.generations import (
    CURRENT,
    FORMAT_VERSION,
    KEPT,
    MANIFEST_FILE,
    NOTHING_BUILT,
    PLACES,
    SEAL_FILE,
    BuildRunningError,
    Generation,
    GenerationError,
    Generations,
    Manifest,
    _seal_of,
    check_files,
    digests_of,
    read_manifest,
)
from tests.builders import a_council, some_contents
from tests.small_generation import (
    contents_called,
    flip_a_byte,
    publish,
    publish_called,
    write_generation,
)

PROGRAM = Path(__file__).with_name("generations_process.py")
KILLS = 10

StartProcess = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "generations")


@pytest.fixture
def start_process(generations: Generations) -> Iterator[StartProcess]:
    """Start a process on the same folder, and wait until it is ready."""
    started: list[subprocess.Popen[str]] = []

    def start(task: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, PROGRAM, task, generations.folder],
            env={**os.environ, "PYTHONPATH": str(Path(finder.__file__).parent.parent)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def name_served(generations: Generations) -> str:
    """Return the name of the council that is served, after every file was checked."""
    with closing(generations.open_current()) as generation:
        return generation.councils["exampleshire"].catalogue.council.name


def names_in(generations: Generations) -> list[str]:
    return sorted(path.name for path in generations.folder.iterdir())


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


# Putting a build live


def test_a_build_is_served_with_all_its_councils(generations: Generations) -> None:
    generation_id = publish(
        generations,
        contents_called("One"),
        some_contents(council=a_council("another", name="Two")),
    )

    with closing(generations.open_current()) as generation:
        assert generation.generation_id == generation_id == generations.current_id()
        assert {
            slug: (site.catalogue.council.name, site.searchable.columns.count)
            for slug, site in generation.councils.items()
        } == {"exampleshire": ("One", 2), "another": ("Two", 1)}
        assert generation.gazetteer.edition == "2025-08"
        assert generation.manifest.activities == {"exampleshire": 2, "another": 1}
    assert generation.councils == {}


def test_the_manifest_has_the_digest_of_every_file(generations: Generations) -> None:
    folder = generations.folder / publish_called(generations, "One")

    manifest = read_manifest(folder)

    own = {MANIFEST_FILE, SEAL_FILE}
    digests = digests_of(folder)
    assert manifest.files == {name: digests[name] for name in digests if name not in own}
    assert (
        folder / SEAL_FILE
    ).read_bytes() == f"{digests[MANIFEST_FILE]}  manifest.json\n".encode()
    assert {Path(name).parts[0] for name in manifest.files} == {"exampleshire", PLACES}


def test_nobody_else_may_read_what_is_built(generations: Generations) -> None:
    folder = generations.folder / publish_called(generations, "One")

    assert [oct(path.stat().st_mode & 0o777) for path in (generations.folder, folder)] == [
        "0o700",
        "0o700",
    ]


def test_nothing_is_served_before_the_first_build(generations: Generations) -> None:
    assert (generations.current_id(), generations.ids()) == (None, [])
    with pytest.raises(GenerationError, match=NOTHING_BUILT):
        generations.open_current()


def test_only_five_builds_are_kept(generations: Generations) -> None:
    built = [publish_called(generations, f"Number {number}") for number in range(KEPT + 2)]

    assert generations.ids() == built[: -KEPT - 1 : -1]
    assert names_in(generations) == sorted([".lock", CURRENT, *built[-KEPT:]])


def test_the_build_that_is_served_is_kept_however_old_it_is(generations: Generations) -> None:
    built = [publish_called(generations, f"Number {number}") for number in range(KEPT)]
    with generations.writing():
        generations.point_to(built[0])
        generations._forget_old()

    assert generations.ids() == built[::-1]
    assert name_served(generations) == "Number 0"


# Builds that fail


def fail(folder: Path) -> Manifest:
    write_generation(folder, contents_called("Broken"))
    raise RuntimeError("The power went.")


def leave_the_index_out(folder: Path) -> Manifest:
    manifest = write_generation(folder, contents_called("Broken"))
    shutil.rmtree(folder / "exampleshire" / "index")
    kept = {name: digest for name, digest in manifest.files.items() if "index" not in name}
    return msgspec.structs.replace(manifest, files=kept)


def leave_a_file_out(folder: Path) -> Manifest:
    manifest = write_generation(folder, contents_called("Broken"))
    (folder / PLACES / "towns.csv").unlink()
    return manifest


def leave_the_places_out(folder: Path) -> Manifest:
    manifest = write_generation(folder, contents_called("Broken"))
    shutil.rmtree(folder / PLACES)
    kept = {name: digest for name, digest in manifest.files.items() if PLACES not in name}
    return msgspec.structs.replace(manifest, files=kept)


def name_a_council_too_many(folder: Path) -> Manifest:
    manifest = write_generation(folder, contents_called("Broken"))
    return msgspec.structs.replace(manifest, councils=("exampleshire", "nowhere"))


def swap_the_catalogues(folder: Path) -> Manifest:
    other = some_contents(council=a_council("another"))
    write_generation(folder, contents_called("Broken"), other)
    catalogue = folder / "exampleshire" / "catalogue.db"
    shutil.copyfile(folder / "another" / "catalogue.db", catalogue)
    return Manifest(
        format_version=FORMAT_VERSION,
        finder_version="0",
        built_at="",
        councils=("another", "exampleshire"),
        activities={},
        files=digests_of(folder),
    )


@pytest.mark.parametrize(
    ("build", "error", "message"),
    [
        pytest.param(fail, RuntimeError, "The power went", id="in the build"),
        pytest.param(leave_the_index_out, GenerationError, "not whole", id="no index"),
        pytest.param(leave_a_file_out, GenerationError, "towns.csv is damaged", id="a file less"),
        pytest.param(leave_the_places_out, GenerationError, "cannot be read", id="no places"),
        pytest.param(
            name_a_council_too_many, GenerationError, "cannot be opened", id="no such council"
        ),
        pytest.param(
            swap_the_catalogues, GenerationError, "another catalogue", id="another catalogue"
        ),
    ],
)
def test_a_build_that_fails_changes_nothing(
    generations: Generations,
    build: Callable[[Path], Manifest],
    error: type[Exception],
    message: str,
) -> None:
    publish_called(generations, "Good")
    before = names_in(generations), open_files()

    with pytest.raises(error, match=message), generations.writing():
        generations.publish(build)

    assert (names_in(generations), open_files()) == before
    assert name_served(generations) == "Good"


def test_a_first_build_that_fails_leaves_nothing(generations: Generations) -> None:
    with pytest.raises(RuntimeError, match="The power went"), generations.writing():
        generations.publish(fail)

    assert names_in(generations) == [".lock"]


def test_what_a_killed_build_left_is_cleared_by_the_next(generations: Generations) -> None:
    good = publish_called(generations, "Good")
    half = generations.folder / ".building-20260101T000000.000000Z"
    shutil.copytree(generations.folder / good, half)
    (generations.folder / ".next-20260101T000000.000000Z").symlink_to("nowhere")

    assert generations.ids() == [good]
    with generations.writing():
        assert names_in(generations) == sorted([".lock", CURRENT, good])


# Killed processes, and several at once


def test_a_build_that_is_killed_leaves_a_whole_generation(
    generations: Generations, start_process: StartProcess
) -> None:
    random = Random(21)
    began = time.perf_counter()
    live = publish_called(generations, "First")
    seconds_of_a_build = time.perf_counter() - began

    for number in range(KILLS):
        process = start_process("publish")
        assert process.stdout is not None
        # Half of them are killed in their first build, and half after one went live.
        confirmed = [process.stdout.readline().strip() for _ in range(number % 2)]
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=random.uniform(0, 1.5 * seconds_of_a_build))
        process.kill()
        confirmed += process.communicate()[0].split()

        with closing(generations.open_current()) as generation:
            # What was confirmed is live, unless the next build went live without a word.
            assert generation.generation_id == generations.current_id()
            assert generation.generation_id >= max([live, *confirmed])
            assert generation.councils["exampleshire"].searchable.columns.count == 2
            live = generation.generation_id

    last = publish_called(generations, "Last")
    assert name_served(generations) == "Last"
    assert generations.ids()[0] == last
    assert names_in(generations) == sorted([".lock", CURRENT, *generations.ids()])
    assert len(generations.ids()) <= KEPT


def test_the_second_of_two_builds_is_refused_at_once(
    generations: Generations, start_process: StartProcess
) -> None:
    process = start_process("hold")

    with (
        pytest.raises(BuildRunningError, match=r"Another build is running\. Wait for it to end"),
        generations.writing(),
    ):
        pass  # pragma: no cover

    process.kill()
    process.wait()
    publish_called(generations, "After the other was killed")
    assert name_served(generations) == "After the other was killed"


def test_two_builds_in_one_process_are_kept_apart_too(generations: Generations) -> None:
    with (
        generations.writing(),
        pytest.raises(BuildRunningError),
        Generations(generations.folder).writing(),
    ):
        pass  # pragma: no cover

    publish_called(generations, "Later")


# Damage


def test_a_flipped_byte_in_any_file_is_found_and_the_newest_whole_build_is_used(
    generations: Generations,
) -> None:
    publish_called(generations, "Oldest")
    publish_called(generations, "Before")
    folder = generations.folder / publish_called(generations, "Now")
    random = Random(7)

    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    found = {}
    for file in files:
        last = file.stat().st_size - 1
        for position in (0, random.randint(0, last), last):
            flip_a_byte(file, position)
            with pytest.raises(GenerationError, match="Build again with `finder build`"):
                Generation(folder)
            found[file.name, position] = name_served(generations)
            flip_a_byte(file, position)

    assert {name for name, _ in found} >= {"catalogue.db", "columns.json", MANIFEST_FILE, SEAL_FILE}
    assert set(found.values()) == {"Before"}
    assert name_served(generations) == "Now"


@pytest.mark.parametrize("name", ["exampleshire/catalogue.db", MANIFEST_FILE, SEAL_FILE])
def test_a_file_that_is_cut_short_or_gone_is_found(generations: Generations, name: str) -> None:
    publish_called(generations, "Before")
    file = generations.folder / publish_called(generations, "Now") / name

    file.write_bytes(file.read_bytes()[:-1])
    cut_short = name_served(generations)
    file.unlink()

    assert (cut_short, name_served(generations)) == ("Before", "Before")


def test_a_damaged_build_leaves_nothing_open(generations: Generations) -> None:
    folder = generations.folder / publish_called(generations, "Now")
    flip_a_byte(folder / PLACES / "towns.csv", 0)
    before = open_files()

    for _ in range(20):
        with pytest.raises(GenerationError, match=r"towns\.csv is damaged"):
            Generation(folder)

    assert open_files() == before


def test_when_nothing_is_whole_the_error_is_of_the_one_that_should_be_served(
    generations: Generations,
) -> None:
    built = [publish_called(generations, f"Number {number}") for number in range(3)]
    for each in built:
        flip_a_byte(generations.folder / each / "exampleshire" / "catalogue.db", 100)
    with generations.writing():
        generations.point_to(built[1])

    with pytest.raises(GenerationError, match=rf"{built[1]}/exampleshire/catalogue.db is damaged"):
        generations.open_current()


@pytest.mark.parametrize("pointer", ["a generation that is gone", "no pointer", "a file"])
def test_without_its_pointer_the_newest_build_is_served(
    generations: Generations, pointer: str
) -> None:
    publish_called(generations, "Older")
    publish_called(generations, "Newer")
    current = generations.folder / CURRENT
    current.unlink()
    if pointer == "a generation that is gone":
        current.symlink_to("20260101T000000.000000Z")
    if pointer == "a file":
        current.write_text("20260101T000000.000000Z")

    assert name_served(generations) == "Newer"


@pytest.mark.parametrize("version", [0, FORMAT_VERSION + 1])
def test_a_build_of_another_format_is_refused_with_a_clear_line(
    generations: Generations, version: int
) -> None:
    folder = generations.folder / publish_called(generations, "Now")
    # Nothing else need be the same in another format.
    written = msgspec.json.encode({"format_version": version, "colour": "red"})
    (folder / MANIFEST_FILE).write_bytes(written)
    (folder / SEAL_FILE).unlink()

    with pytest.raises(GenerationError) as refused:
        generations.open_current()

    assert str(refused.value) == (
        f"{folder} has format {version}, and this is format {FORMAT_VERSION}. "
        "Build again with `finder build`."
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param(b"", "not a whole generation", id="empty"),
        pytest.param(b"{}", "not a whole generation", id="nothing in it"),
        pytest.param(b'{"format_version": 2}', "not a whole generation", id="hardly anything"),
        pytest.param(b"\xff", "not a whole generation", id="not JSON"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_refused(
    generations: Generations, written: bytes, message: str
) -> None:
    folder = generations.folder / publish_called(generations, "Now")
    (folder / MANIFEST_FILE).write_bytes(written)
    (folder / SEAL_FILE).write_bytes(_seal_of(written))

    with pytest.raises(GenerationError, match=rf"{message}: .*Build again with `finder build`"):
        read_manifest(folder)


def test_files_that_are_as_they_were_built_pass(generations: Generations) -> None:
    folder = generations.folder / publish_called(generations, "Now")

    check_files(folder, read_manifest(folder))


# Going back


def test_the_build_before_can_be_served_again(generations: Generations) -> None:
    built = [publish_called(generations, f"Number {number}") for number in range(3)]

    served = []
    for _ in range(2):
        with generations.writing():
            served.append((generations.roll_back(), name_served(generations)))

    assert served == [(built[1], "Number 1"), (built[0], "Number 0")]
    with pytest.raises(GenerationError, match="There is no generation before this one"):
        generations.roll_back()
    assert name_served(generations) == "Number 0"
    publish_called(generations, "Number 3")
    assert name_served(generations) == "Number 3"


def test_nobody_goes_back_to_a_damaged_build(generations: Generations) -> None:
    before = publish_called(generations, "Before")
    publish_called(generations, "Now")
    flip_a_byte(generations.folder / before / "exampleshire" / "catalogue.db", 100)

    with pytest.raises(GenerationError, match="is damaged"):
        generations.roll_back()

    assert name_served(generations) == "Now"


def test_without_a_pointer_going_back_serves_the_newest(generations: Generations) -> None:
    publish_called(generations, "Before")
    newest = publish_called(generations, "Now")
    (generations.folder / CURRENT).unlink()

    assert generations.roll_back() == newest


# Files


def test_opening_and_closing_leaves_no_file_open(generations: Generations) -> None:
    publish_called(generations, "Now")
    generations.open_current().close()
    gc.collect()  # What earlier tests left open would be closed in between.
    before = open_files()

    for _ in range(20):
        generations.open_current().close()

    assert open_files() == before
