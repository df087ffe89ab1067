"""The lines of a first page -> which of them are its title, where that is sure.

A title may stand on several lines, and a line of it may look like a name: *Deep Learning*, or *Northern
Steppe* below *Soils of the*. Nobody is made an author by the shape of such a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from basylym.model.codes import BBK, IRSTI, UDC
from basylym.repairs._front_lines import NAME, Line, people, tongue
from basylym.repairs._front_lines import SPELT as SPELT_NAME
from basylym.repairs._references.words import GAP, LOWER

LONGEST, MOST_ROWS = 350, 4
FACTS = ("codes", "dates", "doi")
UNSURE = "unsure"
WORD = re.compile(r"(?!(?:and|және|мен|и)\b(?!\.))\b[^\W\d_]+")  # but what stands between two names
SPELT = "spelt"  # among those of an unsure line: no initials tell that it lists people
HEADED = "headed"  # among the values of a line that is set as a heading, with names below it
# No line of a title stops at one of these: what it opens stands on the next. In the languages of first
# pages, not the pack's alone, for one article gives its title in several.
OPENING_WORDS = frozenset(
    "a an the of in on at for and or to with from by as its their between into under over through toward "
    "и в во на о об с со к ко по для из от у при за под над между или через как "
    "және мен бен пен "
    "ve ile bir "
    "und oder der die das den dem des ein eine einer eines von vom zu zum zur im am mit für auf bei".split()
)


def titled(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those of the first title free, whatever they look like.

    What may be a title or a name as well is ``unsure``.
    """
    made = [_unsure(line) for line in lines]
    if any(one["mark"] for line in made if line.kind == "place" for one in line.values["places"]):
        made = [_free(line) if _is_no_place(line) else line for line in made]
    at = next((place for place, line in enumerate(made) if line.kind not in FACTS), len(made))
    later = [line for line in made[at + 1 :] if line.kind == "people"]
    if not made[at:]:
        return made
    if later and made[at].kind in ("people", "place") and made[at].text.isupper():
        made[at] = _free(made[at])
    if made[at].kind == "people" and at + 1 < len(made) and _goes_on(made[at], made[at + 1]):
        made[at] = _free(made[at])
    while at + 1 < len(made) and made[at].kind == "free" and _goes_on(made[at], made[at + 1]):
        at += 1
        made[at] = _free(made[at])
    if made[at].kind == "people" and later and _is_spelt(made[at]):
        several = not _alone(made[at])  # «Snow Cover and Soil Temperature» are two words and two more
        surer = any(not (_is_spelt(line) if several else _alone(line)) for line in later)
        rows = [line for line in made if line.kind == "free"]
        if not rows or (several and surer):
            title = not rows and surer
            made[at] = _free(made[at]) if title else replace(made[at], kind=UNSURE, values={})
    return made


# What a version, a day or an address tells of an article is no part of its title.
VERSION = re.compile(
    r"\A(?:version|v\.?)[ \u00a0]?\d|\bversion[ \u00a0]\d|\bv\d+\.\d|https?://|\bwww\.|\b\d{4}([-/.])\d\d\1\d\d\b",
    re.IGNORECASE,
)
# A name behind what is cut short, of a degree or a post: гл. ас. д-р Мария Стоянова. No line of a title.
POSTED = re.compile(
    rf"(?:[{LOWER}]{{1,5}}(?:\.|-[{LOWER}]{{1,2}}\.?),?{GAP}?){{1,6}}(?:(?:[{LOWER}]{{5,12}}|PhD),?{GAP})?"
    rf"(?:{NAME.pattern}|{SPELT_NAME})[ ,.\d*]*"
)
# A code or several people that open a line of more are no part of a title, and the line is not it alone.
OPENED = re.compile(rf"(?:{IRSTI}|{UDC}|{BBK})(?:{GAP}|[:.])|(?:{NAME.pattern}),{GAP}(?:{NAME.pattern})")


