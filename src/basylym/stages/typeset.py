"""Document -> Document: quotation marks, dashes, no-break spaces and soft hyphens, by language.

Nothing here enters the manuscript: the author's text stays as typed, the page as a press sets it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from basylym.model.document import Document, Node, Run, attributes, rewrite, rewrite_runs, span, string
from basylym.model.galley import Hyphenation
from basylym.model.language import Language

Breaks = Callable[[str], tuple[int, ...]]
NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:\u0301[^\W\d_]*)*")
INITIAL = re.compile(r"[(«“„\[]?[^\W\d_]\.(?:-?[^\W\d_]\.)*")
ADDRESS = re.compile(r"://|www\.|@|\w\.\w+/|^10\.\d{4,}/|^doi:", re.I)
HYPHENED = re.compile(r"(\w[\w.,%]*)[-\u2010]\w[\w-]*")
OPENERS = "([{«“„‘‚—–-/"
WHOLE = {"Header", "Code", "CodeBlock", "Math"}
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
        return _unbroken(_bound(_marked(given, known), known))

    def hyphens(node: Node, tag: str) -> Node:
        if node["t"] != "Str" or not hyphenation.letters or ADDRESS.search(node["c"]):
            return node
        known = pack(tag)
        rule = breaks.get(known.tag) if known else None
        if known is None or rule is None:
            return node
        text = hyphenated(node["c"], known, rule, hyphenation)
        return node if text == node["c"] else string(text)

    blocks = rewrite_runs(list(document.blocks), run, language.tag)
    blocks = rewrite(blocks, hyphens, language.tag)
    return document.with_blocks(rewrite(blocks, _kept_whole, language.tag))


def hyphenated(text: str, language: Language, breaks: Breaks, hyphenation: Hyphenation) -> str:
    """``text`` with soft hyphens in each word that may take them.

    Not broken: words with two capitals or more, words beside a digit, words with a letter that
    is not the language's, and anything within three letters of a hard hyphen.
    """

    def word(found: re.Match[str]) -> str:
        letters = found.group()
        lower = letters.lower()
        if len(letters) < hyphenation.letters or len(lower) != len(letters):
            return letters
        if sum(letter.isupper() for letter in letters) > 1 or set(lower) - set(language.letters):
            return letters
        left, right = text[: found.start()][-1:], text[found.end() :][:1]
        if left.isdigit() or right.isdigit():
            return letters
        first = max(hyphenation.before, NEAREST_TO_HARD_HYPHEN if left in "-\u2010" and left else 0)
        last = max(hyphenation.after, NEAREST_TO_HARD_HYPHEN if right in "-\u2010" and right else 0)
        places = [place for place in breaks(lower) if first <= place <= len(letters) - last]
        pieces = [letters[a:b] for a, b in zip([0, *places], [*places, len(letters)], strict=True)]
        return SOFT_HYPHEN.join(pieces)

    return WORD.sub(word, text)


def _marked(run: Run, language: Language) -> Run:
    """Straight quotation marks turned into the language's, double and triple hyphens into dashes."""
    if not any(node["t"] == "Str" and re.search(r"[\"']|--|\.\.\.", node["c"]) for node in run):
        return run
    made, before = [], " "
    for node in run:
        if node["t"] != "Str":
            made.append(node)
            before = " " if node["t"] in ("Space", "SoftBreak", "LineBreak") else "x"
            continue
        text = node["c"].replace("---", "—").replace("--", "–").replace("...", "…")
        letters = []
        for letter in text:
            sign = letter
            if letter in "\"'":
                opening = before.isspace() or before in OPENERS
                pair = language.quotes if letter == '"' else language.nested_quotes
                sign = pair[0] if opening else pair[1]
                if letter == "'" and not opening:
                    sign = "’"
            letters.append(sign)
            before = sign
        made.append(string("".join(letters)))
    return made


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
    if INITIAL.fullmatch(left) and left.strip("(«“„[")[0].isupper() and right[:1].isupper():
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
        found = HYPHENED.search(node["c"]) if node["t"] == "Str" else None
        if not found or not _is_sign(found.group(1)) or ADDRESS.search(node["c"]):
            made.append(node)
            continue
        text = node["c"]
        parts = (string(text[: found.start()]), string(text[found.start() : found.end()]))
        rest = string(text[found.end() :])
        made += [part for part in (parts[0], span([parts[1]], classes=("nb",)), rest) if part.get("c")]
    return made


def _is_sign(word: str) -> bool:
    """Whether a word is an abbreviation in capitals or a figure, short enough to stand unbroken."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(word) <= LONGEST_SIGN and (
        word[0].isdigit() or (len(letters) > 1 and all(map(str.isupper, letters)))
    )


def _kept_whole(node: Node, _: str) -> Node:
    """No soft hyphens in headings, nor in the title and the keywords."""
    title = node["t"] == "Div" and attributes(node)[0].startswith("front-title")
    if node["t"] not in WHOLE and not title:
        return node

    def whole(part: Node, _: str) -> Node:
        if part["t"] == "Str" and SOFT_HYPHEN in part["c"]:
            return string(part["c"].replace(SOFT_HYPHEN, ""))
        return part

    return {"t": node["t"], "c": rewrite(node["c"], whole, "")}
