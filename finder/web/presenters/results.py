"""The page of results."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.domain.query import Ignored, SearchQuery
from finder.domain.shortlist import Shortlist
from finder.geo.gazetteer import LookUp, Outcome
from finder.search.ask import Asked
from finder.search.columns import Kind
from finder.search.find import PAGE_LENGTH, Hit, Note
from finder.search.loosen import Loosened, Way
from finder.web.presenters.addresses import address
from finder.web.presenters.card import Card, make_card
from finder.web.presenters.chips import (
    Chip,
    Title,
    interests_in_words,
    make_chips,
    results_title,
)
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Another search that finds something."""

    label: str
    hint: str
    url: str
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """Everything on a page of results.

    `cards` surely fit; `unsure_cards` may fit, and nobody told. `messages` are sentences that
    come before the results.
    """

    title: Title
    total: int
    first: int
    last: int
    number: int
    pages: int
    chips: tuple[Chip, ...]
    cards: tuple[Card, ...]
    unsure_cards: tuple[Card, ...]
    messages: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    next_url: str = ""
    before_url: str = ""
    clear_url: str = ""
    professional_url: str = ""


def make_results(
    catalogue: Catalogue,
    asked: Asked,
    suggestions: tuple[Loosened, ...],
    *,
    shortlist: Shortlist | None,
    today: date,
) -> ResultsPage:
    """Return the page of results that a question asked for."""
    answer, query = asked.answer, asked.query
    number = min(query.page, answer.pages)
    hits = answer.page(number)
    cards = _cards(catalogue, asked, hits, shortlist=shortlist, today=today)
    sure = tuple(card for hit, card in zip(hits, cards, strict=True) if hit.is_sure)
    unsure = tuple(card for hit, card in zip(hits, cards, strict=True) if not hit.is_sure)
    slug = catalogue.council.slug

    def page_url(page: int) -> str:
        return address("find.results", slug, query.with_(page=page))

    return ResultsPage(
        title=results_title(catalogue, query),
        total=answer.total,
        first=(number - 1) * PAGE_LENGTH + 1,
        last=min(number * PAGE_LENGTH, answer.total),
        number=number,
        pages=answer.pages,
        chips=make_chips(catalogue, query),
        cards=sure,
        unsure_cards=unsure,
        messages=tuple(make_messages(asked, query)),
        suggestions=tuple(_suggestion(catalogue, each) for each in suggestions),
        next_url=page_url(number + 1) if number < answer.pages else "",
        before_url=page_url(number - 1) if number > 1 else "",
        clear_url=address("find.results", slug, SearchQuery(language=query.language)),
        professional_url=address("everything.show", slug, query.with_()),
    )


def _cards(
    catalogue: Catalogue,
    asked: Asked,
    hits: Iterable[Hit],
    *,
    shortlist: Shortlist | None,
    today: date,
) -> list[Card]:
    whereabouts = asked.answer.whereabouts
    cards = []
    for hit in hits:
        activity = catalogue.get_activity(hit.activity_id)
        assert activity is not None, "the index and the catalogue are built together"
        cards.append(
            make_card(
                activity,
                catalogue,
                today=today,
                shortlist=shortlist,
                miles=hit.miles,
                about=whereabouts is not None and whereabouts.is_about,
                notes=not_told_notes(hit),
                query=asked.query,
            )
        )
    return cards


def not_told_notes(hit: Hit) -> list[str]:
    """Return a sentence for each choice that nobody told us about."""
    sentences = {
        Kind.DAY: gettext("They did not tell us all the days and times."),
        Kind.NEED: gettext("They did not tell us about all the help that you need."),
        Kind.SUPPORT: gettext("They did not tell us how many helpers there are."),
        Kind.WHO: gettext("They did not tell us who it is for."),
        Kind.AGE: gettext("They did not tell us about ages."),
        Kind.PAY: gettext("They did not tell us how you can pay."),
        Kind.MAX_COST: gettext("They did not tell us what it costs."),
        Kind.LEADS_TO: gettext("They did not tell us what comes next."),
        Kind.MODE: gettext("They did not tell us if it is online."),
        Kind.NEAR: gettext("They did not tell us how far they come."),
    }
    return [sentences[kind] for kind in hit.not_told if kind in sentences]


