"""Files of word processors, of the web and of TeX -> Document and metadata; Document -> Markdown and BibTeX.

All of it is Pandoc's work, done by way of ``pandoc``; what stands here is how its flags are set so
that what it writes is what the press reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from basylym.adapters import pandoc
from basylym.model.document import Document, Node, rewrite, string
from basylym.model.notices import Condition

SHAPED = "-simple_tables-multiline_tables-tex_math_single_backslash"
"""Tables whose columns are drawn with spaces are hard to edit: pipes and corners are written."""
SAID = re.compile(r"^\[(WARNING|INFO)\] (.*(?:\n(?!\[).+)*)", re.MULTILINE)
SKIPPED = "Skipped "
ENTRY = re.compile(r"^@.*?^\}$", re.MULTILINE | re.DOTALL)
IN_LATIN = re.compile(r"^  title = \{+[^\w\n]*[A-Za-z\u00c0-\u024f]", re.MULTILINE)
CITING = re.compile(r"(?<![^\W_])@")
EACH = re.compile("@")
UNDETERMINED = ",\n  langid = {und}"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file as Pandoc read it.

    Attributes:
        document: its blocks.
        meta: Pandoc's metadata, as JSON values.
        warnings: what Pandoc complained of, one text each.
        skipped: what it left out because it does not know it.
    """

    document: Document
    meta: Mapping[str, Any]
    warnings: tuple[str, ...]
    skipped: tuple[str, ...]


def read(content: bytes, form: str, *flags: str) -> Foreign:
    """Read the bytes of a file in one of Pandoc's formats, such as ``docx+citations``.

    Raises:
        BasylymError: ``SOURCE_OPENS`` where it is no file of that format, ``CHILD_ENDS``.
    """
    written, said = pandoc.convert(
        content, "-f", form, "-t", "json", "--verbose", *flags, fault=Condition.SOURCE_OPENS
    )
    tree = pandoc.tree(written)
    told = [(kind, " ".join(text.split())) for kind, text in SAID.findall(said)]
    return Foreign(
        Document(tuple(tree["pandoc-api-version"]), tuple(tree["blocks"])),
        tree["meta"],
        tuple(dict.fromkeys(text for kind, text in told if kind == "WARNING")),
        tuple(dict.fromkeys(text for kind, text in told if kind == "INFO" and text.startswith(SKIPPED))),
    )


def markdown(document: Document) -> str:
    """Write a document as the press reads it, one paragraph a line."""
    blocks = rewrite(list(document.blocks), _without_citing, "")
    given = {"pandoc-api-version": document.version, "meta": {}, "blocks": blocks}
    flags = ("-f", "json", "-t", pandoc.MANUSCRIPT_FORMAT + SHAPED, "--wrap=none", "--markdown-headings=atx")
    written, _ = pandoc.convert(json.dumps(given).encode(), *flags, fault=Condition.CHILD_ENDS)
    return written


def _without_citing(node: Node, _: str) -> Node | list[Node]:
    """Text whose every sign @ that might cite a key is escaped; Pandoc escapes it where a word opens only."""
    if node["t"] != "Str" or "@" not in node["c"]:
        return node
    pattern = EACH if node["c"].count("@") > 1 else CITING  # behind an address a second sign cites
    made: list[Node] = []
    for n, part in enumerate(pattern.split(node["c"])):
        made += [{"t": "RawInline", "c": ["markdown", "\\@"]}] if n else []
        made += [string(part)] if part else []
    return made


def pieces(version: tuple[int, ...], named: Mapping[str, list[Node]]) -> dict[str, str]:
    """Write several short runs of blocks as Markdown, by name."""
    return {
        name: markdown(Document(version, tuple(blocks))).strip() for name, blocks in named.items() if blocks
    }


def references(meta: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The works that Pandoc found in the fields of a reference manager, as CSL JSON."""
    if "references" not in meta:
        return []
    given = {"pandoc-api-version": pandoc.parse("").version, "blocks": [], "meta": meta}
    flags = ("-f", "json", "-t", "csljson")
    written, _ = pandoc.convert(json.dumps(given).encode(), *flags, fault=Condition.BIBLIOGRAPHY_PARSES)
    return list(json.loads(written))


def bibtex(entries: Sequence[Mapping[str, Any]]) -> str:
    """Write CSL JSON as BibLaTeX, titles with the capitals they have.

    Without a language Pandoc takes every title for English and gives all its words capitals.
    """
    given = [{**entry, "language": entry.get("language") or "und"} for entry in entries]
    flags = ("-f", "csljson", "-t", "biblatex")
    written, _ = pandoc.convert(json.dumps(given).encode(), *flags, fault=Condition.BIBLIOGRAPHY_PARSES)
    return ENTRY.sub(_with_language_told_by_letters, written)


def _with_language_told_by_letters(entry: re.Match[str]) -> str:
    """Where a title is not in Latin letters the press tells its language itself."""
    return entry[0] if IN_LATIN.search(entry[0]) else entry[0].replace(UNDETERMINED, "")
