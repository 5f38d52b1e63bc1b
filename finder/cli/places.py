"""Make the tables of postcodes and towns."""

from pathlib import Path

import click

from finder.importing.places.build import PlacesMade, build_places
from finder.importing.places.errors import PlacesError

MOST_ISSUES_SHOWN = 20


@click.command("places")
@click.option(
    "--source",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="Code-Point Open: the zip, its folder, or a package that holds its tables.",
)
@click.option(
    "--towns",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="GeoNames, for new towns: cities500.json, or the package that holds it.",
)
@click.option(
    "--out",
    "folder",
    default=Path("content/places"),
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder with outcodes-of-councils.toml and towns.csv, where the tables go.",
)
@click.option(
    "--edition",
    default="",
    metavar="YEAR-MONTH",
    help="The month that the postcodes are from, if the source does not say it.",
)
def places(source: Path, towns: Path | None, folder: Path, edition: str) -> None:
    """Make the tables of postcodes and towns from public sources."""
    try:
        made = build_places(source=source, towns=towns, folder=folder, edition=edition)
    except PlacesError as error:
        raise click.ClickException(str(error)) from error
    _print_issues(made)
    _print_counts(made)


def _print_issues(made: PlacesMade) -> None:
    for issue in made.issues[:MOST_ISSUES_SHOWN]:
        click.echo(str(issue), err=True)
    if len(made.issues) > MOST_ISSUES_SHOWN:
        click.echo(f"… and {len(made.issues) - MOST_ISSUES_SHOWN:,} more.", err=True)


def _print_counts(made: PlacesMade) -> None:
    counts = made.counts
    click.echo(
        f"Read {made.rows:,} postcodes of {made.edition} in {made.tables} tables."
        f" {made.unplaced:,} have no known place."
    )
    click.echo(
        f"Kept {counts.postcodes:,} postcodes of {counts.outcodes_in_full} outcodes,"
        f" {counts.sectors:,} sectors, {counts.outcodes:,} outcodes and {counts.towns:,} towns."
    )
    for name, size in sorted(made.sizes.items()):
        click.echo(f"{name}: {size:,} bytes")
