"""What validators and a real browser say of the web page."""

import re

import pytest

import galleys
import screens
from basylym.editions import html
from validators import NPM, lighthouse, nu

ARTICLES = {"first": galleys.ROOT, "everything": galleys.EVERYTHING}
NEWER = {  # what Nu says of CSS that it does not know yet -> the same, asked of a browser
    "^CSS: “anchor-name”: Property “anchor-name” doesn't exist": "'anchor-name', '--one'",
    "^CSS: “position-anchor”: Property “position-anchor” doesn't exist": "'position-anchor', '--one'",
    "^CSS: “position-area”: Property “position-area” doesn't exist": "'position-area', 'bottom span-right'",
    "^CSS: “position-try-fallbacks”: Property": "'position-try-fallbacks', 'flip-block, flip-inline'",
    "^CSS: “scroll-target-group”: Property": "'scroll-target-group', 'auto'",
    "^CSS: Unknown pseudo-element or pseudo-class “:target-current”$": "'selector(a:target-current)'",
    r"^CSS: “(top|left)”: (Parse Error|“anchor\(.*\)” is not a “)": "'top', 'max(anchor(--one top), 0px)'",
}
LARGEST = 400_000  # bytes of a page whose pictures are small


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The web page of each article, made once."""
    folder = tmp_path_factory.mktemp("pages")
    made = {name: folder / f"{name}.html" for name in ARTICLES}
    for name, path in made.items():
        path.write_bytes(galleys.printed(ARTICLES[name], html.FORMAT).value)
    return made


@pytest.fixture(scope="module", params=ARTICLES)
def page(request, pages):
    return pages[request.param]


@pytest.fixture(scope="module")
def served(pages):
    """The address of a server that serves the web pages."""
    with screens.served(next(iter(pages.values())).parent) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with screens.chromium() as shown:
        yield shown


def test_the_page_is_small(page):
    assert page.stat().st_size < LARGEST


def test_nu_finds_no_error_but_css_that_is_newer_than_nu(pages, browser):
    """What it does not know is named here, property by property, and asked of a browser that knows it."""
    errors = [(one["message"], one.get("extract", "")) for one in nu(pages.values())]
    assert [error for error in errors if not any(re.search(known, error[0]) for known in NEWER)] == []
    tab = browser.new_page()
    for claim in NEWER.values():
        assert tab.evaluate(f"CSS.supports({claim})"), claim
    tab.close()


@pytest.mark.parametrize("name", ARTICLES)
def test_lighthouse_gives_100_for_access_practice_and_search(pages, served, name, tmp_path):
    scores, poor = lighthouse(f"{served}/{pages[name].name}", tmp_path / "report.json")
    assert scores == {"accessibility": 1, "best-practices": 1, "seo": 1}, poor


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_impact(browser, page, scheme):
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.add_script_tag(path=NPM / "axe-core" / "axe.min.js")
    found = tab.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in found] == []
    context.close()


@pytest.mark.parametrize(("width", "how"), [(390, "focus"), (900, "hover"), (900, "focus"), (1300, "hover")])
def test_a_call_shows_what_it_leads_to_without_a_script(browser, pages, width, how):
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(pages["everything"].as_uri())
    call = tab.locator(".text p .citation a[data-shown]").first
    style = "getComputedStyle(one, '::before')"
    assert call.evaluate(f"one => {style}.display") == "none"
    tab.keyboard.press("Tab")  # a key tells the browser that focus is to be seen
    call.hover() if how == "hover" else call.focus()
    tab.wait_for_timeout(300)
    shown = call.evaluate(f"one => [{style}.display, {style}.visibility, {style}.content]")
    assert shown[:2] == ["block", "visible"]
    assert "Stanford University" in shown[2]
    wide, left = call.evaluate(f"one => [{style}.width, {style}.left].map(parseFloat)")
    assert 150 < wide <= width
    assert 0 <= left <= width - wide
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_loads_nothing_else_complains_of_nothing_and_nothing_sticks_out(
    browser, page, width, scheme
):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    said, asked = [], []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    assert said == []
    assert [url for url in asked if not url.startswith(("data:", "file:"))] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    families = tab.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert any("Source Serif 4" in family for family in families)
    context.close()


def nodes(node):
    yield node
    for child in node.get("children", ()):
        yield from nodes(child)


def test_every_word_is_shown_in_a_font_that_the_page_brings(browser, page):
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    tab.goto(page.as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    session = tab.context.new_cdp_session(tab)
    session.send("DOM.enable")
    session.send("CSS.enable")
    tree = session.send("DOM.getDocument", {"depth": -1})["root"]
    words = [node for node in nodes(tree) if node["nodeType"] == 3 and node["nodeValue"].strip()]
    strays = [
        (font["familyName"], word["nodeValue"])
        for word in words
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": word["nodeId"]})["fonts"]
        if not font["isCustomFont"]
    ]
    tab.close()
    assert len(words) > 100
    assert strays == []


def test_in_a_wide_window_each_note_stands_beside_its_call_and_below_the_last(browser, tmp_path):
    text = "---\nlang: en\ntitle: T\n---\n\n" + "Word.[^1] Word.[^2]\n\n[^1]: " + "Long note. " * 30
    galley = galleys.written(tmp_path, html.FORMAT, text + "\n\n[^2]: Second.\n")
    path = tmp_path / "article.html"
    path.write_bytes(html.edition(galley).value)
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    tab.goto(path.as_uri())
    call, first, second, body = (
        tab.locator(place).bounding_box() for place in ("#fnref1", "#fn1", "#fn2", "#_text")
    )
    assert abs(first["y"] - call["y"]) < 20
    assert first["x"] > body["x"] + body["width"]
    assert second["y"] >= first["y"] + first["height"]
    tab.close()


BESIDE = """() => {
  const top = (node, place) => {
    const range = document.createRange()
    range.setStart(node, place); range.setEnd(node, place + 1)
    return range.getBoundingClientRect()
  }
  const apart = []
  for (const math of document.querySelectorAll("#one math")) {
    const { top: high, bottom: low } = math.getBoundingClientRect()
    const before = math.previousSibling, after = math.nextSibling
    for (const box of [top(before, before.data.length - 1), top(after, 0)])
      if (box.top > low || box.bottom < high) apart.push(math.textContent)
  }
  return [document.querySelectorAll("#one math").length, apart]
}"""


def test_no_line_parts_a_formula_from_its_brackets_and_stops(browser, tmp_path):
    said = "The share falls ($r > 1$), grows ($s$); and so it goes («$t$»). "
    text = f"---\nlang: en\ntitle: T\nauthor: A\n---\n\n::: {{#one}}\n{said * 6}\n:::\n"
    galley = galleys.written(tmp_path, html.FORMAT, text)
    path = tmp_path / "page.html"
    path.write_bytes(html.FORMAT.print(galley).value)
    tab = browser.new_page()
    tab.goto(path.as_uri())
    for width in range(300, 640, 17):
        tab.set_viewport_size({"width": width, "height": 800})
        count, apart = tab.evaluate(BESIDE)
        assert count == 18
        assert apart == [], width
    tab.close()
