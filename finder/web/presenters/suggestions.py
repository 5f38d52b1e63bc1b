"""Other searches to try, when little or nothing was found."""

from dataclasses import dataclass
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.search.ask import Asked
from finder.search.find import Searchable
from finder.search.loosen import Loosened, Way, loosen
from finder.web.presenters.addresses import address
from finder.web.presenters.chips import RESULTS, interests_in_words
from finder.web.wording import gettext, ngettext

# With so few, a person is offered other ways as well.
FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Another search that finds something."""

    label: str
    hint: str
    url: str
    picture: str


def ways_on(searchable: Searchable, asked: Asked, *, today: date) -> tuple[Loosened, ...]:
    """Return other searches, when a question found so few things that a person needs them."""
    if asked.answer.total >= FEW:
        return ()
    return loosen(searchable, asked.query, whereabouts=asked.look_up.whereabouts, today=today)


_PICTURES = {
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


def make_suggestion(
    catalogue: Catalogue, loosened: Loosened, *, endpoint: str = RESULTS
) -> Suggestion:
    """Return another search as a link to the page of `endpoint`."""
    return Suggestion(
        label=_way_in_words(catalogue, loosened),
        hint=ngettext("%(num)s thing", "%(num)s things", loosened.total),
        url=address(endpoint, catalogue.council.slug, loosened.query),
        picture=_PICTURES[loosened.way],
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
