"""Move the list of references into the bibliography, entry by entry, and leave its place in the text.

What stands in each entry is kept there as typed; fields are read only where every word of the entry
finds its own. An entry that leans on the one before it (там же, сонда, ibid.) takes nothing from that, and
is asked about. A second list, in Latin letters, stays as typed; the English titles that it gives beside the
works of the first are kept with them.

Where an entry begins is told by the list as a whole: by numbers, margins, blank lines, lines with room at
their end, and by what its entries have in common. A line that may go on with an entry or open one stays with
the entry as typed and is asked about; a list with many such lines stays as typed, whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from basylym.model.escapes import unescaped
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.model.works import Work
from basylym.repairs._references.entries import works
from basylym.repairs._references.lists import Listed, lists, main
from basylym.repairs._references.same import leans
from basylym.repairs._references.twins import are_twins, with_english

PLACE = "\n\n::: {#refs}\n:::"
MARK = "## "
PART = "\n\n"
AGAIN = re.compile(r"\s{1,9}(?=\\?\[?1\\?[.)\]])")  # another number 1 below the last entry
OTHER = "numbers begin again below the list of references: notes, or another list? They stand as text"
UNPROVED = "nothing shows where each entry of this list begins: set one on a line, with blank lines between"


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each entry, and a question for each list that is not taken."""
    listed = main(text)
    others = [other for other in lists(text) if other is not listed]
    for other in others:
        if not other.proved:
            yield from _typed(text, other)
    others = [other for other in others if other.proved]
    if listed is None:
        return
    twin = next((other for other in others if are_twins(listed.works, other.works)), None)
    made = _as_typed(listed, words)
    yield from _moved(text, listed, with_english(made, _as_typed(twin, words)) if twin else made)
    for other in others:
        name = text[slice(*other.heading)]
        same = "the same" if other is twin else str(len(other.entries))
        told = f"{name!r} is a second list, of {same} works; shall the press make it?"
        yield Edit(*other.heading, name, told, 0.9, query=True)
        yield from _apart(text, other)


def _as_typed(listed: Listed, words: Words) -> tuple[Work, ...]:
    """The works by what their author typed, without the backslashes of Markdown; with the same keys."""
    if not words.markdown or not any("\\" in entry.text for entry in listed.entries):
        return listed.works
    made = works((entry.number, unescaped(entry.text)) for entry in listed.entries)
    return tuple(replace(one, key=known.key) for one, known in zip(made, listed.works, strict=True))


def _typed(text: str, listed: Listed) -> Iterator[Edit]:
    """Leave a list as its lines are typed where nothing shows which of them open an entry."""
    start, end = listed.heading
    if not listed.marked:
        yield Edit(
            start, start, _mark(text, start), "the heading of a list of references that stays typed", 0.9
        )
    yield Edit(start, end, text[start:end], UNPROVED, 0.9, query=True)


def _apart(text: str, listed: Listed) -> Iterator[Edit]:
    """Set a list that stays typed as one: a heading, and each entry a paragraph of its own."""
    start, end = listed.heading
    if not listed.marked:
        yield Edit(
            start, start, _mark(text, start), "the heading of a list of references that stays typed", 0.9
        )
    for entry in listed.entries:
        below = end + len(text[end : entry.end]) - len(text[end : entry.end].lstrip())
        if text[end:below] == "\n":
            yield Edit(end, below, PART, "each entry of a list that stays typed on lines of its own", 0.9)
        end = entry.end


def _mark(text: str, start: int) -> str:
    apart = start < 2 or text.endswith(PART, 0, start)  # Pandoc's headings want a blank line
    return MARK if apart else f"\n{MARK}"


def _moved(text: str, listed: Listed, made: Iterable[Work]) -> Iterator[Edit]:
    start, end = listed.heading
    if not listed.marked:
        yield Edit(start, start, _mark(text, start), "the heading of a list of references", 0.97)
    if listed.numbered and (again := AGAIN.match(text, listed.end)):
        yield Edit(again.end(), again.end(), "", OTHER, 0.6, query=True)
    times = Counter(entry.number for entry in listed.entries if entry.number)
    place = end
    for entry, work in zip(listed.entries, made, strict=True):
        what = f"entry {entry.number}" if entry.number else "an entry"
        sure = "" if work.whole else "; its fields were not read"
        after = PLACE if place == end else ""
        if entry is listed.entries[-1] and re.match(r"\n[^\n]", text[entry.end : entry.end + 2]):
            after += "\n"  # what follows on the next line is no part of the list
        told = f"{what} of the list of references is @{work.key} in the bibliography{sure}"
        yield Edit(place, entry.end, after, told, 0.97, moved=(work,))
        if on := leans(work.raw):
            asked = f"@{work.key} leans on the {on} of the entry before it; which one is meant?"
            yield Edit(place, place, "", asked, 0.9, query=True)
        if times[entry.number] > 1:
            asked = f"two entries bear the number {entry.number}; which one do citations of it mean?"
            yield Edit(place, place, "", asked, 0.9, query=True)
        for line in entry.asked:
            asked = f"does a line of @{work.key} open the next entry? They stand together as typed"
            yield Edit(line, line, "", asked, 0.5, query=True)
        place = entry.end


RULE = Rule(
    phase=Phase.CITATIONS,
    find=find,
    examples=(
        Example(
            "ru",
            "Текст.\n\nЛитература\n\n1. Иванов И. И. Торговля. – М.: Наука, 2001.\n\n2. О рынке, 2003.",
            "Текст.\n\n## Литература\n\n::: {#refs}\n:::",
        ),
        Example(
            "en",
            "Text.\n\n## References\n\nSmith, J. (2010). Trade in Asia. London: Sage.\n\nAppendix",
            "Text.\n\n## References\n\n::: {#refs}\n:::\n\nAppendix",
        ),
        Example(
            "kk",
            "Мәтін.\n\n## Әдебиеттер\n\n[1] Байтұрсынұлы А. Тіл тағылымы. – Алматы: Ана тілі, 1992. – 448 б.",
            "Мәтін.\n\n## Әдебиеттер\n\n::: {#refs}\n:::",
        ),
        Example(
            "en",
            "The last line of the text.\nReferences\nSmith, J. (2010). Trade in Asia. London: Sage.",
            "The last line of the text.\n\n## References\n\n::: {#refs}\n:::",
        ),
    ),
    counterexamples=(
        ("en", "Literature\n\nThe novels of the time say little of trade, and nothing of prices."),
        ("ru", "Литература\n\nО ней писали многие."),
        ("kk", "Мәтін.\n\nӘдебиеттер"),
        (
            "de",
            "Text.\n\n## Quellenverzeichnis\n\nZur Erstellung dient `BibTeX` [@Patashnik1988], wie folgt.",
        ),
        (
            "en",
            "Text.\n\n## Bibliography\n\nTwo files (`*.bst`) came (2010).\n\nSo (Wettig, 1996).",
        ),
        ("en", "He reads references 1 and 2 in 1991."),
    ),
    rank=5,
)
