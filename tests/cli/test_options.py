"""What several commands share."""

from datetime import date, datetime
from pathlib import Path

import click
import pytest

from finder.cli.options import LONDON, content_folder, load_settings, today_of
from finder.resources import resource_dir
from finder.settings import Settings


def test_the_content_is_the_one_chosen_or_set_or_the_example() -> None:
    chosen, setting = Path("/chosen"), Settings(content_dir=Path("/set"))

    assert content_folder(chosen, setting) == chosen
    assert content_folder(chosen, Settings()) == chosen
    assert content_folder(None, setting) == Path("/set")
    assert content_folder(None, Settings()) == resource_dir("content")


def test_without_the_example_somebody_has_to_install_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # As if the package were installed in a folder of its own, without its content.
    folders = {"package": tmp_path, "checkout": tmp_path}
    monkeypatch.setattr(resource_dir, "__kwdefaults__", folders)

    with pytest.raises(click.ClickException, match="There is no folder “content”"):
        content_folder(None, Settings())


def test_the_day_is_the_one_set_or_the_day_in_london() -> None:
    before = datetime.now(LONDON).date()
    today = today_of(Settings())

    assert before <= today <= datetime.now(LONDON).date()
    assert today_of(Settings(today="2026-11-21")) == date(2026, 11, 21)


def test_settings_are_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINDER_LIST_DAYS", "7")

    assert load_settings().list_days == 7


def test_a_wrong_setting_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINDER_LIST_DAYS", "many")

    with pytest.raises(click.ClickException, match="FINDER_LIST_DAYS is “many”, not a number"):
        load_settings()
