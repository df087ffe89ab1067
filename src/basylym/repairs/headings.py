"""Make headings of what stands as a heading: alone, run in before its text, or glued to it.

Certain are the names of sections that the language pack knows ("Кіріспе", "Заключение"), alone
or closed by a full stop; numbered lines without a full stop at their end; short paragraphs
without one between two full paragraphs; and, where a language shows it by its last word, a
phrase without a predicate that opens a paragraph. The full stop goes, as headings have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._captions import caption
from basylym.repairs._lines import ends_sentence

PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*(?:\n\Z)?")
NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.)[ \u00a0]+")
NAMED = re.compile(
    r"([^\W\d_](?:[^\W\d_]|[ \u00a0-]){2,60}?)(?:([.:])?\Z|(\n)|(\.)[ \u00a0]*(?=[«“\"(]?[^\W\d_]|\d))"
)
RUN_IN = re.compile(r"([^\W\d_][^\n.!?…:;,–—«»]{7,100})\.[ \u00a0](?=[«“\"]?[^\W\d_])")
LONGEST = 80  # signs of a heading that only its shortness tells
ALONE = re.compile(rf"[^\n.!?…:;,@=|/]{{3,{LONGEST}}}")
SENTENCE = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})[»”\")]?(?:[ \u00a0]?\[[^\]]*\])?[.!?…](?=\s|\Z)")
FULL = 60
OPENING = 2  # letters, by which most paragraphs are told from a name of a section
MARK = "## "


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield for each heading the insertion of its mark, and what becomes of its full stop."""
    verbless = _shows_predicates(text, words)
    openings = {name[:OPENING] for name in language.headings}
    paragraphs = list(PARAGRAPH.finditer(text))
    for place, paragraph in enumerate(paragraphs):
        body, start = paragraph.group(), paragraph.start()
        if caption(body.strip()):
            continue
        number = NUMBER.match(body)
        at = number.end() if number else 0
        named = NAMED.match(body, at) if body[at : at + OPENING].lower()[:OPENING] in openings else None
        if named and named[1].strip().lower() in language.headings and _follows(named, number):
            yield from _marked(
                start, start + named.end(1), start + named.end(), len(body) == named.end(), "a known name"
            )
            continue
        run_in = RUN_IN.match(body) if verbless else None
        if run_in and words.titular and _is_title(run_in[1], body[run_in.end()], words):
            told = (
                f"no predicate before the full stop; {run_in[1].split()[-1]!r} ends a title, not a sentence"
            )
            yield from _marked(start, start + run_in.end(1), start + run_in.end(), False, told, 0.92)
        elif _is_short_line(body, at) and _stands_between(paragraphs, place):
            yield Edit(start, start, MARK, "a short line without a full stop between two paragraphs", 0.9)


def _follows(named: re.Match[str], number: re.Match[str] | None) -> bool:
    """Tell whether what follows a known name lets it be a heading: its end, or a new sentence."""
    if not named[1][0].isupper():
        return False
    following = named.string[named.end() : named.end() + 1]
    return not (named[4] and (number or following.islower()))


def _marked(
    start: int, name_end: int, end: int, whole: bool, told: str, confidence: float = 0.97
) -> Iterator[Edit]:
    yield Edit(start, start, MARK, f"heading: {told}", confidence)
    if name_end < end or not whole:
        what = "no full stop at the end of a heading" if whole else "the heading stands apart from its text"
        yield Edit(name_end, end, "" if whole else "\n\n", what, confidence)


def _is_title(phrase: str, following: str, words: Words) -> bool:
    tokens = phrase.split()
    enough = 3 <= len(tokens) <= 12 and phrase[0].isupper() and not following.islower()
    return enough and words.titular is not None and words.titular(tokens[-1])


def _is_short_line(body: str, at: int) -> bool:
    fits = len(body) - at <= LONGEST and ALONE.fullmatch(body, at) and len(body.split()) <= 12
    return bool(fits) and (body[at].isupper() or at > 0) and any(letter.isalpha() for letter in body[at:])


def _shows_predicates(text: str, words: Words) -> bool:
    """Tell whether nearly all sentences of ``text`` end in something that is no title's end."""
    if words.titular is None:
        return False
    last = [word[1] for word in SENTENCE.finditer(text)]
    return len(last) >= 4 and sum(map(words.titular, last)) <= max(1, 0.15 * len(last))


def _stands_between(paragraphs: list[re.Match[str]], place: int) -> bool:
    """Tell whether full sentences stand above and below; below, or another short line that they follow."""
    if not 0 < place < len(paragraphs) - 1:
        return False
    before, after = paragraphs[place - 1].group(), paragraphs[place + 1].group()
    if not ends_sentence(before):
        return False
    if place + 2 < len(paragraphs) and len(after) < FULL and _is_short_line(after, 0):
        after = paragraphs[place + 2].group()
    return len(after) >= FULL and ends_sentence(after)


RULE = Rule(
    phase=Phase.STRUCTURE,
    find=find,
    examples=(
        Example("ru", "Введение.В работе показано.", "## Введение\n\nВ работе показано."),
        Example(
            "en", "Text.\n\nConclusion. We have shown it.", "Text.\n\n## Conclusion\n\nWe have shown it."
        ),
        Example("en", "1. Introduction\n\nText.", "## 1. Introduction\n\nText."),
        Example("kk", "Мәтін.\n\nӘдебиеттер.", "Мәтін.\n\n## Әдебиеттер"),
        Example(
            "kk",
            "Абай өмірінің соңғы кезеңі. Ақын көп жазды. Ол елге кетті. Халық оны білді. Жұрт сүйді.",
            "## Абай өмірінің соңғы кезеңі\n\nАқын көп жазды. Ол елге кетті. Халық оны білді. Жұрт сүйді.",
        ),
    ),
    counterexamples=(
        ("en", "The conclusion. It stands here."),
        ("ru", "Выводы делать рано. Посмотрим."),
        ("kk", "Ақын көп жазды. Ол елге кетті. Халық оны білді. Жұрт сүйді."),
        ("en", "Dear reader\n\nHello."),
        (
            "ru",
            "Рынок рос.\n\nТаблица 1 Рост рынка\n\nОн рос много лет, и цены росли вместе с ним и дальше.",
        ),
        ("en", "1. Introduction to the method. It is short."),
    ),
)
