"""Rules about how a sentence is made: its length, its ideas, its verbs, its punctuation."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from finder.readability.protection import HIDDEN
from finder.readability.tokens import Token, count_words

LONGEST_SENTENCE_WORDS = 15
LONGEST_LIST_ITEM_WORDS = 4


# No passive or double negative is without one of these, so the slow patterns can wait for them.
_BE_WORDS = frozenset(
    {
        *("am", "is", "are", "was", "were", "be", "been", "being"),
        *("get", "gets", "getting", "you're", "they're", "we're"),
    }
)
_NEGATIVE_WORDS = frozenset({"not", "never", "no", "nobody", "none", "cannot"})


class Remark(NamedTuple):
    """A finding before its excerpt is cut: `start` is its place in the sentence."""

    code: str
    message: str
    remedy: str
    is_error: bool
    start: int


_BE = r"(?:am|is|are|was|were|be|been|being|gets?|getting|[a-z]+['’]re)"
_BETWEEN = r"(?:(?:not|also|only|always|still|then|often|now|all|[a-z]+ly)\s+){0,2}"
# What institutions do to people, mostly without saying who does it.
_INSTITUTIONAL = (
    "accepted|accommodated|accompanied|acknowledged|actioned|addressed|administered|advised"
    "|agreed|afforded|allocated|anticipated|appointed|approved|assessed|assigned|assisted|awarded"
    "|calculated|cascaded|catered|charged|circulated|co-?ordinated|collated|commissioned|completed"
    "|conducted|considered|consulted|contacted|coordinated|dealt|deemed|delivered|determined"
    "|developed|directed|discharged|discussed|distributed|embedded|employed|empowered|enabled"
    "|encouraged|enrolled|established|evaluated|expected|facilitated|forwarded|funded|governed"
    "|granted|identified|implemented|incurred|informed|introduced|invoiced|issued|located"
    "|maintained|managed|matched|met|monitored|notified|obtained|offered|organised|permitted"
    "|placed|prioritised|procured|progressed|prohibited|promoted|provided|purchased|recommended"
    "|recorded|recruited|reduced|referred|regulated|reimbursed|rejected|reported|requested"
    "|required|reserved|resourced|restricted|reviewed|revised|scheduled|selected|signposted"
    "|sourced|specified|staffed|submitted|subsidised|supervised|supplied|supported|targeted"
    "|transferred|treated|undertaken|updated|utilised|valued|vetted|welcomed|withdrawn"
)
_IRREGULAR = (
    "brought|chosen|done|found|given|held|kept|left|led|made|paid|put|read|run|seen|sent|shown"
    "|sold|sought|taken|taught|told|written"
)
# These tell how somebody or something is, though they look like what somebody did.
_STATES = (
    "aged|allowed|amazed|ashamed|based|bored|called|closed|concerned|confused|covered|crowded"
    "|delighted|disabled|disappointed|dressed|embarrassed|excited|finished|frightened|heated"
    "|indeed|interested|involved|limited|locked|married|mixed|needed|pleased|prepared|qualified"
    "|relaxed|retired|scared|seated|skilled|supposed|surprised|surrounded|tired|trained|upset"
    "|used|worried"
)
_INSTITUTIONAL_PASSIVE = re.compile(rf"\b{_BE}\s+{_BETWEEN}(?:{_INSTITUTIONAL})\b", re.IGNORECASE)
_OTHER_PASSIVE = re.compile(
    rf"\b(?:be|been|being)\s+{_BETWEEN}(?!(?:{_STATES})\b)(?:[a-z]{{3,}}ed|{_IRREGULAR})\b"
    r"|\b(?:is|are|was|were)\s+(?:given|held|taught)\b",
    re.IGNORECASE,
)
# "By" a bus, a river or a time does not say who did it.
_AGENT_PASSIVE = re.compile(
    rf"\b{_BE}\s+{_BETWEEN}(?!(?:{_STATES})\b)(?:[a-z]{{2,}}ed|{_IRREGULAR})"
    rf"\s+(?:[a-z]+\s+){{0,3}}?by\s+(?!{HIDDEN}|\d|(?:the\s+)?(?:air|bike|boat|bus|canal|car|coach"
    r"|cycle|door|email|end|ferry|foot|gate|hand|lake|letter|lunch|minibus|noon|phone|pool|post"
    r"|rail|river|sea|station|taxi|text|then|train|tram|tube|underground|video|way|window)\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|now|your?self|yourselves)",
    re.IGNORECASE,
)

_CLAUSE_STARTS = frozenset(
    {
        *("because", "but", "if", "so", "then", "when", "where", "while", "who"),
        *("he", "it", "she", "that", "there", "they", "this", "we", "you"),
    }
)
_WHICH = re.compile(r"\bwhich\b")
_ASKS_CLAUSE_STARTS = frozenset(
    {
        *("because", "but", "if", "so", "then", "when", "where", "while", "who"),
        *("he", "it", "she", "that", "there", "they", "this", "we", "you"),
    }
)
_WHICH = re.compile(
    r"(?:^|\b(?:about|and|ask|check|choose|chose|decide|find|guess|is|know|learn|me|on|or|out|pick"
    r"|remember|say|see|show|sure|tell|them|us|you|matter)|[:“\"(?])\s*$",
    re.IGNORECASE,
)

_NOT = r"(?:\b(?:not|never|cannot|nobody|no one)\b|n['’]t\b)"
_DOUBLE_NEGATIVES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NOT}\s+(?:un(?:able|common|friendly|happy|heard|known|kind|like|likely|pleasant"
        r"|reasonable|safe|usual|welcome|willing)|im(?:possible|probable)"
        r"|in(?:frequent|significant|appropriate|accessible))\b",
        rf"{_NOT}[^.,;]{{0,60}}?\b(?:without|unless|nor|nothing|never|nobody|none)\b",
        r"\bdo(?: not|n['’]t) (?:hesitate|forget)\b",
        r"\b(?:no|nobody|no one|none)\s+(?:\w+\s+){0,2}(?:is|are|will|can|do|does)\s+not\b",
        r"\bnot only\b",
    )
)

# No passive or double negative is without one of these, so the slow patterns can wait for them.
_BE_WORDS = frozenset(
    {
        *("am", "is", "are", "was", "were", "be", "been", "being"),
        *("get", "gets", "getting", "you're", "they're", "we're"),
    }
)
_NEGATIVE_WORDS = frozenset({"not", "never", "no", "nobody", "none", "cannot"})


class Remark(NamedTuple):
    """A finding before its excerpt is cut: `start` is its place in the sentence."""

    code: str
    message: str
    remedy: str
    is_error: bool
    start: int


_BE = r"(?:am|is|are|was|were|be|been|being|gets?|getting|[a-z]+['’]re)"
_BETWEEN = r"(?:(?:not|also|only|always|still|then|often|now|all|[a-z]+ly)\s+){0,2}"
# What institutions do to people, mostly without saying who does it.
_INSTITUTIONAL = (
    "accepted|accommodated|accompanied|acknowledged|actioned|addressed|administered|advised"
    "|agreed|afforded|allocated|anticipated|appointed|approved|assessed|assigned|assisted|awarded"
    "|calculated|cascaded|catered|charged|circulated|co-?ordinated|collated|commissioned|completed"
    "|conducted|considered|consulted|contacted|coordinated|dealt|deemed|delivered|determined"
    "|developed|directed|discharged|discussed|distributed|embedded|employed|empowered|enabled"
    "|encouraged|enrolled|established|evaluated|expected|facilitated|forwarded|funded|governed"
    "|granted|identified|implemented|incurred|informed|introduced|invoiced|issued|located"
    "|maintained|managed|matched|met|monitored|notified|obtained|offered|organised|permitted"
    "|placed|prioritised|procured|progressed|prohibited|promoted|provided|purchased|recommended"
    "|recorded|recruited|reduced|referred|regulated|reimbursed|rejected|reported|requested"
    "|required|reserved|resourced|restricted|reviewed|revised|scheduled|selected|signposted"
    "|sourced|specified|staffed|submitted|subsidised|supervised|supplied|supported|targeted"
    "|transferred|treated|undertaken|updated|utilised|valued|vetted|welcomed|withdrawn"
)
_IRREGULAR = (
    "brought|chosen|done|found|given|held|kept|left|led|made|paid|put|read|run|seen|sent|shown"
    "|sold|sought|taken|taught|told|written"
)
# These tell how somebody or something is, though they look like what somebody did.
_STATES = (
    "aged|allowed|amazed|ashamed|based|bored|called|closed|concerned|confused|covered|crowded"
    "|delighted|disabled|disappointed|dressed|embarrassed|excited|finished|frightened|heated"
    "|indeed|interested|involved|limited|locked|married|mixed|needed|pleased|prepared|qualified"
    "|relaxed|retired|scared|seated|skilled|supposed|surprised|surrounded|tired|trained|upset"
    "|used|worried"
)
_INSTITUTIONAL_PASSIVE = re.compile(rf"\b{_BE}\s+{_BETWEEN}(?:{_INSTITUTIONAL})\b", re.IGNORECASE)
_OTHER_PASSIVE = re.compile(
    rf"\b(?:be|been|being)\s+{_BETWEEN}(?!(?:{_STATES})\b)(?:[a-z]{{3,}}ed|{_IRREGULAR})\b"
    r"|\b(?:is|are|was|were)\s+(?:given|held|taught)\b",
    re.IGNORECASE,
)
# "By" a bus, a river or a time does not say who did it.
_AGENT_PASSIVE = re.compile(
    rf"\b{_BE}\s+{_BETWEEN}(?!(?:{_STATES})\b)(?:[a-z]{{2,}}ed|{_IRREGULAR})"
    rf"\s+(?:[a-z]+\s+){{0,3}}?by\s+(?!{HIDDEN}|\d|(?:the\s+)?(?:air|bike|boat|bus|canal|car|coach"
    r"|cycle|door|email|end|ferry|foot|gate|hand|lake|letter|lunch|minibus|noon|phone|pool|post"
    r"|rail|river|sea|station|taxi|text|then|train|tram|tube|underground|video|way|window)\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|now|your?self|yourselves)",
    re.IGNORECASE,
)

_CLAUSE_STARTS = frozenset(
    {
        *("because", "but", "if", "so", "then", "when", "where", "while", "who"),
        *("he", "it", "she", "that", "there", "they", "this", "we", "you"),
    }
)
_WHICH = re.compile(r"\bwhich\b")
_ASKS_CLAUSE_STARTS = frozenset(
    {
        *("because", "but", "if", "so", "then", "when", "where", "while", "who"),
        *("he", "it", "she", "that", "there", "they", "this", "we", "you"),
    }
)
_WHICH = re.compile(
    r"(?:^|\b(?:about|and|ask|check|choose|chose|decide|find|guess|is|know|learn|me|on|or|out|pick"
    r"|remember|say|see|show|sure|tell|them|us|you|matter)|[:“\"(?])\s*$",
    re.IGNORECASE,
)

_DOUBLE_NEGATIVES = (
    re.compile(
        r"\b(?:not|n['’]t|never)\s+(?:un(?:able|common|friendly|happy|heard|known|kind|like"
        r"|likely|pleasant|reasonable|safe|usual|welcome|willing)|im(?:possible|probable)"
        r"|in(?:frequent|significant|appropriate|accessible))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:not|never|cannot|can['’]t|won['’]t|n['’]t|nobody|no one)\b[^.,;]{0,60}?"
        r"\b(?:without|unless|nor|nothing|never|nobody|none)\b",
        re.IGNORECASE,
    ),
    re.compile(r"(?<=n['’]t)\s[^.,;]{0,60}?\b(?:without|unless|nor|nothing|never|nobody|none)\b"),
    re.compile(r"\bdo(?: not|n['’]t) (?:hesitate|forget)\b", re.IGNORECASE),
    re.compile(r"\b(?:no|nobody|no one|none)\s+(?:\w+\s+){0,2}(?:is|are|will|can|do|does)\s+not\b"),
    re.compile(r"\bnot only\b", re.IGNORECASE),
)


def check_structure(hidden: str, tokens: list[Token]) -> Iterator[Remark]:
    """Yield what is hard in how a sentence is made; `hidden` has no times, prices and so on."""
    words = count_words(tokens)
    if words > LONGEST_SENTENCE_WORDS:
        yield Remark(
            "long-sentence",
            f"This sentence has {words} words.",
            f"Use {LONGEST_SENTENCE_WORDS} words or fewer. Make it two sentences.",
            True,
            0,
        )
    yield from _check_ideas(hidden)
    used = {token.word for token in tokens}
    if not _BE_WORDS.isdisjoint(used):
        yield from _check_passive(hidden)
    may_negate = not _NEGATIVE_WORDS.isdisjoint(used) or "n't" in hidden or "n’t" in hidden
    for pattern in _DOUBLE_NEGATIVES if may_negate else ():
        if found := pattern.search(hidden):
            yield Remark(
                "double-negative",
                "Two words here both mean no.",
                "Say what people can do.",
                False,
                found.start(),
            )
            break
    if "!" in hidden:
        yield Remark(
            "exclamation-mark",
            "There is an exclamation mark.",
            "Use a full stop.",
            False,
            hidden.index("!"),
        )


def _check_ideas(hidden: str) -> Iterator[Remark]:
    remedy = "Make two sentences."
    if ";" in hidden:
        message = "A semicolon joins two ideas."
        yield Remark("two-ideas", message, remedy, True, hidden.index(";"))
    for found in _WHICH.finditer(hidden) if "which" in hidden else ():
        if not _ASKS_WHICH.search(hidden, 0, found.start()):
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
    words = piece.split()
    if not words or not piece.lstrip("“‘\"'(")[:1].islower():
        return False
    return words[0] in _CLAUSE_STARTS or len(words) > LONGEST_LIST_ITEM_WORDS


def _check_passive(hidden: str) -> Iterator[Remark]:
    for pattern, is_error in (
        (_INSTITUTIONAL_PASSIVE, True),
        (_AGENT_PASSIVE, False),
        (_OTHER_PASSIVE, False),
    ):
        if found := pattern.search(hidden):
            yield Remark(
                "passive",
                f"“{' '.join(found.group().split())}” does not start with who does it.",
                "Start with who does it: “Sam helps you”, not “You are helped”.",
                is_error,
                found.start(),
            )
            return
