"""An author's ``<!-- comments -->``: none prints, and none of what they part grows together.

Pandoc alone knows what is a comment and what is code that shows one. It is asked with its raw HTML
turned on, each ``<!--`` numbered; in the text that it then reads for good a stand-in holds the place
of every comment, which ends a list as the comment did, and goes out of the tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from basylym.model.document import Node, Run, rewrite, rewrite_runs, walk

OPENS, CLOSES = "<!--", "-->"
STAND_IN = "\ue0ff"  # private use: no font has it and no author means it
NUMBERED = re.compile(rf"{OPENS}{STAND_IN}(\d+){STAND_IN}")
SPACES = {"Space", "SoftBreak"}


def covered(markdown: str, raw: Callable[[str], Any]) -> str:
    """The Markdown with a stand-in for each comment.

    Args:
        markdown: the body of a manuscript.
        raw: its blocks as Pandoc reads them with raw HTML, asked only where there may be comments.
    """
    if OPENS not in markdown:
        return markdown
    before, *parts = markdown.replace(STAND_IN, "").split(OPENS)
    asked = "".join(f"{OPENS}{STAND_IN}{n}{STAND_IN}{part}" for n, part in enumerate(parts))
    kinds = {}
    for node in walk(raw(before + asked)):
        found = NUMBERED.match(node["c"][1]) if node["t"] in {"RawBlock", "RawInline"} else None
        if found:
            kinds[int(found.group(1))] = node["t"]
    made, kind = [before], ""
    for n, part in enumerate(parts):
        kind = kinds.get(n, kind)  # an opening inside a comment is none
        if not kind:
            made.append(OPENS + part)
        elif CLOSES in part:
            after = part.split(CLOSES, 1)[1]
            made.append(STAND_IN + ("\n\n" + after.lstrip("\n") if kind == "RawBlock" else after))
            kind = ""
    return "".join(made)


def taken_out(blocks: list[Node]) -> list[Node]:
    """The tree without the stand-ins, and without the spaces and paragraphs that held nothing else."""

    def run(inlines: Run, _: str) -> Run:
        if not any(STAND_IN in node["c"] for node in inlines if node["t"] == "Str"):
            return inlines
        made: Run = []
        for node in inlines:
            if node["t"] == "Str" and STAND_IN in node["c"]:
                words = node["c"].replace(STAND_IN, "")
                made += [{"t": "Str", "c": words}] if words else []
            elif node["t"] not in SPACES or (made and made[-1]["t"] not in SPACES):
                made.append(node)
        while made and made[-1]["t"] in SPACES:
            made.pop()
        return made

    def block(node: Node, _: str) -> Node | list[Node]:
        return [] if node["t"] in {"Para", "Plain"} and not node["c"] else node

    kept: list[Node] = rewrite(rewrite_runs(blocks, run, ""), block, "")
    return kept
