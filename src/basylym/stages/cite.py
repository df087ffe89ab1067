"""Document and Bibliography -> what citeproc needs, and its result made linkable both ways.

Citeproc itself is Pandoc's; what stands here is pure: which keys are cited and where, the terms
of the language laid over the style, locators printed number first, references that say nothing
shown as missing, and links from each reference back to its citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

from basylym.model.bibliography import Bibliography
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
from basylym.stages.number import LABEL

NAMES = ("author", "editor", "translator", "container-author", "collection-editor", "composer", "director")
REFERENCES = "refs"
BACK = "↑"


def cited(document: Document) -> Iterator[str]:
    """Every citation key, once for each citation, in the order of the text."""
    for node in walk(document.blocks):
        if node["t"] == "Cite":
            yield from (one["citationId"] for one in node["c"][0] if not LABEL.fullmatch(one["citationId"]))


def check(
    document: Document, bibliography: Bibliography, body: str, path: str, body_line: int
) -> tuple[Notice, ...]:
    """Notices: ``CITATION_RESOLVES``, ``REFERENCE_IS_CITED``, ``REFERENCE_IS_COMPLETE``."""
    found = []
    used = set(cited(document))
    for key in sorted(used - bibliography.references.keys()):
        place = locus(f"@{key}", body, path, body_line)
        found.append(Notice(Condition.CITATION_RESOLVES, f"the citation @{key} has no entry", place))
    for reference in bibliography.references.values():
        place = Locus(reference.path, reference.line)
        if reference.key not in used and "*" not in used:
            detail = f"the reference {reference.key!r} is never cited"
            found.append(Notice(Condition.REFERENCE_IS_CITED, detail, place))
        if not says_something(reference.csl):
            detail = f"the reference {reference.key!r} has no author, title or year"
            found.append(Notice(Condition.REFERENCE_IS_COMPLETE, detail, place))
    return tuple(found)


def locus(needle: str, body: str, path: str, body_line: int) -> Locus:
    """Where ``needle`` first stands in the body as a word of its own, or the body's start."""
    found = re.search(re.escape(needle) + r"(?![\w:-])", body)
    if not found:
        return Locus(path, body_line)
    before = body[: found.start()]
    return Locus(path, body_line + before.count("\n"), len(before) - before.rfind("\n"))


def says_something(entry: Mapping[str, Any]) -> bool:
    """Whether an entry names who or what is cited."""
    return any(entry.get(name) for name in (*NAMES, "title", "container-title", "URL", "DOI"))


def entries(bibliography: Bibliography, languages: Mapping[str, Language], language: Language) -> list[Any]:
    """The references for citeproc: those that say nothing print as missing, each knows its language."""
    made = []
    for reference in bibliography.references.values():
        entry = {**reference.csl, "id": reference.key}
        entry["type"] = entry.get("type") or "document"
        entry["language"] = tag_of(entry, languages) or entry.get("language", "")
        if not says_something(entry):
            entry = {"id": reference.key, "type": "document", "language": language.region}
            entry["title"] = f"[{language.terms.missing_reference}]"
        made.append(entry)
    return made


def tag_of(entry: Mapping[str, Any], languages: Mapping[str, Language]) -> str:
    """The language of an entry's title by its own letters, as BCP 47 with region, or nothing.

    A pack speaks for a title if its alphabet holds all the title's letters; of several the
    narrowest alphabet that the declared language does not contradict.
    """
    title = f"{entry.get('title', '')} {entry.get('container-title', '')}".lower()
    letters = {letter for letter in title if letter.isalpha()}
    declared = str(entry.get("language", "")).lower()
    for tag, pack in languages.items():
        if declared and declared in (tag, pack.region.lower(), pack.english_name):
            return pack.region
    if declared or not letters:
        return ""
    fitting = [pack for pack in languages.values() if letters <= set(pack.letters)]
    return min(fitting, key=lambda pack: len(pack.letters)).region if fitting else ""


def with_terms(style: str, language: Language) -> str:
    """A CSL style with the language's terms laid over it.

    For a language that citeproc does not know it would use English, title case included.

    Source: CSL 1.0.2, "Locale" within styles.
    """
    at = style.index("<macro")
    rows = []
    for name, word in language.csl_terms.items():
        term, _, form = name.partition(":")
        named = f'name="{term}"' + (f' form="{form}"' if form else "")
        if "|" in word:
            one, many = word.split("|")
            body = f"<single>{escape(one)}</single><multiple>{escape(many)}</multiple>"
        else:
            body = escape(word)
        rows.append(f"<term {named}>{body}</term>")
    inside = str(language.punctuation_in_quote).lower()
    options = f'<style-options punctuation-in-quote="{inside}"/>'
    locale = f'<locale xml:lang="{language.region}">{options}<terms>{"".join(rows)}</terms></locale>\n'
    return style[:at] + locale + style[at:]


