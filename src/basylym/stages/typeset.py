"""Document -> Document: quotation marks, dashes, no-break spaces and soft hyphens, by language.

Nothing here enters the manuscript: the author's text stays as typed, the page as a press sets it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from basylym.model.document import (
    Document,
    Node,
    Run,
    attributes,
    plain,
    rewrite,
    rewrite_runs,
    span,
    string,
    walk,
)
from basylym.model.galley import Hyphenation
from basylym.model.language import Language
from basylym.stages import bind, figures
from basylym.stages.nest import nested
from basylym.stages.quote import ADDRESS, quoted

Breaks = Callable[[str], tuple[int, ...]]
Packs = Callable[[str], Language | None]
SOFT_HYPHEN = "\u00ad"
STRESS = "\u0301"
WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
CLUSTER = re.compile(r"[^\W\d_][\u0300-\u036f]*")
HYPHENED = re.compile(r"((?:\d[\d.,]*–)?\w[\w.,%]*)[-\u2010]\w[\w-]*|(\d[\d.,]*)–\d+(?:[.,]\d+)*%?")
DECIMAL_COMMA = re.compile(r"(\d+)\{,\}(\d+)")
WHOLE = {"Header", "LineBlock", "Image"}
NEAREST_TO_HARD_HYPHEN = 3  # letters
LONGEST_SIGN = 10  # characters before the hyphen
BESIDE = 3  # words shown on both sides of a change
RULES = {
    "quotation-marks": "Straight marks, and marks inside marks, are those of the language of the passage.",
    "apostrophe": "A straight apostrophe is a curly one.",
    "dash": "Two or three hyphens, or one between two spaces, are a dash.",
    "ellipsis": "Three points are one sign.",
    **figures.RULES,
    **bind.RULES,
    "unbroken-hyphen": "The hyphen of АҚШ-тың, 6-ға, 21%-ға and the dash of a range end no line.",
}
"""Name -> meaning of each rule, in the order in which they are applied; soft hyphens come after them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One detail set otherwise than typed: by which rule, what, how, and the words around it."""

    rule: str
    typed: str
    printed: str
    around: str


Watch = Callable[[Change], None]


def unwatched(change: Change) -> None:
    """Tell nobody of a change."""


def typeset(
    document: Document,
    language: Language,
    languages: Mapping[str, Language],
    breaks: Mapping[str, Breaks],
    hyphenation: Hyphenation,
    watch: Watch = unwatched,
) -> Document:
    """Set the details that the author does not type.

    Args:
        document: cited and numbered.
        language: of the article; a ``lang`` attribute in the tree overrides it.
        languages: tag -> pack. A passage in an unknown language is left as it stands.
        breaks: tag -> where a lower-case word of that language may break.
        hyphenation: how freely the edition breaks words.
        watch: told of each change but soft hyphens.
    """

    def pack(tag: str) -> Language | None:
        return languages.get(tag) or languages.get(tag.split("-")[0])

    def run(given: Run, tag: str) -> Run:
        known = pack(tag)
        if known is None:
            return given
        joined = _joined(given)
        return _unbroken(_bound(_figured(joined, known, watch), known, watch), watch)

    def hyphens(node: Node, tag: str) -> Node:
        if node["t"] == "Math":
            return _with_decimal_comma(node)
        if node["t"] != "Str" or not hyphenation.letters or ADDRESS.search(node["c"]):
            return node
        known = pack(tag)
        rule = breaks.get(known.tag) if known else None
        if known is None or rule is None:
            return node
        text = hyphenated(node["c"], known, rule, hyphenation)
        return node if text == node["c"] else string(text)

    blocks = rewrite(list(document.blocks), lambda node, tag: _marked(node, tag, pack, watch), language.tag)
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


def _with_decimal_comma(node: Node) -> Node:
    """TeX's ``1{,}5`` as one figure: Pandoc would set a space behind the comma."""
    kind, tex = node["c"]
    whole = DECIMAL_COMMA.sub(r"\\text{\1,\2}", tex)
    return node if whole == tex else {"t": "Math", "c": [kind, whole]}


def _joined(run: Run) -> Run:
    """Strings that stand side by side made one, so that a word in pieces is seen whole."""
    made: Run = []
    for node in run:
        if node["t"] == "Str" and made and made[-1]["t"] == "Str":
            made[-1] = string(made[-1]["c"] + node["c"])
        else:
            made.append(node)
    return made if len(made) < len(run) else run


