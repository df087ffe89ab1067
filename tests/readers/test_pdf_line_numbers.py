"""The numbers that a PDF bears beside its lines, for referees, are no text; those of lists and tables are."""

import random

import pytest
import weasyprint

from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

STYLE = """@page { size: A4; margin: 25mm 30mm } body { font: 10pt/15pt serif; margin: 0 }
div { position: relative; white-space: nowrap; text-align: justify; text-align-last: justify }
b { position: absolute; font: 7pt/15pt sans-serif; width: 8mm; text-align: right; text-align-last: auto }
p { margin: 0 0 8pt }"""
WORDS = "foxes were counted upon the hill in spring by two of us who saw them run down".split()


def lines(count, start=0, words=13):
    return [" ".join(random.Random(n).choices(WORDS, k=words)) for n in range(start, start + count)]


def fair(body, style=""):
    raw = weasyprint.HTML(string=f"<html lang=en><style>{STYLE}{style}</style>{body}</html>").write_pdf()
    reading = receive(raw, "a.pdf").value
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in reading.known if not one.edit.query)
    return reading, Layer(reading.source.text).apply(resolve(claims)).text


def numbered(said, step, side, start=0):
    made = ""
    for number, line in enumerate(said, start + 1):
        beside = f"<b style='{side}'>{number}</b>" if number % step == 0 else ""
        made += f"<div>{beside}{line}</div>"
    return made


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("side", ["left: -14mm", "left: -11mm", "right: -12mm"])
def test_numbers_of_lines_in_the_margin_are_taken_out_and_stand_in_the_ledger(step, side):
    pages = [lines(40), lines(38, 40)]
    body = numbered(pages[0], step, side) + "<div style='break-before: page'></div>"
    reading, made = fair(body + numbered(pages[1], step, side, 40))
    assert " ".join(made.split()) == " ".join(" ".join(pages[0] + pages[1]).split())
    gone = [reading.source.text[one.edit.start : one.edit.end].strip() for one in reading.known]
    assert [one for one in gone if one.isdecimal()] == [str(n) for n in range(step, 79, step)]


def test_numbers_that_begin_anew_on_each_page_are_taken_out_of_two_columns():
    body, pages = "", [lines(68, 0, 9), lines(68, 68, 9)]
    for said in pages:
        for start, side in ((0, "left: -14mm"), (34, "right: -12mm")):
            column = numbered(said[start : start + 34], 1, side, start)
            body += f"<section style='float: left; width: 62mm; margin-right: 10mm'>{column}</section>"
        body += "<p style='clear: both; break-after: page; height: 1pt'></p>"
    _, made = fair(body, "section { font-size: 6pt } b { font-size: 5pt } div { text-align-last: left }")
    assert " ".join(made.split()) == " ".join(" ".join(pages[0] + pages[1]).split())


def test_few_numbers_of_a_last_page_count_on():
    said, side = lines(83), "left: -14mm"
    body = "".join(
        f"{numbered(said[start:end], 1, side, start)}<p style='break-after: page'></p>"
        for start, end in ((0, 40), (40, 80))
    )
    drawing = "".join(f"<p>Hill of foxes, {word}</p>" for word in WORDS)
    _, made = fair(f"{body}{numbered(said[80:], 1, side, 80)}{drawing}")
    assert " ".join(made.split()).startswith(" ".join(said) + " Hill of")


def test_numbers_of_entries_and_of_rows_stay():
    hanging = "<p style='text-indent: -8mm; margin: 0 0 0 8mm'>"
    entries = "".join(f"{hanging}{n} {' '.join(WORDS * 2)}.</p>" for n in range(1, 24))
    _, made = fair(f"<p>{' '.join(WORDS * 9)}</p><h2>References</h2>{entries}")
    assert all(f"\n{n} foxes were" in made or f"\n{n}\tfoxes were" in made for n in range(1, 24))
    rows = "".join(f"<tr><td>{n}<td>Hill of foxes<td>{n * 7}.5" for n in range(1, 31))
    table = f"<p>{' '.join(WORDS * 3)}</p><table style='border-spacing: 12pt 0'>{rows}</table>"
    _, made = fair(table + f"<p style='break-before: page'>{' '.join(WORDS * 40)}</p>")
    assert all(f"{n:<2}  Hill of foxes  {n * 7}.5" in made for n in range(1, 31))


def test_lines_stretched_to_fill_the_measure_are_no_table():
    said = lines(40, 0, 9)
    _, made = fair("".join(f"<div>{line}</div>" for line in said))
    assert " ".join(made.split()) == " ".join(said)
