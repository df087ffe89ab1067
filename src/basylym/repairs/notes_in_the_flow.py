"""Make notes of what stands as notes at the foot of a page, or gathered at the end, and of their calls.

A call is a number glued to a word or a sign, raised or not; its note is a line that opens with it, further
on. Only where the notes count from 1 on, each has one call before it, all their ends are sure, and none is
words alone, as a heading is, they become notes; the text of each then stands before the list of references,
and its page closes over it. Where this is not so, it is asked. A numbered list of works under such a heading
is a list of references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._front_page import places_of_work
from basylym.repairs._lines import HYPHENATED, SENTENCE_END, Line, lines_of, longest, shown
from basylym.repairs._notes import BODY, HEADING, RULED, Body, Notes, notes
from basylym.repairs._references.lists import HEADING as LIST
from basylym.repairs._references.lists import lists
from basylym.repairs._references.words import NOTES
from basylym.repairs._tables import tables_of

AROUND = " \t\u00a0\n"
BRACKETED = re.compile(r"^[ \t]*\[1\] [^\n]+\n(?:[^\n]*\n){1,9}[ \t]*\[2\] ", re.MULTILINE)
ASKED = "lines that open with numbers, as notes do; {}: they stand as typed"
BLANK_ABOVE = re.compile(r"(?:\A|\n)[ \t\f\u00a0]*\n[ \t\u00a0]*\Z")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield for each note the edits of its call and of its text, or a question."""
    lines = lines_of(text)
    if not any(BODY.match(line.text) for line in lines):
        return
    how = shown(text)
    drawn = [_around(text, lines[one.first].start, lines[one.last].end) for one in tables_of(text)]
    cited = [(one.heading[0], one.end) for one in lists(text)]
    width = how.width or longest(text)
    taken = [*drawn, *cited, *places_of_work(text)]
    found = notes(text, lines, width, taken, language.abbreviations)
    if (
        found
        and BRACKETED.search(text)
        and any(text[one.start : one.end].strip()[0] == "[" for one in found.calls)
    ):
        return  # [1] cites a work of a list that is numbered so, or names a program's element
    if found and found.asked:
        place = found.bodies[0].start
        yield Edit(place, place, "", ASKED.format(found.asked), 0.6, query=True)
    elif found:
        yield from _linked(text, lines, found, drawn)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    return len(text[:start].rstrip(AROUND)), len(text) - len(text[end:].lstrip(AROUND))


def _linked(
    text: str, lines: Sequence[Line], found: Notes, drawn: Sequence[tuple[int, int]]
) -> Iterator[Edit]:
    count = len(found.calls)
    for call in found.calls:
        mark = f"[^{call.number}]"
        told = f"the call of note {call.number} of {count}"
        yield Edit(call.start, call.end, mark, told, 0.95, held=((0, len(mark)),))
    block: list[Body] = []
    for body in found.bodies:
        if block and text[lines[block[-1].last].end : lines[body.first].start].strip():
            yield _lifted(text, lines, block, drawn)
            block = []
        block.append(body)
    yield _lifted(text, lines, block, drawn)
    yield _gathered(text, lines, found)


