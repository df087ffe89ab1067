"""What EPUBCheck says of the EPUBs, and what they hold."""

import dataclasses
import io
import re
import zipfile

import pytest

import bound
import galleys
import validators
from basylym import pipeline, project
from basylym.adapters import epub as container
from basylym.adapters import markup
from basylym.editions import epub, pdf
from basylym.model.notices import BasylymError, Condition, Notice

CSS_2 = re.compile(  # what the converter of the shop is sure to know
    r"margin|padding|text-indent|text-align|page-break-(after|inside)|line-height|width|max-width|border(-\w+)?"
    r"|border-collapse|font-(size|weight|style|variant|family)|vertical-align|white-space"
)


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    return bound.books(tmp_path_factory.mktemp("books"))


@pytest.mark.parametrize("name", bound.BOOKS)
def test_epubcheck_finds_nothing(books, name, tmp_path):
    ended, report = validators.epubcheck(books[name], tmp_path / "report.json")
    assert report["messages"] == []
    assert ended == 0


def test_epubcheck_sees_what_is_wrong(books, tmp_path):
    files = opened(books["everything"])
    wrong = {name: content.replace(b"<body", b"<body wrong=''") for name, content in files.items()}
    (tmp_path / "wrong.epub").write_bytes(container.pack(wrong, 0x20000000))
    ended, report = validators.epubcheck(tmp_path / "wrong.epub", tmp_path / "report.json")
    assert ended
    assert {"RSC-005"} <= {message["ID"] for message in report["messages"]}


def opened(path):
    return container.unpack(path.read_bytes())


def test_the_cover_is_a_picture_that_shops_find_and_says_in_words_what_it_shows(books):
    files = opened(books["everything"])
    package = markup.parse_xml(files["EPUB/content.opf"])
    cover = package.xpath("//*[@properties='cover-image']")[0]
    assert files[f"EPUB/{cover.get('href')}"].startswith(b"\x89PNG")
    assert package.xpath("//*[local-name()='meta'][@name='cover']/@content") == [cover.get("id")]
    page = markup.parse_xml(files["EPUB/text/cover.xhtml"])
    assert page.xpath("//@alt")[0].startswith("Cover: Where Words Break")


def test_formulas_are_mathml_with_words_and_picture_or_pictures_with_words(books):
    files = opened(books["everything"])
    page = markup.parse_xml(files["EPUB/text/ch001.xhtml"])
    formulas = page.xpath("//*[local-name()='math']")
    assert len(formulas) > 10
    for formula in formulas:
        assert formula.get("alttext")
        assert files[f"EPUB/media/{formula.get('altimg').rpartition('/')[2]}"].startswith(b"<svg")
    plain = markup.parse_xml(opened(books["kindle"])["EPUB/text/ch001.xhtml"])
    assert plain.xpath("//*[local-name()='math']") == []
    shown = plain.xpath("//*[local-name()='img'][@class='formula']/@alt")
    assert shown == [formula.get("alttext") for formula in formulas]


def test_the_book_for_kindle_has_no_fonts_and_no_css_that_its_converter_may_not_know(books):
    files = opened(books["kindle"])
    assert [name for name in files if name.endswith((".ttf", ".otf", ".woff2"))] == []
    sheets = [content.decode() for name, content in files.items() if name.endswith("styles/stylesheet1.css")]
    assert sheets
    for sheet in sheets:
        bare = re.sub(r"(?s)/\*.*?\*/", "", sheet)
        assert not re.search(
            r"@|\bvar\(|\bcalc\(|:has|:is|:not|::|!important|(margin|padding)[\w-]*:[^;]*-\d", bare
        )
        for name in re.findall(r"[{;]\s*([\w-]+)\s*:", bare):
            assert CSS_2.fullmatch(name), name