def title_of(lines: Sequence[Line], tag: str, own: str) -> list[Line]:
    """Return the lines of the title of a page in one language, or none where it is not sure which they are.

    Args:
        lines: the page's.
        tag: of the labels of its abstract and keywords, or nothing.
        own: of the article.
    """
    headed = [place for place, line in enumerate(lines) if line.values.get(HEADED)]
    free = headed or [place for place, line in enumerate(lines) if line.kind == "free"]
    if not free or free != list(range(free[0], free[0] + len(free))) or len(free) > MOST_ROWS:
        return []
    titles = [lines[place] for place in free]
    said = " ".join(line.text for line in titles)
    later = lines[free[-1] + 1 :]
    known = any(line.kind in ("people", "place", "contact", "abstract", "keywords") for line in later)
    ended = said.rstrip().endswith((".", ":", ";", ",")) and not said.rstrip().endswith("...")
    letters = sum(sign.isalpha() for sign in said)
    if (
        VERSION.search(said)
        or OPENED.match(said)
        or not known
        or len(said) > LONGEST
        or ended
        or 2 * letters < len("".join(said.split()))
        or letters < 2
    ):
        return []
    if later[0].values.get(SPELT) and _touch(titles[-1], later[0]):
        return []
    if len({tongue(line.text, tag, own) for line in titles}) > 1:
        return []
    return titles if said.isupper() or _is_one_block(titles, later) or _run_on(titles) else []


def _is_one_block(titles: Sequence[Line], later: Sequence[Line]) -> bool:
    """Tell whether the lines stand right below one another, and what follows does not."""
    touching = all(_touch(one, two) for one, two in pairwise(titles))
    return touching and (len(titles) == 1 or not _touch(titles[-1], later[0]))


def _run_on(titles: Sequence[Line]) -> bool:
    """Tell whether each line goes on from the one right above: in small letters, or after an opening word."""
    return all(_goes_on(one, two) for one, two in pairwise(titles))


def _goes_on(one: Line, two: Line) -> bool:
    """Tell whether the second of two touching lines ends what the first began."""
    if not _touch(one, two) or two.kind not in ("free", "people", "place"):
        return False
    last = one.text.split()[-1].lower() if one.text.split() else ""
    return last in OPENING_WORDS or (two.kind == "free" and two.text[:1].islower())


def _unsure(line: Line) -> Line:
    """Return a line as unsure where it would list people if it had capitals, or names one after a post.

    In small letters it lists several, or has initials.
    """
    if line.kind == "free" and POSTED.fullmatch(line.text):
        return replace(line, kind=UNSURE, values={})
    words = re.findall(rf"{WORD.pattern}(?!\.)", line.text)
    if line.kind != "free" or not line.text.islower() or not OPENING_WORDS.isdisjoint(words):
        return line
    found = people(WORD.sub(lambda word: word[0].capitalize(), line.text))
    spelt = all(one["spelt"] for one in found)
    return replace(line, kind=UNSURE, values={SPELT: spelt}) if len(found) > 1 or not spelt else line


def _is_no_place(line: Line) -> bool:
    """Tell whether a line in capitals has no mark, where places of work have: «ОРТАЛЫҚ АЗИЯ» is a title."""
    return (
        line.kind == "place" and line.text.isupper() and not any(one["mark"] for one in line.values["places"])
    )


def _touch(one: Line, two: Line) -> bool:
    """Tell whether no blank line stands between two."""
    return two.start - one.end <= 1


def _is_spelt(line: Line) -> bool:
    """Tell whether neither marks nor initials say that a line lists people."""
    listed = line.values["people"]
    return len(line.values) == 1 and all(one["spelt"] and not one["marks"] for one in listed)


def _alone(line: Line) -> bool:
    """Tell whether a line may be one full name, and no more: neither marks nor initials say that it is."""
    return len(line.values["people"]) == 1 and _is_spelt(line)


def _free(line: Line) -> Line:
    return replace(line, kind="free", values={})
