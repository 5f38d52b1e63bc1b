"""Who made the pictures: each with its idea, its maker and its licence."""

from collections.abc import Iterable
from dataclasses import dataclass

from finder.catalogue.contents import Picture
from finder.catalogue.reader import Catalogue
from finder.web.presenters.media import media_url


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCredit:
    """A picture, and whom to thank for it, as one line.

    It has an address when it is a council's own. Else `file` says where it lies below
    static/pictures.
    """

    concept: str
    file: str
    credit: str
    url: str = ""


def make_credits(catalogues: Iterable[Catalogue]) -> list[PictureCredit]:
    """Return the pictures of these councils in the order of their ideas.

    A shared one that each of them replaced with its own is on none of their pages, so it is left
    out.
    """
    held = list(catalogues)
    shared = {each.concept: each for catalogue in held for each in catalogue.pictures.values()}
    found = [
        _credit(each)
        for each in shared.values()
        if not all(each.concept in catalogue.own_pictures for catalogue in held)
    ]
    found += [
        _credit(each, media_url(catalogue.council.slug, each.media.name))
        for catalogue in held
        for each in catalogue.own_pictures.values()
        if each.media is not None
    ]
    return sorted(found, key=lambda each: (each.concept, each.url))


def _credit(picture: Picture, url: str = "") -> PictureCredit:
    thanks = (picture.author, picture.source, picture.licence)
    return PictureCredit(
        concept=picture.concept,
        file=picture.file,
        credit=", ".join(part for part in thanks if part),
        url=url,
    )
