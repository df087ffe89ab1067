"""A table of a PDF is one of the manuscript where nothing of it is guessed, else it is asked about."""

import pytest

from basylym.adapters import pandoc
from basylym.normalize import normalize
from pdf_tables import TEXT, TOWNS, fair, printed, table

AS_TABLE = """| Town           | Foxes | Seen by   |
| -------------- | ----- | --------- |
| Leeds          | 11    | two of us |
| Bristol        | 120   |           |
| York upon Ouse | 9     | all       |"""
NUMBERS = [["Hill", "1991", "1992"], ["High", "1.5", "12.25"], ["Low", "10.5", "2.5"], ["Mean", "6.0", "7.4"]]


def read(body, style=""):
    return fair(printed(f"<p>{TEXT}</p>{body}<p>{TEXT}</p>", style))


def test_table_with_a_line_below_its_heads_is_a_table_and_asked_about_no_more():
    raw = printed(f"<p>{TEXT}</p><p>Foxes:</p>{table(TOWNS, 'ruled')}<p>{TEXT}</p>")
    assert fair(raw) == f"{TEXT}\n\nFoxes:\n\n{AS_TABLE}\n\n{TEXT}"
    outcome = normalize(raw, "a.pdf", "en")
    assert AS_TABLE in outcome.value.article
    assert not [one for one in outcome.notices if "page-tables" in one.detail]


def test_heads_in_bold_are_heads_where_nothing_is_ruled_below_them():
    rows = [["<b>Hill</b>", "<b>Foxes</b>", "<b>1992</b>"], *NUMBERS[1:]]
    made = read(f"<p>Table 1. Foxes</p>{table(rows, 'bare')}", "td { padding: 1pt 12pt }")
    assert "| Hill | Foxes | 1992  |\n| ---- | ----- | ----- |\n| High | 1.5   | 12.25 |\n| Low  |" in made


@pytest.mark.parametrize("below", [False, True])
def test_captions_that_count_the_tables_go_into_them_and_the_press_reads_both(below):
    parts = [f"<p>Table {n}. Foxes of {n}</p>" for n in (1, 2)]
    tables = [table(TOWNS, "ruled"), table(NUMBERS, "ruled")]
    pairs = [two + one if below else one + two for one, two in zip(parts, tables, strict=True)]
    made = read(f"<p>{TEXT}</p>".join(pairs), "td { padding: 1pt 12pt }")
    assert "Table: Foxes of 1 {#tbl:1}" in made
    found = [block for block in pandoc.parse(made).blocks if block["t"] == "Table"]
    assert [block["c"][0][0] for block in found] == ["tbl:1", "tbl:2"]


def test_captions_stay_where_the_press_would_number_the_tables_otherwise():
    made = read(f"<p>Table 2. Foxes</p>{table(TOWNS, 'ruled')}")
    assert f"Table 2. Foxes\n\n{AS_TABLE}" in made
    bare = f"<p>Table 1. Bare</p>{table(TOWNS, 'bare')}<p>{TEXT}</p>"
    assert "Table 2. Foxes\n\n|" in read(f"{bare}<p>Table 2. Foxes</p>{table(TOWNS, 'ruled')}")


def test_bold_caption_is_no_heading():
    assert "Table 2. Foxes" in read(f"<p><b>Table 2. Foxes</b></p>{table(TOWNS, 'ruled')}").split("\n\n")


def test_signs_of_markup_in_cells_are_text_and_what_stands_high_stays_so():
    rows = [["Name", "Share"], ["a*b|c_", "1<sup>a</sup>"], ["[x]d", "2"], ["~e", "30"]]
    made = read(table(rows, "ruled"))
    assert "| a\\*b\\|c\\_ | 1^a^  |" in made
    (found,) = [block for block in pandoc.parse(made).blocks if block["t"] == "Table"]
    assert "a*b|c_" in str(found)


RULED = "<tr><td colspan=2>Both<td>x" + "".join(f"<tr><td>Hill {n}<td>{n}<td>{n}.5" for n in range(4))
DOUBTFUL = {
    "a head over two columns": f"<table class=ruled><thead>{RULED[:33]}</thead><tbody>{RULED[33:]}</table>",
    "a cell in two lines": table(
        [*TOWNS[:2], ["York upon<br>Ouse", "9", "all"], ["Hull", "8", "all"]], "ruled"
    ),
    "no head told": table(TOWNS, "grid"),
    "words that may go on from the line above": table(
        [["Word", "Sense"], ["fox", "a beast that"], ["red", "runs on hills"], ["hill", "a height abov"]],
        "ruled",
    ),
    "a row without its first cell": table([*NUMBERS[:3], ["", "6.0", "7.4"]], "ruled"),
    "a list with a part in bold": table(
        [["<b>Hills</b>", "<b>14</b>"], *([f"Hill {n}", f"{n}"] for n in range(15, 18))], "bare"
    ),
    "a head without a name": table([["Hill", "", "1992"], *NUMBERS[1:]], "ruled"),
}


