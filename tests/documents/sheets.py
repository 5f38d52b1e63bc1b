"""Sheets to make PDFs of, in every language of the site."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from finder.documents.pdf_sheet import Line, PdfSheet, ScannedCode, Section, Tick, Words
from finder.documents.square_code import make_square_code

ADDRESS = "https://things.example.org/list/AbCdEfGhIjKlMnOpQrStUv"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">'
    '<circle cx="36.12345" cy="36" r="30" fill="#d22f27"/></svg>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A title, a question and an answer, with the marks and numbers that a language has."""

    title: str
    question: str
    answer: str
    direction: Literal["ltr", "rtl"] = "ltr"


LANGUAGES = {
    "en-GB": Said(
        title="My list", question="When is it?", answer="Monday, 10am to 3pm (£45). It’s “free”…"
    ),
    "cy": Said(title="Fy rhestr", question="Pryd mae?", answer="Dŵr, tŷ, ẃ a gêm: £45 y dydd."),
    "pl": Said(title="Moja lista", question="Kiedy?", answer="Zażółć gęślą jaźń – 45 £ (środa)."),
    "ro": Said(title="Lista mea", question="Când este?", answer="Joi și marți, în țară: „da”."),
    "uk": Said(title="Мій список", question="Коли це?", answer="Понеділок, її ґанок, є: «так»."),
    "bn": Said(title="আমার তালিকা", question="এটা কখন?", answer="সোমবার, সকাল ১০টা (£৪৫)। ক্ষ ৎ ড়"),
    "pa": Said(title="ਮੇਰੀ ਸੂਚੀ", question="ਇਹ ਕਦੋਂ ਹੈ?", answer="ਸੋਮਵਾਰ, ਸਵੇਰੇ 10 ਵਜੇ (£45)।"),
    "zh-Hant": Said(
        title="我的清單", question="什麼時候？", answer="星期一，上午十時（£45）。「好」嘅…"
    ),
    "ar": Said(
        title="قائمتي",
        question="متى؟",
        answer="الاثنين والخميس، من 10:00 إلى 15:00 (كل أسبوع).",
        direction="rtl",
    ),
    "ur": Said(
        title="میری فہرست",
        question="یہ کب ہے؟",
        answer="پیر اور جمعرات، صبح 10 بجے سے (ہر ہفتے)۔ ڈاکٹر، ٹھیک، آئیں۔",
        direction="rtl",
    ),
}
ENGLISH = "Come to the hall (the blue door) at 10!"
NAME = "Example Cooking Together"


def a_sheet(*sections: Section, language: str = "en-GB", **changes: object) -> PdfSheet:
    """Return a sheet with these sections and little else."""
    values: dict[str, object] = {
        "title": Words(text=LANGUAGES[language].title),
        "language": language,
        "direction": LANGUAGES[language].direction,
        "made_on": date(2026, 11, 21),
        "page_words": "{page} / {pages}",
        "sections": sections,
    }
    return PdfSheet(**(values | changes))  # type: ignore[arg-type]


def a_section(*paragraphs: str, **changes: object) -> Section:
    """Return a section of our own words."""
    values: dict[str, object] = {
        "heading": Words(text="Here"),
        "paragraphs": tuple((Words(text=text),) for text in paragraphs),
    }
    return Section(**(values | changes))  # type: ignore[arg-type]


def a_full_sheet(language: str, *, points: int = 14) -> PdfSheet:
    """Return a sheet with everything that one can have."""
    said = LANGUAGES[language]
    question, answer = Words(text=said.question), Words(text=said.answer)
    english = Words(text=ENGLISH, is_english=True)
    phone = Words(text="01632 960 123", is_address=True, link="tel:01632960123")
    activity = Section(
        heading=Words(text=NAME, is_english=True, link="https://things.example.org/kent/cook"),
        picture="cook",
        paragraphs=((answer,), (english,)),
        lines=(
            Line(picture="cook", title=question, rows=((answer, english, answer),)),
            Line(picture="nothing of this name", title=question, rows=((phone,), (english,))),
            Line(picture="cook", title=question, ticks=(Tick(picture="cook", label=question),) * 3),
        ),
        closing=((answer,),),
    )
    steps = Section(heading=question, picture="cook", steps=((english,), (answer, english)))
    return a_sheet(
        *[activity] * 3,
        steps,
        a_section(heading=question, empty_lines=3),
        language=language,
        points=points,
        picture="cook",
        intro=((answer,),),
        code=ScannedCode(
            code=make_square_code(ADDRESS),
            alternative=f"{said.title}: {said.question}",
            words=(Words(text=said.answer, link=ADDRESS),),
        ),
        credits=((english,),),
        pictures={"cook": PICTURE},
    )
