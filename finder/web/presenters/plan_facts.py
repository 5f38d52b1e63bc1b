"""What a support plan says of one activity, line by line, in one order."""

from collections.abc import Callable, Iterator, Sequence

from finder.domain.activity import Price
from finder.domain.vocabulary import BUILDING_NEEDS, HELPER_NEEDS, Arrangement, Need
from finder.planning.occasions import Planned
from finder.planning.support_plan import PlanRow
from finder.search.columns import pay_of
from finder.web.presenters import labels
from finder.web.presenters.activity_page import contact_of
from finder.web.presenters.details import make_details
from finder.web.presenters.money import price_in_words, prices_today
from finder.web.presenters.plan_line import Line, main, ours_of, own_of
from finder.web.presenters.plan_words import (
    a_week,
    a_year,
    costs_in_words,
    end_in_words,
    hours_a_week,
    hours_a_year,
    review_in_words,
    transport_cost_in_words,
    weeks_in_the_year,
)
from finder.web.presenters.rows import (
    cost_lines,
    date_lines,
    pay_lines,
    space_lines,
    support_lines,
    when_lines,
)
from finder.web.presenters.sentences import ours, own, side_by_side
from finder.web.presenters.times import date_in_words, weeks_in_words
from finder.web.presenters.when_and_where import where_sentences
from finder.web.wording import gettext


def facts_of(row: PlanRow, *, page: str, is_list: bool) -> Iterator[Line]:
    """Return the lines, the same for every activity. `page` is the address of its page here.

    What the person said, and what else there is, is only known of an activity on a list.
    """
    yield own_of(gettext("Provider"), row.on_plan.provider.name)
    yield from _of_the_council(row)
    if is_list:
        yield from _of_the_person(row)
    yield from _when_and_where(row)
    yield from _money(row)
    yield from _support(row)
    yield from _start_and_end(row)
    if is_list:
        yield _alternative(row)
    yield from _terms(row)
    yield from _to_ask(row, page)


def _of_the_council(row: PlanRow) -> Iterator[Line]:
    council, none = row.on_plan.council, gettext("None")
    lots = [f"{lot.code}: {lot.name}" for lot in row.lots]
    yield own_of(gettext("The council’s list"), f"{council.framework.name}, {council.name}")
    term = gettext("Part of the council’s list (lot)")
    yield own_of(term, *lots) if lots else ours_of(term, [none])
    arrangement = row.arrangement
    words = str(labels.ARRANGEMENTS[arrangement]) if arrangement else ""
    yield ours_of(gettext("Arrangement"), [words])


def _of_the_person(row: PlanRow) -> Iterator[Line]:
    face = row.on_plan.face
    said = str(labels.FACES[face]) if face else gettext("No answer yet")
    yield main(ours_of(gettext("The person says"), [said]))
    note = row.on_plan.note
    yield Line(
        term=gettext("Note"), sentences=tuple(ours(note or gettext("None"))), is_typed=bool(note)
    )


def _when_and_where(row: PlanRow) -> Iterator[Line]:
    activity, planned = row.on_plan.activity, row.planned
    runs = gettext("Yes") if row.on_plan.runs else gettext("This does not run now.")
    yield ours_of(gettext("It runs now"), [runs])
    notes = (session.note for session in planned.sessions)
    often = (words for session in planned.sessions for words in weeks_in_words(session))
    yield Line(
        term=gettext("Days and times"),
        sentences=(
            *when_lines(planned.sessions, activity.timing_note),
            *(each for words in dict.fromkeys(often) for each in ours(words)),
            *(each for words in dict.fromkeys(notes) for each in own(words)),
        ),
        is_main=True,
    )
    yield ours_of(gettext("Hours a week"), hours_a_week(row.hours))
    yield ours_of(gettext("Hours a year"), hours_a_year(row.hours))
    yield ours_of(gettext("Weeks in the year"), weeks_in_the_year(row.weeks))
    where = where_sentences(activity, row.on_plan.council, None)
    yield Line(term=gettext("Place"), sentences=tuple(where))


def _money(row: PlanRow) -> Iterator[Line]:
    planned = row.planned
    ways = pay_of(row.on_plan.activity)
    is_hidden = bool(planned.activity.prices) and not planned.council.show_prices
    prices = tuple(prices_today(planned.activity.prices, planned.today))
    included = [] if is_hidden else [price.includes for price in prices]
    yield Line(
        term=gettext("Price"),
        sentences=(
            *cost_lines(prices, ways, is_hidden),
            *ours(_fixed_price(planned)),
            *(each for words in dict.fromkeys(included) for each in own(words)),
        ),
    )
    yield Line(term=gettext("Ways to pay"), sentences=pay_lines(ways))
    yield main(ours_of(gettext("Cost a week"), costs_in_words(row.costs, a_week)))
    yield ours_of(gettext("Cost a year"), costs_in_words(row.costs, a_year))
    yield ours_of(gettext("Transport"), _transport(row))
    transport = row.transport
    yield ours_of(gettext("Transport a week"), transport_cost_in_words(transport, a_week))
    yield ours_of(gettext("Transport a year"), transport_cost_in_words(transport, a_year))


