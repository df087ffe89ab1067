"""The PDF: its pages, its tags, its words, and what it does where something is missing."""

import hashlib
import io
import os
import subprocess
import sys

import pikepdf
import pytest

import galleys
from basylym.adapters import markup, pdfium
from basylym.editions import _print_body, pdf
from basylym.model.document import walk
from basylym.model.notices import Condition
from basylym.stages import prove
from pdf_damage import elements

FAMILIES = ("Source-Serif-4", "Source-Sans-3", "Noto-Sans-Mono")
NEAR_THE_FOOT = 700.0  # pt from the top of a page
ABOVE = 10_000.0  # pt; below any page, so that notes are read with the text
BUILD = """
import hashlib, sys
from pathlib import Path
from basylym import pipeline, project
from basylym.editions import pdf
galley = pipeline.galley(pipeline.compose(project.find(Path(sys.argv[1]))).value, pdf.FORMAT)
print(hashlib.sha256(pdf.pages(galley).value).hexdigest())
"""


def opened(galley, made):
    return galley, made, pikepdf.open(io.BytesIO(made.value))


def printed(galley):
    return opened(galley, pdf.pages(galley))


def standing(place):
    return opened(galleys.of(place, pdf.FORMAT), galleys.printed(place, pdf.FORMAT))


def words(content, pages=50):
    return prove.squeezed("".join(pdfium.text(content, [ABOVE] * pages)))


@pytest.fixture(scope="module")
def everything():
    return standing(galleys.EVERYTHING)


@pytest.fixture(scope="module")
def article():
    return standing(galleys.ROOT)


@pytest.fixture(scope="module")
def kazakh(tmp_path_factory):
    return printed(galleys.kazakh(tmp_path_factory.mktemp("kazakh"), pdf.FORMAT))


@pytest.mark.parametrize("which", ["everything", "article", "kazakh"])
def test_nothing_is_said_to_be_lost_and_no_page_is_at_fault(which, request):
    galley, made, _ = request.getfixturevalue(which)
    assert [str(notice) for notice in pdf.prove(galley, made.value).notices] == []
    assert [str(notice) for notice in made.notices] == []


def test_pages_are_a4_and_fonts_are_ours_and_embedded(everything, article):
    for _, _, document in (everything, article):
        for page in document.pages:
            assert [round(float(value), 2) for value in page.MediaBox] == [0, 0, 595.28, 841.89]
            for font in page.Resources.Font.values():
                name = str(font.BaseFont).split("+")[1]
                assert name.startswith(FAMILIES), name
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys()), name


def test_title_language_and_identifier_are_set(article):
    galley, _, document = article
    assert str(document.Root.Lang) == "kk"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert str(document.docinfo.Title) == galley.front.title["kk"]
    with document.open_metadata() as metadata:
        assert metadata["dc:identifier"] == galley.colophon.identifier
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "3"


def test_the_manuscript_and_its_references_are_attached_as_the_source(everything):
    _, _, document = everything
    files = dict(document.attachments.items())
    assert sorted(files) == ["article.md", "references.bib"]
    for name, folder in (
        ("article.md", galleys.EVERYTHING / "manuscript"),
        ("references.bib", galleys.EVERYTHING),
    ):
        assert files[name].get_file().read_bytes() == (folder / name).read_bytes()
        assert str(files[name].obj.AFRelationship) == "/Source"
    assert len(document.Root.AF) == 2


def test_a_table_that_goes_on_over_pages_is_one_element_with_one_head(everything):
    galley, _, document = everything
    tables = elements(document, "/Table")
    assert len(tables) == sum(block["t"] == "Table" for block in walk(galley.document.blocks))
    longest = max(tables, key=lambda table: len(table.K[-1].K))
    assert [str(kid.S) for kid in longest.K] == ["/Caption", "/THead", "/TBody"]
    rows = list(longest.K[-1].K)
    assert len(rows) == 32
    assert len({row.Pg.objgen for row in rows}) == 2
    names = [str(cell.ID) for cell in longest.K[1].K[0].K]
    assert [str(cell.A.Headers[0]) for cell in rows[-1].K] == names


