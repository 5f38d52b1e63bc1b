"""A made catalogue is always the same, and as a council's own could be."""

import re

from benchmarks.catalogue import make_contents, words_of
from finder.domain.activity import Activity
from finder.domain.vocabulary import ActivityStatus
from tests.benchmarks.small import COUNT, contents, example
from tests.builders import an_interest


def activities() -> tuple[Activity, ...]:
    return contents().activities


def test_the_same_seed_makes_the_same_contents() -> None:
    assert make_contents(example(), COUNT) == contents()


def test_another_seed_makes_others() -> None:
    assert make_contents(example(), COUNT, seed=4).activities != activities()


def test_there_are_as_many_as_were_asked_for_in_the_order_of_their_ids() -> None:
    ids = [activity.activity_id for activity in activities()]

    assert ids == sorted(set(ids))
    assert len(ids) == COUNT


def test_nobody_in_it_is_real() -> None:
    names = {each.name for each in activities()} | {each.name for each in contents().providers}
    phones = {provider.contact.phone for provider in contents().providers}

    assert {name.split()[0] for name in names} == {"Example"}
    assert all(re.fullmatch(r"01632 960 \d{3}", phone) for phone in phones)


def test_every_activity_has_a_provider_and_its_sessions_have_places() -> None:
    providers = {provider.provider_id for provider in contents().providers}

    for activity in activities():
        assert activity.provider_id in providers
        held = {session.place_id for session in activity.sessions}
        assert held <= {place.place_id for place in activity.places} | {""}


def test_some_of_each_fact_is_told_and_some_is_not() -> None:
    told = {
        "modes": {activity.modes is None for activity in activities()},
        "pay": {activity.pay is None for activity in activities()},
        "support": {activity.support is None for activity in activities()},
        "prices": {not activity.prices for activity in activities()},
        "sessions": {len(activity.sessions) > 1 for activity in activities()},
    }

    assert list(told.values()) == [{True, False}] * len(told)
    assert {activity.status for activity in activities()} >= {ActivityStatus.ACTIVE}


def test_some_words_come_often_and_most_hardly_ever() -> None:
    counts: dict[str, int] = {}
    for activity in activities():
        for word in " ".join(activity.about).lower().split():
            counts[word] = counts.get(word, 0) + 1

    assert max(counts.values()) > 50
    assert sum(count == 1 for count in counts.values()) > len(counts) / 3


def test_the_words_of_an_interest_are_its_label_and_english_synonyms_once_each() -> None:
    interest = an_interest("swimming", synonyms={"en": ("Swim", "swimming"), "pl": ("basen",)})

    assert words_of(interest) == ("swimming", "swim")
