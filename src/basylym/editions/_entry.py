"""Galley, Record -> the article as others cite it: in words, as BibTeX and as RIS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from basylym.editions._record import Record, name_parts, said, year
from basylym.model.galley import Galley

SPECIAL = re.compile(r"([\\{}%&$#_^~])")
NOT_IN_KEY = re.compile(r"[^A-Za-z0-9]+")
KEY = "article"  # where no DOI gives a better one
ESCAPED = {"\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's own entry in one format, and the same as a ``data:`` address of a file of ``name``."""

    label: str
    text: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Cited:
    """How to cite an article: in words, and for programs."""

    words: str
    entries: tuple[Entry, ...]


def cited(galley: Galley, record: Record) -> Cited | None:
    """How to cite the article; None where the press gave it its title, for that is no title to cite."""
    if record.title_is_supplied:
        return None
    address = f"https://doi.org/{galley.front.doi}" if galley.front.doi else ""
    comma = f"{galley.language.comma} "
    names = comma.join(author.name.text for author in record.authors)
    place = comma.join(part for part in (record.journal, record.issue or year(galley.front)) if part)
    words = ". ".join(part.rstrip(".") for part in (names, record.title, place, address) if part)
    entries = (
        _entry("BibTeX", _bibtex(galley, record), "bib", "application/x-bibtex"),
        _entry("RIS", _ris(galley, record), "ris", "application/x-research-info-systems"),
    )
    return Cited(words if address else f"{words}.", entries)


def _entry(label: str, text: str, suffix: str, media_type: str) -> Entry:
    address = f"data:{media_type};charset=utf-8,{quote(text)}"
    return Entry(label, text, f"article.{suffix}", address)


def _bibtex(galley: Galley, record: Record) -> str:
    """Source: BibTeX's own manual, and biblatex for ``doi`` and ``langid``, which BibTeX passes over."""
    front, head = galley.front, galley.front.masthead
    key = NOT_IN_KEY.sub("-", front.doi.partition("/")[2]).strip("-") or KEY
    authors = []
    for person in front.contributors:
        text = said(person.name, front.language).text
        surname, given = name_parts(text)
        authors.append(f"{_escaped(surname)}, {_escaped(given)}" if surname else f"{{{_escaped(text)}}}")
    fields = {
        "author": " and ".join(authors),
        "title": f"{{{_escaped(record.title)}}}",
        "journal": _escaped(head.title),
        "year": year(front),
        "volume": _escaped(head.volume),
        "number": _escaped(head.issue),
        "pages": "--".join(filter(None, _pages(galley))),
        "issn": head.issn or head.eissn,
        "doi": front.doi,
        "langid": galley.language.english_name.lower(),
    }
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    kind = "article" if head.title else "misc"
    return "\n".join([f"@{kind}{{{key},", ",\n".join(rows), "}"])


def _ris(galley: Galley, record: Record) -> str:
    """Source: the tags as Zotero, EndNote and Mendeley read them; a line is a tag, two spaces, a hyphen."""
    front, head = galley.front, galley.front.masthead
    day = front.published or front.date
    first, last = _pages(galley)
    rows = [("TY", "JOUR" if head.title else "GEN")]
    for person in front.contributors:
        text = said(person.name, front.language).text
        rows.append(("AU", ", ".join(filter(None, name_parts(text))) or text))
    rows += [
        ("TI", record.title),
        ("T2", head.title),
        ("VL", head.volume),
        ("IS", head.issue),
        ("SP", first),
        ("EP", last),
        ("PY", year(front)),
        ("DA", day.isoformat().replace("-", "/") if day else ""),
        ("SN", head.issn or head.eissn),
        ("DO", front.doi),
        ("UR", f"https://doi.org/{front.doi}" if front.doi else ""),
        ("LA", front.language),
        *(("KW", word) for word in record.own.keywords),
    ]
    return "\n".join([*(f"{tag}  - {_line(value)}" for tag, value in rows if value), "ER  - "])


def _pages(galley: Galley) -> tuple[str, str]:
    first, _, last = re.sub(r"[—–]", "-", galley.front.masthead.pages).partition("-")
    return first.strip(), last.strip()


def _line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Text that BibTeX prints as it stands."""
    return SPECIAL.sub(lambda found: ESCAPED.get(found.group(), f"\\{found.group()}"), _line(text))
