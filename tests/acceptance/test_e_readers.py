"""What DAISY Ace and a reader's engine, foliate-js at a phone's size, say of the EPUBs."""

import pytest

import bound
import screens
import validators
from basylym.editions import _page, epub

PHONE = {"width": 390, "height": 844}
MOST_PAGES = 120
READER = """<!DOCTYPE html><meta charset="utf-8"><title>Reader</title><link rel="icon" href="data:,">
<style>body { margin: 0 } foliate-view { display: block; width: 100vw; height: 100vh }</style>
<script type="module">
import "/foliate-js/view.js"
window.view = document.createElement("foliate-view")
document.body.append(view)
const content = await (await fetch("/book.epub")).blob()
await view.open(new File([content], "book.epub", { type: "application/epub+zip" }))
await view.init({ showTextStart: false })
window.ready = true
</script>"""
STANDS = """() => {
  const page = view.renderer.getContents()[0]
  return [page.index, view.renderer.page, view.renderer.pages]
}"""
WIDER = """() => {
  const { doc } = view.renderer.getContents()[0]
  const room = parseFloat(doc.defaultView.getComputedStyle(doc.documentElement).columnWidth)
  const sticksOut = e => [...e.getClientRects()].some(r => r.width > room + 1)
  const wide = [...doc.body.querySelectorAll("*")].filter(sticksOut)
  return [room, wide.map(e => e.outerHTML.slice(0, 120)), doc.body.innerText]
}"""


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    return bound.books(tmp_path_factory.mktemp("books"))


@pytest.fixture(scope="module")
def by_ace(books):
    return dict(zip(books, validators.ace(list(books.values())), strict=True))


@pytest.mark.parametrize("name", bound.BOOKS)
def test_ace_finds_nothing_at_any_impact(by_ace, name):
    report = by_ace[name]
    found = [
        (page["earl:testSubject"]["url"], one["earl:test"]["dct:title"], one["earl:result"].get("html"))
        for page in report["assertions"]
        for one in page["assertions"]
    ]
    assert found == []
    assert report["earl:result"]["earl:outcome"] == "pass"
    assert len(report["assertions"]) >= 3  # the package, and every page
    claims = {"dcterms:conformsTo", "a11y:certifiedBy", "a11y:certifierCredential", "a11y:certifierReport"}
    assert set(report["a11y-metadata"]["missing"]) == claims  # for a person to make who has looked


class Shelf(screens.Silent):
    """Serves the reader's engine, a page that opens it, and one book."""

    book = b""

    def do_GET(self):  # noqa: N802 - the name that http.server calls
        told = {"/": (READER.encode(), "text/html"), "/book.epub": (self.book, "application/epub+zip")}
        if self.path not in told:
            super().do_GET()
            return
        content, media_type = told[self.path]
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(content)


@pytest.mark.parametrize("name", ["everything", "kindle"])
def test_a_reader_turns_every_page_on_a_phone_and_nothing_is_wider_than_a_page(books, name):
    shelf = type("Shelf", (Shelf,), {"book": books[name].read_bytes()})
    said, told = [], []
    with screens.served(validators.NPM, shelf) as address, screens.chromium() as browser:
        tab = browser.new_page(viewport=PHONE)
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
        tab.goto(f"{address}/")
        tab.wait_for_function("window.ready")
        stands: list[list[int]] = []
        while len(stands) < MOST_PAGES:
            tab.wait_for_timeout(120)
            here = tab.evaluate(STANDS)
            if stands and here == stands[-1]:
                break
            if not stands or here[0] != stands[-1][0]:  # another file of the book
                room, wider, words = tab.evaluate(WIDER)
                assert 250 < room <= PHONE["width"]
                assert wider == []
                told.append(words.replace("\u00ad", ""))
            stands.append(here)
            tab.evaluate("view.next()")
    assert said == []
    assert {stand[0] for stand in stands} == {0, 1}  # the cover, the article
    assert 10 < len(stands) < MOST_PAGES
    assert (
        len([stand for stand in stands if stand[0] == 1]) >= stands[-1][2] - 2
    )  # one blank page at each end
    spine = " ".join(_page.text(epub.spine(books[name].read_bytes())).replace("\u00ad", "").split())
    first, last = spine.split()[:6], spine.split()[-3:]
    seen = " ".join(told[-1].split())
    assert " ".join(first) in seen
    assert " ".join(last) in seen
