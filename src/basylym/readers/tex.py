r"""Bytes of a LaTeX file -> Reading, by way of Pandoc; labels, citations and the list of references kept.

A file that names others (``\input``) does not hold the whole article, and no other file is read.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from basylym.model.document import Document, Node, plain, rewrite, walk
from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.readers import _foreign, _tex_commands, txt

COMMENT = re.compile(r"(?<!\\)%[^\n]*")
VERBATIM = re.compile(r"\\begin\{(verbatim|lstlisting|minted)\*?\}.*?\\end\{\1\*?\}", re.DOTALL)
VERB = re.compile(r"\\verb\*?([^\w\s*]).*?\1")
OTHERS = re.compile(
    r"\\(?:input|include|subfile|import|subimport|verbatiminput|lstinputlisting|inputminted|InputIfFileExists)"
    r"(?![A-Za-z])\s*(?:\[[^\]]*\])?\s*\{?\s*([^{}\s\\]+)"
)
COMMANDS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|%[^\n]*\n)*+\\"
)  # a file of LaTeX opens with one, or with comments
BEGINNING = re.compile(r"\\begin\s*\{document\}")
ENCODED = re.compile(rb"\\usepackage\s*\[([^\]]*)\]\s*\{inputenc\}|%\s*!TEX\s+encoding\s*=\s*([\w-]+)")
ENCODINGS = {
    "utf8": "utf-8", "utf8x": "utf-8", "latin1": "iso8859-1", "latin2": "iso8859-2", "latin5": "iso8859-9",
    "latin9": "iso8859-15", "ansinew": "cp1252", "applemac": "mac_roman",
}  # fmt: skip
LISTED = re.compile(r"\\bibliography\s*\{([^{}]*)\}|\\addbibresource\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}")
ENTRIES = re.compile(r"\\begin\{thebibliography\}\s*(?:\{[^{}]*\})?(.*?)\\end\{thebibliography\}", re.DOTALL)
ENTRY = re.compile(r"\\bibitem\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}")
LABEL = re.compile(r"\\label\s*\{([^{}]*)\}")
ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{(?:equation|displaymath)\*?\}")
KINDS = {"Header": "sec", "Figure": "fig", "Table": "tbl"}
STRANGE = re.compile(r"[^\w.-]+")
PREFIX = re.compile(r"(?:fig|tbl|tab|eq|sec):\S+")
SHOWN_BY = re.compile(r"[^\W\d_]{2,}")
UNSHOWN = re.compile(
    r"\\(?:begin|end|label|ref|eqref|pageref|autoref|[cC]ref|cite\w*|bibliography\w*|includegraphics|usepackage"
    r"|documentclass|[vh]space|hypersetup|url|href|input|include|newcommand|renewcommand|def|set\w+"
    r"|color|textcolor|fontsize|selectlanguage|foreignlanguage)(?![A-Za-z])\*?\s*(?:\[[^\]]*\]\s*)*"
    r"(?:\{[^{}]*\})?(?:(?<=\})(?:\[[^\]]*\]|\{(?:[^{}]|\{[^{}]*\})*@\{\}(?:[^{}]|\{[^{}]*\})*\}))*"
)
FORMULA = re.compile(
    r"\$\$.*?\$\$|(?<!\\)\$[^$]*\$|\\\[.*?\\\]|\\\(.*?\\\)"
    r"|\\begin\{(equation|align|gather|multline|eqnarray|displaymath|math|tabular|tabularx|longtable)(\*?)\}"
    r"(?:\{[^{}]*\})?",
    re.DOTALL,
)
COMMAND = re.compile(r"\\[A-Za-z@]+\*?(?:\[[^\]]*\])?|\\['`^\"~=.]")


def _read(received: Received) -> Outcome[Reading]:
    found = ENCODED.search(received.raw)
    named = (found[1] or found[2]).decode("ascii", "replace").strip().lower() if found else ""
    named = ENCODINGS.get(named, named)
    encoding = received.encoding or (named if _exists(named) and named != "utf-8" else None)
    decoded = txt.read(received.raw, received.path, encoding)
    text = decoded.value.text
    _refuse_parts(text, received.path)
    bare = COMMENT.sub("", text)  # no line end is taken, so lines keep their numbers
    entries, notices = _entries(bare, received)
    start = BEGINNING.search(bare)
    body = ENTRIES.sub("", bare[start.end() :] if start else bare)
    kept = ENTRIES.sub(lambda found: "\n" * found[0].count("\n"), text)
    front: dict[str, Any] = {"lang": tongue} if (tongue := _tongue(bare)) else {}
    if words := _tex_commands.keywords(bare):
        front["keywords"] = words
    given = _tex_commands.known(kept)
    file = _foreign.File(
        given.encode(),
        "latex-raw_tex",
        ".tex",
        words=_words(body),
        front=front,
        bibliography=entries,
        change=_labelled,
        first_line=bare.count("\n", 0, start.end()) + 1 if start else 0,
        said=(*decoded.notices, *notices),
        left_out=lambda skipped: _tex_commands.left_out(skipped, given),
    )
    return _foreign.read(_with_suffixes(received), file)


def _exists(name: str) -> bool:
    try:
        return bool(name and codecs.lookup(name))
    except LookupError:
        return False


def _refuse_parts(text: str, path: str) -> None:
    """Stop at the first place of the body that names another file.

    Raises:
        BasylymError: ``SOURCE_STANDS_ALONE``.
    """
    blank = COMMENT.sub(lambda one: " " * len(one[0]), text)
    blank = VERBATIM.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), blank)
    start = BEGINNING.search(blank)
    found = OTHERS.search(blank, start.end() if start else 0)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        told = f"the file names another one, {found[1]!r}, which is not read"
        raise BasylymError(Notice(Condition.SOURCE_STANDS_ALONE, told, Locus(path, line, column)))


def _with_suffixes(received: Received) -> Received:
    """TeX names a picture without its suffix: the same file, asked for under each."""

    def beside(name: str) -> bytes | None:
        tried = (received.beside(name + suffix) for suffix in ("", ".svg", ".png", ".jpg", ".jpeg"))
        return next((content for content in tried if content is not None), None)

    return Received(received.path, received.raw, received.encoding, received.changes, beside)


def _entries(text: str, received: Received) -> tuple[str, tuple[Notice, ...]]:
    """BibTeX of the works: the files named, and the entries that stand in the text, each as it is typed."""
    pieces, missing = [], []
    named = [found[1] or found[2] for found in LISTED.finditer(VERB.sub("", VERBATIM.sub("", text)))]
    for name in dict.fromkeys(one.strip() for names in named for one in names.split(",") if one.strip()):
        file = name if name.endswith(".bib") else f"{name}.bib"
        content = received.beside(file)
        if content is None:
            missing.append(file)
        else:
            pieces.append(content.decode("utf-8-sig", "replace").strip())
    notices = []
    if missing:
        shown = ", ".join(repr(one) for one in missing[:5])
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        which = "the bibliography" if len(missing) == 1 else f"{len(missing)} bibliographies"
        told = f"{which} {shown}{more} {'is' if len(missing) == 1 else 'are'} not beside the source"
        notices.append(Notice(Condition.BIBLIOGRAPHY_EXISTS, told, Locus(received.path)))
    for found in ENTRIES.finditer(text):
        marks = [*ENTRY.finditer(found[1])]
        ends = [*(mark.start() for mark in marks[1:]), len(found[1])]
        for mark, end in zip(marks, ends, strict=False):  # an environment may hold no entry
            raw = " ".join(re.sub(r"\\newblock\b", " ", found[1][mark.end() : end]).split())
            note = raw if raw.count("{") == raw.count("}") else re.sub(r"[{}]", "", raw)
            pieces.append(f"@misc{{{mark[1].strip()},\n  note = {{{note}}}\n}}")
    return "\n\n".join(pieces), tuple(notices)


def _words(body: str) -> str:
    """The words that the body shows, as far as can be told without running TeX."""
    text = VERBATIM.sub(" ", body)
    for pattern in (FORMULA, UNSHOWN, COMMAND):
        text = pattern.sub(" ", text)
    return " ".join(SHOWN_BY.findall(text.replace("{", "").replace("}", "")))


def _tongue(text: str) -> str:
    found = re.search(
        r"\\setdefaultlanguage\s*(?:\[[^\]]*\])?\{(\w+)\}|\\usepackage\s*\[([^\]]*)\]\s*\{babel\}", text
    )
    named = (found[1] or found[2].split(",")[-1]).strip().removeprefix("main=") if found else ""
    known = {
        "russian": "ru",
        "english": "en",
        "kazakh": "kk",
        "turkish": "tr",
        "german": "de",
        "ngerman": "de",
    }
    return known.get(named, "en" if named in ("british", "american") else "")


def _labelled(document: Document) -> Document:
    """Labels and references as the press writes them: ``{#eq:x}`` and ``[-@eq:x]``."""
    names: dict[str, str] = {}
    for node in walk(document.blocks):
        if node["t"] in KINDS and (label := node["c"][1 if node["t"] == "Header" else 0][0]):
            names.setdefault(label, _name(label, KINDS[node["t"]]))
        elif node["t"] == "Math":
            for label in LABEL.findall(node["c"][1]):
                names.setdefault(label, _name(label, "eq"))
    links = (node for node in walk(document.blocks) if node["t"] == "Link")
    wanted = {dict(node["c"][0][2]).get("reference", "") for node in links}
    spans = {
        pairs["label"]
        for node in walk(document.blocks)
        if node["t"] == "Span" and "label" in (pairs := dict(node["c"][0][2]))
    }

    def change(node: Node, _: str) -> Any:
        if node["t"] in KINDS:
            place = 1 if node["t"] == "Header" else 0
            (label, classes, pairs), content = node["c"][place], [*node["c"]]
            own = label if node["t"] != "Header" or label in wanted else ""
            content[place] = [names.get(own, own), classes, pairs]
            return {"t": node["t"], "c": content}
        if node["t"] == "Math":
            return _equation(node, names)
        if node["t"] == "Link":
            label = dict(node["c"][0][2]).get("reference", "")
            return _reference(names[label]) if label in names else node
        if node["t"] == "Span" and dict(node["c"][0][2]).get("label") in spans:
            return [] if not plain(node["c"][1]).strip() else node["c"][1]
        return node

    return document.with_blocks(rewrite(list(document.blocks), change, ""))


def _name(label: str, kind: str) -> str:
    return label if PREFIX.fullmatch(label) else f"{kind}:{STRANGE.sub('-', label)}"


def _equation(node: Node, names: dict[str, str]) -> Any:
    kind, tex = node["c"]
    label = LABEL.search(tex)
    bare = ENVIRONMENT.sub("", LABEL.sub("", tex)).strip()
    math = {"t": "Math", "c": [kind, bare]}
    if not label or kind["t"] != "DisplayMath":
        return math
    return [math, {"t": "Space"}, {"t": "RawInline", "c": ["markdown", f"{{#{names[label[1]]}}}"]}]


def _reference(name: str) -> Node:
    """A reference that prints the number alone, for TeX's authors write the word before it."""
    mode = {"t": "SuppressAuthor"}
    one = {"citationId": name, "citationPrefix": [], "citationSuffix": [], "citationMode": mode}
    return {"t": "Cite", "c": [[{**one, "citationNoteNum": 0, "citationHash": 0}], []]}


def _is_tex(raw: bytes) -> bool:
    """Tell whether a class is named before any prose: a text about LaTeX names one in its examples."""
    head = raw[:20_000]
    return bool(COMMANDS.match(head) and re.search(rb"(?m)^\s*\\documentclass\b", head))


READER = Reader(suffixes=(".tex", ".latex", ".ltx"), name="LaTeX", recognizes=_is_tex, read=_read)
