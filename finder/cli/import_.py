"""`finder import`."""

from pathlib import Path

import click

from finder.cli.options import load_settings, today_of
from finder.domain.issue import has_errors
from finder.importing.directories.report import ImportReport, as_csv, as_json, as_text
from finder.importing.directories.run import run_import
from finder.resources import ResourceMissingError, resource_dir

_WRITERS = {".csv": as_csv, ".json": as_json}


@click.command("import")
@click.option(
    "--mapping",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The mapping: which column is which field.",
)
@click.option(
    "--source",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder with the directory's files.",
)
@click.option(
    "--to",
    "content",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The content folder. A new one is made ready.",
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a line a row to a file that ends in .csv or .json. Can be given twice.",
)
@click.option("--replace", is_flag=True, help="Write also over files that a person changed.")
@click.option("--verbose", is_flag=True, help="Say what became of every row.")
def import_(
    mapping: Path,
    source: Path,
    content: Path,
    reports: tuple[Path, ...],
    replace: bool,
    verbose: bool,
) -> None:
    """Bring somebody else's directory into content.

    The exit code is 1 when nothing could be brought in.
    """
    for path in reports:
        if path.suffix.lower() not in _WRITERS:
            raise click.ClickException(f"“{path}” does not end in .csv or .json.")
    settings = load_settings()
    try:
        done = run_import(
            mapping_file=mapping,
            source=source,
            content=content,
            example=resource_dir("content"),
            today=today_of(settings),
            replace=replace,
        )
        for path in reports:
            path.write_text(_WRITERS[path.suffix.lower()](done), "utf-8", newline="")
    except (OSError, ResourceMissingError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(as_text(done, verbose=verbose))
    _finish(done)


def _finish(done: ImportReport) -> None:
    if has_errors(done.issues):
        raise click.ClickException("Nothing was brought in. Mend what is above, and try again.")
    if not done.has_imported:
        raise click.ClickException("No row could be brought in.")
