"""The page of ways to have a break."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.domain.place import Whereabouts
from finder.domain.query import SearchQuery
from finder.domain.shortlist import Shortlist
from finder.domain.vocabulary import DayChoice
from finder.planning.break_windows import Window, join_windows
from finder.planning.breaks import MOST_ACTIVITIES, BreakPlan, days_of
from finder.search.ask import Asked
from finder.search.columns import Kind
from finder.search.find import Searchable
from finder.web.presenters.addresses import address
from finder.web.presenters.break_chips import CHOICES, make_break_chips
from finder.web.presenters.break_facts import journey_sentences, length
from finder.web.presenters.break_offers import MOST_LOOKED_AT, FoundBreak, find_break, find_longer
from finder.web.presenters.break_others import (
    LooseThing,
    LooseThings,
    make_longer,
    make_loose_groups,
)
from finder.web.presenters.break_question import BreakQuestion, step_url
from finder.web.presenters.break_sets import SetCard, SetCards
from finder.web.presenters.chips import Chip
from finder.web.presenters.everything import MILES, ChoiceGroup, make_groups
from finder.web.presenters.free_times import PARTS, window_in_words
from finder.web.presenters.results import Message, MessageLink, place_message
from finder.web.presenters.suggestions import Suggestion
from finder.web.wording import gettext, ngettext

_CHOSEN_HERE = (Kind.INTEREST, Kind.SUPPORT, Kind.NEED, Kind.WHO)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakPage:
    """Everything on the page.

    `asked` is how much time was asked for, and `journeys` are sentences on what a journey does to
    it: both are said once. `cards` surely fit; `ask_cards` cover more, and did not tell all that
    was asked for. `nothing` are sentences on the times that nothing covers. `kept` are what the
    form of more choices sends along besides its own boxes; it is open when there are such choices
    (`has_choices`).
    """

    question: BreakQuestion
    total: int
    asked: str
    journeys: tuple[str, ...]
    chips: tuple[Chip, ...]
    messages: tuple[Message, ...]
    cards: tuple[SetCard, ...]
    ask_cards: tuple[SetCard, ...]
    nothing: tuple[str, ...]
    loose: tuple[LooseThings, ...]
    longer: tuple[LooseThing, ...]
    suggestions: tuple[Suggestion, ...]
    groups: tuple[ChoiceGroup, ...]
    miles: tuple[int, ...]
    counts: tuple[int, ...]
    kept: tuple[tuple[str, str], ...]
    has_choices: bool
    days_url: str
    times_url: str
    things_url: str


def make_breaks(
    catalogue: Catalogue,
    searchable: Searchable,
    question: BreakQuestion,
    asked: Asked,
    *,
    left_out: str,
    shortlist: Shortlist | None,
    today: date,
) -> BreakPage:
    """Return the page that a question with times asks for. `left_out` says what was ignored."""
    whereabouts = asked.look_up.whereabouts
    about = whereabouts is not None and whereabouts.is_about
    found = find_break(searchable, catalogue, question, whereabouts=whereabouts, today=today)
    plan, slug, query = found.plan, catalogue.council.slug, question.query
    longer = find_longer(searchable, catalogue, query, whereabouts=whereabouts, today=today)
    cards = SetCards(
        catalogue,
        plan,
        query,
        hits=found.hits,
        shortlist=shortlist,
        today=today,
        about=about,
        home_known=whereabouts is not None,
    )
    sets = (*plan.sets, *plan.ask_sets)
    chips = make_break_chips(catalogue, question)
    own_miles = () if query.miles is None else (query.miles,)
    suggestions: Iterable[Suggestion] = ()
    if not sets:
        suggestions = _ways_on(catalogue, searchable, question, whereabouts, today)
    return BreakPage(
        question=question,
        total=len(sets),
        asked=gettext("You asked for %(time)s.", time=length(plan.minutes)),
        journeys=tuple(journey_sentences(visit for each in sets for visit in each.visits)),
        chips=chips,
        messages=tuple(_messages(question, asked, found, slug, left_out)),
        cards=cards.cards(plan.sets),
        ask_cards=cards.cards(plan.ask_sets, first=len(plan.sets) + 1),
        nothing=tuple(_nothing_for(plan)),
        loose=make_loose_groups(catalogue, plan.apart, query, about=about),
        longer=make_longer(catalogue, longer, query, about=about),
        suggestions=tuple(suggestions),
        groups=_groups(catalogue, found),
        miles=tuple(sorted({*MILES, *own_miles})),
        counts=tuple(range(1, MOST_ACTIVITIES + 1)),
        kept=question.args("near", "miles", "age", "most", *_CHOSEN_HERE),
        has_choices=any(chip.url == CHOICES for chip in chips),
        days_url=step_url(question, slug, "days"),
        times_url=step_url(question, slug, "times"),
        things_url=_things_url(slug, question),
    )


def _groups(catalogue: Catalogue, found: FoundBreak) -> tuple[ChoiceGroup, ...]:
    """Return the boxes of the choices that matter most for a break; what people like comes last."""
    return tuple(
        group for group in make_groups(catalogue, found.answer) if group.name in _CHOSEN_HERE
    )


def _things_url(council: str, question: BreakQuestion) -> str:
    """Return the search's own page of everything that is held on these days."""
    days = tuple(DayChoice(day.value) for day in days_of(question.windows))
    return address("find.results", council, question.query.with_(days=days))


