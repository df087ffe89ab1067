"""Document and Bibliography -> what citeproc needs, and its result made linkable both ways.

Citeproc itself is Pandoc's; what stands here is pure: which keys are cited and where, the terms
of the language laid over the style, locators printed number first, references that say nothing
shown as missing, and links from each reference back to its citations.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from basylym.model.bibliography import Bibliography, is_latin, language_of
from basylym.model.document import (
    Document,
    Node,
    Run,
    attributes,
    div,
    plain,
    rewrite,
    span,
    string,
    walk,
    words,
)
from basylym.model.language import Language
from basylym.model.notices import Condition, Locus, Notice
from basylym.stages.locate import located
from basylym.stages.openings import label_of

NAMES = ("author", "editor", "translator", "container-author", "collection-editor", "composer", "director")
REFERENCES = "refs"
EVERY = "*"  # in nocite: list every reference, cited or not
NO_LANGUAGE = "und"  # ISO 639: undetermined; keeps citeproc from reading a title as English
NOT_PRINTED = {"id", "type", "language", "keyword", "keywords", "categories", "custom"}
BACK = "↑"
FORMULA = re.compile(r"\$([^$\s]*[_^\\][^$\s]*)\$")


def cited(document: Document) -> Iterator[str]:
    """Every citation key, once for each citation, in the order of the text."""
    for node in walk(document.blocks):
        if node["t"] == "Cite":
            yield from (one["citationId"] for one in node["c"][0] if not label_of(one["citationId"]))


def check(
    document: Document,
    bibliography: Bibliography,
    uncited: Sequence[str],
    body: str,
    path: str,
    body_line: int,
) -> tuple[Notice, ...]:
    """Compare what is cited, or listed uncited, with the bibliography.

    Notices: ``CITATION_RESOLVES``, ``REFERENCE_IS_CITED``, ``REFERENCE_IS_COMPLETE``.
    """
    found = []
    used = {*cited(document), *uncited}
    for key in sorted(used - bibliography.references.keys() - {EVERY}):
        place = locus(f"@{key}", body, path, body_line)
        found.append(Notice(Condition.CITATION_RESOLVES, f"the citation @{key} has no entry", place))
    for reference in bibliography.references.values():
        place = Locus(reference.path, reference.line)
        if reference.key not in used and EVERY not in used:
            detail = f"the reference {reference.key!r} is never cited"
            found.append(Notice(Condition.REFERENCE_IS_CITED, detail, place))
        if not says_something(reference.csl):
            detail = f"the reference {reference.key!r} has no author, title or year"
            found.append(Notice(Condition.REFERENCE_IS_COMPLETE, detail, place))
    return tuple(found)


def locus(needle: str, body: str, path: str, body_line: int, turn: int = 0) -> Locus:
    """Where ``needle`` stands in the body, the first time or the ``turn``-th after; else where that starts.

    A key or a label counts only as a whole: ``@a`` is not in ``@a.b``, nor in ``x@a``.
    """
    pattern = re.escape(needle)
    if needle[:1] in ("@", "#"):
        key = re.escape(needle[1:])
        pattern = rf"(?<!\w){needle[0]}(?:{key}(?![\w]|[:.#$%&+?<>~/-]\w)|\{{{key}\}})"
    found = list(itertools.islice(re.finditer(pattern, body), turn + 1))
    if not found:
        return Locus(path, body_line)
    before = body[: found[-1].start()]
    return Locus(path, body_line + before.count("\n"), len(before) - before.rfind("\n"))


def says_something(entry: Mapping[str, Any]) -> bool:
    """Whether an entry names who or what is cited."""
    return any(entry.get(name) for name in (*NAMES, "title", "container-title", "archive", "URL", "DOI"))


def entries(bibliography: Bibliography, languages: Mapping[str, Language], language: Language) -> list[Any]:
    """The references for citeproc: those that say nothing print as missing, each knows its language."""
    made = []
    for reference in bibliography.references.values():
        entry = {**reference.csl, "id": reference.key}
        entry["type"] = entry.get("type") or "document"
        entry["language"] = tag_of(entry, languages)
        if not says_something(entry):
            entry["title"] = f"[{language.terms.missing_reference}]"
            entry["language"] = NO_LANGUAGE  # the press's own words are no title to be capitalised
            if not entry.keys() - NOT_PRINTED - {"title"}:
                entry["type"] = "document"
        made.append(entry)
    return made


def tag_of(entry: Mapping[str, Any], languages: Mapping[str, Language]) -> str:
    """The language of an entry, as BCP 47 with region: the declared one, or what its title's letters show."""
    declared = str(entry.get("language", ""))
    for tag, pack in languages.items():
        if declared.lower() in (tag, pack.region.lower(), pack.english_name):
            return pack.region
    if declared and declared != NO_LANGUAGE:
        return declared
    title = f"{entry.get('title', '')} {entry.get('container-title', '')}"
    told = language_of(title, languages)
    if told:
        return told.region
    return "" if is_latin(title) and not declared else NO_LANGUAGE


def prepare(document: Document, language: Language, languages: Mapping[str, Language]) -> Document:
    """Make the tree ready for citeproc: locators in the language of their passage, a place for the list."""

    def change(node: Node, tag: str) -> Node:
        if node["t"] != "Cite":
            return node
        passage = _pack(tag, language, languages)
        each = [
            {**one, "citationSuffix": located(one["citationSuffix"], language, passage, languages)}
            for one in node["c"][0]
        ]
        return {"t": "Cite", "c": [each, node["c"][1]]}

    blocks: list[Node] = rewrite(list(document.blocks), change, language.tag)
    if any(attributes(node)[0] == REFERENCES for node in walk(blocks)):
        return document.with_blocks(blocks)
    return document.with_blocks(_with_list(blocks, language))


