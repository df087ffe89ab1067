"""Make citations of numbers in square brackets: [1], [2, 115-б.], [3, с. 15; 4], [5-7], [5: 14].

Where the list of references is there, a number is linked to the entry that bears it, or that stands
at its place in a list without numbers; a number without an entry is asked about and stays as typed.
Where the list is lost each number gets an entry that says so; then the numbers must look like a
list's: small, and most of those below the largest are cited. A year, an interval, an index of an
array are no citations, nor are the numbers that open the entries of a list under a strange heading,
nor any numbers where surname and year cite the works of a list without numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._places import page, place
from basylym.repairs._references.lists import Listed, lists, main

BRACKETS = re.compile(r"\[([^\[\]]{1,80})\](?![(\[{:]|[ \u00a0]?=)")
NUMBERS = re.compile(r"\d{1,3}(?:\s*[-–,]\s*\d{1,3})*")
CITED = re.compile(r"(\d{1,3})(?:(?:\s*[,.]\s*|\s+(?=\D))(.+)|\s*:\s*(.+))?")
MATHS = re.compile(
    r"(?:[∈⊂⊆∪∩=≤≥<>^_(+*/|×[]\s*|(?<!\w)\w|\d|\}|\\[A-Za-z]{1,20}"
    r"|\b(?:интервал|отрезк|сегмент|промежутк|аралы[ғқ]|кесінді|interval|range|segment)\w{0,5}\s+)\Z",
    re.IGNORECASE,
)
HEADING = re.compile(r"(?:\A|\n\n)(?:#+ )?(?:\d+\.? )?([^\W\d_](?:[^\W\d_]|[ \u00a0-]){2,60})[.:]?(?=\n|\Z)")
ENTRY = re.compile(r"\n+(?!:::)\S")
AT_NAME = re.compile(r"[A-Za-z0-9_)\]]+\Z")  # as programs have; a citation stands behind a space
LONGEST_NAME = 40
PATH = re.compile(  # a pattern of names of files, or program text
    r"[\w>]*[/\\=<>|&{}_][^\s\[\]]*\Z|[A-Za-z_]\w{0,20}\.[A-Za-z_]\w{0,20}\Z"
)
SHOWN = re.compile(
    r"\s{1,9}[\"“<>.\d+A-ZА-ЯЁ−-]|[ \t]*\n"
)  # behind [1] that opens a line of what a program prints
PROGRAM = re.compile(r"\A[ \t]*(?:[A-Za-z]{0,2}>{1,3}|\$) |\w[)\]]? ?<- ?\S")  # R> wss[1] <- 0
NAMED_PRINT, FIGURES = re.compile(r"\w+: "), re.compile(r" -?\d")  # tau: [1] 0.5
LABEL = re.compile(r"^([ \t\u00a0]{0,12})\\?\[(\d{1,3})\\?\]\s{1,9}[«“\"]?([^\W\d_])", re.MULTILINE)
DATED = re.compile(r"\((?:[^()]{1,60}[\s,])?(?:1[89]|20)\d\d[a-z]?\)")
GLUED = "the number stands at a word without a space, as most do not: is it a citation?"
LONE = "it is the only number in brackets, and there is no list of references: is it a citation?"
RANGE = 30
BEFORE = 24

Cited = tuple[re.Match[str], list[tuple[int, str]]]
"""Brackets, and number and place of each work that they cite."""


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each citation, and a question for each number without an entry."""
    listed = main(text)
    if listed is None and has_list(text, language):
        return
    found: list[Cited] = []
    spans = [(one.heading[0], one.end) for one in lists(text)]
    for brackets in BRACKETS.finditer(text):
        before = text[max(0, brackets.start() - BEFORE) : brackets.start()]
        if _is_code(text, brackets.start()):
            continue
        inside = any(start <= brackets.start() < end for start, end in spans) or bool(PATH.search(before))
        if inside or MATHS.search(before) or "\n\n" in brackets[1] or _opens_shown(text, brackets):
            continue
        if cited := _parsed(brackets[1], language):
            found.append((brackets, cited))
    found, doubtful = _apart(found, text)
    if _has_labels(text) if listed is None else not listed.numbered and len(found) <= _dated(text, spans):
        return
    numbers = {number for _, cited in found for number, _ in cited}
    if listed is not None:
        yield from _linked(found, _keys(listed, max(numbers, default=0)))
    elif numbers and 2 * len(numbers) > max(numbers):
        told = f"a number of the list of references, of which {len(numbers)} are cited"
        keys = {number: f"ref{number}" for number in numbers}
        lone = len(found) == len(numbers) == 1 and not found[0][1][0][1]  # (clause [1]) is a gap to fill
        for brackets, cited in found:
            if lone:
                yield Edit(*brackets.span(), brackets.group(), LONE, 0.5, query=True)
            else:
                yield Edit(*brackets.span(), _written(cited, keys), told, 0.97)
    for brackets, _ in doubtful if numbers else ():
        yield Edit(*brackets.span(), brackets.group(), GLUED, 0.5, query=True)


def _is_code(text: str, at: int) -> bool:
    """Tell whether a line is a program's: it stands behind a prompt, or gives a name a value."""
    end = text.find("\n", at)
    return PROGRAM.search(text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]) is not None


def _opens_shown(text: str, brackets: re.Match[str]) -> bool:
    """Tell whether brackets open a line, and a new sentence or a figure: what a program printed."""
    line = text[text.rfind("\n", 0, brackets.start()) + 1 : brackets.start()]
    printed = NAMED_PRINT.fullmatch(line) and FIGURES.match(text, brackets.end())
    opens = not line.strip() or printed
    return bool(opens) and brackets.start() > 0 and SHOWN.match(text, brackets.end()) is not None


