"""Document -> Document: quotation marks, dashes, no-break spaces and soft hyphens, by language.

Nothing here enters the manuscript: the author's text stays as typed, the page as a press sets it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from basylym.model.document import Document, Node, Run, attributes, rewrite, rewrite_runs, span, string
from basylym.model.galley import Hyphenation
from basylym.model.language import Language
from basylym.stages.quote import ADDRESS, quoted

Breaks = Callable[[str], tuple[int, ...]]
NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"
STRESS = "\u0301"
WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
CLUSTER = re.compile(r"[^\W\d_][\u0300-\u036f]*")
INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
HYPHENED = re.compile(r"(\w[\w.,%]*)[-\u2010]\w[\w-]*")
BEFORE_WORD = "([{«“„‘‚"
WHOLE = {"Header", "LineBlock", "Image"}
NEAREST_TO_HARD_HYPHEN = 3  # letters
LONGEST_SIGN = 10  # characters before the hyphen


def typeset(
    document: Document,
    language: Language,
    languages: Mapping[str, Language],
    breaks: Mapping[str, Breaks],
    hyphenation: Hyphenation,
) -> Document:
    """Set the details that the author does not type.

    Args:
        document: cited and numbered.
        language: of the article; a ``lang`` attribute in the tree overrides it.
        languages: tag -> pack. A passage in an unknown language is left as it stands.
        breaks: tag -> where a lower-case word of that language may break.
        hyphenation: how freely the edition breaks words.
    """

    def pack(tag: str) -> Language | None:
        return languages.get(tag) or languages.get(tag.split("-")[0])

    def run(given: Run, tag: str) -> Run:
        known = pack(tag)
        if known is None:
            return given
        return _unbroken(_bound(_joined(given), known))

    def hyphens(node: Node, tag: str) -> Node:
        if node["t"] != "Str" or not hyphenation.letters or ADDRESS.search(node["c"]):
            return node
        known = pack(tag)
        rule = breaks.get(known.tag) if known else None
        if known is None or rule is None:
            return node
        text = hyphenated(node["c"], known, rule, hyphenation)
        return node if text == node["c"] else string(text)

    blocks = rewrite(list(document.blocks), lambda node, tag: _marked(node, tag, pack), language.tag)
    blocks = rewrite_runs(blocks, run, language.tag)
    blocks = rewrite(blocks, hyphens, language.tag)
    return document.with_blocks(rewrite(blocks, _kept_whole, language.tag))


def hyphenated(text: str, language: Language, breaks: Breaks, hyphenation: Hyphenation) -> str:
    """``text`` with soft hyphens in each word that may take them.

    Not broken: words with two capitals or more, words beside a digit, words with a letter that
    is not the language's, and anything within three letters of a hard hyphen. A stress mark, or
    an accent written apart from its letter, stays with it.
    """

    def word(found: re.Match[str]) -> str:
        letters = CLUSTER.findall(found.group())
        plain = [unicodedata.normalize("NFC", letter.replace(STRESS, "")) for letter in letters]
        whole = [language.lowered(letter) for letter in plain]
        if len(letters) < hyphenation.letters or set(whole) - set(language.letters):
            return found.group()
        if sum(letter[0].isupper() for letter in letters) > 1:
            return found.group()
        left, right = text[: found.start()][-1:], text[found.end() :][:1]
        if left.isdigit() or right.isdigit():
            return found.group()
        first = max(hyphenation.before, NEAREST_TO_HARD_HYPHEN if _is_hyphen(left) else 0)
        last = max(hyphenation.after, NEAREST_TO_HARD_HYPHEN if _is_hyphen(right) else 0)
        places = [place for place in breaks("".join(whole)) if first <= place <= len(letters) - last]
        pieces = zip([0, *places], [*places, len(letters)], strict=True)
        return SOFT_HYPHEN.join("".join(letters[a:b]) for a, b in pieces)

    return WORD.sub(word, text)


def _is_hyphen(sign: str) -> bool:
    return sign in ("-", "\u2010", "\u2011")


def _joined(run: Run) -> Run:
    """Strings that stand side by side made one, so that a word in pieces is seen whole."""
    made: Run = []
    for node in run:
        if node["t"] == "Str" and made and made[-1]["t"] == "Str":
            made[-1] = string(made[-1]["c"] + node["c"])
        else:
            made.append(node)
    return made if len(made) < len(run) else run


def _marked(node: Node, tag: str, packs: Callable[[str], Language | None]) -> Node:
    """Straight quotation marks turned into the language's, hyphens in a row into dashes, block by block."""
    kind = node["t"]
    content: Any = node.get("c")
    if kind in ("Para", "Plain"):
        run = quoted(content, tag, packs)
        return node if run is content else {"t": kind, "c": run}
    if kind == "Header":
        return {"t": kind, "c": [*content[:2], quoted(content[2], tag, packs)]}
    if kind == "DefinitionList":
        return {"t": kind, "c": [[quoted(term, tag, packs), told] for term, told in content]}
    if kind == "LineBlock":  # a quotation may go on from line to line
        whole: Run = [part for line in content for part in (*line, {"t": "LineBreak"})]
        lines: list[Run] = [[]]
        for part in quoted(whole, tag, packs):
            if part["t"] == "LineBreak":
                lines.append([])
            else:
                lines[-1].append(part)
        return {"t": kind, "c": lines[:-1]}
    return node


