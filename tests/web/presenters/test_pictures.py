"""Who made the pictures."""

import pytest

from finder.catalogue.contents import Picture
from finder.web.presenters.pictures import PictureCredit, make_credits
from tests.builders import a_council
from tests.media_files import a_file
from tests.web.presenters.conftest import CatalogueOf

pytestmark = pytest.mark.usefixtures("english_page")

COOKING = Picture(concept="cooking", file="a.svg", author="Jo", licence="CC0", source="Set 1")
MUSIC = Picture(concept="music", file="b.svg", licence="CC0")
OWN = Picture(
    concept="music", file="pictures/c.svg", author="Dee", licence="Ours", media=a_file("c.svg")
)
COOKING_CREDIT = PictureCredit(concept="cooking", file="a.svg", credit="Jo, Set 1, CC0")
MUSIC_CREDIT = PictureCredit(concept="music", file="b.svg", credit="CC0")
OWN_CREDIT = PictureCredit(
    concept="music", file="pictures/c.svg", credit="Dee, Ours", url="/kent/media/c.svg"
)


def test_a_council_thanks_those_whose_pictures_it_shows(catalogue_of: CatalogueOf) -> None:
    plain = catalogue_of(pictures=(MUSIC, COOKING))
    own = catalogue_of(pictures=(MUSIC, COOKING), own_pictures=(OWN,), council=a_council("kent"))

    assert make_credits([plain]) == [COOKING_CREDIT, MUSIC_CREDIT]
    assert make_credits([own]) == [COOKING_CREDIT, OWN_CREDIT]
    assert make_credits([plain, own]) == [COOKING_CREDIT, MUSIC_CREDIT, OWN_CREDIT]
