"""What a carer asks about one activity of a set: who takes them, may I go, cost, being late."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from finder.domain.activity import Activity, Session, Transport
from finder.domain.vocabulary import Mode
from finder.planning.break_visits import MOST_RIDE_MINUTES, Bringing, Visit
from finder.planning.cost import Cost
from finder.planning.money import Amounts
from finder.planning.transport import TransportCost, TransportState
from finder.web.presenters.break_lines import CARER_DRIVES
from finder.web.presenters.card import space_fact
from finder.web.presenters.sentences import Sentence, as_sentence, ours, own, side_by_side
from finder.web.presenters.sums_words import amounts_in_words, length_in_words
from finder.web.wording import gettext

_MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakFact:
    """One question of a carer's, with its answer. `is_told` is false when nobody told."""

    picture: str
    title: str
    sentences: tuple[Sentence, ...] = ()
    is_told: bool = True


def length(minutes: int) -> str:
    """Return minutes as "2 hours 30 minutes"."""
    return length_in_words(Fraction(minutes))


def make_facts(
    activity: Activity,
    visits: Sequence[Visit],
    *,
    cost: Cost,
    fares: TransportCost | None,
    home_known: bool = True,
) -> tuple[BreakFact, ...]:
    """Return the questions in their one order. What nobody told stays in its place.

    `fares` are what the ride costs, where there is one. Where nobody knows where the person lives
    (`home_known`), the page says once that no journey was counted.
    """
    return (
        taking_fact(activity, visits, fares, home_known=home_known),
        _leaving_fact(activity),
        BreakFact(
            picture=_MONEY,
            title=gettext("What does it cost?"),
            sentences=tuple(_stop(cost_sentences(cost))),
        ),
        _late_fact(activity),
        _own_fact("note", gettext("What if you want to stop?"), activity.terms.notice),
        _own_fact("door", gettext("What if it is closed?"), activity.terms.if_closed),
        _space_fact(activity),
    )


def cost_facts(facts: Iterable[BreakFact]) -> tuple[BreakFact, ...]:
    """Return what differs between two sets that have the same activity: the days, so the cost."""
    return tuple(fact for fact in facts if fact.picture == _MONEY)


def cost_sentences(cost: Cost) -> tuple[str, ...]:
    """Return a cost as "£50 a week"; what is not told is said with it."""
    if cost.amounts is None:
        return amounts_in_words(Amounts(), cost.unknown)
    return amounts_in_words(cost.amounts, cost.unknown)


def _stop(texts: Iterable[str]) -> list[Sentence]:
    return [Sentence(as_sentence(text)) for text in texts]


def journey_sentences(visits: Iterable[Visit]) -> Iterator[str]:
    """Yield what a journey does to every break of a page, for each kind that is among these."""
    known = [visit for visit in visits if visit.travel_minutes is not None]
    without = (Bringing.TRANSPORT, Bringing.WITHOUT_CARER)
    rides = [visit.travel_minutes or 0 for visit in known if visit.bringing in without]
    if rides:
        yield gettext("You are free while they travel without you.")
        if max(rides) > MOST_RIDE_MINUTES:
            most = length(MOST_RIDE_MINUTES)
            yield gettext("We count %(time)s each way at most.", time=most)
    if any(visit.bringing in CARER_DRIVES for visit in known):
        yield gettext("If you take them, the journey comes off your time.")


def taking_fact(
    activity: Activity,
    visits: Sequence[Visit],
    fares: TransportCost | None,
    *,
    home_known: bool = True,
) -> BreakFact:
    """Return who takes the person there, and how long that is."""
    visit = next((each for each in visits if not each.is_at_home), visits[0])
    title = gettext("Who takes them?")
    way = _way(visit) if home_known else []
    if visit.bringing is Bringing.NOBODY:
        return BreakFact(
            picture="home", title=title, sentences=tuple(_at_home_sentences(visit.session))
        )
    if visit.bringing is Bringing.TRANSPORT:
        said = [
            *ours(gettext("They can be picked up and brought back.")),
            *_area(activity.transport),
            *_fare_sentences(fares),
            *way,
        ]
        return BreakFact(picture="minibus", title=title, sentences=tuple(said))
    if visit.bringing is Bringing.WITHOUT_CARER:
        said = [*ours(gettext("They go there without you.")), *way]
        return BreakFact(picture="bus", title=title, sentences=tuple(said))
    is_told = visit.bringing is Bringing.CARER
    said = ours(gettext("You take them, and you fetch them.")) if is_told else []
    if not is_told:
        said += ours(gettext("We counted as if you take them."))
    return BreakFact(picture="walking", title=title, sentences=(*said, *way), is_told=is_told)


def _at_home_sentences(session: Session) -> list[Sentence]:
    if session.mode is Mode.ONLINE:
        return ours(gettext("Nobody. They join online, from home."))
    return ours(gettext("Nobody. A helper comes to your home."))


def _area(transport: Transport) -> list[Sentence]:
    if not transport.area:
        return []
    return ours(gettext("They pick people up in %(area)s.", area=transport.area))


def _fare_sentences(fares: TransportCost | None) -> list[Sentence]:
    if fares is None:
        return []
    if fares.state is TransportState.INCLUDED:
        return ours(gettext("It is in the price."))
    if fares.cost.amounts is None:
        return ours(gettext("They did not tell us what the ride costs."))
    words = side_by_side(cost_sentences(fares.cost))
    return ours(gettext("The ride costs: %(cost)s.", cost=words))


def _way(visit: Visit) -> list[Sentence]:
    if visit.travel_minutes is None:
        said = ours(gettext("We do not know how long the journey is."))
        return said + ours(gettext("We did not count it."))
    time = length(visit.travel_minutes)
    return ours(gettext("It is about %(time)s each way.", time=time))


def _leaving_fact(activity: Activity) -> BreakFact:
    title = gettext("Can you go away?")
    if activity.helpers.carer_can_leave is None:
        return BreakFact(picture="break", title=title, is_told=False)
    return BreakFact(
        picture="break", title=title, sentences=tuple(ours(gettext("Yes. You can have a break.")))
    )


def _late_fact(activity: Activity) -> BreakFact:
    return _own_fact("clock", gettext("What if you are late?"), activity.terms.late_pick_up)


def _own_fact(picture: str, title: str, text: str) -> BreakFact:
    """Return a question that the provider answers in its own words."""
    return BreakFact(picture=picture, title=title, sentences=tuple(own(text)), is_told=bool(text))


def _space_fact(activity: Activity) -> BreakFact:
    fact = space_fact(activity.availability)
    title = gettext("Is there a space?")
    if not fact.is_told:
        return BreakFact(picture=fact.picture, title=title, is_told=False)
    said = [*ours(as_sentence(fact.title)), *ours(fact.detail)]
    return BreakFact(picture=fact.picture, title=title, sentences=tuple(said))
