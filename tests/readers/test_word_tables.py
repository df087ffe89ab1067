"""The heads of a Word table are those that Word marks, or bold; where only a habit says so, it is told."""

import pytest

import office
from basylym.model.notices import Condition
from basylym.receive import receive

ROWS = [("Year", "Foxes"), ("1990", "12"), ("1991", "15")]
STYLES = (
    f'<?xml version="1.0"?><w:styles xmlns:w="{office.NAMESPACE}">'
    '<w:style w:type="table" w:styleId="Plain"><w:name w:val="Table Grid"/></w:style>'
    '<w:style w:type="table" w:styleId="Headed"><w:name w:val="Headed"/>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    '<w:style w:type="table" w:styleId="Heir"><w:basedOn w:val="Headed"/></w:style></w:styles>'
)
PARTS = {
    "word/styles.xml": STYLES,
    "word/_rels/document.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
    'package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/styles" Target="styles.xml"/></Relationships>',
}
LOOK = '<w:tblLook w:val="04A0" w:firstRow="1"/>'


def table(style, look="", *, marked=False, bold=False):
    made = f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{look}</w:tblPr>'
    for number, row in enumerate(ROWS):
        weight = "<w:rPr><w:b/></w:rPr>" if bold and not number else ""
        cells = "".join(f"<w:tc><w:p><w:r>{weight}<w:t>{one}</w:t></w:r></w:p></w:tc>" for one in row)
        made += f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if marked and not number else ''}{cells}</w:tr>"
    return made + "</w:tbl>"


def read(*tables):
    around = office.paragraph(office.run("Foxes were counted on the hill in spring by two of us."))
    raw = office.docx(around, *tables, around, **PARTS)
    outcome = receive(raw, "a.docx")
    rows = [line for line in outcome.value.source.text.split("\n") if line.startswith("|")]
    told = [one.detail for one in outcome.notices if one.condition is Condition.SOURCE_COMES_THROUGH]
    return [" ".join(line.strip("| ").replace("|", " ").replace("*", "").split()) for line in rows], told


@pytest.mark.parametrize(
    "made",
    [
        table("Plain", marked=True),
        table("Headed", LOOK),
        table("Heir", LOOK),
        table("Plain", LOOK, bold=True),
    ],
)
def test_marked_styled_and_bold_first_rows_are_heads_and_nothing_is_told(made):
    rows, told = read(made)
    assert rows[0] == "Year Foxes"
    assert told == []


def test_bold_first_row_is_the_head_though_word_marks_none():
    rows, told = read(table("Plain", bold=True))
    assert rows[0] == "Year Foxes"
    assert told == []


def test_first_row_that_only_a_new_tables_look_calls_heads_is_told():
    rows, told = read(table("Headed", LOOK), table("Plain", LOOK))
    assert rows[0] == "Year Foxes"
    assert told == ["table 2: nothing marks its first row as its heads, but the look of every new table does"]


def test_table_without_heads_is_told():
    rows, told = read(table("Plain"))
    assert rows[0] == ""
    assert told == ["table 1: nothing marks a row as its heads, and it has none"]
