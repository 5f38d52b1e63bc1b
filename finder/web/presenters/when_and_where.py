"""When and where an activity is, in sentences."""

from finder.domain.activity import Activity
from finder.domain.council import Council
from finder.domain.place import Whereabouts
from finder.domain.vocabulary import Mode
from finder.geo.distance import distance_miles
from finder.web.presenters.card import miles_in_words
from finder.web.presenters.sentences import Sentence, ours, own
from finder.web.presenters.times import (
    date_in_words,
    days_in_words,
    how_often,
    join_english,
    times_in_words,
    weeks_in_words,
)
from finder.web.wording import gettext, ngettext


def when_sentences(activity: Activity) -> list[Sentence]:
    """Return days and times, with sessions of the same times said together."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, session in enumerate(activity.sessions):
        place = activity.place_of(session)
        several = place is not None and len(activity.places) > 1
        key = (
            times_in_words(session),
            place.name if several and place else "",
            how_often(session),
            *weeks_in_words(session),
            f"\n{session.note}",
        )
        groups.setdefault(key, []).append(number)
    sentences: list[Sentence] = []
    for (times, place_name, often, *rest), numbers in groups.items():
        days = [day for number in numbers if (day := activity.sessions[number].day)]
        words = days_in_words(days) if days else gettext("You pick the day")
        parts = [part for part in (words, times, place_name) if part]
        sentences += ours(f"{', '.join(parts)}.")
        for sentence in (often, *rest):
            known = {each.text for each in sentences}
            text = sentence.strip()
            if text and text not in known:
                sentences.append(Sentence(text, is_english=sentence.startswith("\n")))
    sentences += own(activity.timing_note)
    if activity.starts_on:
        sentences += ours(gettext("It starts on %(day)s.", day=date_in_words(activity.starts_on)))
    if activity.length_weeks and activity.length_weeks < 52:
        sentences += ours(
            ngettext("It is for %(num)s week.", "It is for %(num)s weeks.", activity.length_weeks)
        )
    return sentences


def where_sentences(
    activity: Activity, council: Council, whereabouts: Whereabouts | None
) -> list[Sentence]:
    """Return the places, how far each is from the person, and other ways to take part."""
    sentences: list[Sentence] = []
    modes = activity.modes or ()
    for place in activity.places:
        parts = (place.name, place.address, place.town, place.postcode)
        address = ", ".join(dict.fromkeys(part for part in parts if part))
        sentences += own(f"{address}." if address else "")
        if whereabouts is not None and place.point is not None:
            miles = distance_miles(whereabouts.point, place.point)
            sentences += ours(miles_in_words(miles, about=whereabouts.is_about))
        sentences += [Sentence(text, is_english=True) for text in place.directions]
        if place.outside:
            sentences += ours(
                gettext(
                    "This is in %(place)s. It is on the list of %(council)s.",
                    place=place.outside,
                    council=council.name,
                )
            )
    if Mode.ONLINE in modes:
        sentences += ours(gettext("You can join online, with a phone or a computer."))
    if Mode.AT_HOME in modes:
        sentences += ours(gettext("They come to your home."))
    if activity.serves:
        areas = [area.label for area in council.areas if area.slug in activity.serves]
        sentences += ours(gettext("They come to %(areas)s.", areas=join_english(areas)))
    return sentences
