"""What one rule says about one place in one sentence."""

from typing import NamedTuple


class Remark(NamedTuple):
    """A finding before its excerpt is cut: `start` is its place in the sentence."""

    code: str
    message: str
    remedy: str
    is_error: bool
    start: int
