"""What is never parted stays on one line in every edition, and is copied out of it as it was typed."""

import io
import re
import zipfile

import pypdfium2
import pytest
from lxml import etree

import screens
from basylym import pipeline, project

WHOLE = [
    "АҚШ-тың",
    "ТМД-ға",
    "21%-ға",
    "6-ға",
    "115–117-б.",
    "25 км",
    "50 %",
    "№ 5",
    "20 000",
    "2014 ж.",
    "5 қаң.",
    "ХХІ ғасыр",
    "А. С. Ой",
    "1990–2000-жылдар",
]
PRINTED = {"ХХІ ғасыр": "XXI ғасыр"}  # Roman numerals typed in Cyrillic letters
LINES = 24  # paragraphs, each longer than the last by a word, so that each phrase meets many line ends
HEAD = "---\nlang: kk\ntitle: Тақырып\ndate: 2024-05-06\n---\n\n# Бөлім\n\n"
BROKEN = """([where, wanted]) => {
  let found = 0, parted = 0;
  for (const top of document.querySelectorAll(where)) {
    const signs = [], walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT), range = new Range();
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let n = 0; n < node.length; n++) signs.push([node, n, node.data[n].replace("\\u00a0", " ")]);
    const text = signs.map(sign => sign[2]).join("");
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const last = signs[at + wanted.length - 1];
      range.setStart(signs[at][0], signs[at][1]); range.setEnd(last[0], last[1] + 1);
      const boxes = [...range.getClientRects()].filter(box => box.width > 0);
      const tops = boxes.map(box => box.top);
      found += 1; parted += Math.max(...tops) - Math.min(...tops) > 9;
    }
  }
  return [found, parted];
}"""  # how often a text stands in a page, and how often it stands on two lines


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Suffix -> the path of the edition; and how often each phrase stands in the article."""
    folder = tmp_path_factory.mktemp("copying")
    paragraphs = []
    for n in range(LINES):
        turned = WHOLE[n % len(WHOLE) :] + WHOLE[: n % len(WHOLE)]
        paragraphs.append(" мен ".join(["сөз" * (n % 3 + 1), *turned, "ой" * (n % 4 + 1), *turned]))
    (folder / "article.md").write_text(HEAD + "\n\n".join(paragraphs), encoding="utf-8")
    paths = {}
    for edition in pipeline.build(project.find(folder / "article.md"), ["pdf", "html", "epub", "docx"]).value:
        paths[edition.suffix] = folder / f"article{edition.suffix}"
        paths[edition.suffix].write_bytes(edition.content)
    with zipfile.ZipFile(paths[".epub"]) as book:
        book.extractall(folder / "book")
    paths[".epub"] = folder / "book" / "EPUB" / "text" / "ch001.xhtml"
    return paths


@pytest.fixture(scope="module")
def browser():
    with screens.chromium() as shown:
        yield shown


def printed(phrase):
    return PRINTED.get(phrase, phrase)


@pytest.mark.parametrize("phrase", WHOLE)
def test_pdf_keeps_it_on_one_line_and_gives_it_as_typed(made, phrase):
    pages = pypdfium2.PdfDocument(made[".pdf"])
    lines = "\n".join(page.get_textpage().get_text_range() for page in pages).splitlines()
    assert sum(line.count(printed(phrase)) for line in lines) == 2 * LINES


@pytest.mark.parametrize("phrase", WHOLE)
@pytest.mark.parametrize("width", [360, 900])
@pytest.mark.parametrize("suffix", [".html", ".epub"])
def test_page_and_book_keep_it_on_one_line(made, browser, suffix, width, phrase):
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(made[suffix].as_uri())
    assert tab.evaluate(BROKEN, ["p", printed(phrase)]) == [2 * LINES, 0]
    tab.close()


@pytest.mark.parametrize("suffix", [".html", ".epub"])
def test_page_and_book_are_copied_as_typed(made, browser, suffix):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(made[suffix].as_uri())
    tab.evaluate("getSelection().selectAllChildren(document.body)")
    copied = tab.evaluate(
        """new Promise(told => { document.addEventListener("copy", () => setTimeout(() => told(null)));
        document.execCommand("copy"); }).then(() => getSelection().toString())"""
    )
    copied = copied.replace("\u00a0", " ")  # which Chromium itself does on its way to the clipboard
    assert {phrase: copied.count(printed(phrase)) for phrase in WHOLE} == dict.fromkeys(WHOLE, 2 * LINES)
    assert not re.search("[\u2010\u2011\u202f\u2060\ufeff]", copied)
    context.close()


def test_word_file_holds_them_as_typed(made):
    with zipfile.ZipFile(io.BytesIO(made[".docx"].read_bytes())) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    text = "".join(tree.itertext()).replace("\u00a0", " ")
    held = {phrase: text.count(printed(phrase)) for phrase in WHOLE}
    assert held == dict.fromkeys(WHOLE, 2 * LINES)
