"""Hold an activity against the rules of its council's list."""

from datetime import date

from finder.domain.activity import Activity, Price
from finder.domain.council import Council, FixedPrice, Lot
from finder.domain.provider import Provider
from finder.domain.vocabulary import Arrangement, Mode, Pay
from finder.importing.entry import Entry
from finder.importing.surroundings import Surroundings


def check_council_rules(
    entry: Entry, activity: Activity, provider: Provider, around: Surroundings
) -> None:
    """Note what goes against the lots, the price rule or the dates of the council's list."""
    council = around.council
    for code in activity.lots:
        lot = council.lot(code)
        if lot is None:
            codes = ", ".join(each.code for each in council.lots)
            entry.problem(
                "unknown-lot",
                f"{council.name} has no lot “{code[:20]}”.",
                f"Use one of: {codes}." if codes else "Take lots out: there are none.",
                key="lots",
            )
        elif provider.award_of(code) is None:
            entry.problem(
                "lot-not-awarded",
                f"{provider.name} has no award on lot {code}.",
                "Add it under [[awards]], or take the lot out.",
                key="lots",
            )
        else:
            _check_lot(entry, activity, lot)
    _check_fixed_price(entry, activity, council, around.today)
    _check_dates(entry, activity)


def _check_lot(entry: Entry, activity: Activity, lot: Lot) -> None:
    wrong_modes = set(activity.modes or ()) - set(lot.modes)
    if wrong_modes:
        entry.warn(
            "lot-mode",
            f"Lot {lot.code} is not for {', '.join(sorted(wrong_modes))} activities (F15).",
            "Check the lot, or the modes.",
            key="lots",
        )
    longest = lot.longest_weeks
    if longest is not None and (activity.length_weeks or 0) > longest:
        entry.warn(
            "lot-too-long",
            f"Lot {lot.code} is for {longest} weeks at the most (F38).",
            "Check length_weeks, or the lot.",
            key="length_weeks",
        )


def _check_fixed_price(entry: Entry, activity: Activity, council: Council, today: date) -> None:
    """A framework may fix the price that the council pays (F4); prices that are over stay (F5)."""
    if activity.arrangement is not Arrangement.FRAMEWORK:
        return
    lots = [council.lot(code) for code in activity.lots]
    rules = [lot.fixed_price for lot in lots if lot and lot.fixed_price]
    fixed = rules[0] if rules else council.framework.fixed_price
    if fixed is None:
        return
    for table, price in zip(entry.tables("prices"), activity.prices, strict=True):
        if price.valid_to is not None and price.valid_to < today:
            continue
        if _is_for_council(price) and not _agrees(price, fixed):
            table.warn(
                "not-the-fixed-price",
                f"{council.name} pays £{fixed.pence / 100:.2f} for each {fixed.unit}.",
                "Write that price, or say in for who else it is for.",
            )


def _is_for_council(price: Price) -> bool:
    return not price.payers or Pay.COUNCIL in price.payers


def _agrees(price: Price, fixed: FixedPrice) -> bool:
    return (price.low_pence, price.high_pence, price.unit) == (fixed.pence, None, fixed.unit)


def _check_dates(entry: Entry, activity: Activity) -> None:
    if activity.starts_on and activity.ended_on and activity.ended_on < activity.starts_on:
        entry.problem(
            "ends-before-start",
            f"It ended on {activity.ended_on}, before it started on {activity.starts_on}.",
            "Correct one of the two dates.",
            key="ended_on",
        )
    if activity.checked_on is None and not entry.has("checked_on"):
        entry.warn(
            "not-checked",
            "There is no checked_on, so the entry counts as old.",
            "Add the day on which a person last checked it.",
            key="checked_on",
        )
    in_person_only = activity.modes == (Mode.IN_PERSON,)
    if in_person_only and activity.sessions and not activity.places:
        entry.warn(
            "no-place",
            "It is in person, but no session says where.",
            "Add place to the sessions, or places to the activity.",
            key="sessions",
        )
