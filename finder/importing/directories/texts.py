"""Turn the texts of other people's directories into plain sentences that content can hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from finder.importing.directories.markup import Block, BlockKind, blocks_of
from finder.importing.directories.rows import plain_key, tidied
from finder.importing.entry import LONGEST_SENTENCE
from finder.readability.sentences import split_sentences

LONGEST_SUMMARY = 200
_MOST_WORDS_IN_ITEM = 8
_FEWEST_WORDS_IN_SUMMARY = 4
_MOST_SENTENCES_BEFORE_SUMMARY = 5
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*$")
_LEADING_MARKS = re.compile(r"^[\s.,;:!?…•·|/\\-]+(?=\S)")
# Where a sentence that is too long is best cut in two: at the first of these that it has.
_BREAKS = ("; ", ": ", " – ", " - ", ", ", " ")


def one_line(text: str) -> str:
    """Return a text on one line, with no tags, no entities and nothing that cannot be seen."""
    blocks, _ = blocks_of(tidied(text))
    return " ".join(tidied(" ".join(block.text for block in blocks)).split())


def shorten(text: str, longest: int) -> str:
    """Return a text cut after a whole word, with "…" in place of the rest."""
    if len(text) <= longest:
        return text
    head, space, _ = text[:longest].rpartition(" ")
    kept = head if space else text[: longest - 1]
    return kept.rstrip(" ,;:–-") + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a text says: one sentence that sums it up, and the others.

    `left_out` counts the sentences beyond the most that were asked for, `links` the web addresses
    that stood behind words. `is_cut` says that the summary is the beginning of a longer sentence,
    which then stands whole among the others.
    """

    summary: str = ""
    sentences: tuple[str, ...] = ()
    left_out: int = 0
    links: int = 0
    is_cut: bool = False


def describe(texts: Iterable[str], *, most: int, name: str = "") -> Description:
    """Return what some texts, with or without HTML, say in at most so many sentences.

    A sentence that only repeats the name of the thing says nothing, and goes.
    """
    sentences: list[str] = []
    links = 0
    for text in texts:
        blocks, addresses = blocks_of(tidied(text))
        sentences += _sentences(blocks)
        links += addresses
    told = [each for each in dict.fromkeys(sentences) if plain_key(each) != plain_key(name)]
    sentences = [piece for each in told for piece in _pieces(each)]
    if not sentences:
        return Description(links=links)
    place = _place_of_summary(sentences)
    whole = sentences[place]
    summary = shorten(whole, LONGEST_SUMMARY)
    others = sentences if summary != whole else sentences[:place] + sentences[place + 1 :]
    return Description(
        summary=summary,
        sentences=tuple(others[:most]),
        left_out=max(0, len(others) - most),
        links=links,
        is_cut=summary != whole,
    )


def _place_of_summary(sentences: list[str]) -> int:
    """Return which of the first sentences says what it is: not a heading of a word or two."""
    for place, sentence in enumerate(sentences[:_MOST_SENTENCES_BEFORE_SUMMARY]):
        if len(sentence.split()) >= _FEWEST_WORDS_IN_SUMMARY and not sentence.endswith(":"):
            return place
    return 0


def _sentences(blocks: list[Block]) -> Iterator[str]:
    for text in _with_lists_joined(blocks):
        for sentence in split_sentences(text):
            tidy = _LEADING_MARKS.sub("", " ".join(tidied(sentence).split()))
            yield _ended(tidy)


def _ended(sentence: str) -> str:
    return sentence if _ENDS.search(sentence) else sentence.rstrip(" ,;–-") + "."


def _pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence in pieces that content can hold. Nothing of it is lost."""
    while len(sentence) > LONGEST_SENTENCE:
        at = _place_to_break(sentence)
        yield sentence[:at].rstrip()
        sentence = sentence[at:].lstrip()
    yield sentence


def _place_to_break(sentence: str) -> int:
    for mark in _BREAKS:
        at = sentence.rfind(mark, LONGEST_SENTENCE // 3, LONGEST_SENTENCE)
        if at >= 0:
            return at + len(mark)
    return LONGEST_SENTENCE


def _with_lists_joined(blocks: list[Block]) -> Iterator[str]:
    """Yield the texts of the blocks, with the short items of each list made into one sentence."""
    beginning = ""
    items: list[str] = []
    for block in (*blocks, Block("")):
        if block.kind is BlockKind.ITEM and _is_short(block.text):
            items.append(block.text.rstrip(" .,;"))
            continue
        if beginning or items:
            yield f"{beginning} {_listed(items)}".strip()
        beginning, items = "", []
        if block.text.endswith(":"):
            beginning = block.text
        else:
            yield block.text


def _is_short(item: str) -> bool:
    return len(item.split()) <= _MOST_WORDS_IN_ITEM and not re.search(r"[.!?]\s", item)


def _listed(items: list[str]) -> str:
    """Return "soup, tea and cake"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
