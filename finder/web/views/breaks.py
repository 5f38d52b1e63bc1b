"""Plan a break: when a carer needs to be free, and what gives them that."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from finder.domain.activity import Activity
from finder.domain.vocabulary import Day
from finder.planning.break_windows import Window, join_windows
from finder.planning.changes import mark_of
from finder.search.ask import Asked
from finder.shortlists import ShortlistFullError
from finder.web import context
from finder.web.asking import ask_the_address
from finder.web.held_list import list_values
from finder.web.list_cookie import keep_list_in_use, list_in_use
from finder.web.presenters.break_question import (
    DONE,
    OWN_PARAMETERS,
    BreakQuestion,
    read_question,
    step_url,
)
from finder.web.presenters.break_steps import Steps, make_day_times
from finder.web.presenters.breaks import make_breaks
from finder.web.presenters.free_times import ExactTimes, read_days, read_exact
from finder.web.presenters.going import PARAMETER, going_args, read_going
from finder.web.presenters.questions import QuestionPage
from finder.web.presenters.results import ignored_message, place_message
from finder.web.presenters.times import day_name, join_words
from finder.web.wording import gettext

blueprint = Blueprint("breaks", __name__)

# As many activities as a set has, with room for a page that was made by an older version.
_MOST_KEPT = 10


def _read() -> tuple[Asked, BreakQuestion, str]:
    """Return the question of the address, and a sentence on what in it was not understood."""
    asked = ask_the_address(leave_out=OWN_PARAMETERS)
    question, ignored = read_question(request.args, asked.query)
    return asked, question, ignored_message([*asked.ignored, *ignored])


def _steps(asked: Asked, question: BreakQuestion, *messages: str) -> Steps:
    said = (place_message(asked.look_up, question.query.near), *messages)
    return Steps(context.catalogue(), question, [each for each in said if each])


def _ask(page: QuestionPage) -> str:
    return render_template("breaks/ask.html", page=page)


def _days_page(asked: Asked, question: BreakQuestion, *messages: str) -> str:
    home = url_for("home.show", council=context.council().slug)
    return _ask(_steps(asked, question, *messages).days(back_url=home))


@blueprint.get("/<council>/break")
def show(council: str) -> str:
    """Show the ways to have a break; without any times, ask for the days first."""
    asked, question, left_out = _read()
    if not question.windows:
        return _days_page(asked, question, left_out)
    page = make_breaks(
        context.catalogue(),
        context.searchable(),
        question,
        asked,
        left_out=left_out,
        shortlist=context.shortlist(),
        today=context.today(),
    )
    return render_template("breaks/show.html", page=page, query=question.query)


@blueprint.get("/<council>/break/days")
def days(council: str) -> Response | str:
    asked, question, left_out = _read()
    if DONE not in request.args:
        return _days_page(asked, question, left_out)
    picked = read_days(request.args, ())
    if not picked:
        return _days_page(asked, question, left_out, gettext("Pick one day or more."))
    kept = question.with_windows(each for each in question.windows if each.day in picked)
    return redirect(step_url(kept, context.council().slug, "times", *picked))


@blueprint.get("/<council>/break/times")
def times(council: str) -> Response | str:
    """Ask for the times of each day. What is typed becomes a part of the address."""
    asked, question, left_out = _read()
    picked = read_days(request.args, question.windows)
    if not picked:
        return _days_page(asked, question, left_out)
    typed, exact = _typed(picked)
    windows = join_windows([*exact, *(each for each in question.windows if each.day in picked)])
    question = question.with_windows(windows)
    problems = _problems(picked, typed, windows) if DONE in request.args else []
    if DONE in request.args and not problems:
        return redirect(step_url(question, context.council().slug, "place"))
    page = _steps(asked, question, left_out, *problems).times_page(picked)
    return render_template(
        "breaks/times.html", page=page, days=make_day_times(question, picked, typed)
    )


def _typed(picked: Sequence[Day]) -> tuple[dict[Day, ExactTimes], list[Window]]:
    typed, windows = {}, []
    for day in picked:
        typed[day], window = read_exact(request.args, day)
        if window is not None:
            windows.append(window)
    return typed, windows


def _problems(
    picked: Sequence[Day], typed: dict[Day, ExactTimes], windows: Sequence[Window]
) -> list[str]:
    """Return what stands in the way of going on, for the day that it is about."""
    problems = [
        gettext("%(day)s: %(problem)s", day=day_name(day), problem=typed[day].problem)
        for day in picked
        if typed[day].problem
    ]
    with_times = {window.day for window in windows}
    without = [day for day in picked if day not in with_times and not typed[day].problem]
    if without:
        days = join_words(day_name(day) for day in without)
        problems.append(gettext("Pick a time for %(days)s.", days=days))
    return problems


@blueprint.get("/<council>/break/place")
def place(council: str) -> str:
    asked, question, left_out = _read()
    return _ask(_steps(asked, question, left_out).place(asked.answer))


@blueprint.get("/<council>/break/travel")
def travel(council: str) -> str:
    asked, question, left_out = _read()
    return _ask(_steps(asked, question, left_out).travel())


@blueprint.get("/<council>/break/help")
def help(council: str) -> str:  # noqa: A001  # The address is /break/help.
    asked, question, left_out = _read()
    return _ask(_steps(asked, question, left_out).help(asked.answer))


@blueprint.post("/<council>/break/keep")
def keep(council: str) -> Response:
    """Put the activities of a set on the person's own list, as many as it can hold."""
    slug = context.council().slug
    activities = _named_activities()
    token = list_in_use()
    values: dict[str, str | list[str]] = {"council": slug}
    if going := [written for _, written in going_args(read_going(list_values(request.form)))]:
        values[PARAMETER] = going
    try:
        for activity in activities:
            context.site().store.add(
                token,
                council=slug,
                activity_id=activity.activity_id,
                seen=mark_of(activity),
                now=context.now(),
            )
    except ShortlistFullError:
        values["full"] = "1"
    address = url_for("shortlist.show", **values)  # type: ignore[arg-type]
    return keep_list_in_use(redirect(address, code=303), token)


def _named_activities() -> list[Activity]:
    """Return the activities that a form names, or answer "not found"."""
    named = list(dict.fromkeys(request.form.getlist("activity")))[:_MOST_KEPT]
    activities = context.catalogue().list_activities(named)
    if not activities:
        abort(404)
    return activities
