from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from finder.domain.activity import Activity, ActivityId, NextStep, VisitStep
from finder.domain.council import HelpContact
from finder.domain.provider import Contact, ProviderId
from finder.domain.vocabulary import ActivityStatus, LeadsTo, ProviderStatus
from tests.builders import a_contact, a_council, a_provider, an_activity, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf

PAGE = "/exampleshire/activities/cooking-together"
NOT_TOLD = "Not told us yet. You can ask them."
LIKE_IT = an_activity("baking", name="Baking")
BAKING = ("Baking", "Tuesday, 10am to 12 noon", "The Green Hall, Maidstone")


def text_of_page(site: SiteOf, address: str = PAGE, **overrides: Any) -> str:
    """Return the words of the page of one activity, beside another like it."""
    contents = some_contents(an_activity(**overrides), LIKE_IT)
    return main_text(site(contents).test_client().get(address))


def test_a_page_begins_with_the_name_and_whose_it_is(site: SiteOf) -> None:
    assert text_of_page(site).splitlines()[:4] == [
        "Back to things to do",
        "Cooking Together (example)",
        "With Example Green Door",
        "Add to my list: Cooking Together (example)",
    ]


def test_the_page_of_an_activity_of_which_nothing_is_told_says_so_each_time(site: SiteOf) -> None:
    text = text_of_page(
        site,
        sessions=(),
        places=(),
        prices=(),
        pay=None,
        modes=None,
        arrangement=None,
        lots=(),
        checked_on=None,
    )

    public, _, details = text.partition("Details for social workers")
    assert [line for line in public.splitlines() if line == NOT_TOLD] == [NOT_TOLD] * 10
    assert [line for line in public.splitlines() if line.endswith(f" {NOT_TOLD}")] == [
        f"No steps {NOT_TOLD}",
        f"Toilet for wheelchair users {NOT_TOLD}",
        f"Big toilet with a hoist and a bench {NOT_TOLD}",
        f"Hoist {NOT_TOLD}",
        f"A quiet room {NOT_TOLD}",
        f"Hearing loop {NOT_TOLD}",
        f"Parking for blue badges {NOT_TOLD}",
    ]
    assert details.splitlines().count(NOT_TOLD) == 15
    assert "We do not know when a person last checked this page." in text


def test_a_person_checked_the_page(site: SiteOf) -> None:
    assert "A person checked this page on 3 November 2026." in text_of_page(site)


def test_an_activity_that_ended_says_so_and_shows_what_is_like_it(site: SiteOf) -> None:
    text = text_of_page(site, status=ActivityStatus.ENDED, ended_on=date(2026, 5, 1))

    lines = text.splitlines()
    assert lines[3] == (
        "This has stopped. It stopped on 1 May 2026. You cannot go to it now. "
        "Below are other things to do."
    )
    assert lines[4:9] == ["Things like it", *BAKING, "What is it?"]
    assert "Add to my list: Cooking Together (example)" not in lines


def test_an_activity_whose_provider_left_has_stopped_too(site: SiteOf) -> None:
    contents = some_contents(an_activity(), providers=(a_provider(status=ProviderStatus.LEFT),))
    text = main_text(site(contents).test_client().get(PAGE))

    assert "This has stopped. You cannot go to it now." in text.splitlines()
    assert "Things like it" not in text


def own(activity_id: str, **overrides: Any) -> Activity:
    """Return another activity of the same provider that shares no interest."""
    return an_activity(activity_id, **{"name": activity_id, "interests": ("music",), **overrides})


def others_on_page(site: SiteOf, activity: Activity, *others: Activity) -> list[str]:
    """Return the other activities that an activity's page leads to, in order."""
    answer = site(some_contents(activity, *others)).test_client().get(PAGE)
    hrefs = [link.href for link in links(answer) if "/activities/" in link.href]
    return [href.rpartition("/")[2] for href in hrefs if not href.startswith(PAGE)]


def test_an_activity_shows_what_is_like_it_and_more_from_its_provider(site: SiteOf) -> None:
    lines = main_text(
        site(some_contents(an_activity(), LIKE_IT, own("Singing"))).test_client().get(PAGE)
    ).splitlines()

    start = lines.index("Things like it")
    assert lines.index("What people do next") < start
    assert lines[start : start + 6] == [
        "Things like it",
        *BAKING,
        "More from Example Green Door",
        "Singing",
    ]


def test_things_like_it_are_three_at_the_most_and_none_twice(site: SiteOf) -> None:
    others = [
        an_activity(f"other-{number}", provider_id=ProviderId("example-other"))
        for number in range(7)
    ]
    goes_on_to = (ActivityId("other-0"), ActivityId("other-1"))

    assert others_on_page(site, an_activity(goes_on_to=goes_on_to), *others) == [
        f"other-{number}" for number in range(5)
    ]


def test_an_activity_that_ended_shows_others_before_its_facts_in_another_order(
    site: SiteOf,
) -> None:
    ended = an_activity(status=ActivityStatus.ENDED, goes_on_to=(ActivityId("next"),))
    other = an_activity("like", provider_id=ProviderId("example-other"))

    assert others_on_page(site, ended, other, own("next"), own("own")) == ["like", "next", "own"]


def test_a_provider_with_more_things_has_them_all_on_its_own_page(site: SiteOf) -> None:
    more = [own(f"thing-{number}") for number in range(4)]
    answer = site(some_contents(an_activity(), *more)).test_client().get(PAGE)

    assert ("See all that they do", "/exampleshire/providers/example-green-door") in links(answer)


