"""Every choice on one page, for social workers and for anybody who likes it so."""

from collections.abc import Sequence
from dataclasses import dataclass

from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, DayPart, LeadsTo, Mode, Need, Pay, Support
from finder.search.choices import Choice
from finder.search.columns import Kind
from finder.search.find import Answer
from finder.web.presenters import labels
from finder.web.presenters.chips import day_choice_in_words
from finder.web.wording import gettext


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
    """The boxes of one kind of choice, under one heading."""

    name: str
    heading: str
    ticks: tuple[Tick, ...]
    hint: str = ""
    is_english: bool = False


def make_groups(
    catalogue: Catalogue, query: SearchQuery, answer: Answer
) -> tuple[ChoiceGroup, ...]:
    """Return every kind of choice that the council has, with its counts."""
    council = catalogue.council
    interests = {interest.slug: interest.label for interest in catalogue.interests}
    lots = {lot.code: lot.label for lot in council.lots}
    official = {lot.code: f"{lot.code}: {lot.name}" for lot in council.lots}
    client_groups = {group.slug: group.label for group in council.groups}
    days = {choice.value: day_choice_in_words(choice) for choice in DayChoice}
    groups = [
        _group(answer, Kind.DAY, gettext("Day"), days),
        _group(answer, Kind.PART, gettext("Time"), _words(labels.PARTS, tuple(DayPart))),
        _group(answer, Kind.INTEREST, gettext("What people like"), interests, is_english=True),
        _group(answer, Kind.MODE, gettext("How"), _words(labels.MODES, tuple(Mode))),
        _group(
            answer, Kind.LOT, gettext("Type of support"), lots, official=official, is_english=True
        ),
        _group(answer, Kind.WHO, gettext("Who it is for"), client_groups, is_english=True),
        _group(answer, Kind.SUPPORT, gettext("Helpers"), _words(labels.SUPPORT, tuple(Support))),
        _group(
            answer,
            Kind.NEED,
            gettext("Help and getting in"),
            _words(labels.NEEDS, tuple(Need)),
            hint=gettext("Tick all that you need. We look for things that have them all."),
        ),
        _group(answer, Kind.PAY, gettext("Ways to pay"), _words(labels.PAY_SHORT, tuple(Pay))),
        _group(
            answer,
            Kind.LEADS_TO,
            gettext("What people go on to"),
            _words(labels.LEADS_TO, tuple(LeadsTo)),
        ),
    ]
    return tuple(group for group in groups if group.ticks)


def _words(words: dict, values: Sequence[str]) -> dict[str, str]:  # type: ignore[type-arg]
    return {str(value): str(words[value]) for value in values}


def _group(
    answer: Answer,
    kind: Kind,
    heading: str,
    words: dict[str, str],
    *,
    hint: str = "",
    official: dict[str, str] | None = None,
    is_english: bool = False,
) -> ChoiceGroup:
    choices: Sequence[Choice] = answer.choices[kind]
    return ChoiceGroup(
        name=kind.value,
        heading=heading,
        hint=hint,
        is_english=is_english,
        ticks=tuple(
            Tick(
                value=choice.value,
                label=words[choice.value],
                total=choice.total,
                sure=choice.sure,
                is_chosen=choice.is_chosen,
                official=(official or {}).get(choice.value, ""),
            )
            for choice in choices
            if choice.value in words
        ),
    )
