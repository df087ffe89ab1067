"""Join the lines of a paragraph, and part the paragraphs, as the text itself shows.

Three habits are told apart by counting: lines filled to one width; one sentence a line; one
paragraph a line. A text that shows none of them keeps its line ends. Blank lines always part
paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from basylym.model.captions import caption
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.model.wide_signs import is_unspaced
from basylym.repairs._counted_lines import counted_lines
from basylym.repairs._gaps import gaps, had_room, inset, line_before, lines_after, steps_in
from basylym.repairs._lines import (
    HYPHENATED,
    SPACES,
    WIDE,
    Lines,
    Mode,
    ends_sentence,
    is_filled,
    shown,
)
from basylym.repairs._references.laid import laid, of_list

PART = "\n\n"
NEARLY, SHORT, NEARLY_FULL = 0.8, 0.75, 0.93  # of the width
HALF = 0.5  # of the width
CAPITALS = 5  # letters of an abbreviation
LITTLE = 3  # signs of a word that some programs leave for the next line
ENDS_OTHERWISE = re.compile(r"[.!?…:;,\-–—=|]$")
ENTRY = re.compile(  # Demir, M. & Kaya, S. (2004)
    r"[^\W\d_][\w'’-]{1,30}, (?:[^\W\d_]\.[ -]?){1,3}[^()\n]{0,80}\((?:19|20)\d\d[a-z]?\)\."
)
SHORTENED = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\Z")  # в 1 в. до н. э.
BLOCK = re.compile(r"(?<![^\n])[^\n]++(?:\n[^\n]++)+")  # from a line on: a long one is looked at once
VERSE = 3  # lines of one
LABEL, FAR = re.compile(r"\[(\d{1,3})\] "), 1500  # [7] Ptolemy, and signs in which [6] stands
OPENS_ELSE = "<>|#"  # what goes on in no sentence
HYPHENS = "-\u2010\u00ad"
FOOT = re.compile(r"(?<=\n)(\d{1,2}|[*†‡])[ \t]*\n(?:[ \t]*\n)+(?=[^\W\d_])")
CHOICE = re.compile(r"\w{1,2} \[[ xX*]\] ")
LEADERS = re.compile(r"(?:(?:\. ?){4,}|…{2,}) ?(?:\d+|[ivxlc]+)?\Z")  # with which an entry of a contents ends


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each line end or run of them that is written otherwise."""
    lines = shown(text)
    mode, usual = lines.mode, lines.mode.value
    told = f"{usual}, {lines.width} signs"
    joined = f"{usual}: a line end inside a paragraph"
    feet = _feet(text) if mode is Mode.WRAPPED else []
    verses = _verses(text, lines.width) if mode is Mode.WRAPPED else []
    counted = counted_lines(text, lines.width) if mode in (Mode.WRAPPED, Mode.SENTENCES) else set()
    listed = laid(text)
    for start, end in gaps(text):
        if end in listed:
            yield from of_list(text, start, end, listed[end])
            continue
        gap = text[start:end]
        feeds = gap.count("\n")
        if start == 0 or end == len(text):
            yield Edit(start, end, "", "an empty line at the text's edge")
        elif feeds > 1:
            if gap != "\n\n":
                yield Edit(start, end, "\n\n", "a blank line parts two paragraphs")
        elif text[start - 1] in HYPHENS and HYPHENATED.search(text, max(0, start - 2), start):
            continue  # a word may run on: another rule's question, and Markdown reads a space here
        elif is_unspaced(text[start - 1]) and is_unspaced(text[end]):
            continue  # Chinese and Japanese have no spaces, and Korean words are broken anywhere
        elif end in counted:
            continue  # as those around it, this line bears its number
        elif mode is Mode.SENTENCES:
            yield Edit(start, end, " ", joined, 0.97)
        elif mode is Mode.PARAGRAPHS and not (lines.blank and _are_short(text, start, end)):
            yield Edit(start, end, "\n\n", usual, 0.95)
        elif mode is Mode.WRAPPED and not _within(verses, start):
            made, asked = _unwrapped(text, (start, end), lines, told), ""
            if made and made.after == " ":
                if not lines.indented and steps_in(text, (start, end), lines.width):
                    asked = f"{told}: an indent below a line with room; does a paragraph begin here?"
                elif text[end].isupper() and (mark := _mark(feet, start)):
                    asked = f"what stands above the lone {mark} goes on behind it: does its note begin here?"
            if made:
                yield Edit(start, end, PART, asked, 0.5, query=True) if asked else made


def _are_short(text: str, start: int, end: int) -> bool:
    """Tell whether neither line beside a gap is wider than any that a program breaks: an address, a verse."""
    below = text.find("\n", end)
    return max(len(line_before(text, start)), (below if below >= 0 else len(text)) - end) <= WIDE


