"""What several commands share: the settings, the content folder and the day."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from finder.resources import ResourceMissingError, resource_dir
from finder.settings import Settings, SettingsError, read_settings

LONDON = ZoneInfo("Europe/London")
# The exit code that means "try again later" (sysexits.h, EX_TEMPFAIL).
TRY_LATER = 75

content_option = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The content folder. Without it, FINDER_CONTENT_DIR or the example content.",
)


def load_settings() -> Settings:
    """Return the settings, or end with one line that says which is wrong."""
    try:
        return read_settings()
    except SettingsError as error:
        raise click.ClickException(str(error)) from error


def content_folder(chosen: Path | None, settings: Settings) -> Path:
    """Return the content folder: the one chosen, the one set, or the example."""
    if chosen or settings.content_dir:
        return chosen or settings.content_dir or Path()
    try:
        return resource_dir("content")
    except ResourceMissingError as error:
        raise click.ClickException(str(error)) from error


def today_of(settings: Settings) -> date:
    """Return the day in London, or the day that the settings pretend."""
    if settings.today:
        return date.fromisoformat(settings.today)
    return datetime.now(LONDON).date()
