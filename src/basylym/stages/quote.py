"""Inlines of one block -> the same with the language's quotation marks, dashes and ellipses.

Marks are told by what stands on both sides of them, across emphasis, links and spans; a mark
that could be either closes what is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from basylym.model.document import INLINE_AT, Node, Run, attributes
from basylym.model.language import Language

Packs = Callable[[str], Language | None]
TYPED = re.compile(r"[\"']|--|\.\.\.| - ")
DASHES = re.compile(r"(?<!-)(---?)(?!-)")
DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
ADDRESS = re.compile(r"://|www\.|\w@\w|^10\.\d{4,}/|^doi:", re.I)
OPENERS = "([{«“„‘‚—–-/"
CLOSERS = ")]}»”“’.,;:!?…—–-/"
SPACES = ("Space", "SoftBreak", "LineBreak")


@dataclass(slots=True)
class _Reading:
    """The signs of a block in order, and which quotations are open.

    ``signs`` holds a sign for each letter of each word, a space for each space, and an ``x`` for
    what is neither; ``place`` is how far the second reading has come; ``open`` has the typed sign
    and its closing mark for each quotation not yet closed, the last of them set at ``just_opened``.
    """

    signs: list[str] = field(default_factory=list)
    place: int = 0
    open: list[tuple[str, str]] = field(default_factory=list)
    just_opened: int = -2


def quoted(run: Run, language: str, packs: Packs) -> Run:
    """Set the marks that the author typed straight.

    Args:
        run: all inlines of one block; notes in it are left alone, they are blocks of their own.
        language: tag of the block; a ``lang`` attribute inside it overrides it.
        packs: tag -> pack, or None for a language nobody knows, whose marks stay.
    """
    reading = _Reading()
    _read(run, reading)
    if not TYPED.search("".join(reading.signs)):
        return run
    return _set(run, language, packs, reading)


def _inner(node: Node) -> Run | None:
    """The run inside an inline; None where it has none, or, as in a picture, none that is on the line."""
    if node["t"] not in INLINE_AT or node["t"] == "Image":
        return None
    place = INLINE_AT[node["t"]]
    run: Run = node["c"] if place is None else node["c"][place]
    return run


def _read(run: Run, reading: _Reading) -> None:
    for node in run:
        inner = _inner(node)
        if node["t"] == "Str":
            reading.signs += node["c"]
        elif inner is not None:
            _read(inner, reading)
        elif node["t"] != "Note":
            reading.signs.append(" " if node["t"] in SPACES else "x")


def _set(run: Run, language: str, packs: Packs, reading: _Reading) -> Run:
    made: Run = []
    for node in run:
        inner = _inner(node)
        if node["t"] == "Str":
            made.append({"t": "Str", "c": _word(node["c"], packs(language), reading)})
        elif inner is not None:
            inside = attributes(node)[2].get("lang", language)
            new, place = _set(inner, inside, packs, reading), INLINE_AT[node["t"]]
            content = new if place is None else [*node["c"][:place], new, *node["c"][place + 1 :]]
            made.append({"t": node["t"], "c": content})
        else:
            made.append(node)
            reading.place += node["t"] != "Note"
    return made


def _word(text: str, language: Language | None, reading: _Reading) -> str:
    start = reading.place
    reading.place += len(text)
    if language is not None and text == "-" and _parts_words(start, reading.signs):
        return language.dash
    if language is None or ADDRESS.search(text) or not TYPED.search(text):
        return text
    signs = [
        _mark(sign, start + offset, language, reading) if sign in "\"'" else sign
        for offset, sign in enumerate(text)
    ]
    dashed = DASHES.sub(lambda found: "—" if len(found.group()) == 3 else "–", "".join(signs))
    return DOTS.sub("…", dashed)


def _parts_words(place: int, signs: list[str]) -> bool:
    """Whether a hyphen stands alone between two words, and so for a dash; between figures it is a minus."""
    before, after = "".join(signs[:place]).split(" "), "".join(signs[place + 1 :]).split(" ")
    if before[-1] or after[0] or len(before) < 2 or len(after) < 2:
        return False
    beside = (before[-2].strip(OPENERS + CLOSERS), after[1].strip(OPENERS + CLOSERS))
    return all(word and not word[0].isdigit() for word in beside) and max(map(len, beside)) > 1


def _mark(sign: str, place: int, language: Language, reading: _Reading) -> str:
    """What a straight ``sign`` stands for: an opening or a closing mark, an apostrophe, or itself."""
    signs, opened = reading.signs, reading.open
    before = signs[place - 1] if place else " "
    after = signs[place + 1] if place + 1 < len(signs) else " "
    is_open = any(typed == sign for typed, _ in opened)
    free_before = before.isspace() or before in OPENERS
    free_after = after.isspace() or after in CLOSERS
    if sign == "'" and before.isalnum() and after.isalnum() and not is_open:
        return "’"
    if sign == "'" and free_before and after.isdigit():
        return "’"  # the '90s
    leads = not free_after and (free_before or (not before.isalnum() and not is_open))
    if leads or reading.just_opened == place - 1 or (free_before and free_after and not is_open):
        nested = sign == "'" or is_open
        left, right = language.nested_quotes if nested else language.quotes
        opened.append((sign, right))
        reading.just_opened = place
        return left
    if is_open:
        while opened[-1][0] != sign:
            opened.pop()
        return opened.pop()[1]
    if sign == "'":
        return "’"
    return sign if before.isdigit() else language.quotes[1]
