"""CSL JSON of a reference -> its parts as JATS tags them, beside the reference as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from basylym.adapters import markup
from basylym.stages.cite import FORMULA

TAG = re.compile(r"(?!und)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47
Entry = Mapping[str, Any]
KINDS = {  # CSL type -> JATS publication-type; the values that JATS4R and PMC recommend
    "article-journal": "journal",
    "article-magazine": "journal",
    "article-newspaper": "newspaper",
    "book": "book",
    "chapter": "book",
    "entry-encyclopedia": "book",
    "entry-dictionary": "book",
    "paper-conference": "confproc",
    "thesis": "thesis",
    "report": "report",
    "webpage": "web",
    "post-weblog": "web",
    "patent": "patent",
    "standard": "standard",
    "dataset": "data",
    "software": "software",
    "article": "preprint",
    "manuscript": "other",
}
PERSONS = (("author", "author"), ("editor", "editor"), ("translator", "translator"))
WHOLE = frozenset(("journal", "newspaper", "confproc"))  # what these are in has a title of its own
PARTS = (  # CSL -> JATS, in the order of a reference
    ("volume", "volume"),
    ("issue", "issue"),
    ("number", "issue"),
    ("edition", "edition"),
    ("publisher", "publisher-name"),
    ("publisher-place", "publisher-loc"),
)


def parsed(entry: Entry) -> markup.Element:
    """The reference as ``element-citation``."""
    kind = KINDS.get(str(entry.get("type", "")), "other")
    made = markup.xml_element("element-citation", **{"publication-type": kind})
    for field, role in PERSONS:
        _persons(made, entry.get(field), role)
    _titles(made, entry, kind)
    _date(made, entry.get("issued"))
    told = set()
    for field, tag in PARTS:
        value = str(entry.get(field, "")).strip()
        if value and tag not in told:
            told.add(tag)
            _said(made, tag, value)
    if kind == "thesis" and entry.get("genre"):
        _said(made, "comment", str(entry["genre"]))
    for tag, value in _pages(str(entry.get("page", ""))):
        _said(made, tag, value)
    _visited(made, entry.get("accessed"))
    if entry.get("DOI"):
        _said(made, "pub-id", str(entry["DOI"]), **{"pub-id-type": "doi"})
    if entry.get("ISBN"):
        _said(made, "isbn", str(entry["ISBN"]))
    if entry.get("URL"):
        address = str(entry["URL"])
        link = {"ext-link-type": "uri", "{http://www.w3.org/1999/xlink}href": address}
        _said(made, "ext-link", address, **link)
    return made


def _persons(made: markup.Element, persons: Any, role: str) -> None:
    if not isinstance(persons, Sequence) or not persons:
        return
    group = markup.xml_element("person-group", **{"person-group-type": role})
    for person in persons:
        if person.get("literal"):
            _said(group, "collab", str(person["literal"]))
            continue
        name = markup.xml_element("name")
        family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
        given = " ".join(filter(None, (person.get("given"), person.get("dropping-particle"))))
        _said(name, "surname", family or given)
        if family and given:
            _said(name, "given-names", given)
        if person.get("suffix"):
            _said(name, "suffix", str(person["suffix"]))
        group.append(name)
    made.append(group)


def _titles(made: markup.Element, entry: Entry, kind: str) -> None:
    title, whole = (str(entry.get(field, "")) for field in ("title", "container-title"))
    language = str(entry.get("language", ""))
    tagged = {"{http://www.w3.org/XML/1998/namespace}lang": language} if TAG.fullmatch(language) else {}
    if whole:
        tag = "chapter-title" if kind == "book" else "article-title"
        _said(made, tag, title, **tagged)
        _said(made, "source", whole)
    elif title:
        _said(made, "article-title" if kind in WHOLE else "source", title, **tagged)
    if entry.get("event-title") or entry.get("event"):
        _said(made, "conf-name", str(entry.get("event-title") or entry.get("event")))


def _date(made: markup.Element, date: Any) -> None:
    for tag, value in zip(("year", "month", "day"), _parts(date), strict=False):
        _said(made, tag, value)


def _visited(made: markup.Element, date: Any) -> None:
    parts = _parts(date)
    if parts:
        iso = "-".join(part.zfill(2) for part in parts)
        _said(made, "date-in-citation", iso, **{"content-type": "access-date", "iso-8601-date": iso})


def _parts(date: Any) -> list[str]:
    found = date.get("date-parts") if isinstance(date, Mapping) else None
    first = found[0] if found else []
    return [
        str(part) for part in (first if isinstance(first, Sequence) else [first]) if part not in (None, "")
    ]


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    first, dash, last = pages.replace("--", "–").replace("-", "–").partition("–")
    if first.strip():
        yield "fpage", first.strip()
    if dash and last.strip():
        yield "lpage", last.strip()


def _said(parent: markup.Element, tag: str, text: str, **attributes: str) -> None:
    if text.strip():
        made = markup.xml_element(tag, **attributes)
        parts = FORMULA.split(text)
        made.text = parts[0]
        for tex, behind in zip(parts[1::2], parts[2::2], strict=True):
            formula = markup.sub_element(made, "inline-formula")
            written = markup.sub_element(formula, "tex-math")
            written.text, formula.tail = tex, behind
        parent.append(made)
