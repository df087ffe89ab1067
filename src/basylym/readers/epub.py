"""Bytes of an EPUB -> Reading, by way of Pandoc; title and authors in the order of its package."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.readers import _archive, _foreign, _shown, _web

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
INSIDE = re.compile(r'href="[^"#]*#')
NAME = re.compile(r'\bid="([^"]+)"')
REFERRED = re.compile(r'(<itemref\b[^>]*\bidref="([^"]+)"[^>]*?(?:/>|>\s*</itemref>))')
COVER = re.compile(r'\s*properties="cover-image"')
COVERED = re.compile(r'<meta\b[^>]*name="cover"[^>]*>')
MOST_TOLD = 5
BODY = re.compile(r"<body\b.*?</body>", re.DOTALL)


def _read(received: Received) -> Outcome[Reading]:
    archive = _archive.opened(_unwrapped(received.raw), received.path)
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
    chapters = {name: _web.cleaned(archive.text(name)) for name in names if name in archive.members}
    bodies = ("".join(BODY.findall(page.text)) for page in chapters.values())
    pictures = {}
    for name in archive.members:
        pictures[name] = pictures[posixpath.relpath(name, folder or ".")] = name
    file = _foreign.File(
        archive.rewritten({place: _mended(package), **{name: page.text for name, page in chapters.items()}}),
        "epub",
        ".epub",
        words="\n".join(_shown.words(body) for body in bodies),
        pictures={name: archive.read(member) for name, member in pictures.items() if _is_picture(member)},
        front={name: value for name, value in front.items() if value},
        said=tuple(_cut(list(chapters.values()), received)),
    )
    return _foreign.read(received, file)


def _unwrapped(raw: bytes) -> bytes:
    """The archive without a folder around it, as comes of packing a folder by hand."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            around = [name.removesuffix(CONTAINER) for name in file.namelist() if name.endswith(CONTAINER)]
            if around in ([], [""]) or not _archive.opened(raw, "").members:
                return raw
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
                for name in file.namelist():
                    if name.startswith(around[0]) and name != around[0]:
                        whole.writestr(name[len(around[0]) :], file.read(name))
            return made.getvalue()
    except (zipfile.BadZipFile, BasylymError, ValueError, OSError, RuntimeError, NotImplementedError):
        return raw  # opening it says why


def _mended(package: str) -> str:
    """The package without what Pandoc stumbles over or prints twice.

    A manifest may name places inside of its files, which are no files; the navigation is no chapter,
    though it stands among them; the cover stands on a page of its own where the book shows it.
    """
    gone = [item for item in ITEM.findall(package) if NAVIGATION.search(item) or INSIDE.search(item)]
    names = {found[1] for item in gone if (found := NAME.search(item))}
    package = ITEM.sub(lambda found: "" if INSIDE.search(found[0]) else COVER.sub("", found[0]), package)
    package = COVERED.sub("", package)
    kept = [ref for ref in REFERRED.findall(package) if ref[1] not in names]
    return REFERRED.sub(lambda found: "" if found[2] in names and kept else found[0], package)


def _cut(pages: list[_web.Page], received: Received) -> Iterator[Notice]:
    told = list(dict.fromkeys(one for page in pages for one in page.told))
    if told:
        more = f" and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
        said = f"the pages' own parts were left out: {', '.join(told[:MOST_TOLD])}{more}"
        yield Notice(Condition.SOURCE_COMES_THROUGH, said, Locus(received.path))


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
