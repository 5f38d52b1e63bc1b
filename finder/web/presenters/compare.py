"""Two or three things from a list side by side: what is different first, then what is the same."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from finder.domain.provider import Contact
from finder.domain.query import SearchQuery
from finder.web.presenters import labels
from finder.web.presenters.activity_page import Section, contact_of, make_sections
from finder.web.presenters.addresses import address
from finder.web.presenters.card import Fact, border_notes, is_running, not_told, picture_of
from finder.web.presenters.listed import Listed
from finder.web.presenters.sentences import Sentence, as_sentence, ours, own
from finder.web.wording import gettext

FEWEST, MOST = 2, 3
# The questions that are compared, by the names that the page of an activity has for them.
_ASKED = ("when", "where", "cost", "helpers", "access", "travel", "try", "space")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One of the things that are compared. It is also a choice, when they are being picked."""

    key: str
    url: str
    name: str
    provider: str
    picture: str
    notes: tuple[str, ...]
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one of them answers; without a name, what all of them answer.

    `unknown` is what is said in the place of an answer that nobody gave.
    """

    name: str = ""
    sentences: tuple[Sentence, ...] = ()
    needs: tuple[Fact, ...] = ()
    contact: Contact | None = None
    unknown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, with an answer of each, or one of all."""

    slug: str
    heading: str
    picture: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is different, and what is the same. Nothing is in both."""

    heads: tuple[Head, ...]
    different: tuple[Question, ...]
    same: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """Either a comparison, or the choices to pick from and what was wrong with those picked."""

    comparison: Comparison | None
    choices: tuple[Head, ...] = ()
    problem: str = ""
    has_left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What one activity says to one question. Those whose `key` is the same say the same."""

    section: Section
    key: Hashable
    contact: Contact | None = None


def make_compare_page(
    listed: Sequence[Listed], picked: Collection[str], *, was_sent: bool, today: date
) -> ComparePage:
    """Return the page. `picked` are the keys in the address, which a form sent if `was_sent`."""
    chosen = [each for each in listed if key_of(each) in picked]
    has_left_out = bool(set(picked) - {key_of(each) for each in listed})
    if FEWEST <= len(chosen) <= MOST:
        comparison = compare(chosen, today=today)
        return ComparePage(comparison=comparison, has_left_out=has_left_out)
    # Where there is nothing to choose, everything is ticked already.
    ticked = chosen or (listed if len(listed) <= MOST else [])
    return ComparePage(
        comparison=None,
        choices=tuple(_head(each, is_chosen=each in ticked) for each in listed),
        problem=_problem(len(chosen)) if chosen or was_sent else "",
        has_left_out=has_left_out,
    )


def key_of(listed: Listed) -> str:
    """Return how an address names an activity."""
    return f"{listed.council.slug}:{listed.activity.activity_id}"


def compare(listed: Sequence[Listed], *, today: date) -> Comparison:
    """Compare activities. What is not told differs from what is, and never counts as a no."""
    told = [tuple(_all_told(each, today)) for each in listed]
    names = [each.activity.name for each in listed]
    different, same = [], []
    for answers in zip(*told, strict=True):
        apart, alike = _sort_out(names, answers)
        different += apart
        same += alike
    return Comparison(
        heads=tuple(_head(each) for each in listed), different=tuple(different), same=tuple(same)
    )


def _problem(count: int) -> str:
    if count > MOST:
        return gettext("You picked %(num)s things. Pick 3 at the most.", num=count)
    if count:
        return gettext("You picked 1 thing. Pick 1 or 2 more.")
    return gettext("Pick 2 or 3 things first.")


def _head(listed: Listed, *, is_chosen: bool = False) -> Head:
    notes = border_notes(listed.activity, listed.council)
    if not is_running(listed.activity, listed.catalogue):
        notes = [gettext("This does not run now."), *notes]
    return Head(
        key=key_of(listed),
        url=address(
            "activities.show",
            listed.council.slug,
            SearchQuery(),
            activity_id=listed.activity.activity_id,
        ),
        name=listed.activity.name,
        provider=listed.provider.name,
        picture=picture_of(listed.catalogue, listed.activity),
        notes=tuple(notes),
        is_chosen=is_chosen,
    )


