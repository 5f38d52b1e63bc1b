"""The texts of an activity that words are looked for in."""

from finder.domain.activity import NextStep
from finder.domain.council import Labelled
from finder.domain.vocabulary import ActivityKind, LeadsTo
from finder.search.documents import council_labels, document_of
from tests.builders import a_council, a_lot, a_place, a_provider, an_activity, an_interest


def test_a_document_has_every_text_that_people_may_look_for() -> None:
    activity = an_activity(
        interests=("cooking", "friends"),
        kind=ActivityKind.DAY_SERVICE,
        lots=("1a", "9z"),
        about=("You pick the food.", "There is music."),
        places=(a_place(outside="Medway"), a_place("b", name="", town="Ashford")),
        timing_note="It stops in August.",
        access_note="There is a ramp.",
        made_with="Chinese elders",
        languages=("Cantonese",),
        food=("Halal",),
        bring=("Bring an apron.",),
        only_for="Women",
        groups=("autism", "a-group-that-went"),
        leads_to=(NextStep(kind=LeadsTo.PAID_JOB, text="Two people work in a café now."),),
    )
    interests = {slug: an_interest(slug, label=f"All {slug}") for slug in activity.interests}

    council = a_council(
        groups=(Labelled(slug="autism", label="Autistic people"),),
        lots=(a_lot("1a", label="Small groups"), a_lot("2")),
    )

    assert document_of(activity, a_provider(), interests, council_labels(council)) == {
        "name": "Cooking Together (example)",
        "interests": "All cooking. All friends",
        "summary": "You cook lunch, and you eat it together.",
        "provider": "Example Green Door",
        "town": "Maidstone. The Green Hall. Medway. Ashford",
        "about": "day centre day service You pick the food. There is music. "
        "It stops in August. There is a ramp. "
        "Chinese elders Cantonese Halal Bring an apron. Women Two people work in a café now. "
        "Autistic people lot 1a. Small groups. Lot 1a, Everyday Life",
        "slug": "cooking cooking friends",
    }


def test_what_is_not_told_has_no_text() -> None:
    document = document_of(an_activity(places=(), about=()), a_provider(), {}, {})

    assert (document["town"], document["about"], document["interests"]) == ("", "", "")
