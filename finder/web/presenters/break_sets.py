"""One way to have a break: when the carer is free, through which activities, and what it costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.query import SearchQuery
from finder.domain.shortlist import Shortlist
from finder.domain.vocabulary import Day, SpaceState
from finder.planning.break_visits import Bringing, Offer, Visit
from finder.planning.breaks import BreakPlan, BreakSet
from finder.planning.cost import Cost, add_up
from finder.planning.occasions import Planned
from finder.planning.transport import TransportCost, transport_of
from finder.planning.ways_to_pay import cost_in_any_way
from finder.search.find import Hit
from finder.web.presenters.addresses import address
from finder.web.presenters.break_facts import (
    BreakFact,
    cost_facts,
    cost_sentences,
    length,
    make_facts,
)
from finder.web.presenters.break_lines import WindowLines, make_window_lines
from finder.web.presenters.card import border_notes, miles_in_words, picture_of
from finder.web.presenters.going import going_args
from finder.web.presenters.results import not_told_notes
from finder.web.presenters.times import join_english, weeks_in_words
from finder.web.wording import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class SetActivity:
    """One activity of a set, with a carer's questions about it.

    `facts` have an answer, and `untold` are the titles of those that nobody answered. `told_in` is
    the number of an earlier set that has all the answers, or 0; then only what differs is here.
    """

    activity_id: str
    name: str
    provider: str
    picture: str
    far: str
    notes: tuple[str, ...]
    weeks: tuple[str, ...]
    facts: tuple[BreakFact, ...]
    untold: tuple[str, ...] = ()
    told_in: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCard:
    """A way to have a break. `going` are the days, as the pages of a list take them.

    `covers_all` says that it gives all the time that was asked for.
    """

    number: int
    heading: str
    covers_all: bool
    waits: str
    windows: tuple[WindowLines, ...]
    activities: tuple[SetActivity, ...]
    cost: tuple[str, ...]
    going: tuple[str, ...]
    is_on_list: bool

    @property
    def names(self) -> str:
        return ", ".join(each.name for each in self.activities)


class SetCards:
    """The cards of one page, with what they share."""

    def __init__(
        self,
        catalogue: Catalogue,
        plan: BreakPlan,
        query: SearchQuery,
        *,
        hits: Mapping[str, Hit],
        shortlist: Shortlist | None,
        today: date,
        about: bool,
        home_known: bool = True,
    ) -> None:
        """Remember what the cards share. `about` says that all distances are guesses."""
        self._catalogue = catalogue
        self._plan = plan
        self._query = query
        self._hits = hits
        self._shortlist = shortlist
        self._today = today
        self._about = about
        self._home_known = home_known
        # The first set that has each activity, with what it says of it.
        self._told: dict[str, tuple[int, SetActivity]] = {}

    def cards(self, sets: Iterable[BreakSet], *, first: int = 1) -> tuple[SetCard, ...]:
        return tuple(self._card(number, each) for number, each in enumerate(sets, first))

    def _card(self, number: int, found: BreakSet) -> SetCard:
        counted = [self._counted(found, offer) for offer in found.offers]
        total = add_up([cost for each in counted for cost in each.costs])
        unknown = frozenset(why for each in counted for cost in each.costs for why in cost.unknown)
        slug = self._catalogue.council.slug
        return SetCard(
            number=number,
            heading=gettext("a break of %(time)s a week", time=length(found.minutes)),
            covers_all=found.minutes == self._plan.minutes,
            waits=_waits(found),
            windows=make_window_lines(
                found.windows,
                url_of=self._url,
                picture_of=partial(picture_of, self._catalogue),
            ),
            activities=tuple(self._activity(number, each) for each in counted),
            cost=cost_sentences(Cost(amounts=total.amounts, unknown=unknown)),
            going=tuple(_going(slug, each) for each in counted if each.goes_on_some_days),
            is_on_list=self._shortlist is not None
            and all(
                self._shortlist.has(slug, offer.activity.activity_id) for offer in found.offers
            ),
        )

    def _url(self, activity: Activity) -> str:
        slug = self._catalogue.council.slug
        return address("activities.show", slug, self._query, activity_id=activity.activity_id)

    def _counted(self, found: BreakSet, offer: Offer) -> "_Counted":
        visits, support = found.visits_to(offer), self._query.support
        planned = Planned(
            activity=offer.activity,
            council=self._catalogue.council,
            sessions=tuple(visit.session for visit in visits),
            today=self._today,
            support=support[0] if len(support) == 1 else None,
        )
        rides = any(visit.bringing is Bringing.TRANSPORT for visit in visits)
        return _Counted(
            offer=offer,
            visits=visits,
            cost=cost_in_any_way(planned),
            fares=transport_of(planned) if rides else None,
        )

    def _activity(self, number: int, counted: "_Counted") -> SetActivity:
        """Return an activity; where it was told of before, with what differs from that."""
        shown = self._shown(counted)
        told_in, before = self._told.setdefault(shown.activity_id, (number, shown))
        if told_in == number:
            return shown
        facts = cost_facts(shown.facts)
        return replace(
            shown,
            weeks=() if shown.weeks == before.weeks else shown.weeks,
            facts=() if facts == cost_facts(before.facts) else facts,
            untold=(),
            told_in=told_in,
        )

    def _shown(self, counted: "_Counted") -> SetActivity:
        activity, miles = counted.offer.activity, counted.offer.miles
        council = self._catalogue.council
        facts = make_facts(
            activity,
            counted.visits,
            cost=counted.cost,
            fares=counted.fares,
            home_known=self._home_known,
        )
        notes = (
            not_told_notes(self._hits[activity.activity_id]) if not counted.offer.is_sure else []
        )
        if activity.is_stale(self._today, council.stale_months):
            notes.append(gettext("Nobody has checked this for a long time. Ask them first."))
        return SetActivity(
            activity_id=activity.activity_id,
            name=activity.name,
            provider=self._catalogue.providers[activity.provider_id].name,
            picture=picture_of(self._catalogue, activity),
            far="" if miles is None else miles_in_words(miles, about=self._about),
            notes=(*notes, *border_notes(activity, council)),
            weeks=tuple(counted.weeks),
            facts=tuple(fact for fact in facts if fact.sentences),
            untold=tuple(fact.title for fact in facts if not fact.sentences),
        )


def _waits(found: BreakSet) -> str:
    """Return for what a person has to wait, so that nobody plans a week around it."""
    names = [
        offer.activity.name
        for offer in found.offers
        if offer.activity.availability is not None
        and offer.activity.availability.state is SpaceState.WAITING_LIST
    ]
    if not names:
        return ""
    return gettext("You have to wait for a space: %(names)s.", names=join_english(names))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """An activity of a set with what it costs a week. `fares` are None where nobody rides."""

    offer: Offer
    visits: tuple[Visit, ...]
    cost: Cost
    fares: TransportCost | None

    @property
    def costs(self) -> tuple[Cost, ...]:
        return (self.cost,) if self.fares is None else (self.cost, self.fares.cost)

    @property
    def days(self) -> frozenset[Day]:
        return frozenset(visit.day for visit in self.visits)

    @property
    def weeks(self) -> list[str]:
        """Return in which weeks of the year the sessions are, each said once."""
        sentences = (each for visit in self.visits for each in weeks_in_words(visit.session))
        return list(dict.fromkeys(sentences))

    @property
    def goes_on_some_days(self) -> bool:
        """Return whether the person goes on fewer days than there are."""
        return self.days != frozenset(self.offer.activity.days)


def _going(council: str, counted: _Counted) -> str:
    key = (council, str(counted.offer.activity.activity_id))
    ((_, written),) = going_args({key: counted.days})
    return written
