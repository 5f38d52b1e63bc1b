"""The accessibility statement in the form that the regulations ask for, in English.

Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (SI
2018/952), regulation 8, and the headings of the model statement that goes with it. It is a legal
text, so it is not easy to read and not translated: the easy one stands above it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date

from finder.domain.accessibility import Criterion, Level, Standing, Status, standing_of
from finder.domain.council import Council
from finder.domain.provider import Contact

ENGLISH = Locale("en", "GB")
EHRC = ("Equality and Human Rights Commission", "https://www.equalityhumanrights.com/")
EASS = ("Equality Advisory and Support Service", "https://www.equalityadvisoryservice.com/")
REGULATIONS = (
    "the Public Sector Bodies (Websites and Mobile Applications) (No. 2) "
    "Accessibility Regulations 2018"
)
STANDARD = "the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalPart:
    """A heading of the model statement with what stands below it.

    Its links are pairs of words and address.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


def contact_of(council: Council) -> Contact:
    """Return whom to tell about what does not work: the statement's own contact, or the help."""
    contact = council.statement.contact
    return contact if contact.is_told else council.help


def formal_parts(
    council: Council, criteria: Sequence[Criterion], *, unchecked: Sequence[str]
) -> tuple[FormalPart, ...]:
    """Return the statement of a council; `unchecked` are codes of languages."""
    issues = (*council.statement.known_issues, *_of_languages(unchecked))
    return (
        _about(council),
        _compliance(criteria, issues),
        *_what_is_not_accessible(criteria, issues),
        _preparation(council),
        _improvement(council),
        _feedback(council),
        _enforcement(council),
    )


def _about(council: Council) -> FormalPart:
    what = (
        f"This is the accessibility statement of {council.name} for the website "
        f"“{council.site_name}”. {council.name} runs the website, and has to make it accessible in "
        f"accordance with {REGULATIONS}."
    )
    return FormalPart(heading="About this statement", paragraphs=(what,))


def _compliance(criteria: Sequence[Criterion], issues: Sequence[str]) -> FormalPart:
    standing = standing_of(criteria, has_known_issues=bool(issues))
    why = ", because of what is named under “Non-accessible content”"
    if standing is Standing.FULLY:
        why = ""
    return FormalPart(
        heading="Compliance status",
        paragraphs=(
            f"This website is {standing} with {STANDARD}{why}.",
            _count(criteria, Level.A, Level.AA),
            _count(criteria, Level.AAA),
        ),
    )


def _count(criteria: Sequence[Criterion], *levels: Level) -> str:
    statuses = [each.status for each in criteria if each.level in levels]
    met = sum(each in (Status.MET, Status.BY_HAND) for each in statuses)
    short = sum(each.is_short for each in statuses)
    name = f"level{'s' if len(levels) > 1 else ''} {' and '.join(levels)}"
    return (
        f"Of the {len(statuses)} success criteria of {name}, the main pages meet {met}, do not "
        f"fully meet {short}, and have nothing to which the other {len(statuses) - met - short} "
        "apply."
    )


def _what_is_not_accessible(
    criteria: Sequence[Criterion], issues: Sequence[str]
) -> Iterator[FormalPart]:
    """Yield the reasons of the model statement, each with what it is the reason for."""
    short = [each for each in criteria if each.status.is_short]
    asked = (*_failures(each for each in short if each.level.is_asked_by_law), *issues)
    beyond = tuple(_failures(each for each in short if not each.level.is_asked_by_law))
    first = "What is named here is not accessible, for the reasons given."
    if not asked:
        first = "We do not know of any content that is not accessible."
    yield FormalPart(heading="Non-accessible content", paragraphs=(first,))
    yield FormalPart(
        heading="Non-compliance with the accessibility regulations",
        paragraphs=() if asked else ("None that we know of.",),
        items=asked,
    )
    if beyond:
        yield FormalPart(heading="Beyond the regulations: not fully met at level AAA", items=beyond)
    yield FormalPart(heading="Disproportionate burden", paragraphs=("We claim this for nothing.",))
    others = (
        "The websites of others to which this website links. What providers wrote, and this "
        "website shows, is within the scope."
    )
    yield FormalPart(
        heading="Content that is not within the scope of the accessibility regulations",
        paragraphs=(others,),
    )


