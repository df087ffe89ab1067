"""Front matter as told from the text, and as the source's file itself gives it -> the two as one YAML block.

What the file says goes before what was told from the text; a title in square brackets gives way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from basylym.model.notices import Condition, Notice

PLAIN = frozenset({"lang", "bibliography", "csl"})
NAME = re.compile(r"[A-Za-z_][\w-]*")
UNSAFE = "\x7f\x85\u2028\u2029\ufeff"
"""Signs that JSON lets stand and YAML does not."""
ANSWERS = {
    Condition.TITLE_IS_GIVEN: "title",
    Condition.AUTHOR_IS_GIVEN: "author",
    Condition.ABSTRACT_IS_GIVEN: "abstract",
}


def front_matter(told: Mapping[str, Any], given: Mapping[str, Any], tag: str) -> str:
    """Return the YAML block, with its two lines of hyphens.

    Args:
        told: fields told from the text.
        given: fields that the file gives, as plain values.
        tag: of the article's language.
    """
    fields = {**given, "lang": tag}
    for name, value in told.items():
        fields.setdefault(name, value)
    order = dict.fromkeys(("title", "lang", *fields))
    return "---\n" + "".join(_field(name, fields[name], 0) for name in order if name in fields) + "---\n"


def still_lacking(notices: Iterable[Notice], given: Mapping[str, Any]) -> tuple[Notice, ...]:
    """Return the notices but for what the file gives."""
    return tuple(notice for notice in notices if not given.get(ANSWERS.get(notice.condition, "")))


def _field(name: str, value: Any, depth: int) -> str:
    key = name if NAME.fullmatch(name) else _quoted(name)
    return f"{'  ' * depth}{key}:{_value(name, value, depth)}"


def _value(name: str, value: Any, depth: int) -> str:
    """Return what stands behind a colon: a text on the same line, a mapping or a list below it."""
    if isinstance(value, dict) and value:
        return "\n" + "".join(_field(str(key), part, depth + 1) for key, part in value.items())
    if isinstance(value, list) and value:
        return "\n" + "".join(_item(part, depth + 1) for part in value)
    written = str(value) if name in PLAIN and depth == 0 and isinstance(value, str) else _quoted(value)
    return f" {written}\n"


def _item(value: Any, depth: int) -> str:
    dash = f"{'  ' * depth}- "
    if isinstance(value, dict) and value:
        rows = "".join(_field(str(key), part, depth + 1) for key, part in value.items())
        return dash + rows[len(dash) :]
    return f"{dash}{_quoted(value)}\n"


def _quoted(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    for sign in UNSAFE:
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written
