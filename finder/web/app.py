"""Put the website together."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from flask import Flask
from jinja2 import FileSystemLoader, StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from finder.generations import Generations
from finder.resources import resource_dir
from finder.settings import Settings
from finder.shortlists import ShortlistStore
from finder.shortlists.sqlite import SQLiteShortlistStore
from finder.web import access_log, context, errors, filters, i18n, security
from finder.web.context import Site
from finder.web.live import LiveGeneration
from finder.web.views import (
    activities,
    councils,
    everything,
    find,
    health,
    home,
    pages,
    providers,
    questions,
    reading,
    shortlist,
    theme,
    words,
)

VIEWS = (
    councils,
    home,
    questions,
    find,
    everything,
    activities,
    providers,
    words,
    pages,
    reading,
    shortlist,
    theme,
    health,
)
A_YEAR_SECONDS = 365 * 24 * 60 * 60


def create_app(
    settings: Settings,
    *,
    store: ShortlistStore | None = None,
    clock: Callable[[], datetime] | None = None,
) -> Flask:
    """Return the website. A test passes a store and a clock of its own."""
    app = Flask("finder", template_folder=None, static_folder=str(resource_dir("static")))
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = A_YEAR_SECONDS
    app.extensions[context.EXTENSION] = Site(
        settings=settings,
        live=LiveGeneration(Generations(settings.generations_dir)),
        store=store
        or SQLiteShortlistStore(
            settings.shortlists_file, keep_days=settings.list_days, most=settings.list_most
        ),
        clock=clock or _clock_of(settings),
    )
    _set_up_templates(app, settings)
    for part in (access_log, security, i18n, filters, errors):
        part.init_app(app)
    for view in VIEWS:
        app.register_blueprint(view.blueprint)
    app.teardown_appcontext(context.give_generation_back)
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count)  # type: ignore[method-assign]
    return app


def _clock_of(settings: Settings) -> Callable[[], datetime]:
    """Return the clock, or one that always says noon on the day that the settings pretend."""
    if settings.today:
        noon = datetime.combine(date.fromisoformat(settings.today), time(12), tzinfo=UTC)
        return lambda: noon
    return lambda: datetime.now(UTC)


def _set_up_templates(app: Flask, settings: Settings) -> None:
    """Let a council's own templates come before ours, and a mistyped name be an error."""
    folders = [settings.templates_dir] if settings.templates_dir else []
    app.jinja_env.loader = FileSystemLoader([*folders, resource_dir("templates")])
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.policies["ext.i18n.trimmed"] = True
