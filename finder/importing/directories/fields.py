"""Read the fields of one row through a mapping, with a remark for each that cannot be read."""

from collections.abc import Callable
from typing import TypeVar

from finder.importing.directories.mapping import Part
from finder.importing.directories.outcomes import Remark
from finder.importing.directories.rows import Row
from finder.importing.directories.texts import one_line, shorten
from finder.importing.directories.values import (
    ValueNotReadError,
    read_email,
    read_phones,
    read_web_address,
)

Value = TypeVar("Value")

Table = dict[str, object]


class FieldReader:
    """The fields of one row. What is left out of them is remarked on."""

    def __init__(self, row: Row, part: Part, remarks: list[Remark]) -> None:
        self.row = row
        self.part = part
        self.remarks = remarks

    def remark(self, code: str, words: str) -> None:
        remark = Remark(code, words)
        if remark not in self.remarks:
            self.remarks.append(remark)

    def raw(self, name: str) -> str:
        """Return the first text of a field's columns as it is written."""
        return self.row.first(self.part.columns(name))

    def every(self, name: str) -> list[str]:
        """Return the texts of all columns of a field, in the mapping's order."""
        return [text for column in self.part.columns(name) for text in self.row.values(column)]

    def text(self, name: str, *, longest: int) -> str:
        """Return a field's text on one line, cut with a remark when it is too long."""
        whole = one_line(self.raw(name))
        cut = shorten(whole, longest)
        if cut != whole:
            self.remark(
                f"{name}-cut", f"{name} has {len(whole):,} letters. It was cut to {longest}."
            )
        return cut

    def value(self, name: str, read: Callable[[str], Value]) -> Value | None:
        """Return a field as a reader of values understands it, or None."""
        text = self.raw(name)
        if not text:
            return None
        try:
            return read(text)
        except ValueNotReadError as error:
            self.remark(error.code, f"{name}: {error.words} It was left out.")
            return None

    def contact(self) -> Table:
        """Return the ways to ask that a row tells."""
        phones = self.value("phone", read_phones) or ()
        if len(phones) > 1:
            self.remark("more-phones", f"It has {len(phones)} phone numbers. The first came in.")
        told: Table = {
            "phone": phones[0] if phones else None,
            "email": self.value("email", read_email),
            "website": self.value("website", read_web_address),
        }
        return without_blanks(told)


def without_blanks(table: Table) -> Table:
    """Return a table without the fields that say nothing. No is something; "" and [] are not."""
    return {
        name: value
        for name, value in table.items()
        if value is not None and value not in ("", [], {})
    }
