import pytest

from finder.domain.query import SearchQuery
from finder.domain.vocabulary import DayChoice
from finder.web.presenters.addresses import address

pytestmark = pytest.mark.usefixtures("english_page")


def test_an_address_has_the_parameters_of_its_query() -> None:
    query = SearchQuery(text="tea & cake", days=(DayChoice.MON, DayChoice.WEEKEND), near="SK1 3XE")

    assert address("find.results", "kent", query) == (
        "/kent/find?q=tea+%26+cake&near=SK1+3XE&day=mon&day=weekend"
    )


def test_an_address_can_have_more_than_its_query() -> None:
    assert address("questions.when", "kent", SearchQuery(), each="1") == "/kent/find/when?each=1"
