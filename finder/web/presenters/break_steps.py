"""The questions before a break is planned: days, times, place, the way there, and help."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Day
from finder.planning.break_windows import Window
from finder.search.find import Answer
from finder.web.presenters.break_chips import (
    make_place_chip,
    make_travel_chip,
    make_window_chips,
)
from finder.web.presenters.break_question import (
    STEPS,
    TRAVEL,
    WITHOUT_CARER,
    BreakQuestion,
    step_url,
)
from finder.web.presenters.chips import Chip
from finder.web.presenters.free_times import (
    DAY,
    PARAMETER,
    PARTS,
    ExactTimes,
    clock_digits,
    parts_of,
    stretch_in_words,
    written_window,
)
from finder.web.presenters.questions import (
    Option,
    QuestionPage,
    answers_not_shown,
    help_options,
    place_options,
)
from finder.web.presenters.times import day_name, join_words
from finder.web.wording import gettext

# A form sends what is asked by its fields, so its address has none of it.
_NOTHING_ASKED = BreakQuestion(query=SearchQuery())
_MAY_BE_LAST = ("place", "travel")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTimes:
    """The times of one day: the parts to tick, and the two boxes for exact times."""

    day: Day
    label: str
    options: tuple[Option, ...]
    exact: ExactTimes


class Steps:
    """The pages of the questions, with what they share."""

    def __init__(
        self, catalogue: Catalogue, question: BreakQuestion, messages: Sequence[str] = ()
    ) -> None:
        self._catalogue = catalogue
        self._council = catalogue.council.slug
        self._question = question
        self._messages = tuple(messages)

    def days(self, *, back_url: str) -> QuestionPage:
        """Return the first question. A day that has times is ticked."""
        picked = {window.day for window in self._question.windows}
        options = tuple(
            Option(
                name=DAY,
                value=day.value,
                label=day_name(day),
                picture="calendar",
                is_chosen=day in picked,
            )
            for day in Day
        )
        return self._page(
            "days",
            heading=gettext("Which days do you want to be free?"),
            lead=gettext("Pick one or more."),
            many=True,
            options=options,
            kept=self._question.args(),
            chips=(),
            # The answer is looked at before the next question is asked.
            action=step_url(_NOTHING_ASKED, self._council, "days"),
            back_url=back_url,
        )

    def place(self, answer: Answer) -> QuestionPage:
        """Return the question of where the person lives. Nobody lives online."""
        query = self._question.query
        options = place_options(self._catalogue, answer, query)[:-1]
        return self._page(
            "place",
            heading=gettext("Where do they live?"),
            lead=gettext("Then we can count the journey."),
            many=False,
            options=options,
            kept=self._question.args("near"),
            chips=make_window_chips(self._question, self._council),
            typed=query.near,
        )

    def travel(self) -> QuestionPage:
        without = self._question.without_carer
        options = (
            Option(
                name=TRAVEL,
                value="any",
                label=gettext("I take them, if nobody else does"),
                hint=gettext("The journey comes off your time"),
                picture="walking",
                is_chosen=not without,
            ),
            Option(
                name=TRAVEL,
                value=WITHOUT_CARER,
                label=gettext("They go without me"),
                hint=gettext("By bus or taxi, or with a friend"),
                picture="bus",
                is_chosen=without,
            ),
        )
        return self._page(
            "travel",
            heading=gettext("How do they get there?"),
            lead=gettext("Some places pick people up. We look for that too."),
            many=False,
            options=options,
            kept=self._question.args(TRAVEL),
            chips=(*self._chips_so_far(), make_place_chip(self._question, self._council)),
        )

    def help(self, answer: Answer) -> QuestionPage:
        query = self._question.query
        options = help_options(answer, query)
        others = answers_not_shown(query, query.without("needs", "support"), options)
        return self._page(
            "help",
            heading=gettext("What help do they need?"),
            lead=gettext("Pick one or more, or none."),
            many=True,
            options=options,
            kept=(*self._question.args("need", "support"), *others),
            chips=(
                *self._chips_so_far(),
                make_place_chip(self._question, self._council),
                make_travel_chip(self._question, self._council),
            ),
        )

    def _chips_so_far(self) -> tuple[Chip, ...]:
        return make_window_chips(self._question, self._council)

    def times_page(self, days: Iterable[Day]) -> QuestionPage:
        """Return the frame of the second question; its days are made by `make_day_times`."""
        chosen = tuple(days)
        names = join_words(day_name(day) for day in chosen)
        return self._page(
            "times",
            heading=gettext("What times do you want to be free?"),
            lead=gettext("You picked %(days)s.", days=names),
            many=True,
            options=(),
            kept=(
                *self._question.args(PARAMETER),
                *((DAY, day.value) for day in chosen),
                *((PARAMETER, written_window(each)) for each in self._besides(chosen)),
            ),
            chips=(),
            action=step_url(_NOTHING_ASKED, self._council, "times"),
        )

    def _besides(self, days: Sequence[Day]) -> list[Window]:
        """Return the times of these days for which the page has no box of their own."""
        besides = []
        for day in days:
            own = [each for each in self._question.windows if each.day is day]
            if not parts_of(own, day):
                besides += own[1:]
        return besides

    def _page(
        self,
        step: str,
        *,
        heading: str,
        lead: str,
        many: bool,
        options: tuple[Option, ...],
        kept: tuple[tuple[str, str], ...],
        chips: tuple[Chip, ...],
        action: str = "",
        back_url: str = "",
        typed: str | None = None,
    ) -> QuestionPage:
        place = STEPS.index(step)
        after = STEPS[place + 1] if place + 1 < len(STEPS) else ""
        return QuestionPage(
            number=place + 1,
            steps=len(STEPS),
            heading=heading,
            lead=lead,
            many=many,
            options=options,
            kept=kept,
            chips=chips,
            action=action or step_url(_NOTHING_ASKED, self._council, after),
            back_url=back_url or step_url(self._question, self._council, STEPS[place - 1]),
            skip_url=step_url(self._question, self._council, after) if place > 1 else "",
            show_url=step_url(_NOTHING_ASKED, self._council, "") if step in _MAY_BE_LAST else "",
            typed=typed,
            messages=self._messages,
        )


def make_day_times(
    question: BreakQuestion, days: Iterable[Day], typed: Mapping[Day, ExactTimes]
) -> tuple[DayTimes, ...]:
    """Return the boxes of each day. What was typed and could not be used comes back."""
    return tuple(_day_times(question, day, typed.get(day, ExactTimes())) for day in days)


def _day_times(question: BreakQuestion, day: Day, typed: ExactTimes) -> DayTimes:
    own = [each for each in question.windows if each.day is day]
    ticked = parts_of(own, day)
    exact = typed
    if own and not ticked and not typed.problem:
        exact = ExactTimes(start=clock_digits(own[0].start), end=clock_digits(own[0].end))
    options = tuple(
        Option(
            name=PARAMETER,
            value=written_window(Window(day=day, start=part.stretch[0], end=part.stretch[1])),
            label=str(part.label),
            hint=stretch_in_words(part.stretch),
            picture=part.picture,
            is_chosen=part.slug in ticked,
        )
        for part in PARTS
    )
    return DayTimes(day=day, label=day_name(day), options=options, exact=exact)