def _unwrapped(text: str, gap: tuple[int, int], lines: Lines, told: str) -> Edit | None:
    """Join a line to the next, or part them where the line before ends a paragraph or is a heading."""
    one = line_before(text, gap[0])
    if LEADERS.search(one) and text[gap[1]].isalnum():
        two = lines_after(text, gap[1])[0]
        return (
            None if two.isdecimal() else Edit(*gap, PART, f"{told}: an entry of a contents ends here", 0.95)
        )
    if len(one) == 1 and not one.isalnum():
        return None  # a stop that was torn from its line is no short line of a paragraph
    ended = ends_sentence(one)
    if one.endswith("\\") or text[gap[1]] in OPENS_ELSE or _is_synopsis(one, text[gap[1] : gap[1] + WIDE]):
        return None  # a command that goes on, or the next way to call it
    if _counts_on(text, gap):
        return Edit(*gap, PART, f"{told}: a number that counts on opens an entry", 0.95)
    if not ended and len(one) > NEARLY * lines.width and not (lines.indented and text[gap[1] - 1] in SPACES):
        if lines.exact and text[gap[1]].isupper() and had_room(text, gap, lines.width):
            asked = f"{told}: this line had room for the next word, a capital; does it end here?"
            return Edit(*gap, PART, asked, 0.5, query=True)
        if one.endswith(":") and not text[gap[1]].islower():
            asked = f"{told}: what stands behind a colon may be a paragraph of its own; is it?"
            return Edit(*gap, PART, asked, 0.5, query=True)
        return Edit(*gap, " ", f"{told}: a line end inside a paragraph", 0.97)  # as most of them
    two, three = lines_after(text, gap[1])
    early = not is_filled(f"{inset(text, gap[0])}{one}", two, lines.width)
    if early and caption(one) and _breaks_in(text, gap[0] - len(one)):
        return None
    first_word = two.split(None, 1)[0]
    if lines.indented and (text[gap[1] - 1] in SPACES or _is_title(one, two, lines)):
        return Edit(*gap, PART, f"{told}: an indent opens a paragraph", 0.95)
    if ended and ENTRY.match(two):
        return Edit(*gap, PART, f"{told}: an entry of a list of references begins", 0.95)
    if early and _is_in_capitals(one, lines) and _closes(text, gap[0] - len(one), lines.width):
        if _is_in_capitals(two.rstrip(":;,"), lines):
            asked = f"{told}: two lines in capitals: one heading, or two?"
            return Edit(*gap, " ", asked, 0.5, query=True)
        return Edit(*gap, PART, f"{told}: a short line in capitals is a heading", 0.93)
    if not ended and early and len(one) < HALF * lines.width and two[0].islower():
        asked = f"{told}: this line ends where the next word had room; does a paragraph end here?"
        return Edit(*gap, PART, asked, 0.5, query=True)
    if not ended and two[0].islower() and "@" not in first_word:
        return Edit(*gap, " ", f"{told}: a line end inside a paragraph", 0.97)
    if ended and two[0].isupper() and (_is_title(two, three, lines) or _is_in_capitals(two, lines)):
        return Edit(*gap, PART, f"{told}: a heading on a line of its own", 0.9)
    alone = ended and not three and len(two) < SHORT * lines.width and not ENDS_OTHERWISE.search(two)
    if not early and alone and two[0].isupper():
        asked = f"{told}: the last line of a paragraph, or a heading?"
        return Edit(*gap, PART, asked, 0.5, query=True)
    if not early and (not ended or lines.blank or lines.indented):
        return Edit(*gap, " ", f"{told}: a line end inside a paragraph", 0.97)
    if not early:
        asked = f"{told}: this full line ends in a full stop; does a paragraph end here?"
        return Edit(*gap, PART, asked, 0.3, query=True)
    if lines.indented and ended:
        if is_filled(one, two, NEARLY_FULL * lines.width):
            return Edit(*gap, " ", f"{told}: no indent, so no new paragraph", 0.9)
        asked = f"{told}: the line below has no indent, but this one had room; does a paragraph end here?"
        return Edit(*gap, PART, asked, 0.5, query=True)
    if ended and len(one) > NEARLY_FULL * lines.width and len(first_word) <= LITTLE and not lines.blank:
        asked = f"{told}: this line is nearly full and ends in a full stop; does a paragraph end here?"
        return Edit(*gap, PART, asked, 0.5, query=True)
    if ended and len(one) < HALF * lines.width and _goes_on_with(text, gap[0] - len(one), lines.width):
        asked = f"{told}: this line is short, but so is the one before it; does a paragraph end here?"
        return Edit(*gap, PART, asked, 0.5, query=True)
    shortened = two[0].islower() and SHORTENED.search(one)
    bare = caption(one) if ended else None
    if (
        shortened
        or (bare and not bare["title"].strip())
        or (ended and not lines.exact and is_filled(one, two, NEARLY_FULL * lines.width))
    ):
        asked = f"{told}: this line is not full and ends in a full stop; does a paragraph end here?"
        return Edit(*gap, PART, asked, 0.5, query=True)
    if ended:
        return Edit(*gap, PART, f"{told}: a short line ends a paragraph", 0.9)
    if _is_title(one, two, lines) and _closes(text, gap[0] - len(one), lines.width):
        return Edit(*gap, PART, f"{told}: a heading on a line of its own", 0.9)
    return None


