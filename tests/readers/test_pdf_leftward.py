"""Text that is read from right to left comes out in the order in which it is read."""

import weasyprint

from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

FOXES = "השועלים נספרו על הגבעה באביב על ידי שנינו"
STYLE = """@page { size: A4; margin: 25mm }
body { direction: rtl; font: 11pt/15pt 'DejaVu Sans'; text-align: justify }
p { margin: 0 0 9pt } .two { columns: 2; column-gap: 24pt }"""


def fair(body):
    raw = weasyprint.HTML(string=f"<html lang=he><style>{STYLE}</style>{body}</html>").write_pdf()
    reading = receive(raw, "a.pdf").value
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in reading.known if not one.edit.query)
    return Layer(reading.source.text).apply(resolve(claims)).text.split("\n\n")


def said(number, seed, year=""):
    words = (FOXES + " ").split()
    return " ".join(words[(seed + n * n) % len(words)] for n in range(number)) + year + "."


def test_hebrew_is_read_from_right_to_left_with_its_numbers_and_a_latin_word():
    paragraphs = [
        said(40, 1),
        said(30, 2, " בשנת 1991") + " " + said(9, 5),
        said(10, 3, " עם Vulpes") + " " + said(20, 4),
    ]
    assert fair("".join(f"<p>{one}</p>" for one in paragraphs)) == paragraphs


def test_right_column_is_read_before_the_left_one():
    paragraphs = [said(60, seed) for seed in range(8)]
    assert fair(f"<div class=two>{''.join(f'<p>{one}</p>' for one in paragraphs)}</div>") == paragraphs