def _apart(found: list[Cited], text: str) -> tuple[list[Cited], list[Cited]]:
    """Return what cites, and what may: ``row[2]``, without a space, unless half of all stand so.

    A name before brackets twice, and anything but a word, is a program's.
    """
    names = [AT_NAME.search(text, max(0, one[0].start() - LONGEST_NAME), one[0].start()) for one in found]
    free = [one for one, name in zip(found, names, strict=True) if not name]
    if 2 * len(free) < len(found):
        sliced = any(":" in one[0][1] for one, name in zip(found, names, strict=True) if name)
        return ([], []) if sliced else (found, [])  # letters[1:20] is a program's
    times = Counter(name[0] for name in names if name)
    words = (name and name[0].isalpha() and times[name[0]] == 1 for name in names)
    return free, [one for one, is_word in zip(found, words, strict=True) if is_word]


def _has_labels(text: str) -> bool:
    """Tell whether numbers that count on open lines: a list whose heading nobody knows is there, unread."""
    opening = [int(one[2]) for one in LABEL.finditer(text) if one[3].isupper()]
    return any(two == one + 1 for one, two in pairwise(opening))


def _dated(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """Return how many years stand in round brackets outside the lists, as where surname and year cite."""
    places = (one.start() for one in DATED.finditer(text))
    return sum(not any(start <= at < end for start, end in spans) for at in places)


def _keys(listed: Listed, largest: int) -> Mapping[int, str]:
    """Return which key each number means, or nothing for a number that two entries bear."""
    pairs = [(entry.number, work.key) for entry, work in zip(listed.entries, listed.works, strict=True)]
    if not listed.numbered:
        return {n: key for n, (_, key) in enumerate(pairs, 1)} if largest <= len(pairs) else {}
    numbers = [number for number, _ in pairs]
    return {number: key for number, key in pairs if number and numbers.count(number) == 1}


def _linked(found: list[Cited], keys: Mapping[int, str]) -> Iterator[Edit]:
    for brackets, cited in found:
        lacking = [str(number) for number, _ in cited if number not in keys]
        if not lacking:
            told = "numbers of entries in the list of references"
            yield Edit(*brackets.span(), _written(cited, keys), told, 0.97)
        elif keys:
            told = f"the list of references has no one entry {', '.join(lacking)}: what is cited here?"
            yield Edit(*brackets.span(), brackets.group(), told, 0.9, query=True)


def _written(cited: list[tuple[int, str]], keys: Mapping[int, str]) -> str:
    each = (f"@{keys[number]}" + (f", {told}" if told else "") for number, told in cited)
    return f"[{'; '.join(each)}]"


def has_list(text: str, language: Language) -> bool:
    """Tell whether a heading of references is followed by anything."""
    for heading in HEADING.finditer(text):
        if language.headings.get(heading[1].strip().lower()) == "references":
            return bool(ENTRY.match(text, heading.end()))
    return False


def _parsed(inside: str, language: Language) -> list[tuple[int, str]]:
    """Return number and place of each work cited, or nothing where this is no citation."""
    cited: list[tuple[int, str]] = []
    for part in inside.split(";"):
        part = " ".join(part.split())
        if NUMBERS.fullmatch(part):
            numbers = _numbers(part)
            cited += [(number, "") for number in numbers]
            if not numbers:
                return []
            continue
        work = CITED.fullmatch(part)
        told = (place(work[2], language) if work[2] else page(work[3] or "", language)) if work else ""
        if not work or not told:
            return []
        cited.append((int(work[1]), told))
    return [] if any(number < 1 for number, _ in cited) else cited


def _numbers(part: str) -> list[int]:
    numbers: list[int] = []
    for span in re.split(r"\s*,\s*", part):
        ends = [int(end) for end in re.split(r"\s*[-–]\s*", span)]
        if len(ends) > 2 or ends[-1] - ends[0] > RANGE or ends[0] > ends[-1]:
            return []
        numbers += range(ends[0], ends[-1] + 1)
    return numbers if len(numbers) == len(set(numbers)) else []


LIST_RU = (
    "\n\n## Литература\n\n1. Иванов И. И. Торговля. – М.: Наука, 2001. – 300 с."
    "\n\n2. О рынке. – М., 2003. – 9 с."
)
LIST_EN = "\n\n## References\n\n[1] Smith, J. (2010). Trade in Asia. London: Sage.\n\n[2] A web page, 2011."
RULE = Rule(
    phase=Phase.CITATIONS,
    find=find,
    examples=(
        Example("kk", "деген [1, 15-б.].", "деген [@ref1, б. 15]."),
        Example("ru", "как показано [1, с. 15; 2]", "как показано [@ref1, с. 15; @ref2]"),
        Example("en", "shown before [1-3], [2, p. 5]", "shown before [@ref1; @ref2; @ref3], [@ref2, p. 5]"),
        Example(
            "ru",
            f"Как показано [1,\nс. 15-17; 2], [1: 5].{LIST_RU}",
            f"Как показано [@ivanov2001, с. 15-17; @ref2], [@ivanov2001, с. 5].{LIST_RU}",
        ),
        Example(
            "en",
            f"Shown [2, 1].{LIST_EN}",
            f"Shown [@ref2; @smith2010].{LIST_EN}",
        ),
    ),
    counterexamples=(
        ("en", "in the year [1991]"),
        ("en", "for x ∈ [1, 2] and [0, 1]"),
        ("en", "a[1] = b[2]"),
        ("en", "see [12]"),
        ("en", f"on the interval [1, 2], a year [1991], [sic], a[1]{LIST_EN}"),
    ),
)
