"""Front matter and Document -> the same without their authors; any text -> where it names them.

Reviewers must not learn who wrote the article: names, affiliations, addresses and acknowledgements
go, and works of the authors' own are withheld from the list of references.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from basylym.model.document import ATTRIBUTES_AT, Document, Node, Run, attributes, plain, rewrite, words
from basylym.model.language import Language
from basylym.model.manuscript import FrontMatter

SHOWN = 30  # characters around a name that a notice quotes
FEWEST_LETTERS = 3  # of a word that may be a surname
SHORT = 4  # letters: a surname of so few is looked for as a whole word only
PATRONYMIC = re.compile(r"(?:вич|вна|ич|ұлы|қызы|улы|кызы|vich|vna|uly|ovich|ovna|kyzy|qyzy)$", re.I)
THANKS = "acknowledgements"
BEHIND_AUTHORS = re.compile(r"[“„«\"]|\b(?:1[5-9]|20)\d\d\b")  # of a reference: a title or a year
TELLING = ("funding", "contributions")  # statements that say who the authors are
WITHHELD = "withheld-"  # what a key of the authors' own becomes
LEFT, RIGHT = "csl-left-margin", "csl-right-inline"


def secrets(front: FrontMatter) -> tuple[str, ...]:
    """Whatever tells who wrote an article: names, surnames, addresses, ORCIDs, affiliations."""
    told: list[str] = []
    for person in front.contributors:
        told += [*person.name.values(), person.email, person.orcid, person.orcid.replace("-", "")]
        told += [surname(name) for name in person.name.values()]
    told += [text for place in front.affiliations for text in place.values()]
    told += [front.doi]
    return tuple(dict.fromkeys(one for one in told if len(one) >= FEWEST_LETTERS))


def surname(name: str) -> str:
    """The part of a name by which others cite its bearer; the last word, unless others are initials."""
    parts = [part.strip(",") for part in name.split()]
    whole = [part for part in parts if "." not in part and len(part) >= FEWEST_LETTERS]
    if not whole:
        return ""
    first = name.split()[0].endswith(",") or (len(whole) > 2 and PATRONYMIC.search(whole[-1]))
    return whole[0] if first else whole[-1]


def leaks(text: str, hidden: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of ``hidden`` that ``text`` says, and the words around it."""
    said = " ".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())
    for secret in hidden:
        if found := _pattern(secret).search(said):
            yield secret, said[max(0, found.start() - SHOWN) : found.end() + SHOWN]


def _pattern(secret: str) -> re.Pattern[str]:
    """How a secret is looked for: a lone word with a capital, so that no common word is taken for it."""
    parts = unicodedata.normalize("NFKC", secret).split()
    joined = r"\s?".join(re.escape(part) for part in parts)
    end = r"(?![^\W_])" if len(parts[-1]) <= SHORT else ""
    if len(parts) > 1 or not parts[0].isalpha():
        return re.compile(rf"(?<![^\W_]){joined}{end}", re.I)
    return re.compile(rf"(?<![^\W_])(?:{joined}|{re.escape(parts[0].upper())}){end}")


def without_authors(front: FrontMatter) -> FrontMatter:
    """The front matter without all that tells who wrote the article."""
    kept = {name: text for name, text in front.statements.items() if name not in TELLING}
    return replace(front, contributors=(), affiliations=(), doi="", statements=kept)


def blinded(document: Document, hidden: tuple[str, ...], language: Language) -> Document:
    """The document without acknowledgements, its authors' own works withheld, their keys too."""
    own = [
        "#" + attributes(node)[0]
        for node in _entries(document)
        if next(leaks(BEHIND_AUTHORS.split(plain(node))[0], hidden), None) is not None
    ]
    mark = f"[{language.terms.withheld}]"

    def change(node: Node, _: str) -> Node:
        if "#" + attributes(node)[0] in own:
            return {"t": "Div", "c": [node["c"][0], [_withheld(one, mark) for one in node["c"][1]]]}
        if "citation" in attributes(node)[1] and _cites(node, own):
            return {"t": "Span", "c": [node["c"][0], _unnamed(node["c"][1], hidden, mark)]}
        if node["t"] == "Figure" and _cites(node, own):
            return _with_caption_read_aloud(node, hidden, mark)
        return node

    blocks = rewrite(list(document.blocks), change, "")
    blocks = rewrite(blocks, _renamed([name.removeprefix("#ref-") for name in own]), "")
    return document.with_blocks(_without_thanks(blocks, language))


