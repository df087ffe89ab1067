"""Contrast of every word and sign as it is shown: the floors of the design, by WCAG's formula.

Text of the article's size 7 : 1, smaller apparatus 5 : 1, graphic objects 3 : 1. A browser is asked for the
colours that it computes, PDFium for those that are painted.
"""

import ctypes

import pypdfium2
import pytest
from pypdfium2 import raw

import galleys
import screens
from basylym.editions import html, pdf, submission

TEXT, APPARATUS, GRAPHIC = 7.0, 5.0, 3.0
ARTICLES = {"first": galleys.ROOT, "everything": galleys.EVERYTHING}
BODY = 9.4  # points of the smallest running text in print: two columns
CORNERS = 5  # of a rectangle that is closed
WHITE = (255, 255, 255)

SHOWN = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const rgba = css => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const over = (top, under, by = 1) => {
    const share = top[3] / 255 * by
    return [0, 1, 2].map(n => top[n] * share + under[n] * (1 - share))
  }
  const behind = element => {
    const layers = []
    for (let one = element; one; one = one.parentElement)
      layers.push(rgba(getComputedStyle(one).backgroundColor))
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255])
  }
  const paler = element => {
    let by = 1
    for (let one = element; one; one = one.parentElement) by *= parseFloat(getComputedStyle(one).opacity)
    return by
  }
  const size = parseFloat(getComputedStyle(document.body).fontSize)
  const found = new Map()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true }))
      continue
    const style = getComputedStyle(element)
    const paint = element.closest('svg') && element.namespaceURI.endsWith('svg') ? style.fill : style.color
    if (!element.getClientRects().length) continue
    const under = behind(element), top = over(rgba(paint), under, paler(element))
    const small = parseFloat(style.fontSize) < size * 0.95
    const words = node.data.trim().slice(0, 40)
    found.set([top, under, small].join(), [top, under, small, words, `${element.className}`])
  }
  return [...found.values()]
}"""


def luminance(colour):
    shares = [part / 255 for part in colour[:3]]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2.2's ratio of two colours of sRGB, each 0 to 255."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_what_is_known():
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast((0x76, 0x76, 0x76), WHITE) == pytest.approx(4.54, abs=0.01)


@pytest.fixture(scope="module")
def browser():
    with screens.chromium() as shown:
        yield shown


@pytest.fixture(scope="module", params=ARTICLES)
def page(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / f"{request.param}.html"
    path.write_bytes(galleys.printed(ARTICLES[request.param], html.FORMAT).value)
    return path


@pytest.mark.parametrize(
    ("scheme", "medium", "width"),
    [("light", "screen", 1300), ("dark", "screen", 1300), ("dark", "screen", 390), ("dark", "print", 800)],
)
def test_every_word_of_the_web_page_stands_out(browser, page, scheme, medium, width):
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    tab = context.new_page()
    tab.emulate_media(media=medium, color_scheme=scheme)
    tab.goto(page.as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    shown = tab.evaluate(SHOWN)
    context.close()
    assert len(shown) > 3
    poor = [
        (words, kind, round(contrast(top, under), 2))
        for top, under, small, words, kind in shown
        if contrast(top, under) < (APPARATUS if small else TEXT)
    ]
    assert poor == []


def painted(content):
    """Of every text that PDFium finds painted: its colour, what is behind it, its size in points, its words;
    and of every filled shape with nothing written on it its colour and what is behind."""
    texts, shapes = [], []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            behind = []
            read = page.get_textpage()
            for one in page.get_objects(max_depth=8):
                left, bottom, right, top = one.get_bounds()
                middle = (left + right) / 2, (bottom + top) / 2
                under = next(
                    (
                        entry
                        for entry in reversed(behind)
                        if entry[0][0] <= middle[0] <= entry[0][2] and entry[0][1] <= middle[1] <= entry[0][3]
                    ),
                    None,
                )
                colour = fill(one)
                if one.type == raw.FPDF_PAGEOBJ_TEXT and colour:
                    size = ctypes.c_float()
                    raw.FPDFTextObj_GetFontSize(one, size)
                    matrix = one.get_matrix()
                    words = read.get_text_bounded(left, bottom, right, top).strip()
                    texts.append((colour, under[1] if under else WHITE, size.value * abs(matrix.d), words))
                    if under:
                        under[2].append(words)
                elif one.type == raw.FPDF_PAGEOBJ_PATH and colour and is_filled(one):
                    behind.append(((left, bottom, right, top), colour, []))
            shapes += [colour for _, colour, words in behind if not words and colour != WHITE]
    return texts, shapes


def is_filled(one):
    """Whether a path is a filled rectangle, on which words may stand; the outline of a letter is none."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(one, mode, stroked)
    return mode.value != raw.FPDF_FILLMODE_NONE and raw.FPDFPath_CountSegments(one) <= CORNERS


def fill(one):
    red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(one, red, green, blue, opaque) or not opaque.value:
        return None
    return red.value, green.value, blue.value


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("form", [pdf, submission])
def test_every_word_in_print_stands_out(name, form):
    texts, shapes = painted(galleys.printed(ARTICLES[name], form.FORMAT).value)
    assert len(texts) > 200
    poor = {
        (colour, under, round(contrast(colour, under), 2), words)
        for colour, under, size, words in texts
        if contrast(colour, under) < (APPARATUS if size < BODY - 0.5 else TEXT)
    }
    assert poor == set()
    assert {colour for colour in shapes if contrast(colour, WHITE) < GRAPHIC} == set()
