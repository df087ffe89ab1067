"""Lines of a text -> the lists among them: runs of items whose signs count on or are alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from basylym.repairs._lines import HYPHENATED, SENTENCE_END, Line, is_filled
from basylym.repairs._references.lists import HEADING
from basylym.repairs._references.names import names
from basylym.repairs._references.shapes import SIGN_OF_WORK

BULLETS, DASHES = "•◦▪‣●·∙▸►*", "-–—−"
DOTS, CIRCLE = "·∙", "o"  # that multiply in formulas too; as Word's second bullet is copied
SURE = "•◦▪‣●▸►"  # open nothing but items
KNOWN = 3  # items of a text that a sign opens, after which one of them may stand alone
GAP = r"[ \t\u00a0\u2003]"
SIGN = re.compile(
    rf"(?P<indent>{GAP}*)"
    rf"(?P<sign>(?P<bullet>[{re.escape(BULLETS + DASHES)}]|(?<={GAP}{{2}}){CIRCLE}(?={GAP}))"
    r"|(?P<open>\(?)(?:(?P<number>\d{1,2})|(?P<letters>[^\W\d_]{1,5}))(?P<close>[.)]))"
    rf"(?:(?P<gap>{GAP}+)|(?=[^\W\d_]))(?=\S)"
)
ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
VALUES = {"i": 1, "v": 5, "x": 10}
LATIN = "abcdefghijklmnopqrstuvwxyz"
WORD = re.compile(r"[^\W\d_]{2}")
CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?[ \t\u00a0]+\S")  # 2.1. Method
PRINTED = re.compile(r"(?:[A-Za-z]{0,2}>{1,3}|In \[\d+\]:|\$) \S")  # > summary(fit)
COMMAND = re.compile(r"\\[a-zA-Z]+[*\[{]|\\\[|\$\$")  # \begin{example}
SAID = re.compile(r"[^\W_]|[.!?…»”)\]।]\Z")
ADDRESS = re.compile(r"www\.|https?://")
TAG = re.compile(r"[,.!?…»”\"] ?[–—-]+ ")  # – Да, – сказал он.
INTRODUCES = re.compile(r"[:;.!?…][»”\")]?\Z")
LONG = 0.8  # of the width: the next one goes on with an unended sentence, whatever it opens with
DISPLAY = 15  # signs of a line below a colon that is a formula or a name, and no more of the sentence
STEP = 2  # letters of an alphabet that an author may pass over: ё, й, ә
SPEECH = "what people say, for one of the lines says so"
DOUBT = "these lines open with dashes and are sentences: a list, or what people say? They stand as typed"


@dataclass(frozen=True, slots=True)
class Sign:
    """What may open an item.

    Attributes:
        kind: the signs of one list are of one kind, as ``1)`` or ``•``.
        value: what it counts, from 1; 0 for a bullet.
        indent: signs before it.
        start, end: of the sign with the space behind it; code points from 0 into the line.
        said: the sign itself.
    """

    kind: str
    value: int
    indent: int
    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its sign, its lines without those of lists inside it, and these lists."""

    sign: Sign
    lines: tuple[int, ...]
    inner: tuple[Run, ...]
    last: int


