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
PRIVATE = range(0xE000, 0xF900)  # signs of private use, of which one that the text has not stands in
SPACES = {"Space", "SoftBreak"}


def covered(markdown: str, raw: Callable[[str], Any]) -> tuple[str, str]:
    """The Markdown with a stand-in for each comment, and the stand-in; nothing where there are no comments.

    Args:
        markdown: the body of a manuscript.
        raw: its blocks as Pandoc reads them with raw HTML, asked only where there may be comments.
    """
    if OPENS not in markdown:
        return markdown, ""
    sign = next(sign for sign in map(chr, PRIVATE) if sign not in markdown)
    before, *parts = markdown.split(OPENS)
    asked = "".join(f"{OPENS}{sign}{n}{sign}{part}" for n, part in enumerate(parts))
    numbered = re.compile(rf"{OPENS}{sign}(\d+){sign}")
    kinds = {}
    for node in walk(raw(before + asked)):
        found = numbered.match(node["c"][1]) if node["t"] in {"RawBlock", "RawInline"} else None
        if found:
            kinds[int(found.group(1))] = node["t"]
    made, kind = [before], ""
    for n, part in enumerate(parts):
        kind = kinds.get(n, kind)  # an opening inside a comment is none
        if not kind:
            made.append(OPENS + part)
        elif CLOSES in part:
            after = part.split(CLOSES, 1)[1]
            made.append(sign + ("\n\n" + after.lstrip("\n") if kind == "RawBlock" else after))
            kind = ""
    return "".join(made), sign if kinds else ""


def taken_out(blocks: list[Node], sign: str) -> list[Node]:
    """The tree without the stand-in ``sign``, and without the spaces and paragraphs around it alone."""

    def run(inlines: Run, _: str) -> Run:
        if not any(sign in node["c"] for node in inlines if node["t"] == "Str"):
            return inlines
        made: Run = []
        for node in inlines:
            if node["t"] == "Str" and sign in node["c"]:
                words = node["c"].replace(sign, "")
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
