import pytest

from finder.domain.query import SearchQuery, View
from finder.domain.vocabulary import Sort
from finder.web.presenters.other_views import OtherViews, clear_address, make_other_views

pytestmark = pytest.mark.usefixtures("english_page")


def test_every_view_has_all_the_choices_and_begins_at_the_start() -> None:
    query = SearchQuery(text="tea", sort=Sort.NAME, page=3, view=View.TABLE, language="en-GB")

    assert make_other_views("kent", query) == OtherViews(
        easy="/kent/find?q=tea&sort=name&lang=en-GB",
        all_choices="/kent/search?q=tea&sort=name&lang=en-GB",
        table="/kent/find?q=tea&sort=name&view=table&lang=en-GB",
        spreadsheet="/kent/find.csv?q=tea&sort=name&lang=en-GB",
    )


@pytest.mark.parametrize(
    ("query", "url"),
    [
        (SearchQuery(), ""),
        (SearchQuery(page=2, sort=Sort.NAME, language="ar"), ""),
        (SearchQuery(age=44), "/kent/search"),
        (SearchQuery(age=44, language="ar"), "/kent/search?lang=ar"),
    ],
)
def test_all_choices_can_be_cleared_where_there_are_any(query: SearchQuery, url: str) -> None:
    assert clear_address("everything.show", "kent", query) == url
