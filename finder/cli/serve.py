"""`finder serve`."""

import socket

import click

from finder.cli.options import load_settings
from finder.generations import NOTHING_BUILT, Generations
from finder.settings import Settings
from finder.shortlists.open import DriverMissingError, open_store


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 32))
@click.option("--threads", default=4, show_default=True, type=click.IntRange(1, 32))
def serve(host: str, port: int, workers: int, threads: int) -> None:
    """Serve the site. Put a reverse proxy in front of it when it is public."""
    # A request's address can hold a postcode, so the server's own access log stays off; the site
    # writes one line a request itself, without it.
    from granian import Granian  # Only this command needs the server.
    from granian.constants import Interfaces

    settings = load_settings()
    _check_is_free(host, port)
    if not Generations(settings.generations_dir).ids():
        raise click.ClickException(NOTHING_BUILT)
    _check_lists_can_be_kept(settings)
    click.echo(f"The site is on http://{host}:{port}. Press Ctrl and C to stop.")
    Granian(
        "finder.wsgi:app",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_access=False,
    ).serve()


def _check_is_free(host: str, port: int) -> None:
    """End with one line when something else listens there; the server would share the port."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise click.ClickException(
            f"{host}, port {port} cannot be used: {error}. Choose another with --host or --port."
        ) from error


def _check_lists_can_be_kept(settings: Settings) -> None:
    """End with one line when what speaks with the database of the lists is not installed."""
    try:
        open_store(
            file=settings.shortlists_file,
            database_url=settings.database_url,
            keep_days=settings.list_days,
            most=settings.list_most,
        ).close()
    except DriverMissingError as error:
        raise click.ClickException(str(error)) from error
