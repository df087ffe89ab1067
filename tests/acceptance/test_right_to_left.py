"""What a real browser shows of an article in Arabic letters: its direction, its order of signs, its edges."""

import io
import zipfile
from dataclasses import replace

import pytest

import galleys
import screens
from basylym import pipeline, project

PHONE = 360
JOURNAL = "Bulletin of Specimens"  # whose letters run from left to right
ON_ONE_LINE = """([where, wanted]) => {
  for (const top of document.querySelectorAll(where)) {
    const signs = [], walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT), range = new Range();
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let n = 0; n < node.length; n++) signs.push([node, n, node.data[n].replace("\u00a0", " ")]);
    const start = signs.map(sign => sign[2]).join("").indexOf(wanted);
    if (start < 0) continue;
    return signs.slice(start, start + wanted.length).map(([node, n, sign]) => {
      range.setStart(node, n); range.setEnd(node, n + 1);
      const box = range.getBoundingClientRect();
      return [box.left + box.width / 2, sign];
    }).sort((a, b) => a[0] - b[0]).map(found => found[1]).join("");
  }
  return null;
}"""  # the signs of a text as they stand from left to right


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The web page, and the book's text as a page beside its style sheet."""
    folder = tmp_path_factory.mktemp("pages")
    place = project.find(galleys.ROOT / "tests" / "specimens" / "kazakh")
    made = pipeline.compose(place).value
    front = made.manuscript.front
    front = replace(front, masthead=replace(front.masthead, title=JOURNAL))
    composed = pipeline.rescripted(replace(made, manuscript=replace(made.manuscript, front=front)), "arabic")
    made = {}
    for name in ("html", "epub"):
        form = pipeline.FORMATS[name]
        content = form.print(pipeline.galley(composed, form)).value
        made[name] = folder / "article.html"
        if name == "html":
            made[name].write_bytes(content)
        else:
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                book.extractall(folder)
            made[name] = folder / "EPUB" / "text" / "ch001.xhtml"
    return made


@pytest.fixture(scope="module", params=["html", "epub"])
def tab(request, pages):
    with screens.chromium() as browser:
        shown = browser.new_page(viewport={"width": 900, "height": 900})
        shown.goto(pages[request.param].as_uri())
        yield shown


def seen(tab, where, text):
    """``text`` as its signs stand from left to right in the first ``where`` that has it."""
    return tab.evaluate(ON_ONE_LINE, [where, text])


def test_the_page_reads_from_right_to_left(tab):
    assert tab.evaluate("document.documentElement.dir") == "rtl"
    assert tab.evaluate("document.documentElement.lang") == "kk-Arab"
    edges = "[...document.querySelectorAll('h1')].map(one => getComputedStyle(one).direction)"
    assert tab.evaluate(edges)[0] == "rtl"
    assert seen(tab, "p", "قازاق") == "قازاق"[::-1]


def test_lines_begin_at_the_right_edge(tab):
    lines = """[...document.querySelectorAll("section > p")].filter(one => one.innerText.length > 200
      && getComputedStyle(one).direction == "rtl").map(one => {
        const range = new Range(); range.selectNodeContents(one);
        const boxes = [...range.getClientRects()], last = Math.max(...boxes.map(box => box.bottom));
        const end = boxes.filter(box => box.bottom > last - 4), right = one.getBoundingClientRect().right;
        return right - Math.max(...end.map(box => box.right));
      })"""
    found = tab.evaluate(lines)
    assert found
    assert all(abs(gap) < 2 for gap in found)


@pytest.mark.parametrize("width", [PHONE, 900])
def test_nothing_sticks_out(tab, width):
    tab.set_viewport_size({"width": width, "height": 900})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    outside = f"""[...document.querySelectorAll("p, li, h1, h2, td, figcaption, dd")].filter(one => {{
      const box = one.getBoundingClientRect(); return !one.closest(".scroll, .formula, .equation")
        && box.width > 2 && (box.left < -1 || box.right > {width} + 1); }}).map(one => one.innerText)"""
    assert tab.evaluate(outside) == []
    tab.set_viewport_size({"width": 900, "height": 900})


@pytest.mark.parametrize(
    "island", ["10.00000/ulgi.2025.1.015", "151-I", "CC BY 4.0", "20 000", "811.512.122", "05.11.2024"]
)
def test_latin_words_and_figures_keep_their_own_order(tab, island):
    assert seen(tab, "p, dd, .csl-entry", island) == island


def test_what_follows_a_latin_word_stands_to_its_left(tab):
    assert seen(tab, ".csl-entry", "151-I. – 1997") == "1997 – .151-I"


def test_what_follows_the_name_of_the_journal_stands_to_its_left(tab):
    line = tab.evaluate("document.querySelector('.journal').innerText")
    assert seen(tab, ".journal", JOURNAL) == JOURNAL
    if line != JOURNAL and "2025" in line:
        assert seen(tab, ".journal", f"{JOURNAL} · 2025") == f"2025 · {JOURNAL}"


def test_references_in_other_letters_read_from_left_to_right(tab):
    assert seen(tab, ".csl-entry", "Markov,") == "Markov,"
    assert seen(tab, ".csl-entry", "Марков,") == "Марков,"


def test_quotation_marks_open_at_the_right(tab):
    assert seen(tab, "p", "«ۇلگىلەر")[-1] == "«"
    assert seen(tab, "p", "”حابارشىسى“")[-1] == "”"


def test_figures_in_a_table_stand_unit_below_unit(tab):
    cells = """[...document.querySelectorAll("tbody tr")].map(row => {
      const range = new Range(); range.selectNodeContents(row.cells[4]);
      return range.getBoundingClientRect().right; })"""
    found = tab.evaluate(cells)
    assert len(found) == 3
    assert max(found) - min(found) < 1
    first = "[...document.querySelectorAll('tbody td:first-child')].map(c => getComputedStyle(c).textAlign)"
    assert set(tab.evaluate(first)) <= {"right", "start"}


def test_no_latin_comma_is_left_in_what_the_press_writes(tab):
    for where in (".authors", ".keywords", ".affiliations", ".issue, .journal"):
        text = tab.evaluate(f"document.querySelector({where!r}).innerText")
        assert "," not in text.replace(",*", "").replace("1,2", ""), where
