"""The texts of an activity that words are looked for in."""

from finder.domain.activity import NextStep
from finder.domain.vocabulary import LeadsTo
from finder.search.documents import document_of
from tests.builders import a_place, a_provider, an_activity, an_interest


def test_a_document_has_every_text_that_people_may_look_for() -> None:
    activity = an_activity(
        interests=("cooking", "friends"),
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

    groups = {"autism": "Autistic people", "older": "Older people"}

    assert document_of(activity, a_provider(), interests, groups) == {
        "name": "Cooking Together (example)",
        "interests": "All cooking. All friends",
        "summary": "You cook lunch, and you eat it together.",
        "provider": "Example Green Door",
        "town": "Maidstone. The Green Hall. Medway. Ashford",
        "about": "You pick the food. There is music. It stops in August. There is a ramp. "
        "Chinese elders Cantonese Halal Bring an apron. Women Two people work in a café now. "
        "Autistic people",
        "slug": "cooking friends",
    }


def test_what_is_not_told_has_no_text() -> None:
    document = document_of(an_activity(places=(), about=()), a_provider(), {}, {})

    assert (document["town"], document["about"], document["interests"]) == ("", "", "")
