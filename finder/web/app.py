"""Put the website together."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from finder.generations import Generations
from finder.resources import resource_dir
from finder.settings import Settings
from finder.shortlists import ShortlistStore
from finder.shortlists.open import open_store
from finder.web import (
    access_log,
    compression,
    context,
    errors,
    filters,
    fragments,
    held_list,
    i18n,
    kept_addresses,
    page_cache,
    security,
    templating,
)
from finder.web.context import Site
from finder.web.live import LiveGeneration
from finder.web.views import (
    activities,
    breaks,
    councils,
    everything,
    find,
    health,
    home,
    media,
    nearby,
    offline,
    pages,
    providers,
    questions,
    reading,
    shortlist,
    shortlist_calendar,
    shortlist_changes,
    shortlist_compare,
    shortlist_lists,
    shortlist_pdf,
    shortlist_plan,
    shortlist_print,
    shortlist_share,
    shortlist_week,
    suggest,
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
    media,
    nearby,
    providers,
    words,
    pages,
    reading,
    shortlist,
    shortlist_calendar,
    shortlist_changes,
    shortlist_compare,
    shortlist_lists,
    shortlist_pdf,
    shortlist_plan,
    shortlist_print,
    shortlist_share,
    shortlist_week,
    breaks,
    suggest,
    theme,
    offline,
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
        or open_store(
            file=settings.shortlists_file,
            database_url=settings.database_url,
            keep_days=settings.list_days,
            most=settings.list_most,
        ),
        clock=clock or _clock_of(settings),
    )
    templating.init_app(app, settings)
    held_list.init_app(app)
    # What comes first here has the last word on an answer: the line in the log says what was sent,
    # and a page is kept with all its headers, compressed.
    access_log.init_app(app)
    page_cache.init_app(app, settings.page_cache_bytes)
    for part in (compression, security, i18n, kept_addresses, filters, fragments, errors):
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
