"""`finder shortlists`: what an operator does with people's lists."""

import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from finder.cli.list_lines import ListLines, ListLinesError, read_lists
from finder.cli.options import load_settings
from finder.settings import Settings
from finder.shortlists import ShortlistStore, StoreUnavailableError, TooManyToPruneError
from finder.shortlists.open import DriverMissingError, open_store
from finder.shortlists.tokens import EditToken, is_token

STANDARD = "-"
OWNER_ONLY_FILE = 0o600
STORE_FAILURES = (DriverMissingError, StoreUnavailableError, TooManyToPruneError)
# A list's address, from "/list" on. What is around it, a person or a program may have added.
_LINK = re.compile(r"/list/([A-Za-z0-9_-]{22})(/edit)?(?![A-Za-z0-9_-])")


@click.group()
def shortlists() -> None:
    """Look after people's lists: prune, export, import, delete."""


@shortlists.command()
@click.option("--force", is_flag=True, help="Prune even when most of the lists have expired.")
def prune(force: bool) -> None:
    """Delete the lists that have expired. Run it once a day."""
    settings = load_settings()
    with _opened_store(settings) as store:
        pruned = store.prune(now=_now_of(settings), force=force)
    click.echo(f"{_lists(pruned)} had expired and {'is' if pruned == 1 else 'are'} deleted.")


@shortlists.command()
@click.argument("file", default=STANDARD)
def export(file: str) -> None:
    """Write every list to FILE, or to standard output, as lines of JSON.

    FILE must not be there yet. Only its owner can read it.
    """
    settings = load_settings()
    with _opened_store(settings) as store:
        lines = ListLines(lists=store.export(now=_now_of(settings)))
        if file == STANDARD:
            for line in lines:
                click.echo(line)
        else:
            _write_new_file(Path(file), lines)
    click.echo(
        f"{_lists(lines.count)} written: activities, faces, notes and labels. No links: with this "
        "copy nobody can open a list. But notes can be read in it, so keep it as safe as the "
        "lists. Delete it when it is not needed any more.",
        err=True,
    )


@shortlists.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Take in the lists of FILE, which `export` wrote, such as from another store.

    A list that is there already stays as it is. People's links go on working.
    """
    with _opened_store(load_settings()) as store:
        try:
            with file.open("rb") as lines:
                # The whole file is looked at first, so that a wrong one changes nothing.
                every = sum(1 for _ in read_lists(lines))
                lines.seek(0)
                restored = store.restore(read_lists(lines))
        except (ListLinesError, OSError) as error:
            raise click.ClickException(f"{file}: {error} Nothing was taken in.") from error
    click.echo(f"{_lists(restored)} taken in. {every - restored} were there already.")


@shortlists.command()
@click.argument("link", required=False, metavar="[LINK|-]")
@click.option("--all", "every", is_flag=True, help="Delete everybody's lists.")
@click.option("--yes", is_flag=True, help="With --all: do not ask first.")
def delete(link: str | None, every: bool, yes: bool) -> None:
    """Delete one list now, when somebody asks for it, or all of them.

    LINK is the link to look and change. With - it is read from standard input, so that it stays
    out of the shell's history.
    """
    if (link is None) is not every:
        raise click.UsageError("Give the link of a list, or --all.")
    settings = load_settings()
    token = None if link is None else _read_link(link)
    if token is None and not yes:
        click.confirm(
            f"Delete every list of everybody, in {_place_of(settings)}? Nobody can get them back.",
            abort=True,
            err=True,
        )
    with _opened_store(settings) as store:
        if token is None:
            click.echo(f"{_lists(store.clear_all())} deleted.")
        else:
            _delete_one(store, token, now=_now_of(settings))


def _delete_one(store: ShortlistStore, token: EditToken, *, now: datetime) -> None:
    is_there = store.read(token, now=now) is not None
    # A list that has expired is no list any more, but may wait to be pruned.
    store.clear(token)
    if not is_there:
        raise click.ClickException("There is no such list. It may be deleted already.")
    click.echo("The list is deleted.")


def _read_link(link: str) -> EditToken:
    """Return the secret of an edit link, or end with one line. Nothing repeats the link."""
    if link == STANDARD:
        link = sys.stdin.read()
    found = _LINK.search(link)
    token = found[1] if found else ""
    if found is None or not is_token(token):
        raise click.ClickException("This is not the link of a list.")
    if found[2] is None:
        raise click.ClickException(
            "With this link one can only look at the list. Ask for the link to look and change."
        )
    return token


@contextmanager
def _opened_store(settings: Settings) -> Iterator[ShortlistStore]:
    """Open the lists. What the store cannot do ends the command with one line."""
    attempts = _Attempts()
    try:
        with (
            attempts.heard(),
            closing(
                open_store(
                    file=settings.shortlists_file,
                    database_url=settings.database_url,
                    keep_days=settings.list_days,
                    most=settings.list_most,
                )
            ) as store,
        ):
            yield store
    except STORE_FAILURES as error:
        raise click.ClickException(f"{error}{attempts.first}") from error


class _Attempts(logging.Handler):
    """Hears what the connections to PostgreSQL log, and keeps the first: why they failed.

    They log it again and again, and at the end only how long they tried.
    """

    first = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.first = self.first or f" It says: {' '.join(record.getMessage().split())}"

    @contextmanager
    def heard(self) -> Iterator[None]:
        log = logging.getLogger("psycopg.pool")
        log.addHandler(self)
        try:
            yield
        finally:
            log.removeHandler(self)


def _place_of(settings: Settings) -> str:
    """Return where the lists are. The database's address can hold a password."""
    if settings.database_url:
        return "the database that FINDER_DATABASE_URL names"
    return str(settings.shortlists_file)


def _now_of(settings: Settings) -> datetime:
    """Return the time that the site goes by."""
    if settings.today:
        return datetime.combine(date.fromisoformat(settings.today), time(12), tzinfo=UTC)
    return datetime.now(UTC)


def _write_new_file(path: Path, lines: Iterable[bytes]) -> None:
    """Write a file that was not there, whole or not at all, for its owner only."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE)
    except OSError as error:
        raise click.ClickException(str(error)) from error
    is_whole = False
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(line + b"\n" for line in lines)
            file.flush()
            os.fsync(descriptor)
        is_whole = True
    except OSError as error:
        raise click.ClickException(str(error)) from error
    finally:
        if not is_whole:
            path.unlink()


def _lists(count: int) -> str:
    return "1 list" if count == 1 else f"{count} lists"
