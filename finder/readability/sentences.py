"""Cut a text into sentences. A bullet, and a line of its own, is a sentence too."""

import re
from collections.abc import Iterator

from finder.readability.protection import hide_protected

_BULLET = re.compile(r"\s*(?:[-*•‣·–]\s+|#{1,6}\s+|>\s*|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+|\|\s*)*")
_BREAK = re.compile(r"\s*[\t•·|]\s*")
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*(?:[^\W_a-z]|[£\ue000]))")
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Revd|Fr|Sr|Cllr|Sgt|St|Rd|Ave|Tel|tel|Ext|ext|Approx"
    r"|approx|vs|eg|ie|e\.g|i\.e)|(?<![\w.])[A-HJ-Z])\.$"
)
# A line that ends in one of these goes on in the next line, whatever that begins with.
_JOINING = re.compile(
    r"(?:,|\b(?:a|an|and|are|as|at|but|by|for|from|in|into|is|near|of|on|or|our|the|to|with|your))$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b[Nn]o\.\s\d")  # the No. 7 bus
_SHORTEST_WRAPPED_LINE = 45
_SHORTEST_NEXT_WRAPPED_LINE = 25


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order, without their bullets."""
    return [text[start:end] for start, end in find_sentences(text, hide_protected(text))]


def find_sentences(text: str, hidden: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; `hidden` is the text with things protected."""
    for start, end in _find_blocks(hidden):
        for first, last in _find_stops(hidden, start, end):
            last = first + len(hidden[first:last].rstrip())
            if any(character.isalnum() for character in text[first:last]):
                yield first, last


def _find_blocks(hidden: str) -> Iterator[tuple[int, int]]:
    """Yield each line, joined with the next where a long line was only wrapped."""
    start = end = -1
    position = 0
    last_line = ""
    is_wrapped = False
    for line in hidden.splitlines(keepends=True):
        body = line.rstrip()
        is_wrapped = _carries_on(last_line, body, is_wrapped=is_wrapped)
        if not is_wrapped:
            if start >= 0:
                yield start, end
            bullet = _BULLET.match(body)
            start = position + (bullet.end() if bullet else 0) if body else -1
        end = position + len(body)
        position += len(line)
        last_line = body
    if start >= 0:
        yield start, end


def _carries_on(last_line: str, line: str, *, is_wrapped: bool) -> bool:
    """Return whether a line goes on with the sentence of the line before it."""
    shortest = _SHORTEST_NEXT_WRAPPED_LINE if is_wrapped else _SHORTEST_WRAPPED_LINE
    if len(last_line) < shortest or last_line[-1] in ".!?:;…":
        return False
    return line[:1].islower() or (line[:1].isalnum() and bool(_JOINING.search(last_line[-12:])))


def _find_stops(hidden: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one block between full stops and other breaks."""
    for part_start, part_end in _split_at(_BREAK, hidden, start, end):
        first = part_start
        for stop in _STOP.finditer(hidden, part_start, part_end):
            if not _is_short_form(hidden, first, stop):
                yield first, stop.end()
                first = stop.end()
        yield first, part_end


def _is_short_form(hidden: str, first: int, stop: re.Match[str]) -> bool:
    """Return whether a full stop belongs to a short form: Mr. Khan, the No. 7 bus."""
    place = stop.start()
    if stop.group().rstrip() != ".":
        return False
    dotted = hidden[max(first, place - 12) : place + 1]
    return _TITLE.search(dotted) is not None or _NUMBERED.match(hidden, place - 2) is not None


def _split_at(
    pattern: re.Pattern[str], hidden: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    first = start
    for found in pattern.finditer(hidden, start, end):
        yield first, found.start()
        first = found.end()
    yield first, end
