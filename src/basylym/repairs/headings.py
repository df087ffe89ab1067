"""Make headings of what stands as a heading: alone, run in before its text, or glued to it.

Certain are the names of sections that the language pack knows ("Кіріспе", "Заключение"), alone
or closed by a full stop; numbered lines without a full stop at their end, as deep as their number is;
short paragraphs without one between two full paragraphs; and, where a language shows it by its last
word, a phrase without a predicate that opens a paragraph. The full stop goes, as headings have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from basylym.model.captions import caption, continues
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._heading_numbers import Numbered, labelled, numbered
from basylym.repairs._lines import ends_sentence
from basylym.repairs._page_tops import heads

PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*(?:\n\Z)?")
NAMED = re.compile(
    r"([^\W\d_](?:[^\W\d_]|[ \u00a0-]){2,60}?)(?:([.:])?\Z|(\n)|(\.)[ \u00a0]*(?=[«“\"(]?[^\W\d_]|\d))"
)
RUN_IN = re.compile(r"([^\W\d_][^\n.!?…:;,–—«»]{7,100})\.[ \u00a0](?=[«“\"]?[^\W\d_])")
LONGEST = 80  # signs of a heading that only its shortness tells
LONGEST_NUMBERED = 120  # and of one that a number tells too, which may hold commas and a colon
ALONE = re.compile(
    rf"(?!\w*_\w*\Z)(?!IS[BS]N\b)[^\n.!?…:;,@=|/]{{3,{LONGEST}}}"
)  # no name that a program has
BEHIND_NUMBER = re.compile(rf"[^\n.!?…;@=|]{{3,{LONGEST_NUMBERED}}}(?<![,:])")
SENTENCE = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})[»”\")]?(?:[ \u00a0]?\[[^\]]*\])?[.!?…](?=\s|\Z)")
SHORTENED = re.compile(r"\d[ \u00a0]?([^\W\d_]{1,4})\.\Z")
LONGEST_SHORTENED = 8  # signs of such an abbreviation with a digit before it
FULL, TEXT = 60, 120  # signs of a paragraph; of one that is surely no item of a list
LONGEST_TERM = 40  # signs of a heading that what is below may go on from: «Eagle» «is a small bird»
SHORT = 0.6  # of the line below
OPENING = 2  # letters, by which most paragraphs are told from a name of a section
MOST_WORDS = 12
MARK = "## "
FOLIO = re.compile(r"\d{1,4}|[ivxlc]{1,7}")
SECTION = "§"


class Paragraph(NamedTuple):
    """A paragraph of the text, where it starts, and its number, if it is such as headings have.

    ``said`` is the same without the stop of an abbreviation behind a number at its end: in 1991–2005 гг.
    """

    body: str
    start: int
    number: Numbered | None
    said: str


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield for each heading the insertion of its mark, and what becomes of its full stop."""
    openings = {name[:OPENING] for name in language.headings}
    labels = labelled(language.locators)
    tops = heads(text, words.page_ends)
    paragraphs = [
        Paragraph(found[0], found.start(), numbered(found[0], labels), _without_stop(found[0], language))
        for found in PARAGRAPH.finditer(text)
        if found.start() not in tops
    ]
    verbless = _shows_predicates(text, words) and not _stand_apart(paragraphs)
    chapters = any(one.number and one.number.label and one.body[0] != SECTION for one in paragraphs)
    below = -1  # the paragraph below the last heading
    for place, paragraph in enumerate(paragraphs):
        body, start, number = paragraph.body, paragraph.start, paragraph.number
        if caption(body.strip()) or continues(body) or _is_entry(paragraphs, place):
            continue
        at = number.end if number else 0
        mark = "#" * (number.level + (chapters and body[0] == SECTION)) + " " if number else MARK
        named = NAMED.match(body, at) if body[at : at + OPENING].lower()[:OPENING] in openings else None
        if named and named[1].strip().lower() in language.headings and _follows(named, number):
            ends = (start, start + named.end(1), start + named.end())
            yield from _marked(mark, ends, len(body) == named.end(), "a known name")
            below = place + 1
            continue
        run_in = RUN_IN.match(body) if verbless else None
        if run_in and words.titular and _is_title(run_in[1], body[run_in.end()], words):
            told = (
                f"no predicate before the full stop; {run_in[1].split()[-1]!r} ends a title, not a sentence"
            )
            ends = (start, start + run_in.end(1), start + run_in.end())
            yield from _marked(MARK, ends, False, told, 0.92)
        elif number and (end := _ends_above_text(body, number)):
            yield from _marked(mark, (start, start + end, start + end + 1), False, "a numbered line", 0.92)
            below = place + 1
        elif _is_short(paragraphs, place) and _stands_between(paragraphs, place, place == below):
            yield Edit(start, start, mark, "a short line without a full stop between two paragraphs", 0.9)
            below = place + 1


