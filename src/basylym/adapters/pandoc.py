"""Markdown -> Document -> HTML and EPUB, by Pandoc in its sandbox: the one home of pypandoc.

Each call is a child process with limits; Pandoc's own heap is bounded by its run-time system.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from basylym.adapters import _comments, child
from basylym.model.document import Document, Node, div
from basylym.model.notices import BasylymError, Condition, Notice

WITHOUT = (
    *("raw_html", "raw_tex", "raw_attribute", "latex_macros"),  # an author's code is never run
    *("native_divs", "native_spans"),  # nor is his HTML: fenced divs and bracketed spans do the same
    *("yaml_metadata_block", "pandoc_title_block"),  # the front matter was cut off and checked before
    "smart",  # quotation marks are set by the language pack, at typesetting
)
MANUSCRIPT_FORMAT = "markdown" + "".join(f"-{name}" for name in WITHOUT)
LIMITS = child.Limits(seconds=60, megabytes=0)  # GHC reserves a terabyte of addresses; see HEAP
HEAP = "1g"
NURSERY = "16m"  # citations are set in a fifth less time than with GHC's 4 MB
DEEPEST = 250  # brackets in Pandoc's JSON; a list in a list takes six, Python's stack ends near 900
RULE = re.compile(r"(?:\A|(?<=\n\n))---[ \t]*$", re.MULTILINE)  # Pandoc would read metadata below it
STRING = re.compile(rb'"[^"]*"')
BRACKETS = bytes.maketrans(b"{}", b"[]")
NOT_BRACKETS = bytes(set(range(256)) - set(b'[]{}"'))
Reference = dict[str, Any]
"""One entry as CSL JSON."""


@cache
def version() -> str:
    """Pandoc's version."""
    return str(pypandoc.get_pandoc_version())


def parse(markdown: str) -> Document:
    """Parse the body of a manuscript, comments left out.

    Raises:
        BasylymError: ``CHILD_ENDS`` where the markup makes Pandoc run without end.
    """

    def read(text: str, *more: str) -> Document:
        return _document(_run(["-f", "".join([MANUSCRIPT_FORMAT, *more]), "-t", "json"], text))

    bare, sign = _comments.covered(markdown, lambda text: read(text, "+raw_html").blocks)
    document = read(bare)
    return document.with_blocks(_comments.taken_out([*document.blocks], sign)) if sign else document


def parse_pieces(pieces: Mapping[str, str]) -> dict[str, Document]:
    """Parse short texts of the front matter, by name.

    They travel as one metadata block that we write ourselves, so no text can reach into another.
    """
    if not pieces:
        return {}
    names = list(pieces)
    values = {f"p{n}": RULE.sub("* * *", pieces[name].strip()) + "\n\n" for n, name in enumerate(names)}
    written = json.dumps(values, ensure_ascii=False)
    for sign in "\x7f\x85\u2028\u2029\ufeff":  # JSON lets them stand, YAML does not
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    front = f"---\n{written}\n...\n"
    parsed = tree(_run(["-f", f"{MANUSCRIPT_FORMAT}+yaml_metadata_block", "-t", "json"], front))
    version, found = tuple(parsed["pandoc-api-version"]), parsed["meta"]
    return {name: Document(version, tuple(_blocks(found.get(f"p{n}")))) for n, name in enumerate(names)}


def references(bib: str) -> list[Reference]:
    """BibTeX or BibLaTeX -> CSL JSON, in the order of the file.

    Raises:
        BasylymError: ``BIBLIOGRAPHY_PARSES`` where Pandoc can make nothing of it, ``CHILD_ENDS``.
    """
    flags = ["-f", "biblatex", "-t", "csljson"]
    return list(json.loads(_run(flags, bib, fault=Condition.BIBLIOGRAPHY_PARSES)))


def resolve(
    document: Document,
    entries: Sequence[Reference],
    style: str,
    language: str,
    uncited: Sequence[str] = (),
) -> Document:
    """Set every citation and the list of references.

    Args:
        document: with Cite nodes.
        entries: CSL JSON.
        style: the XML of a CSL style, the language's terms laid over it already.
        language: BCP 47 tag with region, as CSL names locales.
        uncited: keys to list though nothing cites them; ``*`` for all.

    Raises:
        BasylymError: ``STYLE_EXISTS`` where the style is none that can be read, ``CHILD_ENDS``.
    """
    with tempfile.TemporaryDirectory(prefix="basylym-") as folder:
        Path(folder, "style.csl").write_text(style, encoding="utf-8")
        Path(folder, "references.json").write_text(json.dumps(list(entries)), encoding="utf-8")
        flags = ["--citeproc", "--csl=style.csl", "--bibliography=references.json"]
        meta = {"link-citations": _flag(True), "lang": _text(language)}
        if uncited:
            meta["nocite"] = {"t": "MetaInlines", "c": [_citation(uncited)]}
        given = _json(document, meta)
        flags = ["-f", "json", "-t", "json", *flags]
        return _document(_run(flags, given, folder=folder, fault=Condition.STYLE_EXISTS))


def write(document: Document, target: str, *flags: str) -> str:
    """Write a document in one of Pandoc's text formats, such as ``html5``."""
    return _run(["-f", "json", "-t", target, "--wrap=none", *flags], _json(document, {}))


def convert(given: bytes, *flags: str, fault: Condition) -> tuple[str, str]:
    """Run Pandoc in its sandbox on the bytes of any file: what it wrote, and what it complained of.

    Raises:
        BasylymError: ``fault`` where Pandoc can make nothing of them, ``CHILD_ENDS``.
    """
    ended = _ended(flags, given, fault=fault)
    return ended.output.decode("utf-8"), ended.complaint


