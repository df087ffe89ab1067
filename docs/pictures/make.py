"""build/article.pdf and .html -> the README's pictures: ``make pictures``."""

import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

BUILD, FOLDER = Path(sys.argv[1]), Path(__file__).parent
GROUND, GAP = (150, 154, 156), 16
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def beside(pictures, name):
    """Write pictures side by side, tops aligned, in few enough colours to stay small."""
    height = max(picture.height for picture in pictures) + 2 * GAP
    sheet = Image.new("RGB", (sum(picture.width + GAP for picture in pictures) + GAP, height), GROUND)
    left = GAP
    for picture in pictures:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    sheet.quantize(255, method=Image.Quantize.FASTOCTREE).save(FOLDER / name, optimize=True)


def pages(numbers, scale=1.1):
    document = pypdfium2.PdfDocument(BUILD / "article.pdf")
    return [document[number].render(scale=scale).to_pil().convert("RGB") for number in numbers]


def screens():
    shown = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for width, scheme in ((1180, "light"), (390, "dark")):
            page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
            page.goto((BUILD / "article.html").resolve().as_uri())
            shown.append(Image.open(BytesIO(page.screenshot())).convert("RGB"))
        browser.close()
    return shown


beside(pages((0, 1)), "pages.png")
beside(screens(), "web.png")