@pytest.mark.parametrize("body", DOUBTFUL.values(), ids=DOUBTFUL)
def test_table_that_would_have_to_be_guessed_stays_as_it_stands(body):
    made = read(f"<p>Table 1. Foxes</p>{body}", "td { padding: 1pt 12pt }")
    assert made.count("```") == 2
    assert "| ---" not in made


def test_boxes_ruled_around_every_cell_hold_lines_that_belong_together():
    rows = [
        ["<b>Town</b>", "<b>What was seen</b>"],
        ["Leeds", "foxes and<br>hares"],
        ["York<br>upon Ouse", "none"],
    ]
    made = read(f"<p>Table 1. Foxes</p>{table(rows, 'grid')}")
    assert "| Leeds          | foxes and hares |\n| York upon Ouse | none            |" in made


def test_head_that_is_wider_than_its_column_is_one_cell():
    rows = [
        ["Word", "What it means in the talk of hills", "p"],
        ["fox", "a beast", ".04"],
        ["hare", "it runs", ".12"],
    ]
    rows.append(["hill", "a height above", ".33"])
    assert "| Word | What it means in the talk of hills | p   |" in read(table(rows, "ruled"))


def test_tables_side_by_side_in_two_columns_are_two():
    body = f"<p>Table 1. Foxes</p>{table(TOWNS, 'ruled')}<p>{TEXT} {TEXT}</p>"
    style = "body { columns: 2; font-size: 9pt } table { width: 100% } tr { break-inside: avoid }"
    made = fair(printed(f"<p>{TEXT} {TEXT}</p>{body}<p>{TEXT} {TEXT}</p>{body.replace('1', '2')}", style))
    assert made.count("| York upon Ouse |") == 2


def test_first_two_lines_far_apart_are_no_measure_of_the_text():
    style = ".a { font-size: 11.5pt; margin-bottom: 40pt } .b { font-size: 11.2pt; font-weight: bold }"
    made = fair(printed(f"<h1>Foxes</h1><p class=a>Ann Smith</p><p class=b>Method</p><p>{TEXT}</p>", style))
    assert "Ann Smith\n\n" in made


def test_bold_words_at_a_lines_end_part_no_sentence_and_bold_heads_of_the_texts_size_are_heads():
    body = f"<p>{TEXT}</p><p><b>They are many</b></p><p>{TEXT}</p>"
    style = "p { width: 90mm }"
    inside = "Here we say of the foxes <b>that nobody knows how many foxes there are in all of</b> the hills"
    made = fair(printed(f"{body}<p>{inside} and towns, and that none of us does. {TEXT}</p>", style))
    assert f"{TEXT}\n\n## They are many\n\n{TEXT}\n\nHere we say of the foxes that nobody" in made
    assert "foxes there are in all of the hills and towns, and that none of us does. Foxes" in made


def test_table_over_two_pages_is_one_with_its_heads_once():
    rows = [["Hill", "Foxes", "Share"], *([f"Hill {n}", str(n), f"{n}.5"] for n in range(10, 70))]
    style = "@page { @top-center { content: 'On foxes' } @bottom-center { content: counter(page) } }"
    made = read(f"<p>Table 1. Foxes</p>{table(rows, 'ruled')}", f"{style} td {{ padding: 1pt 12pt }}")
    block = made.split("{#tbl:1}\n\n")[1].split("\n\n")[0].split("\n")
    assert [row.replace(" ", "") for row in (*block[:1], *block[2:])] == [
        f"|{'|'.join(row)}|".replace(" ", "") for row in rows
    ]
    assert "On foxes" not in made


def test_table_over_two_pages_that_is_asked_about_is_asked_once():
    rows = [["Hill", "Foxes", "Share"], *([f"Hill {n}", str(n), f"{n}.5"] for n in range(10, 70))]
    made = read(f"<p>Table 1. Foxes</p>{table(rows, 'grid', head=False)}", "td { padding: 1pt 12pt }")
    assert made.count("```") == 2
    assert made.split("```")[1].strip().count("\n") == len(rows) - 1
