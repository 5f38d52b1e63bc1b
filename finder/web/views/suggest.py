"""What a person may be about to type. The script asks for it; every page works without."""

from flask import Blueprint, Response, jsonify, request

from finder.domain.query import LONGEST_TEXT
from finder.search.lexicon import WordKind
from finder.web import context

blueprint = Blueprint("suggest", __name__)

# A place goes into the place box, where a provider or an interest is of no use.
_BOXES = {
    "q": frozenset(WordKind) - {WordKind.TOWN},
    "near": frozenset({WordKind.TOWN}),
}


@blueprint.get("/<council>/suggest")
def show(council: str) -> Response:
    """Return texts that begin with what was typed in a box, as a JSON list.

    `q` is the text, and `box` the name of the box: "q" for words (the usual one), or "near".
    """
    typed = request.args.get("q", "")[:LONGEST_TEXT]
    kinds = _BOXES.get(request.args.get("box", "q"), _BOXES["q"])
    found = context.searchable().completions.complete(typed, kinds=kinds)
    return jsonify([suggestion.text for suggestion in found])
