"""What is wider than its line or longer than its page: broken, turned or shrunk, and never off the page."""

import re
from xml.etree import ElementTree

import pypdfium2
import pytest

import galleys
from basylym.adapters import _narrowed, markup, pandoc, pdf_text
from basylym.editions import _wide_formulas, pdf

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 378 168" width="378" height="168">'
    b'<rect width="378" height="168" fill="#0f5c6e"/></svg>'
)
FILLER = "Words that fill a page are many and of no importance to anybody. " * 24 + "\n\n"
SUM = " + ".join(f"a_{{{n}}} x^{{{n}}}" for n in range(14))
URL = "https://example.org/" + "a-very-long-path-without-end/" * 9
NUMBER, WORD = "1234567890" * 12, "Donaudampf" + "elektrizitätenhauptbetriebswerk" * 4
LONG_TABLE = "| Year | Sum |\n|:--|--:|\n" + "".join(f"| year {n} | {n} |\n" for n in range(90))
WIDE_TABLE = f"| {' | '.join(f'Headword{n}' for n in range(9))} |\n|{'---|' * 9}\n| {' | '.join('1' * 9)} |\n"
TURNED = (
    f"| {' | '.join(f'Extraordinaryhead{n}' for n in range(9))} |\n|{'---|' * 9}\n| {' | '.join('1' * 9)} |\n"
)
RIGHT = {"one-column": 532.0, "two-columns": 542.7}  # pt, of the frame
HANGING = 12.0


def article(form):
    parts = [
        f"---\nlang: en\ntitle: Wide\nform: {form}\n---\n",
        f"See {URL} and {NUMBER} or {WORD}.\n",
        f"$$y = {SUM} = \\sum_i a_i x^i \\le \\left( b + c \\right) z, \\qquad n \\ge -1$$ {{#eq:a}}\n",
        f"In a line ${SUM}$ too.\n",
        FILLER,
        f"{LONG_TABLE}\n: Long {{#tbl:l}}\n",
        FILLER,
        f"{WIDE_TABLE}\n: Wide {{#tbl:w}}\n",
        FILLER,
        f"{TURNED}\n: Turned {{#tbl:t}}\n",
        FILLER,
    ]
    return "\n".join(parts)


@pytest.fixture(scope="module", params=RIGHT)
def printed(request, tmp_path_factory):
    galley = galleys.written(tmp_path_factory.mktemp(request.param), pdf.FORMAT, article(request.param))
    return request.param, galley, pdf.pages(galley)


def test_no_letter_and_no_picture_stands_off_the_frame(printed):
    form, _, made = printed
    for number, page in enumerate(pdf_text.pages(made.value)):
        right = RIGHT[form] if page.width < page.height else page.width - 63.0
        assert max(line.right for line in page.lines) <= right + HANGING, number
    for page in pypdfium2.PdfDocument(made.value):
        if page.get_width() < page.get_height():
            assert (
                max((part.get_bounds()[2] for part in page.get_objects()), default=0) <= RIGHT[form] + HANGING
            )


def test_only_the_word_that_no_rule_can_break_is_told_of(printed):
    form, galley, made = printed
    told = [notice.detail for notice in made.notices]
    assert [detail for detail in told if "'See https" in detail] == told[:1]
    assert all("is not filled" in detail for detail in told[1:]), form
    assert [str(notice) for notice in pdf.prove(galley, made.value).notices] == []


def test_a_long_table_goes_on_over_pages_under_its_head(printed):
    _, _, made = printed
    pages = [" ".join(line.text for line in page.lines) for page in pdf_text.pages(made.value)]
    rows = [page for page in pages if re.search(r"\byear \d+\b", page)]
    assert len(rows) > 1
    assert all("Year" in page for page in rows)


def test_a_table_wider_than_the_frame_has_a_turned_page_in_one_column(printed):
    form, _, made = printed
    turned = [page for page in pdf_text.pages(made.value) if page.width > page.height]
    assert len(turned) == (form == "one-column")
    assert all("Extraordinaryhead8" in " ".join(line.text for line in page.lines) for page in turned)


def _bounds(part):
    return part.get_bounds()


@pytest.mark.parametrize(
    "block", ["![One of a caption](a.svg){#fig:one alt=x}", f"{WIDE_TABLE}\n: Wide {{#tbl:w}}"]
)
def test_what_finds_no_page_to_float_to_is_as_wide_as_its_column(tmp_path, block):
    text = f"---\nlang: en\ntitle: T\nform: two-columns\n---\n\nBefore.\n\n{block}\n\n1999.\n"
    galley = galleys.written(tmp_path, pdf.FORMAT, text, a_svg=SVG)
    made = pdf.pages(galley)
    (seen,) = pdf_text.pages(made.value)
    (page,) = pypdfium2.PdfDocument(made.value)
    sizes = [(right - left, above - below) for left, below, right, above in map(_bounds, page.get_objects())]
    heads = [line for line in seen.lines if "Head" in line.text]
    if heads:
        assert 200.0 < max(line.right for line in heads) - min(line.left for line in heads) <= 237.0
    else:
        assert any(size == pytest.approx((237.0, 237.0 * 168 / 378), abs=1.0) for size in sizes)
    assert made.notices == ()
    assert pdf.prove(galley, made.value).notices == ()


def formula(tex):
    node = markup.fragment(pandoc.mathml([(tex, True)])[0]).find(".//math")
    for note in list(node.iter("annotation")):
        note.getparent().remove(note)
    return node


def said(part):
    return "".join("".join(node.itertext()) for node in part.nodes)


@pytest.mark.parametrize(
    ("tex", "parts"),
    [
        ("a = b + c", ["a", "=b", "+c"]),
        ("a = -b", ["a", "=−b"]),
        ("f(x + y) < (a, b)", ["f(x+y)", "<(a,b)"]),
        (r"\left( x + y \right) \cdot z", ["(x+y)", "⋅z"]),
        (r"x, \quad n \ge 1", ["x,\u2001"[:2], "n", "≥1"]),
        (r"\frac{a + b}{c = d}", ["a+bc=d"]),
    ],
)
def test_a_formula_may_break_before_signs_that_stand_in_no_brackets(tex, parts):
    assert [said(part).strip() for part in _wide_formulas.segments(formula(tex))] == parts


def test_a_line_ends_before_a_relation_rather_than_before_an_operator():
    parts = _wide_formulas.segments(formula("y = a + b = c + d + e"))
    assert _wide_formulas.lines(parts, [1.0] * 6, 5.0) == [(0, 3), (3, 6)]


def test_every_segment_stands_in_one_line_whatever_its_width():
    parts = _wide_formulas.segments(formula("y = a + b = c + d + e"))
    for room in (0.5, 1.0, 3.0, 7.0, 20.0):
        rows = _wide_formulas.lines(parts, [1.0, 1, 9, 1, 1, 1], room)
        assert [place for row in rows for place in range(*row)] == list(range(len(parts)))


def test_a_paragraph_is_loosened_to_the_words_it_was_composed_of():
    composed = ElementTree.fromstring(
        '<figcaption class="composed ragged">'
        '<span class="l" style="a">Бір <b>қа<span class="h">\u00ad</span></b></span><br/>'
        '<span class="l">тын сауда<span class="r">\u2010</span></span><br/>'
        '<span class="l">үш</span><br/><span class="l">төрт</span></figcaption>'
    )
    _narrowed.loosen(composed)
    assert "".join(composed.itertext()) == "Бір қатын сауда-үш төрт"
    assert composed.get("class") == "ragged"
