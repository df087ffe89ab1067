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


FRONT = """@page { size: A4; margin: 20mm } body { font: 10pt/13pt serif; text-align: justify }
.aside { float: left; width: 30mm; font: 7.5pt/10.5pt sans-serif; text-align: left }
.main { margin-left: 38mm }
.two { display: flex; gap: 8mm; clear: both; font: 8.5pt/12pt sans-serif; margin: 8mm 0 } .two div { flex: 1 }
td { vertical-align: top; width: 50mm; text-align: left } p { margin: 0 }"""


def front_page():
    """A PDF whose first page has a sidebar, two summaries side by side and a table; and its paragraphs."""
    aside = "".join(f"<p>Received on {day} January by post</p>" for day in range(1, 17))
    main = sentence(90, 1)
    summaries = [sentence(60, 2), sentence(60, 3)]
    rows = "".join(
        f"<tr><td>Station {n} on the hill</td><td>Snow of {n} years</td></tr>" for n in range(1, 9)
    )
    html = (
        f"<html lang=en><style>{FRONT}</style><div class=aside>{aside}</div><div class=main>{main}</div>"
        f"<div class=two><div>{summaries[0]}</div><div>{summaries[1]}</div></div>"
        f"<p>{sentence(120, 4)}</p><table>{rows}</table>"
    )
    return weasyprint.HTML(string=html).write_pdf(), main, summaries


def test_sidebar_is_read_after_the_text_beside_it_and_summaries_one_after_the_other():
    raw, main, summaries = front_page()
    said = " ".join(fair(receive(raw, "a.pdf").value).split())
    places = [said.index(one) for one in (main, "Received on 1 January by post", *summaries)]
    assert places == sorted(places)


def test_rows_of_a_table_stay_rows():
    raw, _, _ = front_page()
    lines = receive(raw, "a.pdf").value.source.text.split("\n")
    assert "Station 3 on the hill\tSnow of 3 years" in lines


def test_text_longer_than_its_list_of_references_is_not_taken_for_headings():
    references = "".join(f"<p style='font-size: 8.5pt'>{n} {sentence(40, n)}</p>" for n in range(1, 25))
    text = "".join(f"<p>{sentence(60, 100 + n)}</p>" for n in range(6))
    html = f"<html lang=ru><style>{STYLE}</style>{text}<h2>Литература</h2>{references}"
    received = receive(weasyprint.HTML(string=html).write_pdf(), "a.pdf")
    headings = [line for line in fair(received.value).split("\n") if line.startswith("#")]
    assert headings == ["## Литература"]
    assert received.notices == ()  # none of the list is taken for notes


@pytest.mark.parametrize("first", [1, 2])
def test_small_lines_at_the_foot_are_notes_only_where_their_numbers_begin_or_count_on(first):
    """``2 CARD16 MAJOR_VERSION`` is a line of a listing: a note is the first, or the next after the last."""
    foot = f"<p style='font-size: 7.5pt; margin-top: 1em'>{first} CARD16 MAJOR_VERSION of all</p>"
    page = f"<p>{sentence(60, 7)}</p>{foot}<p style='break-before: page'>{sentence(60, 8)}</p>"
    html = f"<html lang=ru><style>{STYLE}</style>{page}</html>"
    said = " ".join(fair(receive(weasyprint.HTML(string=html).write_pdf(), "a.pdf").value).split())
    assert said.endswith("of all") is (first == 1)


PAGE = """@page { size: A4; margin: 20mm 20mm 20mm 60mm } body { font: 10pt/14pt serif; text-align: justify }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 } h2 { font-size: 13pt; margin: 24pt 0 8pt } p { margin: 0 }
.author { font-size: 11.5pt; margin: 12pt 0 30pt } .aside { position: absolute; left: -40mm; width: 35mm;
  font-size: 7.5pt; text-align: left }
.refs p { padding-left: 14pt; text-indent: -14pt; font-size: 9pt; text-align: left }
.fn { float: footnote; font-size: 7.5pt } .fn::footnote-call { font-size: 10pt; vertical-align: baseline }
.fn::footnote-marker { content: counter(footnote) " " }"""


def paragraphs_of(body):
    html = f"<html lang=ru><style>{PAGE}</style>{body}</html>"
    return fair(receive(weasyprint.HTML(string=html).write_pdf(), "a.pdf").value).split("\n\n")


def test_lines_in_the_margin_beside_the_title_part_neither_title_nor_text():
    aside = "<div class=aside style='top: {}pt'>{}</div>"
    body = (
        aside.format(2, "22 May 2024") + aside.format(20, "CC BY 4.0") + "<h1>О развитии торговли двух"
        f" стран в начале века и после</h1><p class=author>Иванов И. И.</p><p>{sentence(60, 1)}</p>"
        f"<h2>Итоги</h2><p>{sentence(50, 2)}</p>"
    )
    made = paragraphs_of(f"<div style='position: relative'>{body}</div>")
    assert made[:2] == ["О развитии торговли двух стран в начале века и после", "Иванов И. И."]
    assert made[2:] == ["22 May 2024 CC BY 4.0", sentence(60, 1), "## Итоги", sentence(50, 2)]


def test_entries_that_hang_below_their_first_lines_stay_apart_though_nothing_ends_them():
    entries = [f"{sentence(18 + seed, seed)[:-1]} ↑" for seed in range(9)]
    refs = "".join(f"<p>{one}</p>" for one in entries)
    made = paragraphs_of(f"<p>{sentence(70, 90)}</p><h2>Литература</h2><div class=refs>{refs}</div>")
    assert made[-9:] == entries


def test_line_that_ends_in_a_semicolon_goes_on_and_an_item_below_a_short_line_opens_a_paragraph():
    cited = "; ".join(f"Иванов и Петров {year}" for year in range(1990, 2010))
    made = paragraphs_of(f"<p style='text-align: left'>{sentence(40, 5)} ({cited}).</p><p>Вот:<br>– одно</p>")
    assert made[0].endswith("2009).")
    assert made[-2:] == ["Вот:", "– одно"]


def test_call_that_no_size_shows_is_the_one_number_behind_a_word_of_the_notes_page():
    note = "<span class=fn>Сноска об этом.</span>"
    made = paragraphs_of(f"<p>{sentence(30, 6)} Слово{note} идёт дальше в 1991 году.</p>")
    assert made[0].endswith("Слово[^1] идёт дальше в 1991 году.")
    assert made[-1] == "[^1]: Сноска об этом."