def passages(document: Document, language: Language, languages: Mapping[str, Language]) -> list[str]:
    """The region of the language that each citation stands in, in the order of the text.

    A passage in a language without a pack is cited in the article's own.
    """
    told: list[str] = []

    def note(node: Node, tag: str) -> Node:
        if node["t"] == "Cite":
            told.append(_pack(tag, language, languages).region)
        return node

    rewrite(list(document.blocks), note, language.tag)
    return told


def in_their_passages(document: Document, others: Mapping[str, Document], regions: Sequence[str]) -> Document:
    """Each citation with the words of the passage that it stands in: ``Әуез и Қонай`` in a Russian one.

    Args:
        document: resolved in the language of the article.
        others: region -> the same document resolved in that language.
        regions: of each citation, in the order of the text.
    """
    if not any(region in others for region in regions):
        return document
    printed = {
        region: [node for node in walk(other.blocks) if node["t"] == "Cite"]
        for region, other in others.items()
    }
    places = iter(enumerate(regions))

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Cite":
            return node
        place, region = next(places)
        return printed[region][place] if region in printed else node

    return document.with_blocks(rewrite(list(document.blocks), change, ""))


def _pack(tag: str, language: Language, languages: Mapping[str, Language]) -> Language:
    """The language of a passage; the article's own where its tag names none that has a pack."""
    if tag == language.tag:
        return language
    return languages.get(tag) or languages.get(tag.split("-")[0]) or language


def _with_list(blocks: list[Node], language: Language) -> list[Node]:
    """The list's place: below the author's own empty heading for it, else at the end, under a new heading."""
    listed = div([], identifier=REFERENCES)
    for place in range(len(blocks) - 1, -1, -1):
        node = blocks[place]
        role = language.headings.get(plain(node["c"][2]).strip().lower()) if node["t"] == "Header" else ""
        if role == "references" and (place + 1 == len(blocks) or blocks[place + 1]["t"] == "Header"):
            return [*blocks[: place + 1], listed, *blocks[place + 1 :]]
    heading = [2, ["references", [], []], words(language.terms.references)]
    return [*blocks, {"t": "Header", "c": heading}, listed]


def anchored(document: Document, bibliography: Bibliography, language: Language) -> Document:
    """Give each citation an identifier, and each reference links back to its citations.

    A reference that says nothing bears the class ``missing``.
    """
    seen: dict[str, int] = {}

    def cite(node: Node, _: str) -> Node | list[Node]:
        if node["t"] != "Cite":
            return node
        marks = []
        for key in dict.fromkeys(one["citationId"] for one in node["c"][0]):
            if key in bibliography.references:
                seen[key] = seen.get(key, 0) + 1
                marks.append(f"cite-{key}-{seen[key]}")
        run: Run = node["c"][1]
        for mark in reversed(marks):
            run = [span(run, identifier=mark, classes=("citation",))]
        return run

    def entry(node: Node, _: str) -> Node:
        name = attributes(node)[0]
        if node["t"] != "Div" or not name.startswith("ref-") or name[4:] not in bibliography.references:
            return node
        key = name[4:]
        (_, classes, pairs), blocks = rewrite(node["c"], _with_formulas, "")
        if not says_something(bibliography.references[key].csl):
            classes = [*classes, "missing"]
        links = _back_links(key, seen.get(key, 0), language)
        if links and blocks and blocks[-1]["t"] in ("Para", "Plain"):
            last = {"t": blocks[-1]["t"], "c": _ended(blocks[-1]["c"], links)}
            blocks = [*blocks[:-1], last]
        return {"t": "Div", "c": [[name, classes, pairs], blocks]}

    blocks = rewrite(list(document.blocks), _uncited, language.tag)
    blocks = rewrite(blocks, cite, language.tag)
    return document.with_blocks(rewrite(blocks, entry, language.tag))


def _uncited(node: Node, _: str) -> Node:
    """The words for a picture, copied by Pandoc from its caption, with what their citations print alone."""
    if node["t"] != "Image":
        return node

    def printed(part: Node, _: str) -> Node | list[Node]:
        run: Run = part["c"][1] if part["t"] in ("Cite", "Link") else [part]
        return run

    attribute, run, target = node["c"]
    return {"t": "Image", "c": [attribute, rewrite(run, printed, ""), target]}


def _with_formulas(node: Node, _: str) -> Node | list[Node]:
    """The formulas in a title, which reach CSL as TeX and leave citeproc as text, as formulas again."""
    if node["t"] != "Str" or not FORMULA.search(node["c"]):
        return node
    parts = FORMULA.split(node["c"])
    return [
        {"t": "Math", "c": [{"t": "InlineMath"}, part]} if place % 2 else string(part)
        for place, part in enumerate(parts)
        if part
    ]


def _ended(run: Run, links: Node) -> Run:
    """``run`` with the back links at its end, inside the span that holds the entry's text, if any."""
    if run and run[-1]["t"] == "Span" and "csl-right-inline" in attributes(run[-1])[1]:
        attribute, inner = run[-1]["c"]
        return [*run[:-1], {"t": "Span", "c": [attribute, _ended(inner, links)]}]
    return [*run, {"t": "Space"}, links]


def _back_links(key: str, times: int, language: Language) -> Node | None:
    if not times:
        return None
    links: Run = []
    for n in range(1, times + 1):
        sign = BACK if times == 1 else f"{BACK}{n}"
        label = ["aria-label", f"{language.terms.back} {n}" if times > 1 else language.terms.back]
        target = f"#cite-{key}-{n}"
        links += [{"t": "Space"}] if links else []
        links.append({"t": "Link", "c": [["", ["back"], [label]], [string(sign)], [target, ""]]})
    return span(links, classes=("backlinks",))
