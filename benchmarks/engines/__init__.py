"""The engines that are compared. Each builds an index, opens it and answers questions alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from benchmarks.asked import Asked
from benchmarks.choices import Counts
from finder.catalogue.contents import Contents

SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What every engine answers: how many, the first 20, and the counts of six kinds of choice."""

    total: int
    ids: tuple[str, ...]
    counts: Counts = field(default_factory=dict)


class Searching(Protocol):
    """An index that is open. Only `find` is on the clock."""

    def prepare(self, asked: Asked) -> Any:
        """Return what `find` is asked with: what a site knows before it searches."""

    def before(self) -> None:
        """Do what has to be done before each question, such as forgetting the one before."""

    def find(self, prepared: Any) -> Any:
        """Return the answer, in the engine's own form."""

    def reply(self, found: Any) -> Reply:
        """Return the answer in the form of all engines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """An engine by its name. Its module is only imported when it is used.

    `options` are of its `Search`. Engines of one module share an index.
    """

    name: str
    module: str
    options: Mapping[str, bool] = field(default_factory=dict)

    @property
    def index_name(self) -> str:
        """Return the name of its index, which engines of one module share."""
        return self.name.partition(",")[0]

    def build(self, folder: Path, contents: Contents) -> None:
        """Write the index of the contents into an empty folder."""
        build: Callable[[Path, Contents], None] = self._import().build
        build(folder, contents)

    def open(self, folder: Path) -> Searching:
        """Open the index in a folder."""
        searching: Searching = self._import().Search(folder, **self.options)
        return searching

    def _import(self) -> Any:
        return import_module(f"benchmarks.engines.{self.module}")


WARM = Engine(name="ours, warm", module="ours")
COLD = Engine(name="ours, cold", module="ours", options={"is_cold": True})
ASKED = Engine(name="ours, as asked", module="ours", options={"is_read": True})
WHOOSH = Engine(name="pure Whoosh", module="pure_whoosh")
FTS5 = Engine(name="SQLite FTS5", module="sqlite_fts5")
TANTIVY = Engine(name="tantivy", module="tantivy_py")
XAPIAN = Engine(name="Xapian", module="xapian_py")
ENGINES = {each.name: each for each in (WARM, COLD, ASKED, TANTIVY, FTS5, XAPIAN, WHOOSH)}
