"""Ask a whole question: tidy the query, find where the person is, and find activities."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from finder.domain.query import Ignored, ParsedQuery, SearchQuery
from finder.geo.gazetteer import Gazetteer, LookUp, Outcome
from finder.search.find import Answer, Searchable, find
from finder.search.lexicon import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and its answer, with what could not be understood and where the person is.

    `query` is the question as it was understood. `typed` are the words as they came, when they
    were understood otherwise: with the `corrections`, or with a place taken out of them
    (`has_place_in_words`). `typed_near` is a place that was misspelled.
    """

    query: SearchQuery
    ignored: tuple[Ignored, ...]
    look_up: LookUp
    answer: Answer
    typed: str = ""
    corrections: tuple[Correction, ...] = ()
    has_place_in_words: bool = False
    typed_near: str = ""


def ask(searchable: Searchable, parsed: ParsedQuery, *, gazetteer: Gazetteer, today: date) -> Asked:
    """Return the answer to an address's question. Words that the council has not are left out."""
    query, ignored = _known(searchable, parsed)
    understood = searchable.reader.read(query.text, gazetteer, with_place=not query.near)
    if understood.text != query.text:
        query = query.with_(page=query.page, text=understood.text)
    if understood.place:
        query = query.with_(page=query.page, near=understood.place)
    query, look_up, typed_near = _look_up(searchable, query, gazetteer)
    answer = find(searchable, query, whereabouts=look_up.whereabouts, today=today)
    return Asked(
        query=query,
        ignored=ignored,
        look_up=look_up,
        answer=answer,
        typed=parsed.query.text if understood.text != parsed.query.text else "",
        corrections=understood.corrections,
        has_place_in_words=bool(understood.place),
        typed_near=typed_near,
    )


def _look_up(
    searchable: Searchable, query: SearchQuery, gazetteer: Gazetteer
) -> tuple[SearchQuery, LookUp, str]:
    """Return the query with its place as it is written, where that is, and how it was misspelled.

    "sk1 3xe" is said, and linked to, as "SK1 3XE" from here on.
    """
    council = searchable.council.slug
    look_up = gazetteer.look_up(query.near, council=council)
    typed_near = ""
    if look_up.outcome is Outcome.NOT_A_PLACE:
        meant = searchable.reader.mend_town(query.near, gazetteer)
        if meant is not None:
            typed_near, look_up = query.near, gazetteer.look_up(meant, council=council)
    if look_up.whereabouts is not None:
        query = query.with_(page=query.page, near=look_up.whereabouts.typed)
    return query, look_up, typed_near


def _known(searchable: Searchable, parsed: ParsedQuery) -> tuple[SearchQuery, tuple[Ignored, ...]]:
    query, council = parsed.query, searchable.council
    ignored = list(parsed.ignored)

    def keep(parameter: str, asked: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
        ignored.extend(Ignored(parameter, value) for value in asked if value not in known)
        return tuple(value for value in asked if value in known)

    if query.interests or query.lots or query.groups:
        query = query.with_(
            page=query.page,
            interests=keep("interest", query.interests, searchable.reasons),
            lots=keep("lot", query.lots, [lot.code for lot in council.lots]),
            groups=keep("who", query.groups, [group.slug for group in council.groups]),
        )
    return query, tuple(ignored)
