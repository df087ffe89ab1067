"""Make lists of items that stand as lines: 1. 2. 3., a) b), (i) (ii), bullets and dashes.

Two items at least, signs of one kind that count on, items whose lines run on or hang; an item may stand
alone behind a bullet that opens others in the text. Numbers and Latin
letters keep their own signs, in the manuscript and on the page.
A bullet or a dash is Markdown's, and prints as the press sets all of them.
Signs that Markdown does not know, such as «а)», stay part of the text, each item a paragraph of its own.
Lines that open with a dash and are whole sentences may be what people say: that is asked, and where
somebody is said to say them they stay as typed, each a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.model.wide_signs import is_unspaced
from basylym.repairs._item_signs import BULLETS, DASHES, opening, usual
from basylym.repairs._lines import HYPHENATED, SENTENCE_END, is_filled, lines_of, longest, shown
from basylym.repairs._lists import SPEECH, Item, Page, Run, runs

MARKDOWNS = re.compile(r"\(?(?:\d+|[a-z]+)[.)]")
AROUND = " \t\u00a0\u2003\n"
OPENS = rf"[ \t\u00a0\u2003]*(?:[{re.escape(BULLETS + DASHES)}]|\(?\w{{1,5}}[.)])"
FIRST, LATER = re.compile(OPENS), re.compile(rf"\n{OPENS}")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield edits for the gaps and the signs of each list, and a question where it may be none."""
    if not (LATER.search(text) or FIRST.match(text)):
        return
    how = shown(text)
    lines = lines_of(text)
    width = how.width or longest(text)
    page = Page(
        lines,
        width,
        language.letters,
        language.speech_dash,
        frozenset(language.headings),
        usual(lines),
        opening(lines, language.letters),
    )
    for run in runs(page):
        if run.asked:
            first = run.items[0]
            place = page.lines[first.lines[0]].start + first.sign.start
            if not first.sign.value:
                yield from _parted(text, page, run)
            if run.asked != SPEECH:
                yield Edit(place, place, "", run.asked, 0.6, query=True)
        else:
            yield from _written(text, page, run, "", "\n\n")
            yield from _closed(text, page, run)


def _written(text: str, page: Page, run: Run, indent: str, opening: str) -> Iterator[Edit]:
    told = f"a list of {len(run.items)} items, {run.items[0].sign.said} to {run.items[-1].sign.said}"
    plain = not _sign(run.items[0])
    for number, item in enumerate(run.items):
        line = page.lines[item.lines[0]]
        start, end = line.start + item.sign.start, line.start + item.sign.end
        gap = opening if not number else "\n\n" if run.loose or plain else "\n"
        before = len(text[:start].rstrip(AROUND))
        if before or start:
            after = (gap if before else "") + indent
            yield Edit(before, start, after, told, 0.95, held=((0, len(after)),) if before else ())
        sign = _sign(item) or item.sign.said
        yield Edit(start, end, f"{sign} ", told, 0.95, held=() if plain else ((0, len(sign) + 1),))
        for one in item.lines[1:]:
            yield from _joined(text, page.lines[one].start)
        deeper = indent + " " * (len(sign) + 1)
        for inner in item.inner:
            yield from _written(
                text, page, inner, deeper, "\n\n" if run.loose or not _sign(inner.items[0]) else "\n"
            )


def _sign(item: Item) -> str:
    """Return the sign as Markdown has it, or nothing where Markdown has none."""
    said = item.sign.said
    return "-" if not item.sign.value else said if MARKDOWNS.fullmatch(said) else ""


def _joined(text: str, start: int) -> Iterator[Edit]:
    """Join a line to the one before, unless a word is broken there: that is another rule's question."""
    before = len(text[:start].rstrip(AROUND))
    end = start + len(text[start:]) - len(text[start:].lstrip(AROUND))
    inside = is_unspaced(text[before - 1]) and is_unspaced(
        text[end]
    )  # of a word, for all that its signs show
    if not inside and not HYPHENATED.search(text, max(0, before - 2), before):
        yield Edit(before, end, " ", "a line end inside an item of a list", 0.95)


def _parted(text: str, page: Page, run: Run) -> Iterator[Edit]:
    """Let each line that opens with a dash stand apart, whatever it is."""
    for item in run.items:
        start = page.lines[item.lines[0]].start + item.sign.start
        before = len(text[:start].rstrip(AROUND))
        if before:
            yield Edit(before, start, "\n\n", "a line that opens with a dash, as others beside it", 0.9)
        for one in item.lines[1:]:
            yield from _joined(text, page.lines[one].start)
    yield from _closed(text, page, run)


def _closed(text: str, page: Page, run: Run) -> Iterator[Edit]:
    """Part a list from the line that follows it."""
    end = len(text[: page.lines[run.last].end].rstrip(AROUND))
    after = end + len(text[end:]) - len(text[end:].lstrip(AROUND))
    if after < len(text) and "\n" in text[end:after]:
        told = "the last of the lines that belong together"
        if _may_go_on(text, page, run.last):
            told = "a full line ends the sentence of an item: does the item go on, or a paragraph begin?"
            yield Edit(end, after, "\n\n", told, 0.5, query=True)
        else:
            yield Edit(end, after, "\n\n", told, 0.95)


def _may_go_on(text: str, page: Page, last: int) -> bool:
    """Tell whether nothing shows the end of an item: its last line had no room for the word below it."""
    one, two = page.lines[last].text.strip(), page.lines[last + 1].text.strip()
    if not (two and shown(text).width and SENTENCE_END.search(one)) or FIRST.match(two):
        return False
    return is_filled(one, two, page.width) and two[0].isalpha()


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example(
            "en",
            "We asked two things:\n1. who stays,\n   or moves; and\n2. that families stay.\nBoth are old.",
            "We asked two things:\n\n1. who stays, or moves; and\n2. that families stay.\n\nBoth are old.",
        ),
        Example(
            "ru",
            "Задачи работы:\n– описать рынок;\n– найти причины роста;\n– сравнить цены.",
            "Задачи работы:\n\n- описать рынок;\n- найти причины роста;\n- сравнить цены.",
        ),
        Example(
            "kk",
            "Міндеттер:\nа) нарықты сипаттау;\nә) себептерді табу;\nб) бағаны салыстыру.",
            "Міндеттер:\n\nа) нарықты сипаттау;\n\nә) себептерді табу;\n\nб) бағаны салыстыру.",
        ),
        Example("de", "• Füchse\n\n• Dachse", "- Füchse\n\n- Dachse"),
        Example(
            "tr",
            "Soru\n1) birinci\n  a) ilk\n  b) son\n2) ikinci",
            "Soru\n\n1) birinci\n   a) ilk\n   b) son\n2) ikinci",
        ),
        Example("en", "Two:\n(i) the one\n(ii)  the other", "Two:\n\n(i) the one\n(ii) the other"),
    ),
    counterexamples=(
        ("en", "1. Introduction\n\nThe foxes of Leeds.\n\n2. Method\n\nWe counted them."),
        ("ru", "– Куда идёшь? – спросил он.\n\n– Домой, – ответила она."),
        ("kk", "Сол жылы\n– 1990 жылы – ол келді.\nСосын кетті."),
        ("de", "12. Mai 1990 kam er.\n15. Mai ging er wieder."),
        ("en", "References\n\n1. Smith, J. (2010). Trade in Asia.\n2. Doe, A. (2011). Trade in Europe."),
        ("tr", "A. Demir\nB. Kaya"),
    ),
    rank=6,
)
