"""The facts that an imported activity leaves unknown."""

from finder.importing.directories.facts import FIRST_FACTS, Fact, unknown_facts


def unknown(activity: dict[str, object], **told: bool) -> set[Fact]:
    usual = dict.fromkeys(("has_description", "has_contact", "has_place", "has_postcode"), False)
    return set(unknown_facts(activity, **{**usual, **told}))


def test_nothing_told_is_all_unknown() -> None:
    assert unknown({}) == set(Fact)


def test_all_told_leaves_what_no_directory_tells() -> None:
    activity: dict[str, object] = {
        "sessions": [{"day": "mon"}],
        "modes": ["in-person"],
        "prices": [{"amount": 5}],
        "checked_on": "2026-11-03",
        "ages": {"from": 18},
        "pay": ["self"],
        "access": {"step-free": False},
        "support": ["1:1"],
    }

    assert unknown(
        activity, has_description=True, has_contact=True, has_place=True, has_postcode=True
    ) == {Fact.TRANSPORT, Fact.SPACE}


def test_times_in_words_are_times_without_days() -> None:
    assert {Fact.WHEN, Fact.SESSIONS} & unknown({"timing_note": "Ask us."}) == {Fact.SESSIONS}


def test_what_is_free_says_how_to_pay() -> None:
    assert Fact.PAY not in unknown({"prices": [{"free": True}]})
    assert Fact.PAY in unknown({"prices": [{"ask": True}]})


def test_what_is_online_needs_no_place() -> None:
    places = {Fact.WHERE, Fact.POSTCODE}

    assert not places & unknown({"modes": ["online"]})
    assert places < unknown({"modes": ["in-person", "online"]})


def test_a_note_about_getting_in_tells_of_it() -> None:
    assert Fact.ACCESS not in unknown({"access_note": "There is a ramp."})


def test_people_ask_seven_things_first() -> None:
    assert len(FIRST_FACTS) == 7