def _failures(criteria: Iterable[Criterion]) -> Iterator[str]:
    for each in criteria:
        met = "not met" if each.status is Status.NOT_MET else "not fully met"
        yield (
            f"{each.missing} WCAG 2.2 success criterion {each.number} {each.name} (level "
            f"{each.level}) is {met}."
        )


def _of_languages(codes: Sequence[str]) -> Iterator[str]:
    """Yield what is to be said of the languages that no native reader has checked."""
    if codes:
        names = sorted(ENGLISH.languages.get(each.replace("-", "_"), each) for each in codes)
        yield f"No native reader has checked the words in these languages yet: {', '.join(names)}."


def _preparation(council: Council) -> FormalPart:
    told, not_said = council.statement, f"{council.name} has not yet said"
    paragraphs = [
        f"This statement was prepared on {_date(told.prepared_on)}."
        if told.prepared_on
        else f"{not_said} when it prepared this statement."
    ]
    if told.reviewed_on:
        paragraphs.append(f"It was last reviewed on {_date(told.reviewed_on)}.")
    paragraphs += [
        f"This website was last tested on {_date(told.tested_on)}."
        if told.tested_on
        else f"{not_said} when it tested this website.",
        f"Who tested it: {told.tested_by.rstrip('.')}."
        if told.tested_by
        else f"{not_said} who tested this website.",
    ]
    by_machine = (
        "The makers of the software test every type of page with axe, Siteimprove Alfa, the Nu "
        "HTML checker and tests of their own, each time that the software changes."
    )
    return FormalPart(
        heading="Preparation of this accessibility statement",
        paragraphs=(*paragraphs, by_machine),
    )


def _improvement(council: Council) -> FormalPart:
    told = council.statement
    last = max((each for each in (told.prepared_on, told.reviewed_on) if each), default=None)
    record = (
        "The makers of the software keep a record of every success criterion: how it is met, how "
        "that is tested, and what is missing. This statement is made from that record, so what is "
        "mended leaves it and what is found comes into it."
    )
    again = f"{council.name} has not yet said when it reviews this statement."
    if last:
        again = (
            f"{council.name} reviews this statement by {_date(_a_year_after(last))} at the latest."
        )
    return FormalPart(
        heading="What we are doing to improve accessibility", paragraphs=(record, again)
    )


def _feedback(council: Council) -> FormalPart:
    contact, days = contact_of(council), council.statement.reply_days
    tell = (
        f"Tell {council.name} about anything that is not accessible, or ask for any part of this "
        "website in another form, such as large print, easy read on paper, sound or braille."
    )
    answer = f"{council.name} has not yet said how soon it answers."
    if days:
        answer = f"You get an answer within {days} working day{'' if days == 1 else 's'}."
    ways = {"Phone": contact.phone, "Text": contact.text, "Email": contact.email}
    return FormalPart(
        heading="Feedback and contact information",
        paragraphs=(tell, answer),
        items=tuple(f"{way}: {value}" for way, value in ways.items() if value),
        links=(("Contact form", contact.website),) if contact.website else (),
    )


def _enforcement(council: Council) -> FormalPart:
    whom = (
        f"The {EHRC[0]} (EHRC) enforces the regulations. If you are not happy with how "
        f"{council.name} answers, contact the {EASS[0]} (EASS)."
    )
    return FormalPart(heading="Enforcement procedure", paragraphs=(whom,), links=(EASS, EHRC))


def _a_year_after(day: date) -> date:
    """Return the same day of the next year; for 29 February the day before."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _date(day: date) -> str:
    return format_date(day, "long", locale=ENGLISH)
