"""Writing what an import made."""

from pathlib import Path

from finder.importing.directories.write import copy_shared


def test_only_what_is_missing_is_copied(tmp_path: Path) -> None:
    example, content = tmp_path / "example", tmp_path / "content"
    (example / "pages").mkdir(parents=True)
    (example / "pages" / "help.md").write_text("# Help", "utf-8")
    (example / "interests.toml").write_text("a", "utf-8")
    (example / "words.toml").write_text("a", "utf-8")
    content.mkdir()
    (content / "words.toml").write_text("mine", "utf-8")

    assert copy_shared(example, content) == ["interests.toml", "pages"]
    assert (content / "words.toml").read_text("utf-8") == "mine"
    assert (content / "pages" / "help.md").read_text("utf-8") == "# Help"
