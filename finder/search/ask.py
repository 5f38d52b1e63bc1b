"""Ask a whole question: tidy the query, find where the person is, and find activities."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from finder.domain.query import Ignored, ParsedQuery, SearchQuery
from finder.geo.gazetteer import Gazetteer, LookUp
from finder.search.find import Answer, Searchable, find


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and its answer, with what could not be understood and where the person is."""

    query: SearchQuery
    ignored: tuple[Ignored, ...]
    look_up: LookUp
    answer: Answer


def ask(searchable: Searchable, parsed: ParsedQuery, *, gazetteer: Gazetteer, today: date) -> Asked:
    """Return the answer to an address's question. Words that the council has not are left out."""
    query, ignored = _known(searchable, parsed)
    look_up = gazetteer.look_up(query.near, council=searchable.council.slug)
    if look_up.whereabouts is not None:
        # "sk1 3xe" is said, and linked to, as "SK1 3XE" from here on.
        query = query.with_(page=query.page, near=look_up.whereabouts.typed)
    answer = find(searchable, query, whereabouts=look_up.whereabouts, today=today)
    return Asked(query=query, ignored=ignored, look_up=look_up, answer=answer)


def _known(searchable: Searchable, parsed: ParsedQuery) -> tuple[SearchQuery, tuple[Ignored, ...]]:
    query, council = parsed.query, searchable.council
    ignored = list(parsed.ignored)

    def keep(parameter: str, asked: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
        ignored.extend(Ignored(parameter, value) for value in asked if value not in known)
        return tuple(value for value in asked if value in known)

    known = query.with_(
        page=query.page,
        interests=keep("interest", query.interests, searchable.reasons),
        lots=keep("lot", query.lots, [lot.code for lot in council.lots]),
        groups=keep("who", query.groups, [group.slug for group in council.groups]),
    )
    return known, tuple(ignored)
