"""What a list adds up to: hours, hours of break for a carer, and money by each way of paying.

Everything that is not known is said by name, so that nobody takes it for nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from finder.planning.attending import Going
from finder.planning.cost import Sum, add_up
from finder.planning.hours import NO_HOURS
from finder.planning.money import Amounts
from finder.planning.occasions import WEEKS, occasions_of
from finder.planning.transport import TransportState
from finder.planning.ways_to_pay import WAYS, SumOfWay, sum_of_way
from finder.web.presenters import sums_words
from finder.web.presenters.counted import Counted, count, is_all_over
from finder.web.presenters.listed import Listed
from finder.web.presenters.sums_groups import Named, NamedGroup, apart, by_themselves, group, to_ask
from finder.web.presenters.sums_words import (
    amounts_in_words,
    answer_in_words,
    hours_in_words,
    money_in_words,
)
from finder.web.wording import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """A number that the list comes to, in one or two parts, and whom it leaves out."""

    term: str
    values: tuple[str, ...]
    groups: tuple[NamedGroup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What a list adds up to.

    `ask` is what nobody told, and `apart` what is not in the numbers for another reason. `have`
    is the money that was typed in, as it goes back into its field, and `answer` says whether it
    is enough.
    """

    lines: tuple[SumLine, ...]
    assumed: tuple[str, ...]
    ask: tuple[NamedGroup, ...]
    apart: tuple[NamedGroup, ...]
    more: tuple[SumLine, ...]
    more_said: tuple[str, ...]
    more_apart: tuple[NamedGroup, ...]
    ways: tuple[SumLine, ...]
    have: str
    answer: tuple[str, ...]


def make_sums(
    listed: Sequence[Listed],
    going: Going,
    *,
    have: int | None,
    today: date,
    travel: Mapping[tuple[str, str], int] | None = None,
) -> Sums:
    """Return what a list adds up to, without what was refused and what is over.

    `have` is the pence that a person has each week. `travel` are the minutes that it takes to get
    to each activity, by the council's slug and the activity's id, for those where it is known.
    """
    refused = [each for each in listed if not each.is_wanted]
    over = [each for each in listed if each not in refused and is_all_over(each, today)]
    minutes = travel or {}
    every = [
        count(each, going, today, minutes.get((each.council.slug, each.activity.activity_id)))
        for each in listed
        if each not in refused and each not in over
    ]
    counted = [each for each in every if each.is_gone_to]
    not_gone_to = [each for each in every if not each.is_gone_to]
    price = add_up(each.cost for each in counted)
    fares = add_up(each.transport.cost for each in counted)
    both = price.amounts + fares.amounts
    is_known = price.is_known and fares.is_known
    return Sums(
        lines=(*_hour_lines(counted), *_cost_lines(counted, price, fares)),
        assumed=_assumed(counted, going),
        ask=group(to_ask(counted)),
        apart=group(
            {
                gettext("The answer is no"): [Named(name=each.activity.name) for each in refused],
                gettext("It is over"): [Named(name=each.activity.name) for each in over],
                gettext("You picked no day"): [Named(name=each.name) for each in not_gone_to],
                **apart(counted),
            }
        ),
        more=_more(both, is_known=is_known),
        more_said=_more_said(counted),
        more_apart=group({gettext("You get there by yourself"): by_themselves(counted)}),
        ways=tuple(_way_lines(counted)),
        have="" if have is None else _as_typed(have),
        answer=() if have is None else answer_in_words(both, have, is_known=is_known),
    )


def _hour_lines(counted: Sequence[Counted]) -> list[SumLine]:
    lines = []
    out = sum((each.out for each in counted), start=NO_HOURS)
    at_home = sum((each.at_home for each in counted), start=NO_HOURS)
    if not out.is_nothing:
        term = gettext("Time out of the house")
        lines.append(SumLine(term=term, values=hours_in_words(out)))
    if not at_home.is_nothing:
        term = gettext("Time for things at home")
        lines.append(SumLine(term=term, values=hours_in_words(at_home)))
    return [*lines, *_break_line(counted)]


def _break_line(counted: Sequence[Counted]) -> list[SumLine]:
    breaks = [each.carer for each in counted if each.carer]
    if not breaks:
        return []
    term = gettext("Break for your carer")
    if any(each.has_travel for each in counted):
        term = gettext("Break for your carer, with travel")
    hours = sum((each.hours for each in breaks), start=NO_HOURS)
    is_told = all(each.is_told for each in breaks)
    is_at_most = not is_told and not hours.unknown
    return [SumLine(term=term, values=hours_in_words(hours, is_at_most=is_at_most))]


def _cost_lines(counted: Sequence[Counted], price: Sum, fares: Sum) -> list[SumLine]:
    if not counted:
        return []
    unknown = frozenset(reason for each in counted for reason in each.cost.unknown)
    lines = [SumLine(term=gettext("Cost"), values=amounts_in_words(price.amounts, unknown))]
    states = {each.transport.state for each in counted}
    if TransportState.EXTRA in states:
        unknown = frozenset(
            reason
            for each in counted
            if each.transport.state is TransportState.EXTRA
            for reason in each.transport.cost.unknown
        )
        term = gettext("Their transport, if you use it")
        lines.append(SumLine(term=term, values=amounts_in_words(fares.amounts, unknown)))
    elif TransportState.INCLUDED in states:
        term = gettext("Their transport, if you use it")
        lines.append(SumLine(term=term, values=(gettext("It is in the price."),)))
    return lines


def _assumed(counted: Sequence[Counted], going: Going) -> tuple[str, ...]:
    keys = {(each.planned.council.slug, each.planned.activity.activity_id) for each in counted}
    if not counted:
        return ()
    if keys & going.keys():
        return (gettext("This is for the days that you picked."),)
    return (gettext("This is if you go every time."),)


def _more(both: Amounts, *, is_known: bool) -> tuple[SumLine, ...]:
    if both.yearly.is_nothing:
        return ()
    terms = {gettext("In a month"): both.monthly, gettext("In a year"): both.yearly}
    lines = []
    for term, money in terms.items():
        amount = money_in_words(money)
        words = amount if is_known else gettext("At least %(amount)s", amount=amount)
        lines.append(SumLine(term=term, values=(words,)))
    return tuple(lines)


def _more_said(counted: Sequence[Counted]) -> tuple[str, ...]:
    sentences = []
    if any(each.transport.cost.amounts not in (None, Amounts()) for each in counted):
        sentences.append(gettext("This is with their transport."))
    occasions = (every for each in counted for every in occasions_of(each.planned))
    if any(each.a_week and each.weeks < WEEKS for each in occasions):
        sentences.append(gettext("Some things stop for part of the year. We counted that."))
    return tuple(sentences)


def _way_lines(counted: Sequence[Counted]) -> Iterable[SumLine]:
    planned = [each.planned for each in counted]
    for way in WAYS:
        found = sum_of_way(planned, way)
        if found.taken:
            yield _way_line(found, [each.name for each in counted])


def _way_line(found: SumOfWay, names: Sequence[str]) -> SumLine:
    def those(places: Iterable[int]) -> list[Named]:
        return [Named(name=names[place]) for place in places]

    return SumLine(
        term=str(sums_words.WAYS[found.way]),
        values=amounts_in_words(found.total.amounts, found.unknown),
        groups=group(
            {
                gettext("We do not know the cost"): those(found.total.unknown),
                gettext("You cannot pay this way"): those(found.not_taken),
                gettext("Ask if you can pay this way"): those(found.not_told),
            }
        ),
    )


def _as_typed(pence: int) -> str:
    whole, rest = divmod(pence, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)