def _all_told(listed: Listed, today: date) -> Iterator[_Told]:
    """Return what an activity says to each question, in the order of the questions."""
    activity, space = listed.activity, listed.activity.availability
    sections = {
        section.slug: section
        for section in make_sections(activity, listed.council, today=today, picture="")
    }
    for slug in _ASKED:
        key: Hashable = sections[slug].sentences
        if slug == "space":
            # On which day it was said makes no difference.
            key = space and (space.state, space.wait_weeks, space.note)
        yield _Told(section=sections[slug], key=key)
    next_steps = _next(listed)
    yield _Told(section=next_steps, key=next_steps.sentences)
    contact = contact_of(activity, listed.provider)
    asking = Section(slug="ask", heading=gettext("How to ask"), picture="phone")
    yield _Told(section=asking, key=contact if contact.is_told else None, contact=contact)


def _next(listed: Listed) -> Section:
    sentences: list[Sentence] = []
    for step in listed.activity.leads_to or ():
        sentences += ours(as_sentence(str(labels.LEADS_TO[step.kind]))) + own(step.text)
    for activity in listed.catalogue.list_activities(listed.activity.goes_on_to):
        sentences += ours(gettext("You can go on to %(name)s.", name=activity.name))
    heading = gettext("What people do next")
    return Section(slug="next", heading=heading, picture="work", sentences=tuple(sentences))


def _sort_out(names: Sequence[str], told: Sequence[_Told]) -> tuple[list[Question], list[Question]]:
    """Return the question with what is different, and with what is the same. Either can be empty.

    Of a list of yes and no, such as "No steps", each is by itself the same or not.
    """
    titles = _titles([each.section.needs for each in told])
    apart = [title for title in titles if len({_need(each, title) for each in told}) > 1]
    alike = [title for title in titles if title not in apart]
    words_differ = len({each.key for each in told}) > 1
    has_words = not titles or any(each.section.sentences for each in told)

    def question(titles: list[str], *, with_words: bool) -> list[Question]:
        if not titles and not with_words:
            return []
        answers = (
            _answer(name, each, tuple(_need(each, title) for title in titles), with_words)
            for name, each in zip(names, told, strict=True)
        )
        about = told[0].section
        return [
            Question(
                slug=about.slug,
                heading=about.heading,
                picture=about.picture,
                answers=_in_one(answers),
            )
        ]

    return (
        question(apart, with_words=has_words and words_differ),
        question(alike, with_words=has_words and not words_differ),
    )


def _titles(every: Iterable[tuple[Fact, ...]]) -> list[str]:
    """Return what somebody told of at least one; where nobody told of any, there is no list."""
    facts = [fact for each in every for fact in each]
    if not any(fact.is_told for fact in facts):
        return []
    return list(dict.fromkeys(fact.title for fact in facts))


def _need(told: _Told, title: str) -> Fact:
    return next(
        (fact for fact in told.section.needs if fact.title == title),
        not_told("helper", title),
    )


def _answer(name: str, told: _Told, needs: tuple[Fact, ...], with_words: bool) -> Answer:
    if not with_words:
        return Answer(name=name, needs=needs)
    if told.contact is not None:
        if told.contact.is_told:
            return Answer(name=name, contact=told.contact)
        unknown = gettext("Not told us yet. Phone us, and we will find out.")
        return Answer(name=name, unknown=unknown)
    sentences = told.section.sentences
    unknown = "" if sentences or needs else str(labels.NOT_TOLD)
    return Answer(name=name, sentences=sentences, needs=needs, unknown=unknown)


def _in_one(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return one answer in the stead of several that are the same word for word."""
    named = tuple(answers)
    nameless = {replace(answer, name="") for answer in named}
    return tuple(nameless) if len(nameless) == 1 else named
