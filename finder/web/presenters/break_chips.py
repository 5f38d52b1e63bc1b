"""What a carer told us, as chips to change or to take away."""

from collections.abc import Iterator
from dataclasses import replace

from finder.catalogue.reader import Catalogue
from finder.web.presenters.break_question import SHOW, BreakQuestion, step_url, with_args
from finder.web.presenters.chips import Chip, TakeAway, make_chips
from finder.web.presenters.free_times import window_in_words
from finder.web.wording import gettext

CHOICES = "#choices"


def make_break_chips(catalogue: Catalogue, question: BreakQuestion) -> tuple[Chip, ...]:
    """Return every chip of the page of ways to have a break."""
    council = catalogue.council.slug
    return (
        *make_window_chips(question, council),
        make_place_chip(question, council),
        make_travel_chip(question, council),
        *_search_chips(catalogue, question),
    )


def _search_chips(catalogue: Catalogue, question: BreakQuestion) -> Iterator[Chip]:
    """Yield the chips of the search's own choices that were made, leading back to the break.

    They come in the search's order: words, what people like, place, day, help, and the rest. The
    place has a chip of its own here, and the days are those of the times.
    """
    made = list(make_chips(catalogue, question.query, endpoint=SHOW))
    words = [made.pop(0)] if question.query.text else []
    interests, _, _, help_wanted, *others = made
    for chip in (*words, interests, help_wanted, *others):
        if not chip.take_away:
            continue
        taken = (
            replace(each, url=with_args(each.url, question.own_args)) for each in chip.take_away
        )
        url = CHOICES
        if chip is help_wanted:
            url = step_url(question, catalogue.council.slug, "help")
        yield replace(chip, url=url, take_away=tuple(taken))


def make_window_chips(question: BreakQuestion, council: str) -> tuple[Chip, ...]:
    """Return a chip for each time, to change or to take away."""
    return tuple(
        Chip(
            label=gettext("You want to be free"),
            value=window_in_words(window),
            url=step_url(question, council, "times"),
            take_away=(
                TakeAway(
                    label=window_in_words(window),
                    url=question.without_window(window).address(council),
                ),
            ),
        )
        for window in question.windows
    )


def make_place_chip(question: BreakQuestion, council: str) -> Chip:
    near = question.query.near
    without = replace(question, query=question.query.without("near", "miles"))
    return Chip(
        label=gettext("Where they live"),
        value=near or gettext("Not told"),
        url=step_url(question, council, "place"),
        is_typed=bool(near),
        take_away=(TakeAway(label=near, url=without.address(council), is_typed=True),)
        if near
        else (),
    )


def make_travel_chip(question: BreakQuestion, council: str) -> Chip:
    value = gettext("They go without me") if question.without_carer else gettext("I take them")
    return Chip(
        label=gettext("Getting there"), value=value, url=step_url(question, council, "travel")
    )
