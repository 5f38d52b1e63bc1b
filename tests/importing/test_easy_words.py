from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from finder.domain.activity import Availability, NextStep, Taster, Terms, Transport, VisitStep
from finder.domain.council import AccessibilityStatement, AgeBand, HelpContact, Labelled
from finder.domain.vocabulary import LeadsTo, SpaceState
from finder.domain.words import HardWord
from finder.importing.easy_words import (
    check_council_words,
    check_easy_words,
    check_page_words,
    check_provider_words,
    explained_by,
)
from finder.importing.report import Report
from finder.importing.surroundings import Surroundings
from tests.builders import (
    TODAY,
    a_contact,
    a_council,
    a_lot,
    a_place,
    a_price,
    a_provider,
    a_session,
    an_activity,
)
from tests.importing.reading import a_warning, read_entry, summed_up
from tests.media_files import a_photo, a_recording, a_video

HARD = "We utilise the hall."
a_hard_word = partial(
    a_warning,
    code="hard-word",
    message="“utilise” is hard to read. It says: “We utilise the hall.”",
)


def test_a_hard_word_is_advice_even_where_the_linter_is_sure(around: Surroundings) -> None:
    entry, issues = read_entry('name = "A"\nsummary = "B"\n')

    check_easy_words(entry, an_activity(summary=HARD), a_provider(), around)

    assert issues == [a_hard_word(remedy=issues[0].remedy, line=2, where="summary")]
    assert "use" in issues[0].remedy


TOLD: list[Any] = [
    ("summary", {"summary": HARD}),
    ("about", {"about": ("We cook.", HARD)}),
    ("timing_note", {"timing_note": HARD}),
    ("access_note", {"access_note": HARD}),
    ("bring", {"bring": (HARD,)}),
    ("words_to_say", {"words_to_say": HARD}),
    ("sessions", {"sessions": (a_session(), a_session(note=HARD))}),
    ("prices", {"prices": (a_price(includes=HARD),)}),
    ("prices", {"prices": (a_price(note=HARD),)}),
    ("transport", {"transport": Transport(note=HARD)}),
    ("transport", {"transport": Transport(nearest_stop=HARD)}),
    ("helpers", {"helpers": replace(an_activity().helpers, note=HARD)}),
    ("try_first", {"taster": Taster(note=HARD)}),
    (
        "space",
        {"availability": Availability(state=SpaceState.FULL, said_on=TODAY, note=HARD)},
    ),
    ("first_visit", {"first_visit": (VisitStep(title="You come in.", text=HARD),)}),
    ("leads_to", {"leads_to": (NextStep(kind=LeadsTo.PAID_JOB, text=HARD),)}),
    ("photos", {"photos": (a_photo(alt="We cook."), a_photo(alt=HARD))}),
    ("videos", {"videos": (a_video(title=HARD),)}),
    ("videos", {"videos": (a_video(transcript=("We cook.", HARD)),)}),
    ("recordings", {"recordings": (a_recording(transcript=(HARD,)),)}),
    ("terms, notice", {"terms": Terms(notice=HARD)}),
    ("terms, late_pick_up", {"terms": Terms(late_pick_up=HARD)}),
    ("terms, least_booking", {"terms": Terms(least_booking=HARD)}),
    ("terms, if_closed", {"terms": Terms(if_closed=HARD)}),
]


@pytest.mark.parametrize(("where", "changes"), TOLD)
def test_every_sentence_of_an_activity_is_looked_at(
    around: Surroundings, where: str, changes: dict[str, Any]
) -> None:
    entry, issues = read_entry("")

    check_easy_words(entry, an_activity(**changes), a_provider(), around)

    assert issues == [a_hard_word(remedy=issues[0].remedy, line=None, where=where)]


def test_what_a_council_says_to_everybody_is_looked_at() -> None:
    council = a_council(
        lots=(a_lot("1a", label=HARD),),
        groups=(Labelled(slug="all", label="All", hint=HARD),),
        start_places=(Labelled(slug="hall", label="A hall", hint=HARD),),
        contacts=(HelpContact(slug="safe", label="Tell us", text=HARD, contact=a_contact()),),
        age_bands=(AgeBand(label=HARD, youngest=18, oldest=None),),
        statement=AccessibilityStatement(known_issues=("Maps.", HARD)),
        videos=(a_video(transcript=(HARD,)),),
    )
    said = ("lots", "groups", "start_places", "contacts", "age_bands", "statement", "videos")
    report = Report("council.toml")

    check_council_words(report, council, frozenset())

    assert [(each.code, each.where) for each in report.issues] == [
        ("hard-word", where) for where in said
    ]
    assert report.error_count == 0


def test_the_names_of_a_council_and_what_it_explains_are_let_be() -> None:
    named = a_council(name="Utilise Council", lots=(a_lot("1a", label="Ask Utilise Council"),))
    report = Report("council.toml")

    check_council_words(report, named, frozenset())
    check_council_words(report, a_council(lots=(a_lot("1a", label=HARD),)), frozenset({"utilise"}))

    assert report.issues == []


def test_a_page_of_words_is_looked_at() -> None:
    report = Report("help.md")
    known = HardWord(word="Utilise", meaning="To use.", also=("utilised",))

    check_page_words(report, ["Help", HARD], ())
    check_page_words(report, ["Help", HARD], [known])

    assert [(each.code, each.where) for each in report.issues] == [("hard-word", "")]
    assert explained_by([known]) == {"Utilise", "utilised"}


def test_the_words_of_a_recording_in_another_language_are_let_be(around: Surroundings) -> None:
    entry, issues = read_entry("")
    polish = a_recording("pl", transcript=("Gotujemy razem obiad i potem go jemy.",))

    check_easy_words(entry, an_activity(recordings=(polish,)), a_provider(), around)

    assert issues == []


def test_easy_words_are_let_be(around: Surroundings) -> None:
    entry, issues = read_entry("")

    check_easy_words(entry, an_activity(), a_provider(), around)
    check_provider_words(entry, a_provider(places=()), around)

    assert issues == []


def test_a_word_that_the_council_explains_and_a_name_are_let_be(around: Surroundings) -> None:
    explained = replace(around, explained=frozenset({"utilise"}))
    named = a_provider(name="Example Utilise House", places=())
    entry, issues = read_entry("")

    check_easy_words(entry, an_activity(summary=HARD), a_provider(), explained)
    check_easy_words(entry, an_activity(summary="We meet at Example Utilise House."), named, around)

    assert issues == []


def test_the_sentences_of_a_provider_and_of_its_places_are_looked_at(around: Surroundings) -> None:
    entry, issues = read_entry(
        'about = ["A"]\n[[places]]\nid = "hall"\n[[places]]\nid = "room"\ndirections = ["B"]\n'
    )
    provider = a_provider(
        about=(HARD,), places=(a_place("hall"), a_place("room", directions=("Go in.", HARD)))
    )

    check_provider_words(entry, provider, around)

    assert summed_up(issues) == [
        ("hard-word", 1, "about"),
        ("hard-word", 6, "places 2, directions"),
    ]
    assert not any(issue.is_error for issue in issues)
