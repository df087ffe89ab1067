"""Bytes of an EPUB -> Reading, by way of Pandoc; title and authors in the order of its package."""

from __future__ import annotations

import html
import posixpath
import re

from basylym.model.notices import Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.readers import _archive, _foreign, _shown

CONTAINER = "META-INF/container.xml"
PACKAGE = re.compile(r'full-path="([^"]+\.opf)"')
TITLE = re.compile(r"<dc:title\b[^>]*>([^<]+)</dc:title>")
CREATOR = re.compile(r"<dc:creator\b[^>]*>([^<]+)</dc:creator>")
LANGUAGE = re.compile(r"<dc:language\b[^>]*>\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*</dc:language>")
DATE = re.compile(r"<dc:date\b[^>]*>\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)")
ITEM = re.compile(r"<item\b[^>]*>")
CHAPTER = re.compile(r'media-type="application/xhtml\+xml"')
NAVIGATION = re.compile(r'properties="[^"]*\bnav\b')
PLACE = re.compile(r'href="([^"]+)"')
BODY = re.compile(r"<body\b.*?</body>", re.DOTALL)


def _read(received: Received) -> Outcome[Reading]:
    archive = _archive.opened(received.raw, received.path)
    found = PACKAGE.search(archive.text(CONTAINER))
    place = html.unescape(found[1]) if found else ""
    package = archive.text(place)
    folder = posixpath.dirname(place)
    front = {
        "title": next((_plain(one) for one in TITLE.findall(package)), ""),
        "author": [_plain(one) for one in CREATOR.findall(package)],  # Pandoc turns their order round
        "lang": next(iter(LANGUAGE.findall(package)), ""),
        "date": next(iter(DATE.findall(package)), ""),
    }
    pages = [item for item in ITEM.findall(package) if CHAPTER.search(item) and not NAVIGATION.search(item)]
    names = [posixpath.normpath(posixpath.join(folder, _plain(PLACE.findall(item)[0]))) for item in pages]
    bodies = ("".join(BODY.findall(archive.text(name))) for name in names)
    pictures = {}
    for name in archive.members:
        pictures[name] = pictures[posixpath.relpath(name, folder or ".")] = name
    file = _foreign.File(
        received.raw,
        "epub",
        ".epub",
        words="\n".join(_shown.words(body) for body in bodies),
        pictures={name: archive.read(member) for name, member in pictures.items() if _is_picture(member)},
        front={name: value for name, value in front.items() if value},
    )
    return _foreign.read(received, file)


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _is_picture(name: str) -> bool:
    return name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"))


READER = Reader(
    suffixes=(".epub",),
    name="an EPUB",
    recognizes=lambda raw: _archive.holds(raw, "mimetype", b"application/epub+zip"),
    read=_read,
)
