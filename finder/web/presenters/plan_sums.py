"""What all that is on a support plan adds up to."""

from collections.abc import Iterator, Sequence

from finder.planning.cost import Sum, add_up
from finder.planning.hours import NO_HOURS
from finder.planning.money import Amounts
from finder.planning.support_plan import PlanRow
from finder.planning.ways_to_pay import WAYS, SumOfWay, sum_of_way
from finder.web.presenters import labels
from finder.web.presenters.plan_line import Line, ours_of, own_of
from finder.web.presenters.plan_words import (
    Part,
    a_week,
    a_year,
    amounts_in_words,
    hours_a_week,
    hours_a_year,
)
from finder.web.presenters.sentences import Sentence
from finder.web.wording import gettext


def lines_of_all(rows: Sequence[PlanRow]) -> Iterator[Line]:
    """Return the hours, and the costs in each way of paying, of what these rows are about."""
    names = [row.on_plan.activity.name for row in rows]
    hours = sum((row.hours for row in rows), start=NO_HOURS)
    yield own_of(gettext("Counted here"), "; ".join(names))
    yield ours_of(gettext("Hours a week"), hours_a_week(hours))
    yield ours_of(gettext("Hours a year"), hours_a_year(hours))
    sums = [sum_of_way([row.planned for row in rows], way) for way in WAYS]
    for each in sums:
        if each.taken:
            yield Line(
                term=str(labels.PAY_SHORT[each.way]), sentences=tuple(_sentences(each, names))
            )
    transport = add_up(row.transport.cost for row in rows)
    yield ours_of(gettext("Transport"), _amounts(transport, names))


def _sentences(of_way: SumOfWay, names: Sequence[str]) -> Iterator[Sentence]:
    for words in _amounts(of_way.total, names):
        yield Sentence(words)
    if of_way.not_taken:
        those = _named(of_way.not_taken, names)
        yield Sentence(gettext("These are paid in another way: %(names)s.", names=those))
    if of_way.not_told:
        those = _named(of_way.not_told, names)
        yield Sentence(gettext("Nobody told how these are paid: %(names)s.", names=those))


def _amounts(total: Sum, names: Sequence[str]) -> Iterator[str]:
    yield gettext("A week: %(amount)s.", amount=_amount(total, a_week))
    yield gettext("A year: %(amount)s.", amount=_amount(total, a_year))
    if total.unknown:
        named = _named(total.unknown, names)
        yield gettext("Some of the cost of these is not told: %(names)s.", names=named)


def _amount(total: Sum, part: Part) -> str:
    """Return an amount, with "at least" when a part of it is not known."""
    if total.is_known:
        return amounts_in_words(total.amounts, part)
    if total.amounts == Amounts():
        return str(labels.NOT_TOLD_SHORT)
    return gettext("At least %(amount)s", amount=amounts_in_words(total.amounts, part))


def _named(places: Sequence[int], names: Sequence[str]) -> str:
    return "; ".join(names[place] for place in places)
