"""BibTeX text -> its entries and what is wrong with it: the one home of bibtexparser."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import bibtexparser
from bibtexparser.model import DuplicateBlockKeyBlock

from basylym.model.language import Language
from basylym.model.notices import Condition, Locus, Notice, Outcome

PLACEHOLDER = "basylym-placeholder"
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # its complaints are our notices


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as written. ``fields`` by lower-case name; ``line`` from 1; ``raw`` is its BibTeX."""

    key: str
    kind: str
    fields: dict[str, str]
    line: int
    raw: str


def read(text: str, path: str) -> Outcome[tuple[Entry, ...]]:
    """Read every entry that can be read.

    Notices:
        ``BIBLIOGRAPHY_PARSES``: an entry is broken and would be left out.
        ``REFERENCE_IS_UNIQUE``: a key stands twice; the first entry counts.
    """
    library = bibtexparser.parse_string(text)
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
    return Outcome(entries, tuple(notices))


def joined(entries: Iterable[Entry], languages: Mapping[str, Language]) -> str:
    """The entries as one BibTeX text for Pandoc, each with the language that its title's letters show.

    Without ``langid`` Pandoc reads a title as English and takes its capitals away.
    """
    made = []
    for entry in entries:
        raw = entry.raw
        name = _langid(entry, languages)
        if name and "langid" not in entry.fields and "hyphenation" not in entry.fields:
            head = re.match(r"\s*@\s*\w+\s*[{(]\s*[^,\s]+\s*,?", raw)
            if head:
                comma = "" if head.group().endswith(",") else ","
                raw = f"{head.group()}{comma} langid = {{{name}}},{raw[head.end() :]}"
        made.append(raw)
    return "\n\n".join(made)


def _langid(entry: Entry, languages: Mapping[str, Language]) -> str:
    """The narrowest alphabet that holds every letter of the title, if it is not English."""
    letters = {letter for letter in entry.fields.get("title", "").lower() if letter.isalpha()}
    native = {letter for letter in letters if ord(letter) > 0x24F}  # beyond the Latin letters
    fitting = [pack for pack in languages.values() if native and native <= set(pack.letters)]
    return min(fitting, key=lambda pack: len(pack.letters)).english_name if fitting else ""
