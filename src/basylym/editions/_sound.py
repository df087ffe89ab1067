"""Document -> Document that fits a page of XML: names that are free, hosts that can be, its own pictures.

What an author's attributes and addresses may not be was taken out when the article was admitted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from basylym.editions._pictures import Picture
from basylym.model.document import ATTRIBUTES_AT, Document, Node, rewrite, span, string
from basylym.model.language import Language
from basylym.model.notices import Condition, Notice, Outcome

SOFT_HYPHEN = "\u00ad"
HOST = re.compile(r"https?://([^/?#@\s]*@)?[\w-]+(\.[\w-]+)*\.?(:\d+)?(?=[/?#]|$)", re.I)
DOI = "doi:"
TAKEN = re.compile(r"fn(ref)?\d+|footnotes")  # names that Pandoc gives to notes and their calls
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
BOXES = ("☐", "☒")  # bare, Pandoc makes them form fields, which are no text
TEXTS_AT: Mapping[str, int | None] = {"Str": None, "Code": 1, "CodeBlock": 1, "Math": 1}


def sound(document: Document, pictures: Mapping[str, Picture], language: Language) -> Outcome[Document]:
    """Make names, addresses, signs and pictures of a document sound.

    Args:
        document: as typeset.
        pictures: path as written -> what the edition shows there, under its own name.
        language: of the article.

    Notices: ``MARKUP_IS_SAFE`` for an address whose host cannot be; its words stay, unlinked.
    """
    notices: list[Notice] = []

    def change(node: Node, _: str) -> Node:
        kind = node["t"]
        if kind in ("RawInline", "RawBlock"):
            shown = "Code" if kind == "RawInline" else "CodeBlock"
            return {"t": shown, "c": [["", [], []], NOT_XML.sub("", node["c"][1])]}
        if kind in TEXTS_AT:
            node = _without_controls(node, TEXTS_AT[kind])
        if kind == "Str" and node["c"] in BOXES:
            return span([node], classes=("box",))
        if kind in ATTRIBUTES_AT:
            node = _named(node)
        if kind == "Link":
            return _led(node, notices)
        if kind == "Image":
            return _shown(node, pictures, language)
        return node

    blocks = rewrite(list(document.blocks), change, language.tag)
    return Outcome(document.with_blocks(blocks), tuple(notices))


def _without_controls(node: Node, place: int | None) -> Node:
    text = node["c"] if place is None else node["c"][place]
    if not NOT_XML.search(text):
        return node
    text = NOT_XML.sub("", text)
    return {"t": node["t"], "c": text if place is None else [node["c"][0], text]}


def _named(node: Node) -> Node:
    place = ATTRIBUTES_AT[node["t"]]
    name, classes, pairs = node["c"][place]
    if not TAKEN.fullmatch(name):
        return node
    content = [*node["c"][:place], [_free(name), classes, pairs], *node["c"][place + 1 :]]
    return {"t": node["t"], "c": content}


def _free(name: str) -> str:
    return f"of-{name}" if TAKEN.fullmatch(name) else name


def _led(node: Node, notices: list[Notice]) -> Node:
    attribute, run, (target, title) = node["c"]
    if target.startswith("#"):
        return {"t": "Link", "c": [attribute, run, [f"#{_free(target[1:])}", title]]}
    address = f"https://doi.org/{target[len(DOI) :]}" if target.lower().startswith(DOI) else target
    if address.lower().startswith("http") and not HOST.match(address):
        detail = f"the address {address} leads nowhere from an edition, and was left out"
        notices.append(Notice(Condition.MARKUP_IS_SAFE, detail))
        return {"t": "Span", "c": [attribute, run]}
    return {"t": "Link", "c": [attribute, run or [string(target)], [address, title]]}


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