def _transport(row: PlanRow) -> Iterator[str]:
    transport = row.on_plan.activity.transport
    yield _details(row)[gettext("Transport")]
    if transport.area:
        yield gettext("They pick people up in %(area)s.", area=transport.area)
    if transport.arranged_by:
        yield gettext("Who plans it: %(who)s.", who=transport.arranged_by)


def _fixed_price(planned: Planned) -> str:
    """Return the price that the council sets for everybody on its framework, if it does (F4)."""
    activity, council = planned.activity, planned.council
    lots = [lot for code in activity.lots if (lot := council.lot(code)) is not None]
    fixed = next(
        (lot.fixed_price for lot in lots if lot.fixed_price), council.framework.fixed_price
    )
    if fixed is None or activity.arrangement is not Arrangement.FRAMEWORK:
        return ""
    price = price_in_words(Price(low_pence=fixed.pence, unit=fixed.unit))
    return gettext("The council sets a price: %(price)s.", price=price)


def _support(row: PlanRow) -> Iterator[Line]:
    activity, details = row.on_plan.activity, _details(row)
    outcomes = (
        f"({outcome.letter}) {outcome.words}" if outcome.letter else outcome.words
        for outcome in row.outcomes
    )
    yield own_of(gettext("Outcomes"), *outcomes)
    yield Line(term=gettext("Helpers"), sentences=support_lines(activity.support, activity.helpers))
    for term, needs in (
        (gettext("Help"), HELPER_NEEDS),
        (gettext("Getting in"), BUILDING_NEEDS),
    ):
        yield ours_of(term, _needs(activity.needs.get, needs))
    yield own_of(gettext("Who it is for"), details[gettext("Who it is for")])
    yield ours_of(gettext("Age"), [details[gettext("Age")]])


def _needs(told: Callable[[Need], bool | None], needs: Sequence[Need]) -> Iterator[str]:
    """Return which there are, which there are not, and which nobody told about."""
    if all(told(need) is None for need in needs):
        return
    for start, wanted in (
        (gettext("Yes:"), True),
        (gettext("No:"), False),
        (gettext("Not told us yet:"), None),
    ):
        named = side_by_side(str(labels.NEEDS[need]) for need in needs if told(need) is wanted)
        if named:
            yield f"{start} {named}"


def _start_and_end(row: PlanRow) -> Iterator[Line]:
    activity, review = row.on_plan.activity, row.review
    space = activity.availability
    said = date_in_words(space.said_on) if space else ""
    yield Line(
        term=gettext("Space"),
        sentences=(
            *space_lines(space),
            *own(space.note if space else ""),
            *(ours(gettext("They told us on %(date)s.", date=said)) if said else ()),
        ),
    )
    start = date_in_words(review.start) if review.is_start_told else ""
    yield ours_of(gettext("Start"), [start])
    yield ours_of(gettext("For how long"), end_in_words(activity.length_weeks, row.ends_by))
    yield ours_of(gettext("Review"), review_in_words(review))


def _alternative(row: PlanRow) -> Line:
    term = gettext("Another one from the list")
    if row.alternative is None:
        return ours_of(term, [gettext("Nothing")])
    return own_of(term, f"{row.alternative.activity.name}, {row.alternative.provider.name}")


def _terms(row: PlanRow) -> Iterator[Line]:
    terms = row.on_plan.activity.terms
    yield own_of(gettext("If it is closed"), terms.if_closed)
    yield own_of(gettext("Notice to leave"), terms.notice)
    yield own_of(gettext("Late pick-up"), terms.late_pick_up)
    yield own_of(gettext("Least booking"), terms.least_booking)


def _to_ask(row: PlanRow, page: str) -> Iterator[Line]:
    activity = row.on_plan.activity
    contact = contact_of(activity, row.on_plan.provider)
    yield own_of(gettext("Ask for"), contact.who)
    yield own_of(gettext("Phone"), contact.phone)
    yield own_of(gettext("Email"), contact.email)
    yield own_of(gettext("Website"), contact.website)
    checked = activity.checked_on
    yield Line(
        term=gettext("Checked on"),
        sentences=date_lines(checked),
        own_cell=checked.isoformat() if checked else "",
    )
    yield own_of(gettext("Page on this site"), page)


def _details(row: PlanRow) -> dict[str, str]:
    """Return what the page of the activity says to professionals, by its terms."""
    on_plan = row.on_plan
    details = make_details(
        on_plan.activity, on_plan.provider, on_plan.council, today=row.planned.today
    )
    return {detail.term: detail.value for detail in details}
