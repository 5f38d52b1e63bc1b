"""Cards in a list are worked out only when somebody reads them."""

import pytest

from finder.catalogue.reader import Catalogue
from finder.domain.activity import ActivityId
from finder.domain.council import CouncilSlug
from finder.domain.query import SearchQuery
from finder.domain.shortlist import Shortlist, ShortlistEntry
from finder.web.presenters.card import make_card
from finder.web.presenters.listed_card import CardList
from tests.builders import TODAY, an_activity
from tests.web.presenters.conftest import CatalogueOf
from tests.web.site import NOON

pytestmark = pytest.mark.usefixtures("english_page")

QUERY = SearchQuery(text="food", near="ME14 1XQ", page=2)
ADDRESS = "/exampleshire/activities/cooking-together"


def test_a_listed_card_is_the_whole_card(catalogue_of: CatalogueOf) -> None:
    activity = an_activity()
    catalogue = catalogue_of(activity)

    cards = CardList(catalogue, today=TODAY, shortlist=None, query=QUERY)
    card = cards.card("cooking-together", miles=3.2, notes=["Ask."])

    assert card.whole == make_card(
        activity,
        catalogue,
        today=TODAY,
        url=f"{ADDRESS}?q=food&near=ME14+1XQ&page=2",
        far="About 3 miles from you.",
        notes=["Ask."],
    )
    assert (card.council, card.name) == ("exampleshire", "Cooking Together (example)")
    assert (card.facts, card.notes) == (card.whole.facts, ("Ask.",))


def test_without_a_search_its_address_is_the_plain_one(catalogue_of: CatalogueOf) -> None:
    cards = CardList(catalogue_of(an_activity()), today=TODAY, shortlist=None)

    assert (cards.card("cooking-together").tail, cards.card("cooking-together").far) == ("", "")
    assert cards.card("cooking-together").whole.url == ADDRESS


def test_a_distance_that_is_a_guess_says_so(catalogue_of: CatalogueOf) -> None:
    cards = CardList(catalogue_of(an_activity()), today=TODAY, shortlist=None, about=True)

    assert cards.card("cooking-together", miles=3.2).far == "Very roughly 3 miles from you."


@pytest.mark.usefixtures("arabic_page")
def test_its_address_keeps_the_language_of_the_page(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(an_activity())

    def url(query: SearchQuery | None) -> str:
        cards = CardList(catalogue, today=TODAY, shortlist=None, query=query)
        return cards.card("cooking-together").whole.url

    assert url(None) == f"{ADDRESS}?lang=ar"
    assert url(QUERY) == f"{ADDRESS}?q=food&near=ME14+1XQ&page=2&lang=ar"
    assert url(QUERY.with_(language="ar")) == f"{ADDRESS}?q=food&near=ME14+1XQ&lang=ar"


def test_other_texts_can_stand_in_for_what_differs(catalogue_of: CatalogueOf) -> None:
    cards = CardList(catalogue_of(an_activity()), today=TODAY, shortlist=None, query=QUERY)

    card = cards.card("cooking-together", miles=3.2).with_texts(
        far="FAR", asked_notes=["NOTE"], tail="TAIL"
    )

    assert (card.url, card.facts[1].detail, card.notes) == (f"{ADDRESS}TAIL", "FAR", ("NOTE",))


def test_a_card_knows_whether_it_is_on_the_list(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(an_activity())

    assert is_on_list(catalogue, "exampleshire")
    assert not is_on_list(catalogue, "elsewhere")


def is_on_list(catalogue: Catalogue, council: str) -> bool:
    """Return whether the card says that it is on a list with the same activity of a council."""
    entry = ShortlistEntry(
        position=1,
        council=CouncilSlug(council),
        activity_id=ActivityId("cooking-together"),
        added_at=NOON,
    )
    shortlist = Shortlist(entries=(entry,), updated_at=NOON, expires_at=NOON)
    card = CardList(catalogue, today=TODAY, shortlist=shortlist).card("cooking-together")
    assert card.on_list == card.whole.on_list
    return card.on_list
