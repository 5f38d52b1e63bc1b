"""A council's first page: what do you like?"""

from flask import Blueprint, render_template

from finder.web import context

blueprint = Blueprint("home", __name__)


@blueprint.get("/<council>/")
def show(council: str) -> str:
    catalogue = context.catalogue()
    groups = [
        (reason, [each for each in catalogue.interests if each.group == reason.slug])
        for reason in catalogue.reasons
    ]
    return render_template("home/show.html", reasons=catalogue.reasons, groups=groups)
