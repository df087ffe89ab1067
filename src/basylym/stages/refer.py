r"""Labels and references as LaTeX writes them -> as this press reads them: ``\label``, ``\autoref``.

Journals that take Markdown, such as JOSS, ask for ``![Words.\label{fig:map}](map.png)`` and
``\autoref{fig:map}``. They are marks and not code: nothing of them is run. What names no label in the
text stays as typed, and is told as any raw code is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from basylym.model.document import Document, Node, Run, attributes, rewrite, string, walk
from basylym.stages.openings import GAPS, LABEL

MARK = re.compile(r"\s*\\label\{([^{}\s]+)\}")
CALL = re.compile(r"(~?)\\(autoref|cref|Cref|ref|eqref)\{([^{}\s]+)\}")
KINDS = {"Figure": "fig", "Table": "tbl", "Header": "sec", "Math": "eq"}
NUMBER_ALONE = "ref"
EQUATION_OF_OURS = re.compile(r"\{#(eq:[^\s}]+)\}")
NO_BREAK_SPACE = "\u00a0"


def refer(document: Document) -> Document:
    """Give each element the label that stands in it, and make citations of the references to labels."""
    known: dict[str, str] = {}

    def change(node: Node, _: str) -> Node:
        kind = node["t"]
        if kind in ("Figure", "Table", "Header"):
            return _labelled(node, kind, known)
        return _equations(node, known) if kind in ("Para", "Plain") else node

    blocks = rewrite(list(document.blocks), change, "")
    if not known:
        return document
    return document.with_blocks(rewrite(blocks, lambda node, _: _called(node, known), ""))


def _labelled(node: Node, kind: str, known: dict[str, str]) -> Node:
    """A figure, table or heading under the label that its words hold, without it among them."""
    said = node["c"][2] if kind == "Header" else node["c"][1]
    typed = [name for part in walk(said) if part["t"] == "Str" for name in MARK.findall(part["c"])]
    if not typed:
        return node
    own = attributes(node)[0]
    label = own if LABEL.fullmatch(own) else _ours(typed[0], kind)
    known.update(dict.fromkeys(typed, label))
    bare = rewrite(node["c"], lambda part, _: _without_mark(part), "")
    place = 1 if kind == "Header" else 0
    (_, classes, pairs) = bare[place]
    return {"t": kind, "c": [*bare[:place], [label, classes, pairs], *bare[place + 1 :]]}


def _ours(typed: str, kind: str) -> str:
    """A label with the prefix by which this press knows what it names."""
    return typed if LABEL.fullmatch(typed) else f"{KINDS[kind]}:{typed}"


def _without_mark(node: Node) -> Node | list[Node]:
    if node["t"] != "Str" or not MARK.search(node["c"]):
        return node
    left = MARK.sub("", node["c"])
    return string(left) if left else []


def _equations(node: Node, known: dict[str, str]) -> Node:
    """A paragraph whose displayed formulas bear their labels behind them, as ``number`` reads them."""
    run: Run = node["c"]
    made: Run = []
    for place, part in enumerate(run):
        typed = MARK.findall(part["c"][1]) if part["t"] == "Math" else []
        if not typed or part["c"][0]["t"] != "DisplayMath":
            made.append(part)
            continue
        behind = next((one for one in run[place + 1 :] if one["t"] not in GAPS), None)
        given = EQUATION_OF_OURS.match(behind["c"]) if behind and behind["t"] == "Str" else None
        label = given.group(1) if given else _ours(typed[0], "Math")
        known.update(dict.fromkeys(typed, label))
        made.append({"t": "Math", "c": [part["c"][0], MARK.sub("", part["c"][1])]})
        made += [] if given else [string(f"{{#{label}}}")]
    return node if len(made) == len(run) and made == run else {"t": node["t"], "c": made}


def _called(node: Node, known: Mapping[str, str]) -> Node | list[Node]:
    if node["t"] != "Str" or "\\" not in node["c"]:
        return node
    made: list[Node] = []
    end = 0
    for found in CALL.finditer(node["c"]):
        space, command, names = found.groups()
        labels = [known[name] for name in names.split(",") if name in known]
        if len(labels) != names.count(",") + 1:
            continue
        before = node["c"][end : found.start()] + (NO_BREAK_SPACE if space else "")
        made += [string(before)] if before else []
        made.append(_citation(labels, command))
        end = found.end()
    left = node["c"][end:]
    return [*made, *([string(left)] if left else [])]


def _citation(labels: list[str], command: str) -> Node:
    """``\\ref`` prints the number alone, ``\\Cref`` the whole word even inside a sentence."""
    mode = "SuppressAuthor" if command == NUMBER_ALONE else "AuthorInText"
    named = [label[0].upper() + label[1:] if command == "Cref" else label for label in labels]
    each = [
        {
            "citationId": name,
            "citationPrefix": [],
            "citationSuffix": [],
            "citationMode": {"t": mode},
            "citationNoteNum": 0,
            "citationHash": 0,
        }
        for name in named
    ]
    return {"t": "Cite", "c": [each, [string("; ".join(f"@{name}" for name in named))]]}
