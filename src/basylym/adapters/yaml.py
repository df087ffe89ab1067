"""YAML text -> plain values, or the place where it is none: the one home of PyYAML."""

from __future__ import annotations

from typing import Any

import yaml

from basylym.model.notices import BasylymError, Condition, Locus, Notice

LONGEST = 100_000  # characters; a front matter is a page or two
DEEPEST = 20


def load(text: str, path: str, first_line: int) -> dict[str, Any]:
    """Read a mapping.

    Args:
        text: the YAML.
        path: of the file, for notices.
        first_line: the line of that file, from 1, on which ``text`` starts.

    Raises:
        BasylymError: ``FRONT_MATTER_IS_YAML`` with line and column. Aliases are refused, for
            a few lines of them can stand for gigabytes.
    """
    if len(text) > LONGEST:
        raise _fault(path, first_line, 1, f"the front matter is longer than {LONGEST} characters")
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                line, column = event.start_mark.line + first_line, event.start_mark.column + 1
                raise _fault(path, line, column, f"the front matter uses the alias *{event.anchor}")
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                line = event.start_mark.line + first_line
                raise _fault(path, line, 1, f"the front matter is nested more than {DEEPEST} deep")
        value = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        raise _fault(path, line, column, f"the front matter is not YAML: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:  # a bad code point; a date such as 2014-13-40
        raise _fault(path, first_line, 1, f"the front matter is not YAML: {error}") from error
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _fault(path, first_line, 1, "the front matter is not a list of fields with values")
    return {str(name): part for name, part in value.items()}


def _fault(path: str, line: int, column: int, detail: str) -> BasylymError:
    flat = " ".join(detail.split())
    return BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, flat, Locus(path, line, column)))