@dataclass(frozen=True, slots=True)
class Run:
    """A list.

    Attributes:
        items: two or more, or one behind a bullet that opens many.
        loose: whether blank lines part them.
        asked: why it may be none, or nothing where it surely is one.
    """

    items: tuple[Item, ...]
    loose: bool
    asked: str = ""

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.items[-1].last


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text and how they are to be read.

    Attributes:
        width: of filled lines, in signs, or 0.
        letters, speech: the alphabet of its language, and whether a dash there opens what people say.
        bullets: signs that open so many items that one of them may stand alone.
    """

    lines: Sequence[Line]
    width: int
    letters: str
    speech: bool
    headings: frozenset[str]
    bullets: frozenset[str] = frozenset()


def usual(lines: Sequence[Line]) -> frozenset[str]:
    """Return the bullets that open several lines of a text."""
    opened = Counter(line.text.lstrip()[:1] for line in lines)
    return frozenset(sign for sign in SURE if opened[sign] >= KNOWN)


def runs(page: Page) -> Iterator[Run]:
    """Yield the lists of a page, in order."""
    at = 0
    ended: dict[str, int] = {}
    while at < len(page.lines):
        run = _run(page, at, ended)
        if run:
            ended[run.items[-1].sign.kind] = run.items[-1].sign.value
            yield run
        at = run.last + 1 if run else at + 1


def signs(line: str, letters: str) -> Iterator[Sign]:
    """Yield what the sign at the start of ``line`` may be; ``i)`` is a letter or a number."""
    found = SIGN.match(line)
    if found is None or not WORD.search(line, found.end()):
        return
    place = (len(found["indent"]), *found.span("sign"), found["sign"])
    start, end, said = place[1], found.end(), place[3]
    if found["bullet"]:
        if found["bullet"] == CIRCLE and not line[end].isupper():
            return
        if found["gap"] and (found["bullet"] in BULLETS or re.match(r"[^\W\d_]|[«“\"(]", line[end:])):
            yield Sign(said, 0, place[0], start, end, said)
        return
    if found["open"] and found["close"] != ")":
        return
    if found["number"]:
        yield Sign(f"{found['open']}1{found['close']}", int(found["number"]), place[0], start, end, said)
    elif found["gap"] and found["letters"].islower():
        word = found["letters"]
        for alphabet in (LATIN, letters):
            if len(word) == 1 and word in alphabet:
                kind = f"{found['open']}{alphabet[0]}{found['close']}"
                yield Sign(kind, alphabet.index(word) + 1, place[0], start, end, said)
        if ROMAN.fullmatch(word):
            yield Sign(f"{found['open']}i{found['close']}", _roman(word), place[0], start, end, said)


def _roman(word: str) -> int:
    values = [VALUES[letter] for letter in word]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def _run(page: Page, at: int, ended: dict[str, int]) -> Run | None:
    """Return the list whose first item stands on line ``at``."""
    for sign in signs(page.lines[at].text, page.letters):
        if sign.value > 1 and ended.get(sign.kind) != sign.value - 1:
            continue
        run = _of_kind(page, at, sign)
        if (len(run.items) > 1 or sign.said in page.bullets) and _admitted(page, at, run):
            return Run(run.items, run.loose, _asked(page, run))
    return None


def _of_kind(page: Page, at: int, sign: Sign) -> Run:
    """Return the items that follow one another from line ``at`` on."""
    items: list[Item] = []
    loose = False
    while True:
        item = _item(page, at, sign)
        items.append(item)
        at, blank = _next(page, item.last)
        following = next((one for one in _signs(page, at) if _follows(sign, one)), None)
        if following is None:
            return Run(tuple(items), loose)
        loose = loose or blank
        sign = following


def _signs(page: Page, at: int) -> Iterator[Sign]:
    return signs(page.lines[at].text, page.letters) if at < len(page.lines) else iter(())


def _follows(one: Sign, two: Sign) -> bool:
    reach = STEP if one.kind.strip("()")[:1] not in "1ai" and one.value else 1
    counts = not one.value or one.value < two.value <= one.value + reach
    return two.kind == one.kind and counts and abs(two.indent - one.indent) <= 1


def _next(page: Page, at: int) -> tuple[int, bool]:
    """Return the number of the next line that is not blank, and whether a blank one parts it."""
    place = at + 1
    while place < len(page.lines) and not page.lines[place].text.strip():
        place += 1
    return place, place - at > 1


def _item(page: Page, at: int, sign: Sign) -> Item:
    """Return the item that opens on line ``at``: the lines that run on, and the lists among them."""
    own, inner = [at], []
    last = at
    while True:
        place, blank = _next(page, last)
        if place >= len(page.lines) or blank:
            break
        said = page.lines[place].text
        if any(one.kind == sign.kind for one in signs(said, page.letters)):
            break
        deeper = len(said) - len(said.lstrip()) > sign.indent
        nested = _run(page, place, {}) if deeper else None
        if nested and not nested.asked:
            inner.append(nested)
            last = nested.last
            continue
        if inner or not _runs_on(page, page.lines[last].text.strip(), said, deeper):
            break
        own.append(place)
        last = place
    return Item(sign, tuple(own), tuple(inner), last)


def _runs_on(page: Page, one: str, line: str, deeper: bool) -> bool:
    """Tell whether a line of an item goes on in the next one."""
    two = line.strip()
    if not SAID.search(two):
        return False  # a line of %, * or dashes parts what stands above it from what stands below
    filled = bool(page.width) and is_filled(one, two, page.width)
    if HYPHENATED.search(one):
        return True
    if opened := next(signs(line, page.letters), None):
        return filled and opened.said in DASHES
    if CLAUSE.match(two) or (one.endswith(":") and (COMMAND.match(two) or len(two) < DISPLAY)):
        return filled and not SENTENCE_END.search(one) and not one.endswith(":")
    if SENTENCE_END.search(one) and (not two[0].islower() or ADDRESS.match(two)):
        return filled and deeper
    long = bool(page.width) and len(one) >= LONG * page.width
    return deeper or filled or two[0].islower() or (long and not one.endswith((";", ":")))


def said(page: Page, item: Item) -> str:
    """Return what an item says, its own lines joined by spaces."""
    first, *rest = item.lines
    parts = [page.lines[first].text[item.sign.end :], *(page.lines[n].text for n in rest)]
    return " ".join(part.strip() for part in parts)


def _before(page: Page, at: int) -> tuple[str, bool]:
    """Return the line before ``at`` that is not blank, and whether a blank one parts them."""
    place = at - 1
    while place >= 0 and not page.lines[place].text.strip():
        place -= 1
    return (page.lines[place].text.strip() if place >= 0 else ""), at - place > 1


def _admitted(page: Page, at: int, run: Run) -> bool:
    """Tell whether a run of items is a list: no references, no headings, no broken sentence."""
    before, parted = _before(page, at)
    sign = run.items[0].sign
    texts = [said(page, item) for item in run.items]
    if PRINTED.match(before) or (sign.said == "*" and _opens_comment(page, at)):
        return False  # what a program printed or says of itself
    if HEADING.match(before) or sum(
        bool(SIGN_OF_WORK.search(text) and names(text).people) for text in texts
    ) >= 0.5 * len(texts):
        return False
    if any(text.strip(" .").lower() in page.headings for text in texts):
        return False
    if sign.said in BULLETS:
        return sign.said not in DOTS or all(WORD.match(text) for text in texts)
    if before and not parted and not INTRODUCES.search(before) and sign.said in DASHES:
        return False
    return sign.value > 0 or len(texts) > 2 or before.endswith(":") or parted


def _opens_comment(page: Page, at: int) -> bool:
    """Tell whether lines that open with a star stand in a comment of a program."""
    while at and page.lines[at].text.lstrip().startswith("*"):
        at -= 1
    return page.lines[at].text.lstrip().startswith("/*")


def _asked(page: Page, run: Run) -> str:
    """Return why lines that open with a dash may be no list."""
    if run.items[0].sign.said not in DASHES:
        return ""
    texts = [said(page, item) for item in run.items]
    if any(TAG.search(text) for text in texts):
        return SPEECH
    ended = sum(bool(SENTENCE_END.search(text)) for text in texts)
    upper = any(text.lstrip('«“"(')[:1].isupper() for text in texts)
    return DOUBT if page.speech and upper and (ended > 1 or ended == len(texts)) else ""
