"""`finder build`."""

from pathlib import Path

import click

from finder.catalogue.build import CatalogueNotWrittenError
from finder.cli.issues import print_issues
from finder.cli.options import (
    TRY_LATER,
    content_folder,
    content_option,
    load_settings,
    today_of,
)
from finder.generations import BuildRunningError, GenerationError, Generations
from finder.geo.gazetteer import GazetteerError
from finder.pipeline import BuildRefusedError
from finder.pipeline import build as build_generation

# What can keep a build from being put live, besides another build.
FAILURES = (
    BuildRefusedError,
    CatalogueNotWrittenError,
    GazetteerError,
    GenerationError,
    OSError,
)


@click.command()
@content_option
@click.option("--force", is_flag=True, help="Build even when many entries are wrong or gone.")
@click.option("--quiet", is_flag=True, help="Say nothing of warnings.")
def build(content: Path | None, force: bool, quiet: bool) -> None:
    """Build the content and put it live.

    Entries with errors are left out. When the build fails, the live site stays as it is.
    """
    settings = load_settings()
    try:
        report = build_generation(
            content_folder(content, settings),
            Generations(settings.generations_dir),
            today=today_of(settings),
            force=force,
        )
    except BuildRunningError as error:
        click.echo(f"Error: {error}", err=True)
        raise SystemExit(TRY_LATER) from error
    except FAILURES as error:
        raise click.ClickException(f"{error} The live site stays as it is.") from error
    print_issues(report.issues, warnings=not quiet)
    for slug, count in report.activities.items():
        click.echo(f"{slug}: {count} activities.")
    if report.refused:
        click.echo(f"{report.refused} entries with errors were left out.")
    click.echo(f"Built {report.generation_id}. It is live.")
