"""The PDF edition: the article in pages, laid out by WeasyPrint from our own template and style sheet."""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from typing import Any

from basylym.adapters import fonts, jinja, markup, pandoc, pdf, resources, weasyprint
from basylym.adapters.jinja import Markup
from basylym.adapters.markup import Element
from basylym.editions import (
    _composed,
    _forms,
    _leaves,
    _markers,
    _pictures,
    _print_body,
    _print_formulas,
    _print_links,
    _print_tags,
    _proof,
    _record,
)
from basylym.editions._forms import Form
from basylym.model.document import Document, Node, attributes, plain, rewrite, string
from basylym.model.galley import Format, Galley, Hyphenation, Leaf
from basylym.model.notices import Notice, Outcome
from basylym.model.wording import Tally

WEB_STATEMENT = "WebStatement"  # where the licence can be read
PIECE = "front-"
LEFT_MARGIN = "csl-left-margin"
CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)", re.I)
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2


def pages(galley: Galley) -> Outcome[bytes]:
    """Print the article in pages.

    Raises:
        BasylymError: ``TOOL_IS_PRESENT`` without Pango, ``CHILD_ENDS`` where layout runs out of bounds.
    """
    return printed(galley, FORMS[galley.front.form])


def printed(galley: Galley, form: Form) -> Outcome[bytes]:
    """Print the article in pages of one form.

    Raises:
        BasylymError: ``TOOL_IS_PRESENT`` without Pango, ``CHILD_ENDS`` where layout runs out of bounds.
    """
    files = {path.name: path.read_bytes() for path in (*fonts.files(), *form.fonts)}
    written = pandoc.write(_markers.marked(galley.document), "html5", "--section-divs", "--mathml")
    body = markup.fragment(written)
    _markers.settle(body)
    notices = _prepare(body, galley, files, form)
    tree = markup.page(jinja.render(form.template, **_front(galley, body, form), body=Markup(_SLOT)))
    _print_tags.lists(tree)
    if form.floating:
        _print_body.floats(body)
    _fill(tree, body)
    _spell_out(tree.find("body"))
    composed = _composed.compose_page(tree, form.settings(galley.language), form.inlines)
    laid = weasyprint.pdf(_sheet(tree, galley, files, form))
    content = pdf.finish(
        laid.value.content,
        _metadata(galley),
        _record.in_languages(galley.document),
        laid.value.tables,
        {} if form.numbered else galley.sources,
        galley.colophon.epoch,
        _print_links.led_to(galley.document, galley.language),
    )
    return Outcome(content, (*notices, *composed.notices, *laid.notices))


def prove(galley: Galley, content: bytes, added: tuple[str, ...] = ()) -> Outcome[Tally]:
    """Hold a PDF against the article it was printed from; ``added`` is what its form says beside it.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no PDF that can be read.
    """
    found, outside = _proof.pages(content)
    document = _as_printed(galley)
    shown, text = set(found.objects), found.running + "".join(found.notes)

    def instead(tex: str) -> str | None:
        written = (mark + tex + mark for mark in ("$$", "$", ""))
        return None if tex.strip() in shown else next((one for one in written if one in text), tex)

    expected = _proof.body(document, caption_first=True, instead=instead)
    return _proof.judge(document, expected, found, galley, "the PDF", outside, added=added, in_lines=True)


FORMS = {"": _forms.ONE_COLUMN, "one-column": _forms.ONE_COLUMN, "two-columns": _forms.TWO_COLUMNS}
"""What the front matter calls a form -> the form."""
_SLOT = '<div id="slot"></div>'


def _prepare(body: Element, galley: Galley, files: dict[str, bytes], form: Form) -> list[Notice]:
    """Everything that the body needs before it is laid out, in the one order that works."""
    notices = _print_formulas.formulas(body, files, form.room, form.unit / form.size)
    _print_body.notes(body)
    pictures = _pictures.pictures(galley)
    _print_body.figures(body, pictures.value, files, galley.language.terms.missing_picture)
    _print_body.tables(body)
    _print_body.code(body)
    _print_body.references(body)
    _print_body.superiors(body)
    _print_body.headings(body)
    for block in body:
        if not (block.get("id") or "").startswith(PIECE):  # the parser of the front knows no li in an li
            _print_tags.lists(block)
    _print_tags.links(body)
    return [*notices, *pictures.notices]


