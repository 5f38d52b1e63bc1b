"""Words are found in the language of the page, and values are escaped in templates only."""

import pytest
from flask import Flask
from markupsafe import Markup

from finder.web import wording
from finder.web.wording import gettext, lazy_gettext, ngettext


def rendered(app: Flask, template: str, page: str = "/kent/", **values: object) -> str:
    with app.test_request_context(page):
        return app.jinja_env.from_string(template).render(**values)


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{% trans %}Home{% endtrans %}", "Home"),
        ("{{ _('Home') }}", "Home"),
        ("{% trans %}100% of it{% endtrans %}", "100% of it"),
        ("{% trans name=name %}With {{ name }}{% endtrans %}", "With &lt;b&gt;%(x)s"),
        ("{% trans name=name %}100% with {{ name }}{% endtrans %}", "100% with &lt;b&gt;%(x)s"),
        ("{% trans name=name|safe %}With {{ name }}{% endtrans %}", "With <b>%(x)s"),
        ("{% trans num=1 %}{{ num }} mile{% pluralize %}{{ num }} miles{% endtrans %}", "1 mile"),
        ("{% trans num=2 %}{{ num }} mile{% pluralize %}{{ num }} miles{% endtrans %}", "2 miles"),
        ("{% trans %}A{% endtrans %}{{ name }}", "A&lt;b&gt;%(x)s"),
    ],
)
def test_a_template_says_words_with_its_values_escaped(
    app: Flask, template: str, shown: str
) -> None:
    assert rendered(app, template, name="<b>%(x)s") == shown


def test_a_template_and_a_presenter_find_the_same_words(pseudo_app: Flask) -> None:
    with pseudo_app.test_request_context("/kent/?lang=ar"):
        words = gettext("Home")
        template = pseudo_app.jinja_env.from_string("{% trans %}Home{% endtrans %}")

        assert words != "Home"
        assert template.render() == words == str(lazy_gettext("Home"))
        assert wording.current_locale().language == "ar"
    assert rendered(pseudo_app, "{% trans %}Home{% endtrans %}") == "Home"


def test_a_presenter_s_words_are_no_markup(app: Flask) -> None:
    with app.test_request_context("/kent/"):
        assert gettext("With %(name)s", name="<b>") == "With <b>"
        assert not isinstance(gettext("Home"), Markup)
        assert gettext("100%") == "100%"
        assert ngettext("%(num)s of %(name)s", "%(num)s by %(name)s", 2, name="x") == "2 by x"


def test_outside_of_any_page_words_are_those_that_are_written() -> None:
    assert gettext("With %(name)s", name="you") == "With you"
    assert str(lazy_gettext("Home")) == "Home"
