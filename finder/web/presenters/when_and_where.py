"""When and where an activity is, in sentences."""

from finder.domain.activity import Activity, Session
from finder.domain.council import Council
from finder.domain.place import Whereabouts
from finder.domain.vocabulary import Mode
from finder.geo.distance import distance_miles
from finder.web.presenters.card import miles_in_words
from finder.web.presenters.sentences import Sentence, as_sentence, ours, own, side_by_side
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
    """Return days and times. Sessions that differ only in their day are said together.

    What holds for all of them is said once, at the end.
    """
    groups: dict[tuple[bool, str, tuple[Sentence, ...]], list[Session]] = {}
    for session in activity.sessions:
        key = (session.day is None, times_in_words(session), tuple(_about(session, activity)))
        groups.setdefault(key, []).append(session)
    every = [set(about) for _, _, about in groups]
    shared = set.intersection(*every) if every else set()
    sentences: list[Sentence] = []
    for (_, times, about), sessions in groups.items():
        days = [session.day for session in sessions if session.day is not None]
        words = days_in_words(days) if days else gettext("You pick the day")
        sentences += ours(as_sentence(side_by_side((words, times))))
        sentences += [each for each in about if each not in shared]
    sentences += [each for about in list(groups)[:1] for each in about[2] if each in shared]
    sentences += own(activity.timing_note)
    if activity.starts_on:
        sentences += ours(gettext("It starts on %(day)s.", day=date_in_words(activity.starts_on)))
    if activity.length_weeks and activity.length_weeks < 52:
        sentences += ours(
            ngettext("It is for %(num)s week.", "It is for %(num)s weeks.", activity.length_weeks)
        )
    return sentences


def _about(session: Session, activity: Activity) -> list[Sentence]:
    """Return what else is known of a session than its day and times."""
    sentences: list[Sentence] = []
    if session.start is None:
        sentences += ours(gettext("They did not tell us the times."))
    place = activity.place_of(session)
    if place is not None and len(activity.places) > 1:
        sentences += ours(gettext("It is at %(place)s.", place=place.name))
    sentences += ours(how_often(session))
    sentences += [Sentence(text) for text in weeks_in_words(session)]
    return sentences + own(session.note)


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
        named = (area.label for area in council.areas if area.slug in activity.serves)
        areas = join_english(named)
        sentences += ours(gettext("They come to %(areas)s.", areas=areas), theirs=areas)
    return sentences
