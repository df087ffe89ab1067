"""Document -> Document: figures, tables and equations numbered, cross-references resolved.

Labels are written as in pandoc-crossref: ``{#fig:map}``, ``{#tbl:trade}``, ``{#eq:index}``,
``{#sec:method}``; references as ``@fig:map``, ``@Fig:map`` or ``[see @fig:map; @fig:plan]``. An
ending may follow at once, as Kazakh wants: ``[@fig:map]те``. Where a language shortens the word inside
a sentence (``рис. 1``), ``@Fig:map`` and the start of a sentence have the whole (``Рисунок 1``), and
``рисунку [-@fig:map]`` has whatever form the author gives it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from basylym.model.document import Document, Node, Run, attributes, div, plain, rewrite, span, string
from basylym.model.language import Language
from basylym.model.notices import Condition, Notice, Outcome
from basylym.stages import openings
from basylym.stages.openings import GAPS, LABEL, label_of

EQUATION_LABEL = re.compile(r"\{#(eq:[^\s}]+)\}")
TOP_LEVEL = 2  # the article's title is the only heading of level 1
DEEPEST_LEVEL = 6


@dataclass(slots=True)
class _Count:
    """Numbers given so far, and what each label stands for: its kind, number alone, and printed reference."""

    language: Language
    languages: Mapping[str, Language]
    given: dict[str, int] = field(default_factory=dict)
    labels: dict[str, tuple[str, str, Run]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def next(self, kind: str) -> int:
        self.given[kind] = self.given.get(kind, 0) + 1
        return self.given[kind]

    def learn(self, label: str, kind: str, number: str, printed: Run) -> None:
        if label in self.labels:
            self.notices.append(Notice(Condition.LABEL_IS_UNIQUE, f"the label #{label} stands twice"))
        self.labels.setdefault(label, (kind, number, printed))

    def named(self, kind: str, number: str, tag: str, inside: bool = False) -> str:
        """``1-сурет`` in a Kazakh passage, ``Figure 1`` in an English one, ``рис. 1`` inside a sentence."""
        own = (
            None
            if tag == self.language.tag
            else self.languages.get(tag) or self.languages.get(tag.split("-")[0])
        )
        pack = own or self.language
        term: str = getattr(pack.terms, kind)
        term = pack.inside.get(kind, term) if inside else term
        return term.format(n=number).replace(" ", "\u00a0")


def number(
    document: Document, language: Language, languages: Mapping[str, Language] = MappingProxyType({})
) -> Outcome[Document]:
    """Number what bears numbers, and resolve references to it.

    A caption is in the language of its passage, and so is the reference to it: ``Figure 1`` in an English
    summary, ``1-сурет`` in the Kazakh text around it.

    Args:
        document: parsed.
        language: of the article.
        languages: tag -> pack, for passages in other languages.

    Notices:
        ``LABEL_IS_UNIQUE``: the first element that bears the label counts.
        ``CROSS_REFERENCE_RESOLVES``: the page says so too.
    """
    count = _Count(language, languages)
    blocks = _levelled(list(document.blocks))
    blocks = rewrite(blocks, lambda node, tag: _numbered(node, count, tag), language.tag)
    blocks = rewrite(
        blocks,
        lambda node, tag: openings.capitalized(node, languages.get(tag.split("-")[0], language)),
        language.tag,
    )
    blocks = rewrite(blocks, lambda node, tag: _resolved(node, count, tag), language.tag)
    return Outcome(document.with_blocks(blocks), tuple(count.notices))


def _levelled(blocks: list[Node]) -> list[Node]:
    """Shift the headings so that the first is of level 2, and none is more than one deeper than the last."""
    above: list[int] = []

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Header":
            return node
        level, attribute, run = node["c"]
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        shown = min(TOP_LEVEL + len(above) - 1, DEEPEST_LEVEL)
        return node if shown == level else {"t": "Header", "c": [shown, attribute, run]}

    made: list[Node] = rewrite(blocks, change, "")
    return made


def _numbered(node: Node, count: _Count, tag: str) -> Node | list[Node]:
    kind = node["t"]
    if kind == "Figure":
        return _captioned(node, "figure", count, tag)
    if kind == "Table":
        return _captioned(node, "table", count, tag)
    if kind in ("Para", "Plain"):
        return _equations(node, count)
    if kind == "Header" and LABEL.fullmatch(attributes(node)[0]):
        opening, closing = count.language.quotes
        printed = [string(opening), *_bare(node["c"][2]), string(closing)]
        count.learn(attributes(node)[0], "section", "", printed)
    return node


def _captioned(node: Node, kind: str, count: _Count, tag: str) -> Node:
    """Give a figure or table its number, first in its caption."""
    (label, classes, pairs), (short, caption), *rest = node["c"]
    if not caption and not LABEL.fullmatch(label):
        return node  # a picture between two paragraphs, without caption or label, is no figure
    n = count.next(kind)
    printed = count.named(kind, str(n), tag)
    if label:
        count.learn(label, kind, str(n), [string(printed)])
    mark = span([string(printed + ".")], classes=("label",))
    first, others = (caption[0], caption[1:]) if caption and _holds_words(caption[0]) else (None, caption)
    run: Run = [mark, {"t": "Space"}, *first["c"]] if first and first["c"] else [mark]
    head = {"t": "Plain", "c": run}
    return {"t": node["t"], "c": [[label or f"{kind}-{n}", classes, pairs], [short, [head, *others]], *rest]}


def _holds_words(block: Node) -> bool:
    return block["t"] in ("Plain", "Para")


def _equations(node: Node, count: _Count) -> Node | list[Node]:
    """Displayed formulas set apart: one that is a paragraph of its own, and each that bears a label."""
    run: Run = node["c"]
    if _is_displayed(_trimmed(run)[:1]) and len(_trimmed(run)) == 1:
        return div([{"t": "Para", "c": _trimmed(run)}], classes=("equation",))
    made: list[Node] = []
    rest = run
    while found := _labelled(rest):
        place, end, label, behind = found
        before = _trimmed(rest[:place])
        made += [_part(node["t"], before, made)] if before else []
        made.append(_equation(rest[place], label, count))
        rest = ([string(behind)] if behind else []) + rest[end:]
    if not made:
        return node
    rest = _trimmed(rest)
    return [*made, _part(node["t"], rest, made)] if rest else made


def _labelled(run: Run) -> tuple[int, int, str, str] | None:
    """The first displayed formula that bears a label: place, end, label, and what clings to it."""
    for place, part in enumerate(run):
        if not _is_displayed([part]):
            continue
        end = place + 1
        while end < len(run) and run[end]["t"] in GAPS:
            end += 1
        found = EQUATION_LABEL.match(run[end]["c"]) if end < len(run) and run[end]["t"] == "Str" else None
        if found:
            return place, end + 1, found.group(1), run[end]["c"][found.end() :]
    return None


def _equation(formula: Node, label: str, count: _Count) -> Node:
    n = count.next("equation")
    printed = count.language.terms.equation.format(n=n)
    count.learn(label, "equation", str(n), [string(printed)])
    line: Run = [formula, {"t": "Space"}, span([string(printed)], classes=("number",))]
    return div([{"t": "Para", "c": line}], identifier=label, classes=("equation",))


def _part(kind: str, run: Run, before: list[Node]) -> Node:
    """A piece of a paragraph that a formula interrupts; what goes on after it is no new paragraph."""
    piece = {"t": kind, "c": run}
    return div([piece], classes=("continued",)) if before else piece


def _is_displayed(run: Run) -> bool:
    return bool(run) and run[0]["t"] == "Math" and run[0]["c"][0]["t"] == "DisplayMath"


def _trimmed(run: Run) -> Run:
    start, end = 0, len(run)
    while start < end and run[start]["t"] in GAPS:
        start += 1
    while end > start and run[end - 1]["t"] in GAPS:
        end -= 1
    return run[start:end]


def _resolved(node: Node, count: _Count, tag: str) -> Node | list[Node]:
    """A citation that names labels turned into links; keys of references among them stay citations."""
    if node["t"] != "Cite" or not any(label_of(one["citationId"]) for one in node["c"][0]):
        return node
    parts: list[Run] = []
    others: list[Node] = []
    for one in node["c"][0]:
        if label_of(one["citationId"]):
            parts += [_citation(others)] if others else []
            others = []
            parts.append(_reference(one, count, tag))
        else:
            others.append(one)
    parts += [_citation(others)] if others else []
    run = parts[0]
    for part in parts[1:]:
        run = [*run, string(","), {"t": "Space"}, *part]
    return run[0] if len(run) == 1 else span(run, classes=("xrefs",))


def _citation(cited: Sequence[Node]) -> Run:
    shown = "; ".join(f"@{one['citationId']}" for one in cited)
    return [{"t": "Cite", "c": [list(cited), [string(f"[{shown}]")]]}]


def _reference(one: Node, count: _Count, tag: str) -> Run:
    """One cross-reference, with the words that the author put before and behind it."""
    mode = one["citationMode"]["t"]
    before: Run = [*one["citationPrefix"], {"t": "Space"}] if one["citationPrefix"] else []
    behind: Run = one["citationSuffix"]
    if behind and mode == "AuthorInText":  # @fig:map [left]
        behind = [{"t": "Space"}, string("("), *behind, string(")")]
    return [*before, _link(one["citationId"], mode, count, tag), *behind]


def _link(name: str, mode: str, count: _Count, tag: str) -> Node:
    label = label_of(name)
    if label not in count.labels:
        detail = f"the cross-reference @{name} names nothing"
        count.notices.append(Notice(Condition.CROSS_REFERENCE_RESOLVES, detail))
        return {"t": "Strong", "c": [string(f"@{name}: {count.language.terms.unresolved}")]}
    kind, n, printed = count.labels[label]
    if n:
        inside = not name[0].isupper()
        run = [string(n if mode == "SuppressAuthor" else count.named(kind, n, tag, inside))]
    else:
        run = rewrite(printed, _named(count), "")
    return {"t": "Link", "c": [["", ["xref"], []], run, [f"#{label}", ""]]}


def _named(count: _Count) -> Callable[[Node, str], Node]:
    """What prints a cross-reference that stands in a heading where that heading itself is named."""

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Cite":
            return node
        known = (count.labels.get(label_of(one["citationId"])) for one in node["c"][0])
        return string(", ".join(plain(printed) for _, _, printed in filter(None, known)))

    return change


def _bare(run: Run) -> Run:
    """A heading's words without what must not stand twice or inside a link."""

    def change(node: Node, _: str) -> Node | list[Node]:
        kind = node["t"]
        if kind == "Note" or (kind == "Cite" and not any(label_of(c["citationId"]) for c in node["c"][0])):
            return []
        if kind in ("Link", "Image", "Span"):
            inner: list[Node] = node["c"][1]
            return inner
        return node

    return _trimmed(rewrite(list(run), change, ""))
