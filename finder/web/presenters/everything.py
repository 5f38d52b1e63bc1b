"""Every choice and the results on one page, for social workers and for who likes it so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import BUILDING_NEEDS, HELPER_NEEDS, DayChoice, Sort
from finder.search.ask import Asked
from finder.search.columns import Kind
from finder.search.find import Answer
from finder.search.loosen import Loosened
from finder.web.i18n import stays_english
from finder.web.presenters import labels
from finder.web.presenters.chips import (
    ALL_CHOICES,
    Chip,
    day_choice_in_words,
    make_choice_chips,
)
from finder.web.presenters.other_views import OtherViews, clear_address, make_other_views
from finder.web.presenters.results import Message, make_messages
from finder.web.presenters.suggestions import Suggestion, make_suggestion
from finder.web.presenters.table import Table, make_table, pages_of
from finder.web.wording import gettext

MILES = (2, 5, 10, 20, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One box to tick, with how many things it would leave."""

    value: str
    label: str
    total: int
    sure: int
    is_chosen: bool
    official: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceGroup:
    """The boxes of one kind of choice, under one heading. `anchor` is the place on the page."""

    name: str
    anchor: str
    heading: str
    ticks: tuple[Tick, ...]
    hint: str = ""
    is_english: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingPage:
    """Everything on the page of all the choices.

    `miles` are the distances to pick from, `sorts` the orders with their words.
    """

    query: SearchQuery
    total: int
    chips: tuple[Chip, ...]
    groups: tuple[ChoiceGroup, ...]
    messages: tuple[Message, ...]
    suggestions: tuple[Suggestion, ...]
    miles: tuple[int, ...]
    sorts: tuple[tuple[str, str], ...]
    table: Table
    views: OtherViews
    clear_url: str


def make_everything(
    catalogue: Catalogue, asked: Asked, suggestions: Iterable[Loosened], *, today: date
) -> EverythingPage:
    """Return the page that a question asked for."""
    query, council = asked.query, catalogue.council.slug
    own_miles = () if query.miles is None else (query.miles,)
    return EverythingPage(
        query=query,
        total=asked.answer.total,
        chips=make_choice_chips(catalogue, query),
        groups=make_groups(catalogue, asked.answer),
        messages=tuple(make_messages(asked, council, endpoint=ALL_CHOICES, pages=pages_of(asked))),
        suggestions=tuple(
            make_suggestion(catalogue, each, endpoint=ALL_CHOICES) for each in suggestions
        ),
        miles=tuple(sorted({*MILES, *own_miles})),
        sorts=tuple((sort.value, str(labels.SORTS[sort])) for sort in Sort),
        table=make_table(catalogue, asked, today=today),
        views=make_other_views(council, query),
        clear_url=clear_address(ALL_CHOICES, council, query),
    )


def make_groups(catalogue: Catalogue, answer: Answer) -> tuple[ChoiceGroup, ...]:
    """Return every kind of choice that the council has, with its counts.

    What decides whether a place can be bought comes first, then when there is one, then what a
    person needs. The longest, which the words can ask for as well, is last.
    """
    council = catalogue.council
    lots = {lot.code: lot.label for lot in council.lots}
    official = {lot.code: f"{lot.code}: {lot.name}" for lot in council.lots}
    client_groups = {group.slug: group.label for group in council.groups}
    days = {choice.value: day_choice_in_words(choice) for choice in DayChoice}
    interests = {interest.slug: interest.label for interest in catalogue.interests}
    building = {need: labels.NEEDS[need] for need in BUILDING_NEEDS}
    helping = {need: labels.NEEDS[need] for need in HELPER_NEEDS}
    all_of_them = gettext("Tick all that you need. We look for things that have them all.")
    groups = [
        _group(answer, Kind.LOT, lots, official=official, is_own=True),
        _group(answer, Kind.ARRANGEMENT, labels.ARRANGEMENTS),
        _group(answer, Kind.PAY, labels.PAY_SHORT),
        _group(answer, Kind.SPACE, labels.SPACES),
        _group(answer, Kind.DAY, days),
        _group(answer, Kind.PART, labels.PARTS),
        _group(answer, Kind.WHO, client_groups, is_own=True),
        _group(answer, Kind.SUPPORT, labels.SUPPORT),
        _group(answer, Kind.NEED, building, heading=gettext("Getting in"), hint=all_of_them),
        _group(
            answer,
            Kind.NEED,
            helping,
            heading=gettext("Help from people"),
            hint=all_of_them,
            anchor="need-help",
        ),
        _group(answer, Kind.MODE, labels.MODES),
        _group(answer, Kind.LEADS_TO, labels.LEADS_TO),
        _group(answer, Kind.INTEREST, interests, is_own=True),
    ]
    return tuple(group for group in groups if group.ticks)


def _group(
    answer: Answer,
    kind: Kind,
    words: labels.Words,
    *,
    heading: str = "",
    hint: str = "",
    anchor: str = "",
    official: Mapping[str, str] | None = None,
    is_own: bool = False,
) -> ChoiceGroup:
    return ChoiceGroup(
        name=kind.value,
        anchor=anchor or kind.value,
        heading=heading or str(labels.CHOICES[kind]),
        hint=hint,
        is_english=is_own and stays_english(*map(str, words.values())),
        ticks=tuple(
            Tick(
                value=choice.value,
                label=str(words[choice.value]),
                total=choice.total,
                sure=choice.sure,
                is_chosen=choice.is_chosen,
                official=(official or {}).get(choice.value, ""),
            )
            for choice in answer.choices[kind]
            if choice.value in words
        ),
    )
