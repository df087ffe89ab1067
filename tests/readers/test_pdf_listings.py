"""What a PDF sets in a font of one width apart from its text comes out as it stands on the page."""

import io

import pikepdf
import pytest
import weasyprint

from basylym.normalize import normalize
from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

TEXT = " ".join(f"Foxes were counted on hill {n} in spring by two of us." for n in range(1, 12))
STYLE = """@page { size: A4; margin: 25mm } body { font: 11pt/15pt serif; margin: 0 } p { margin: 0 0 8pt }
pre, code { font: 9pt/11pt monospace; margin: 8pt 0 }"""
CODE = """def count(files):
    total = {}
    for name in files:
        total[name]  = ask("how many?")   # asks
        \u2013 1

    return total"""


def fair(body, style=""):
    raw = weasyprint.HTML(string=f"<html lang=en><style>{STYLE}{style}</style>{body}</html>").write_pdf()
    reading = receive(raw, "a.pdf").value
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in reading.known)
    return Layer(reading.source.text).apply(resolve(claims)).text


def test_listing_keeps_its_lines_indents_gaps_and_blank_lines():
    assert fair(f"<p>{TEXT}</p><pre>{CODE}</pre><p>{TEXT}</p>") == f"{TEXT}\n\n```\n{CODE}\n```\n\n{TEXT}"


def test_listing_goes_through_normalizing_untouched():
    raw = weasyprint.HTML(
        string=f"<style>{STYLE}</style><p>{TEXT}</p><pre>{CODE}</pre><p>{TEXT}</p>"
    ).write_pdf()
    assert f"\n```\n{CODE}\n```\n" in normalize(raw, "a.pdf", "en").value.article


@pytest.mark.parametrize("columns", [1, 2])
def test_numbers_of_a_listings_lines_stay_before_them(columns):
    lines = ["if (n < 3) {", "  f(n);", "} else {", "  g(n);", "}"] * 2
    rows = "".join(
        f"<div><span style='position: absolute; left: -16pt; font-size: 7pt'>{n}</span>{line}</div>"
        for n, line in enumerate(lines, 1)
    )
    body = f"<div style='columns: {columns}'><p>{TEXT}</p><pre style='margin-left: 20pt; position: relative'>"
    made = fair(f"{body}{rows}</pre><p>{TEXT}</p><p>{TEXT}</p></div>")
    block = made.split("```")[1].strip("\n").split("\n")
    assert [line.split(None, 1)[1] for line in block] == [line.strip() for line in lines]
    assert [line.split()[0] for line in block] == [str(n) for n in range(1, 11)]
    assert block[1].index("f(n)") - block[0].index("if") == 2


def test_words_of_one_width_inside_a_sentence_stay_in_it():
    long = "the <code>option_of_all_the_things = another_one_of_these(with, all)</code> that"
    made = fair(f"<p>{TEXT} {long} we set, and {TEXT}</p>", "code { font-size: 11pt; line-height: 1 }")
    assert "```" not in made
    assert "\n" not in made


def test_addresses_of_one_width_are_no_listing():
    refs = "".join(
        f"<p>[{n}] Foxes of the hill, by A. B. {1990 + n}<br><code>https://example.org/foxes/{n}/<br>all.html</code></p>"
        for n in range(1, 9)
    )
    made = fair(f"<p>A. Fox<br><code>{{a,b}}@example.org</code></p><p>{TEXT}</p>{refs}")
    assert "```" not in made


def test_typescript_is_no_listing():
    made = fair(f"<p>{TEXT}</p><p>{TEXT}</p>", "p { font-family: monospace }")
    assert made == f"{TEXT}\n\n{TEXT}"


def test_listing_whose_font_does_not_say_that_it_is_of_one_width_is_told_by_its_letters():
    raw = weasyprint.HTML(
        string=f"<style>{STYLE}</style><p>{TEXT}</p><pre>{CODE}</pre><p>{TEXT}</p>"
    ).write_pdf()
    with pikepdf.open(io.BytesIO(raw)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                one.Flags = 4
                for font in document.objects:
                    if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font":
                        font.BaseFont = pikepdf.Name("/" + str(font.BaseFont)[1:7] + "+Letters")
        saved = io.BytesIO()
        document.save(saved)
    reading = receive(saved.getvalue(), "a.pdf").value
    assert CODE in reading.source.text


def test_listing_with_a_fence_in_it_is_guarded():
    made = fair(f"<p>{TEXT}</p><pre>```\nf(x);\n```\ng(x);</pre><p>{TEXT}</p>")
    assert "````\n```\nf(x);\n```\ng(x);\n````" in made


def test_listing_over_two_pages_is_one_with_its_indents():
    lines = [
        "def count(files):",
        *(f"    total[{n}] = ask(files, {n})" for n in range(1, 70)),
        "    return total",
    ]
    style = "@page { @bottom-center { content: counter(page) } @top-center { content: 'On foxes' } }"
    code = "\n".join(lines)
    assert (
        fair(f"<p>{TEXT}</p><pre>{code}</pre><p>{TEXT}</p>", style) == f"{TEXT}\n\n```\n{code}\n```\n\n{TEXT}"
    )
