"""The child that lays pages out: what it may see, and what it says."""

import io
import os
import subprocess
import sys

import pikepdf
import pytest

from basylym.adapters import fonts, pdfium, weasyprint
from basylym.model.notices import Condition

FACE = "SourceSerif4_400Regular.ttf"
CSS = f"""
@font-face {{ font-family: Text; src: url("press:{FACE}") }}
html {{ font-family: Text }}
@page {{ @footnote {{ padding-bottom: 1pt }} }}
.note {{ float: footnote }}
"""


def laid(body, **files):
    html = f'<html lang="en"><head><title>T</title></head><body><h1>T</h1>{body}</body></html>'
    faces = {path.name: path.read_bytes() for path in fonts.files() if path.name == FACE}
    named = {name.replace("_", "."): content for name, content in files.items()}
    return weasyprint.pdf(weasyprint.Sheet(html, CSS, faces | named, b"0123456789abcdef", 14.0, 63.0))


def test_pango_is_there():
    assert weasyprint.available() is None


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:9/a.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "press:another.png",
        "another.png",
    ],
)
def test_no_address_is_opened_but_the_payloads_own(address):
    notices = laid(f'<p><img src="{address}" alt="a"/></p>').notices
    assert [notice.condition for notice in notices] == [Condition.PAGE_IS_CLEAN]
    assert address in notices[0].detail


def test_what_the_payload_holds_is_shown_and_nothing_is_said():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    made = laid('<p><img src="press:a.svg" alt="a"/></p>', a_svg=svg)
    assert made.notices == ()


def test_a_picture_cannot_call_home():
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        b'<image href="file:///etc/hostname" width="9" height="9"/></svg>'
    )
    notices = laid('<p><img src="press:a.svg" alt="a"/></p>', a_svg=svg).notices
    assert "file:///etc/hostname" in notices[0].detail


def test_no_font_of_the_machine_steps_in():
    with pikepdf.open(io.BytesIO(laid("<p>Text, ғылым, 中文, العربية</p>").value.content)) as document:
        names = {str(font.BaseFont) for page in document.pages for font in page.Resources.Font.values()}
    assert {name.split("+")[1] for name in names} == {"Text"}


def test_what_weasyprint_complains_of_becomes_a_notice():
    assert any("nowhere" in notice.detail for notice in laid('<p><a href="#nowhere">a</a></p>').notices)


def test_a_note_may_hold_a_table_and_paragraphs():
    note = "<div class='note'><p>One.</p><p>Two.</p><table><tr><td>cell</td></tr></table></div>"
    made = laid(f"<p>Text{note}.</p><p>More{note}.</p>")
    running, apart = pdfium.text(made.value.content, made.value.notes)
    assert "Text" in running
    assert apart.count("cell") == 2


def test_without_pango_the_remedy_is_told(tmp_path):
    package = tmp_path / "weasyprint"
    package.mkdir()
    (package / "__init__.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")"
    )
    ended = subprocess.run(
        [sys.executable, "-m", "basylym.adapters.weasyprint", "--available"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == weasyprint.MISSING
    assert ended.stderr.strip() == "cannot load library 'libpango-1.0-0'"
