"""What a person told us, as chips to change or to take away, and the heading of their results."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from finder.catalogue.reader import Catalogue
from finder.domain.query import PARAMETERS, SearchQuery
from finder.domain.vocabulary import DayChoice, Mode
from finder.web.i18n import stays_english
from finder.web.presenters import labels
from finder.web.presenters.addresses import address
from finder.web.presenters.money import pounds
from finder.web.presenters.sentences import side_by_side
from finder.web.presenters.times import day_name, days_in_words, join_english, join_own, join_words
from finder.web.wording import gettext, ngettext

ALL_CHOICES = "everything.show"
RESULTS = "find.results"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAway:
    """One choice that was made. `url` is the same search without it, and with all the others."""

    label: str
    url: str
    is_english: bool = False
    is_typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One thing that a person told us. `url` goes to where they can change it.

    `is_english` says that the value is in the council's words, `is_typed` in the person's own.
    Nothing can be taken away from a question that was not answered.
    """

    label: str
    value: str
    url: str
    is_english: bool = False
    is_typed: bool = False
    take_away: tuple[TakeAway, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The heading of the results. It may be all in the council's words, or in the person's own."""

    text: str
    is_english: bool = False
    is_typed: bool = False


def interests_in_words(catalogue: Catalogue, slugs: Iterable[str]) -> str:
    labels_by_slug = {interest.slug: interest.label for interest in catalogue.interests}
    return join_own([labels_by_slug[slug] for slug in slugs if slug in labels_by_slug])


def when_in_words(query: SearchQuery) -> str:
    """Return the days and parts asked for, such as "Saturday and Sunday, Morning"."""
    days = days_in_words(sorted(query.wanted_days, key=_place_in_week)) if query.days else ""
    parts = join_words(str(labels.PARTS[part]) for part in query.parts)
    return side_by_side((days, parts))


def is_online_place(query: SearchQuery) -> bool:
    """Return whether "at home, online" was the answer to where a person wants to go."""
    return not query.near and query.modes == (Mode.ONLINE,)


def day_choice_in_words(choice: DayChoice) -> str:
    """Return a choice of days: "Monday", "Monday to Friday", "Saturday and Sunday"."""
    days = choice.days
    return day_name(days[0]) if len(days) == 1 else days_in_words(days)


def _place_in_week(day: object) -> int:
    return [choice.value for choice in DayChoice].index(str(day))


def results_title(catalogue: Catalogue, query: SearchQuery) -> Title:
    """Return the heading of the results: "Cooking and baking near Ashford", "Things to do"."""
    liked = interests_in_words(catalogue, query.interests)
    what = liked or query.text
    if what and query.near:
        return Title(text=gettext("%(what)s near %(place)s", what=what, place=query.near))
    if what:
        is_english = bool(liked) and _stay_english(catalogue, query.interests)
        return Title(text=what, is_english=is_english, is_typed=not liked)
    if query.near:
        return Title(text=gettext("Things to do near %(place)s", place=query.near))
    return Title(text=gettext("Things to do"))


def make_chips(
    catalogue: Catalogue, query: SearchQuery, *, endpoint: str = RESULTS
) -> tuple[Chip, ...]:
    """Return the chips of the four questions, and one for each other choice that was made.

    What is taken away leads back to the page of `endpoint`.
    """
    chips = _Chips(catalogue, query, endpoint)
    return tuple(each for each in (chips.words(), *chips.questions(), *chips.others()) if each)


def make_choice_chips(catalogue: Catalogue, query: SearchQuery) -> tuple[Chip, ...]:
    """Return a chip for each choice that was made, to change on the page of all the choices."""
    chips = _Chips(catalogue, query, ALL_CHOICES)
    made = (chips.words(), *chips.questions(), *chips.others())
    return tuple(
        replace(chip, url=f"#{anchor}")
        for chip, anchor in zip(made, _ANCHORS, strict=True)
        if chip and chip.take_away
    )


def _joined(values: Iterable[TakeAway]) -> str:
    made = tuple(values)
    join = join_english if any(each.is_english for each in made) else join_words
    return join(each.label for each in made)


def _stay_english(catalogue: Catalogue, slugs: Iterable[str]) -> bool:
    labels_of = (each.label for each in catalogue.interests if each.slug in slugs)
    return stays_english(*labels_of)


# Where each chip is changed on the page of all the choices, in the order of the chips.
_ANCHORS = (
    *("q", "interest", "near", "day", "need", "miles", "mode", "lot", "arrangement", "who"),
    *("age", "pay", "max_cost", "space", "leads_to"),
)


class _Chips:
    """Make the chips of one query."""

    def __init__(self, catalogue: Catalogue, query: SearchQuery, endpoint: str) -> None:
        self._catalogue, self._query, self._endpoint = catalogue, query, endpoint
        self._council = catalogue.council

    def words(self) -> Chip | None:
        if not self._query.text:
            return None
        return Chip(
            # TRANSLATORS: what a person typed into the search
            label=gettext("Words"),
            value=self._query.text,
            url=self._all_choices("q"),
            is_typed=True,
            take_away=(self._without(self._query.text, "text", is_typed=True),),
        )

    def questions(self) -> Iterator[Chip]:
        """Yield the chips of the four questions, which always stand there."""
        query = self._query
        interests = {each.slug: each.label for each in self._catalogue.interests}
        liked = interests_in_words(self._catalogue, query.interests)
        yield Chip(
            label=gettext("You like"),
            value=liked or gettext("Anything"),
            url=self._question("interest"),
            is_english=bool(liked) and _stay_english(self._catalogue, self._query.interests),
            take_away=self._each("interest", interests, is_own=True),
        )
        yield self._place()
        days = {choice: day_choice_in_words(choice) for choice in query.days}
        yield Chip(
            label=gettext("Day"),
            value=when_in_words(query) or gettext("Any day"),
            url=self._question("when"),
            take_away=(*self._each("day", days), *self._each("part", labels.PARTS)),
        )
        help_wanted = (*self._each("support", labels.SUPPORT), *self._each("need", labels.NEEDS))
        yield Chip(
            label=gettext("Help"),
            value=_joined(help_wanted) or gettext("Not asked"),
            url=self._question("help"),
            take_away=help_wanted,
        )

    def _place(self) -> Chip:
        query = self._query
        value = gettext("Any place")
        take_away: tuple[TakeAway, ...] = ()
        if is_online_place(query):
            value = str(labels.MODES[Mode.ONLINE])
            take_away = self._each("mode", labels.MODES)
        elif query.near:
            # So many miles mean nothing without the place that they are from.
            value = query.near
            take_away = (self._without(value, "near", "miles", is_typed=True),)
        return Chip(
            label=gettext("Place"),
            value=value,
            url=self._question("place"),
            is_typed=bool(query.near),
            take_away=take_away,
        )

    def others(self) -> Iterator[Chip | None]:
        """Yield the chips of the choices that no question asks for; None where none was made."""
        query, council = self._query, self._council
        miles = cost = age = ""
        if query.miles is not None:
            miles = ngettext("Up to %(num)s mile", "Up to %(num)s miles", query.miles)
        if query.max_cost_pence is not None:
            cost = gettext("Up to %(cost)s", cost=pounds(query.max_cost_pence))
        if query.age is not None:
            age = str(query.age)
        yield self._single(gettext("How far"), miles, "miles")
        yield self._many(gettext("How"), "mode", {} if is_online_place(query) else labels.MODES)
        lots = {lot.code: lot.label for lot in council.lots}
        yield self._many(gettext("Type of support"), "lot", lots, is_own=True)
        yield self._many(gettext("Arrangement"), "arrangement", labels.ARRANGEMENTS_EASY)
        groups = {group.slug: group.label for group in council.groups}
        yield self._many(gettext("Who it is for"), "who", groups, is_own=True)
        yield self._single(gettext("Age"), age, "age")
        yield self._many(gettext("Money"), "pay", labels.PAY_SHORT)
        yield self._single(gettext("Cost"), cost, "max_cost")
        yield self._many(gettext("Space"), "space", labels.SPACES)
        yield self._many(gettext("What next"), "leads_to", labels.LEADS_TO)

    def _many(
        self, label: str, parameter: str, words: labels.Words, *, is_own: bool = False
    ) -> Chip | None:
        take_away = self._each(parameter, words, is_own=is_own)
        if not take_away:
            return None
        return Chip(
            label=label,
            value=_joined(take_away),
            url=self._all_choices(parameter),
            is_english=any(each.is_english for each in take_away),
            take_away=take_away,
        )

    def _single(self, label: str, value: str, parameter: str) -> Chip | None:
        if not value:
            return None
        return Chip(
            label=label,
            value=value,
            url=self._all_choices(parameter),
            take_away=(self._without(value, PARAMETERS[parameter]),),
        )

    def _each(
        self, parameter: str, words: labels.Words, *, is_own: bool = False
    ) -> tuple[TakeAway, ...]:
        """Return each value of a parameter that has words, to take away by itself.

        `is_own` says that the words are the council's own.
        """
        field = PARAMETERS[parameter]
        chosen = getattr(self._query, field)
        return tuple(
            TakeAway(
                label=str(words[value]),
                url=self._address(
                    self._query.with_(**{field: tuple(each for each in chosen if each != value)})
                ),
                is_english=is_own and stays_english(str(words[value])),
            )
            for value in chosen
            if value in words
        )

    def _without(self, label: str, *fields: str, is_typed: bool = False) -> TakeAway:
        url = self._address(self._query.without(*fields))
        return TakeAway(label=label, url=url, is_typed=is_typed)

    def _address(self, query: SearchQuery) -> str:
        return address(self._endpoint, self._council.slug, query)

    def _question(self, name: str) -> str:
        return address(f"questions.{name}", self._council.slug, self._query.with_())

    def _all_choices(self, anchor: str) -> str:
        page = address(ALL_CHOICES, self._council.slug, self._query.with_())
        return f"{page}#{anchor}"
