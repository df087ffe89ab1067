"""Galley -> the article as DOCX, for who must take it on in a word processor: one file, styles named."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import UTC, datetime

from basylym.adapters import epub, jinja, markup, pandoc
from basylym.editions import _book, _docx_package, _docx_pictures, _pictures, _proof, _record, _sound
from basylym.model.document import Document, Node, Run, attributes, div, plain, rewrite, walk
from basylym.model.galley import Format, Galley, Hyphenation
from basylym.model.notices import BasylymError, Condition, Notice, Outcome
from basylym.model.wording import Tally
from basylym.stages.prove import REFERENCE

STYLED = {  # class of a block -> name of its style
    "journal": "Journal",
    "kicker": "Kicker",
    "authors": "Author",
    "affiliations": "Affiliation",
    "facts": "Facts",
    "notice": "Notice",
    "label": "Abstract Title",
    "abstract": "Abstract",
    "keywords": "Keywords",
    "summary-title": "Subtitle",
    "names": "Author",
    "place": "Affiliation",
    "about": "About",
    "equation": "Equation",
}
OURS = "backlinks"
TITLE = "title"


def edition(galley: Galley) -> Outcome[bytes]:
    """Print the article as DOCX.

    Notices: ``FIGURE_EXISTS``, ``MARKUP_IS_SAFE``.

    Raises:
        BasylymError: ``TOOL_IS_PRESENT`` where a drawing has to be rastered and Pango is missing.
    """
    sound, pictures = _document(galley)
    pieces, body = _record.cut(sound.value)
    title = _bare(plain(pieces.get(f"front-title-{galley.front.language}", [])))
    record = _record.record(galley, title)
    book = _book.book(body, pieces, record, galley.language, galley.colophon)
    files = {picture.name: picture.content for picture in pictures.values()}
    language = {"lang": {"t": "MetaString", "c": galley.front.language}}
    written = pandoc.write_docx(styled(book), language, files, galley.colophon.epoch)
    made = _docx_package.finish(written, galley.front.language, _docx_pictures.rastered(pictures.values()))
    instant = datetime.fromtimestamp(galley.colophon.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    abstract = _bare(plain(pieces.get(f"front-abstract-{galley.front.language}", [])))
    values = {"record": record, "colophon": galley.colophon, "instant": instant, "abstract": abstract}
    made["docProps/core.xml"] = jinja.render("docx/core.xml.j2", **values, front=galley.front).encode()
    made["docProps/app.xml"] = jinja.render("docx/app.xml.j2", press=galley.colophon.press).encode()
    return Outcome(epub.pack(made, galley.colophon.epoch, first=_docx_package.FIRST), sound.notices)


def prove(galley: Galley, content: bytes) -> Outcome[Tally]:
    """Hold a DOCX against the article it was printed from.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no DOCX that can be read.
    """
    document = _document(galley)[0].value
    try:
        found = _docx_package.wording(content)
    except (epub.BrokenError, markup.XMLError, KeyError) as error:
        detail = f"the DOCX cannot be read: {error}"
        raise BasylymError(Notice(Condition.EDITION_KEEPS_TEXT, detail)) from error
    unset = _unset(document)
    expected = _proof.body(document, (galley.front.language,), instead=unset.get)
    formulas = {node["c"][1] for node in walk(document.blocks) if node["t"] == "Math"}
    objects = tuple(_docx_package.FORMULA if one in formulas else one for one in expected.objects)
    expected = dataclasses.replace(expected, objects=objects)
    ours = {_docx_package.anchor(name): name for name in map(_name, walk(document.blocks)) if name}
    cites = frozenset((ours[place], words) for place, words in found.cites if _is_reference(ours.get(place)))
    found = dataclasses.replace(found, cites=cites)
    return _proof.judge(document, expected, found, galley, "the DOCX")


def _name(node: Node) -> str:
    return attributes(node)[0]


def _is_reference(name: str | None) -> bool:
    return name is not None and name.startswith(REFERENCE)


def _document(galley: Galley) -> tuple[Outcome[Document], Mapping[str, _pictures.Picture]]:
    """The document as a word processor can hold it: without ways back to the places that cite."""
    pictures = _pictures.pictures(galley)
    sound = _sound.sound(galley.document, pictures.value, galley.language)

    def change(node: Node, _: str) -> Node | list[Node]:
        return [] if node["t"] == "Span" and OURS in attributes(node)[1] else node

    document = sound.value.with_blocks(rewrite(list(sound.value.blocks), change, ""))
    return Outcome(document, (*pictures.notices, *sound.notices)), pictures.value


def _unset(document: Document) -> dict[str, str]:
    """Formulas that are no TeX which can be set -> what stands for them."""
    nodes = [node["c"] for node in walk(document.blocks) if node["t"] == "Math"]
    given = [(tex, kind["t"] == "DisplayMath") for kind, tex in nodes]
    return {
        tex: f"$${tex}$$" if display else f"${tex}$"
        for (tex, display), made in zip(given, pandoc.mathml(given), strict=True)
        if not made
    }


def styled(book: Document) -> Document:
    """Blocks with the names of their styles, headings from the first level on, formulas in their lines."""

    def change(node: Node, _: str) -> Node:
        if node["t"] == "Header":
            level, attribute, run = node["c"]
            if level == 1 and TITLE in attribute[1]:
                return div([{"t": "Para", "c": run}], identifier=attribute[0], custom_style="Title")
            return {"t": "Header", "c": [max(level - 1, 1), attribute, run]}
        if node["t"] == "Figure":
            return _apart(node)
        if node["t"] != "Div":
            return node
        name, classes, pairs = attributes(node)
        style = next((STYLED[one] for one in classes if one in STYLED), "")
        if not style:
            return node
        blocks = [_in_line(block) for block in node["c"][1]] if style == "Equation" else node["c"][1]
        told = [["custom-style", style], *([key, value] for key, value in pairs.items())]
        return {"t": "Div", "c": [[name, list(classes), told], blocks]}

    return book.with_blocks(rewrite(list(book.blocks), change, ""))


def _apart(figure: Node) -> Node:
    """A figure that is more than one picture as its parts; Pandoc would make a table of it."""
    attribute, (_, caption), blocks = figure["c"]
    shown = [one["t"] for block in blocks for one in block["c"]] if len(blocks) == 1 else []
    if shown == ["Image"]:
        return figure
    inner = div(list(blocks), custom_style="Captioned Figure")
    words = div(list(caption), custom_style="Image Caption")
    return {"t": "Div", "c": [[attribute[0], [], attribute[2]], [inner, words]]}


def _in_line(block: Node) -> Node:
    """A numbered formula in one line with its number, for displayed it would stand apart from it."""
    if block["t"] not in ("Para", "Plain") or sum(one["t"] != "Space" for one in block["c"]) < 2:
        return block
    run: Run = [
        {"t": "Math", "c": [{"t": "InlineMath"}, one["c"][1]]} if one["t"] == "Math" else one
        for one in block["c"]
    ]
    return {"t": block["t"], "c": run}


def _bare(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


FORMAT = Format(
    suffix=".docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    hyphenation=Hyphenation(0, 0, 0),
    print=edition,
    prove=prove,
)
