import pytest

from finder.domain.words import SynonymSet
from tests.builders import a_provider, an_activity, an_interest, some_contents
from tests.web.conftest import SiteOf


def _offered(site: SiteOf, address: str) -> object:
    words = SynonymSet(words=("bake a cake", "unheard of"))
    contents = some_contents(
        *(an_activity(slug, summary="You bake a cake.") for slug in ("one", "two")),
        interests=(an_interest("cooking", label="Cooking and baking"),),
        providers=(a_provider(name="Example Bakers"),),
        synonyms=(words,),
    )
    answer = site(contents).test_client().get(f"/exampleshire/suggest?{address}")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    return answer.json


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        pytest.param("q=cook", ["Cooking and baking"], id="the beginning"),
        pytest.param(
            "q=BAK", ["bake a cake", "Cooking and baking", "Example Bakers"], id="any word's"
        ),
        pytest.param("q=unheard", [], id="words that find nothing"),
        pytest.param("q=mai", [], id="no town among the words"),
        pytest.param("q=bake&box=near", [], id="no word among the towns"),
        pytest.param("q=bake+a&box=other", ["bake a cake"], id="a box that is not known"),
        pytest.param("q=", [], id="nothing"),
        pytest.param("", [], id="no box"),
        pytest.param("q=%00%ff[*", [], id="nothing that can be read"),
    ],
)
def test_texts_that_begin_so_are_offered(site: SiteOf, address: str, offered: list[str]) -> None:
    assert _offered(site, address) == offered