def tree(written: str) -> Any:
    """Pandoc's JSON as values.

    Raises:
        BasylymError: ``CHILD_ENDS`` where it is nested so deep that walking it would exhaust our own stack.
    """
    if _is_deeper(written, DEEPEST):
        detail = f"Pandoc read markup whose tree is more than {DEEPEST} deep"
        raise BasylymError(Notice(Condition.CHILD_ENDS, detail))
    return json.loads(written)


def write_epub(
    document: Document,
    meta: Mapping[str, Any],
    files: Mapping[str, bytes],
    flags: Sequence[str],
    epoch: int,
) -> bytes:
    """Write an EPUB.

    Args:
        document: blocks; pictures are named by their path in ``files``.
        meta: Pandoc's metadata as JSON values, such as title and language.
        files: name -> content of every picture, font, style sheet, template and translation
            that a flag or the document names; they are laid in an empty folder.
        flags: such as ``--css=epub.css``. Pandoc's ``--sandbox`` would refuse the pictures, so
            it is left out here: the tree holds no raw code, and every file it names is one of ours.
        epoch: seconds since 1970-01-01 UTC.
    """
    return _packed("epub3", document, meta, files, flags, epoch)


def write_docx(document: Document, meta: Mapping[str, Any], files: Mapping[str, bytes], epoch: int) -> bytes:
    """Write a DOCX; its arguments are those of ``write_epub``."""
    return _packed("docx", document, meta, files, (), epoch)


def _packed(
    target: str,
    document: Document,
    meta: Mapping[str, Any],
    files: Mapping[str, bytes],
    flags: Sequence[str],
    epoch: int,
) -> bytes:
    with tempfile.TemporaryDirectory(prefix="basylym-") as folder:
        for name, content in files.items():
            place = Path(folder, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        command = ["-f", "json", "-t", target, "--output=edition", *flags]
        _run(command, _json(document, meta), folder=folder, epoch=epoch, sandbox=False)
        return Path(folder, "edition").read_bytes()


def mathml(formulas: Sequence[tuple[str, bool]]) -> list[str]:
    """TeX formulas, each with whether it is displayed -> their MathML, or "" where TeX is at fault."""
    if not formulas:
        return []
    blocks = [
        div([{"t": "Plain", "c": [_math(tex, display)]}], identifier=f"m{n}")
        for n, (tex, display) in enumerate(formulas)
    ]
    html = write(Document(_api(), tuple(blocks)), "html5", "--mathml")
    made = []
    for piece in html.split('<div id="m')[1:]:
        start, end = piece.find("<math"), piece.find("</math>")
        made.append(piece[start : end + len("</math>")] if start >= 0 else "")
    return made


def _math(tex: str, display: bool) -> Node:
    return {"t": "Math", "c": [{"t": "DisplayMath" if display else "InlineMath"}, tex]}


@cache
def _api() -> tuple[int, ...]:
    return tuple(json.loads(_run(["-f", "markdown", "-t", "json"], ""))["pandoc-api-version"])


def _run(
    flags: Sequence[str],
    given: str,
    *,
    folder: str | None = None,
    epoch: int = 0,
    sandbox: bool = True,
    fault: Condition = Condition.CHILD_ENDS,
) -> str:
    content = given.encode("utf-8", "replace")
    return _ended(flags, content, folder, epoch, sandbox, fault).output.decode("utf-8")


def _ended(
    flags: Sequence[str],
    given: bytes,
    folder: str | None = None,
    epoch: int = 0,
    sandbox: bool = True,
    fault: Condition = Condition.CHILD_ENDS,
) -> child.Ended:
    guard = ["--sandbox"] if sandbox else []
    command = [pypandoc.get_pandoc_path(), *guard, *flags, "+RTS", f"-M{HEAP}", f"-A{NURSERY}", "-RTS"]
    ended = child.run(command, given, LIMITS, tool="Pandoc", folder=folder, epoch=epoch)
    if ended.code:
        raise BasylymError(Notice(fault, f"Pandoc stopped: {_first_lines(ended.complaint)}"))
    return ended


def _first_lines(complaint: str) -> str:
    return " ".join(complaint.split())[:300] or "it gave no reason"


def _document(written: str) -> Document:
    read = tree(written)
    return Document(tuple(read["pandoc-api-version"]), tuple(read["blocks"]))


def _is_deeper(written: str, most: int) -> bool:
    """Whether JSON is nested deeper: its brackets alone, innermost pairs taken out once for each level."""
    bare = written.replace("\\\\", "").replace('\\"', "")
    brackets = STRING.sub(b"", bare.encode().translate(BRACKETS, delete=NOT_BRACKETS))
    for _ in range(most):
        if not brackets:
            return False
        brackets = brackets.replace(b"[]", b"")
    return bool(brackets)


def _json(document: Document, meta: Mapping[str, Any]) -> str:
    tree = {"pandoc-api-version": document.version, "meta": meta, "blocks": document.blocks}
    return json.dumps(tree, ensure_ascii=False)


def _blocks(value: Any) -> list[Node]:
    if value is None:
        return []
    if value["t"] == "MetaInlines":
        return [{"t": "Plain", "c": value["c"]}]
    return list(value["c"])


def _flag(value: bool) -> Node:
    return {"t": "MetaBool", "c": value}


def _text(value: str) -> Node:
    return {"t": "MetaString", "c": value}


def _citation(keys: Sequence[str]) -> Node:
    each = [
        {
            "citationId": key,
            "citationPrefix": [],
            "citationSuffix": [],
            "citationMode": {"t": "NormalCitation"},
            "citationNoteNum": 0,
            "citationHash": 0,
        }
        for key in keys
    ]
    return {"t": "Cite", "c": [each, []]}
