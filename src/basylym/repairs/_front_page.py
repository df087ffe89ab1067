"""A text -> the lines of its first page, each with what it is, up to where the article itself begins."""

from __future__ import annotations

import re
from dataclasses import replace

from basylym.repairs._front_lines import Line, classify, is_prose
from basylym.repairs._front_titles import HEADED, titled
from basylym.repairs._lines import SENTENCE_END

ROW = re.compile(r"[^\n]+")
MARK = re.compile(r"#{1,6} ")
MOST_LINES = 120
WHO = ("people", "place", "contact")
OPEN = re.compile(r"[,;]\s*\Z")
"""How a list of keywords ends that goes on elsewhere."""
LONGEST = 200  # signs of the line that it goes on in


def page_lines(text: str, start: int, end: int) -> list[Line]:
    """Return the lines of a first page: up to the first heading, or the first prose that no label names."""
    made: list[Line] = []
    opened = ""  # the label whose text is read
    cut: Line | None = None  # keywords whose list goes on elsewhere
    for row in ROW.finditer(text, start, end):
        mark = MARK.match(row.group())
        line = classify(row.start(), row.end(), row.group()[mark.end() if mark else 0 :])
        if not line.text:
            continue
        if cut and not mark and _goes_on(cut, line):
            at = made.index(cut)
            made.insert(at + 1, replace(line, kind="more", tag="keywords"))
            cut = made[at + 1] if OPEN.search(line.text) else None
            continue
        if opened and not mark and (line.kind == "free" or (line.kind, opened) == ("place", "abstract")):
            made.append(replace(line, kind="more", tag=opened))
            first = made[-2].kind == "abstract" and not made[-2].values["rest"]
            opened = opened if first or not (opened == "keywords" or SENTENCE_END.search(line.text)) else ""
            cut = made[-1] if made[-1].tag == "keywords" and OPEN.search(line.text) else cut
            continue
        opened = ""
        if line.kind in ("abstract", "keywords"):
            rest = line.values["rest"]
            runs_on = line.kind == "abstract" and not SENTENCE_END.search(rest)
            opened = line.kind if not rest or runs_on else ""
            cut = line if line.kind == "keywords" and OPEN.search(rest) else cut
        elif line.kind == "free" and mark and _names_follow(text, row.end(), end):
            line = replace(line, values={HEADED: True})
        elif (line.kind == "free" and (mark or is_prose(line.text))) or len(made) > MOST_LINES:
            break
        made.append(line)
    return titled(made)


def _goes_on(cut: Line, line: Line) -> bool:
    """Tell whether a line holds the rest of keywords that were cut: more of a list, in like letters."""
    if line.kind not in ("free", "place") or len(line.text) > LONGEST or is_prose(line.text):
        return False
    sign = OPEN.search(cut.text)
    words = [word.strip() for word in re.split("[,;]", cut.text) if word.strip()]
    small = words[-1][0].islower() if words else True
    listed = sign is not None and (sign.group()[0] in line.text or len(line.text.split()) <= 3)
    return listed and small and line.text[0].islower() and ". " not in line.text


def _names_follow(text: str, start: int, end: int) -> bool:
    """Tell whether the next line names people or their place of work, as below a title."""
    row = ROW.search(text, start, end)
    if row is None:
        return False
    said = MARK.sub("", row.group(), count=1)
    return classify(row.start(), row.end(), said).kind in WHO
