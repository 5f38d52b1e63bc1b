"""Find sentences that do not say first who does it: "support is provided", "run by"."""

import re
from collections.abc import Iterator

from finder.readability.protection import HIDDEN
from finder.readability.remark import Remark

_BE = r"(?:am|is|are|was|were|be|been|being|gets?|getting|[a-z]+['’]re)"
# No passive is without one of these words, so the slow patterns can wait for them.
_BE_WORDS = frozenset(
    {
        *("am", "is", "are", "was", "were", "be", "been", "being"),
        *("get", "gets", "getting", "you're", "they're", "we're"),
    }
)
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


def check_passive(hidden: str, words: set[str]) -> Iterator[Remark]:
    """Yield the first passive verb of a sentence; `words` are the words in it, lower case.

    What councils and brochures say without end ("is provided") is an error. Any other passive
    is a guess, and a warning.
    """
    if _BE_WORDS.isdisjoint(words):
        return
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