def _marked(node: Node, tag: str, packs: Packs, watch: Watch) -> Node:
    """Straight quotation marks turned into the language's, hyphens in a row into dashes, block by block."""
    kind = node["t"]
    content: Any = node.get("c")

    def marked(run: Run) -> Run:
        new = nested(quoted(run, tag, packs), tag, packs)
        if watch is not unwatched and new is not run:
            _tell_marks(run, new, watch)
        return new

    if kind in ("Para", "Plain"):
        run = marked(content)
        return node if run is content else {"t": kind, "c": run}
    if kind == "Header":
        return {"t": kind, "c": [*content[:2], marked(content[2])]}
    if kind == "DefinitionList":
        return {"t": kind, "c": [[marked(term), told] for term, told in content]}
    if kind == "LineBlock":  # a quotation may go on from line to line
        whole: Run = [part for line in content for part in (*line, {"t": "LineBreak"})]
        lines: list[Run] = [[]]
        for part in marked(whole):
            if part["t"] == "LineBreak":
                lines.append([])
            else:
                lines[-1].append(part)
        return {"t": kind, "c": lines[:-1]}
    return node


def _tell_marks(typed: Run, printed: Run, watch: Watch) -> None:
    """Tell of each word whose marks changed; a note's are told where it is a block of its own."""
    words = [[node for node in walk(_without_notes(run)) if node["t"] == "Str"] for run in (typed, printed)]
    said = [node["c"] for node in words[0]]
    for place, (old, new) in enumerate(zip(*words, strict=True)):
        before, after = old["c"], new["c"]
        if before == after:
            continue
        rule = "quotation-marks"
        if "-" in before and before.count("-") > after.count("-"):
            rule = "dash"
        elif "..." in before and "..." not in after:
            rule = "ellipsis"
        elif before.replace("'", "’") == after and before[-1] != "'":
            rule = "apostrophe"
        watch(Change(rule, before, after, " ".join(said[max(place - 2, 0) : place + 3])))


def _without_notes(run: Run) -> Any:
    return rewrite(run, lambda node, _: [] if node["t"] == "Note" else node, "")


def _figured(run: Run, language: Language, watch: Watch) -> Run:
    """Hyphens of ranges turned into dashes, Roman numerals into Latin letters."""
    made = run
    for place, node in enumerate(run):
        if node["t"] != "Str" or ADDRESS.search(node["c"]):
            continue
        text, rule = figures.set_right(node["c"], _beside(run, place, -1), _beside(run, place, 1), language)
        if rule:
            made = [*made[:place], string(text), *made[place + 1 :]]
            watch(Change(rule, node["c"], text, _around(run, place)))
    return made


def _beside(run: Run, place: int, step: int) -> str:
    """The word one space away, or nothing."""
    gap, word = place + step, place + 2 * step
    if not (min(gap, word) >= 0 and max(gap, word) < len(run)) or run[gap]["t"] not in bind.SPACES:
        return ""
    return str(run[word]["c"]) if run[word]["t"] == "Str" else ""


def _around(run: Run, place: int) -> str:
    first = max(place - 2 * BESIDE, 0)
    return plain(run[first : place + 2 * BESIDE + 1]).strip()


def _bound(run: Run, language: Language, watch: Watch) -> Run:
    made, found = bind.bound(run, language)
    for place, rule in found:
        pair = plain(run[place - 1 : place + 2])
        watch(Change(rule, pair, pair.replace(" ", bind.NO_BREAK_SPACE), _around(run, place)))
    return made


def _unbroken(run: Run, watch: Watch) -> Run:
    """Words whose hyphen must not end a line (``АҚШ-тың``, ``21%-ға``) put into a span ``nb``."""
    made: Run = []
    for number, node in enumerate(run):
        if node["t"] != "Str" or ADDRESS.search(node["c"]):
            made.append(node)
            continue
        text, place = node["c"], 0
        for found in HYPHENED.finditer(text):
            if _is_sign(found.group(1) or found.group(2)):
                made += [string(text[place : found.start()])] if found.start() > place else []
                made.append(span([string(found.group())], classes=("nb",)))
                place = found.end()
                shown = (
                    found.group().replace("-", "\u2011").replace("\u2010", "\u2011").replace("–", "–\u2060")
                )
                watch(Change("unbroken-hyphen", found.group(), shown, _around(run, number)))
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
