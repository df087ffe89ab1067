"""Pandoc's tree of a foreign file -> the same without what a manuscript has no use for.

Layout, anchors nobody leads to and raw code go; what is read stays. Nothing goes unsaid: what was
taken out is told to the caller in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from basylym.model.document import Document, Node, Run, attributes, plain, rewrite, rewrite_runs, walk, words

LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\d*(px|%|cm|mm|in|em|pt)")
LANGUAGE = re.compile(r"[A-Za-z][\w+#-]{0,20}")
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ACTS = re.compile(r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)
HEADED = frozenset({"unnumbered", "unlisted"})
COMMENTS = frozenset({"comment-start", "comment-end", "paragraph-insertion", "paragraph-deletion"})
TEXT = frozenset({"Str", "Space", "SoftBreak"})
LONE_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
NUMBERED = re.compile(r"\[\d[^\[\]\\*_`$<>@^~|#{}\"']{0,80}\](?![({\[:])")
"""What may be a citation by number, and is no markup where no link is defined by that name."""
JOINED = frozenset({"Underline", "Emph", "Strong", "Strikeout", "Superscript", "Subscript"})
NOTHING = ["", [], []]
PERMALINKS = frozenset("¶ # § 🔗 ⚓ ↩ ↩︎ ↑ ^".split())
"""What pages write on links to the very place where they stand, or back to it."""


@dataclass(slots=True)
class Cleaned:
    """A tree cleaned, and what was taken out of it."""

    document: Document
    raw: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def cleaned(document: Document, media: Mapping[str, str], tongue: str = "") -> Cleaned:
    """Clean a tree.

    Args:
        document: as Pandoc read it.
        media: each picture's name in the file -> its path in the manuscript.
        tongue: tag of the whole document's language, which no part of it need name again.
    """
    made = Cleaned(document)
    blocks = rewrite(rewrite(list(document.blocks), _without_what_cites_show, ""), _without_permalinks, "")
    wanted = {node["c"][2][0][1:] for node in walk(blocks) if _leads_inside(node)}
    anchors = {attributes(node)[0] for node in walk(blocks)} & wanted

    def change(node: Node, inside: str) -> Any:
        node = _unspoken(node, tongue)
        return CHANGES.get(node["t"], _kept)(node, made, anchors, media)

    blocks = rewrite(blocks, change, "")
    blocks = rewrite_runs(blocks, lambda run, _: _with_numbers(_joined(run)), "")
    made.document = document.with_blocks([block for block in blocks if block["t"] != "Null"])
    return made


def _without_what_cites_show(node: Node, _: str) -> Node:
    return {"t": "Cite", "c": [node["c"][0], []]} if node["t"] == "Cite" else node


def _without_permalinks(node: Node, _: str) -> Any:
    """A link of one sign to a place of the page itself is the page's, not the text's; the sign goes too."""
    if _leads_inside(node) and plain(node["c"][1]).strip() in PERMALINKS:
        return []
    if node["t"] == "Header":
        level, named, run = node["c"]
        while run and (run[-1]["t"] == "Space" or (run[-1]["t"] == "Span" and not plain(run[-1]).strip())):
            run = run[:-1]
        return {"t": "Header", "c": [level, named, run]}
    return node


def _unspoken(node: Node, tongue: str) -> Node:
    """A part of the document without the language that the whole is in."""
    if node["t"] not in ("Div", "Span") or not tongue:
        return node
    (identifier, classes, pairs), children = node["c"]
    pairs = [pair for pair in pairs if pair[0] != "lang" or pair[1].lower() != tongue.lower()]
    return {"t": node["t"], "c": [[identifier, classes, pairs], children]}


def _leads_inside(node: Node) -> bool:
    return bool(node["t"] == "Link" and node["c"][2][0].startswith("#"))


def _kept(node: Node, *_: Any) -> Any:
    return node


def _div(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    identifier, _, pairs = attributes(node)
    kept, blocks = _attributes(identifier, anchors, pairs), node["c"][1]
    if kept[0] and blocks and blocks[0]["t"] == "Header" and not blocks[0]["c"][1][0]:
        level, named, run = blocks[0]["c"]  # a section: links lead to its heading
        blocks = [{"t": "Header", "c": [level, [kept[0], *named[1:]], run]}, *blocks[1:]]
        kept = ["", *kept[1:]]
    return blocks if kept == NOTHING else {"t": "Div", "c": [kept, blocks]}


def _span(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    identifier, classes, pairs = attributes(node)
    children = node["c"][1]
    if COMMENTS & set(classes):
        said = plain(children).strip()
        if said:
            made.comments.append(f"{pairs.get('author', '')}: {said}".strip(": "))
        return []
    if "insertion" in classes:
        return {"t": "Underline", "c": children} if plain(children).strip() else children
    if "deletion" in classes:
        return {"t": "Strikeout", "c": children} if plain(children).strip() else children
    kept = _attributes(identifier, anchors, pairs)
    return children if kept == NOTHING else {"t": "Span", "c": [kept, children]}


def _attributes(identifier: str, anchors: set[str], pairs: Mapping[str, str]) -> list[Any]:
    tongue = pairs.get("lang", "")
    named = [["lang", tongue]] if TAG.fullmatch(tongue) else []
    return [identifier if identifier in anchors else "", [], named]


def _header(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    level, (identifier, classes, _), run = node["c"]
    if not plain(run).strip() and not any(child["t"] == "Image" for child in walk(run)):
        return []
    name = identifier if identifier in anchors or ":" in identifier else ""
    return {"t": "Header", "c": [level, [name, [one for one in classes if one in HEADED], []], run]}


def _link(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    _, run, (address, _) = node["c"]
    if not plain(run).strip() and not any(child["t"] == "Image" for child in walk(run)):
        return []
    run = [part for child in run for part in (child["c"] if child["t"] == "Underline" else [child])]
    if not address or ACTS.match(address) or (address.startswith("#") and address[1:] not in anchors):
        return run
    return {"t": "Link", "c": [NOTHING, run, [address, ""]]}


def _image(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    (identifier, _, pairs), run, (name, title) = node["c"]
    if name not in media:
        made.missing.append(name if len(name) < 200 else f"{name[:60]}…")
    sizes = [
        [side, f"{found[1]}{found[2]}"] for side, size in pairs if (found := LENGTH.fullmatch(size.strip()))
    ]
    sizes = [pair for pair in sizes if pair[0] in ("width", "height")]
    title = title.removeprefix("fig:")
    address = media.get(name, name if len(name) < 200 else "picture")
    return {"t": "Image", "c": [[identifier, [], sizes], run, [address, title]]}


def _figure(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    """A figure of one picture with its caption as Markdown writes it; what else the picture says is kept."""
    (identifier, _, _), caption, blocks = node["c"]
    pictures = [child for child in walk(blocks) if child["t"] == "Image"]
    told = caption[1]
    if len(pictures) == 1 and len(told) == 1 and told[0]["t"] in ("Plain", "Para"):
        (name, classes, pairs), alternative, target = pictures[0]["c"]
        said = " ".join(plain(alternative).split())
        if said and said != " ".join(plain(told).split()):
            pairs = [*pairs, ["alt", said]]
        picture = {"t": "Image", "c": [[name, classes, pairs], told[0]["c"], target]}
        caption, blocks = [None, [{"t": "Plain", "c": told[0]["c"]}]], [{"t": "Plain", "c": [picture]}]
    return {"t": "Figure", "c": [[identifier, [], []], caption, blocks]}


def _code(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    (_, classes, _), text = node["c"]
    known = [name for name in classes if LANGUAGE.fullmatch(name)] if node["t"] == "CodeBlock" else []
    return {"t": node["t"], "c": [["", known[:1], []], text]}


def _raw(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    if node["c"][0] == "markdown":
        return node
    if not LONE_TAG.fullmatch(node["c"][1].strip()):  # what a tag stands around is kept
        made.raw.append(" ".join(node["c"][1].split())[:60])
    return []


def _underline(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    shown = any(child["t"] not in ("Link", *TEXT) or child["t"] == "Str" for child in node["c"])
    return node if shown else node["c"]


def _emphasis(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    return node if any(child["t"] not in TEXT or child["t"] == "Str" for child in node["c"]) else node["c"]


def _table(node: Node, made: Cleaned, anchors: set[str], media: Mapping[str, str]) -> Any:
    """A table of plain cells without widths, which is then written with pipes and easy to edit.

    A first row that alone is bold bears the heads of the columns.
    """
    (identifier, _, _), caption, columns, head, bodies, foot = node["c"]
    if not head[1] and bodies and len(bodies[0][3]) > 1:
        first, *rest = bodies[0][3]
        if _is_bold(first) and not any(map(_is_bold, rest)):
            head = [head[0], [first]]
            bodies = [[*bodies[0][:3], rest], *bodies[1:]]
    rows = [*head[1], *(row for body in bodies for part in (body[2], body[3]) for row in part), *foot[1]]
    cells = [cell for row in rows for cell in row[1]]
    if all(_is_plain(cell) for cell in cells):
        columns = [[align, {"t": "ColWidthDefault"}] for align, _ in columns]
        head, foot = ([part[0], _plain_rows(part[1])] for part in (head, foot))
        bodies = [[*body[:2], _plain_rows(body[2]), _plain_rows(body[3])] for body in bodies]
    return {"t": "Table", "c": [[identifier, [], []], caption, columns, head, bodies, foot]}


def _is_bold(row: list[Any]) -> bool:
    """Whether all words of a row are bold."""
    runs = [block["c"] for cell in row[1] for block in cell[4] if block["t"] in ("Plain", "Para")]
    shown = [child for run in runs for child in run if child["t"] not in ("Space", "SoftBreak")]
    return bool(shown) and all(child["t"] == "Strong" for child in shown)


def _plain_rows(rows: list[Any]) -> list[Any]:
    def plainly(cell: list[Any]) -> list[Any]:
        return [*cell[:4], [{"t": "Plain", "c": block["c"]} for block in cell[4]]]

    return [[row[0], [plainly(cell) for cell in row[1]]] for row in rows]


def _is_plain(cell: list[Any]) -> bool:
    _, _, rows, columns, blocks = cell
    one = len(blocks) < 2 and all(block["t"] in ("Plain", "Para") for block in blocks)
    return rows == columns == 1 and one and not any(node["t"] == "LineBreak" for node in walk(blocks))


CHANGES = {
    "Div": _div,
    "Span": _span,
    "Header": _header,
    "Link": _link,
    "Image": _image,
    "Figure": _figure,
    "Code": _code,
    "CodeBlock": _code,
    "RawInline": _raw,
    "RawBlock": _raw,
    "Underline": _underline,
    "Emph": _emphasis,
    "Strong": _emphasis,
    "Table": _table,
}


def _joined(run: Run) -> Run:
    """One emphasis for neighbours of a kind: word processors part a word wherever its author paused."""
    if not any(one["t"] == two["t"] and one["t"] in JOINED for one, two in pairwise(run)):
        return run
    made: Run = []
    for node in run:
        if made and node["t"] in JOINED and made[-1]["t"] == node["t"]:
            made[-1] = {"t": node["t"], "c": [*made[-1]["c"], *node["c"]]}
        else:
            made.append(node)
    return made


def _with_numbers(run: Run) -> Run:
    """Numbers in brackets, which may be citations, written without backslashes, so that rules see them."""
    if not any(node["t"] == "Str" and "[" in node["c"] for node in run):
        return run
    made: Run = []
    text: Run = []
    for node in [*run, {"t": "End"}]:
        if node["t"] in TEXT:
            text.append(node)
            continue
        made += _unescaped(text, node["t"])
        text = []
        made.append(node)
    return made[:-1]


def _unescaped(text: Run, behind: str) -> Run:
    said = "".join(node["c"] if node["t"] == "Str" else " " for node in text)
    made: Run = []
    place = 0
    for found in NUMBERED.finditer(said):
        if found.end() == len(said) and behind not in ("End", "Emph", "Strong", "Superscript"):
            continue  # what stands behind might make a link of it
        made += [*words(said[place : found.start()]), {"t": "RawInline", "c": ["markdown", found.group()]}]
        place = found.end()
    return [*made, *words(said[place:])] if made else text