def _messages(
    question: BreakQuestion, asked: Asked, found: FoundBreak, council: str, left_out: str
) -> Iterator[Message]:
    query = question.query
    if said := place_message(asked.look_up, query.near):
        yield Message(said)
    if asked.typed_near:
        yield Message(
            gettext(
                "We looked near %(place)s. You wrote “%(typed)s”.",
                place=query.near,
                typed=asked.typed_near,
            )
        )
    if left_out:
        yield Message(left_out)
    if asked.look_up.whereabouts is None:
        yield Message(
            gettext("We do not know where they live. So we did not count the journey."),
            (MessageLink(label=gettext("Say where"), url=step_url(question, council, "place")),),
        )
    if found.answer.total > MOST_LOOKED_AT:
        yield Message(_not_all(is_near=asked.look_up.whereabouts is not None))


def _not_all(*, is_near: bool) -> str:
    if is_near:
        return gettext("There are very many. We looked at the %(num)s nearest.", num=MOST_LOOKED_AT)
    return gettext("There are very many. We looked at %(num)s of them.", num=MOST_LOOKED_AT)


def _nothing_for(plan: BreakPlan) -> Iterator[str]:
    """Yield a sentence for each time that is in no set at all, when others are."""
    sets = (*plan.sets, *plan.ask_sets)
    if not sets:
        return
    for place, window in enumerate(plan.windows):
        if not any(each.windows[place].free for each in sets):
            yield gettext("We found nothing for this time: %(time)s.", time=window_in_words(window))


def _ways_on(
    catalogue: Catalogue,
    searchable: Searchable,
    question: BreakQuestion,
    whereabouts: Whereabouts | None,
    today: date,
) -> Iterator[Suggestion]:
    """Yield other questions that have an answer, and the search's own page of these days."""
    slug = catalogue.council.slug
    for label, picture, other in _other_questions(question):
        if other == question:
            continue
        plan = find_break(searchable, catalogue, other, whereabouts=whereabouts, today=today).plan
        if ways := len(plan.sets) + len(plan.ask_sets):
            hint = ngettext("%(num)s way", "%(num)s ways", ways)
            yield Suggestion(label=label, hint=hint, url=other.address(slug), picture=picture)
    yield Suggestion(
        label=gettext("Other days"),
        hint=gettext("Pick the days again"),
        url=step_url(question, slug, "days"),
        picture="calendar",
    )
    yield Suggestion(
        label=gettext("All the things on these days"),
        hint=gettext("At any time of the day"),
        url=_things_url(slug, question),
        picture="everything",
    )


def _other_questions(question: BreakQuestion) -> Iterator[tuple[str, str, BreakQuestion]]:
    query = question.query

    def asking(**changes: object) -> BreakQuestion:
        return replace(question, query=query.with_(**changes))

    yield gettext("The same, a bit further away"), "bus", asking(miles=None)
    yield gettext("The same, but they go without you"), "bus", replace(question, without_carer=True)
    yield gettext("The whole day"), "clock", question.with_windows(_whole_days(question.windows))
    liked = {"interests": (), "text": ""}
    yield gettext("The same, with anything to do"), "everything", asking(**liked)
    fewer = {"needs": (), "support": (), "groups": (), "age": None}
    yield gettext("The same, but ask about the help they need"), "helper", asking(**fewer)
    anything = replace(question, query=SearchQuery(near=query.near, language=query.language))
    yield gettext("Anything at these times"), "everything", anything
    whole = anything.with_windows(_whole_days(question.windows))
    yield gettext("Anything on these days"), "everything", whole


def _whole_days(windows: Sequence[Window]) -> tuple[Window, ...]:
    start, end = PARTS[-1].stretch
    whole = (Window(day=day, start=start, end=end) for day in days_of(windows))
    return join_windows((*windows, *whole))
