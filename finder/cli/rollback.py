"""`finder rollback`."""

import click

from finder.cli.options import TRY_LATER, load_settings
from finder.generations import BuildRunningError, GenerationError, Generations


@click.command()
def rollback() -> None:
    """Serve the build before the one that is live."""
    generations = Generations(load_settings().generations_dir)
    try:
        with generations.writing():
            generation_id = generations.roll_back()
    except BuildRunningError as error:
        click.echo(f"Error: {error}", err=True)
        raise SystemExit(TRY_LATER) from error
    except (GenerationError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{generation_id} is live.")
