"""How templates are found and read."""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import FileSystemLoader, StrictUndefined

from finder.resources import resource_dir
from finder.settings import Settings


class FlatEnvironment(Environment):
    """An environment that lays what all templates share into one dictionary for each template.

    Jinja lays one dictionary over another instead, so that what is shared can change after a
    template was read; ours never does. With one, a name is found at once, and a page that imports
    eight macros does not compare all the names eight times.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def init_app(app: Flask, settings: Settings) -> None:
    """Let a council's own templates come before ours, and a mistyped name be an error."""
    app.jinja_environment = FlatEnvironment
    folders = [settings.templates_dir] if settings.templates_dir else []
    app.jinja_env.loader = FileSystemLoader([*folders, resource_dir("templates")])
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.policies["ext.i18n.trimmed"] = True
