"""A damaged text -> the same as each program repairs it: Basylym and its peers."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass

import ftfy

from basylym.model.repairs import FairCopy, Phase, State
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, spoken
from basylym.stages.repair import DECODE, rebuild, repair, replay

from . import calibre

# Markdown's own signs are no repair of words, and would stand in the way of comparing them.
NO_WORDS = (Phase.CITATIONS, Phase.MARKUP)
OF_WORDS = {
    slug: rule
    for slug, rule in RULES.items()
    if rule.phase not in NO_WORDS and slug != "empty-reference-lists"
}
JOINED = re.compile(r"-[ \u00a0]*\n\s*|-[ \u00a0]{1,3}(?=[^\W\d_])")
LINE = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True, slots=True)
class Answer:
    """A repaired text; the same with all queries answered; characters lost; queries; the ledger."""

    text: str
    answered: str | None = None
    lost: int = 0
    queries: int = 0
    copy: FairCopy | None = None


def basylym(text: str, language: str) -> Answer:
    """Our engine, as ``basylym normalize`` runs it."""
    tongue = spoken(language)
    fair = repair(SourceText("source.txt", b"", text), tongue, OF_WORDS, evidence(tongue))
    return Answer(fair.text, copy=fair)


def warm(language: str) -> None:
    """Read the dictionary that is read when a break of a word is first asked for."""
    breaks = spoken(language).hyphenate
    if breaks:
        breaks("a")


def proved(answer: Answer) -> Answer:
    """The same answer with its queries answered and its proof made; not timed."""
    fair = answer.copy
    if fair is None:
        return answer
    text = fair.source.text
    applied = [row for row in fair.ledger if row.state is State.APPLIED and row.rule != DECODE]
    rows = sorted(
        (row for row in fair.ledger if row.rule != DECODE),
        key=lambda row: (row.state is State.QUERY, row.start),
    )
    taken: list[tuple[int, int]] = []
    said = []
    spans = sorted((row.start, row.end) for row in applied)
    for row in rows:
        if row.state is State.QUERY:
            if any(start < row.end and row.start < end for start, end in spans + taken):
                continue
            taken.append((row.start, row.end))
        said.append(dataclasses.replace(row, state=State.ACCEPTED))
    answered = replay(text, said)
    lost = 0 if rebuild(fair.text, fair.ledger) == text else len(text)
    queries = sum(row.state is State.QUERY for row in rows)
    return dataclasses.replace(answer, answered=answered, lost=lost, queries=queries)


def by_ftfy(text: str, language: str) -> Answer:
    """ftfy with its own settings."""
    return Answer(ftfy.fix_text(text))


def by_calibre(text: str, language: str) -> Answer:
    """calibre's heuristics, all that mend lines, hyphens and headings."""
    return Answer(calibre.repaired(text))


def always_join(text: str, language: str) -> Answer:
    """Every hyphen at a line's end goes, every line of a paragraph is joined to the next."""
    return Answer(LINE.sub(" ", JOINED.sub("", text)))


PROGRAMS: dict[str, Callable[[str, str], Answer]] = {
    "basylym": basylym,
    "ftfy": by_ftfy,
    "calibre": by_calibre,
    "always join": always_join,
}