def place_message(look_up: LookUp, near: str) -> str:
    """Return what to say about the place that a person typed; nothing when it is known."""
    if look_up.outcome is Outcome.NOT_A_PLACE:
        return gettext("We do not know the place “%(place)s”. Check how it is written.", place=near)
    if look_up.outcome is Outcome.UNKNOWN_POSTCODE:
        return gettext("We do not know the postcode %(place)s. Check it.", place=near)
    if look_up.outcome is Outcome.ABOUT and look_up.whereabouts is not None:
        return gettext(
            "We do not know %(place)s. We used %(used)s. Distances are rough.",
            place=near,
            used=look_up.whereabouts.label,
        )
    return ""


def ignored_message(ignored: Iterable[Ignored]) -> str:
    parts = ", ".join(dict.fromkeys(each.parameter for each in ignored))
    if not parts:
        return ""
    return gettext("We left out a part of the address that we do not know: %(parts)s.", parts=parts)


def make_messages(asked: Asked, query: SearchQuery) -> list[str]:
    """Return the sentences that a person should read before the results."""
    answer = asked.answer
    ignored = list(asked.ignored)
    if query.page > answer.pages:
        ignored.append(Ignored("page", str(query.page)))
    messages = [place_message(asked.look_up, query.near), ignored_message(ignored)]
    if Note.SOME_WORDS in answer.notes:
        messages.append(gettext("Nothing has all of your words. These have some of them."))
    if Note.NO_WORDS in answer.notes:
        messages.append(gettext("We did not find the words “%(words)s”.", words=query.text))
    if answer.farther:
        messages.append(
            ngettext(
                "There is %(num)s more thing a little further away.",
                "There are %(num)s more things a little further away.",
                answer.farther,
            )
        )
    return [message for message in messages if message]


_WAY_PICTURES = {
    Way.ANY_DISTANCE: "bus",
    Way.ANY_DAY: "calendar",
    Way.ANY_TIME: "clock",
    Way.ANY_COST: "money",
    Way.ANY_SUPPORT: "helper",
    Way.FEWER_NEEDS: "helper",
    Way.ONLINE: "video-call",
    Way.LIKE_IT: "everything",
    Way.SAME_DAY: "calendar",
    Way.NOT_THESE_WORDS: "search",
    Way.EVERYTHING: "everything",
}


def _suggestion(catalogue: Catalogue, loosened: Loosened) -> Suggestion:
    slug = catalogue.council.slug
    return Suggestion(
        label=_way_in_words(catalogue, loosened),
        hint=ngettext("%(num)s thing", "%(num)s things", loosened.total),
        url=address("find.results", slug, loosened.query),
        picture=_WAY_PICTURES[loosened.way],
    )


def _way_in_words(catalogue: Catalogue, loosened: Loosened) -> str:
    sentences = {
        Way.ANY_DISTANCE: gettext("The same, a bit further away"),
        Way.ANY_DAY: gettext("The same, on another day"),
        Way.ANY_TIME: gettext("The same, at another time of day"),
        Way.ANY_COST: gettext("The same, at any cost"),
        Way.ANY_SUPPORT: gettext("The same, with other helpers"),
        Way.FEWER_NEEDS: gettext("The same, but ask about the help you need"),
        Way.ONLINE: gettext("The same, online"),
        Way.SAME_DAY: gettext("Anything at that time"),
        Way.NOT_THESE_WORDS: gettext("The same, without your words"),
        Way.EVERYTHING: gettext("Everything"),
    }
    if loosened.way is Way.LIKE_IT:
        liked = interests_in_words(catalogue, loosened.query.interests[:3])
        return gettext("Things like it: %(interests)s", interests=liked)
    return sentences[loosened.way]
