"""A text -> the lines of its first page, each with what it is, up to where the article itself begins."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from basylym.repairs._front_doubts import whole
from basylym.repairs._front_labels import CONTENTS, INTRODUCTION, KEYWORDS, SLAVIC, opens_front
from basylym.repairs._front_lines import PROSE, Line, classify, is_prose
from basylym.repairs._front_titles import HEADED, SPELT, UNSURE, titled
from basylym.repairs._lines import SENTENCE_END

ROW = re.compile(r"[^\n]+")
LABEL_INSIDE = re.compile(rf"[.!?] +(?:{'|'.join(KEYWORDS.values())})[:.–—-]", re.IGNORECASE)
MARK = re.compile(r"#{1,6} ")
MOST_LINES = 120
LEADERS = re.compile(r"(?:\. ?){4}|…{2}")
WORDS = re.compile(r"(?:[^\W\d_]+[’']? ?)+")
LISTED = re.compile(r"1\\?[.)] ")  # the first of a numbered list, where no abstract goes on
HIDDEN = "\ufffc"
MOST_ROWS = 60  # of an abstract
LABEL = 3  # words of a label
NAMES, LONG, LONGER = 3, 5, 7  # words that may be a name; letters of each of so many, and of two, to be none
LINES, WRAPPED = 4, 45  # of a paragraph, and their signs at least
FULL = 0.9  # of the line above
WHO = ("people", "place", "contact")
GENITIVE = re.compile(r"[^\W\d_]{3}[ндт][ыі]ң\Z")  # of Kazakh
OPEN = re.compile(r"[,;]\s*\Z")
"""How a list of keywords ends that goes on elsewhere."""
LONGEST = 200  # signs of the line that it goes on in


def page_lines(text: str, start: int, end: int, forms: Container[str] = frozenset()) -> list[Line]:
    """Return the lines of a first page: up to the first heading, or the first prose that no label names.

    Args:
        text: of the article.
        start, end: where to look.
        forms: words that stand in the text, as written.
    """
    made: list[Line] = []
    opened = ""  # the label whose text is read
    cut: Line | None = None  # keywords whose list goes on elsewhere
    for row in ROW.finditer(text, start, end):
        mark = MARK.match(row.group())
        line = classify(row.start(), row.end(), row.group()[mark.end() if mark else 0 :])
        if not line.text:
            continue
        if mark and line.kind in ("people", "place"):  # «I. Introduction» is no author
            line = replace(line, kind="free", values={})
        if line.kind == "people" and _are_words(line.text, forms):
            line = replace(line, kind="free", values={})
        elif line.kind == "people" and made and _may_be_words(line.text, forms):
            line = replace(line, kind=UNSURE, values={SPELT: True})
        if _goes_on_in_text(text, made[-1] if made else None, line, end):
            line = replace(line, kind="free", values={})
        said = line.text.strip(" .:")
        if opened and INTRODUCTION.fullmatch(said):
            break
        if HIDDEN in line.text or CONTENTS.fullmatch(said):
            break  # what is held is no abstract, and no more is what stands below it
        if LEADERS.search(line.text):  # a table of contents
            while made and made[-1].kind == "more" and len(made[-1].text) < WRAPPED:
                made.pop()
            break
        if line.kind == "keywords":
            cut = None  # what stands below is of this list
        behind = cut is not None and not text[cut.end : line.start].strip()
        if cut and not mark and (_goes_on(cut, line, behind) or (behind and _closes(text, line, end))):
            at = made.index(cut)
            made.insert(at + 1, replace(line, kind="more", tag="keywords"))
            cut = made[at + 1] if OPEN.search(line.text) else None
            continue
        if opened == "abstract" and made and (LISTED.match(line.text) or _is_alone(text, made[-1], line)):
            break
        if opened and not mark and (line.kind == "free" or (line.kind, opened) == ("place", "abstract")):
            made.append(replace(line, kind="more", tag=opened))
            within = opened == "abstract" and LABEL_INSIDE.search(line.text)
            opened = opened if _is_open(text, end, made, opened) and not within else ""
            cut = made[-1] if made[-1].tag == "keywords" and OPEN.search(line.text) else cut
            continue
        opened = ""
        if cut and behind and line.kind == "free" and "\n\n" not in text[cut.end : line.start]:
            line = replace(line, kind=UNSURE)  # the rest of a list, it may be: no title
        if line.kind == "free" and not mark and made and (below := _keywords_below(text, line, end)):
            line = replace(line, kind="abstract", tag=below.tag, values={"rest": line.text})
            made.append(line)
            continue
        if line.kind in ("abstract", "keywords"):
            rest = line.values["rest"]
            runs_on = line.kind == "abstract" and not SENTENCE_END.search(rest)
            keeps_on = line.kind == "abstract" and _keywords_follow(text, row.end(), end)
            opened = line.kind if not rest or runs_on or keeps_on else ""
            cut = line if line.kind == "keywords" and OPEN.search(rest) else cut
        elif line.kind == "free" and mark and _names_follow(text, row.end(), end):
            line = replace(line, values={HEADED: True})
        elif len(made) > MOST_LINES or (
            line.kind == "free" and (mark or is_prose(line.text) or _opens_prose(text, row.start(), end))
        ):
            break
        made.append(line)
    return titled(whole(text, _retagged(made)))


def places_of_work(text: str) -> list[tuple[int, int]]:
    """Return the span of authors and of the places whose numbers they bear: such a number calls no note."""
    lines = page_lines(text, 0, len(text))
    people = [line for line in lines if line.kind == "people"]
    borne = {mark for line in people for one in line.values["people"] for mark in one["marks"]}
    places = [
        line
        for line in lines
        if line.kind == "place" and any(one["mark"] in borne for one in line.values["places"])
    ]
    return [(people[0].start, max(people[-1].end, places[-1].end))] if places else []


def _is_open(text: str, end: int, made: list[Line], opened: str) -> bool:
    """Tell whether a labelled text goes on behind its last line: it ended no sentence, or keywords follow.

    An abstract whose label stands alone is at least a line and what follows it, and lines that stand
    together are one paragraph as long as they are of one length.
    """
    label, line = made[-2], made[-1]
    if (label.kind == "abstract" and not label.values["rest"]) or opened == "keywords":
        return opened != "keywords"
    together = text[line.end : line.end + 2].strip(" \t") != "\n\n"
    if not SENTENCE_END.search(line.text) or (together and len(line.text) >= FULL * len(label.text) > 0):
        return not SENTENCE_END.search(line.text) or len(line.text) >= WRAPPED
    return _keywords_follow(text, line.end, end)


def _are_words(said: str, forms: Container[str]) -> bool:
    """Tell whether all words of what may be a name stand in small letters elsewhere: the rest of a title."""
    words = said.split()
    least = LONG if len(words) >= NAMES else LONGER
    return len(words) > 1 and all(len(word) >= least and word.lower() in forms for word in words)


def _goes_on_in_text(text: str, above: Line | None, line: Line, end: int) -> bool:
    """Tell whether a line of names goes on from a sentence above it, or a place of work ends in no noun.

    «... университетінің» is of what the line below names: it is no place of work without that.
    """
    if (
        line.kind == "people"
        and above
        and above.kind == "free"
        and "\n\n" not in text[above.end : line.start]
    ):
        return above.text.rstrip().endswith(",")
    below = ROW.match(text, line.end + 1, end)
    return line.kind == "place" and below is not None and GENITIVE.search(line.text) is not None


def _may_be_words(said: str, forms: Container[str]) -> bool:
    """Tell whether what may be a name may be the rest of a title too: its words stand in small letters."""
    if not WORDS.fullmatch(said):
        return False
    words = [word.strip("’'").lower() for word in said.split()]
    return 2 * sum(word in forms for word in words) >= len(words)


def _is_alone(text: str, above: Line, line: Line) -> bool:
    """Tell whether a line inside an abstract is a label that nobody knows, or a number: no part of it."""
    ended = above.kind == "more" and SENTENCE_END.search(above.text)
    parted = "\n\n" in text[above.end : line.start]
    label = len(line.text.split()) <= LABEL and line.text[0].isupper() and not SENTENCE_END.search(line.text)
    return line.text.strip(". ").isdecimal() or bool(ended and parted and line.kind == "free" and label)


def _keywords_below(text: str, line: Line, end: int) -> Line | None:
    """Return the keywords right below a paragraph that no label names: then it is the abstract."""
    if not is_prose(line.text) or not SENTENCE_END.search(line.text) or line.text[0].islower():
        return None
    row = ROW.search(text, line.end, end)
    found = classify(row.start(), row.end(), row.group()) if row else None
    return found if found and found.kind == "keywords" else None


def _keywords_follow(text: str, start: int, end: int) -> bool:
    """Tell whether the next label is that of keywords, and nothing but text comes before it."""
    for row, _ in zip(ROW.finditer(text, start, end), range(MOST_ROWS), strict=False):
        line = classify(row.start(), row.end(), row.group())
        if line.kind == "keywords":
            return True
        if line.text and (line.kind not in ("free", "place") or MARK.match(line.text)):
            return False
    return False


def _opens_prose(text: str, start: int, end: int) -> bool:
    """Tell whether lines that stand together from here on are a paragraph that was broken at a width."""
    shown = text[start : min(end, start + LINES * PROSE)]  # a longer line is prose whatever stands below it
    together = shown.split("\n\n", 1)[0].split("\n", LINES)[:LINES]
    running = sum(line[:1].islower() for line in together[1:])
    full = all(len(line) >= WRAPPED for line in together[:-1])
    free = all(classify(0, len(line), line).kind in ("free", "place") for line in together)
    return len(together) == LINES and full and 2 * running >= LINES and free


def _goes_on(cut: Line, line: Line, behind: bool) -> bool:
    """Tell whether a line holds the rest of keywords that were cut: more of a list, in like letters.

    A line of few words is more of it only right ``behind``: elsewhere any line of a narrow column is such.
    """
    if line.kind not in ("free", "place") or len(line.text) > LONGEST or is_prose(line.text):
        return False
    sign = OPEN.search(cut.text)
    words = [word.strip() for word in re.split("[,;]", cut.text) if word.strip()]
    small = words[-1][0].islower() if words else True
    listed = sign is not None and (sign.group()[0] in line.text or (behind and len(line.text.split()) <= 3))
    return listed and small and line.text[0].islower() and ". " not in line.text


def _closes(text: str, line: Line, end: int) -> bool:
    """Tell whether a line of few words is the last of a list: a label that opens another text follows."""
    row = ROW.match(text, line.end + 1, end)
    few = line.kind == "free" and len(line.text.split()) <= NAMES and not SENTENCE_END.search(line.text)
    return few and row is not None and opens_front(row.group().strip())


def _retagged(made: list[Line]) -> list[Line]:
    """Return the lines, an abstract of a label that languages share in the language of its keywords."""
    for place, line in enumerate(made):
        if line.kind == "abstract" and line.tag == "ru":
            later = next((one for one in made[place + 1 :] if one.kind in ("abstract", "keywords")), None)
            if later and later.kind == "keywords" and later.tag in SLAVIC:
                made[place] = replace(line, tag=later.tag)
    return made


def _names_follow(text: str, start: int, end: int) -> bool:
    """Tell whether the next line names people or their place of work, as below a title."""
    row = ROW.search(text, start, end)
    if row is None:
        return False
    said = MARK.sub("", row.group(), count=1)
    if _opens_prose(text, row.start(), end):
        return False  # a sentence may name a university too
    return classify(row.start(), row.end(), said).kind in WHO
