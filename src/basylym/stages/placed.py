"""Notices of a document or of an edition -> the same notices with their places in article.md."""

from __future__ import annotations

from basylym.model.manuscript import Manuscript
from basylym.model.notices import Condition, Notice
from basylym.stages import cite

QUOTING = (Condition.PARAGRAPH_IS_COMPOSED, Condition.EDITION_KEEPS_TEXT)
"""Conditions whose notices end with words of the manuscript, between quotation marks."""
SHORTEST = 8  # letters by which a place is found


def by_sign(notice: Notice, manuscript: Manuscript) -> Notice:
    """The same notice with the place of the sign in the body that it speaks of."""
    body = manuscript.body
    words = [
        word.strip("'\",;") for word in notice.detail.split() if any(sign in word for sign in "@#:=/<\\")
    ]
    needle = next(
        (word for word in [*words, *(word.split("=")[0] + "=" for word in words)] if word in body), ""
    )
    turn = int(notice.condition is Condition.LABEL_IS_UNIQUE)
    where = cite.locus(needle or "\0", body, manuscript.path, manuscript.body_line, turn)
    return Notice(notice.condition, notice.detail, where)


def by_quotation(notice: Notice, manuscript: Manuscript) -> Notice:
    """A notice of an edition with the place of the words it quotes last, as many as the body has so."""
    quoted = notice.detail.split("'")[1::2]
    if notice.condition not in QUOTING or not quoted:
        return notice
    words = quoted[-1].split()
    for many in range(len(words), 0, -1):
        for needle in (" ".join(words[:many]), " ".join(words[-many:])):
            if len(needle) >= SHORTEST and needle in manuscript.body:
                where = cite.locus(needle, manuscript.body, manuscript.path, manuscript.body_line)
                return Notice(notice.condition, notice.detail, where)
    return notice
