"""`finder rollback`."""

import click

from finder.cli.options import load_settings
from finder.generations import BuildRunningError, GenerationError, Generations


@click.command()
def rollback() -> None:
    """Serve the build before the one that is live."""
    generations = Generations(load_settings().generations_dir)
    try:
        with generations.writing():
            generation_id = generations.roll_back()
    except (BuildRunningError, GenerationError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{generation_id} is live.")
