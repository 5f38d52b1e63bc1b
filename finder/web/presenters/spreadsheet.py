"""Results as a file for a spreadsheet: one row an activity, every fact in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from finder.catalogue.reader import Catalogue
from finder.documents.spreadsheet import make_csv
from finder.domain.activity import Activity
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import Need
from finder.search.ask import Asked
from finder.search.find import Hit
from finder.web.presenters import labels
from finder.web.presenters.activity_page import contact_of
from finder.web.presenters.addresses import address
from finder.web.presenters.rows import Lines, Row, RowMaker, ages_in_words
from finder.web.wording import gettext

MOST_ROWS = 5000


def make_spreadsheet(catalogue: Catalogue, asked: Asked, *, base_url: str, today: date) -> str:
    """Return the results as comma-separated values. `base_url` stands before each page's path."""
    sheet = _Sheet(catalogue, asked, base_url=base_url, today=today)
    return make_csv(_heads(), sheet.rows(), not_told=str(labels.NOT_TOLD_SHORT))


def _heads() -> tuple[str, ...]:
    return (
        gettext("Name"),
        gettext("Provider"),
        gettext("Does it fit?"),
        gettext("Ask about"),
        gettext("Place"),
        gettext("Towns"),
        gettext("Postcodes"),
        gettext("Miles"),
        gettext("Days and times"),
        gettext("Cost"),
        gettext("Ways to pay"),
        gettext("Helpers"),
        gettext("Age"),
        gettext("Space"),
        gettext("They told us on"),
        gettext("Checked on"),
        gettext("Help and getting in: yes"),
        gettext("Help and getting in: no"),
        gettext("Who it is for"),
        gettext("Type of support"),
        gettext("Lot code"),
        gettext("Lot name"),
        gettext("Arrangement"),
        gettext("The council’s list"),
        gettext("Phone"),
        gettext("Email"),
        gettext("Website"),
        gettext("Page on this site"),
        gettext("Activity code"),
    )


class _Sheet:
    """Make the rows below the heads. The words that many cells share are looked up once."""

    def __init__(self, catalogue: Catalogue, asked: Asked, *, base_url: str, today: date) -> None:
        self._catalogue, self._council = catalogue, catalogue.council
        self._hits = asked.answer.slice(0, MOST_ROWS)
        whereabouts = asked.answer.whereabouts
        about = whereabouts is not None and whereabouts.is_about
        self._maker = RowMaker(catalogue, today=today, about=about)
        self._site = base_url.rstrip("/")
        self._plain = SearchQuery(language=asked.query.language)
        self._miles_unknown = "" if whereabouts else gettext("Not asked")
        self._fits, self._may_fit = gettext("Yes"), gettext("Ask")
        self._none, self._nothing = gettext("None"), gettext("Nothing")

    def rows(self) -> Iterator[tuple[str, ...]]:
        for hit in self._hits:
            row = self._maker.make(hit)
            yield (
                *self._facts(row, hit),
                *self._access(row.activity),
                *self._of_the_council(row),
                *self._to_ask(row.activity),
            )

    def _facts(self, row: Row, hit: Hit) -> tuple[str, ...]:
        activity, space = row.activity, row.activity.availability
        return (
            activity.name,
            row.provider,
            self._fits if hit.is_sure else self._may_fit,
            row.ask or self._nothing,
            _text(row.place),
            _joined(place.town for place in activity.places),
            _joined(place.postcode for place in activity.places),
            self._miles_unknown if hit.miles is None else f"{hit.miles:.1f}",
            _text(row.when),
            _text(row.cost),
            _text(row.pay),
            _text(row.support),
            self._maker.once(ages_in_words, activity.ages),
            _text(row.space),
            space.said_on.isoformat() if space else "",
            activity.checked_on.isoformat() if activity.checked_on else "",
        )

    def _access(self, activity: Activity) -> tuple[str, str]:
        """Return what there is, and what there is not; what stands in neither was not told."""
        none = self._none if activity.needs else ""
        needs = tuple(sorted(activity.needs.items()))
        has = self._maker.once(_needs_in_words, needs, True)
        return has or none, self._maker.once(_needs_in_words, needs, False) or none

    def _of_the_council(self, row: Row) -> tuple[str, ...]:
        """Return what the council calls its own. What stands on no part of its list says so."""
        activity = row.activity
        lots = [lot for code in activity.lots if (lot := self._council.lot(code)) is not None]
        groups = activity.groups or ()
        return (
            _joined(each.label for each in self._council.groups if each.slug in groups),
            _joined(lot.label for lot in lots) or self._none,
            _joined(lot.code for lot in lots) or self._none,
            _joined(lot.name for lot in lots) or self._none,
            _text(row.arrangement),
            self._council.framework.name,
        )

    def _to_ask(self, activity: Activity) -> tuple[str, ...]:
        contact = contact_of(activity, self._catalogue.providers[activity.provider_id])
        path = address(
            "activities.show",
            self._council.slug,
            self._plain,
            activity_id=activity.activity_id,
        )
        page = f"{self._site}{path}"
        return (contact.phone, contact.email, contact.website, page, activity.activity_id)


def _needs_in_words(needs: tuple[tuple[Need, bool], ...], is_there: bool) -> str:
    named = {need for need, told in needs if told is is_there}
    return _joined(str(words) for need, words in labels.NEEDS.items() if need in named)


def _text(lines: Lines) -> str:
    return _joined(line.text for line in lines)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
