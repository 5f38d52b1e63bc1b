"""`finder read`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.outcome import error_of, lines_of
from tests.content_folder import GREEN_DOOR, ContentFolder

SHORT = 'summary = "You cook lunch, and you eat it together."'
HARD = 'summary = "You cook lunch, which we utilise. It is 14:00."'


def test_the_pages_are_a_table(built: Run) -> None:
    lines = lines_of(built("read"))

    assert lines[0] == "# How easy the pages are to read"
    assert lines[2].startswith("The words of the core pages of “exampleshire”")
    rows = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    assert [len(row) for row in rows] == [9] * len(rows)
    assert [row[0].strip() for row in rows[2:5]] == ["Home", "Question: what", "Question: where"]


def test_what_is_hard_is_listed_and_warnings_on_request(
    run: Run, content_folder: ContentFolder
) -> None:
    content_folder.change(GREEN_DOOR, SHORT, HARD)
    assert run("build").exit_code == 0

    errors, every = (
        [line for line in lines_of(run("read", *more)) if "utilise" in line or "14:00" in line]
        for more in ((), ("--warnings",))
    )

    assert all(": error: " in line for line in errors)
    assert any("“utilise” is hard to read. Say “use”." in line for line in errors)
    assert any(": warning: “14:00” is a time of the 24-hour clock." in line for line in every)


def test_the_lists_of_the_site_are_left_alone(built: Run, data_dir: Path) -> None:
    before = sorted(data_dir.iterdir())

    lines_of(built("read", "--council", "exampleshire", FINDER_BASE_URL="https://example.org"))

    assert sorted(data_dir.iterdir()) == before


def test_what_is_not_there_is_one_line(run: Run) -> None:
    assert error_of(run("read")) == "Nothing was built yet. Run `finder build`."
    assert run("build").exit_code == 0
    assert error_of(run("read", "--council", "atlantis")) == (
        "There is no council “atlantis”. Use one of: exampleshire."
    )


def test_a_page_that_the_site_does_not_show_is_one_line(
    built: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates" / "words"
    templates.mkdir(parents=True)
    (templates / "show.html").write_text("{{ nothing_of_this_name }}", encoding="utf-8")

    message = error_of(built("read", FINDER_TEMPLATES_DIR=str(templates.parent)))

    assert message == "The site answered 500 at /exampleshire/words."
