"""A file for a spreadsheet, as comma-separated values that no program takes for formulas."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# Excel takes a file without this mark for one in the letters of the machine.
BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet works out a cell that begins so, and what it works out may do harm. The last four
# are the same signs as East Asian keyboards write them.
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def make_csv(heads: Sequence[str], rows: Iterable[Sequence[str]], *, not_told: str) -> str:
    """Return the file. Every cell is safe and on one line; an empty one says `not_told`."""
    file = StringIO(newline="")
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file)
    writer.writerow(heads)
    writer.writerows([safe_cell(cell, not_told) for cell in row] for row in rows)
    return file.getvalue()


def safe_cell(text: str, not_told: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula; never an empty one.

    See OWASP, "CSV Injection". A telephone number that begins with + is marked as text as well.
    """
    tidy = " ".join(text.split()) or not_told
    return f"'{tidy}" if tidy.startswith(FORMULA_SIGNS) else tidy