def _feet(text: str) -> list[tuple[int, int, str]]:
    """Return where the foot of a page may hold a note whose mark an extractor put behind it, and the mark.

    The last line above the mark ends a sentence, and yet a small letter follows: that of the sentence which
    the page broke off, so that somewhere above a note begins. A number of a page stands behind no such line.
    """
    found = []
    for foot in FOOT.finditer(text):
        if text[foot.end()].islower() and ends_sentence(line_before(text, foot.start() - 1)):
            found.append((text.rfind(PART, 0, foot.start() - 1), foot.start(), foot[1]))
    return found


def _verses(text: str, width: int) -> list[tuple[int, int]]:
    """Return the paragraphs whose lines all open with a capital; half end before the width or past it."""
    found = []
    for block in BLOCK.finditer(text):
        lines = [line.strip() for line in block[0].split("\n")]
        if len(lines) < VERSE or not all(line.lstrip("«“\"'‘(—– ")[:1].isupper() for line in lines):
            continue
        pairs = [(one, two) for one, two in pairwise(lines) if not ends_sentence(one)]
        free = sum(len(one) > width or not is_filled(one, two, width) for one, two in pairs)
        if pairs and 2 * free >= len(lines):
            found.append(block.span())
    return found


def _is_synopsis(one: str, two: str) -> bool:
    """Tell whether two lines are ways to call one program, sort [OPTION]... [FILE]..., or choices."""
    if CHOICE.match(one) and CHOICE.match(two):
        return True
    first = one.split(None, 1)[0] if one else ""
    return first.islower() and "[" in one and two.startswith(f"{first} ") and "[" in two.split("\n", 1)[0]


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_left(spans, (place,)) - 1
    return at >= 0 and place < spans[at][1]


def _mark(feet: list[tuple[int, int, str]], place: int) -> str:
    return next((mark for start, end, mark in feet if start < place < end), "")


def _is_title(one: str, two: str, lines: Lines) -> bool:
    """Tell whether ``one`` is short and ends no sentence, and the line after it opens a paragraph."""
    if len(one) > SHORT * lines.width or ENDS_OTHERWISE.search(one) or one[:1].islower():
        return False
    opens = two.lstrip(SPACES)
    if lines.indented and two == opens:
        return False
    return bool(opens) and (lines.indented or (not opens[0].islower() and len(two) >= NEARLY * lines.width))


def _is_in_capitals(one: str, lines: Lines) -> bool:
    """Tell whether ``one`` is a short line of capitals that ends no sentence; an abbreviation is shorter."""
    letters = 0
    for letter in one if len(one) <= SHORT * lines.width else "":
        if letter.isalpha():
            if not letter.isupper():
                return False
            letters += 1
    return letters > CAPITALS and not ENDS_OTHERWISE.search(one)


def _counts_on(text: str, gap: tuple[int, int]) -> bool:
    """Tell whether a line opens with the number in brackets that follows on one that opened a line above."""
    label = LABEL.match(text, gap[1])
    return label is not None and f"\n[{int(label[1]) - 1}] " in text[max(0, gap[0] - FAR) : gap[0]]


def _breaks_in(text: str, start: int) -> bool:
    """Tell whether a sentence stands open above a figure: it may go on below the caption."""
    above = text[:start].rstrip()
    return bool(above) and not ends_sentence(line_before(above, len(above)))


def _goes_on_with(text: str, start: int, width: int) -> bool:
    """Tell whether the line before ``start`` is short though its sentence goes on."""
    above = line_before(text, start - 1) if start and text[start - 2 : start] != PART else ""
    return 0 < len(above) < HALF * width and not ENDS_OTHERWISE.search(above) and not above[0].isupper()


def _closes(text: str, start: int, width: int) -> bool:
    """Tell whether the paragraph before ``start`` is closed: by the text's start, a blank or a short line."""
    before = text[:start].rstrip(SPACES)
    if before.strip() == "" or before.endswith("\n\n"):
        return True
    return ends_sentence(line_before(text, len(before) - 1))


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("en", "One.\n \n\nTwo.\n", "One.\n\nTwo."),
        Example(
            "en",
            "The first line of this text was filled to\na narrow width by a program that knew of\n"
            "no other way to show where a line should\nend, and so each line here stops near the\n"
            "same column.",
            "The first line of this text was filled to a narrow width by a program that knew of "
            "no other way to show where a line should end, and so each line here stops near the "
            "same column.",
        ),
        Example(
            "ru",
            "Первое слово.\nВторое слово.\nТретье здесь.\n\nНовый абзац.\nЕщё одно.\nИ ещё.\nПоследнее.",
            "Первое слово. Второе слово. Третье здесь.\n\nНовый абзац. Ещё одно. И ещё. Последнее.",
        ),
    ),
    counterexamples=(
        ("en", "Roses are red,\nviolets are blue"),
        ("ru", "Иванов И. И.\nКазахский университет"),
        ("en", "One paragraph.\n\nAnother one.\n\nA third.\n\nAnd a fourth.\n\nA fifth, short too."),
    ),
    rank=3,
)
