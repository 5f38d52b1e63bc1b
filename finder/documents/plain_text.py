"""A text that can be pasted anywhere: short lines, and no signs that an old system spoils."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

LONGEST_LINE = 76
_INDENT = "  "
# Signs that are written otherwise where there is only ASCII. The sign of the pound stays.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚′´`", "'"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•·∙", "-"),
        "…": "...",
        "⁄": "/",
        "×": "x",
        "€": "EUR ",
        "→": "->",
    }
)
# They cannot be seen, but some languages are not written right without them.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A heading with its lines, each a term and what is said of it."""

    heading: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def make_plain_text(title: str, intro: Sequence[str], blocks: Iterable[TextBlock]) -> str:
    """Return the text, with no line longer than 76 signs but one that is a single long address."""
    parts = [[*_wrapped(title.upper()), *(line for text in intro for line in _wrapped(text))]]
    parts += [list(_block(block)) for block in blocks]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _block(block: TextBlock) -> Iterator[str]:
    heading = _wrapped(block.heading)
    yield from heading
    yield "-" * max(map(len, heading))
    for term, values in block.lines:
        if len(values) == 1:
            yield from _wrapped(f"{term}: {values[0]}", hang=_INDENT)
            continue
        yield from _wrapped(f"{term}:")
        for value in values:
            yield from _wrapped(value, start=f"{_INDENT}- ", hang=_INDENT * 2)


def _wrapped(text: str, *, start: str = "", hang: str = "") -> list[str]:
    return wrap(
        plain(text),
        LONGEST_LINE,
        initial_indent=start,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [start]


def plain(text: str) -> str:
    """Return a text on one line with plain signs, and without those that cannot be seen."""
    simple = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    seen = (
        " " if sign.isspace() else sign
        for sign in simple
        if sign.isspace() or sign in _JOINERS or not unicodedata.category(sign).startswith("C")
    )
    return " ".join("".join(seen).split())
