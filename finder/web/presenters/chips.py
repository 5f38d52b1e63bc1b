"""What a person told us, as chips with "Change", and the heading of their results."""

from collections.abc import Iterable
from dataclasses import dataclass

from finder.catalogue.reader import Catalogue
from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice, Mode
from finder.web.presenters import labels
from finder.web.presenters.addresses import address
from finder.web.presenters.money import pounds
from finder.web.presenters.times import day_name, days_in_words, join_english, join_words
from finder.web.wording import gettext, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One thing that a person told us. `url` goes to where they can change it.

    `is_english` says that the value is in the council's words, `is_typed` in the person's own.
    """

    label: str
    value: str
    url: str
    is_english: bool = False
    is_typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The heading of the results. It may be all in the council's words, or in the person's own."""

    text: str
    is_english: bool = False
    is_typed: bool = False


def interests_in_words(catalogue: Catalogue, slugs: Iterable[str]) -> str:
    labels_by_slug = {interest.slug: interest.label for interest in catalogue.interests}
    return join_english(labels_by_slug[slug] for slug in slugs if slug in labels_by_slug)


def when_in_words(query: SearchQuery) -> str:
    """Return the days and parts asked for, such as "Saturday and Sunday, Morning"."""
    days = days_in_words(sorted(query.wanted_days, key=_place_in_week)) if query.days else ""
    parts = join_words(str(labels.PARTS[part]) for part in query.parts)
    return ", ".join(part for part in (days, parts) if part)


def is_online_place(query: SearchQuery) -> bool:
    """Return whether "at home, online" was the answer to where a person wants to go."""
    return not query.near and query.modes == (Mode.ONLINE,)


def _place_in_words(query: SearchQuery) -> str:
    if is_online_place(query):
        return str(labels.MODES[Mode.ONLINE])
    return query.near or gettext("Any place")


def _place_in_week(day: object) -> int:
    return [choice.value for choice in DayChoice].index(str(day))


def make_chips(catalogue: Catalogue, query: SearchQuery) -> tuple[Chip, ...]:
    """Return the chips of the four questions, and one for each other choice that was made."""
    council = catalogue.council.slug

    def question(name: str) -> str:
        return address(f"questions.{name}", council, query.with_())

    everything = address("everything.show", council, query.with_())
    chips = []
    if query.text:
        words = Chip(label=gettext("Words"), value=query.text, url=everything, is_typed=True)
        chips.append(words)
    liked = interests_in_words(catalogue, query.interests)
    chips += [
        Chip(
            label=gettext("You like"),
            value=liked or gettext("Anything"),
            url=question("interest"),
            is_english=bool(liked),
        ),
        Chip(
            label=gettext("Place"),
            value=_place_in_words(query),
            url=question("place"),
            is_typed=bool(query.near),
        ),
        Chip(
            label=gettext("Day"),
            value=when_in_words(query) or gettext("Any day"),
            url=question("when"),
        ),
    ]
    help_wanted = [labels.SUPPORT[each] for each in query.support]
    needs = [labels.NEEDS[need] for need in query.needs]
    wanted = join_words(str(each) for each in (*help_wanted, *needs))
    chips.append(
        Chip(label=gettext("Help"), value=wanted or gettext("Not asked"), url=question("help"))
    )
    chips += [
        Chip(label=label, value=value, url=everything, is_english=is_english)
        for label, value, is_english in _other_choices(catalogue, query)
        if value
    ]
    return tuple(chips)


def _other_choices(catalogue: Catalogue, query: SearchQuery) -> list[tuple[str, str, bool]]:
    council = catalogue.council
    lots = [lot.label for lot in council.lots if lot.code in query.lots]
    groups = [group.label for group in council.groups if group.slug in query.groups]
    modes = () if is_online_place(query) else query.modes
    miles = cost = age = ""
    if query.miles is not None:
        miles = ngettext("Up to %(num)s mile", "Up to %(num)s miles", query.miles)
    if query.max_cost_pence is not None:
        cost = gettext("Up to %(cost)s", cost=pounds(query.max_cost_pence))
    if query.age is not None:
        age = str(query.age)
    return [
        (gettext("How far"), miles, False),
        (gettext("How"), join_words(str(labels.MODES[mode]) for mode in modes), False),
        (gettext("Type of support"), join_english(lots), True),
        (gettext("Who it is for"), join_english(groups), True),
        (gettext("Age"), age, False),
        (gettext("Money"), join_words(str(labels.PAY_SHORT[way]) for way in query.pay), False),
        (gettext("Cost"), cost, False),
        (
            gettext("What next"),
            join_words(str(labels.LEADS_TO[each]) for each in query.leads_to),
            False,
        ),
    ]


def results_title(catalogue: Catalogue, query: SearchQuery) -> Title:
    """Return the heading of the results: "Cooking and baking near Ashford", "Things to do"."""
    liked = interests_in_words(catalogue, query.interests)
    what = liked or query.text
    if what and query.near:
        return Title(text=gettext("%(what)s near %(place)s", what=what, place=query.near))
    if what:
        return Title(text=what, is_english=bool(liked), is_typed=not liked)
    if query.near:
        return Title(text=gettext("Things to do near %(place)s", place=query.near))
    return Title(text=gettext("Things to do"))


def day_choice_in_words(choice: DayChoice) -> str:
    """Return a choice of days: "Monday", "Monday to Friday", "Saturday and Sunday"."""
    days = choice.days
    return day_name(days[0]) if len(days) == 1 else days_in_words(days)
