"""Columns of a DOCX in which every word has room."""

import re

import pytest

import galleys
from basylym.adapters import epub as container
from basylym.adapters import markup
from basylym.editions import _docx_styles, _docx_tables, docx

W = _docx_styles.W
LONG = f"| Language | Remark |\n|---|{'-' * 60}|\n| Kazakh | {'word ' * 30} |\n"


def columns(folder, text):
    files = container.unpack(docx.edition(galleys.written(folder, docx.FORMAT, text)).value)
    (table,) = markup.parse_xml(files["word/document.xml"]).iter(f"{W}tbl")
    widths = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
    assert int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == sum(widths)
    return widths


@pytest.mark.parametrize(
    ("given", "least", "expected"),
    [
        ([100, 300], [50, 50], [100, 300]),
        ([100, 900], [200, 50], [200, 800]),
        ([600, 600], [50, 50], [500, 500]),
        ([10, 10], [600, 600], [500, 500]),
        ([100, 200, 700], [300, 100, 100], [300, 171, 528]),
    ],
)
def test_widths_are_near_those_given_and_leave_room_for_words(given, least, expected):
    assert _docx_tables.fitted(given, least, 1000) == expected


def test_a_narrow_column_of_the_source_still_holds_its_longest_word(tmp_path):
    first, second = columns(tmp_path, LONG)
    assert first >= len("Language") * _docx_tables.LETTER
    assert first + second <= _docx_styles.TEXT_WIDTH
    assert second > 4 * first


def test_a_small_table_is_as_wide_as_its_words(tmp_path):
    widths = columns(tmp_path, "| A | Longest |\n|---|---|\n| b | c |\n")
    assert widths[0] < widths[1] < 1500


def test_lines_that_the_author_ended_are_not_stretched(tmp_path):
    files = container.unpack(docx.edition(galleys.written(tmp_path, docx.FORMAT, "| A\n| b\n")).value)
    settings = files["word/settings.xml"].decode()
    assert re.search(r"<w:compat>\s*<w:doNotExpandShiftReturn/>", settings)