def _bound(run: Run, language: Language) -> Run:
    """Spaces that must not break turned into no-break spaces."""
    made = list(run)
    for place in range(1, len(run) - 1):
        left, node, right = run[place - 1], run[place], run[place + 1]
        if node["t"] not in ("Space", "SoftBreak") or left["t"] != "Str":
            continue
        after = right["c"] if right["t"] == "Str" else ""
        if _leans(left["c"], after, language):
            made[place] = string(NO_BREAK_SPACE)
    return made


def _leans(left: str, right: str, language: Language) -> bool:
    bare = right.strip(".,;:!?)]}»”").lower()
    left = left.lstrip(BEFORE_WORD)
    if INITIAL.fullmatch(left) and left[0].isupper() and right[:1].isupper():
        return True
    if left in ("№", "§", "§§") or left.lower() in language.proclitics:
        return bool(right)
    if left[-1:].isdigit() and (right.rstrip(",;:)»") in language.units or bare in language.units):
        return True
    return bare in language.enclitics or right[:1] in ("–", "—")


def _unbroken(run: Run) -> Run:
    """Words whose hyphen must not end a line (``АҚШ-тың``, ``21%-ға``) put into a span ``nb``."""
    made: Run = []
    for node in run:
        if node["t"] != "Str" or ADDRESS.search(node["c"]):
            made.append(node)
            continue
        text, place = node["c"], 0
        for found in HYPHENED.finditer(text):
            if _is_sign(found.group(1)):
                made += [string(text[place : found.start()])] if found.start() > place else []
                made.append(span([string(found.group())], classes=("nb",)))
                place = found.end()
        made += [node] if not place else [string(text[place:])] if place < len(text) else []
    return made


def _is_sign(word: str) -> bool:
    """Whether a word is an abbreviation in capitals or a figure, short enough to stand unbroken."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(word) <= LONGEST_SIGN and (
        word[0].isdigit() or (len(letters) > 1 and all(map(str.isupper, letters)))
    )


def _kept_whole(node: Node, _: str) -> Node:
    """No soft hyphens in headings, verse and what is read aloud for a picture, nor in the title."""
    title = node["t"] == "Div" and attributes(node)[0].startswith("front-title")
    if node["t"] not in WHOLE and not title:
        return node

    def whole(part: Node, _: str) -> Node:
        if part["t"] == "Str" and SOFT_HYPHEN in part["c"]:
            return string(part["c"].replace(SOFT_HYPHEN, ""))
        return part

    return {"t": node["t"], "c": rewrite(node["c"], whole, "")}
