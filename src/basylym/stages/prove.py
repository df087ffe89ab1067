"""The wording of a manuscript and of an edition -> the places where they differ.

An edition's text must hold the article's whole and unbroken, every code point of it, its notes
each once and in their order, its formulas and pictures likewise. Only soft hyphens and the ends of
lines are undone. What stands around it is the press's own, and must be made of declared words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from basylym.model.document import Document, attributes, plain, walk
from basylym.model.notices import Condition, Notice, Outcome
from basylym.model.wording import OBJECT, Tally, Wording

SHOWN = 40  # characters of a passage that a notice quotes
BEFORE = 15  # of them before the place where two texts part
CITATION = "cite-"  # what the names of citations start with
REFERENCE = "ref-"  # and those of references
LIST = "refs"  # as citeproc names the list of references
MOST = 5  # notices of one kind and one edition
LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")  # as fonts draw letters, and some PDF readers hand them on
_DROPPED = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\u2010\u2011-]+")
_GAP = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\u2010\u2011-]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_NOTHING = re.compile(r"[\u00ad\u200b\ufeff]")
_EDGE = re.compile(r" *\n[ \n]*")
_LETTERS = re.compile(r"[^\W\d_]+|\d+")
_WORD = re.compile(r"\w[\w'’]*")


def squeezed(text: str) -> str:
    """``text`` as it is looked for: compatible forms as one, no spaces, no hyphens."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def missing(
    passages: Iterable[str], edition: str, name: str, beside: Iterable[str] = ()
) -> tuple[Notice, ...]:
    """Notices: ``EDITION_KEEPS_TEXT`` for each passage that is nowhere in the edition's text.

    What the edition says ``beside`` the article, such as how to cite it, stands for no passage.
    """
    whole = squeezed(edition)
    for one in beside:
        whole = whole.replace(squeezed(one), "\n", 1)
    lost = [passage for passage in passages if squeezed(passage) not in whole]
    return tuple(_differs(f"{name} lacks the passage {_quoted(passage)}") for passage in lost[:MOST])


def compare(expected: Wording, found: Wording, name: str, *, in_lines: bool = False) -> Outcome[str]:
    """Hold the text of an edition against the article's.

    Args:
        expected: what the manuscript says.
        found: all that the edition shows.
        name: of the edition, for notices.
        in_lines: it is read from laid-out lines. A line end in ``found`` may then be a space or
            nothing, and a hyphen at it may be one that the line brought, but only where the
            typesetter allowed it.

    Returns: what stands around the article's text in the edition.

    Notices: ``EDITION_KEEPS_TEXT``.
    """
    hold = _in_lines if in_lines else _exactly
    place, notices = hold(expected.running, found.running, name)
    around = found.running[: place[0]] + "\n" + found.running[place[1] :] if place else ""
    notices += _notes(expected, found, name, in_lines)
    before = found.running[: place[0]].count(OBJECT) if place else 0
    notices += _objects(expected, found, before, name) if place else []
    if expected.tables > found.tables or (expected.tables != found.tables and not in_lines):
        told = f"{name} has {found.tables} tables where the manuscript has {expected.tables}"
        notices.append(_differs(told))
    return Outcome(around, tuple(notices))


def leads(
    document: Document, found: Iterable[tuple[str, str]], name: str, *, in_lines: bool = False
) -> tuple[Notice, ...]:
    """Notices: ``EDITION_KEEPS_TEXT`` where the link of a citation leads to another reference, or is lost.

    Args:
        document: what the edition was printed from.
        found: the ``cites`` of the edition's wording.
        name: of the edition, for notices.
        in_lines: a link that goes on in the next line is one for each line.
    """
    wanted: dict[str, set[str]] = {}
    unsaid = set()  # a formula has other words in each edition
    for node in walk(document.blocks):
        if node["t"] == "Link" and node["c"][2][0].startswith(f"#{REFERENCE}"):
            place = node["c"][2][0][1:]
            wanted.setdefault(place, set()).add(squeezed(plain(node["c"][1])))
            unsaid |= {place} if any(part["t"] in ("Math", "Image") for part in walk(node["c"][1])) else set()
    given = {(place, squeezed(words)) for place, words in found} if wanted else set()
    told = []
    for place, words in sorted(given):
        says = wanted.get(place, set())
        if place not in unsaid and words not in says and not (in_lines and any(words in one for one in says)):
            told.append(f"{name} has a link {_quoted(words)} to {place}, where the manuscript has none")
    lost = sorted(wanted.keys() - {place for place, _ in given})
    told += [f"{name} has no link to {place}, which the manuscript cites" for place in lost]
    return tuple(_differs(one) for one in told[:MOST])