def test_fonts_hold_what_the_book_says_and_not_much_more(books):
    with zipfile.ZipFile(io.BytesIO(books["everything"].read_bytes())) as book:
        fonts = {item.filename: item.file_size for item in book.infolist() if item.filename.endswith(".ttf")}
    assert len(fonts) >= 5
    assert max(fonts.values()) < 120_000


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("| A | B |", "| 1 | 2 |", ""),
        ("|" + "Бағана аты |" * 9, "|" + "экономикалық |" * 9, "stacked"),
    ],
)
def test_a_table_too_wide_for_a_phone_is_set_row_by_row(tmp_path, head, row, expected):
    rule = "|" + "---|" * (head.count("|") - 1)
    text = f"---\nlang: kk\ntitle: T\n---\n\n{head}\n{rule}\n{row}\n"
    galley = galleys.written(tmp_path, epub.FORMAT, text)
    made = epub.edition(galley).value
    assert epub.prove(galley, made).notices == ()
    page = markup.parse_xml(container.unpack(made)["EPUB/text/ch001.xhtml"])
    table = page.xpath("//*[local-name()='table']")[0]
    assert (table.get("class") or "") == expected
    heads = page.xpath("//*[local-name()='td']/@data-head")
    assert heads == (["Бағана аты"] * 8 if expected else [])


def test_every_page_of_the_pdf_is_named_at_the_word_it_begins_with(books):
    files = opened(books["everything"])
    page = markup.parse_xml(files["EPUB/text/ch001.xhtml"])
    marks = page.xpath("//*[@role='doc-pagebreak']")
    labels = [mark.get("aria-label") for mark in marks]
    assert labels == [str(37 + n) for n in range(len(labels))]
    assert len(labels) >= 6
    named = markup.parse_xml(files["EPUB/nav.xhtml"]).xpath("//*[@id='page-list']//*[local-name()='a']")
    assert [link.text for link in named] == labels
    assert [link.get("href") for link in named] == [f"text/ch001.xhtml#{mark.get('id')}" for mark in marks]
    for mark in marks[1:]:
        before = (mark.getprevious().tail if mark.getprevious() is not None else mark.getparent().text) or ""
        assert not before[-1:].isalnum()
    package = markup.parse_xml(files["EPUB/content.opf"])
    source = package.xpath("//*[@property='pageBreakSource']/text()")
    assert source == ["https://doi.org/10.00000/specimen.2025.1.007"]


def test_without_the_pdf_a_book_is_made_and_says_that_it_names_no_pages(tmp_path, monkeypatch):
    def broken(_):
        raise BasylymError(Notice(Condition.TOOL_IS_PRESENT, "no Pango"))

    forms = {**pipeline.FORMATS, "pdf": dataclasses.replace(pdf.FORMAT, print=broken)}
    monkeypatch.setattr(pipeline, "FORMATS", forms)
    (tmp_path / "article.md").write_text("---\nlang: en\ntitle: T\n---\n\nWord.\n")
    made = pipeline.build(project.find(tmp_path / "article.md"), ["epub"])
    assert [edition.form for edition in made.value] == ["epub"]
    told = [one.detail for one in made.notices if one.condition is Condition.PAGES_ARE_NAMED]
    assert told == ["no page of the pdf is named: no Pango"]


def test_an_epub_alone_is_the_epub_built_beside_its_pdf(tmp_path):
    paragraph = "Ынтымақтастықты нығайту {} туралы айтады.\n\n"
    text = "---\nlang: kk\ntitle: Т\ndate: 2024-05-06\n---\n\n" + "".join(map(paragraph.format, range(120)))
    (tmp_path / "article.md").write_text(text, "utf-8")
    place = project.find(tmp_path / "article.md")
    alone, beside = (pipeline.build(place, forms).value for forms in (["epub"], ["epub", "pdf"]))
    assert [edition.form for edition in beside] == ["epub", "pdf"]
    assert alone[0].content == beside[0].content
    page = markup.parse_xml(container.unpack(alone[0].content)["EPUB/text/ch001.xhtml"])
    assert len(page.xpath("//*[@role='doc-pagebreak']")) > 2
