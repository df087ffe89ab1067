"""A text -> the notes that stand in its flow, each with its call, where both sides are unmistakable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from basylym.repairs._lines import HYPHENATED, SENTENCE_END, Line, is_filled
from basylym.repairs._references.words import NOTES

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN = str.maketrans(RAISED, "0123456789")
GAP = "[ \t\u00a0]"
BEHIND = (
    r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_][.,;:!?»”\")])|(?<=[^\W\d_][.,;:!?»”\")]{2})"
    r"|(?<=[^\W\d_]\d\d\d\d[.,;:)»”\"])|(?<=\d\d\d\d[.,;:)»”\"]))"
)
AHEAD = r"(?=[\s.,;:!?)»”\"—–]|\Z)"
CALLS = {
    "raised": re.compile(rf"{BEHIND}(?P<number>[{RAISED}]{{1,2}})(?![{RAISED}\d⁻])"),
    "bracketed": re.compile(rf"{BEHIND}{GAP}?\[(?P<number>\d{{1,2}})\](?![\[(])"),
    "plain": re.compile(rf"{BEHIND}(?P<number>\d{{1,2}}){AHEAD}(?![.,:]\d)"),
}
BODY = re.compile(
    rf"{GAP}*(?:\[(?P<bracketed>\d{{1,2}})\]|(?P<raised>[{RAISED}]{{1,2}})|(?P<plain>\d{{1,2}})(?P<sign>[.)]?))"
    rf"(?:{GAP}+|(?<=[{RAISED}]))(?=[«“\"(\[]?(?P<first>[^\W\d_])|https?:)"
)
HEADING = re.compile(
    rf"(?:#+ )?(?:\d\d?\.? )?(?:{NOTES}|ескертпелер|(?:dip|son)?notlar|anmerkungen|(?:fuß|end)noten)[.:]?",
    re.IGNORECASE,
)
RULED = re.compile(r"[_–—-]{3,}")
REFERS = re.compile(
    r"[«“\"(]?(?:see|cf|ibid|op|quoted|cited|см|ср|там же|цит|указ|қараңыз|қар|бұл да сонда|сонда"
    r"|bkz|krş|age|aynı|vgl|siehe|ebd|ebenda)\b",
    re.IGNORECASE,
)
OWN = re.compile(r"[.,;:] .*\d|://|www\.|\w@\w")  # a place in a work, or an address: no heading has these
KEY = re.compile(r"\[[^\[\]\n]*\Z")
WORD_BEFORE = re.compile(r"([^\W\d_]+)\.\Z")
NEARLY = 0.8  # of the width
PAGE = re.compile(r"\W{0,3}\d{1,4}\W{0,3}")
LETTERS = 12  # signs that an abbreviation before a number may have
KEYS = 80  # signs of keys in brackets before a number


@dataclass(frozen=True, slots=True)
class Call:
    """A call: its place and its number."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Body:
    """A note as it stands: numbers of its first and last line, where its text begins, its number.

    Attributes:
        sure: whether its end is.
        gathered: whether a heading of notes stands above it.
    """

    first: int
    last: int
    start: int
    number: int
    kind: str
    sure: bool
    gathered: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """Calls and bodies, one for one in the order of their numbers; ``asked`` says why they may be none."""

    calls: tuple[Call, ...]
    bodies: tuple[Body, ...]
    asked: str = ""


def notes(
    text: str, lines: Sequence[Line], width: int, taken: Sequence[tuple[int, int]], short: frozenset[str]
) -> Notes | None:
    """Return the notes of a text, or None.

    Args:
        text: the text.
        lines: its lines.
        width: of filled lines, or 0.
        taken: spans in which no note is looked for: tables, lists of references.
        short: words that end in a full stop inside a sentence.
    """
    found = list(_bodies(lines, width, taken))
    for kind in dict.fromkeys(body.kind for body in found):
        chain = _chain([body for body in found if body.kind == kind])
        if not chain:
            continue
        for pattern in CALLS.values():
            calls = list(_calls(text, pattern, lines, found, taken, short))
            if matched := _matched(calls, chain, lines):
                return matched
    return None


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _bodies(lines: Sequence[Line], width: int, taken: Sequence[tuple[int, int]]) -> Iterator[Body]:
    """Yield what may be a note: a line that opens with a number, and the lines that run on."""
    gathered = False
    for at, line in enumerate(lines):
        said = line.text.strip()
        gathered = bool(HEADING.fullmatch(said)) or (gathered and not said.startswith("#"))
        opened = BODY.match(line.text)
        if opened is None or _inside(line.start, taken):
            continue
        if opened["first"] and opened["first"].islower() and not REFERS.match(line.text, opened.end()):
            continue
        kind = next(name for name in ("bracketed", "raised", "plain") if opened[name])
        number = int(opened[kind].translate(PLAIN))
        last, sure = _to_its_end(lines, at, width, gathered)
        yield Body(at, last, line.start + opened.end(), number, kind + (opened["sign"] or ""), sure, gathered)


