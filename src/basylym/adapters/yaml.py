"""YAML text -> plain values, or the place where it is none: the one home of PyYAML."""

from __future__ import annotations

import re
from typing import Any

import yaml

from basylym.model.notices import BasylymError, Condition, Locus, Notice

LONGEST = 100_000  # characters; a front matter is a page or two
DEEPEST = 20
TAB = 4  # columns, as Pandoc counts them
SURROGATE = re.compile("[\ud800-\udfff]")


class _AsTyped(yaml.SafeLoader):
    """Reads every scalar as its letters: 81.10 stays 81.10, 010 stays 010, and no stays no."""


_AsTyped.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in known if tag == "tag:yaml.org,2002:null"]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str, path: str, first_line: int) -> dict[str, Any]:
    """Read a mapping. Scalars are strings, or None where nothing stands.

    A tab is as many spaces as Pandoc makes of it, though YAML itself refuses one that indents: front
    matters written for Pandoc have them.

    Args:
        text: the YAML.
        path: of the file, for notices.
        first_line: the line of that file, from 1, on which ``text`` starts.

    Raises:
        BasylymError: ``FRONT_MATTER_IS_YAML`` with line and column. Aliases are refused, for
            a few lines of them can stand for gigabytes; so are two fields of one name.
    """
    if len(text) > LONGEST:
        raise _fault(path, first_line, 1, f"the front matter is longer than {LONGEST} characters")
    text = text.expandtabs(TAB)
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                line, column = _place(event.start_mark, first_line)
                raise _fault(path, line, column, f"the front matter uses the alias *{event.anchor}")
            if isinstance(event, yaml.ScalarEvent) and SURROGATE.search(event.value):
                line, column = _place(event.start_mark, first_line)
                raise _fault(path, line, column, "an escape in the front matter is half a character")
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                line, column = _place(event.start_mark, first_line)
                raise _fault(path, line, column, f"the front matter is nested more than {DEEPEST} deep")
        _refuse_twins(yaml.compose(text, Loader=_AsTyped), path, first_line)
        value = yaml.load(text, Loader=_AsTyped)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        line, column = _place(error.problem_mark or error.context_mark, first_line)
        raise _fault(path, line, column, f"the front matter is not YAML: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:  # a bad code point; a date such as 2014-13-40
        raise _fault(path, first_line, 1, f"the front matter is not YAML: {error}") from error
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _fault(path, first_line, 1, "the front matter is not a list of fields with values")
    return {str(name): part for name, part in value.items()}


def _place(mark: Any, first_line: int) -> tuple[int, int]:
    return (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)


def _refuse_twins(node: yaml.Node | None, path: str, first_line: int) -> None:
    """PyYAML takes the last of two fields of one name, and says nothing."""
    if isinstance(node, yaml.SequenceNode):
        for part in node.value:
            _refuse_twins(part, path, first_line)
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for name, part in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value in seen:
                line, column = _place(name.start_mark, first_line)
                raise _fault(path, line, column, f"the field {name.value!r} stands twice")
            seen.add(name.value if isinstance(name, yaml.ScalarNode) else id(name))
            _refuse_twins(part, path, first_line)


def _fault(path: str, line: int, column: int, detail: str) -> BasylymError:
    flat = " ".join(detail.split())
    return BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, flat, Locus(path, line, column)))
