"""LibreOffice opens the DOCX and reads the same words in it, its notes and its formulas."""

import re
import subprocess

import pytest

import galleys
from basylym.adapters import epub as container
from basylym.adapters import markup
from basylym.editions import _docx_package, _docx_styles, docx
from basylym.stages.prove import squeezed

W, M = _docx_styles.W, _docx_package.M
AMISS = re.compile(r"\{\s*[][()|]\s*\}|(?<!\S)\||&|\{lim\}|#\s*[=<>]")


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Files of the DOCX, and the content that LibreOffice makes of it: text, and its own XML."""
    folder = tmp_path_factory.mktemp("office")
    made = galleys.printed(galleys.EVERYTHING, docx.FORMAT).value
    (folder / "article.docx").write_bytes(made)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    for kind in ("txt:Text (encoded):UTF8", "fodt"):
        command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", folder, "article.docx"]
        subprocess.run(command, cwd=folder, check=True, timeout=180, capture_output=True)
    text = (folder / "article.txt").read_text("utf-8")
    return container.unpack(made), text, markup.parse_xml((folder / "article.fodt").read_bytes())


def test_every_paragraph_and_every_note_is_read_whole_and_in_order(opened):
    files, text, read = opened
    told = squeezed(text)
    here = 0
    passages = 0
    for paragraph in markup.parse_xml(files["word/document.xml"]).iter(f"{W}p"):
        for run in _words(paragraph).split("\0"):
            words = squeezed(run)
            if words:
                assert words in told[here:], run
                here = told.index(words, here) + len(words)
                passages += 1
    assert passages > 150
    notes = [squeezed("".join(one.itertext())) for one in read.iter("{*}note-body")]
    mine = [_words(one) for one in markup.parse_xml(files["word/footnotes.xml"]).iter(f"{W}footnote")]
    wanted = [one for one in mine if one.replace("\0", "").strip()]
    assert wanted
    for note, words in zip(notes, wanted, strict=True):
        for run in words.split("\0"):
            assert squeezed(run) in note


def _words(element):
    """The text of a paragraph, parted where a formula, a note's call or a picture stands in it."""
    parts = []
    for one in element.iter():
        if one.tag == f"{W}t" and not any(up.tag == f"{W}txbxContent" for up in one.iterancestors()):
            parts.append(one.text or "")
        elif one.tag in (f"{M}oMath", f"{W}footnoteReference", f"{W}drawing", f"{W}br", f"{W}tab"):
            parts.append("\0")
    return "".join(parts)


def test_formulas_captions_heads_of_tables_and_named_styles_are_read_as_such(opened):
    files, _, read = opened
    parts = [markup.parse_xml(files[f"word/{name}.xml"]) for name in ("document", "footnotes")]
    formulas = [one for part in parts for one in part.iter(f"{M}oMath")]
    assert len(formulas) > 10
    assert len(list(read.iter("{http://www.w3.org/1998/Math/MathML}math"))) == len(formulas)
    told = [one.text or "" for one in read.iter("{http://www.w3.org/1998/Math/MathML}annotation")]
    assert len(told) == len(formulas)
    for command in told:  # an error sign stands where a side of a relation or a bracket's partner is missing
        assert not AMISS.search(command), command
    assert list(read.iter("{*}table-header-rows"))
    names = {
        value for one in read.iter("{*}style") for key, value in one.items() if key.endswith("}display-name")
    }
    names |= {value for one in read.iter("{*}style") for key, value in one.items() if key.endswith("}name")}
    for name in ("Title", "Abstract", "Heading 1"):
        assert name in names or name.replace(" ", "_20_") in names, name