def _front(galley: Galley, body: Element, form: Form) -> dict[str, object]:
    """The template's values; the pieces of the front matter are cut out of ``body``."""
    pieces: dict[str, str] = {}
    plain: dict[str, str] = {}
    for block in [node for node in body if (node.get("id") or "").startswith(PIECE)]:
        name = block.get("id").removeprefix(PIECE)
        plain[name] = " ".join("".join(block.itertext()).replace("\u00ad", "").split())
        lone = block[0] if name.startswith("title-") and len(block) == 1 else block
        pieces[name] = markup.inside(lone)
        body.remove(block)
    _print_body.paragraphs(body)
    _print_body.lead_in(body)
    return form.values(galley, pieces, plain)


def _fill(tree: Element, body: Element) -> None:
    """Put the body's own tree into the page, for no HTML parser would keep a note in its paragraph."""
    slot = next(node for node in tree.iter("div") if node.get("id") == "slot")
    parent = slot.getparent()
    parent.remove(slot)
    for child in list(body):
        parent.append(child)


def _spell_out(body: Element) -> None:
    """Show a sign that no font has by its code point, for a box says nothing and is no PDF/A."""
    signs = fonts.missing("".join(body.itertext()))
    named = str.maketrans({sign: f"[U+{ord(sign):04X}]" for sign in signs})
    if named:
        for element in body.iter():
            element.text = element.text and element.text.translate(named)
            element.tail = element.tail and element.tail.translate(named)


def _sheet(tree: Element, galley: Galley, files: dict[str, bytes], form: Form) -> weasyprint.Sheet:
    css = "".join(resources.read(style) for style in form.styles) + form.css + _composed.COMPOSED_CSS
    first = galley.front.masthead.first_page
    if first != 1 and not form.numbered:
        css += f"\n@page :first {{ counter-reset: page {first} }}\n"
    if galley.front.accent:
        css += f":root {{ --accent: {galley.front.accent} }}\n"
    identifier = hashlib.sha256(galley.colophon.identifier.encode()).digest()[:16]
    html = NOT_XML.sub("\ufffd", markup.xml(tree))
    return weasyprint.Sheet(html, css, files, identifier, form.unit, form.top, form.widths, form.numbered)


def _metadata(galley: Galley) -> dict[str, str]:
    front = galley.front
    given = {"identifier": galley.colophon.identifier, "rights": front.licence, "language": front.language}
    if found := CREATIVE_COMMONS.fullmatch(front.licence):
        given[WEB_STATEMENT] = f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return {name: value for name, value in given.items() if value}


def _as_printed(galley: Galley) -> Document:
    """The document as its lines say it: numbers of references bare, stops behind headings that run in."""
    missing = galley.language.terms.missing_picture
    pictures = _pictures.pictures(galley).value
    signs = fonts.missing("".join(plain(block) for block in galley.document.blocks))
    named = str.maketrans({sign: f"[U+{ord(sign):04X}]" for sign in signs})

    def change(node: Node, _: str) -> Node:
        if node["t"] == "Image" and node["c"][2][0] not in pictures:
            return string(f"[{missing}: {node['c'][2][0]}]")
        if node["t"] == "Str":
            return string(NOT_XML.sub("\ufffd", node["c"]).translate(named))
        found = _print_body.ORDINAL.fullmatch(plain(node)) if LEFT_MARGIN in attributes(node)[1] else None
        return string(found.group(1)) if found else node

    document = galley.document.with_blocks(rewrite(list(galley.document.blocks), change, ""))
    return document.with_blocks(_stopped(list(document.blocks)))


def _stopped(value: Any) -> Any:
    """The blocks with a stop behind each heading that opens the paragraph below it."""
    if isinstance(value, dict):
        return {name: _stopped(part) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    made = [_stopped(part) for part in value]
    for place, (node, below) in enumerate(pairwise(made)):
        if all(isinstance(one, dict) for one in (node, below)) and node.get("t") == "Header":
            level, attribute, run = node["c"]
            ends = _print_body.SENTENCE_END.search(plain(run).strip())
            if level >= _print_body.RUN_IN and below.get("t") == "Para" and not ends:
                made[place] = {"t": "Header", "c": [level, attribute, [*run, string(".")]]}
    return made


def leaves(galley: Galley, content: bytes) -> tuple[Leaf, ...]:
    """How the pages of the PDF begin, for editions that name them."""
    return _leaves.leaves(content, galley.front.masthead.first_page)


FORMAT = Format(
    suffix=".pdf",
    media_type="application/pdf",
    hyphenation=Hyphenation(letters=6, before=2, after=2),
    print=pages,
    prove=prove,
    leaves=leaves,
)