def _is_entry(paragraphs: list[Paragraph], place: int) -> bool:
    """Tell whether a paragraph stands between numbers of pages, as the entries of a table of contents do."""
    if (
        not 0 < place < len(paragraphs) - 1
        or "\n" in paragraphs[place].body
        or not FOLIO.fullmatch(paragraphs[place + 1].body)
    ):
        return False
    return FOLIO.fullmatch(paragraphs[place - 1].body.rpartition("\n")[2]) is not None


def _ends_above_text(body: str, number: Numbered) -> int:
    """Return where a numbered line ends that its text stands right below, or 0.

    A line of a text that fills its lines is never so short; and what an item of a list says is no long text.
    """
    head, _, text = body.partition("\n")
    long = FULL if number.label or number.depth > 1 else TEXT
    fits = BEHIND_NUMBER.fullmatch(head, number.end) and len(head.split()) <= MOST_WORDS
    if not fits or len(text) < long or len(head) > SHORT * len(text.partition("\n")[0]):
        return 0
    return len(head) if head[number.end].isupper() and text[0].isupper() and ends_sentence(body) else 0


def _without_stop(body: str, language: Language) -> str:
    short = SHORTENED.search(body[-LONGEST_SHORTENED:])
    return body[:-1] if short and short[1].lower() in language.abbreviations else body


def _follows(named: re.Match[str], number: Numbered | None) -> bool:
    """Tell whether what follows a known name lets it be a heading: its end, or a new sentence."""
    if not named[1][0].isupper():
        return False
    following = named.string[named.end() : named.end() + 1]
    return not (named[4] and (number or following.islower()))


def _marked(
    mark: str, ends: tuple[int, int, int], whole: bool, told: str, confidence: float = 0.97
) -> Iterator[Edit]:
    """Yield what marks a heading: ``ends`` are its start, the end of its words, and of its full stop."""
    start, name_end, end = ends
    yield Edit(start, start, mark, f"heading: {told}", confidence)
    if name_end < end or not whole:
        what = "no full stop at the end of a heading" if whole else "the heading stands apart from its text"
        yield Edit(name_end, end, "" if whole else "\n\n", what, confidence)


def _is_title(phrase: str, following: str, words: Words) -> bool:
    tokens = phrase.split()
    enough = 3 <= len(tokens) <= 12 and phrase[0].isupper() and not following.islower()
    return enough and words.titular is not None and words.titular(tokens[-1])


def _is_short(paragraphs: list[Paragraph], place: int) -> bool:
    """Tell whether a paragraph is short enough for a heading, and has no sign that a sentence has.

    Commas and a colon may stand behind a number that no neighbour has the like of, as items of lists do.
    """
    body, number = paragraphs[place].said, paragraphs[place].number
    if number is None:
        at, form = 0, ALONE
    else:
        near = paragraphs[max(0, place - 1)].number, paragraphs[min(place + 1, len(paragraphs) - 1)].number
        lists = number.depth < 2 and not number.label and any(one is not number and one for one in near)
        at, form = number.end, ALONE if lists else BEHIND_NUMBER
        if number.label and at == len(body):
            return True
    fits = form.fullmatch(body, at) and len(body.split()) <= MOST_WORDS and body.count("(") == body.count(")")
    return bool(fits) and (body[at].isupper() or at > 0) and any(letter.isalpha() for letter in body[at:])


def _shows_predicates(text: str, words: Words) -> bool:
    """Tell whether nearly all sentences of ``text`` end in something that is no title's end."""
    if words.titular is None:
        return False
    last = [word[1] for word in SENTENCE.finditer(text)]
    return len(last) >= 4 and sum(map(words.titular, last)) <= max(1, 0.15 * len(last))


def _stand_apart(paragraphs: list[Paragraph]) -> bool:
    """Tell whether headings stand on lines of their own: then none is run in before its text."""
    return any(
        _is_short(paragraphs, place) and _stands_between(paragraphs, place, False)
        for place in range(1, len(paragraphs))
    )


def _stands_between(paragraphs: list[Paragraph], place: int, below: bool) -> bool:
    """Tell whether full sentences stand above and below; below, or another short line that they follow.

    Args:
        paragraphs: of the text.
        place: of the one that may be a heading.
        below: whether a heading stands above it, as above a numbered one it or the title may.
    """
    if not 0 < place < len(paragraphs) - 1:
        return False
    before, after = paragraphs[place - 1].body, paragraphs[place + 1].body
    titled = place == 1 and _is_short(paragraphs, 0)
    if not ends_sentence(before) and not ((below or titled) and paragraphs[place].number):
        return False
    one = paragraphs[place]
    if not one.number and all(len(above.body) < FULL for above in paragraphs[:place]):
        return False  # no text has begun: it is the author, or the rest of a title
    told = one.body.isupper() or (one.number and (one.number.label or one.number.depth != 1))
    if after[:1].islower() and not told and len(one.body) > LONGEST_TERM:
        return False  # a sentence may go on in the next line, as where all lines stand apart
    if place + 2 < len(paragraphs) and len(after) < FULL and _is_short(paragraphs, place + 1):
        after = paragraphs[place + 2].body
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
        Example("en", "2.1. Methods\n\nText.", "### 2.1. Methods\n\nText."),
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
