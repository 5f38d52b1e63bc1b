"""Choose the language of a page, and say how the language is written."""

from flask import Flask, g, request
from flask_babel import Babel

from finder.resources import PACKAGE_DIR
from finder.web import context, wording

DEFAULT = "en-GB"
COOKIE = "lang"
PARAMETER = "lang"
# Their answers are the same in every language.
WITHOUT_WORDS = frozenset({"static", "theme.show"})
# Core pages are offered in these when a council lists them, with the language's own name.
OWN_NAMES = {
    "en-GB": "English",
    "cy": "Cymraeg",
    "pl": "Polski",
    "ur": "اردو",
    "ar": "العربية",
    "pa": "ਪੰਜਾਬੀ",
    "bn": "বাংলা",
    "zh-Hant": "繁體中文",
    "ro": "Română",
    "uk": "Українська",
}


def init_app(app: Flask) -> None:
    """Let every page choose its language."""
    folders = [str(PACKAGE_DIR / "translations")]
    extra = context_free_translations(app)
    Babel(
        app,
        default_locale="en_GB",
        default_timezone="Europe/London",
        default_translation_directories=";".join([*extra, *folders]),
        locale_selector=lambda: language().replace("-", "_"),
    )
    wording.init_app(app)
    app.url_defaults(_keep_language)


def context_free_translations(app: Flask) -> list[str]:
    """Return the folder of more translations, if there is one."""
    folder = app.extensions[context.EXTENSION].settings.translations_dir
    return [str(folder.absolute())] if folder else []


def languages() -> tuple[str, ...]:
    """Return the languages of this page's site: the council's, or those that every council has."""
    council = context.page_council()
    if council is not None:
        return council.languages
    every = [site.catalogue.council.languages for site in context.generation().councils.values()]
    return tuple(language for language in every[0] if all(language in each for each in every))


def own_name(code: str) -> str:
    """Return what a language calls itself, or its code."""
    return OWN_NAMES.get(code, code)


def language() -> str:
    """Return the language of this page: the address's, else the cookie's, else English."""
    if "language" not in g:
        asked = (request.args.get(PARAMETER, ""), request.cookies.get(COOKIE, ""))
        offered = languages()
        g.language = next((each for each in asked if each in offered), DEFAULT)
    return str(g.language)


def kept_language() -> str:
    """Return the language when the address names it: then every address on the page does."""
    try:
        return str(g.kept_language)
    except AttributeError:
        g.kept_language = language() if request.args.get(PARAMETER) == language() else ""
        return str(g.kept_language)


def _keep_language(endpoint: str, values: dict[str, object]) -> None:
    if endpoint not in WITHOUT_WORDS and kept_language():
        values.setdefault(PARAMETER, kept_language())


def direction() -> str:
    """Return "ltr" or "rtl"."""
    return str(wording.current_locale().text_direction)


def is_english() -> bool:
    return language() == DEFAULT


def english_marks() -> str:
    """Return the attributes of an element whose words are English on a page that is not.

    Providers write in English. Without the mark, a voice reads their words in the page's
    language (WCAG 3.1.2).
    """
    return "" if is_english() else ' lang="en-GB" dir="ltr"'
