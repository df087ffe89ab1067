"""Inlines of one block -> the same with guillemets inside guillemets made the language's inner marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from basylym.model.document import INLINE_AT, Node, Run, attributes
from basylym.model.language import Language

Packs = Callable[[str], Language | None]
OPENING, CLOSING = "«", "»"


def nested(run: Run, language: str, packs: Packs) -> Run:
    """Two levels of ``« »`` parted: ``«Газета «Егемен» шықты»`` has “ ” inside, in Russian „ “.

    A block whose marks are not in pairs is left as typed, and so is a language with other marks.

    Args:
        run: all inlines of one block; notes in it are left alone.
        language: tag of the block; a ``lang`` attribute inside it overrides it.
        packs: tag -> pack, or None for a language nobody knows.
    """
    inner = _inner("".join(_text(run)))
    return _set(run, language, packs, inner, [0]) if inner else run


def _inner(text: str) -> dict[int, int]:
    """Place among the marks -> 0 to open, 1 to close, of each mark inside other marks; none if unpaired."""
    depth, found = 0, {}
    for place, sign in enumerate(sign for sign in text if sign in (OPENING, CLOSING)):
        depth -= sign == CLOSING
        if depth < 0:
            return {}
        if depth % 2:
            found[place] = int(sign == CLOSING)
        depth += sign == OPENING
    return found if depth == 0 else {}


def _within(node: Node) -> Run | None:
    if node["t"] not in INLINE_AT or node["t"] == "Image":
        return None
    place = INLINE_AT[node["t"]]
    run: Run = node["c"] if place is None else node["c"][place]
    return run


def _text(run: Run) -> Iterator[str]:
    for node in run:
        within = _within(node)
        if node["t"] == "Str":
            yield node["c"]
        elif within is not None:
            yield from _text(within)


def _set(run: Run, language: str, packs: Packs, inner: dict[int, int], count: list[int]) -> Run:
    made: Run = []
    for node in run:
        within = _within(node)
        if node["t"] == "Str":
            made.append({"t": "Str", "c": _word(node["c"], packs(language), inner, count)})
        elif within is not None:
            inside = attributes(node)[2].get("lang", language)
            new, place = _set(within, inside, packs, inner, count), INLINE_AT[node["t"]]
            content = new if place is None else [*node["c"][:place], new, *node["c"][place + 1 :]]
            made.append({"t": node["t"], "c": content})
        else:
            made.append(node)
    return made


def _word(text: str, language: Language | None, inner: dict[int, int], count: list[int]) -> str:
    signs = []
    for sign in text:
        if sign in (OPENING, CLOSING):
            side = inner.get(count[0])
            count[0] += 1
            if side is not None and language is not None and language.quotes == (OPENING, CLOSING):
                sign = language.nested_quotes[side]
        signs.append(sign)
    return "".join(signs)
