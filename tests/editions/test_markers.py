"""The signs of an author's lists stand in every edition as they were typed."""

import io
import re
import zipfile

import pytest

import galleys
import screens
from basylym.adapters import markup, pdfium
from basylym.editions import epub, html, pdf

HEAD = "---\nlang: en\ntitle: Lists\ndate: 2024-05-06\nabstract: |\n  We ask:\n\n  1) who\n  2) why\n---\n\n"
BODY = """# One

1) stays
2) moves
    (a) far
    (b) near

(i) first
(ii) second

A) upper
B) letters

5. plain
6. too

(@one) An example.

#. default
#. again

Text.[^1]

[^1]: It says:

    1) so
"""
SIGN = re.compile(r"(?<!\S)\(?\w{1,2}[).](?=\s)")
SIGNS = ["1)", "2)", "1)", "2)", "(a)", "(b)", "(i)", "(ii)", "A)", "B)", "5.", "6.", "(1)", "1.", "2.", "1)"]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    (folder / "article.md").write_text(HEAD + BODY, encoding="utf-8")
    return folder / "article.md"


def test_the_pdf_prints_each_sign_and_numbers_the_items_of_an_abstract_once(place):
    galley = galleys.of(place, pdf.FORMAT)
    content = pdf.pages(galley).value
    assert sorted(SIGN.findall("\n".join(pdfium.seen(content)).replace("Source Sans 3.", ""))) == sorted(
        SIGNS
    )
    assert not pdf.prove(galley, content).notices


@pytest.mark.parametrize("form", [html.FORMAT, epub.FORMAT], ids=["html", "epub"])
def test_a_browser_shows_each_sign_on_a_page_and_in_a_book(place, form, tmp_path):
    galley = galleys.of(place, form)
    content = form.print(galley).value
    assert not form.prove(galley, content).notices
    files = {"page.html": content}
    if form is epub.FORMAT:
        archive = zipfile.ZipFile(io.BytesIO(content))
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, held in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(held)
    name = next(name for name in files if name.endswith(("page.html", "ch001.xhtml")))
    with screens.chromium() as browser:
        page = browser.new_page()
        page.goto(f"file://{tmp_path / name}")
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    shown = [one["name"]["value"].strip() for one in nodes if one["role"]["value"] == "ListMarker"]
    own = ["1."] if form is html.FORMAT else []  # of the note
    assert sorted(shown) == sorted([*SIGNS, *own])


def test_a_division_of_the_authors_around_a_list_stays(tmp_path):
    article = tmp_path / "article.md"
    article.write_text("---\ntitle: T\n---\n\n::: kept\n1) one\n2) two\n:::\n", encoding="utf-8")
    page = markup.page(html.FORMAT.print(galleys.of(article, html.FORMAT)).value.decode())
    assert page.xpath("//div[@class='kept']/ol[@class='decimal-paren']")
