"""The DOCX: its styles, notes, captions, heads, formulas and languages, and that no word is lost."""

import io
import re
import zipfile
from collections import Counter

import pytest

import galleys
from basylym.adapters import epub as container
from basylym.adapters import foreign, markup
from basylym.editions import _docx_package, _docx_styles, docx
from basylym.model.document import plain, walk
from basylym.model.notices import Condition
from basylym.stages.wording import wording

W = _docx_styles.W
M = _docx_package.M


@pytest.fixture(scope="module")
def everything():
    galley = galleys.of(galleys.EVERYTHING, docx.FORMAT)
    made = galleys.printed(galleys.EVERYTHING, docx.FORMAT)
    return galley, made, container.unpack(made.value)


def document(files):
    return markup.parse_xml(files["word/document.xml"])


def styled(files):
    """Name of a style -> the texts of its paragraphs."""
    found = {}
    for paragraph in document(files).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        found.setdefault("" if style is None else style.get(f"{W}val"), []).append(text)
    return found


def test_nothing_is_lost(everything):
    galley, made, _ = everything
    assert made.notices == ()
    assert docx.prove(galley, made.value).notices == ()


def test_a_bare_article_and_one_in_kazakh_lose_nothing(tmp_path):
    for text in ("One paragraph.\n", galleys.KAZAKH):
        galley = galleys.written(
            tmp_path, docx.FORMAT, text, refs_bib=galleys.REFERENCE, figure_png=galleys.PNG
        )
        assert docx.prove(galley, docx.edition(galley).value).notices == ()


def test_a_figure_whose_picture_is_missing_is_no_table(tmp_path):
    text = "![A map.](none.png){#fig:map}\n\nSee @fig:map.\n"
    galley = galleys.written(tmp_path, docx.FORMAT, text)
    made = docx.edition(galley)
    assert docx.prove(galley, made.value).notices == ()
    told = styled(container.unpack(made.value))
    assert told["ImageCaption"] == ["Figure\u00a01. A\u00a0map."]


def test_a_formula_that_cannot_be_set_stays_as_typed(tmp_path):
    galley = galleys.written(tmp_path, docx.FORMAT, "A $x^2$ and $\\notamacro{x}$.\n")
    made = docx.edition(galley)
    assert docx.prove(galley, made.value).notices == ()
    assert r"$\notamacro{x}$" in "".join(document(container.unpack(made.value)).itertext())


