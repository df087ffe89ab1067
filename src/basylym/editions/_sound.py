"""Document -> Document that is safe to hand to any reader: sound names, links and attributes.

What an author writes in braces or between brackets may be an event handler, a script for an
address, a style that hides the page, or a name that XML does not allow. Raw code is shown, not run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from basylym.editions._pictures import Picture
from basylym.model.document import ATTRIBUTES_AT, Document, Node, attributes, rewrite, string, walk
from basylym.model.language import Language
from basylym.model.notices import Condition, Notice, Outcome

SOFT_HYPHEN = "\u00ad"
SCHEMES = re.compile(r"(https?://|mailto:|tel:|doi:)\S", re.I)
LENGTH = re.compile(r"\d+(\.\d+)?(px|%|em|cm|mm|in|pt)?")
TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TEXTS_AT: Mapping[str, int | None] = {"Str": None, "Code": 1, "CodeBlock": 1, "Math": 1}
ALLOWED = {
    "lang": TAG,
    "dir": re.compile("ltr|rtl|auto"),
    "role": re.compile("list|listitem"),
    "width": LENGTH,
    "height": LENGTH,
    "alt": re.compile(r".*", re.S),
    "aria-label": re.compile(r".*", re.S),
}


def sound(document: Document, pictures: Mapping[str, Picture], language: Language) -> Outcome[Document]:
    """Make names, links, attributes and pictures of a document sound.

    Args:
        document: as typeset.
        pictures: path as written -> what the edition shows there, under its own name.
        language: of the article.

    Notices: ``LINK_LEADS_SOMEWHERE``.
    """
    names = _names(document)
    places = set(names.values())
    used: set[str] = set()
    notices: list[Notice] = []

    def change(node: Node, _: str) -> Node:
        kind = node["t"]
        if kind in ("RawInline", "RawBlock"):
            shown = "Code" if kind == "RawInline" else "CodeBlock"
            return {"t": shown, "c": [["", [], []], NOT_XML.sub("", node["c"][1])]}
        if kind in TEXTS_AT:
            node = _without_controls(node, TEXTS_AT[kind])
        if kind in ATTRIBUTES_AT:
            node = _named(node, names, used)
        if kind == "Link":
            return _led(node, names, places, notices)
        if kind == "Image":
            return _shown(node, pictures, language)
        return node

    blocks = rewrite(list(document.blocks), change, language.tag)
    return Outcome(document.with_blocks(blocks), tuple(notices))


def _names(document: Document) -> dict[str, str]:
    """Every identifier of a document -> the name that XML allows for it, each name once."""
    given: dict[str, str] = {}
    for node in walk(document.blocks):
        name = attributes(node)[0]
        if name and name not in given:
            made = re.sub(r"[^\w.-]", "-", name)
            made = made if made[0].isalpha() else f"x{made}"
            made = f"x-{made}" if re.fullmatch(r"fn(ref)?\d+|footnotes", made) else made
            while made in given.values():
                made += "-x"
            given[name] = made
    return given


def _without_controls(node: Node, place: int | None) -> Node:
    text = node["c"] if place is None else node["c"][place]
    if not NOT_XML.search(text):
        return node
    text = NOT_XML.sub("", text)
    return {"t": node["t"], "c": text if place is None else [node["c"][0], text]}


def _named(node: Node, names: Mapping[str, str], used: set[str]) -> Node:
    place = ATTRIBUTES_AT[node["t"]]
    name, classes, pairs = node["c"][place]
    sure = names.get(name, "")
    if sure in used:
        sure = ""  # the second of two that bear one name; LABEL_IS_UNIQUE was noticed before
    used.add(sure)
    kept = [[key, value] for key, value in pairs if key in ALLOWED and ALLOWED[key].fullmatch(value)]
    content = list(node["c"])
    content[place] = [sure, classes, kept]
    return {"t": node["t"], "c": content}


def _led(node: Node, names: Mapping[str, str], places: set[str], notices: list[Notice]) -> Node:
    attribute, run, (target, title) = node["c"]
    if target.startswith("#"):
        name = target[1:]
        sure = name if name in places else names.get(name, "")
        if sure:
            return {"t": "Link", "c": [attribute, run, [f"#{sure}", title]]}
    elif SCHEMES.match(target):
        address = target.replace("doi:", "https://doi.org/", 1) if target.startswith("doi:") else target
        return {"t": "Link", "c": [attribute, run or [string(target)], [address, title]]}
    detail = f"the link to {target[:60]!r} leads nowhere from an edition that stands alone"
    notices.append(Notice(Condition.LINK_LEADS_SOMEWHERE, detail))
    return {"t": "Span", "c": [attribute, run]}


def _shown(node: Node, pictures: Mapping[str, Picture], language: Language) -> Node:
    attribute, run, (target, _) = node["c"]
    if target not in pictures:
        shown = f"[{language.terms.missing_picture}: {target}]"
        return {"t": "Strong", "c": [string(shown)]}
    name, classes, pairs = attribute
    spoken = [[key, value.replace(SOFT_HYPHEN, "")] for key, value in pairs]
    text = rewrite(run, _without_soft_hyphens, "")
    return {"t": "Image", "c": [[name, classes, spoken], text, [pictures[target].name, ""]]}


def _without_soft_hyphens(node: Node, _: str) -> Node:
    return string(node["c"].replace(SOFT_HYPHEN, "")) if node["t"] == "Str" else node
