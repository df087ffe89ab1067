"""What the composer relies on in WeasyPrint and PDFium, seen on the gold text laid out in pages."""

import io
import logging
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import weasyprint

from basylym.adapters import markup
from basylym.adapters.resources import FONTS
from basylym.editions._composed import COMPOSED_CSS, WORD_SPACING, Setting, compose_page, compose_paragraph
from basylym.editions._voices import Family
from basylym.languages import kk
from basylym.model.galley import Hyphenation
from basylym.stages.typeset import hyphenated

GOLD = Path(__file__).parents[1] / "specimens" / "article" / "gold.md"
SIZE, MEASURE, LEADING = 10.2, 378.0, 14.0
PX = 0.75  # points
REGULAR = FONTS / "SourceSerif4_400Regular.ttf"
ITALIC = FONTS / "SourceSerif4_400Regular_Italic.ttf"
SETTING = Setting(
    lambda element: element.tag == "p",
    Family(REGULAR, ITALIC, REGULAR, ITALIC),
    SIZE,
    MEASURE,
    indent=14.0,
    features=("onum", "pnum"),
)
CSS = f"""
@font-face {{ font-family: Text; src: url({REGULAR.as_uri()}) }}
@font-face {{ font-family: Text; font-style: italic; src: url({ITALIC.as_uri()}) }}
@page {{ size: {MEASURE + 120}pt 700pt; margin: 70pt 60pt }}
body {{ margin: 0; font: {SIZE}pt/{LEADING}pt Text; font-variant-numeric: oldstyle-nums proportional-nums }}
p {{ margin: 0; text-indent: 14pt; text-align: justify }}
{COMPOSED_CSS}
"""
UNSTRETCHED = ".composed.justified { text-align: left !important; text-align-last: left !important }"


def paragraphs():
    """Paragraphs of the gold text with soft hyphens, quotations in italics."""
    for block in GOLD.read_text("utf-8").split("\n\n"):
        if block.strip() and not block.startswith(("#", ":", "-")):
            words = " ".join(re.sub(r"\[@.*?\]", "", block).replace(" –", "\u00a0–").split())
            soft = (
                hyphenated(word, kk.LANGUAGE, kk.hyphenate, Hyphenation(6, 2, 2)) for word in words.split(" ")
            )
            yield re.sub(r"«[^»]*»", r"<em>\g<0></em>", " ".join(soft))


def tree(css=""):
    head = f"<head><title>x</title><style>{CSS}{css}</style></head>"
    body = "".join(f"<p>{text}</p>" for text in paragraphs())
    return markup.page(f'<html lang="kk">{head}<body>{body}</body></html>')


@cache
def lines():
    return [line for paragraph in tree().iter("p") for line in compose_paragraph(paragraph, SETTING)]


@cache
def laid_out(css=""):
    root = tree(css)
    compose_page(root, (SETTING,))
    return weasyprint.HTML(string=markup.serialise(root)).render()


@cache
def pdf():
    return laid_out().write_pdf(pdf_variant="pdf/ua-1")


def boxes(document):
    """The line boxes of the paragraphs."""
    stack = [page._page_box for page in reversed(document.pages)]
    while stack:
        box = stack.pop()
        if type(box).__name__ == "LineBox":
            yield box
        else:
            stack.extend(reversed(getattr(box, "children", ())))


def test_engine_sets_each_line_as_wide_as_composed():
    for line, box in zip(lines(), boxes(laid_out(UNSTRETCHED)), strict=True):
        if line.filled:
            expected = (line.width + WORD_SPACING * line.spaces) * SIZE
            assert box.children[0].width * PX == pytest.approx(expected, abs=0.3)


def test_engine_breaks_no_composed_line_and_fills_every_one():
    assert {round(box.width * PX, 2) for box in boxes(laid_out())} == {MEASURE}


def test_every_line_is_one_leading_high():
    assert {round(box.height * PX, 3) for box in boxes(laid_out())} == {LEADING}


def test_only_punctuation_stands_out_of_the_measure():
    for line, box in zip(lines(), boxes(laid_out()), strict=True):
        row = box.children[0]
        left = (row.position_x + row.margin_left) * PX - 60
        assert left in (pytest.approx(14.0), pytest.approx(-line.opening * SIZE, abs=0.05))
        assert left + row.width * PX <= MEASURE + (line.closing + abs(line.tracking)) * SIZE + 0.05


def test_last_lines_are_not_stretched():
    for line, box in zip(lines(), boxes(laid_out()), strict=True):
        if not line.filled:
            row = box.children[0]
            assert row.width * PX == pytest.approx(
                (line.width + line.spaces * (line.space - 0.237)) * SIZE, abs=0.6
            )


def test_engine_has_nothing_to_complain_of(caplog):
    with caplog.at_level(logging.WARNING, "weasyprint"):
        laid_out.__wrapped__().write_pdf()
    assert caplog.messages == []


def squeezed(text):
    """Without spaces; a hyphen that the line brought is dropped, one that the author wrote is kept."""
    return re.sub(r"[\s\u00ad\ufffe]", "", text).replace("\u2010", "-")


def test_text_layer_reads_as_the_manuscript_with_every_hyphen_of_the_author_s():
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf()))
    found = squeezed("".join(pages))
    for paragraph in tree().iter("p"):
        assert squeezed("".join(paragraph.itertext())) in found


def test_text_layer_names_the_hyphens_at_line_ends():
    """The fonts' own maps, without what PDFium makes of them."""
    with pikepdf.open(io.BytesIO(pdf())) as document:
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        maps = {font.ToUnicode.read_bytes().lower() for font in fonts if "/ToUnicode" in font}
    assert any(b"<00ad>" in one and b"<002d>" not in one for one in maps)
    assert any(b"<2010>" in one and b"<002d>" not in one for one in maps)
    assert any(b"<002d>" in one and b"<2010>" not in one for one in maps)


def test_paragraph_stays_one_tag_and_holds_no_block():
    found = Counter()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        stack = [document.Root.StructTreeRoot]
        while stack:
            node = stack.pop()
            if isinstance(node, pikepdf.Dictionary):
                found[str(node.get("/S", ""))] += 1
                kids = node.get("/K", ())
                stack.extend(kids if isinstance(kids, pikepdf.Array) else [kids])
    over_pages = len(pypdfium2.PdfDocument(pdf())) - 1
    assert len(list(tree().iter("p"))) <= found["/P"] <= len(list(tree().iter("p"))) + over_pages
    assert set(found) <= {"", "/Document", "/P", "/Span", "/NonStruct"}