def _with_caption_read_aloud(figure: Node, hidden: tuple[str, ...], mark: str) -> Node:
    """A figure whose picture has its caption for words: withheld as there; words of its own stay."""
    caption = plain(figure["c"][1])

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Image":
            return node
        told = _unnamed(node["c"][1], hidden, mark)
        return {"t": "Image", "c": [node["c"][0], told, node["c"][2]]} if plain(told) in caption else node

    content = [*figure["c"][:2], rewrite(figure["c"][2], change, "")]
    return {"t": "Figure", "c": content}


def _renamed(keys: list[str]) -> Callable[[Node, str], Node]:
    """A change of the names of places that hold one of ``keys``, for a key often names an author."""
    numbers = {key: str(number) for number, key in enumerate(keys, 1)}
    named = re.compile(rf"(#?(?:ref|cite)-)({'|'.join(map(re.escape, keys))})(-\d+)?")

    def bare(name: str) -> str:
        found = named.fullmatch(name) if keys else None
        return f"{found[1]}{WITHHELD}{numbers[found[2]]}{found[3] or ''}" if found else name

    def change(node: Node, _: str) -> Node:
        if node["t"] == "Link":
            attribute, run, (target, title) = node["c"]
            node = {"t": "Link", "c": [attribute, run, [bare(target), title]]}
        if node["t"] in ATTRIBUTES_AT and (name := attributes(node)[0]) != bare(name):
            at = ATTRIBUTES_AT[node["t"]]
            content = list(node["c"])
            content[at] = [bare(name), *content[at][1:]]
            return {"t": node["t"], "c": content}
        return node

    return change


def _entries(document: Document) -> Iterator[Node]:
    for block in document.blocks:
        if "references" in attributes(block)[1]:
            yield from (node for node in block["c"][1] if "csl-entry" in attributes(node)[1])


def _withheld(block: Node, mark: str) -> Node:
    """One block of an entry: its number kept, the rest withheld."""
    if block["t"] == "Div":
        kept = LEFT in attributes(block)[1]
        return block if kept else {"t": "Div", "c": [block["c"][0], [{"t": "Para", "c": words(mark)}]]}
    run: Run = [node for node in block["c"] if LEFT in attributes(node)[1]]
    right = any(RIGHT in attributes(node)[1] for node in block["c"])
    said: Run = [{"t": "Span", "c": [["", [RIGHT], []], words(mark)]}] if right else words(mark)
    return {"t": block["t"], "c": [*run, *said]}


def _cites(node: Node, own: list[str]) -> bool:
    stack = [node["c"][1]]
    while stack:
        top = stack.pop()
        if isinstance(top, dict):
            if top.get("t") == "Link" and top["c"][2][0] in own:
                return True
            stack.append(top.get("c"))
        elif isinstance(top, list):
            stack.extend(top)
    return False


def _unnamed(run: Run, hidden: tuple[str, ...], mark: str) -> Run:
    def change(node: Node, _: str) -> Node | list[Node]:
        if node["t"] != "Str" or next(leaks(node["c"], hidden), None) is None:
            return node
        return words(mark)

    made: Run = rewrite(run, change, "")
    return made


def _without_thanks(blocks: list[Node], language: Language) -> list[Node]:
    kept: list[Node] = []
    level = 0
    for block in blocks:
        if block["t"] == "Header":
            role = language.headings.get(language.lowered(plain(block["c"][2]).replace("\u00ad", "")).strip())
            if role == THANKS:
                level = block["c"][0]
                continue
            level = level if level and block["c"][0] > level else 0
        elif "references" in attributes(block)[1]:
            level = 0
        if not level:
            kept.append(block)
    return kept
