"""The council's folder, and which of its files are the import's own."""

import json
from pathlib import Path

from finder.importing.directories.target import (
    ExistingFile,
    Ledger,
    Target,
    ledger_name,
    read_existing,
    with_header,
    write_whole,
)

BODY = 'name = "Example"\n\n[[activities]]\nid = "choir"\n'


def test_a_file_says_who_made_it(tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    write_whole(path, with_header(BODY, "bristol"))
    existing = read_existing(path)

    assert (existing.directory, existing.is_changed) == ("bristol", False)
    assert list(existing.activities()) == [{"id": "choir"}]
    assert [each.name for each in tmp_path.iterdir()] == ["example.toml"]


def test_a_change_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    write_whole(path, with_header(BODY, "bristol") + "# A person was here.\n")

    assert (read_existing(path).directory, read_existing(path).is_changed) == ("bristol", True)


def test_line_ends_are_no_change(tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_bytes(with_header(BODY, "bristol").replace("\n", "\r\n").encode())

    assert read_existing(path).is_changed is False


def test_a_file_of_a_person(tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_text('activities = "none"\n', "utf-8")

    assert read_existing(path) == ExistingFile(
        path=path, is_changed=True, table={"activities": "none"}
    )
    assert list(read_existing(path).activities()) == []


def test_a_file_that_is_no_toml_is_a_person_s(tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    for content in (b"name = ", b"\xff", b"a = 1e9999999999999999999"):
        path.write_bytes(content)
        assert read_existing(path) == ExistingFile(path=path, is_changed=True)


def test_a_ledger_is_read_again(tmp_path: Path) -> None:
    ledger = Ledger(providers={"a": "b"}, activities={"S1": "choir"})
    path = tmp_path / ledger_name("bristol")
    path.write_text(ledger.as_text(), "utf-8")

    assert path.name == "imported-bristol.json"
    assert Ledger.read(path) == ledger


def test_a_broken_ledger_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    assert Ledger.read(path) == Ledger()
    for content in ("{", "[]", '{"providers": 3, "activities": {"a": 1}}'):
        path.write_text(content, "utf-8")
        assert Ledger.read(path) == Ledger()


def a_target(tmp_path: Path) -> Target:
    folder = tmp_path / "councils" / "kent"
    ours, other = with_header(BODY, "ours"), with_header(BODY, "other")
    texts = {
        "same": ours,
        "changed": ours + "\n",
        "other": other.replace("choir", "soup"),
        "person": BODY.replace("choir", "tea"),
        "bare": BODY.replace('id = "choir"', 'name = "x"'),
    }
    for name, text in texts.items():
        write_whole(folder / "providers" / f"{name}.toml", text)
    ledger = {"providers": {"bare one": "bare"}, "activities": {}}
    (folder / ledger_name("ours")).write_text(json.dumps(ledger), "utf-8")
    return Target.read(tmp_path, "kent", "ours")


def test_whose_a_file_is(tmp_path: Path) -> None:
    target = a_target(tmp_path)

    assert {name: target.is_ours(name) for name in (*sorted(target.files), "none")} == {
        "bare": True,
        "changed": True,
        "other": False,
        "person": False,
        "same": True,
        "none": False,
    }
    assert target.taken_provider_ids() == {"other", "person"}


def test_which_files_stay(tmp_path: Path) -> None:
    target = a_target(tmp_path)
    names = (*sorted(target.files), "none")

    assert [name for name in names if target.is_kept(name, replace=False)] == [
        "bare",
        "changed",
        "other",
        "person",
    ]
    assert [name for name in names if target.is_kept(name, replace=True)] == ["other", "person"]
    assert target.taken_activity_ids(replace=False) == {"choir", "soup", "tea"}
    assert target.taken_activity_ids(replace=True) == {"soup", "tea"}
