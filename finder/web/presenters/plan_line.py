"""One line of a support plan."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from finder.web.presenters import labels
from finder.web.presenters.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A term and what is said of it. No sentences means: not told.

    `own_cell` is what a file for a spreadsheet has instead. `is_typed` says that it is in the
    words of whoever has the list, in any language. `is_main` says that the page shows it at once,
    and does not fold it with the rest.
    """

    term: str
    sentences: tuple[Sentence, ...] = ()
    own_cell: str = ""
    is_typed: bool = False
    is_main: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """Return what stands in a text: each sentence, or that nobody told."""
        return tuple(each.text for each in self.sentences) or (str(labels.NOT_TOLD),)

    @property
    def cell(self) -> str:
        """Return what stands in a cell: all of it, or nothing when nobody told."""
        return self.own_cell or "; ".join(each.text for each in self.sentences)


def ours_of(term: str, texts: Iterable[str]) -> Line:
    """Return a line in the site's words, or in words that are no language's, such as a price."""
    return Line(term=term, sentences=tuple(Sentence(text) for text in texts if text))


def own_of(term: str, *texts: str) -> Line:
    """Return a line in the provider's or the council's own words, or an address: from left."""
    return Line(
        term=term, sentences=tuple(Sentence(text, is_english=True) for text in texts if text)
    )


def main(line: Line) -> Line:
    """Return a line as one that the page shows at once."""
    return replace(line, is_main=True)