def test_metadata_say_identifier_licence_and_language(everything):
    _, _, document = everything
    with document.open_metadata() as metadata:
        assert metadata["dc:identifier"] == "https://doi.org/10.00000/specimen.2025.1.007"
        assert metadata["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by/4.0/"
        assert metadata["dc:language"] == {"en"}


def test_headings_are_bookmarks_and_the_title_is_the_one_heading_above_them(everything):
    _, _, document = everything
    with document.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles[:3] == ["Introduction", "Materials and method", "Results"]
    assert len(elements(document, "/H1")) == 1


def test_notes_stand_at_the_foot_of_the_page_of_their_call(everything):
    _, made, _ = everything
    body, notes = pdfium.text(made.value, [NEAR_THE_FOOT] * 50)
    assert "Of the authors cited below" not in body
    assert "Of the authors cited below" in notes


def test_a_note_is_linked_to_its_call_and_back(everything):
    _, _, document = everything
    names = {
        str(link.A.D if "/A" in link else link.Dest)
        for page in document.pages
        for link in page.get("/Annots", [])
        if "/Dest" in link or ("/A" in link and "/D" in link.A)
    }
    assert {"fn1", "fnref1"} <= names
    assert any(name.startswith("ref-") for name in names)
    assert any(name.startswith("cite-") for name in names)


def test_every_picture_and_formula_has_words_for_it(everything):
    _, _, document = everything
    figures = elements(document, "/Figure")
    assert all(str(figure.get("/Alt", "")) for figure in figures)
    assert any("\\frac" in str(figure.Alt) for figure in figures)


def test_a_kazakh_page_holds_no_foreign_word(kazakh):
    _, made, _ = kazakh
    text = "".join(pdfium.text(made.value, [ABOVE] * 9))
    foreign = galleys.LATIN_NAMES.sub("", text.replace("Source Sans 3", "").replace("x2", ""))
    assert [word for word in foreign.split() if any("a" <= letter.lower() <= "z" for letter in word)] == []


def test_a_damaged_pdf_is_noticed(kazakh):
    galley, _, document = kazakh
    page = document.pages[0]
    stream = page.Contents.read_bytes()
    page.Contents = document.make_stream(stream[: len(stream) // 3])
    broken = io.BytesIO()
    document.save(broken)
    lost = pdf.prove(galley, broken.getvalue()).notices
    assert {notice.condition for notice in lost} == {Condition.EDITION_KEEPS_TEXT}


def test_two_processes_give_the_same_bytes(kazakh, tmp_path):
    galleys.kazakh(tmp_path, pdf.FORMAT)
    ended = subprocess.run(
        [sys.executable, "-c", BUILD, str(tmp_path / "article.md")],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty", "LANG": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.strip() == hashlib.sha256(kazakh[1].value).hexdigest()


def test_without_front_matter_the_text_begins_on_the_first_page(tmp_path):
    galley = galleys.written(tmp_path, pdf.FORMAT, "One paragraph.\n")
    _, made, document = printed(galley)
    assert len(document.pages) == 1
    assert prove.squeezed("One paragraph.") in words(made.value)
    assert prove.squeezed(galley.language.terms.missing_author) in words(made.value)


LONG = " ".join(["Words that fill the page are many and of no importance to anybody."] * 60)


def front(abstract):
    rows = "\n".join(f"  {tag}: {text}" for tag, text in abstract.items())
    return f"---\nlang: en\ntitle: T\nauthor: A B\nabstract:\n{rows}\n---\n\nThe text.\n"


@pytest.mark.parametrize(("many", "page"), [(1, 0), (24, 1)])
def test_the_text_begins_below_a_short_record_and_behind_one_that_fills_its_page(many, page, tmp_path):
    abstract = " ".join(["Words that fill the page are many and of no importance to anybody."] * many)
    galley = galleys.written(tmp_path, pdf.FORMAT, front({"en": abstract, "ru": abstract, "kk": abstract}))
    _, made, document = printed(galley)
    assert len(document.pages) == 1 + page
    assert prove.squeezed("The text.") in prove.squeezed(list(pdfium.seen(made.value))[page])
    assert made.notices == ()


def test_long_summaries_go_behind_the_text_and_the_first_page_says_where(tmp_path):
    galley = galleys.written(tmp_path, pdf.FORMAT, front({"en": LONG, "ru": LONG}))
    _, made, _ = printed(galley)
    text = words(made.value)
    assert text.index(prove.squeezed("The text.")) < text.rindex(prove.squeezed("many and of no importance"))
    assert "Аннотация:p.3" in text
    assert made.notices == ()


def test_a_table_too_wide_is_set_into_the_frame_or_on_a_turned_page(tmp_path):
    head = "|".join(f"Unbreakableheading{n}" for n in range(12))
    row = "|".join(str(n) for n in range(12))
    table = f"|{head}|\n|{'---|' * 12}\n|{row}|\n"
    galley = galleys.written(tmp_path, pdf.FORMAT, f"Before.\n\n{table}\n: Wide {{#tbl:w}}\n\nAfter.\n")
    _, _, document = printed(galley)
    sizes = [[float(value) for value in page.MediaBox][2:] for page in document.pages]
    assert [width > height for width, height in sizes].count(True) == 1


def test_cells_below_one_that_spans_rows_stand_under_their_heads():
    table = markup.fragment(
        "<table><thead><tr><th rowspan='2'>a</th><th colspan='2'>b</th></tr>"
        "<tr><th>c</th><th>d</th></tr></thead><tbody><tr><td rowspan='2'>e</td><td>f</td></tr>"
        "<tr><td>g</td></tr><tr><td>h</td></tr></tbody></table>"
    )
    _print_body.tables(table)
    edges = [cell.text for cell in table.iter("th", "td") if "edge" in cell.get("class", "").split()]
    assert edges == ["a", "e", "h"]


def test_a_formula_that_cannot_be_drawn_prints_as_its_source_and_is_noticed(tmp_path):
    galley = galleys.written(tmp_path, pdf.FORMAT, "A $x^2$ and $\\notamacro{x}$.\n")
    _, made, _ = printed(galley)
    assert prove.squeezed(r"\notamacro{x}") in words(made.value)
    assert [notice.condition for notice in made.notices] == [Condition.MATHEMATICS_RENDERS]


def test_links_say_in_words_what_they_lead_to():
    made = galleys.printed(galleys.EVERYTHING, pdf.FORMAT)
    with pikepdf.open(io.BytesIO(made.value)) as document:
        links = [link for page in document.pages for link in page.get("/Annots", []) if "/Dest" in link]
        said = {str(link.Dest): str(link.Contents) for link in links}
    assert said["fig-loose"].startswith("Figure 1. Loose lines against the measure")
    assert said["tbl-spans"].startswith("Table 2. ")
    assert said["eq-ratio"] == "(1)"
    assert said["sec-results"] == "Results"
    assert said["ref-knuth-1984"] == "Knuth, Donald E. 1984. The TeXbook. Addison-Wesley."
    assert said["fn1"].startswith("1. Of the authors cited below")
    assert said["fnref1"] == "Back to the text: 1"
    assert said["cite-knuth-1984-1"] == "Back to the text"
    assert not [place for place, words in said.items() if place == words]
