"""`finder search`."""

import json
from collections.abc import Callable

import click

from finder.catalogue.reader import Catalogue
from finder.cli.options import load_settings, today_of
from finder.domain.activity import Activity
from finder.domain.query import SearchQuery
from finder.generations import GenerationError, Generations
from finder.search.ask import Asked, ask
from finder.search.explain import Explanation, explain
from finder.search.find import Hit, Searchable


@click.command()
@click.argument("words", required=False, default="")
@click.option("--council", required=True, help="The council's short name, such as kent.")
@click.option("--near", default="", help="A town or a postcode.")
@click.option(
    "--with",
    "choices",
    multiple=True,
    metavar="NAME=VALUE",
    help="A choice, as in the website's addresses: interest=swimming, day=mon, miles=5.",
)
@click.option("--explain", "explained", is_flag=True, help="Say why each result is where it is.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.option("--most", default=10, show_default=True, type=click.IntRange(1, 10_000))
def search(
    words: str,
    council: str,
    near: str,
    choices: tuple[str, ...],
    explained: bool,
    as_json: bool,
    most: int,
) -> None:
    """Search as the website does, and print the same answer."""
    settings = load_settings()
    args = [("q", words), ("near", near), *(_name_and_value(each) for each in choices)]
    try:
        generation = Generations(settings.generations_dir).open_current()
    except GenerationError as error:
        raise click.ClickException(str(error)) from error
    try:
        site = generation.councils.get(council)
        if site is None:
            known = ", ".join(generation.councils)
            raise click.ClickException(f"There is no council “{council}”. Use one of: {known}.")
        asked = ask(
            site.searchable,
            SearchQuery.from_args(args),
            gazetteer=generation.gazetteer,
            today=today_of(settings),
        )
        because = _because(site.searchable, asked) if explained else None
        answer = _as_json if as_json else _as_text
        click.echo(answer(asked, site.catalogue, most, because))
    finally:
        generation.close()


def _name_and_value(choice: str) -> tuple[str, str]:
    name, equals, value = choice.partition("=")
    if not equals:
        raise click.ClickException(f"“{choice}” is not NAME=VALUE, such as day=mon.")
    return name, value


def messages_of(asked: Asked) -> list[str]:
    """Return what a person should know about the answer, as short codes."""
    messages = [f"ignored:{each.parameter}={each.value}" for each in asked.ignored]
    messages += [f"typo:{each.typed}={each.used}" for each in asked.corrections]
    if asked.typed_near:
        messages.append(f"typo:{asked.typed_near}={asked.query.near}")
    if asked.has_place_in_words:
        messages.append(f"place-in-words:{asked.query.near}")
    messages.append(f"place:{asked.look_up.outcome}")
    messages += [f"lost:{idea.typed}" for idea in asked.answer.lost]
    messages += [note.value for note in asked.answer.notes]
    if asked.answer.total > asked.answer.sure:
        messages.append(f"not-told:{asked.answer.total - asked.answer.sure}")
    return messages


Because = Callable[[Hit], Explanation]


def _because(searchable: Searchable, asked: Asked) -> Because:
    """Return the function that explains a result."""
    return lambda hit: explain(searchable, asked.answer, hit)


def _shown(asked: Asked, catalogue: Catalogue, most: int) -> list[tuple[Hit, Activity]]:
    """Return the first results with their activities."""
    hits = asked.answer.hits[:most]
    activities = catalogue.list_activities(hit.activity_id for hit in hits)
    return list(zip(hits, activities, strict=True))


def _as_json(asked: Asked, catalogue: Catalogue, most: int, because: Because | None) -> str:
    query: dict[str, list[str]] = {}
    for name, value in asked.query.to_args():
        query.setdefault(name, []).append(value)
    summary = {
        "total": asked.answer.total,
        "query": query,
        "messages": messages_of(asked),
        "results": [
            _result(hit, activity, catalogue)
            | ({"explanation": _parts(because(hit))} if because else {})
            for hit, activity in _shown(asked, catalogue, most)
        ],
    }
    return json.dumps(summary, ensure_ascii=False, indent=2)


def _result(hit: Hit, activity: Activity, catalogue: Catalogue) -> dict[str, object]:
    return {
        "id": activity.activity_id,
        "name": activity.name,
        "provider": catalogue.providers[activity.provider_id].name,
        "council": catalogue.council.slug,
        "interests": list(activity.interests),
        "lots": list(activity.lots),
        "days": [day.value for day in activity.days],
        "parts": sorted({part for session in activity.sessions for part in session.parts}),
        "modes": list(activity.modes or ()),
        "needs": sorted(need for need, has in activity.needs.items() if has),
        "support": list(activity.support or ()),
        "places": [{"town": place.town, "postcode": place.postcode} for place in activity.places],
        "miles": None if hit.miles is None else round(hit.miles, 1),
        "score": hit.score,
        "why": list(hit.why),
    }


def _parts(explanation: Explanation) -> dict[str, object]:
    """Return an explanation for programs. The score is the sum of the reasons."""
    return {
        "reasons": {
            " ".join(phrase): [{"what": each.what, "score": round(each.score, 6)} for each in why]
            for phrase, why in explanation.reasons.items()
        },
        "nearness": round(explanation.nearness, 6),
        "freshness": explanation.freshness,
        "match": round(explanation.match, 6),
    }


def _in_words(explanation: Explanation) -> list[str]:
    lines = []
    for phrase, why in explanation.reasons.items():
        found = "; ".join(f"{each.what} {each.score:.2f}" for each in why) or "not found"
        lines.append(f"       {' '.join(phrase)}: {found}")
    lines.append(
        f"       match {explanation.match:.2f}, with nearness {explanation.nearness:.2f} "
        f"and freshness {explanation.freshness:.2f}"
    )
    return lines


def _as_text(asked: Asked, catalogue: Catalogue, most: int, because: Because | None) -> str:
    answer = asked.answer
    lines = [f"{answer.total} found. {', '.join(messages_of(asked))}"]
    for number, (hit, activity) in enumerate(_shown(asked, catalogue, most), start=1):
        far = "" if hit.miles is None else f", {hit.miles:.1f} miles"
        days = ", ".join(activity.days) or "days not told"
        towns = ", ".join(dict.fromkeys(place.town for place in activity.places if place.town))
        lines.append(f"{number:>3}. {activity.name}: {towns or 'no place'}{far}; {days}")
        lines.append(f"     {' '.join(hit.why)}  [{hit.activity_id}]")
        if because:
            lines += _in_words(because(hit))
    return "\n".join(lines)
