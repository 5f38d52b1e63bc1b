"""What is in no set of a break, and why; and longer breaks."""

from collections.abc import Iterable
from dataclasses import dataclass

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity
from finder.domain.query import SearchQuery
from finder.planning.break_visits import Reason
from finder.planning.breaks import Apart
from finder.web.presenters.addresses import address
from finder.web.presenters.break_offers import LongerBreak
from finder.web.presenters.card import miles_in_words, picture_of, when_fact, where_fact
from finder.web.presenters.sentences import side_by_side
from finder.web.wording import LazyString, gettext, lazy_gettext, ngettext

# The rest is behind "Show more", and what is beyond that is in the search.
FEW, MOST = 5, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseThing:
    """A link to an activity that is in no set: when and where it is, and why it stands here."""

    url: str
    name: str
    picture: str
    when: str
    when_is_english: bool
    where: str
    where_is_english: bool
    far: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseThings:
    """Some of them under one heading: the first few, and more of them."""

    slug: str
    heading: str
    lead: str
    few: tuple[LooseThing, ...]
    more: tuple[LooseThing, ...]
    not_shown: str = ""


_REASONS: dict[Reason, LazyString] = {
    Reason.PICK_DAY: lazy_gettext("You pick the day or the time with them."),
    Reason.NO_TIMES: lazy_gettext("They did not tell us all the times."),
    Reason.NOT_WEEKLY: lazy_gettext("It is not every week."),
    Reason.ASK_TO_LEAVE: lazy_gettext("It is at home. Ask if you can go out."),
}
_OF_NO_TIME = (Reason.PICK_DAY, Reason.NO_TIMES)


def make_loose_groups(
    catalogue: Catalogue, apart: Iterable[Apart], query: SearchQuery, *, about: bool
) -> tuple[LooseThings, ...]:
    """Return what may fit, what is full, and what gives no break; what is empty is left out."""
    by_reason: dict[Reason, list[Apart]] = {reason: [] for reason in Reason}
    to_ask: list[Apart] = []
    for each in apart:
        if each.offer.is_longer_break and each.reason in _OF_NO_TIME:
            # It stands among the longer breaks.
            continue
        (to_ask if each.reason in _REASONS else by_reason[each.reason]).append(each)

    def group(slug: str, heading: str, lead: str, members: list[Apart]) -> LooseThings:
        things = [
            make_loose_thing(
                catalogue,
                each.offer.activity,
                query,
                miles=each.offer.miles,
                about=about,
                reason=str(_REASONS.get(each.reason, "")),
            )
            for each in members[:MOST]
        ]
        return LooseThings(
            slug=slug,
            heading=heading,
            lead=lead,
            few=tuple(things[:FEW]),
            more=tuple(things[FEW:]),
            not_shown=_not_shown(len(members) - len(things)),
        )

    groups = (
        group(
            "ask",
            gettext("These may fit. Ask them."),
            gettext("We do not know enough to plan with these."),
            to_ask,
        ),
        group(
            "full",
            gettext("These are full now"),
            gettext("They are at the right time. You can ask to wait for a space."),
            by_reason[Reason.FULL],
        ),
        group(
            "stay",
            gettext("You need to stay at these"),
            gettext("They are at the right time. But they are not a break."),
            by_reason[Reason.CARER_STAYS],
        ),
        group(
            "far",
            gettext("These are far away"),
            gettext("They are at the right time. But the journey is long."),
            by_reason[Reason.TOO_FAR],
        ),
    )
    return tuple(each for each in groups if each.few)


def _not_shown(count: int) -> str:
    if count < 1:
        return ""
    return ngettext("There is %(num)s more.", "There are %(num)s more.", count)


def make_longer(
    catalogue: Catalogue, longer: Iterable[LongerBreak], query: SearchQuery, *, about: bool
) -> tuple[LooseThing, ...]:
    """Return the short breaks and Shared Lives places."""
    return tuple(
        make_loose_thing(catalogue, each.activity, query, miles=each.miles, about=about)
        for each in longer
    )


def make_loose_thing(
    catalogue: Catalogue,
    activity: Activity,
    query: SearchQuery,
    *,
    miles: float | None,
    about: bool,
    reason: str = "",
) -> LooseThing:
    when, where = when_fact(activity), where_fact(activity, miles=None, about=False)
    times = [when.title, when.detail] if when.is_told else []
    slug = catalogue.council.slug
    return LooseThing(
        url=address("activities.show", slug, query, activity_id=activity.activity_id),
        name=activity.name,
        picture=picture_of(catalogue, activity),
        when=side_by_side(each.removesuffix(".") for each in times),
        when_is_english=when.title_is_english,
        where=where.title if where.is_told else "",
        where_is_english=where.title_is_english,
        far="" if miles is None else miles_in_words(miles, about=about),
        reason=reason,
    )
