"""Faults of composition that are made on purpose are seen on the laid-out page; a sound page has none."""

import pytest
import weasyprint

from basylym.adapters import _faults
from basylym.adapters.resources import FONTS

UNIT = 20.0
LINES = 10
STYLE = f"""
@font-face {{ font-family: serif4; src: url("{(FONTS / "SourceSerif4_400Regular.ttf").as_uri()}") }}
@page {{ size: 300px {LINES * UNIT + 20}px; margin: 10px; @footnote {{ margin: 0 }} }}
html {{ font: 10px/{UNIT}px serif4; orphans: 2; widows: 2 }}
h2 {{ font: inherit; margin: 0; break-after: avoid }}
body, p {{ margin: 0 }}
"""


def faults(body, style=""):
    html = f"<html lang='en'><body><div id='text'>{body}</div></body></html>"
    sheet = weasyprint.CSS(string=STYLE + style)
    return _faults.faults(weasyprint.HTML(string=html).render(stylesheets=[sheet]), UNIT)


def lines(many, name="word"):
    return f"<p>{'<br>'.join(f'{name} {number}' for number in range(many))}</p>"


@pytest.mark.parametrize("body", [lines(25), lines(8) + lines(4) + "<h2>H</h2>" + lines(9), lines(3), ""])
def test_a_sound_page_has_no_fault(body):
    assert faults(body) == []


def test_a_first_line_alone_at_a_page_s_foot_is_seen():
    loose = "html { orphans: 1; widows: 1 }"
    assert faults(lines(9) + lines(4, "late"), loose) == [
        "page 1: the line 'late 0' stands alone at its foot"
    ]


def test_a_last_line_alone_at_a_page_s_top_is_seen():
    loose = "html { orphans: 1; widows: 1 }"
    assert faults(lines(8) + lines(3, "late"), loose) == ["page 2: the line 'late 2' stands alone at its top"]


def test_lines_alone_are_seen_in_columns_too():
    columns = "html { orphans: 1; widows: 1 } #text { columns: 2; column-fill: auto; height: 200px }"
    (found,) = faults(lines(9) + lines(4, "late"), columns)
    assert found == "page 1: the line 'late 0' stands alone at its foot"


@pytest.mark.parametrize("below", [0, 1])
def test_a_heading_with_fewer_than_two_lines_below_it_is_seen(below):
    loose = "html { orphans: 1; widows: 1 } h2 { break-after: auto }"
    found = faults(lines(9 - below) + "<h2>Head</h2>" + lines(4, "late"), loose)
    assert "page 1: the heading 'Head' is alone at its foot" in found


def test_a_short_section_that_ends_with_its_page_is_no_fault():
    assert faults(lines(8) + "<h2>Head</h2>" + lines(1) + "<h2>Next</h2>" + lines(3)) == []


def test_lines_left_empty_though_the_text_goes_on_are_seen():
    apart = ".apart { break-before: page }"
    body = lines(2) + f"<div class='apart'>{lines(5, 'late')}</div>" + lines(9)
    assert faults(body, apart) == ["page 1: 8 lines are empty before 'late 0'"]


def test_lines_left_empty_before_what_is_kept_whole_are_no_fault():
    kept = ".whole { break-inside: avoid }"
    assert faults(lines(2) + f"<div class='whole'>{lines(9)}</div>" + lines(9), kept) == []
