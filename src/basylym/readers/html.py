"""Bytes of a web page -> Reading: decoded here as the page declares, then by way of Pandoc.

Scripts, forms and the page's navigation are no part of an article. What the page tells search
engines of the article (``citation_title`` and its like) goes to the front matter.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from typing import Any

from basylym.model.notices import Condition, Locus, Notice, Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.readers import _foreign, _shown, _web, txt

START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html\b)",
    re.IGNORECASE | re.DOTALL,
)
DECLARED = re.compile(
    rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w:.-]+)"
    rb"|<\?xml\b[^>]*?encoding\s*=\s*[\"']([\w:.-]+)",
    re.IGNORECASE,
)
HEAD = 4096  # bytes in which a page must declare its encoding
AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254"}
MOST_TOLD = 5
META = re.compile(r"<meta\b([^>]*)>", re.I)
PAIR = re.compile(r"""(\w[\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
EMBEDDED = re.compile(r"data:image/[\w.+-]{1,40};base64,([A-Za-z0-9+/=\s]+)")
LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)", re.I)
BODY = re.compile(r"<body\b", re.I)
DATE = re.compile(r"(\d{4})(?:[-/](\d\d))?(?:[-/](\d\d))?")
FIELDS = {
    "citation_title": "title", "dc.title": "title",
    "citation_author": "author", "dc.creator": "author",
    "citation_date": "date", "citation_publication_date": "date", "dc.date": "date",
    "citation_doi": "doi", "dc.identifier.doi": "doi",
    "citation_keywords": "keywords", "dc.subject": "keywords",
    "citation_abstract": "abstract",
    "citation_volume": "volume", "citation_issue": "issue",
}  # fmt: skip


def _read(received: Received) -> Outcome[Reading]:
    text, notices = _decoded(received)
    front = _told(text)
    page = _web.cleaned(text)
    text = page.text
    if page.told:
        more = f" and {len(page.told) - MOST_TOLD} more" if len(page.told) > MOST_TOLD else ""
        said = f"the page's own parts were left out: {', '.join(page.told[:MOST_TOLD])}{more}"
        notices = (*notices, Notice(Condition.SOURCE_COMES_THROUGH, said, Locus(received.path)))
    if page.title:
        front.setdefault("title", page.title)
    pictures: dict[str, bytes] = {}

    def name(found: re.Match[str]) -> str:
        try:
            content = base64.b64decode("".join(found[1].split()), validate=True)
        except binascii.Error:
            return "embedded"
        pictures[f"embedded-{len(pictures) + 1}"] = content
        return f"embedded-{len(pictures)}"

    text = EMBEDDED.sub(name, text)
    start = BODY.search(text)
    file = _foreign.File(
        text.encode("utf-8", "replace"),
        "html+tex_math_dollars" if "MathJax" in text else "html",
        ".html",
        words=_shown.words(text[start.start() if start else 0 :]),
        pictures=pictures,
        front=front,
        said=notices,
    )
    return _foreign.read(received, file)


def _decoded(received: Received) -> tuple[str, tuple[Notice, ...]]:
    """The page's text, decoded as the user, its mark, or the page itself says; else as any text is."""
    if received.encoding:
        outcome = txt.read(received.raw, received.path, received.encoding)
        return outcome.value.text, outcome.notices
    found = DECLARED.search(received.raw[:HEAD])
    label = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    marked = received.raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if label and not marked:
        try:
            codec = codecs.lookup(label).name
            text = received.raw.decode(AS_BROWSERS_DO.get(codec, codec))
            txt.read(text.encode(), received.path)  # refuses what is no text
            return text, ()
        except (LookupError, UnicodeError):
            told = f"the page says it is in {label!r}, and is not"
            notice = Notice(Condition.ENCODING_IS_DECLARED, told, Locus(received.path))
            outcome = txt.read(received.raw, received.path)
            return outcome.value.text, (notice, *outcome.notices)
    outcome = txt.read(received.raw, received.path)
    return outcome.value.text, outcome.notices


def _told(text: str) -> dict[str, Any]:
    """What the page's head says of the article."""
    front: dict[str, Any] = {}
    for found in META.finditer(text):
        given = PAIR.finditer(found[1])
        pairs = {one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "") for one in given}
        field = FIELDS.get(pairs.get("name", "").lower())
        value = " ".join(pairs.get("content", "").split())
        if field in ("author", "keywords") and value:
            values = [value] if field == "author" else [one.strip() for one in re.split("[;,]", value)]
            known = front.setdefault(field, [])
            known += [one for one in values if one and one not in known]
        elif field == "date":
            day = DATE.match(value)
            if day:
                front.setdefault(field, "-".join(part for part in day.groups() if part))
        elif field and value:
            front.setdefault(field, value)
    tongue = LANGUAGE.search(text)
    if tongue:
        front["lang"] = tongue[1]
    return front


def _is_page(raw: bytes) -> bool:
    return bool(START.match(raw[:HEAD]))


READER = Reader(suffixes=(".html", ".htm", ".xhtml"), name="a web page", recognizes=_is_page, read=_read)
