"""The lines about an activity in its PDF: what it says, how to ask, what the person said."""

from collections.abc import Iterable, Iterator

from finder.documents.pdf_sheet import Line, Tick, Words
from finder.domain.provider import Contact
from finder.web.presenters import labels
from finder.web.presenters.print_sheet import PrintedActivity, PrintSize
from finder.web.presenters.sentences import Sentence
from finder.web.wording import gettext


def fact_lines(printed: PrintedActivity, size: PrintSize) -> Iterator[Line]:
    """Return a line for each section. With large letters, each sentence begins a row."""
    for each in printed.sections:
        words = told(each.sentences)
        rows = tuple((one,) for one in words) if size is PrintSize.LARGE else (words,)
        yield Line(picture=each.picture, title=Words(text=each.heading), rows=rows)


def told(sentences: Iterable[Sentence]) -> tuple[Words, ...]:
    said = tuple(Words(text=each.text, is_english=each.is_english) for each in sentences)
    return said or (Words(text=str(labels.NOT_TOLD)),)


def ask_rows(printed: PrintedActivity) -> tuple[tuple[Words, ...], ...]:
    """Return how to ask: each way, for whom and when."""
    rows = list(_ways(printed.contact)) or [tuple(_ask_us(printed.help_phone))]
    if printed.contact.who:
        rows.append((Words(text=gettext("Ask for:")), english(printed.contact.who)))
    if printed.contact.hours:
        rows.append((english(printed.contact.hours),))
    return tuple(rows)


def ask_line(printed: PrintedActivity) -> Line:
    title = Words(text=gettext("How to ask"))
    return Line(picture="phone", title=title, rows=ask_rows(printed))


def _ways(contact: Contact) -> Iterator[tuple[Words, ...]]:
    phone, text, email, website = contact.phone, contact.text, contact.email, contact.website
    if phone:
        yield Words(text=gettext("Phone")), _number(phone, "tel")
    if text:
        yield Words(text=gettext("Send a text")), _number(text, "sms")
    if email:
        yield Words(text=gettext("Send an email")), _address(email, f"mailto:{email}")
    if website:
        yield Words(text=gettext("Their website")), _address(website, website)


def _ask_us(phone: str) -> Iterator[Words]:
    yield Words(text=gettext("Not told us yet. Phone us, and we will find out."))
    if phone:
        yield _number(phone, "tel")


def own_lines(printed: PrintedActivity) -> Iterator[Line]:
    """Return what the person can say, and what they said, or boxes to say it on paper."""
    if printed.words_to_say:
        yield _line("text", gettext("You can say:"), english(f"“{printed.words_to_say}”"))
    question = gettext("Do you want to do this?")
    chosen = [face for face in printed.faces if face.is_ticked]
    for face in chosen:
        yield _line(face.picture, question, Words(text=face.label))
    if not chosen:
        ticks = (Tick(picture=face.picture, label=Words(text=face.label)) for face in printed.faces)
        yield Line(picture="heart", title=Words(text=question), ticks=tuple(ticks))
    if printed.note:
        yield _line("note", gettext("Note:"), Words(text=printed.note))


def _line(picture: str, title: str, *words: Words) -> Line:
    return Line(picture=picture, title=Words(text=title), rows=(words,))


def _number(number: str, scheme: str) -> Words:
    return _address(number, f"{scheme}:{number.replace(' ', '')}")


def _address(address: str, link: str) -> Words:
    return Words(text=address, is_address=True, link=link)


def english(text: str, link: str = "") -> Words:
    return Words(text=text, is_english=True, link=link)
