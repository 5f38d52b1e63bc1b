"""One question a page, for people who like it step by step."""

from flask import Blueprint, render_template, request, url_for

from finder.domain.query import SearchQuery
from finder.search.ask import Asked
from finder.web import context
from finder.web.asking import ask_the_address
from finder.web.presenters.addresses import address
from finder.web.presenters.questions import (
    STEPS,
    Option,
    QuestionPage,
    answers_not_shown,
    help_options,
    interest_options,
    make_chips_so_far,
    next_address,
    place_options,
    when_options,
)
from finder.web.presenters.results import ignored_message, place_message
from finder.web.wording import gettext

blueprint = Blueprint("questions", __name__)

# These say which answers a question shows; they are not part of the search.
REASON, MORE, EACH_DAY = "reason", "more", "each"


def _ask() -> Asked:
    return ask_the_address(leave_out=(REASON, MORE, EACH_DAY))


def _page(
    step: str,
    asked: Asked,
    own_fields: tuple[str, ...],
    options: tuple[Option, ...],
    **values: object,
) -> str:
    """Render a question. `own_fields` are what it asks; everything else is kept."""
    catalogue, slug = context.catalogue(), context.council().slug
    kept = asked.query.without(*own_fields)
    messages = (place_message(asked.look_up, asked.query.near), ignored_message(asked.ignored))
    number = STEPS.index(step) + 1
    before = STEPS[number - 2] if number > 1 else ""
    page = QuestionPage(
        number=number,
        steps=len(STEPS),
        options=options,
        kept=(*kept.to_args(), *answers_not_shown(asked.query, kept, options)),
        messages=tuple(each for each in messages if each),
        chips=make_chips_so_far(catalogue, asked.query, step),
        action=next_address(step, slug, SearchQuery()),
        skip_url=next_address(step, slug, kept),
        back_url=address(f"questions.{before}", slug, asked.query)
        if before
        else url_for("home.show", council=slug),
        **values,  # type: ignore[arg-type]
    )
    return render_template("questions/ask.html", page=page)


@blueprint.get("/<council>/find/interest")
def interest(council: str) -> str:
    asked, catalogue = _ask(), context.catalogue()
    reasons = {reason.slug: reason for reason in catalogue.reasons}
    chosen = [each.group for each in catalogue.interests if each.slug in asked.query.interests]
    default = chosen[0] if chosen else catalogue.reasons[0].slug
    reason = reasons.get(request.args.get(REASON, ""), reasons[default])
    options, has_more = interest_options(
        catalogue, asked.answer, asked.query, reason.slug, more=bool(request.args.get(MORE))
    )
    own = {REASON: reason.slug, MORE: "1"}
    return _page(
        "interest",
        asked,
        ("interests",),
        options,
        heading=gettext("What do you like?"),
        lead=gettext("Pick one or more."),
        many=True,
        more_url=address("questions.interest", context.council().slug, asked.query, **own)
        if has_more
        else "",
        more_label=gettext("Show me more pictures"),
    )


@blueprint.get("/<council>/find/place")
def place(council: str) -> str:
    asked = _ask()
    return _page(
        "place",
        asked,
        ("near", "miles", "modes"),
        place_options(context.catalogue(), asked.answer, asked.query),
        heading=gettext("Where do you want to go?"),
        lead=gettext("Pick one. You can change it later."),
        many=False,
        typed=asked.query.near,
    )


@blueprint.get("/<council>/find/when")
def when(council: str) -> str:
    asked = _ask()
    # Who picked a single day sees the single days.
    single = any(len(choice.days) == 1 for choice in asked.query.days)
    each_day = single or bool(request.args.get(EACH_DAY))
    own = {EACH_DAY: "1"}
    return _page(
        "when",
        asked,
        ("days", "parts"),
        when_options(asked.answer, asked.query, each_day=each_day),
        heading=gettext("Which day is best?"),
        lead=gettext("Pick one or more."),
        many=True,
        more_url=""
        if each_day
        else address("questions.when", context.council().slug, asked.query, **own),
        more_label=gettext("Show me each day"),
    )


@blueprint.get("/<council>/find/help")
def help(council: str) -> str:  # noqa: A001  # The address is /find/help.
    asked = _ask()
    return _page(
        "help",
        asked,
        ("needs", "support"),
        help_options(asked.answer, asked.query),
        heading=gettext("What help do you need?"),
        lead=gettext("Pick one or more, or none."),
        many=True,
        more_url=address("everything.show", context.council().slug, asked.query),
        more_label=gettext("Show me all kinds of help"),
    )
