"""build/article.pdf and .html, and the Kazakh specimen -> the README's pictures: ``make pictures``."""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

BUILD, FOLDER = Path(sys.argv[1]), Path(__file__).parent
SPECIMEN = FOLDER.parents[1] / "tests" / "specimens" / "kazakh"
GROUND, GAP = (150, 154, 156), 16
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def beside(pictures, name, colours=255):
    """Write pictures side by side, tops aligned, in few enough colours to stay small."""
    height = max(picture.height for picture in pictures) + 2 * GAP
    sheet = Image.new("RGB", (sum(picture.width + GAP for picture in pictures) + GAP, height), GROUND)
    left = GAP
    for picture in pictures:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    sheet.quantize(colours, method=Image.Quantize.FASTOCTREE).save(FOLDER / name, optimize=True)


def pages(build, numbers, scale=1.1):
    """Return pages of the PDF in a build as pictures, numbered from 0."""
    document = pypdfium2.PdfDocument(build / "article.pdf")
    return [document[number].render(scale=scale).to_pil().convert("RGB") for number in numbers]


def screens():
    """Return the web page as a wide light screen and a narrow dark one show it."""
    shown = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for width, scheme in ((1180, "light"), (390, "dark")):
            page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
            page.goto((BUILD / "article.html").resolve().as_uri())
            shown.append(Image.open(BytesIO(page.screenshot())).convert("RGB"))
        browser.close()
    return shown


beside(pages(BUILD, (0, 1)), "pages.png")
beside(screens(), "web.png")
with tempfile.TemporaryDirectory() as folder:
    command = [sys.executable, "-m", "basylym", "build", str(SPECIMEN), "--to", "pdf", "--out", folder]
    subprocess.run([*command, "--strict"], check=True, stdout=subprocess.DEVNULL)
    beside(pages(Path(folder), (0, 1)), "kazakh.png", 64)
    beside(pages(Path(folder), (2, 3)), "two-lists.png", 64)
