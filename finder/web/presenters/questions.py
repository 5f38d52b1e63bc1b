"""One question a page, with five big answers at the most."""

from collections.abc import Iterable
from dataclasses import dataclass

from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, DayPart, Mode, Need, Support
from finder.search.choices import Choice
from finder.search.columns import Kind
from finder.search.find import Answer
from finder.web.i18n import stays_english
from finder.web.presenters import labels
from finder.web.presenters.addresses import address
from finder.web.presenters.chips import (
    Chip,
    day_choice_in_words,
    is_online_place,
    make_chips,
)
from finder.web.wording import gettext, ngettext

STEPS = ("interest", "place", "when", "help")
# With "I am not sure" there are five, the most that a page shows at once.
MOST_ANSWERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One big answer: a parameter and its value, with words and a picture.

    The label, and the hint, may be in the council's own words, so in English.
    """

    name: str
    value: str
    label: str
    hint: str = ""
    picture: str = ""
    is_chosen: bool = False
    is_empty: bool = False
    is_english: bool = False
    hint_is_english: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """A question: its answers, what was said so far, and where to go next.

    It is one of `steps`. `kept` are the parameters that the form sends along. `typed` says that
    the page also has a box for a town or a postcode. The form can be sent to `show_url` instead,
    where the questions after this one need no answer.
    """

    number: int
    steps: int
    heading: str
    lead: str
    many: bool
    options: tuple[Option, ...]
    kept: tuple[tuple[str, str], ...]
    chips: tuple[Chip, ...]
    action: str
    back_url: str
    skip_url: str = ""
    show_url: str = ""
    more_url: str = ""
    more_label: str = ""
    typed: str | None = None
    messages: tuple[str, ...] = ()

    @property
    def back_label(self) -> str:
        if self.number == 1:
            return gettext("Back to home")
        return gettext("Back to the question before")


def things(count: int) -> str:
    """Return "12 things", or that there is nothing."""
    if count == 0:
        return gettext("Nothing now")
    return ngettext("%(num)s thing", "%(num)s things", count)


def _counts(answer: Answer, kind: Kind) -> dict[str, Choice]:
    return {choice.value: choice for choice in answer.choices[kind]}


def interest_options(
    catalogue: Catalogue, answer: Answer, query: SearchQuery, reason: str, *, more: bool
) -> tuple[tuple[Option, ...], bool]:
    """Return the interests of a reason, four at a time, and whether there are more."""
    counts = _counts(answer, Kind.INTEREST)
    interests = [each for each in catalogue.interests if each.group == reason]
    shown = interests[MOST_ANSWERS:] if more else interests[:MOST_ANSWERS]
    options = tuple(
        Option(
            name="interest",
            value=interest.slug,
            label=interest.label,
            hint=interest.line if counts[interest.slug].total else things(0),
            picture=interest.picture,
            is_chosen=interest.slug in query.interests,
            is_empty=counts[interest.slug].total == 0,
            is_english=stays_english(interest.label),
            hint_is_english=counts[interest.slug].total > 0 and stays_english(interest.line),
        )
        for interest in shown
    )
    return options, not more and len(interests) > MOST_ANSWERS


def place_options(catalogue: Catalogue, answer: Answer, query: SearchQuery) -> tuple[Option, ...]:
    """Return the council's start places, and "at home, online"."""
    online = _counts(answer, Kind.MODE)["online"]
    places = tuple(
        Option(
            name="near",
            value=place.label,
            label=place.label,
            hint=place.hint,
            picture=place.picture or "pin",
            is_chosen=query.near == place.label,
            is_english=True,
            hint_is_english=True,
        )
        for place in catalogue.council.start_places[:3]
    )
    at_home = Option(
        name="near",
        value="online",
        label=gettext("At home, online"),
        hint=gettext("You join with a phone or a computer") if online.total else things(0),
        picture="video-call",
        is_chosen="online" in query.modes,
        is_empty=online.total == 0,
    )
    return (*places, at_home)


