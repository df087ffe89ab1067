"""A large first letter of a PDF's paragraph stands in the word that it begins."""

import pytest
import weasyprint

from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

STYLE = """@page { size: A4; margin: 25mm } body { font: 11pt/15pt serif; text-align: justify }
p { margin: 0 0 8pt } .big { float: left; font-size: 40pt; line-height: 30pt; padding: 2pt 3pt 0 0 }"""
TEXT = "counted upon the hill in spring by two of us who saw them, and once upon a time a fox was there. " * 4


def fair(body):
    raw = weasyprint.HTML(string=f"<html lang=en><style>{STYLE}</style>{body}</html>").write_pdf()
    reading = receive(raw, "a.pdf").value
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in reading.known if not one.edit.query)
    return Layer(reading.source.text).apply(resolve(claims)).text


@pytest.mark.parametrize(
    ("capital", "rest", "said"),
    [
        ("O", "nce foxes were", "Once foxes were"),
        ("A", "fox was", "A fox was"),
        ("F", "OXES were", "FOXES were"),
    ],
)
def test_large_first_letter_begins_the_first_word_and_parts_no_paragraph(capital, rest, said):
    text = TEXT.strip()
    made = fair(f"<p><span class=big>{capital}</span>{rest} {text}</p><p>{text}</p>")
    assert made == f"{said} {text}\n\n{text}"


def test_single_letter_above_a_text_stays_by_itself():
    made = fair(f"<p style='font-size: 30pt; line-height: 40pt'>A</p><p>{TEXT.strip()}</p>")
    assert "A" in made.replace("#", "").split("\n\n")[0].split()
