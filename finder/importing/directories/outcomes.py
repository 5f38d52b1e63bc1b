"""What became of each row: imported, joined into another row, or refused with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from finder.importing.directories.rows import Row
from finder.importing.directories.texts import one_line, shorten

LONGEST_SHOWN_NAME = 120


class Outcome(StrEnum):
    """What became of a row."""

    IMPORTED = "imported"
    JOINED = "joined"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was left out of a row, or changed, on the way in."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """The report's line about one row.

    `code` and `words` say why, for a row that was refused or joined. `became` is the id of the
    activity, or the provider's file. `unknown` names the facts that stay unknown.
    """

    file: str
    row: int
    row_id: str = ""
    name: str = ""
    outcome: Outcome
    code: str = ""
    words: str = ""
    became: str = ""
    unknown: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class RowNames:
    """The columns that tell the rows of a table apart."""

    id_columns: tuple[str, ...] = ()
    name_columns: tuple[str, ...] = ()

    def id_of(self, row: Row) -> str:
        return shorten(one_line(row.first(self.id_columns)), LONGEST_SHOWN_NAME)

    def name_of(self, row: Row) -> str:
        return shorten(one_line(row.first(self.name_columns)), LONGEST_SHOWN_NAME)

    def refused(
        self, row: Row, code: str, words: str, remarks: Iterable[Remark] = ()
    ) -> RowOutcome:
        """Return the line of a row that does not come in."""
        return RowOutcome(
            file=row.file,
            row=row.number,
            row_id=self.id_of(row),
            name=self.name_of(row),
            outcome=Outcome.REFUSED,
            code=code,
            words=words,
            remarks=tuple(remarks),
        )

    def joined(self, row: Row, code: str, words: str, *, became: str = "") -> RowOutcome:
        """Return the line of a row that came in as a part of another."""
        return RowOutcome(
            file=row.file,
            row=row.number,
            row_id=self.id_of(row),
            name=self.name_of(row),
            outcome=Outcome.JOINED,
            code=code,
            words=words,
            became=became,
        )