def formulas(found: int, expected: int, name: str) -> tuple[Notice, ...]:
    """Notices: ``EDITION_KEEPS_TEXT`` where titles and abstracts have lost a formula."""
    told = f"{name} has {found} formulas in titles and abstracts where the manuscript has {expected}"
    return (_differs(told),) if found < expected else ()


def strange(around: str, declared: Iterable[str], name: str) -> tuple[Notice, ...]:
    """Notices: ``EDITION_KEEPS_TEXT`` for each word around the article's text that nothing declares."""
    known = squeezed("\n".join(declared))
    words = dict.fromkeys(_LETTERS.findall(unicodedata.normalize("NFKC", _NOTHING.sub("", around))))
    odd = [word for word in words if word not in known]
    return tuple(_differs(f"{name} says {_quoted(word)}, which is not the article's") for word in odd[:MOST])


def tally(expected: Wording, body: Document) -> Tally:
    """Count an article: the words of its wording, and the rest on its document."""
    text = _NOTHING.sub("", "\n".join([expected.running, *expected.notes]))
    kinds = Counter(node["t"] for node in walk(body.blocks))
    lists = (node["c"][1] for node in walk(body.blocks) if attributes(node)[0] == LIST)
    return Tally(
        words=len(_WORD.findall(text.replace(OBJECT, " "))),
        characters=len(re.sub(r"\s", "", text.replace(OBJECT, ""))),
        notes=kinds["Note"],
        figures=kinds["Figure"],
        pictures=kinds["Image"],
        tables=kinds["Table"],
        formulas=kinds["Math"],
        citations=sum(attributes(node)[0].startswith(CITATION) for node in walk(body.blocks)),
        references=len(next(lists, ())),
    )


def _notes(expected: Wording, found: Wording, name: str, in_lines: bool) -> list[Notice]:
    """Each note is there, whole, and in the order of the calls."""
    wanted, given = ("\n\x00\n".join(one.notes) + "\n\x00\n" for one in (expected, found))
    notices = []
    if len(expected.notes) != len(found.notes):
        told = f"{name} has {len(found.notes)} notes where the manuscript has {len(expected.notes)}"
        notices.append(_differs(told))
    for number, (one, other) in enumerate(zip(expected.notes, found.notes, strict=False), 1):
        hold = _in_lines if in_lines else _exactly
        place, lost = hold(one, other, f"note {number} of {name}")
        if place and squeezed(other[: place[0]] + other[place[1] :]):
            lost.append(_differs(f"note {number} of {name} says more than the manuscript's"))
        notices += lost
    return notices[:MOST] if wanted != given else []


def _objects(expected: Wording, found: Wording, before: int, name: str) -> list[Notice]:
    """Formulas and pictures; ``before`` of the edition's stand before the article's text."""
    inside = before + expected.running.count(OBJECT)
    mine = (*found.objects[before:inside], *found.objects[found.running.count(OBJECT) :])
    wanted, given = ([_words(one) for one in each] for each in (expected.objects, mine))
    if wanted == given:
        return []
    if len(wanted) != len(given):
        told = f"{name} has {len(given)} formulas and pictures where the manuscript has {len(wanted)}"
        return [_differs(told)]
    odd = next((one, other) for one, other in zip(wanted, given, strict=True) if one != other)
    return [_differs(f"{name} shows {_quoted(odd[1])} where the manuscript has {_quoted(odd[0])}")]


def _words(text: str) -> str:
    return " ".join(_NOTHING.sub("", text).split())


