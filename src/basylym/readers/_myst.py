"""Roles of MyST in a Markdown text -> the same in Pandoc's Markdown, each a repair of the ledger.

Only what says one thing and no other is rewritten: citations, and what stands raised or lowered.
Directives stay as they are typed, for their names are open.

Source: the MyST guide, sections Citations and Inline roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.readings import Known
from basylym.model.repairs import Edit
from basylym.readers._foreign import FRONT_MATTER

ROLE = re.compile(r"\{(cite(?::(?:p|t|ps|ts))?|sub|sup|subscript|superscript)\}(`+)([^`\n]{1,500})\2(?!`)")
FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?^[ \t]*\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"[\w][\w:.#$%&+?<>~/-]*")
RAISED = {"sub": "~", "subscript": "~", "sup": "^", "superscript": "^"}
ABSTRACT = re.compile(
    r"^\+\+\+[ \t]*\{[ \t]*\"part\"[ \t]*:[ \t]*\"abstract\"[ \t]*\}[ \t]*\n(.*?)^\+\+\+[^\n]*\n\s*",
    re.MULTILINE | re.DOTALL,
)
WHY = "a role of MyST, as Pandoc's Markdown writes it"


def roles(text: str) -> Iterator[Known]:
    """Yield the repairs of a text, outside of code."""
    if "}`" not in text:
        return
    code = [found.span() for found in FENCE.finditer(text)]
    for role in ROLE.finditer(text):
        if any(start <= role.start() < end for start, end in code):
            continue
        made = _made(role[1], role[3].strip())
        if made:
            yield Known(Edit(*role.span(), made, WHY), "myst-roles", markup=True)


def abstract(text: str) -> tuple[str, Known | None]:
    """Return the abstract that stands as a block of its own, and the repair that takes it out."""
    found = ABSTRACT.search(text)
    if not found or not found[1].strip():
        return "", None
    said = "the abstract stands in the front matter"
    return found[1].strip(), Known(Edit(*found.span(), "", said), FRONT_MATTER)


def _made(role: str, said: str) -> str:
    if role in RAISED:
        sign = RAISED[role]
        return f"{sign}{said}{sign}" if re.fullmatch(r"[^\s~^\\]+", said) else ""
    keys = [key.strip() for key in said.split(",")]
    if not all(KEY.fullmatch(key) for key in keys):
        return ""
    cited = [f"@{key}" for key in keys]
    return ", ".join(cited) if role in ("cite:t", "cite:ts") else f"[{'; '.join(cited)}]"
