"""An author's text is a value in a template, never a template."""

import jinja2
import pytest

from basylym.adapters import jinja


def rendered(text, **values):
    return jinja._environment().from_string(text).render(**values)


@pytest.mark.parametrize("hostile", ["{{ 7 * 7 }}", "{% include 'print.css' %}", "<script>", '" onload="x'])
def test_what_an_author_wrote_is_escaped_and_not_run(hostile):
    shown = rendered('<p title="{{ value }}">{{ value }}</p>', value=hostile)
    assert "49" not in shown
    assert "<script>" not in shown
    assert '"x' not in shown


def test_html_that_pandoc_wrote_goes_in_as_it_is():
    assert rendered("{{ value }}", value=jinja.Markup("<b>x</b>")) == "<b>x</b>"


def test_unknown_name_is_an_error():
    with pytest.raises(jinja2.UndefinedError):
        rendered("{{ nothing }}")


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/passwd", "none.html.j2"])
def test_templates_are_only_our_own(name):
    with pytest.raises(jinja2.TemplateNotFound):
        jinja.render(name)
