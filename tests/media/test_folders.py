"""A file that content names is found in its folder, and nowhere else."""

import os
from pathlib import Path

import pytest

from finder.media.faults import MediaError
from finder.media.folders import find_file, name_of, read_start, read_whole, short_digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A provider's folder, beside a file that is not its own."""
    (tmp_path / "secret.txt").write_bytes(b"secret")
    folder = tmp_path / "example-green-door"
    (folder / "summer").mkdir(parents=True)
    (folder / "kitchen.jpg").write_bytes(b"a photo")
    (folder / "summer" / "café 1.jpg").write_bytes(b"a photo")
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "out.jpg").symlink_to(tmp_path / "secret.txt")
    (folder / "loop.jpg").symlink_to(folder / "loop.jpg")
    (folder / "in.jpg").symlink_to(folder / "kitchen.jpg")
    os.mkfifo(folder / "pipe.jpg")
    return folder


@pytest.mark.parametrize("written", ["kitchen.jpg", "summer/café 1.jpg", "in.jpg"])
def test_a_file_of_the_folder_is_found(folder: Path, written: str) -> None:
    assert find_file(folder, written, most_bytes=7) == folder / written


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param("none.jpg", "missing-file", id="no such file"),
        pytest.param("summer", "missing-file", id="a folder"),
        pytest.param("pipe.jpg", "missing-file", id="no file of its own"),
        pytest.param("loop.jpg", "missing-file", id="a link to itself"),
        pytest.param("kitchen.jpg/x", "missing-file", id="below a file"),
        pytest.param("../secret.txt", "outside-folder", id="up"),
        pytest.param("summer/../../secret.txt", "outside-folder", id="down and up"),
        pytest.param("out.jpg", "outside-folder", id="a link that leads out"),
        pytest.param("..\\secret.txt", "outside-folder", id="up, as Windows writes it"),
        pytest.param("/etc/hostname", "outside-folder", id="from the top of the disk"),
        pytest.param("a\0b", "outside-folder", id="what no file is called"),
        pytest.param("empty.jpg", "empty-file", id="nothing in it"),
    ],
)
def test_anything_else_is_refused(folder: Path, written: str, code: str) -> None:
    with pytest.raises(MediaError) as caught:
        find_file(folder, written, most_bytes=100)

    assert caught.value.code == code


def test_a_file_that_is_too_large_is_refused(folder: Path) -> None:
    with pytest.raises(MediaError) as caught:
        find_file(folder, "kitchen.jpg", most_bytes=6)

    assert (caught.value.code, caught.value.message) == (
        "file-too-large",
        "The file has 0.0 MB.",
    )


def test_a_file_is_named_by_what_is_in_it(folder: Path) -> None:
    first = name_of(folder / "kitchen.jpg", "jpg")

    assert first == name_of(folder / "summer" / "café 1.jpg", "jpg")
    assert (len(first), first[-4:]) == (24, ".jpg")
    assert name_of(folder / "empty.jpg", "jpg") != first


@pytest.mark.parametrize(
    "read", [read_whole, lambda path: read_start(path, 4), lambda path: name_of(path, "jpg")]
)
def test_a_file_that_goes_away_meanwhile_is_a_fault(folder: Path, read: object) -> None:
    assert callable(read)
    with pytest.raises(MediaError) as caught:
        read(folder / "gone.jpg")

    assert caught.value.code == "unreadable-file"


def test_a_digest_tells_where_one_part_ends(folder: Path) -> None:
    assert read_start(folder / "kitchen.jpg", 3) == b"a p"
    assert short_digest(b"ab", b"c") != short_digest(b"a", b"bc")
