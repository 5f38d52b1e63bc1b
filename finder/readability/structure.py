"""Rules about how a sentence is made: its length, its ideas, its verbs, its punctuation."""

import re
from collections.abc import Iterator

from finder.readability.passive import check_passive
from finder.readability.remark import Remark
from finder.readability.tokens import Token, count_words

LONGEST_SENTENCE_WORDS = 15
LONGEST_LIST_ITEM_WORDS = 4

_CLAUSE_STARTS = frozenset(
    {
        *("because", "but", "if", "so", "then", "when", "where", "while", "who"),
        *("he", "it", "she", "that", "there", "they", "this", "we", "you"),
    }
)
_WHICH = re.compile(r"\bwhich\b")
# After these words "which" asks for a choice, and adds no idea.
_ASKS_WHICH = re.compile(
    r"(?:^|\b(?:about|and|ask|check|choose|chose|decide|find|guess|is|know|learn|me|on|or|out|pick"
    r"|remember|say|see|show|sure|tell|them|us|you|matter)|[:“\"(?])\s*$",
    re.IGNORECASE,
)

_NEGATIVE_WORDS = frozenset({"not", "never", "no", "nobody", "none", "cannot"})
_NOT = r"(?:\b(?:not|never|cannot|nobody|no one)\b|n['’]t\b)"
_DOUBLE_NEGATIVE = re.compile(
    rf"{_NOT}\s+(?:un(?:able|common|friendly|happy|heard|known|kind|like|likely|pleasant"
    r"|reasonable|safe|usual|welcome|willing)|im(?:possible|probable)"
    r"|in(?:frequent|significant|appropriate|accessible))\b"
    rf"|{_NOT}[^.,;]{{0,60}}?\b(?:without|unless|nor|nothing|never|nobody|none)\b"
    r"|\bdo(?: not|n['’]t) (?:hesitate|forget)\b"
    r"|\b(?:no|nobody|no one|none)\s+(?:\w+\s+){0,2}(?:is|are|will|can|do|does)\s+not\b"
    r"|\bnot only\b",
    re.IGNORECASE,
)


def check_structure(hidden: str, tokens: list[Token]) -> Iterator[Remark]:
    """Yield what is hard in how a sentence is made; `hidden` has no times, prices and so on."""
    count = count_words(tokens)
    if count > LONGEST_SENTENCE_WORDS:
        yield Remark(
            "long-sentence",
            f"This sentence has {count} words.",
            f"Use {LONGEST_SENTENCE_WORDS} words or fewer. Make it two sentences.",
            True,
            0,
        )
    words = {token.word for token in tokens}
    yield from _check_ideas(hidden)
    yield from check_passive(hidden, words)
    yield from _check_negatives(hidden, words)
    if "!" in hidden:
        message = "There is an exclamation mark."
        place = hidden.index("!")
        yield Remark("exclamation-mark", message, "Use a full stop.", False, place)


def _check_ideas(hidden: str) -> Iterator[Remark]:
    remedy = "Make two sentences."
    if ";" in hidden:
        message = "A semicolon joins two ideas."
        yield Remark("two-ideas", message, remedy, True, hidden.index(";"))
    for found in _WHICH.finditer(hidden) if "which" in hidden else ():
        if not _ASKS_WHICH.search(hidden[max(0, found.start() - 24) : found.start()]):
            message = "“Which” adds a second idea."
            yield Remark("two-ideas", message, remedy, True, found.start())
            break
    if hidden.count(",") > 1 and count_clauses(hidden) > 1:
        message = "The commas may join more than one idea."
        yield Remark("many-commas", message, remedy, False, hidden.index(","))


def count_clauses(hidden: str) -> int:
    """Return how many stretches after a comma look like ideas, not items of a list.

    An item is short, or begins with a name, a number or a thing that is protected.
    """
    pieces = re.split(r",\s+(?:(?:and|or)\s+)?", hidden)
    return sum(1 for piece in pieces[1:] if _is_clause(piece))


def _is_clause(piece: str) -> bool:
    if not piece.lstrip("“‘\"'(")[:1].islower():
        return False
    items = [item.split() for item in re.split(r"\s(?:and|or)\s", piece)]
    return any(
        len(item) > LONGEST_LIST_ITEM_WORDS or not _CLAUSE_STARTS.isdisjoint(item[:1])
        for item in items
    )


def _check_negatives(hidden: str, words: set[str]) -> Iterator[Remark]:
    may_negate = not _NEGATIVE_WORDS.isdisjoint(words) or "n't" in hidden or "n’t" in hidden
    if may_negate and (found := _DOUBLE_NEGATIVE.search(hidden)):
        message = "Two words here both mean no."
        remedy = "Say what people can do."
        yield Remark("double-negative", message, remedy, False, found.start())
