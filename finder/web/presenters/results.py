"""The page of results."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.domain.query import Ignored
from finder.domain.shortlist import Shortlist
from finder.geo.gazetteer import Gazetteer, LookUp, Outcome
from finder.search.ask import Asked
from finder.search.columns import Kind
from finder.search.find import PAGE_LENGTH, Answer, Hit, Note
from finder.search.loosen import Loosened
from finder.web.presenters import labels
from finder.web.presenters.addresses import address
from finder.web.presenters.chips import RESULTS, Chip, Title, make_chips, results_title
from finder.web.presenters.listed_card import CardList, ListedCard
from finder.web.presenters.map import CouncilMap, make_map, map_things
from finder.web.presenters.other_views import OtherViews, clear_address, make_other_views
from finder.web.presenters.sentences import side_by_side
from finder.web.presenters.suggestions import Suggestion, make_suggestion
from finder.web.wording import LazyString, gettext, lazy_gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLink:
    """Where a message leads to."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a person should read before the results, and what they can do about it."""

    text: str
    links: tuple[MessageLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """Everything on a page of results.

    `cards` surely fit; `unsure_cards` may fit, and nobody told. `messages` come before the
    results. There is nothing to clear where nothing was chosen.
    """

    title: Title
    total: int
    first: int
    last: int
    number: int
    pages: int
    chips: tuple[Chip, ...]
    cards: tuple[ListedCard, ...]
    unsure_cards: tuple[ListedCard, ...]
    messages: tuple[Message, ...]
    suggestions: tuple[Suggestion, ...]
    views: OtherViews
    map: CouncilMap | None = None
    next_url: str = ""
    before_url: str = ""
    clear_url: str = ""


def make_results(
    catalogue: Catalogue,
    asked: Asked,
    suggestions: tuple[Loosened, ...],
    *,
    gazetteer: Gazetteer,
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
        return address(RESULTS, slug, query.with_(page=page))

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
        messages=tuple(make_messages(asked, slug)),
        suggestions=tuple(make_suggestion(catalogue, each) for each in suggestions),
        views=make_other_views(slug, query),
        map=make_map(
            catalogue.council,
            gazetteer,
            map_things(catalogue, [card.activity_id for card in (*sure, *unsure)]),
            whereabouts=answer.whereabouts,
            far=[card.far for card in (*sure, *unsure)],
        ),
        next_url=page_url(number + 1) if number < answer.pages else "",
        before_url=page_url(number - 1) if number > 1 else "",
        clear_url=clear_address(RESULTS, slug, query),
    )


def _cards(
    catalogue: Catalogue,
    asked: Asked,
    hits: Iterable[Hit],
    *,
    shortlist: Shortlist | None,
    today: date,
) -> list[ListedCard]:
    whereabouts = asked.answer.whereabouts
    cards = CardList(
        catalogue,
        today=today,
        shortlist=shortlist,
        query=asked.query,
        about=whereabouts is not None and whereabouts.is_about,
    )
    return [cards.card(hit.activity_id, miles=hit.miles, notes=not_told_notes(hit)) for hit in hits]


_NOT_TOLD: dict[Kind, LazyString] = {
    Kind.DAY: lazy_gettext("They did not tell us all the days and times."),
    Kind.NEED: lazy_gettext("They did not tell us about all the help that you need."),
    Kind.SUPPORT: lazy_gettext("They did not tell us how many helpers there are."),
    Kind.WHO: lazy_gettext("They did not tell us who it is for."),
    Kind.AGE: lazy_gettext("They did not tell us about ages."),
    Kind.PAY: lazy_gettext("They did not tell us how you can pay."),
    Kind.MAX_COST: lazy_gettext("They did not tell us what it costs."),
    Kind.LEADS_TO: lazy_gettext("They did not tell us what comes next."),
    Kind.MODE: lazy_gettext("They did not tell us if it is online."),
    Kind.ARRANGEMENT: lazy_gettext("They did not tell us if the council arranges it."),
    Kind.SPACE: lazy_gettext("They did not tell us if there is a space."),
    Kind.NEAR: lazy_gettext("They did not tell us how far they come."),
}


def not_told_notes(hit: Hit) -> list[str]:
    """Return a sentence for each choice that nobody told us about."""
    return [str(_NOT_TOLD[kind]) for kind in hit.not_told if kind in _NOT_TOLD]


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


# What these parameters are called in an address, nobody should have to read.
_PLAINLY = {
    str(kind): labels.CHOICES[kind] for kind in (Kind.LOT, Kind.WHO, Kind.MAX_COST, Kind.LEADS_TO)
}


def ignored_message(ignored: Iterable[Ignored]) -> str:
    names = (each.parameter for each in ignored)
    parts = side_by_side(dict.fromkeys(str(_PLAINLY.get(name, name)) for name in names))
    if not parts:
        return ""
    return gettext("We left out a part of the address that we do not know: %(parts)s.", parts=parts)


def make_messages(
    asked: Asked, council: str, *, endpoint: str = RESULTS, pages: int | None = None
) -> list[Message]:
    """Return what a person should read before the results.

    The links stay on the page of `endpoint`, which has so many `pages`.
    """
    answer, query = asked.answer, asked.query
    ignored = list(asked.ignored)
    if query.page > (pages or answer.pages):
        ignored.append(Ignored("page", str(query.page)))
    messages = _understood_messages(asked, council, endpoint)
    said = [place_message(asked.look_up, query.near), ignored_message(ignored)]
    said += _words_messages(answer)
    messages += [Message(text) for text in said if text]
    if answer.farther:
        sentence = ngettext(
            "There is %(num)s more thing a little further away.",
            "There are %(num)s more things a little further away.",
            answer.farther,
        )
        url = address(endpoint, council, query.without("miles"))
        messages.append(Message(sentence, (MessageLink(label=gettext("Show them all"), url=url),)))
    return messages


def _understood_messages(asked: Asked, council: str, endpoint: str) -> list[Message]:
    """Return what was understood otherwise than it was written, with a way to just what it was."""
    messages = []
    if asked.typed:
        said = [
            gettext(
                "We looked for “%(used)s”. You wrote “%(typed)s”.", used=each.used, typed=each.typed
            )
            for each in asked.corrections
        ]
        if asked.has_place_in_words:
            said.append(gettext("We looked near %(place)s.", place=asked.query.near))
        near = "" if asked.has_place_in_words else asked.query.near
        exact = asked.query.with_(text=f"“{asked.typed}”", near=near)
        link = MessageLink(
            label=gettext("Look for just “%(typed)s”", typed=asked.typed),
            url=address(endpoint, council, exact),
        )
        messages.append(Message(" ".join(said), (link,)))
    if asked.typed_near:
        sentence = gettext(
            "We looked near %(place)s. You wrote “%(typed)s”.",
            place=asked.query.near,
            typed=asked.typed_near,
        )
        messages.append(Message(sentence))
    return messages


def _words_messages(answer: Answer) -> list[str]:
    """Return what became of the words."""
    if Note.NO_WORDS in answer.notes:
        return [gettext("We did not find the words “%(words)s”.", words=answer.query.text)]
    said = []
    if answer.lost:
        words = ", ".join(idea.typed for idea in answer.lost)
        said.append(gettext("We did not find the words “%(words)s”.", words=words))
    if Note.SOME_WORDS in answer.notes:
        said.append(gettext("Nothing has all of your words. These have some of them."))
    if Note.THEN_SOME_WORDS in answer.notes:
        said.append(
            ngettext(
                "%(num)s thing has all of your words. It comes first.",
                "%(num)s things have all of your words. They come first.",
                answer.with_every_word,
            )
        )
    return said