def _lifted(
    text: str, lines: Sequence[Line], block: Sequence[Body], drawn: Sequence[tuple[int, int]]
) -> Edit:
    """Take notes that follow one another out, with the rule or the heading above them; close the text."""
    first = block[0].first
    above = first - 1
    while above > 0 and not lines[above].text.strip():
        above -= 1
    if above >= 0 and (
        RULED.fullmatch(lines[above].text.strip()) or HEADING.fullmatch(lines[above].text.strip())
    ):
        first = above
    start, end = lines[first].start, lines[block[-1].last].end
    before, after = _around(text, start, end)
    numbers = (
        f"notes {block[0].number} to {block[-1].number}" if len(block) > 1 else f"note {block[0].number}"
    )
    told = f"{numbers}: the text of it stands with the notes"
    if any(one < after and before < other for one, other in drawn):
        return Edit(start, end, "", told, 0.95)
    if not before or after == len(text):
        return Edit(before, end if after == len(text) else after, "", told, 0.95)
    last = text[:before].rpartition("\n")[2].rstrip("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰]")
    ended = SENTENCE_END.search(last.rstrip("[")) and not text[after].islower()
    blank = "\n\n" in re.sub(r"[ \t\u00a0]", "", text[before:start] + "|" + text[end:after])
    indent = text[end:after].rpartition("\n")[2]
    gap = "\n\n" if ended and blank else f"\n{indent}"
    return Edit(before, after, "\n" if HYPHENATED.search(last) else gap, told, 0.95)


def _gathered(text: str, lines: Sequence[Line], found: Notes) -> Edit:
    """Write the notes before the list of references, or at the text's end."""
    heads = [one for one in LIST.finditer(text) if not re.fullmatch(NOTES, one["name"], re.IGNORECASE)]
    place = heads[-1].start() if heads and heads[-1].start() > found.calls[-1].end else len(text)
    said, held = "", []
    if place == len(text):
        said = "\n\n"
    elif not BLANK_ABOVE.search(text, 0, place):
        said = "\n"
    for body in found.bodies:
        mark = f"[^{body.number}]: "
        held.append((len(said), len(said) + len(mark)))
        said += mark + _joined(text, lines, body) + "\n\n"
    said = said if place < len(text) else said.rstrip("\n")
    return Edit(place, place, said, "the notes, by their numbers", 0.95, held=tuple(held))


def _joined(text: str, lines: Sequence[Line], body: Body) -> str:
    """Return the text of a note; a line end stays only where a word may be broken."""
    said = text[body.start : lines[body.first].end].rstrip()
    for line in lines[body.first + 1 : body.last + 1]:
        said += ("\n" if HYPHENATED.search(said) else " ") + line.text.strip()
    return said


RULE = Rule(
    phase=Phase.BLOCKS,
    find=find,
    examples=(
        Example(
            "en",
            "Foxes came late.1 They stay where they\nwere born,2 as we have seen, and they do not\n"
            "1 See: Harris, S. (1981), p. 5.\n2 There is no earlier record.\nleave.",
            "Foxes came late.[^1] They stay where they\nwere born,[^2] as we have seen, and they do not\n"
            "leave.\n\n[^1]: See: Harris, S. (1981), p. 5.\n\n[^2]: There is no earlier record.",
        ),
        Example(
            "ru",
            "Лисы живут у нас¹. Это известно².\n\nПримечания\n\n1. См. об этом работу учителя.\n2. Там же.",
            "Лисы живут у нас[^1]. Это известно[^2].\n\n[^1]: См. об этом работу учителя.\n\n[^2]: Там же.",
        ),
        Example(
            "kk",
            "Түлкі қалада тұрады.[1] Оны көп көрді.\n\n[1] Қараңыз: Серіков, 15-б.\n\nӘдебиеттер\n\nБір.",
            "Түлкі қалада тұрады.[^1] Оны көп көрді.\n\n[^1]: Қараңыз: Серіков, 15-б.\n\nӘдебиеттер\n\nБір.",
        ),
    ),
    counterexamples=(
        ("en", "The village had H2O and CO2.\n1 First of all, it was small.\n2 Then it grew."),
        ("de", "Fläche 5 km², Raum 3 m³.\n1. Erstens\n2. Zweitens"),
        ("ru", "См. рис.1 и табл.2.\n1. Первый пункт\n2. Второй пункт"),
        (
            "kk",
            "Мәтін бар.1 Тағы бар.\n\nӘдебиеттер\n\n1. Серіков А. Түлкілер. – Алматы: Ғылым, 1999. – 15 б.",
        ),
    ),
    rank=1,
)
