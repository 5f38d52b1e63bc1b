"""Activities of which the same is to be said beside a sum: what to ask, what to pay once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from finder.planning.cost import Unknown
from finder.planning.occasions import WEEKS
from finder.planning.transport import TransportState
from finder.web.presenters.counted import Counted
from finder.web.presenters.sums_words import money_in_words
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An activity by its own name, with what there is to say of it."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedGroup:
    """Activities of which the same is to be said."""

    about: str
    things: tuple[Named, ...]


def group(things: Mapping[str, Sequence[Named]]) -> tuple[NamedGroup, ...]:
    return tuple(
        NamedGroup(about=about, things=tuple(named)) for about, named in things.items() if named
    )


def to_ask(counted: Sequence[Counted]) -> dict[str, list[Named]]:
    """Return what to ask the provider."""

    def those(is_asked: Callable[[Counted], bool]) -> list[Named]:
        return [Named(name=each.name) for each in counted if is_asked(each)]

    return {
        gettext("The cost"): those(
            lambda each: each.cost.amounts is None and Unknown.PRICE in each.cost.unknown
        ),
        gettext("Some of the prices"): those(
            lambda each: each.cost.amounts is not None and Unknown.PRICE in each.cost.unknown
        ),
        gettext("The times"): those(lambda each: bool(each.out.unknown or each.at_home.unknown)),
        gettext("The cost of their transport"): those(
            lambda each: (
                each.transport.state is TransportState.EXTRA
                and Unknown.PRICE in each.transport.cost.unknown
            )
        ),
        gettext("If they can take you there"): those(
            lambda each: each.transport.state is TransportState.NOT_TOLD
        ),
        gettext("If your carer can go"): those(
            lambda each: each.carer is not None and not each.carer.is_told
        ),
    }


def apart(counted: Sequence[Counted]) -> dict[str, list[Named]]:
    """Return what is said by itself, since it is in no week's sum."""
    return {
        gettext("You pay once"): [
            Named(name=each.name, detail=_paid_once(each))
            for each in counted
            if each.cost.amounts and not each.cost.amounts.once.is_nothing
        ],
        gettext("Ask them for the price"): [
            Named(name=each.name) for each in counted if Unknown.HIDDEN in each.unknown
        ],
        gettext("The cost depends on how much you go"): [
            Named(name=each.name)
            for each in counted
            if each.unknown & {Unknown.OFTEN, Unknown.LENGTH}
        ],
        gettext("Your carer stays with you"): [
            Named(name=each.name)
            for each in counted
            if each.planned.activity.helpers.carer_can_leave is False
        ],
    }


def _paid_once(counted: Counted) -> str:
    """Return what is paid once. For a course, it is also said what that comes to each week."""
    assert counted.cost.amounts is not None, "only known costs are paid once"
    once, weeks = counted.cost.amounts.once, counted.planned.activity.length_weeks
    if weeks is None or weeks >= WEEKS or weeks < 2 or not counted.cost.amounts.weekly.is_nothing:
        return money_in_words(once)
    return ngettext(
        "%(amount)s. That is %(each)s a week for %(num)s week.",
        "%(amount)s. That is %(each)s a week for %(num)s weeks.",
        weeks,
        amount=money_in_words(once),
        each=money_in_words(once.split(weeks)),
    )


def by_themselves(counted: Sequence[Counted]) -> list[Named]:
    """Return where no transport is offered. What it costs to come is nobody's to tell here."""
    return [
        Named(name=each.name)
        for each in counted
        if each.transport.state is TransportState.NOT_OFFERED
    ]
