"""The PDF of a list, or of one activity: what the print sheet says, as a file says it.

Both sizes of the PDF have the same words, those of the large print sheet.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from finder.catalogue.reader import Catalogue
from finder.documents.pdf_sheet import (
    LARGE_POINTS,
    SMALL_POINTS,
    PdfSheet,
    ScannedCode,
    Section,
    Words,
)
from finder.documents.square_code import SquareCode
from finder.resources import resource_dir
from finder.web import i18n
from finder.web.presenters.addresses import activity_path
from finder.web.presenters.listed import Listed, ListedActivities
from finder.web.presenters.pdf_lines import ask_line, ask_rows, english, fact_lines, own_lines, told
from finder.web.presenters.print_sheet import (
    PrintedActivity,
    PrintSize,
    make_activity_sheet,
    make_print_sheet,
)
from finder.web.wording import gettext, ngettext

LINES_TO_WRITE_ON = 4
_POINTS = {PrintSize.SMALL: SMALL_POINTS, PrintSize.LARGE: LARGE_POINTS}
# A question mark.
_UNKNOWN_PICTURE = "openmoji/2753.svg"
_CREDIT = (
    "All emojis designed by OpenMoji – the open-source emoji and icon project. "
    "License: CC BY-SA 4.0"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a person wants the file: the size of its letters, and whether it has pictures."""

    size: PrintSize = PrintSize.SMALL
    with_pictures: bool = True


def make_list_pdf(
    listed: ListedActivities, *, look: Look, link: str, base_url: str, is_own: bool, today: date
) -> PdfSheet:
    """Return the sheet of a list. `link` is the address to look at it; empty when there is none."""
    sheet = make_print_sheet(listed, size=PrintSize.LARGE, link=link, today=today)
    sections = []
    for each, printed in zip(listed.here, sheet.activities, strict=True):
        path = activity_path(each.council.slug, each.activity.activity_id)
        sections.append(_section_of(printed, base_url + path, look.size))
    words = gettext("Square code to see this list on a phone")
    return _sheet(
        title=Words(text=gettext("My list") if is_own else gettext("A list of things to do")),
        picture="heart",
        intro=_intro(sheet.printed_on, _about_list(sheet.gone, is_own, is_empty=not sections)),
        sections=(*sections, _questions()) if sections else (),
        code=_scanned(sheet.code, words, gettext("You see the list there."), link),
        look=look,
        today=today,
        catalogue=listed.here[0].catalogue if listed.here else None,
    )


def make_activity_pdf(listed: Listed, *, look: Look, link: str, today: date) -> PdfSheet:
    """Return the sheet of one activity, with all that its page says. `link` is its address."""
    sheet = make_activity_sheet(listed, size=PrintSize.LARGE, link=link, today=today)
    (printed,) = sheet.activities
    words = gettext("Square code to see this page on a phone")
    return _sheet(
        title=english(printed.name),
        picture=printed.picture,
        intro=_intro(sheet.printed_on, [_with(printed), *printed.notes]),
        sections=tuple(_sections_of_activity(printed)),
        code=_scanned(sheet.code, words, gettext("You see the page there."), link),
        look=look,
        today=today,
        catalogue=listed.catalogue,
    )


def _sheet(
    *,
    title: Words,
    picture: str,
    intro: tuple[tuple[Words, ...], ...],
    sections: tuple[Section, ...],
    code: ScannedCode | None,
    look: Look,
    today: date,
    catalogue: Catalogue | None,
) -> PdfSheet:
    pictures = {}
    if look.with_pictures and catalogue is not None:
        pictures = {name: _svg(catalogue, name) for name in _names(picture, sections)}
    return PdfSheet(
        title=title,
        language=i18n.language(),
        direction="rtl" if i18n.direction() == "rtl" else "ltr",
        made_on=today,
        page_words=gettext("Page %(page)s of %(pages)s", page="{page}", pages="{pages}"),
        points=_POINTS[look.size],
        picture=picture,
        intro=intro,
        sections=sections,
        code=code,
        credits=((english(_CREDIT),),) if pictures else (),
        pictures=pictures,
    )


def _intro(made_on: str, about: Iterable[str]) -> tuple[tuple[Words, ...], ...]:
    every = [*about, gettext("We made this on %(day)s.", day=made_on)]
    return tuple((Words(text=each),) for each in every)


def _about_list(gone: int, is_own: bool, *, is_empty: bool) -> Iterator[str]:
    if gone:
        yield ngettext(
            "%(num)s thing on the list is not here any more.",
            "%(num)s things on the list are not here any more.",
            gone,
        )
    if is_empty and is_own:
        yield gettext("There is nothing on your list yet.")
    if is_empty and not is_own:
        yield gettext("There is nothing on this list now.")


def _section_of(printed: PrintedActivity, url: str, size: PrintSize) -> Section:
    """Return one activity of a list."""
    return Section(
        heading=english(printed.name, link=url),
        picture=printed.picture,
        paragraphs=tuple((Words(text=each),) for each in (_with(printed), *printed.notes)),
        lines=(*fact_lines(printed, size), ask_line(printed), *own_lines(printed)),
        closing=((Words(text=printed.checked),),),
    )


def _sections_of_activity(printed: PrintedActivity) -> Iterator[Section]:
    for each in printed.sections:
        yield Section(
            heading=Words(text=each.heading),
            picture=each.picture,
            paragraphs=tuple((words,) for words in told(each.sentences)),
        )
    yield Section(
        heading=Words(text=gettext("How to ask")),
        picture="phone",
        paragraphs=ask_rows(printed),
        lines=tuple(own_lines(printed)),
        closing=((Words(text=printed.checked),),),
    )
    if printed.first_visit:
        yield Section(
            heading=Words(text=gettext("Your first visit")),
            picture="meet",
            steps=tuple(
                tuple(english(text) for text in (each.title, each.text) if text)
                for each in printed.first_visit
            ),
        )
    yield _questions()


def _questions() -> Section:
    return Section(
        heading=Words(text=gettext("My questions")), picture="note", empty_lines=LINES_TO_WRITE_ON
    )


def _with(printed: PrintedActivity) -> str:
    return gettext("With %(provider)s", provider=printed.provider)


def _scanned(code: SquareCode | None, alternative: str, then: str, link: str) -> ScannedCode | None:
    if code is None:
        return None
    words = (Words(text=gettext("Scan this with a phone.")), Words(text=then, link=link))
    return ScannedCode(code=code, alternative=alternative, words=words)


def _names(picture: str, sections: Iterable[Section]) -> set[str]:
    """Return every picture that stands on a sheet."""
    names = {picture}
    for section in sections:
        names.add(section.picture)
        for line in section.lines:
            names |= {line.picture, *(tick.picture for tick in line.ticks)}
    return names


def _svg(catalogue: Catalogue, name: str) -> str:
    """Return a picture; a question mark for one that is not there, as the pages have."""
    found = catalogue.pictures.get(name)
    return _read_svg(found.file if found else "") or _read_svg(_UNKNOWN_PICTURE)


@lru_cache(maxsize=256)
def _read_svg(file: str) -> str:
    """Return the text of a picture, or nothing when there is no such picture."""
    path = resource_dir("static") / "pictures" / file
    return path.read_text(encoding="utf-8") if path.suffix == ".svg" and path.is_file() else ""
