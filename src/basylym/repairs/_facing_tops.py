"""The first lines of pages whose ends are known -> those that are running heads, each by its place.

A text of a few pages shows each head once or twice, too seldom to be told by how often it comes back. But
heads are those of facing pages: they alternate, each page has one, they say the title again or stand within
a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from basylym.repairs._lines import ends_sentence

LONGEST = 160  # signs of a head, the spaces of a layout in it
OPENING = 12  # lines of the first page that may hold the title
TITLE = 12  # signs of a title that are enough to know it by
LINES = 3  # that it may stand on
LABEL = re.compile(r"\d.*|\D{1,40}?[ \u00a0]\d{1,3}\.?")
ISSUE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def facing_tops(
    texts: Sequence[str], pages: Sequence[int], folios: Collection[int], proven: Collection[int]
) -> dict[int, str]:
    """Return the first lines of pages that are running heads -> why.

    Args:
        texts: of the lines, without spaces at their ends.
        pages: the page of each, from 0; as many.
        folios: lines that are page numbers; without any nothing is told.
        proven: lines that other evidence told to be heads.
    """
    held: dict[int, list[int]] = {}
    for at, page in enumerate(pages):
        if texts[at] and at not in folios:
            held.setdefault(page, []).append(at)
    tops = {page: lines[0] for page, lines in held.items() if len(lines) > 1}
    if not folios or len(tops) <= 2 or any(at - 1 in folios for at in tops.values()):
        return {}
    heads = {at: "" for at in tops.values() if at in proven}
    heads |= _alternating(texts, tops)
    opening = [texts[at].casefold() for at in held.get(0, [])[:OPENING]]
    for page, at in tops.items():
        if page and at not in heads and _may_be(texts, at):
            if _is_apart(texts, at) and _after(texts, at)[:1].islower():
                heads[at] = f"{texts[at]!r} stands at the top of a page, within a sentence"
            elif _is_apart(texts, at) and _says_again(texts[at].casefold(), opening):
                heads[at] = f"{texts[at]!r} stands at the top of a page and says the title again"
    return {at: told for at, told in (heads | _others(texts, tops, heads)).items() if told}


def _alternating(texts: Sequence[str], tops: Mapping[int, int]) -> dict[int, str]:
    """Return the tops that are the same on all pages of one side, and stand nowhere else.

    That of the first page is more likely the title, but for one that names the issue of a journal.
    """
    found: dict[int, str] = {}
    whole = Counter(texts)
    for side in (0, 1):
        for first in (side, side + 2):  # the first page of an article may have another head, or none
            mine = [at for page, at in tops.items() if page % 2 == side and page >= first]
            shapes = {texts[at] for at in mine}
            if len(mine) < 2 or len(shapes) > 1 or whole[texts[mine[0]]] > len(mine):
                continue
            head = texts[mine[0]]
            if _is_short(head):
                told = f"{head!r} stands at the top of every other page"
                found |= {at: told for at in mine if at != tops.get(0) or ISSUE.search(head)}
            break
    return found


def _others(texts: Sequence[str], tops: Mapping[int, int], heads: Mapping[int, str]) -> dict[int, str]:
    """Return the tops of the pages left, where all others have heads and these stand as they do."""
    later = {page: at for page, at in tops.items() if page}
    left = [at for at in later.values() if at not in heads]
    told = [at for at in later.values() if at in heads]
    if not told or len(left) > len(told) or not all(_is_apart(texts, at) for at in told):
        return {}
    return {
        at: f"{texts[at]!r} stands at the top of a page, as heads do on the other pages"
        for at in left
        if _is_apart(texts, at) and _may_be(texts, at)
    }


def _may_be(texts: Sequence[str], at: int) -> bool:
    """Tell whether a line may be a head: it is short, ends no sentence, and is no label of a chapter."""
    text = texts[at]
    labelled = LABEL.fullmatch(text) is not None and not ISSUE.search(text)
    return _is_short(text) and not ends_sentence(text) and not labelled


def _is_short(text: str) -> bool:
    """Tell whether a line has the length of a head, letters, and no small one at its beginning."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(text) <= LONGEST and len(letters) > 2 and not text[0].islower()


def _is_apart(texts: Sequence[str], at: int) -> bool:
    """Tell whether a blank line stands below."""
    return at + 1 < len(texts) and not texts[at + 1]


def _after(texts: Sequence[str], at: int) -> str:
    return next((texts[near] for near in range(at + 1, len(texts)) if texts[near]), "")


def _says_again(head: str, opening: Sequence[str]) -> bool:
    """Tell whether a head is the title, or the beginning of one, that lines of the first page hold."""
    if len(head) < TITLE:
        return False
    joined = (" ".join(opening[first : first + LINES]) for first in range(len(opening)))
    return any(f"{one} ".startswith(f"{head} ") for one in joined)