def _to_its_end(lines: Sequence[Line], at: int, width: int, gathered: bool) -> tuple[int, bool]:
    """Return the last line of a note, and whether it surely is."""
    while at + 1 < len(lines):
        one, two = lines[at].text.strip(), lines[at + 1].text.strip()
        if not two or BODY.match(lines[at + 1].text) or PAGE.fullmatch(two) or RULED.fullmatch(two):
            return at, bool(SENTENCE_END.search(one)) or len(one) < NEARLY * width
        filled = bool(width) and is_filled(one, two, width)
        indented = lines[at + 1].text[:1] in " \t\u00a0" and lines[at].text[:1] not in " \t\u00a0"
        if gathered or HYPHENATED.search(one):
            at += 1
        elif SENTENCE_END.search(one):
            return at, indented or not filled or two[0].islower()
        elif filled or two[0].islower():
            at += 1
        else:
            return at, not filled and bool(width)
    return at, True


def _chain(found: Sequence[Body]) -> list[Body]:
    """Return bodies numbered from 1 on, one after the other; nothing where a number comes twice."""
    numbers = [body.number for body in found]
    chain = [body for body in found if body.number <= len(found)]
    whole = [body.number for body in chain] == list(range(1, len(chain) + 1))
    return chain if chain and whole and len(numbers) == len(set(numbers)) else []


def _calls(
    text: str,
    pattern: re.Pattern[str],
    lines: Sequence[Line],
    bodies: Sequence[Body],
    taken: Sequence[tuple[int, int]],
    short: frozenset[str],
) -> Iterator[Call]:
    inside = [(lines[body.first].start, lines[body.last].end) for body in bodies]
    for found in pattern.finditer(text):
        before = WORD_BEFORE.search(text, max(0, found.start() - LETTERS), found.start())
        if _inside(found.start(), taken) or _inside(found.start(), inside):
            continue
        if before and before[1].lower() in short:
            continue
        if found["number"].isdecimal() and text[found.start() - 1].isupper():
            continue  # COVID19
        if found["number"].startswith("0") or KEY.search(text, max(0, found.start() - KEYS), found.start()):
            continue  # the year of a key: [Lem03, Mor05]
        yield Call(found.start(), found.end(), int(found["number"].translate(PLAIN)))


def _matched(calls: Sequence[Call], chain: Sequence[Body], lines: Sequence[Line]) -> Notes | None:
    """Return the notes where each body has one call before it, in one order; else what may be asked."""
    wanted = len(chain)
    own = [call for call in calls if 1 <= call.number <= wanted]
    if not own:
        return None
    numbers = [call.number for call in own]
    refers = any(REFERS.match(lines[body.first].text, body.start - lines[body.first].start) for body in chain)
    raised = chain[0].kind == "raised"
    if numbers == list(range(1, wanted + 1)) and _in_order(own, chain, lines):
        if not all(body.sure for body in chain):
            return Notes(tuple(own), tuple(chain), "where the note ends is not sure")
        if not all(_speaks(body, lines) for body in chain):
            return Notes(tuple(own), tuple(chain), "words alone may be a heading")
        if any(call.number == wanted + 1 and call.start > own[-1].end for call in calls) and not refers:
            return Notes(
                tuple(own), tuple(chain), "a call of the next number has no note: are these the notes?"
            )
        if wanted > 1 or refers:
            return Notes(tuple(own), tuple(chain))
        return None
    if wanted > 1 and len(set(numbers)) > 1 and (refers or raised):
        return Notes((), tuple(chain), "not every one of them has one call")
    return None


def _speaks(body: Body, lines: Sequence[Line]) -> bool:
    """Whether a note is more than words that could head a section."""
    line = lines[body.first]
    said = line.text[body.start - line.start :].strip()
    return bool(
        not body.kind.startswith("plain")
        or body.gathered
        or body.last > body.first
        or SENTENCE_END.search(said)
        or OWN.search(said)
        or REFERS.match(said)
    )


def _in_order(calls: Sequence[Call], chain: Sequence[Body], lines: Sequence[Line]) -> bool:
    return all(call.end <= lines[body.first].start for call, body in zip(calls, chain, strict=True))