Place = tuple[int, int] | None
"""Where in the edition's text the article's begins and ends."""


def _exactly(expected: str, found: str, name: str) -> tuple[Place, list[Notice]]:
    """Every code point, every word: spaces may only be of another width at a line's end."""
    wanted, _ = _folded(expected)
    given, places = _folded(found)
    wanted = wanted.strip()
    if not wanted:
        return (0, 0), []
    at = given.find(wanted)
    if at < 0:
        return None, [_parted(wanted, given, name)]
    return (places[at], places[at + len(wanted) - 1] + 1), []


def _folded(text: str) -> tuple[str, list[int]]:
    """Runs of white space as one, soft hyphens out; and where each sign stood."""
    out: list[str] = []
    places = []
    for place, sign in enumerate(text):
        if _NOTHING.match(sign):
            continue
        sign = " " if _SPACES.match(sign) else sign
        if sign == " " and out and out[-1] == " ":
            continue
        out.append(sign)
        places.append(place)
    return "".join(out), places


def _in_lines(expected: str, found: str, name: str) -> tuple[Place, list[Notice]]:
    """Every code point; spaces and hyphens as lines allow."""
    wanted, _, gaps = _spread(expected)
    given, places, seen = _spread(found)
    if not wanted:
        return (0, 0), []
    at = given.find(wanted)
    if at < 0:
        return None, [_parted(wanted, given, name)]
    notices = []
    for number, gap in enumerate(gaps[1:-1], 1):
        other = seen[at + number]
        if unicodedata.combining(given[at + number - 1]):  # PDF readers take its narrowness for a space
            other = other.replace(" ", "")
        if not _allowed(gap, other):
            start = max(0, number - BEFORE)
            said, says = (
                "".join(each[n] + text[n] for n in range(start, min(number + BEFORE, len(wanted))))
                for each, text in ((gaps, wanted), (seen[at : at + len(gaps)], given[at:]))
            )
            told = f"{name} has {_quoted(says)} where the manuscript has {_quoted(said)}"
            notices.append(_differs(told))
    return (places[at], places[at + len(wanted) - 1] + 1), notices[:MOST]


def _spread(text: str) -> tuple[str, list[int], list[str]]:
    """The signs of a text, where each stood, and the spaces and hyphens before each and after the last."""
    out, places, gaps = [], [], [""]
    for place, sign in enumerate(text):
        if _GAP.match(sign):
            gaps[-1] += sign
            continue
        for part in unicodedata.normalize("NFKC", sign) if sign in LIGATURES else sign:
            out.append(part)
            places.append(place)
            gaps.append("")
    return "".join(out), places, gaps


def _allowed(wanted: str, given: str) -> bool:
    """Whether the spaces and hyphens between two signs are those that the manuscript has there."""
    if wanted == given:
        return True
    given = _EDGE.sub("\n", re.sub(r"[^\S\n]", " ", given))
    real, seen = (len(re.findall("[-\u2010\u2011]", gap)) for gap in (wanted, given))
    soft, brought = "\u00ad" in wanted, "\u00ad" in given
    if seen > real and not (seen == real + 1 and soft and re.search("[-\u2010]\n", given)):
        return False
    if seen < real and not (seen == real - 1 and brought):
        return False
    if brought and seen == real and not soft:
        return False
    apart = bool(re.search(r"\s", wanted))
    return bool(re.search(r"\s", given)) if apart else " " not in given


def _parted(wanted: str, given: str, name: str) -> Notice:
    """Say where the edition's text first leaves the article's: behind the longest beginning it holds."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in given else (low, middle - 1)
    at = given.find(wanted[:low]) + low
    start = max(0, low - BEFORE)
    said = wanted[start : start + SHOWN]
    says = given[max(0, at - (low - start)) : at - (low - start) + SHOWN] if low else ""
    return _differs(f"{name} has {_quoted(says)} where the manuscript has {_quoted(said)}")


def _differs(detail: str) -> Notice:
    return Notice(Condition.EDITION_KEEPS_TEXT, detail)


def _quoted(text: str) -> str:
    return repr(" ".join(text.replace("\u00ad", "").split())[:SHOWN])
