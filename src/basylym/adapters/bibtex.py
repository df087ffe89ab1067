"""BibTeX text -> its entries and what is wrong with it: the one home of bibtexparser."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock

from basylym.model.bibliography import is_latin, language_of
from basylym.model.language import Language
from basylym.model.notices import Condition, Locus, Notice, Outcome

PLACEHOLDER = "basylym-placeholder"
NOT_CITED = {"xdata", "set", "control"}  # kinds that serve other entries, or BibTeX itself
TITLES = {"title", "subtitle", "booktitle", "maintitle"}
ABBREVIATION = re.compile(r"(?<![\w{.])(?:[A-Z]\.){2,}(?![\w}])")
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
        ``BIBLIOGRAPHY_PARSES``: an entry is broken and would be left out.
        ``REFERENCE_IS_UNIQUE``: a key stands twice; the first entry counts.
    """
    library = parse_string(text)
    notices = []
    for block in library.failed_blocks:
        locus = Locus(path, (block.start_line or 0) + 1)  # bibtexparser counts from 0
        if isinstance(block, DuplicateBlockKeyBlock):
            detail = f"the key {block.key!r} stands twice"
            notices.append(Notice(Condition.REFERENCE_IS_UNIQUE, detail, locus))
        else:
            head = " ".join((block.raw or "").split())[:60]
            notices.append(Notice(Condition.BIBLIOGRAPHY_PARSES, f"the entry {head!r} is broken", locus))
    entries = tuple(
        Entry(
            entry.key,
            entry.entry_type.lower(),
            {field.key.lower(): str(field.value) for field in entry.fields},
            (entry.start_line or 0) + 1,
            entry.raw or "",
        )
        for entry in library.entries
    )
    strings = tuple(block.raw or "" for block in library.strings)
    return Outcome(Library(entries, strings), tuple(notices))


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


def _langid(entry: Entry, languages: Mapping[str, Language], as_typed: bool) -> str:
    title = entry.fields.get("title", "")
    if is_latin(title):
        return UNDETERMINED if as_typed and title else ""
    told = language_of(title, languages)
    return told.english_name if told else UNDETERMINED
