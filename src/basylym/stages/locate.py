"""What follows a citation key -> the same with each locator as the language prints it: ``115–117-б.``.

Citeproc knows only the order of label and number that English has, only one language at a time, and
no locator of another language. So a label of another language (``p. 5`` in a Kazakh article) becomes
the article's own; and where the number comes first, where the passage is in another language than
the article, or where citeproc has no such kind of place, the locator is written out here. It then goes
through citeproc as a locator of the kind ``WRITTEN_OUT``, whose label is a sign that ``uncovered`` takes
away again: so it stands where the style wants it, inside the brackets of ``[1, 5-б.]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from basylym.model.document import Document, Node, Run, plain, rewrite, rewrite_runs, string, walk, words
from basylym.model.language import Language

WORDS = ("Str", "Space", "SoftBreak")
NUMBER = r"(?:\d+(?:[-–,.]\s?\d+)*|(?-i:[IVXLC]+(?:[-–][IVXLC]+)?))"
HYPHENS = r"[-\u2010\u2011]"
UNNAMED = re.compile(r"[\s,;:]*\d+[-\u2010–][^\W\d]")  # 4-бап: a label that nobody knows is no page
BARE = re.compile(
    r"[\s,;:]*(\d+(?:[-–,.]\s?\d+)*)(?=\s*(?:\Z|,))"
)  # a number alone is a page, as for citeproc
BRACKET = re.compile(r"[{}\[\]]")
SEVERAL = re.compile(r"[–,]")
COVER, HYPHEN = "\ufdd0", "\ufdd1"  # noncharacters: no text holds them
WRITTEN_OUT = "opus"
READ_BY_CITEPROC = frozenset(
    "book chapter column figure folio issue line note page paragraph part section verse volume".split()
)
KINDS = (
    *("page", "volume", "chapter", "section", "figure", "table", "article-locator", "paragraph", "part"),
    *("appendix", "book", "column", "equation", "folio", "issue", "line", "note", "opus", "verse"),
    *("act", "scene", "rule", "canon", "supplement"),
)
"""Places in a work that CSL 1.0.2 names and that bear a number."""
Place = tuple[str, str, str, int]
"""Kind such as ``page``; the label if it is of the language itself, else nothing; number; end."""


def located(suffix: Run, language: Language, passage: Language, packs: Mapping[str, Language]) -> Run:
    """The locator as it is to stand.

    Args:
        suffix: what follows the key.
        language: of the article; citeproc prints its locators.
        passage: language of the passage that cites.
        packs: tag -> pack, for labels of other languages.
    """
    end = next((n for n, node in enumerate(suffix) if node["t"] not in WORDS), len(suffix))
    text, rest = plain(suffix[:end]), suffix[end:]
    found = list(_places(text, passage, [packs[tag] for tag in passage.locators.read if tag in packs]))
    if not found and passage.locators.number_first and UNNAMED.match(text) and not BRACKET.search(text):
        shown, _, behind = text.lstrip(" ,;:").partition(",")
        return [string(","), {"t": "Space"}, *_covered(shown, behind and "," + behind), *rest]
    if not found:
        return suffix
    written_out = passage.locators.number_first or passage.tag != language.tag
    written_out = written_out or not all(_is_read(kind, own, passage) for kind, own, _, _ in found)
    if not written_out and all(own for _, own, _, _ in found):
        return suffix
    shown = ", ".join(_printed(kind, own, number, passage) for kind, own, number, _ in found)
    behind = text[found[-1][3] :]
    made = _covered(shown, behind) if written_out else words(shown + behind)
    return [string(","), {"t": "Space"}, *made, *rest]


def uncovered(document: Document) -> Document:
    """The document with the signs gone that ``located`` put before what it wrote out, its hyphens shown."""
    if not any(
        node["t"] == "Str" and (COVER in node["c"] or HYPHEN in node["c"]) for node in walk(document.blocks)
    ):
        return document

    def bare(run: Run, _: str) -> Run:
        covered = [node["t"] == "Str" and node["c"].endswith(COVER) for node in run]
        pairs = zip(run, [False, *covered], strict=False)
        return [node for node, behind in pairs if not (behind and node["t"] in ("Space", "SoftBreak"))]

    def clean(node: Node, _: str) -> Node:
        if node["t"] != "Str":
            return node
        return string(re.sub(f"{COVER}\\s*", "", node["c"]).replace(HYPHEN, "-"))

    blocks = rewrite_runs(list(document.blocks), bare, "")
    return document.with_blocks(rewrite(blocks, clean, ""))


def _covered(shown: str, behind: str) -> Run:
    """``{SIGN 115-б.}``: in braces citeproc reads all of it as the locator, whatever it is."""
    return words("{" + COVER + " " + shown.replace("-", HYPHEN) + "}" + behind)


def _is_read(kind: str, own: str, language: Language) -> bool:
    """Whether citeproc knows the kind by the word that stands there, or by the one that will."""
    if kind not in READ_BY_CITEPROC:
        return False
    known = _terms(language, kind)
    return not known or (own or _label(kind, "", language)).lower() in known


def _printed(kind: str, own: str, number: str, language: Language) -> str:
    locators = language.locators
    label = own or _label(kind, number, language)
    joint = locators.joint if number[0].isdigit() else " "  # II том: no hyphen after a Roman numeral
    return f"{number}{joint}{label}" if locators.number_first else f"{label} {number}"


def _label(kind: str, number: str, language: Language) -> str:
    """The label that a language prints: the shortest with a point, or the first."""
    if SEVERAL.search(number) and kind in language.locators.many:
        return language.locators.many[kind]
    forms = labels_of(language)[kind]
    return min((form for form in forms if form.endswith(".")), key=len, default=forms[0])


def _places(text: str, language: Language, others: list[Language]) -> Iterator[Place]:
    """Each locator at the start of ``text``; the language's own labels win over those of others."""
    known, lowered = labels_of(language), text.lower()
    patterns = [
        (re.compile(pattern, re.IGNORECASE), kind, form if pack is language else "")
        for pack in (language, *others)
        for kind, forms in labels_of(pack).items()
        for form in sorted(forms, key=len, reverse=True)
        if form.lower() in lowered
        for pattern in _patterns(form, pack)
        if kind in known and (pack is language or _is_in_its_letters(form, pack))
    ]
    place = 0
    while True:
        hits = ((pattern.match(text, place), kind, form) for pattern, kind, form in patterns)
        hit = next(((found, kind, form) for found, kind, form in hits if found), None)
        if hit is None and not place and language.locators.number_first and (bare := BARE.match(text)):
            hit = (bare, "page", "")
        if hit is None:
            return
        found, kind, form = hit
        place = found.end()
        yield kind, form, re.sub(r"(?<=\w)[-–](?=\w)", "–", found.group(1)), place


def labels_of(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Kind -> its labels: those the pack says authors write, then those that it gives CSL."""
    told = language.locators.labels
    forms = {kind: (*told.get(kind, ()), *_terms(language, kind)) for kind in KINDS}
    return {kind: tuple(dict.fromkeys(labels)) for kind, labels in forms.items() if labels}


def _terms(language: Language, kind: str) -> list[str]:
    """What the pack gives CSL for a kind: long and short, of one and of several."""
    given = (language.csl_terms.get(kind + form, "") for form in ("", ":short"))
    return [word.lower() for words in given for word in words.split("|") if word]


def _is_in_its_letters(form: str, pack: Language) -> bool:
    """Not so is the Latin c. among Russian labels: in an English article it is circa."""
    return all(sign in pack.letters for sign in form.lower() if sign.isalpha())


def _patterns(form: str, pack: Language) -> Iterator[str]:
    label = re.escape(form)
    yield rf"[\s,;:]*(?<!\w){label}\s*({NUMBER})(?![\w])"  # б. 115-117
    if pack.locators.number_first:
        yield rf"[\s,;:]*({NUMBER})\s*{HYPHENS}?\s*{label}(?!\w)"  # 115-117-б.
