"""A card in a list, which is worked out only when no fragment of it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from finder.catalogue.reader import Catalogue
from finder.domain.activity import Activity, ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.query import SearchQuery
from finder.domain.shortlist import Shortlist
from finder.web.presenters.addresses import activity_path, activity_tail
from finder.web.presenters.card import Card, Fact, make_card, miles_in_words


@dataclass(frozen=True, kw_only=True)
class ListedCard:
    """What a card in a list needs besides the activity, which is read only when somebody asks.

    `tail` is the query of the activity's address, with its question mark. `far` says how far away
    it is, and `asked_notes` what is not known of what was asked for; both can be empty.
    """

    activity_id: str
    catalogue: Catalogue
    today: date
    tail: str
    far: str
    asked_notes: tuple[str, ...]
    on_list: bool

    @property
    def council(self) -> CouncilSlug:
        return self.catalogue.council.slug

    @property
    def name(self) -> str:
        return self._activity.name

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.whole.facts

    @property
    def notes(self) -> tuple[str, ...]:
        return self.whole.notes

    @cached_property
    def whole(self) -> Card:
        """The whole card."""
        return self.with_texts(far=self.far, asked_notes=self.asked_notes, tail=self.tail)

    def with_texts(self, *, far: str, asked_notes: Iterable[str], tail: str) -> Card:
        """Return the whole card with other texts for what differs between requests."""
        return make_card(
            self._activity,
            self.catalogue,
            today=self.today,
            url=activity_path(self.council, self.activity_id) + tail,
            far=far,
            notes=asked_notes,
            on_list=self.on_list,
        )

    @cached_property
    def _activity(self) -> Activity:
        activity = self.catalogue.get_activity(self.activity_id)
        assert activity is not None, "the index and the catalogue are built together"
        return activity


class CardList:
    """The cards of one page, with what they share."""

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        today: date,
        shortlist: Shortlist | None,
        query: SearchQuery | None = None,
        about: bool = False,
    ) -> None:
        """Remember what the cards share. `about` says that all distances are guesses."""
        self._catalogue = catalogue
        self._today = today
        self._shortlist = shortlist
        self._about = about
        self._tail = activity_tail(catalogue.council.slug, query or SearchQuery())

    def card(
        self,
        activity_id: str,
        *,
        miles: float | None = None,
        notes: Iterable[str] = (),
    ) -> ListedCard:
        """Return the card of one activity, so many miles away."""
        shortlist, council = self._shortlist, self._catalogue.council.slug
        return ListedCard(
            activity_id=activity_id,
            catalogue=self._catalogue,
            today=self._today,
            tail=self._tail,
            far="" if miles is None else miles_in_words(miles, about=self._about),
            asked_notes=tuple(notes),
            on_list=shortlist is not None and shortlist.has(council, ActivityId(activity_id)),
        )
