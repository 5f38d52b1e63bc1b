"""The command line: one module for each command."""

import click

from finder import __version__
from finder.cli.build import build
from finder.cli.check import check
from finder.cli.import_ import import_
from finder.cli.places import places
from finder.cli.read import read
from finder.cli.rollback import rollback
from finder.cli.search import search
from finder.cli.serve import serve
from finder.cli.shortlists import shortlists


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="finder")
def main() -> None:
    """Build, check and serve an easy-read finder of things to do."""


for _command in (build, check, import_, places, read, rollback, search, serve, shortlists):
    main.add_command(_command)
