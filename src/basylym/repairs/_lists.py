"""Lines of a text -> the lists among them: runs of items whose signs count on or are alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from basylym.repairs._item_signs import BULLETS, DASHES, DOTS, STEP, WORD, Sign, counts, signs
from basylym.repairs._items import runs_on
from basylym.repairs._lines import INNER_END, SENTENCE_END, Line, is_filled
from basylym.repairs._references.lists import HEADING
from basylym.repairs._references.names import names
from basylym.repairs._references.shapes import SIGN_OF_WORK

PRINTED = re.compile(r"(?:[A-Za-z]{0,2}>{1,3}|In \[\d+\]:|\$) \S")  # > summary(fit)
PLAIN = re.compile(r"[^\W_]|[«“„\"'(\[]")  # and no command of a table of signs: • \textbullet
TAG = re.compile(r"[,.!?…»”\"] ?[–—-]+ ")  # – Да, – сказал он.
NEARLY = 0.9  # of the width: so long is a full line whose next word was short, in letters of unlike widths
FEW = 6  # lines that an item may go on for behind a full one that ends a sentence
INTRODUCES = re.compile(r"[:;.!?…][»”\")]?\Z")
SPEECH = "what people say, for one of the lines says so"
DOUBT = "these lines open with dashes and are sentences: a list, or what people say? They stand as typed"
TWICE = "{} stands twice, one below the other: is one of them a note of the page? They stand as typed"


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
        signs: kinds and values of those that open lines.
    """

    lines: Sequence[Line]
    width: int
    letters: str
    speech: bool
    headings: frozenset[str]
    bullets: frozenset[str] = frozenset()
    signs: frozenset[tuple[str, int]] = frozenset()


def runs(page: Page) -> Iterator[Run]:
    """Yield the lists of a page, in order."""
    at = 0
    ended: dict[str, int] = {}
    refused: set[int] = set()
    while at < len(page.lines):
        run = _run(page, at, ended, refused)
        if run:
            ended[run.items[-1].sign.kind] = run.items[-1].sign.value
            yield run
        at = run.last + 1 if run else at + 1


def _run(page: Page, at: int, ended: dict[str, int], refused: set[int]) -> Run | None:
    """Return the list whose first item stands on line ``at``.

    All lines behind bullets that follow one another become items, or none: where the first is refused, those
    below it are ``refused`` too, for what is no list from there is none from its middle on.
    """
    for sign in signs(page.lines[at].text, page.letters):
        if (sign.value > 1 and ended.get(sign.kind) != sign.value - 1) or (not sign.value and at in refused):
            continue
        run = _of_kind(page, at, sign)
        alone = sign.said in page.bullets and PLAIN.match(said(page, run.items[0]))
        if (len(run.items) > 1 or alone) and _admitted(page, at, run):
            return Run(run.items, run.loose, _asked(page, at, run))
        if not sign.value:
            refused |= {item.lines[0] for item in run.items}
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
        nested = _run(page, place, {}, set()) if deeper else None
        if nested and not nested.asked:
            inner.append(nested)
            last = nested.last
            continue
        one = page.lines[last].text.strip()
        opened = next((each.said for each in signs(said, page.letters) if counts(each, page.signs)), "")
        if inner or not (
            runs_on(one, said, deeper, page.width, opened, bool(opened) and opened in DASHES)
            or _comes_again(page, last, sign)
        ):
            break
        own.append(place)
        last = place
    return Item(sign, tuple(own), tuple(inner), last)


def _comes_again(page: Page, at: int, sign: Sign) -> bool:
    """Tell whether a full line that ends a sentence lets its item go on, for the item's like stands below.

    Nothing shows the end of a paragraph there, and what two bullets hold between them is the first one's.
    """
    one, two = page.lines[at].text.strip(), page.lines[at + 1].text.strip()
    near = NEARLY * page.width if sign.value else page.width  # a number that counts on is proof too
    if not (page.width and two and is_filled(one, two, near) and SENTENCE_END.search(one)):
        return False
    for below in range(at + 1, min(at + 1 + FEW, len(page.lines))):
        line = page.lines[below].text
        opened = tuple(signs(line, page.letters))
        if any(_is_next(sign, one) for one in opened):
            return SENTENCE_END.search(page.lines[below - 1].text.strip()) is not None
        if opened or not line.strip():
            return False
    return False


def _is_next(one: Sign, two: Sign) -> bool:
    alike = two.kind == one.kind and abs(two.indent - one.indent) <= 1
    return alike and (not one.value or two.value == one.value + 1)


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
    works = sum(bool(SIGN_OF_WORK.search(text) and names(text).people) for text in texts)
    if HEADING.match(before) or (works >= 0.5 * len(texts) and not before.endswith(":")):
        return False
    if any(text.strip(" .").lower() in page.headings for text in texts):
        return False
    if sum(WORD.search(text) is not None for text in texts) < 0.5 * len(texts):
        return False  # a table of signs
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


def _stands_twice(page: Page, at: int, sign: Sign) -> bool:
    """Tell whether the item that ends on the line above ``at`` has the same number."""
    place = at
    while sign.value and place and page.lines[place - 1].text.strip():
        place -= 1
        for one in _signs(page, place):
            if one.kind == sign.kind:
                near = one.value == sign.value and abs(one.indent - sign.indent) <= 1
                introduced = page.lines[at - 1].text.rstrip().endswith(":")
                return near and not introduced and _item(page, place, one).last == at - 1
    return False


def _asked(page: Page, at: int, run: Run) -> str:
    """Return why lines may be no list, or not one."""
    if _stands_twice(page, at, run.items[0].sign):
        return TWICE.format(run.items[0].sign.said)
    if run.items[0].sign.said not in DASHES:
        return ""
    texts = [said(page, item) for item in run.items]
    if any(TAG.search(text) for text in texts):
        return SPEECH
    ended = sum(bool(SENTENCE_END.search(text)) for text in texts)
    upper = any(text.lstrip('«“"(')[:1].isupper() for text in texts)
    several = any(INNER_END.search(text) for text in texts) and ended > 0
    return DOUBT if page.speech and upper and (several or ended > 1 or ended == len(texts)) else ""
