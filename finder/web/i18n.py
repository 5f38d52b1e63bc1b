"""Choose the language of a page, and say how the language is written."""

from flask import Flask, g, request
from flask_babel import Babel

from finder.resources import PACKAGE_DIR
from finder.web import context, wording
from finder.web.locale_data import keep_apart

DEFAULT = context.DEFAULT_LANGUAGE
COOKIE = context.LANGUAGE_COOKIE
PARAMETER = context.LANGUAGE_PARAMETER
language = context.language
languages = context.languages
# Their answers are the same in every language.
WITHOUT_WORDS = frozenset({"static", "theme.show", "media.show"})
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
    keep_apart(OWN_NAMES)
    # Of two folders with the same words, the later one counts.
    folders = [str(PACKAGE_DIR / "translations"), *more_translations(app)]
    Babel(
        app,
        default_locale="en_GB",
        default_timezone="Europe/London",
        default_translation_directories=";".join(folders),
        locale_selector=lambda: language().replace("-", "_"),
    )
    wording.init_app(app)
    app.url_defaults(_keep_language)


def more_translations(app: Flask) -> list[str]:
    """Return the folder of more translations, if there is one."""
    folder = app.extensions[context.EXTENSION].settings.translations_dir
    return [str(folder.absolute())] if folder else []


def own_name(code: str) -> str:
    """Return what a language calls itself, or its code."""
    return OWN_NAMES.get(code, code)


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


def is_checked() -> bool:
    """Return whether a native reader has checked the words of the page, as its council says.

    On a page of several councils, each of them has to say so.
    """
    council = context.page_council()
    sites = context.councils().values()
    shown = [council] if council else [site.catalogue.council for site in sites]
    return is_english() or all(language() in each.checked_languages for each in shown)


def stays_english(*texts: str) -> bool:
    """Return whether some words of the council's own have no others in the page's language."""
    return not context.generation().texts_in(language()).issuperset(texts)


def english_marks(*texts: str) -> str:
    """Return the attributes of an element whose words are English on a page that is not.

    Providers write in English, and so are those of a council's own words that nobody translated:
    give these as `texts`. Without the mark, a voice reads them in the page's language (WCAG 3.1.2).
    """
    is_plain = is_english() or (bool(texts) and not stays_english(*texts))
    return "" if is_plain else ' lang="en-GB" dir="ltr"'
