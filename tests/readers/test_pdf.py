"""The text layer of a PDF comes back in reading order, without what recurs on every page."""

import random
import re

import pikepdf
import pytest
import weasyprint

import office
from basylym.model.notices import BasylymError, Condition
from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

WORDS = (
    "экономика развитие торговля государство политика общество исследование результат население производство "
    "международный сотрудничество и в на не что с по из у за"
).split()
STYLE = """@page { size: A4; margin: 25mm 20mm; @top-center { content: "Вестник. Серия 3"; font-size: 9pt }
  @bottom-center { content: counter(page); font-size: 9pt } }
body { font: 10pt/13pt serif; text-align: justify; hyphens: auto } p { margin: 0; text-indent: 1.5em }
h1 { font-size: 18pt } h2 { font-size: 12pt } .fn { float: footnote; font-size: 8pt; text-indent: 0 }"""


def sentence(number, seed):
    return " ".join(random.Random(seed).choices(WORDS, k=number)).capitalize() + "."


def made(columns):
    """A PDF of four sections, and its paragraphs and notes."""
    body, paragraphs, notes = "", [], []
    for section in range(4):
        body += f"<h2>Раздел {section + 1}</h2>"
        paragraphs.append(f"## Раздел {section + 1}")
        for place in range(4):
            seed = 10 * section + place
            one, two = sentence(70, seed), sentence(20, seed + 500)
            note = f"Сноска под номером {seed} и её {sentence(9, seed + 900)}" if place == 1 else ""
            body += f"<p>{one}{f'<span class=fn>{note}</span>' if note else ''} {two}</p>"
            notes += [note] if note else []
            paragraphs.append(f"{one}{f'[^{len(notes)}]' if note else ''} {two}")
    head = "<h1>О развитии торговли двух стран</h1><p>Иванов И. И.</p>"
    html = f"<html lang=ru><style>{STYLE}</style>{head}<div style='columns:{columns}'>{body}</div></html>"
    paragraphs = ["О развитии торговли двух стран", "Иванов И. И.", *paragraphs]
    paragraphs += [f"[^{number}]: {note}" for number, note in enumerate(notes, 1)]
    return weasyprint.HTML(string=html).write_pdf(), paragraphs


def fair(reading):
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in reading.known)
    return Layer(reading.source.text).apply(resolve(claims)).text


@pytest.mark.parametrize("columns", [1, 2])
def test_columns_are_read_in_order_and_paragraphs_notes_and_headings_told(columns):
    raw, paragraphs = made(columns)
    reading = receive(raw, "a.pdf").value
    joined = re.sub("\u2010\n", "", fair(reading))  # a rule about words judges these hyphens
    assert joined.split("\n\n") == paragraphs
    gone = [one for one in reading.known if one.rule == "page-furniture"]
    assert {reading.source.text[one.edit.start : one.edit.end].strip() for one in gone} >= {
        "Вестник. Серия 3",
        "1",
        "2",
    }
    assert reading.source.original == raw


def test_text_of_one_page_keeps_numbers_that_stand_alone():
    html = "<p>The first line of the page.</p><p>1991</p><p>The last line of the page.</p><p>7</p>"
    reading = receive(weasyprint.HTML(string=html).write_pdf(), "a.pdf").value
    assert fair(reading).split() == "The first line of the page. 1991 The last line of the page. 7".split()


def test_scanned_page_is_refused_and_says_how_to_recognize_it(tmp_path):
    (tmp_path / "scan.png").write_bytes(office.png(64))
    style = "<style>@page{size:A4;margin:0}img{width:210mm;height:297mm;display:block}</style>"
    html = f"{style}<p>Text.</p><img src='{(tmp_path / 'scan.png').as_uri()}'>"
    with pytest.raises(BasylymError) as caught:
        receive(weasyprint.HTML(string=html).write_pdf(), "a.pdf")
    assert caught.value.notice.condition is Condition.PAGE_HAS_TEXT
    assert "page 2" in caught.value.notice.detail


def test_locked_pdf_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(weasyprint.HTML(string="<p>Text.</p>").write_pdf())
    with pikepdf.open(path) as file:
        file.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(BasylymError) as caught:
        receive((tmp_path / "b.pdf").read_bytes(), "b.pdf")
    assert caught.value.notice.condition is Condition.SOURCE_OPENS
