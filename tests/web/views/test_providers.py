import pytest
from flask.testing import FlaskClient

from finder.domain.provider import Contact, Provider
from finder.domain.vocabulary import ActivityStatus, ProviderKind, ProviderStatus
from tests.builders import a_contact, a_provider, an_activity, some_contents
from tests.page import links, main_text
from tests.web.conftest import SiteOf

PAGE = "/exampleshire/providers/example-green-door"


def test_a_provider_says_what_it_is_how_to_ask_and_what_it_runs(site: SiteOf) -> None:
    provider = a_provider(
        kind=ProviderKind.CHARITY,
        contact=a_contact(text="07700 900 111", website="https://www.example.org/"),
        formats=("Easy read", "Large print"),
        regulator_page="https://www.example.org/inspectors",
    )
    activities = [
        an_activity("baking", name="Baking"),
        an_activity("ended", name="Ended", status=ActivityStatus.ENDED),
        an_activity("paused", name="Paused", status=ActivityStatus.PAUSED),
    ]
    answer = site(some_contents(*activities, providers=(provider,))).test_client().get(PAGE)

    lines = main_text(answer).splitlines()
    assert lines[:8] == [
        "Back to things to do",
        "Example Green Door",
        "A charity",
        "We cook and grow food.",
        "How to ask",
        "Ask for: The club team",
        "01632 960 200 07700 900 111 green-door@example.org Their website",
        "9 to 5",
    ]
    assert "You can ask for: Easy read, Large print" in lines
    assert "What the care inspectors say" in lines
    assert [link.words for link in links(answer) if "/activities/" in link.href] == ["Baking"]
    assert "A person checked this page on 3 November 2026." in lines


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (ProviderStatus.LEFT, "They have stopped. They do not run things to do here now."),
        (ProviderStatus.PAUSED, "They are having a rest. Ask them when they start again."),
    ],
)
def test_a_provider_that_runs_nothing_now_says_why(
    site: SiteOf, status: ProviderStatus, said: str
) -> None:
    contents = some_contents(an_activity(), providers=(a_provider(status=status),))
    answer = site(contents).test_client().get(PAGE)

    lines = main_text(answer).splitlines()
    assert said in lines
    assert "There is nothing now." in lines
    assert "Show me everything" in lines
    assert ("How to ask" in lines) is (status is ProviderStatus.PAUSED)


@pytest.mark.parametrize(
    "provider",
    [
        pytest.param(a_provider(contact=Contact(), checked_on=None), id="nobody to ask"),
        pytest.param(a_provider(contact=Contact(email="a@example.org"), about=()), id="email only"),
    ],
)
def test_what_is_not_told_of_a_provider_is_left_out(site: SiteOf, provider: Provider) -> None:
    answer = site(some_contents(an_activity(), providers=(provider,))).test_client().get(PAGE)

    lines = main_text(answer).splitlines()
    assert ("How to ask" in lines) is provider.contact.is_told
    assert ("We do not know when a person last checked this page." in lines) is (
        provider.checked_on is None
    )


@pytest.mark.parametrize(
    "path", ["/kent/providers/nothing-of-this-name", "/atlantis/providers/example-hopfield-farm"]
)
def test_a_provider_that_there_is_not_is_said_in_easy_words(client: FlaskClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert "We cannot find that page" in main_text(answer)