def test_every_style_that_is_used_has_a_name_and_is_ours_or_pandocs(everything):
    _, _, files = everything
    styles = markup.parse_xml(files["word/styles.xml"])
    named = {one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val") for one in styles.iter(f"{W}style")}
    used = styled(files)
    assert set(used) - {""} <= set(named)
    assert {"Title", "Author", "Abstract", "Keywords", "Heading1", "Bibliography", "Equation"} <= set(used)
    assert used["Title"] == ["Where Words Break: A\u00a0Small Count of Loose Lines in Three Languages"]
    assert used["Heading1"][0] == "Introduction"
    sizes = {one.get(f"{W}val") for one in document(files).iter(f"{W}sz")}
    assert sizes == set(), "sizes are the styles' business"


def test_notes_captions_heads_and_formulas_are_real_ones(everything):
    _, _, files = everything
    root = document(files)
    assert len(list(root.iter(f"{W}footnoteReference"))) == 3
    assert (
        len([note for note in markup.parse_xml(files["word/footnotes.xml"]) if not note.get(f"{W}type")]) == 3
    )
    assert [text[:8] for text in styled(files)["TableCaption"]] == [f"Table\u00a0{n}." for n in (1, 2, 3)]
    assert [text[:9] for text in styled(files)["ImageCaption"]] == [f"Figure\u00a0{n}." for n in (1, 2)]
    heads = [table.find(f".//{W}tblHeader") is not None for table in root.iter(f"{W}tbl")]
    assert heads.count(True) >= 3
    assert len(list(root.iter(f"{M}oMath"))) > 15
    numbered = [
        paragraph for paragraph in root.iter(f"{W}p") if paragraph.find(f"{M}oMath/..//{W}tab") is not None
    ]
    assert len(numbered) == 3


def test_a_drawing_has_pixels_to_fall_back_on(everything):
    _, _, files = everything
    assert files["word/media/raster-1.png"].startswith(b"\x89PNG")
    for blip in document(files).iter(_docx_package.BLIP):
        assert blip.get(_docx_package.EMBED)
    assert b'Extension="png"' in files["[Content_Types].xml"]


def test_title_language_and_identifier_are_set(everything):
    galley, _, files = everything
    core = files["docProps/core.xml"].decode()
    assert "<dc:language>en</dc:language>" in core
    assert galley.colophon.identifier in core
    assert "<dc:title>Where Words Break" in core
    assert "2025-03-14T00:00:00Z" in core
    languages = {one.get(f"{W}val") for one in document(files).iter(f"{W}lang")}
    assert {"ru", "kk", "de"} <= languages


def test_pandoc_reads_the_same_words_back(everything):
    galley, made, _ = everything
    read = foreign.read(made.value, "docx")
    words, own = (
        Counter(re.findall(r"[^\W\d]+", told.running))
        for told in (wording(read.document), _docx_package.wording(made.value))
    )
    words += Counter(re.findall(r"[^\W\d]+", plain(read.meta["title"])))  # where Pandoc keeps the title
    words += Counter(re.findall(r"[^\W\d]+", plain(read.meta.get("author", []))))
    words += Counter(re.findall(r"[^\W\d]+", plain(read.meta.get("abstract", []))))
    assert own - words == Counter()
    assert sum(node["t"] == "Note" for node in walk(read.document.blocks)) == 3
    assert sum(node["t"] == "Math" for node in walk(read.document.blocks)) > 15
    assert galley.front.language == "en"


def test_the_package_is_in_order_and_of_one_day(everything):
    _, made, _ = everything
    with zipfile.ZipFile(io.BytesIO(made.value)) as archive:
        names = [entry.filename for entry in archive.infolist()]
        days = {entry.date_time[:3] for entry in archive.infolist()}
    assert names[0] == "[Content_Types].xml"
    assert days == {(2025, 3, 14)}


@pytest.mark.parametrize(
    ("lost", "instead"),
    [
        ("rivers in the page", "rivers in a page"),
        ("This paper counts it", ""),
        ("loose lines form", "loose lines from"),
        ("Measure", ""),
    ],
)
def test_damage_is_found(everything, lost, instead):
    galley, _, files = everything
    text = files["word/document.xml"].decode()
    if lost not in text:
        lost = lost.split()[0]
    spoiled = {**files, "word/document.xml": text.replace(lost, instead, 1).encode()}
    found = docx.prove(galley, container.pack(spoiled, 0x30000000, first=_docx_package.FIRST)).notices
    assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}


def test_a_lost_note_picture_or_formula_is_found(everything):
    galley, _, files = everything
    for part, pattern in (
        ("word/footnotes.xml", r"Of the authors cited below"),
        ("word/document.xml", r"<w:drawing>.*?</w:drawing>"),
        ("word/document.xml", r"<m:oMath>.*?</m:oMath>"),
        ("word/document.xml", r"<w:footnoteReference [^>]*>"),
        ("word/document.xml", r"<w:tbl>.*?</w:tbl>"),
    ):
        text, times = re.subn(pattern, "", files[part].decode(), count=1, flags=re.DOTALL)
        assert times, pattern
        spoiled = container.pack({**files, part: text.encode()}, 0x30000000, first=_docx_package.FIRST)
        found = docx.prove(galley, spoiled).notices
        assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}, pattern


def test_pictures_are_named_by_their_captions_and_the_maker_of_the_file_is_told(everything):
    _, _, files = everything
    shown = list(document(files).iter(_docx_package.DRAWN))
    names = [one.get("name") for one in shown]
    assert [name.split(". ")[0] for name in names] == ["Figure 1", "Figure 2"]
    assert all(len(name) <= _docx_package.LONGEST for name in names)
    assert all(one.get("descr") and one.get("title") is None for one in shown)
    said = files["docProps/app.xml"].decode()
    assert "<Application>Basylym" in said
    assert "Microsoft" not in said
    assert "Normal.dotm" not in said


def test_long_names_are_those_of_pandoc(tmp_path):
    key = "a" * 50
    text = f"---\nlang: en\ntitle: T\nbibliography: refs.bib\n---\n\nCites [@{key}].\n"
    bib = f"@book{{{key}, author = {{Author, A.}}, title = {{T}}, year = 2001}}"
    galley = galleys.written(tmp_path, docx.FORMAT, text, refs_bib=bib)
    assert docx.prove(galley, docx.edition(galley).value).notices == ()