def test_others_are_so_far_away_from_who_said_where_they_are(site: SiteOf) -> None:
    lines = text_of_page(site, f"{PAGE}?near=ME14+1XQ").splitlines()

    assert lines[lines.index("Baking") + 2] == (
        "The Green Hall, Maidstone. Less than 1 mile from you."
    )


@pytest.mark.parametrize(
    ("status", "provider_status"),
    [
        (ActivityStatus.PAUSED, ProviderStatus.ACTIVE),
        (ActivityStatus.ACTIVE, ProviderStatus.PAUSED),
    ],
)
def test_an_activity_that_rests_says_so(
    site: SiteOf, status: ActivityStatus, provider_status: ProviderStatus
) -> None:
    contents = some_contents(
        an_activity(status=status), providers=(a_provider(status=provider_status),)
    )

    lines = main_text(site(contents).test_client().get(PAGE)).splitlines()

    assert "This is having a rest. Ask them when it starts again." in lines


def test_an_old_entry_says_so(site: SiteOf) -> None:
    old = text_of_page(site, checked_on=date(2025, 11, 20))

    assert "Nobody has checked this page for a long time. Ask them before you go." in old
    assert "Nobody has checked" not in text_of_page(site, checked_on=date(2025, 11, 21))


def test_a_page_says_how_far_it_is_for_who_said_where_they_are(site: SiteOf) -> None:
    assert "Less than 1 mile from you." in text_of_page(site, f"{PAGE}?near=ME14+1XQ")
    assert "from you." not in text_of_page(site)


def test_the_ways_to_ask(site: SiteOf) -> None:
    contact = a_contact(text="07700 900 111", website="https://www.example.org/club")
    contents = some_contents(an_activity(contact=contact, words_to_say="I want to cook."))
    answer = site(contents).test_client().get(PAGE)

    assert {
        "tel:01632960200",
        "sms:07700900111",
        "mailto:green-door@example.org",
        "https://www.example.org/club",
    } <= {link.href for link in links(answer)}
    text = main_text(answer)
    assert "Ask for: The club team" in text
    assert "9 to 5" in text
    assert "“I want to cook.”" in text


def test_who_cannot_be_asked_is_asked_through_the_council(site: SiteOf) -> None:
    contents = some_contents(an_activity(), providers=(a_provider(contact=Contact()),))
    text = main_text(site(contents).test_client().get(PAGE))

    assert "Not told us yet. Phone us, and we will find out." in text


@pytest.mark.parametrize("phone", ["01632 960 102", ""])
def test_help_with_the_cost_is_named_where_the_council_has_it(site: SiteOf, phone: str) -> None:
    contact = HelpContact(
        slug="assessment",
        label="Ask for help with the cost",
        text="It is free.",
        contact=a_contact(phone=phone),
    )
    contents = some_contents(council=a_council(contacts=(contact,)))
    answer = site(contents).test_client().get(PAGE)

    assert "Ask for help with the cost" in main_text(answer)
    assert ("tel:01632960102" in {link.href for link in links(answer)}) is bool(phone)


def test_the_first_visit_is_told_step_by_step(site: SiteOf) -> None:
    visit = (
        VisitStep(title="Go to the green door.", text="Sam meets you."),
        VisitStep(title="Tea."),
    )
    lines = text_of_page(site, first_visit=visit).splitlines()

    start = lines.index("Your first visit")
    assert lines[start : start + 5] == [
        "Your first visit",
        "This is what will happen.",
        "Go to the green door.",
        "Sam meets you.",
        "Tea.",
    ]


def test_what_people_do_next(site: SiteOf) -> None:
    steps = (
        NextStep(kind=LeadsTo.PAID_JOB, text="Two people work in a café."),
        NextStep(kind=LeadsTo.QUALIFICATION),
    )
    goes_on_to = (ActivityId("baking"), ActivityId("nothing-of-this-name"))
    lines = text_of_page(site, leads_to=steps, goes_on_to=goes_on_to).splitlines()

    start = lines.index("What people do next")
    assert lines[start : start + 5] == [
        "What people do next",
        "Get a paid job Two people work in a café.",
        "Get a certificate",
        "You can go on to:",
        "Baking",
    ]


def test_nobody_is_sent_on_to_what_has_stopped(site: SiteOf) -> None:
    ended = an_activity("baking", name="Baking", status=ActivityStatus.ENDED)
    contents = some_contents(an_activity(goes_on_to=(ended.activity_id,)), ended)

    assert "Baking" not in main_text(site(contents).test_client().get(PAGE))


def test_the_details_for_social_workers_come_last(site: SiteOf) -> None:
    lines = text_of_page(site).splitlines()

    start = lines.index("Details for social workers")
    assert lines[start + 1 : start + 7] == [
        *("Provider", "Example Green Door", "Type", "Not told us yet. You can ask them."),
        *("Arrangement", "On the council’s list (framework)"),
    ]


def test_a_search_engine_learns_one_address(site: SiteOf) -> None:
    page = site(some_contents()).test_client().get(f"{PAGE}?q=tea").text

    assert f'<link rel="canonical" href="{PAGE}">' in page


@pytest.mark.parametrize(
    "path",
    [
        "/kent/activities/nothing-of-this-name",
        "/atlantis/activities/a-day-on-the-farm",
        "/stockport/activities/a-day-on-the-farm",
        "/kent/activities/",
        "/kent/activities/A-Day-On-The-Farm",
    ],
)
def test_an_activity_that_there_is_not_is_said_in_easy_words(
    client: FlaskClient, path: str
) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert main_text(answer).splitlines()[:2] == [
        "We cannot find that page",
        "The page may have moved. You did nothing wrong.",
    ]
