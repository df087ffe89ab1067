"""Document -> Document: figures, tables and equations numbered, cross-references resolved.

Labels are written as in pandoc-crossref: ``{#fig:map}``, ``{#tbl:trade}``, ``{#eq:index}``,
``{#sec:method}``; references as ``@fig:map`` or ``[@fig:map; @fig:plan]``. An ending may follow
at once, as Kazakh wants: ``@fig:map``, ``[@fig:map]те``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from basylym.model.document import Document, Node, Run, attributes, div, plain, rewrite, span, string, walk
from basylym.model.language import Language
from basylym.model.notices import Condition, Notice, Outcome

KINDS = {"fig": "figure", "tbl": "table", "tab": "table", "eq": "equation", "sec": "section"}
LABEL = re.compile(r"(fig|tbl|tab|eq|sec):(\S+)")
EQUATION_LABEL = re.compile(r"\{#(eq:[^\s}]+)\}")
TOP_LEVEL = 2  # the article's title is the only heading of level 1


@dataclass(slots=True)
class _Count:
    """Numbers given so far, and what each label stands for: printed reference and identifier."""

    language: Language
    given: dict[str, int] = field(default_factory=dict)
    labels: dict[str, tuple[str, str, Run]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def next(self, kind: str) -> int:
        self.given[kind] = self.given.get(kind, 0) + 1
        return self.given[kind]

    def learn(self, label: str, number: str, printed: Run) -> None:
        if label in self.labels:
            self.notices.append(Notice(Condition.LABEL_IS_UNIQUE, f"the label {label!r} stands twice"))
        self.labels[label] = (identifier(label), number, printed)


def identifier(label: str) -> str:
    """A label as an identifier that XML allows: ``fig:map`` -> ``fig-map``."""
    return re.sub(r"[^\w.-]", "-", label)


def number(document: Document, language: Language) -> Outcome[Document]:
    """Number what bears numbers, and resolve references to it.

    Notices:
        ``LABEL_IS_UNIQUE``, ``CROSS_REFERENCE_RESOLVES``.
    """
    count = _Count(language)
    blocks = _levelled(list(document.blocks))
    blocks = rewrite(blocks, lambda node, _: _numbered(node, count), language.tag)
    blocks = rewrite(blocks, lambda node, _: _resolved(node, count), language.tag)
    return Outcome(document.with_blocks(blocks), tuple(count.notices))


def labels(document: Document) -> Iterator[str]:
    """Every label that some reference of the document names."""
    for node in walk(document.blocks):
        if node["t"] == "Cite":
            yield from (one["citationId"] for one in node["c"][0] if LABEL.fullmatch(one["citationId"]))


def _levelled(blocks: list[Node]) -> list[Node]:
    """Shift the headings so that the highest is of level 2 and none is skipped at the top."""
    levels = [node["c"][0] for node in walk(blocks) if node["t"] == "Header"]
    shift = TOP_LEVEL - min(levels, default=TOP_LEVEL)
    if not shift:
        return blocks

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Header":
            return node
        level, attribute, run = node["c"]
        return {"t": "Header", "c": [min(level + shift, 6), attribute, run]}

    made: list[Node] = rewrite(blocks, change, "")
    return made


def _numbered(node: Node, count: _Count) -> Node:
    kind = node["t"]
    if kind == "Figure":
        return _captioned(node, "figure", count)
    if kind == "Table" and node["c"][1][1]:
        return _captioned(node, "table", count)
    if kind == "Para":
        return _equation(node, count)
    if kind == "Header":
        label = attributes(node)[0]
        if LABEL.fullmatch(label):
            opening, closing = count.language.quotes
            count.learn(label, "", [string(opening), *node["c"][2], string(closing)])
            level, (_, classes, pairs), run = node["c"]
            return {"t": "Header", "c": [level, [identifier(label), classes, pairs], run]}
    return node


def _captioned(node: Node, kind: str, count: _Count) -> Node:
    """Give a figure or table its number, first in its caption."""
    (label, classes, pairs), (short, caption), *rest = node["c"]
    if not caption and not LABEL.fullmatch(label):
        return node  # a picture between two paragraphs, without caption or label, is no figure
    n = count.next(kind)
    term: str = getattr(count.language.terms, kind)
    printed = term.format(n=n)
    if label:
        count.learn(label, str(n), [string(printed.replace(" ", "\u00a0"))])
    name = identifier(label) if label else f"{kind}-{n}"
    mark = span([string(printed.replace(" ", "\u00a0") + ".")], classes=("label",))
    first = caption[0] if caption else {"t": "Plain", "c": []}
    gap: Run = [{"t": "Space"}] if first["c"] else []
    head = {"t": "Plain", "c": [mark, *gap, *first["c"]]}
    return {"t": node["t"], "c": [[name, classes, pairs], [short, [head, *caption[1:]]], *rest]}


def _equation(node: Node, count: _Count) -> Node:
    """A paragraph that is one displayed formula, with or without a label, becomes an equation."""
    run = [part for part in node["c"] if part["t"] not in ("Space", "SoftBreak")]
    if not run or run[0]["t"] != "Math" or run[0]["c"][0]["t"] != "DisplayMath":
        return node
    found = EQUATION_LABEL.fullmatch(plain(run[1:]))
    if len(run) > 1 and not found:
        return node
    if not found:
        return div([{"t": "Para", "c": run}], classes=("equation",))
    n = count.next("equation")
    printed = count.language.terms.equation.format(n=n)
    count.learn(found.group(1), str(n), [string(printed)])
    mark = span([string(printed)], classes=("number",))
    line: Run = [run[0], {"t": "Space"}, mark]
    return div([{"t": "Para", "c": line}], identifier=identifier(found.group(1)), classes=("equation",))


def _resolved(node: Node, count: _Count) -> Node:
    if node["t"] != "Cite":
        return node
    named = [one["citationId"] for one in node["c"][0]]
    if not any(LABEL.fullmatch(name) for name in named):
        return node
    run: Run = []
    for place, one in enumerate(node["c"][0]):
        name = one["citationId"]
        if place:
            run += [string(","), {"t": "Space"}]
        if name not in count.labels:
            detail = f"the cross-reference @{name} names nothing"
            count.notices.append(Notice(Condition.CROSS_REFERENCE_RESOLVES, detail))
            run.append({"t": "Strong", "c": [string(f"@{name}: {count.language.terms.unresolved}")]})
            continue
        target, n, printed = count.labels[name]
        shown = [string(n)] if n and one["citationMode"]["t"] == "SuppressAuthor" else printed
        run.append({"t": "Link", "c": [["", ["xref"], []], shown, [f"#{target}", ""]]})
    return run[0] if len(run) == 1 else span(run, classes=("xrefs",))