def when_options(answer: Answer, query: SearchQuery, *, each_day: bool) -> tuple[Option, ...]:
    """Return weekdays, weekend and evening; or each day, when a person wants one of them."""
    counts = _counts(answer, Kind.DAY)
    choices = tuple(DayChoice)[:7] if each_day else (DayChoice.WEEKDAY, DayChoice.WEEKEND)
    days = tuple(
        Option(
            name="day",
            value=choice.value,
            label=day_choice_in_words(choice),
            hint=things(counts[choice.value].total),
            picture="calendar",
            is_chosen=choice in query.days or (each_day and choice.days[0] in query.wanted_days),
            is_empty=counts[choice.value].total == 0,
        )
        for choice in choices
    )
    if each_day:
        return days
    evening = _counts(answer, Kind.PART)["evening"]
    return (
        *days,
        Option(
            name="part",
            value=DayPart.EVENING.value,
            label=gettext("In the evening"),
            hint=things(evening.total),
            picture="evening",
            is_chosen=DayPart.EVENING in query.parts,
            is_empty=evening.total == 0,
        ),
    )


_HELP: tuple[tuple[Kind, str, Need | Support], ...] = (
    (Kind.NEED, "need", Need.STEP_FREE),
    (Kind.NEED, "need", Need.PERSONAL_CARE),
    (Kind.NEED, "need", Need.QUIET),
    (Kind.SUPPORT, "support", Support.ONE_TO_ONE),
)


def help_options(answer: Answer, query: SearchQuery) -> tuple[Option, ...]:
    """Return the four kinds of help that most people ask about first."""
    options = []
    for kind, name, word in _HELP:
        count = _counts(answer, kind)[word.value].total
        label = labels.NEEDS[word] if isinstance(word, Need) else labels.SUPPORT[word]
        picture = (
            labels.NEED_PICTURES.get(word, "helper")
            if isinstance(word, Need)
            else labels.SUPPORT_PICTURES[word]
        )
        chosen: Iterable[str] = query.needs if kind is Kind.NEED else query.support
        options.append(
            Option(
                name=name,
                value=word.value,
                label=str(label),
                hint=things(count),
                picture=picture,
                is_chosen=word.value in chosen,
                is_empty=count == 0,
            )
        )
    return tuple(options)


def answers_not_shown(
    query: SearchQuery, kept: SearchQuery, options: Iterable[Option]
) -> tuple[tuple[str, str], ...]:
    """Return the answers to this very question that its page has no picture for.

    Somebody gave them on another page. The form sends them along, so that none is lost.
    """
    shown = {(option.name, option.value) for option in options}
    answers = set(query.with_().to_args()) - set(kept.to_args()) - shown
    return tuple(sorted(pair for pair in answers if _stays(pair)))


def _stays(pair: tuple[str, str]) -> bool:
    """Return whether an answer goes with a new one. A place does not, and days are all shown."""
    return pair[0] not in ("near", "miles", "day") and pair != ("mode", Mode.ONLINE.value)


def next_address(step: str, council: str, query: SearchQuery) -> str:
    """Return the address of the question after a step, or of the results."""
    place = STEPS.index(step) + 1
    endpoint = f"questions.{STEPS[place]}" if place < len(STEPS) else "find.results"
    return address(endpoint, council, query)


def make_chips_so_far(catalogue: Catalogue, query: SearchQuery, step: str) -> tuple[Chip, ...]:
    """Return the words that were typed, and the questions before this one that were answered."""
    answered = {
        "interest": bool(query.interests),
        "place": bool(query.near) or is_online_place(query),
        "when": bool(query.days or query.parts),
        "help": bool(query.needs or query.support),
    }
    chips = list(make_chips(catalogue, query))
    words = [chips.pop(0)] if query.text else []
    by_step = dict(zip(STEPS, chips, strict=False))
    before = STEPS[: STEPS.index(step)]
    return (*words, *(by_step[each] for each in before if answered[each]))
