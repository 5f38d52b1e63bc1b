"""`finder check`."""

from pathlib import Path

import click

from finder.cli.issues import print_issues
from finder.cli.options import content_folder, content_option, load_settings, today_of
from finder.domain.issue import has_errors
from finder.geo.gazetteer import GazetteerError
from finder.pipeline import check_content


@click.command()
@content_option
@click.option("--errors-only", is_flag=True, help="Leave the warnings out.")
def check(content: Path | None, errors_only: bool) -> None:
    """Say what is wrong with the content, and what to do about it.

    Every problem is one line. The exit code is 1 when any is an error.
    """
    settings = load_settings()
    try:
        tree = check_content(content_folder(content, settings), today=today_of(settings))
    except GazetteerError as error:
        raise click.ClickException(str(error)) from error
    print_issues(tree.issues, warnings=not errors_only)
    for each in tree.councils:
        if each.contents is not None:
            click.echo(
                f"{each.slug}: {len(each.contents.activities)} activities of "
                f"{len(each.contents.providers)} providers."
            )
    if has_errors(tree.issues):
        raise SystemExit(1)
