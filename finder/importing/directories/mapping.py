"""What a council says about somebody else's directory: which column is which field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from finder.domain.vocabulary import Arrangement
from finder.importing.directories.rules import Rule
from finder.importing.entry import MOST_SENTENCES

NOTHING_SAID = "Nobody has told us more about this yet. You can ask them."


class Format(StrEnum):
    """How the directory is written."""

    CSV = "csv"
    OPEN_REFERRAL = "open-referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSource:
    """One table: the files that hold it, and the columns that tell its rows apart."""

    name: str
    files: tuple[str, ...]
    id_column: str = ""
    name_column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """How an activity's row names the rows of another table: by name, or by id."""

    column: str
    to: str
    separator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How the rows of one table become activities, providers or places.

    `fields` say from which columns each field is read. `access` says which columns tell, with yes
    or no, what a building has. `separators` tell how the cells of a column are divided.
    """

    table: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    join: Join | None = None
    access: Mapping[str, str] = field(default_factory=dict)
    separators: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def columns(self, name: str) -> tuple[str, ...]:
        """Return the columns that a field is read from; none when the mapping has none."""
        return self.fields.get(name, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What is true of every activity of the directory.

    `given` are fields as rules give them; a row, or a rule, that says otherwise goes first.
    """

    lots: tuple[str, ...] = ()
    arrangement: Arrangement = Arrangement.NONE
    given: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """How values are read. `least_age`: what is only for younger people is left out."""

    yes: tuple[str, ...] = ("true", "yes", "y", "1")
    no: tuple[str, ...] = ("false", "no", "n", "0")
    day_first: bool = False
    most_sentences: int = MOST_SENTENCES
    nothing_said: str = NOTHING_SAID
    least_age: int = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryMapping:
    """A whole mapping. `council` is what a council's own file says, for a folder without one.

    `provider_when_missing` names the provider of activities that say none; with an empty text
    they are left out. `run_with` is the sentence for the other organisations that a row names.
    """

    name: str
    format: Format
    council_slug: str
    council: Mapping[str, object]
    tables: tuple[TableSource, ...]
    activities: Part
    providers: Part
    places: Part
    defaults: Defaults = field(default_factory=Defaults)
    reading: ReadingRules = field(default_factory=ReadingRules)
    provider_when_missing: str = ""
    run_with: str = ""

    def table(self, name: str) -> TableSource | None:
        """Return the table of a name, or None."""
        return next((each for each in self.tables if each.name == name), None)
