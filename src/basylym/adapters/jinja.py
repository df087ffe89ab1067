"""Templates and values -> text: the one home of Jinja.

Only the press's own templates are templates; what an author wrote reaches them as values and is
escaped, or as HTML that Pandoc wrote, marked with ``Markup``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from basylym.adapters import resources

__all__ = ["Markup", "render"]


def render(template: str, **values: Any) -> str:
    """Fill a template of ``templates/``; a name it does not know is an error, never a blank."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources.TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
