"""The accessibility statement of a council: in easy words, and as the regulations ask for it.

It is made of what this version of the site meets (finder.web.accessibility) and of what the council
says in its `[statement]`. What nobody told is said. The formal part is a legal text (SI 2018/952,
regulation 8), in English in every language, as the council's own words are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from finder.domain.accessibility import Criterion
from finder.domain.council import Council
from finder.domain.provider import Contact
from finder.web import i18n
from finder.web.presenters.formal_statement import FormalPart, contact_of, formal_parts
from finder.web.wording import LazyString, lazy_gettext

# What does not work yet, by the name that `criteria.toml` has for it.
KNOWN: Mapping[str, LazyString] = {
    "words-of-groups": lazy_gettext(
        "The groups write some of the words. They can be hard to read."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the page says for one council.

    `known` is what does not work on any site, `own` what the council says of its own. `unchecked`
    are the languages that no native reader has checked, as code and own name. `parts` are the
    formal statement.
    """

    slug: str
    council: str
    known: tuple[str, ...]
    own: tuple[str, ...]
    unchecked: tuple[tuple[str, str], ...]
    contact: Contact
    reply_days: int | None
    prepared_on: date | None
    reviewed_on: date | None
    tested_on: date | None
    tested_by: str
    parts: tuple[FormalPart, ...]

    @property
    def has_issues(self) -> bool:
        return bool(self.known or self.own or self.unchecked)


def make_statement(council: Council, written: Council, criteria: Sequence[Criterion]) -> Statement:
    """Return the statement of a council, for a page in any language.

    `council` has its words in the page's language, `written` as its own file has them.
    """
    statement = council.statement
    return Statement(
        slug=council.slug,
        council=council.name,
        known=tuple(str(KNOWN[name]) for name in _known_in(criteria)),
        own=statement.known_issues,
        unchecked=tuple((each, i18n.own_name(each)) for each in unchecked_languages(council)),
        contact=contact_of(council),
        reply_days=statement.reply_days,
        prepared_on=statement.prepared_on,
        reviewed_on=statement.reviewed_on,
        tested_on=statement.tested_on,
        tested_by=statement.tested_by,
        parts=formal_parts(written, criteria, unchecked=unchecked_languages(written)),
    )


def unchecked_languages(council: Council) -> tuple[str, ...]:
    """Return the languages of a council that no native reader has checked. English needs none."""
    sure = {i18n.DEFAULT, *council.checked_languages}
    return tuple(each for each in council.languages if each not in sure)


def _known_in(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """Return what does not work, each once, the lowest level first."""
    short = sorted((each for each in criteria if each.known), key=lambda each: each.level)
    return tuple(dict.fromkeys(each.known for each in short))
