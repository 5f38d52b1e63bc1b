"""A real directory, where its files are there; they are no part of the repository."""

import os
from pathlib import Path

from benchmarks.asked import CONTENT, TODAY
from benchmarks.example import read_example
from finder.catalogue.contents import Contents
from finder.importing.directories.run import run_import

VARIABLE = "BENCH_DATA"
_NAME = "bristol"
_MAPPING = Path(__file__).parent.parent / "docs" / "mappings" / f"{_NAME}.toml"


def find_directory(chosen: Path | None) -> Path | None:
    """Return the directory's folder within the one chosen, or set; None when it is not there."""
    folder = chosen or (Path(os.environ[VARIABLE]) if VARIABLE in os.environ else None)
    return folder / _NAME if folder and (folder / _NAME).is_dir() else None


def read_directory(source: Path, content: Path) -> Contents:
    """Return the contents that an import of the directory makes, in a new content folder."""
    run_import(mapping_file=_MAPPING, source=source, content=content, example=CONTENT, today=TODAY)
    return read_example(content, _NAME).contents
