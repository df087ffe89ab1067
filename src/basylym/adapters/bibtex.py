"""BibTeX text -> its entries and what is wrong with it: the one home of bibtexparser."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateFieldKeyBlock
from bibtexparser.model import Entry as Parsed

from basylym.model.bibliography import is_latin, language_of
from basylym.model.language import Language
from basylym.model.notices import Condition, Locus, Notice, Outcome

PLACEHOLDER = "basylym-placeholder"
NOT_CITED = {"xdata", "set", "control"}  # kinds that serve other entries, or BibTeX itself
TITLES = {"title", "subtitle", "booktitle", "maintitle"}
ABBREVIATION = re.compile(r"(?<![\w{.])(?:[A-Z]\.){2,}(?![\w}])")
KEPT = {
    "scale": "scale",
    "archive": "archive",
    "archive-location": "archive_location",
    "holder": "publisher",
    "application": "call-number",
}
KINDS = {"map", "standard"}  # that Pandoc takes for none, and for a law
UNBRACED = re.compile(r"[{}]")
UNPRINTED = {"keywords", "abstract", "annotation", "annote", "file", "timestamp", "owner"}  # by any style
DOI_ADDRESS = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:)\s*", re.I)
ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
ESCAPED = re.compile(r"\\([_%&#~$])")
UNDETERMINED = "und"  # ISO 639; to Pandoc: not English, so leave the title's capitals alone
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # its complaints are our notices


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as written. ``fields`` by lower-case name; ``line`` from 1; ``raw`` is its BibTeX."""

    key: str
    kind: str
    fields: dict[str, str]
    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class Library:
    """A .bib file read: its entries, and the BibTeX of its ``@string`` definitions."""

    entries: tuple[Entry, ...]
    strings: tuple[str, ...] = ()


def read(text: str, path: str) -> Outcome[Library]:
    """Read every entry that can be read.

    Notices:
        ``BIBLIOGRAPHY_PARSES``: an entry is broken and would be left out, or has two values for one field.
        ``REFERENCE_IS_UNIQUE``: a key stands twice; the first entry counts.
    """
    library = parse_string(text)
    notices: list[Notice] = []
    entries: dict[str, Entry] = {}

    def take(entry: Parsed, raw: str, locus: Locus, given_up: bool = False) -> None:
        made, told = _entry(entry, raw, locus.line, given_up)
        entries[made.key] = made
        notices.extend(Notice(Condition.BIBLIOGRAPHY_PARSES, detail, locus) for detail in told)

    for entry in library.entries:
        take(entry, entry.raw or "", Locus(path, (entry.start_line or 0) + 1))  # bibtexparser counts from 0
    for block in library.failed_blocks:
        locus = Locus(path, (block.start_line or 0) + 1)
        given = block.ignore_error_block if isinstance(block, DuplicateFieldKeyBlock) else None
        key = given.key if isinstance(given, Parsed) else getattr(block, "key", "")
        if isinstance(given, Parsed) and key not in entries:  # bibtexparser gave it up
            take(given, block.raw or "", locus, given_up=True)
        elif key in entries:
            notices.append(Notice(Condition.REFERENCE_IS_UNIQUE, f"the key {key!r} stands twice", locus))
        else:
            head = " ".join((block.raw or "").split())[:60]
            notices.append(Notice(Condition.BIBLIOGRAPHY_PARSES, f"the entry {head!r} is broken", locus))
    ordered = sorted(entries.values(), key=lambda entry: entry.line)
    strings = tuple(block.raw or "" for block in library.strings)
    return Outcome(Library(tuple(ordered), strings), tuple(notices))


def _entry(entry: Parsed, raw: str, line: int, given_up: bool) -> tuple[Entry, list[str]]:
    """An entry, and what to tell of it. Of a field that stands twice the last counts, as for Pandoc.

    Two values of one field are two readings, of which the author has to choose; two equal ones are none.
    """
    values: dict[str, list[str]] = {}
    for field in entry.fields:
        value = str(field.value)
        values.setdefault(field.key.lower(), []).append(_bare(value) if given_up else value)
    told = [
        f"the field {name!r} of {entry.key!r} is {given[0]!r} and is {given[-1]!r}; the last counts"
        for name, given in values.items()
        if len(set(given)) > 1 and name not in UNPRINTED
    ]
    last = {name: given[-1] for name, given in values.items()}
    return Entry(entry.key, entry.entry_type.lower(), last, line, raw), told


def _bare(value: str) -> str:
    """A value without its braces or quotation marks, which bibtexparser leaves on what it gives up."""
    return value[1:-1] if value[:1] + value[-1:] in ("{}", '""') else value


def joined(library: Library, languages: Mapping[str, Language], as_typed: bool) -> str:
    """A library as one BibTeX text for Pandoc, each entry with the language that its title's letters show.

    Without ``langid`` Pandoc reads a title as English and takes its capitals away, as BibTeX's
    custom is. With ``as_typed`` Latin titles keep theirs too. Abbreviations such as ``U.S.`` are put
    in braces, for Pandoc makes ``u.s.`` of them.
    """
    made = list(library.strings)
    for entry in library.entries:
        raw = entry.raw
        for field in sorted(TITLES & entry.fields.keys()):
            title = entry.fields[field]
            raw = raw.replace(title, ABBREVIATION.sub(r"{\g<0>}", title), 1)
        name = _langid(entry, languages, as_typed)
        if name and "langid" not in entry.fields and "hyphenation" not in entry.fields:
            head = re.match(r"\s*@\s*\w+\s*[{(]\s*[^,\s]+\s*,?", raw)
            if head:
                comma = "" if head.group().endswith(",") else ","
                raw = f"{head.group()}{comma} langid = {{{name}}},{raw[head.end() :]}"
        made.append(raw)
    return "\n\n".join(made)


def completed(csl: Mapping[str, Any], entry: Entry) -> dict[str, Any]:
    """What Pandoc makes of an entry, with the kinds and fields that it passes over.

    ``@map`` with ``scale``; ``@standard``; ``archive`` and ``archive-location`` of a document in one; of a
    patent its ``holder``, the number of its ``application`` and its day, ``submitted``, which of a standard
    is the day it is in force from; the ``issue`` that printed a law; compilers, whom ``editortype`` names.
    Addresses lose what TeX escaped, and a DOI written as an address is the bare DOI of styles.
    """
    kept = {
        name: UNBRACED.sub("", entry.fields[field]) for field, name in KEPT.items() if field in entry.fields
    }
    kept |= {name: ESCAPED.sub(r"\1", str(csl[name])) for name in ("DOI", "URL") if name in csl}
    if "DOI" in kept:
        kept["DOI"] = DOI_ADDRESS.sub("", kept["DOI"].strip(), count=1)
    if entry.kind == "legislation" and "issue" in entry.fields:
        kept["issue"] = UNBRACED.sub("", entry.fields["issue"])
    made = {**csl, **kept, **({"type": entry.kind} if entry.kind in KINDS else {})}
    if found := ISO_DAY.fullmatch(entry.fields.get("submitted", "")):
        made["submitted"] = {"date-parts": [[int(part) for part in found.groups()]]}
    if entry.fields.get("editortype", "").strip("{} ").lower() == "compiler" and "editor" in made:
        made["compiler"] = made.pop("editor")
    return made


def _langid(entry: Entry, languages: Mapping[str, Language], as_typed: bool) -> str:
    title = entry.fields.get("title", "")
    if is_latin(title):
        return UNDETERMINED if as_typed and title else ""
    told = language_of(title, languages)
    return told.english_name if told else UNDETERMINED
