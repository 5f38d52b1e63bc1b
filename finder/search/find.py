"""Answer a query: which activities, in what order, with the choices beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finder.domain.activity import is_old
from finder.domain.council import Council
from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Sort
from finder.geo.distance import distance_miles
from finder.search.bits import holds, numbers_in, set_of
from finder.search.choices import ChoiceCounts, count_choices
from finder.search.columns import Columns, Kind
from finder.search.filters import Fits, fits_of, possible_without, sure_of_all
from finder.search.index import WordIndex
from finder.search.ordering import Found, order_key
from finder.search.words import Thesaurus, WordMatches, match_words

PAGE_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """Everything that a search of one council needs, open and read-only.

    `reasons` has every interest, with the big reason that it stands under.
    """

    council: Council
    reasons: Mapping[str, str]
    columns: Columns
    index: WordIndex
    thesaurus: Thesaurus


class Note(StrEnum):
    """Something that a person should know about an answer."""

    SOME_WORDS = "some-words"
    NO_WORDS = "no-words"
    FARTHER = "farther"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result. `not_told` are the kinds of choice that nobody told about it.

    `miles` is a straight line to its nearest place.
    """

    activity_id: str
    score: float
    miles: float | None
    is_sure: bool
    every_word: bool
    not_told: tuple[Kind, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found.

    `total` counts every result, `sure` those that surely fit. `farther` counts what a limit of
    distance left out. `hits` are in order, all of them.
    """

    query: SearchQuery
    whereabouts: Whereabouts | None
    total: int
    sure: int
    farther: int = 0
    notes: tuple[Note, ...] = ()
    hits: tuple[Hit, ...] = ()
    choices: ChoiceCounts = field(default_factory=dict)

    def page(self, number: int) -> tuple[Hit, ...]:
        """Return the results of a page, the first being page 1."""
        return self.hits[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_LENGTH))


def find(
    searchable: Searchable,
    query: SearchQuery,
    *,
    whereabouts: Whereabouts | None,
    today: date,
) -> Answer:
    """Return the answer to a query from where the person is, when that is known."""
    columns = searchable.columns
    matches = _match(searchable, query.text)
    start = columns.live if matches is None else columns.live & set_of(matches.some)
    miles = _distances(columns, whereabouts)
    fits = fits_of(columns, query, miles)
    possible = possible_without(fits, start)
    sure = sure_of_all(fits, start)
    found = [
        Found(
            number=number,
            is_sure=holds(sure, number),
            tier=0 if matches is None or number in matches.every else 1,
            score=1.0 if matches is None else matches.some[number],
            miles=miles[number] if miles is not None else None,
            is_stale=is_old(columns.checked_on[number], today, searchable.council.stale_months),
        )
        for number in numbers_in(possible)
    ]
    found.sort(key=order_key(columns, _sort_of(query, whereabouts)))
    farther = 0
    if Kind.NEAR in fits:
        farther = (possible_without(fits, start, Kind.NEAR) & ~possible).bit_count()
    return Answer(
        query=query,
        whereabouts=whereabouts,
        total=len(found),
        sure=(sure & possible).bit_count(),
        farther=farther,
        notes=_notes(found, farther, has_words=start != 0 if matches else not query.text),
        hits=tuple(_hit(columns, each, fits, matches) for each in found),
        choices=count_choices(columns, query, fits, start, _council_values(searchable)),
    )


def _match(searchable: Searchable, text: str) -> WordMatches | None:
    """Return what matches the words, or None when there are no words to look for.

    A text may hold nothing but words like "the", or none at all. Then everything is shown.
    """
    if not text:
        return None
    matches = match_words(searchable.index, searchable.thesaurus, text)
    return matches if matches.ideas else None


def _sort_of(query: SearchQuery, whereabouts: Whereabouts | None) -> Sort:
    """Return the order: nobody can be near to a person who has not said where they are."""
    if query.sort is Sort.NEAR and whereabouts is None:
        return Sort.BEST
    return query.sort


def _distances(columns: Columns, whereabouts: Whereabouts | None) -> list[float | None] | None:
    if whereabouts is None:
        return None
    return [
        min((distance_miles(whereabouts.point, point) for point in points), default=None)
        for points in columns.points
    ]


def _council_values(searchable: Searchable) -> dict[Kind, Sequence[str]]:
    return {
        Kind.INTEREST: list(searchable.reasons),
        Kind.LOT: [lot.code for lot in searchable.council.lots],
        Kind.WHO: [group.slug for group in searchable.council.groups],
        Kind.PAY: [str(way) for way in searchable.council.pay],
    }


def _notes(found: Sequence[Found], farther: int, *, has_words: bool) -> tuple[Note, ...]:
    """Return the notes. `has_words` is false when no word that was typed stands anywhere."""
    notes = []
    if not has_words:
        notes.append(Note.NO_WORDS)
    elif found and all(each.tier for each in found):
        notes.append(Note.SOME_WORDS)
    if farther:
        notes.append(Note.FARTHER)
    return tuple(notes)


def _hit(columns: Columns, found: Found, fits: Fits, matches: WordMatches | None) -> Hit:
    not_told = tuple(kind for kind, fit in fits.items() if holds(fit.not_told, found.number))
    return Hit(
        activity_id=columns.activity_ids[found.number],
        score=round(found.score, 6),
        miles=found.miles,
        is_sure=found.is_sure,
        every_word=found.tier == 0,
        not_told=not_told,
        why=_why(found, fits, not_told, matches),
    )


def _why(
    found: Found, fits: Mapping[Kind, object], not_told: Sequence[Kind], matches: WordMatches | None
) -> tuple[str, ...]:
    """Return why the activity is among the results, as short codes."""
    reasons = [f"{kind}:{'not-told' if kind in not_told else 'fits'}" for kind in fits]
    if matches is not None:
        reasons.insert(0, "words:all" if found.tier == 0 else "words:some")
    if found.is_stale:
        reasons.append("checked:old")
    return tuple(reasons)