def prepare(document: Document, language: Language) -> Document:
    """Make the tree ready for citeproc: locators number first, a place for the list."""

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Cite" or not language.locators.number_first:
            return node
        each = [
            {**one, "citationSuffix": _number_first(one["citationSuffix"], language)} for one in node["c"][0]
        ]
        return {"t": "Cite", "c": [each, node["c"][1]]}

    blocks: list[Node] = rewrite(list(document.blocks), change, language.tag)
    if any(cited(document)) and not any(attributes(node)[0] == REFERENCES for node in walk(blocks)):
        heading = [2, ["references", [], []], words(language.terms.references)]
        blocks += [{"t": "Header", "c": heading}, div([], identifier=REFERENCES)]
    return document.with_blocks(blocks)


def _number_first(suffix: Run, language: Language) -> Run:
    """``, б. 115`` -> ``{}, 115-б.``: the braces keep citeproc from reading a locator of its own."""
    text = plain(suffix).strip()
    locators = language.locators
    for forms in locators.labels.values():
        for form in sorted(forms, key=len, reverse=True):
            label = re.escape(form)
            found = re.match(
                rf"[,:]?\s*{label}[\s\u00a0]*(\d[\d\s,–-]*?)(?=$|[;,]\s*\D)", text, re.I
            ) or re.match(rf"[,:]?\s*(\d[\d,–-]*)\s*[-\u2011]?\s*{label}(?!\w)", text, re.I)
            if found:
                numbers = found.group(1).strip().replace("-", "–")
                rest = text[found.end() :]
                return [string("{},"), {"t": "Space"}, *words(f"{numbers}{locators.joint}{form}{rest}")]
    return suffix


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
        run = node["c"][1]
        for mark in reversed(marks):
            run = [span(run, identifier=_name(mark), classes=("citation",))]
        return run

    def entry(node: Node, _: str) -> Node:
        name = attributes(node)[0]
        if node["t"] != "Div" or not name.startswith("ref-") or name[4:] not in bibliography.references:
            return node
        key = name[4:]
        (_, classes, pairs), blocks = node["c"]
        if not says_something(bibliography.references[key].csl):
            classes = [*classes, "missing"]
        links = _back_links(key, seen.get(key, 0), language)
        if links and blocks and blocks[-1]["t"] in ("Para", "Plain"):
            last = {"t": blocks[-1]["t"], "c": _ended(blocks[-1]["c"], links)}
            blocks = [*blocks[:-1], last]
        return {"t": "Div", "c": [[_name(name), classes, pairs], blocks]}

    blocks = rewrite(list(document.blocks), cite, language.tag)
    blocks = rewrite(blocks, entry, language.tag)
    return document.with_blocks(rewrite(blocks, _safe_target, language.tag))


def _ended(run: Run, links: Node) -> Run:
    """``run`` with the back links at its end, inside the span that holds the entry's text, if any."""
    if run and run[-1]["t"] == "Span" and "csl-right-inline" in attributes(run[-1])[1]:
        attribute, inner = run[-1]["c"]
        return [*run[:-1], {"t": "Span", "c": [attribute, _ended(inner, links)]}]
    return [*run, {"t": "Space"}, links]


def _safe_target(node: Node, _: str) -> Node:
    if node["t"] != "Link" or not node["c"][2][0].startswith("#ref-"):
        return node
    attribute, run, (target, title) = node["c"]
    return {"t": "Link", "c": [attribute, run, ["#" + _name(target[1:]), title]]}


def _name(text: str) -> str:
    """A key as an identifier that XML allows."""
    return re.sub(r"[^\w.-]", "-", text)


def _back_links(key: str, times: int, language: Language) -> Node | None:
    if not times:
        return None
    links: Run = []
    for n in range(1, times + 1):
        sign = BACK if times == 1 else f"{BACK}{n}"
        label = ["aria-label", f"{language.terms.back} {n}" if times > 1 else language.terms.back]
        target = "#" + _name(f"cite-{key}-{n}")
        links += [{"t": "Space"}] if links else []
        links.append({"t": "Link", "c": [["", ["back"], [label]], [string(sign)], [target, ""]]})
    return span(links, classes=("backlinks",))
