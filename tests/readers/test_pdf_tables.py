"""Tables and displayed formulas of a PDF stand apart from its text, row by row, and are asked about."""

import pytest

from basylym.model.notices import Condition
from basylym.normalize import normalize
from pdf_tables import TEXT, TOWNS, fair, printed, table

LAID_OUT = """Town            Foxes  Seen by
Leeds           11     two of us
Bristol         120
York upon Ouse  9      all"""


@pytest.mark.parametrize("kind", ["grid", "bare"])
def test_table_comes_out_row_by_row_in_columns_between_its_caption_and_the_text(kind):
    made = fair(printed(f"<p>{TEXT}</p><p>Table 1. Foxes by town</p>{table(TOWNS, kind)}<p>{TEXT}</p>"))
    assert made == f"{TEXT}\n\nTable 1. Foxes by town\n\n```\n{LAID_OUT}\n```\n\n{TEXT}"


def test_table_of_words_alone_is_told_by_the_caption_below():
    rows = [["Name", "Meaning"], ["fox", "a beast"], ["hill", "a height"], ["spring", "a season"]]
    made = fair(printed(f"<p>{TEXT}</p>{table(rows, 'ruled')}<p>Table 2. Words</p><p>{TEXT}</p>"))
    assert "```\nName    Meaning\nfox     a beast\nhill    a height\nspring  a season\n```" in made


def test_cell_in_two_lines_stays_in_its_column_and_the_table_is_asked_about():
    rows = [["Town", "What was seen there"], ["Leeds", "foxes and<br>hares too"], ["York", "no beast"]]
    raw = printed(f"<p>{TEXT}</p><p>Table 1. Beasts</p>{table(rows, 'ruled')}<p>{TEXT}</p>")
    outcome = normalize(raw, "a.pdf", "en")
    block = "Town   What was seen there\nLeeds  foxes and\n       hares too\nYork   no beast"
    assert f"\n\n```\n{block}\n```\n\n" in outcome.value.article
    asked = [one for one in outcome.notices if one.condition is Condition.QUERY_IS_SETTLED]
    assert [one.detail.split("; ")[-1] for one in asked if "table" in one.detail] == [
        "set it as a table, or let its lines stand (page-tables)"
    ]


def test_head_over_two_columns_and_what_stands_high_in_a_cell_are_kept():
    body = (
        "<p>Table 1. Foxes</p><table class=ruled><thead><tr><td>Town<td colspan=2>Foxes of the years"
        "<tr><td><td>1991<td>1992</thead><tbody>"
        + "".join(f"<tr><td>Hill {n}<td>{n}<sup>a</sup><td>{n * 7}.5" for n in range(1, 6))
        + "</table>"
    )
    made = fair(printed(f"<p>{TEXT}</p>{body}<p>{TEXT}</p>"))
    assert "Town    Foxes of the years\n        1991  1992\nHill 1  1^a^  7.5\n" in made


def test_text_in_a_frame_and_lines_above_and_below_each_page_are_no_table():
    style = "@page { @top-center { content: 'Head'; border-bottom: 1pt solid; width: 100% } "
    style += "@bottom-center { content: counter(page); border-top: 1pt solid; width: 100% } }"
    frame = f"<div style='border: 1pt solid; padding: 4pt'>{TEXT}</div>"
    made = fair(printed(f"<div style='columns: 2'><p>{TEXT * 5}</p>{frame}<p>{TEXT * 9}</p></div>", style))
    assert "```" not in made


def test_two_tables_with_text_between_are_two():
    body = f"<p>Table 1. One</p>{table(TOWNS, 'ruled', True)}<p>{TEXT}</p><p>Table 2. Two</p>"
    body += table(TOWNS, "ruled")
    made = fair(printed(f"<p>{TEXT}</p>{body}<p>{TEXT}</p>", "table { width: 100% }"))
    assert made.count("| Bristol ") == 2
    assert f"\n\n{TEXT}\n\nTable: Two {{#tbl:2}}\n\n| Town" in made


def test_abstract_beside_what_is_told_of_the_article_is_no_table():
    info = "<td style='width: 40mm'>Received 1 May<br>Taken 2 June<br>Printed in July<br>Foxes<br>Hills"
    made = fair(printed(f"<table class=ruled><tr>{info}<td>{TEXT}</table><p>{TEXT * 3}</p>"))
    assert "```" not in made


X, Y = "\U0001d465", "\U0001d466"


def test_formula_on_one_line_is_a_paragraph_of_its_own_and_asked_about():
    formula = f"<div class=f>{X} = 2{Y} + 1<span class=n>(3)</span></div>"
    raw = printed(f"<p>{TEXT} So we have</p>{formula}<p>where {X} is a fox. {TEXT}</p>")
    assert f"So we have\n\n{X} = 2{Y} + 1 (3)\n\nwhere {X} is a fox." in fair(raw)
    notices = normalize(raw, "a.pdf", "en").notices
    assert sum("write it as a formula" in one.detail for one in notices) == 1


def test_parts_of_a_formula_stay_together_and_none_is_lost():
    fraction = f"<div class=f style='line-height: 11pt'>{X} + 1<br>{Y} = ———<br>{X} − 2</div>"
    made = fair(printed(f"<p>{TEXT} So we have</p>{fraction}<p>where {X} is a fox. {TEXT}</p>"))
    block = made.split("```")[1]
    assert [line.strip() for line in block.strip("\n").split("\n")] == [f"{X} + 1", f"{Y} = ———", f"{X} − 2"]


def test_signs_within_a_sentence_are_no_formula():
    signs = f"{X} = 2{Y} + 1 and {Y} = {X} − 2 and {X} ≤ {Y} + 9"
    made = fair(printed(f"<p style='text-indent: 12pt'>{signs} hold. {TEXT} {signs}.</p><p>{TEXT}</p>"))
    assert made == f"{signs} hold. {TEXT} {signs}.\n\n{TEXT}"
