"""Hours, weeks and costs of a support plan in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from finder.domain.vocabulary import Pay
from finder.planning.cost import Cost, Unknown
from finder.planning.hours import Hours
from finder.planning.money import Amounts, Money
from finder.planning.review import Review
from finder.planning.support_plan import CostOfWay, WeeksOfYear
from finder.planning.transport import TransportCost, TransportState
from finder.web.presenters import labels
from finder.web.presenters.money import payers_in_words
from finder.web.presenters.sums_words import length_in_words, money_in_words
from finder.web.presenters.times import date_in_words
from finder.web.wording import gettext, ngettext

# Which part of the amounts a line is about: those of a week, or those of a year.
Part = Callable[[Amounts], Money]


def a_week(amounts: Amounts) -> Money:
    return amounts.weekly


def a_year(amounts: Amounts) -> Money:
    return amounts.yearly


def cost_in_words(cost: Cost, part: Part) -> tuple[str, ...]:
    """Return what is known of a cost, and what is not; nothing when nobody told a price."""
    why = tuple(_why(cost.unknown))
    if cost.amounts is None:
        return why
    words = amounts_in_words(cost.amounts, part)
    return (words if cost.is_known else gettext("At least %(amount)s", amount=words), *why)


def _why(unknown: frozenset[Unknown]) -> Iterator[str]:
    if Unknown.HIDDEN in unknown:
        yield gettext("Ask them for the price")
    if unknown & {Unknown.OFTEN, Unknown.LENGTH}:
        yield gettext("It depends on how much you go.")


def amounts_in_words(amounts: Amounts, part: Part) -> str:
    """Return an amount. What is paid once is in no week, and is said to be paid once."""
    money = part(amounts)
    words = gettext("Free") if money.is_nothing else money_in_words(money)
    if part is a_year or amounts.once.is_nothing:
        return words
    once = gettext("%(amount)s once", amount=money_in_words(amounts.once))
    return once if money.is_nothing else f"{words} + {once}"


def costs_in_words(costs: Iterable[CostOfWay], part: Part) -> tuple[str, ...]:
    """Return what each way of paying costs; ways that cost the same are said together."""
    ways: dict[tuple[str, ...], list[Pay]] = {}
    for each in costs:
        words = cost_in_words(each.cost, part)
        ways.setdefault(words, []).extend([each.way] if each.way else [])
    if len(ways) == 1:
        return next(iter(ways))
    return tuple(
        f"{payers_in_words(payers)}: {' '.join(words or (str(labels.NOT_TOLD),))}"
        for words, payers in ways.items()
    )


def transport_cost_in_words(transport: TransportCost, part: Part) -> tuple[str, ...]:
    """Return what the way there costs; nothing when nobody told."""
    sentences = {
        TransportState.NOT_NEEDED: gettext("You do not need to travel."),
        TransportState.INCLUDED: gettext("It is in the price."),
        TransportState.NOT_OFFERED: gettext("Not offered"),
    }
    if transport.state in sentences:
        return (sentences[transport.state],)
    return cost_in_words(transport.cost, part)


def hours_a_week(hours: Hours) -> tuple[str, ...]:
    """Return the hours of a week, and those of what is once; nothing when they are not told."""
    words = [length_in_words(hours.weekly)] if hours.weekly else []
    if hours.once:
        words.append(gettext("%(time)s once", time=length_in_words(hours.once)))
    return _at_least(words, hours)


def hours_a_year(hours: Hours) -> tuple[str, ...]:
    return _at_least([length_in_words(hours.yearly)] if hours.yearly else [], hours)


def _at_least(words: Sequence[str], hours: Hours) -> tuple[str, ...]:
    """Return the words; the first says that it is not all when some of the time is not told."""
    if not words or not hours.unknown:
        return tuple(words)
    return (gettext("At least %(amount)s", amount=words[0]), *words[1:])


def weeks_in_the_year(weeks: WeeksOfYear | None) -> tuple[str, ...]:
    """Return in how many weeks of the year it is on, and what the sums count if nobody told."""
    if weeks is None:
        return ()
    words = ngettext("%(num)s week", "%(num)s weeks", weeks.most)
    if weeks.fewest != weeks.most:
        words = ngettext(
            "%(fewest)s to %(num)s week",
            "%(fewest)s to %(num)s weeks",
            weeks.most,
            fewest=weeks.fewest,
        )
    if weeks.is_told:
        return (words,)
    return (str(labels.NOT_TOLD), gettext("We counted %(weeks)s.", weeks=words))


def review_in_words(review: Review) -> tuple[str, ...]:
    """Return between which days to look at the plan again."""
    first, last = date_in_words(review.first), date_in_words(review.last)
    words = gettext("By %(day)s.", day=last)
    if review.first != review.last:
        words = gettext("Between %(first)s and %(last)s.", first=first, last=last)
    if review.is_start_told:
        return (words,)
    return (words, gettext("That is if it starts on %(day)s.", day=date_in_words(review.start)))


def end_in_words(length_weeks: int | None, ends_by: date | None) -> tuple[str, ...]:
    """Return for how long it is; nothing when nobody told."""
    sentences = []
    if length_weeks is not None and length_weeks < 52:
        sentences.append(
            ngettext("It is for %(num)s week.", "It is for %(num)s weeks.", length_weeks)
        )
    elif length_weeks is not None:
        sentences.append(gettext("It goes on all year."))
    if ends_by is not None:
        # TRANSLATORS: the day after which the person no longer goes, if notice is given now
        sentences.append(gettext("The place ends by %(day)s.", day=date_in_words(ends_by)))
    return tuple(sentences)
